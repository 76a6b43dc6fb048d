"""The page Suggested quotes: what in the text of a source seems to be said by somebody, to be accepted or rejected."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QSplitter, QWidget

from db import Cancel, Changes, KnownError, Library
from db.speech import source_speech
from db.speech.source_speech import Found, SourceSpeech
from db.speech.storing import Accepted
from db.values import count
from desktop.commands import speech as commands
from desktop.models.suggestion_choices import ACCEPTED, OPEN, REJECTED, STORED, Choice, Choices, Key
from desktop.models.suggestion_list import SuggestionListModel
from desktop.session import Session
from desktop.theme import theme
from desktop.trail import Address
from desktop.views.filter_box import FilterBox
from desktop.views.suggestion_details import SuggestionDetails
from desktop.views.suggestion_list import SuggestionListView
from desktop.widgets.compound import Compound
from desktop.widgets.empty_note import EmptyNote
from desktop.widgets.flow_layout import flow_row
from desktop.widgets.page_layout import lay_out_page
from desktop.widgets.plain_text import plain_label, tooltip
from desktop.widgets.rest_stack import RestStack

MOST = 0.55  # share of the height that the details take at most, until somebody moves the line above them
WIDE = 900  # width in pixels at 100 % from which list and details stand side by side
SLOW = 300  # milliseconds after which one is told that a text is still read
STALE = ("sources", "quotes", "citations", "people", "parties", "aliases", "participations", "notes", "meetings")
FORMS = {"direct": "Verbatim", "indirect": "Reported"}
STATES = {OPEN: "Open", ACCEPTED: "Accepted", REJECTED: "Rejected", STORED: "Stored"}
READING = "Reading the text for what somebody says in it …"
STOPPED = "The text was not read to its end."
NO_SOURCE = (
    "Which source is to be read? Choose one in the list of sources: its menu and the button above the list lead here."
)
NO_TEXT = "The library holds no text of this source, so there is nothing to be read. Its form has a field for the text."
NOTHING = (
    "Nothing in this text looks like something that somebody said: no words in quotation marks or after a dash that a "
    "speaker is named for, and no reported speech."
)
WHO = "Choose who is meant, below the speaker; then it can be accepted."
ALL_HIDDEN = "No suggestion is like this."
REFUSED_BEFORE = "All that was suggested from this text was rejected earlier."


class SuggestionsPanel(Compound):
    """Suggestions of one source at a time; decisions are kept for each source until they are stored."""

    go_requested = Signal(Address)
    said = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._source = self._called = ""
        self._speech: SourceSpeech | None = None
        self._kept: dict[str, Choices] = {}
        self._reading: Cancel | None = None
        self._stale = self._moved = False
        self._slow = QTimer(self, singleShot=True, interval=SLOW)
        self._slow.timeout.connect(lambda: self._say(READING, "Cancel"))
        self._model = SuggestionListModel(self)
        self._count = plain_label(name="count", parent=self)
        self._of = plain_label(name="hint", parent=self)
        self._of.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.form, self.state = (FilterBox(label, self) for label in ("Speech", "State"))
        self.store = QPushButton("Store", self)
        self.store.setToolTip("Store all that is accepted, and remember what is rejected, as one step (Ctrl+Enter)")
        self.list = SuggestionListView(self._model, self)
        self.details = SuggestionDetails(session, self)
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._empty = EmptyNote(self)
        self._stack = RestStack(self)
        self._lay_out()
        self._connect()
        self._say(NO_SOURCE, "Show the sources")

    def _lay_out(self) -> None:
        self._split.addWidget(self.list)
        self._split.addWidget(self.details)
        self._split.setChildrenCollapsible(False)
        self._split.splitterMoved.connect(self._keep_line)
        self._stack.addWidget(self._split)
        self._stack.addWidget(self._empty)
        lay_out_page(
            self,
            plain_label("Suggested quotes", "pageTitle", self),
            self._count,
            self._of,
            flow_row(self, 6, self.form, self.state, self.store),
            below=self._stack,
        )

    def _connect(self) -> None:
        self._session.changed.connect(self._changed)
        self._session.opened.connect(self._begin)
        self._session.closing.connect(self.leave)
        self._empty.pressed.connect(self._take_next_step)
        self.list.moved.connect(self._show_details)
        self._model.dataChanged.connect(self._refresh)
        self.list.refused.connect(lambda: self.said.emit(self._session.library.read_only or ""))
        self.list.change_requested.connect(self.details.focus_first)
        self.list.asked.connect(self._ask)
        self.details.left.connect(self.list.setFocus)
        self.details.judged.connect(self.list.judge)
        self.details.changed.connect(self._change)
        self.details.span_chosen.connect(self._change_span)
        self.store.clicked.connect(self.store_all)
        for box in (self.form, self.state):
            box.activated.connect(self.narrow)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.store_all)

    def show_target(self, target: str) -> None:
        """Read the source that an address names; without one, go on with the one before."""
        kind, _, uid = target.partition(":")
        if kind == "source" and uid and uid != self._source:
            self._keep()
            self._source, self._speech = uid, None
            self._model.show(None)
            self._read()
        if self.isVisible():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def view(self) -> QWidget:
        """What takes the focus."""
        return self.list if self._stack.currentWidget() is self._split else self._empty

    def redraw(self) -> None:
        """Show the page in the present look."""
        self.list.fit()
        self.details.redraw()
        self._turn()

    def narrow(self) -> None:
        """Show what the filters let through."""
        self._model.narrow(self.form.currentData(), self.state.currentData())
        self._shown()

    def store_all(self) -> None:
        """Store all accepted suggestions, and remember the rejected ones, as one step."""
        self.details.flush()
        choices = self._model.choices
        if choices is None or not choices.any_to_store or self._session.library.read_only:
            return
        self.store.setEnabled(False)
        self._accept(self._source, choices)

    def leave(self) -> None:
        """Store what was decided and waits to be stored, of each source: one leaves the library."""
        self.details.flush()
        self._keep()
        for source, choices in self._kept.items():
            if choices.any_to_store and not self._session.library.read_only:
                self._accept(source, choices)

    def _accept(self, source: str, choices: Choices) -> None:
        commands.accept(
            self._session, source, choices.accepted(), choices.rejected(), choices.restored(),
            partial(self._stored, source, choices.decided()), self._failed,
        )  # fmt: skip

    def _stored(self, source: str, decided: list[Key], accepted: Accepted) -> None:
        for choices in (self._kept.get(source), self._model.choices if source == self._source else None):
            if choices:
                choices.forget(decided)
        self._model.show(self._model.choices)
        self._shown()
        made = count(len(accepted.quotes), "quote", "quotes")
        known = f"; {accepted.passed_over} were quotes already" if accepted.passed_over else ""
        self.said.emit(f"{made} stored{known}." if accepted.quotes else f"Your decisions are kept{known}.")

    def _failed(self, error: KnownError) -> None:
        self.said.emit(str(error))
        if self._source:
            self._read()

    def _keep(self) -> None:
        """Remember what was decided about the source that is left."""
        if self._model.choices and self._model.choices.any_to_store:
            self._kept[self._source] = self._model.choices

    def _begin(self) -> None:
        """Let go of the library before."""
        self._stop()
        self._source, self._speech, self._stale = "", None, False
        self._kept.clear()
        self._model.show(None)
        self._say(NO_SOURCE, "Show the sources")

    def _changed(self, changes: Changes) -> None:
        if self._source and changes.touch(*STALE):
            self._stale = True
            if self.isVisible():
                self._read()

    def _read(self) -> None:
        """Read the source, again where it was read before; what is shown stays until that is done."""
        self._stop()
        self._stale = False
        source, before = self._source, self._speech

        def work(library: Library, cancel: Cancel) -> SourceSpeech | None:
            try:
                return source_speech.read(library, source, cancel, before)
            except KnownError:
                return None  # it was removed meanwhile

        if before is None:
            self._slow.start()
        self._reading = self._session.read(work, self._show)

    def _stop(self) -> None:
        self._slow.stop()
        if self._reading:
            self._reading()
        self._reading = None

    def _show(self, speech: SourceSpeech | None) -> None:
        self._slow.stop()
        self._reading = None
        if speech is None:
            self._begin()
            return
        earlier = self._kept.pop(speech.uid, None) or (self._model.choices if self._speech else None)
        row = self.list.currentIndex().row()
        self._speech = speech
        by_form = Counter(one.suggestion.form for one in speech.found)
        self.form.fill([(form, FORMS[form], by_form[form]) for form in FORMS if by_form[form]])
        self.list.may_decide = not self._session.library.read_only
        choices = earlier.taken_over(speech) if earlier else Choices(speech)
        if choices.ended:
            what = count(choices.ended, "decision was dropped", "decisions were dropped")
            self.said.emit(f"{what}: the text was changed, and what was decided about stands there no longer.")
        self._model.show(choices)
        self._shown()
        if self._model.rowCount():
            self.list.choose(min(max(0, row), self._model.rowCount() - 1))

    def _shown(self) -> None:
        """Say what there is, and offer to store it."""
        speech = self._speech
        self._refresh()
        if speech is None:
            return
        self._called = speech.title
        self._name_source()
        if self._model.rowCount():
            self._turn_to(self._split)
            self._show_details()
        elif speech.text is None:
            self._say(NO_TEXT, "Show the sources")
        elif not speech.found:
            self._say(NOTHING, "Show the sources")
        elif self.form.currentData() is None and self.state.currentData() is None:
            self._say(REFUSED_BEFORE, "Show them")
        else:
            self._say(ALL_HIDDEN, "Show all")

    def _refresh(self) -> None:
        choices = self._model.choices
        counts = choices.counts() if choices else dict.fromkeys(("all", *STATES), 0)
        total, accepted = counts["all"], counts[ACCEPTED]
        self._count.setText(count(total, "suggestion", "suggestions") if total else "")
        ready = bool(choices and choices.any_to_store) and not self._session.library.read_only
        self.store.setEnabled(ready)
        self.store.setText(f"Store {count(accepted, 'quote', 'quotes')}" if accepted else "Store")
        self.state.fill([(state, STATES[state], counts[state]) for state in STATES if counts[state]])

    def _show_details(self) -> None:
        text = self._speech.text or "" if self._speech else ""
        may = self._session.is_open and not self._session.library.read_only
        self.details.show_row(self.list.row(), text, may_decide=may)

    def _change(self, found: Found, choice: Choice) -> None:
        self._model.change(found, choice)

    def _ask(self) -> None:
        self.said.emit(WHO)
        self.details.ask_who()

    def _change_span(self, span: tuple[int, int]) -> None:
        row, choices = self.list.row(), self._model.choices
        if row and choices:
            choices.change_span(row.found, span)
            self._model.change(row.found, choices.of(row.found))

    def _take_next_step(self) -> None:
        """What the button of the empty page does."""
        if self._reading:
            self._stop()
            self._say(STOPPED, "Read it again")
        elif self._speech is None and self._source:
            self._read()
        elif self._speech is None or self._speech.text is None:
            self.go_requested.emit(Address("", "sources", f"record:source:{self._source}" if self._source else ""))
        elif not self._speech.found:
            self.go_requested.emit(Address("", "sources", f"record:source:{self._source}"))
        else:
            refused = self.form.currentData() is None and self.state.currentData() is None
            self.form.choose_all()
            self.state.setCurrentIndex(max(0, self.state.findData(REJECTED)) if refused else 0)
            self.narrow()

    def _say(self, sentence: str, button: str) -> None:
        self._empty.say(sentence, button)
        self._turn_to(self._empty)

    def _turn_to(self, part: QWidget) -> None:
        """Show the list or the sentence in its place; what has the focus gives it to the other."""
        some = bool(self._speech and self._speech.found)
        for tool in (self.form, self.state, self.store):
            tool.setVisible(some)
        self._stack.turn_to(part)
        if not self._moved:
            self._share()

    def _turn(self) -> None:
        """List and details side by side where there is room, else one below the other."""
        wide = self.width() >= theme.px(WIDE)
        self._split.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        self._name_source()
        if not self._moved:
            self._share()

    def _keep_line(self) -> None:
        """Somebody moved the line between list and details: it stays there."""
        self._moved = True

    def _share(self) -> None:
        """Give the details the room that they need, and the list the rest."""
        if self._split.orientation() == Qt.Orientation.Horizontal:
            whole = self._split.width()
            details = round(whole * (1 - MOST))
        else:
            whole = self._split.height()
            details = min(self.details.needed_height(), round(whole * MOST))
        self._split.setSizes([whole - details, details])

    def _name_source(self) -> None:
        """The source in one line, cut where it is too long."""
        metrics = QFontMetrics(self._of.font())
        self._of.setText(metrics.elidedText(self._called, Qt.TextElideMode.ElideRight, max(0, self._of.width() - 2)))
        self._of.setToolTip(tooltip(self._called))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._read()
        super().showEvent(event)
