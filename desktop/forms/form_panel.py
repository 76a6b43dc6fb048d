"""The pane with the form of what is being edited: one record, or several of a kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from db.passages import Passage
from db.record_form import FormCite, FormContent
from db.records import new_uid
from db.references import Record
from desktop.commands import records
from desktop.drafts import Draft, Drafts
from desktop.forms.check_strip import CheckStrip
from desktop.forms.form_acts import FormActs
from desktop.forms.form_fields import BEGUN, CARRIED
from desktop.forms.many_form import ManyForm
from desktop.forms.name_strip import NameStrip
from desktop.forms.notice import Notice
from desktop.forms.record_form import RecordForm
from desktop.forms.record_words import cite_line, cite_tip, kind_word, kinds_word
from desktop.session import Session
from desktop.settings import Settings
from desktop.trail import Address
from desktop.widgets.link_row import LinkRow
from desktop.widgets.plain_text import plain_label
from desktop.widgets.tab_order import lead_through, stops_in

NOTE_LENGTH = 80  # characters of a note that its line shows
MOST_CITES = 5  # sources that are listed before one asks for all


class FormPanel(QWidget):
    """Shows one form at a time; what a form cannot store when it is left is kept as a draft."""

    closed = Signal()
    go_requested = Signal(Address)
    remove_requested = Signal(list)
    duplicate_requested = Signal(list)
    merge_requested = Signal(Record)
    said = Signal(str)
    stored = Signal(Record, bool)
    """Something of the record in the form was stored; whether it was new before that."""
    troubled = Signal(Exception)
    draft_left = Signal(Draft)
    """A form went out of sight with something in it that cannot be stored as it is."""

    def __init__(self, session: Session, drafts: Drafts, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self._session, self._drafts = session, drafts
        self.form: RecordForm | ManyForm | None = None
        self._focus_when_shown = False
        self._carried: dict[str, dict[str, Any]] = {}
        self._half_typed: dict[tuple[Record, ...], dict[str, str]] = {}
        self._kind = plain_label(name="paneTitle", parent=self)
        self._place = plain_label(name="hint", parent=self)
        self._place.setWordWrap(True)
        self._status = plain_label(name="count", parent=self)
        self._status.setWordWrap(True)
        self.strip = NameStrip(session, settings, self)
        self._notice = Notice(self)
        self._scroll = QScrollArea(self, widgetResizable=True)
        self._scroll.setObjectName("side")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget(self)
        self._inside.setObjectName("side")
        self._notes = LinkRow(self._inside, down=True)
        self._cites = LinkRow(self._inside, down=True)
        self.acts = FormActs(self)
        self.acts.go_requested.connect(self.go_requested)
        self.acts.note_requested.connect(lambda known: self.show_new("note", known))
        self.acts.merge_requested.connect(self.merge_requested)
        self.acts.duplicate_requested.connect(self.duplicate_requested)
        self.acts.remove_requested.connect(self.remove_requested)
        self.acts.said.connect(self.said)
        self._lay_out()
        session.closing.connect(self._forget)

    def _lay_out(self) -> None:
        self._close = QToolButton(self)
        self._close.setText("×")
        self._close.setAccessibleName("Close the form")
        self._close.setToolTip("Close the form (Escape)")
        self._close.clicked.connect(self.close_form)
        head = QHBoxLayout()
        head.addWidget(self._kind, 1)
        head.addWidget(self._close)
        top = QVBoxLayout()
        top.setContentsMargins(14, 10, 10, 4)
        top.setSpacing(2)
        top.addLayout(head)
        top.addWidget(self._place)
        top.addWidget(self._status)
        top.addWidget(self.strip)
        top.addWidget(self._notice)
        below = QVBoxLayout()
        below.setContentsMargins(14, 4, 14, 8)
        below.addWidget(self.acts)
        rest = QVBoxLayout()
        rest.setContentsMargins(14, 0, 14, 14)
        rest.addWidget(self._cites)
        rest.addWidget(self._notes)
        rest.addStretch(1)
        self._column = QVBoxLayout(self._inside)  # what is in the form stands above all that belongs to the record
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(rest, 1)
        self._scroll.setWidget(self._inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self._scroll, 1)
        whole.addLayout(below)

    @property
    def records(self) -> list[Record]:
        """The records whose form is shown."""
        return self.form.records if self.form else []

    def first_stop(self) -> QWidget:
        """What gets the focus when one comes into the pane."""
        fields = self.form.fields if self.form else {}
        return next(iter(fields.values()), self)

    def show_record(self, record: Record, *, focus: bool = False) -> None:
        """Show the form of a record; `focus` puts the cursor in it."""
        if isinstance(self.form, RecordForm) and self.form.record == record and not self.form.is_gone:
            if focus:
                self.form.focus_first()
            return
        draft = self._drafts.of(record)
        self._show_form(
            RecordForm(self._session, self._drafts, record, draft.known if draft and draft.new else None), focus=focus
        )

    def show_new(self, kind: str, known: Mapping[str, Any]) -> None:
        """Show the empty form of a new record, and put the cursor in it; `known` are values that it has already."""
        begun = {**BEGUN.get(kind, {}), **self._carried.get(kind, {})}
        self._show_form(
            RecordForm(self._session, self._drafts, Record(kind, new_uid()), {**begun, **known}), focus=True
        )

    def show_many(self, many: Sequence[Record]) -> None:
        """Show the form for several records of one kind."""
        if self.records != list(many) or not isinstance(self.form, ManyForm):
            self._show_form(ManyForm(self._session, list(many), self._half_typed.get(tuple(many))), focus=False)

    def leave(self) -> None:
        """Store what was typed, as far as it can be; the rest is kept as a draft."""
        if self.form:
            self.form.leave()

    def close_form(self) -> None:
        """Ask to close the pane; the form is left then."""
        self.closed.emit()

    def add_another(self) -> None:
        """Leave the form and begin a further record of the same kind at the same place."""
        if not isinstance(self.form, RecordForm):
            return
        form, kind = self.form, self.form.record.kind
        if form.waits_for_names():
            return
        form.leave()
        if form.focus_senseless():
            return
        if form.new and not form.in_flight:  # it lacks something, which it says
            form.focus_first()
            return
        known = {key: value for key, value in form.known.items() if key not in form.fields}
        if form.content and form.content.place and kind in CARRIED:
            known.setdefault("meeting", form.content.place.uid)
        if "after" in known:
            known["after"] = form.record.uid
        if kind == "quote":
            known = {name: value for name, value in known.items() if name not in Passage._fields}
        self._carry(form)
        self.show_new(kind, known)

    def _carry(self, form: RecordForm) -> None:
        names = CARRIED.get(form.record.kind, ())
        self._carried[form.record.kind] = {
            name: form.fields[name].value() for name in names if name in form.fields and form.fields[name].text()
        }

    def _show_form(self, form: RecordForm | ManyForm, *, focus: bool) -> None:
        self.leave()
        old, self.form = self.form, form
        self._focus_when_shown = focus
        self._notice.hide()
        self._head(form)
        form.setContentsMargins(14, 6, 14, 14)
        if old:
            self._let_go(old)
        self._column.insertWidget(0, form)
        form.show()
        self._scroll.verticalScrollBar().setValue(0)
        form.status.connect(self._status.setText)
        form.said.connect(self.said)
        form.troubled.connect(self.troubled)
        if isinstance(form, RecordForm):
            form.shown.connect(self._shown)
            form.placed.connect(lambda words: self._place.setText(words or " "))
            form.gone.connect(self._say_gone)
            form.back.connect(lambda: self._say_back(form))
            form.stored.connect(lambda new: self._stored(form, new=new))
            form.further.connect(self.add_another)
            form.go_requested.connect(self.go_requested)
            self._put_check(form)
        form.begin()
        self._order_keys()
        self.strip.ask()

    def _put_check(self, form: RecordForm) -> None:
        """Below the words of a quote tell how they stand in their source."""
        if form.record.kind == "quote":
            check = CheckStrip(self._session, form)
            check.go_requested.connect(self.go_requested)
            form.put_below("text", check)
            form.stopped.connect(check.stop)
            form.stored.connect(lambda _: check.show_record(form.record))
            check.show_record(None if form.new else form.record)

    def _let_go(self, old: RecordForm | ManyForm) -> None:
        """Take a form out of sight; one that still stores goes when that has landed."""
        self._column.removeWidget(old)
        old.setParent(None)
        old.status.disconnect(self._status.setText)
        old.stop()
        if isinstance(old, ManyForm):
            self._remember(old)
        if old.in_flight:
            old.setParent(self)
            old.hide()
            old.settled.connect(lambda: self._gone(old))
        else:
            self._gone(old)

    def _remember(self, form: ManyForm) -> None:
        """Keep what is half typed in the form for several, as long as the library is open: it goes to no record yet."""
        self._half_typed[tuple(form.records)] = form.typed()
        if names := form.open_names():
            many = kinds_word(len(form.records), form.records[0].kind)
            self.said.emit(
                f"{names} went to nothing yet: choose it from the list or make it new. "
                f"It stands there again when you choose the same {many}."
            )

    def _gone(self, old: RecordForm | ManyForm) -> None:
        old.deleteLater()
        if isinstance(old, RecordForm) and old.unsaved and (draft := self._drafts.of(old.record)):
            self.draft_left.emit(draft)

    def _head(self, form: RecordForm | ManyForm) -> None:
        kind = self.records[0].kind
        new = isinstance(form, RecordForm) and form.new
        self._kind.setText(
            kinds_word(len(form.records), kind) if isinstance(form, ManyForm) else kind_word(kind, new=new)
        )
        self._place.setText(" ")
        self._status.clear()
        self._fill_notes(None)
        self._fill_cites((), few=True)
        read_only = self._session.library.read_only
        self.acts.offer(form, may_write=not read_only)
        if read_only:
            self._notice.say(read_only, {})

    def _shown(self, content: FormContent | None) -> None:
        self._place.setText((content and content.place_title) or " ")
        self._fill_notes(content)
        self._fill_cites(content.cites if content else (), few=True)
        self._order_keys()
        self._take_focus()

    def _order_keys(self) -> None:
        """Have the key Tab lead through the fields before what can be done with the record, which was made first."""
        parts = (self.strip, self._notice, self.form, self._cites, self._notes)
        stops = (stop for part in parts if part for stop in stops_in(part))
        lead_through([self._close, *stops, *self.acts.buttons.values()])

    def _take_focus(self) -> None:
        """Put the cursor in the form, if that was wished for, once it is there."""
        if self._focus_when_shown and isinstance(self.form, RecordForm):
            self._focus_when_shown = False
            self.form.focus_first()

    def _stored(self, form: RecordForm, *, new: bool) -> None:
        if form is self.form:
            self._carry(form)
            self._head_stored(form)
            self.stored.emit(form.record, new)

    def _head_stored(self, form: RecordForm) -> None:
        """Name a record that is stored by now as such, and offer what can be done with it."""
        self._kind.setText(kind_word(form.record.kind, new=False))
        self.acts.offer(form, may_write=not self._session.library.read_only)

    def _fill_notes(self, content: FormContent | None) -> None:
        notes = content.notes if content else []
        self._notes.offer(
            (
                f"Note: {' '.join(note.body.strip()[:NOTE_LENGTH].split())}",
                lambda uid=note.uid: self.show_record(Record("note", uid), focus=True),
            )
            for note in notes
        )

    def _fill_cites(self, cites: Sequence[FormCite], *, few: bool) -> None:
        """List the sources, and show their numbers beside the fields for which they are cited."""
        form = self.form
        if not isinstance(form, RecordForm):
            return
        acts = [self._leading_to(cite) for cite in cites]
        for name, field in form.fields.items():
            own = [at for at, cite in enumerate(cites) if cite.field == name]
            field.show_marks(
                [(f"{at + 1}{'!' if cites[at].then else ''}", acts[at]) for at in own],
                [cite_tip(cites[at]) for at in own],
            )
        lines = [
            (cite_line(at, cite, form.record.kind), act)
            for at, (cite, act) in enumerate(zip(cites, acts, strict=True), 1)
        ]
        if few and len(lines) > MOST_CITES:
            more = len(lines) - MOST_CITES + 1
            lines = [*lines[:-more], (f"{more} more sources", lambda: self._fill_cites(cites, few=False))]
        self._cites.offer(lines, [cite_tip(cite) if cite.then else "" for cite in cites])

    def _leading_to(self, cite: FormCite) -> Callable[[], object]:
        """To the passage or the source; where none was seen, to the form of the citation."""
        if cite.source is None:
            return lambda: self.show_record(Record("citation", cite.uid), focus=True)
        return lambda: self.go_requested.emit(Address("", "source", f"cite:{cite.id}"))

    def _say_gone(self) -> None:
        if not isinstance(self.form, RecordForm):
            return
        record = self.form.record
        self.acts.offer_history()
        stays = " What you typed stays here." if self.form.unsaved else ""
        self._notice.say(
            f"This {kind_word(record.kind, new=False).lower()} is no longer in the library.{stays}",
            {"Put it back": lambda: records.restore(self._session, record), "Close the form": self.closed.emit},
        )
        self._order_keys()
        self._take_focus()

    def _say_back(self, form: RecordForm) -> None:
        if form is not self.form:
            return
        self._notice.hide()
        self._head_stored(form)
        if form.content is None:  # it was gone when it was opened: only the draft is in it
            self._show_form(RecordForm(self._session, self._drafts, form.record), focus=False)

    def put_away(self) -> None:
        """Leave the form and let go of it."""
        self.leave()
        if self.form:
            old, self.form = self.form, None
            self.acts.offer(None, may_write=False)
            self._let_go(old)

    def _forget(self) -> None:
        """Leave a form of the library that is let go of."""
        if self.form:
            self.put_away()
            self.closed.emit()
        self._half_typed.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.add_another()
        else:
            super().keyPressEvent(event)
