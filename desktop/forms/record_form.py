"""The form of one record: shows it, stores each field when it is left or after two quiet seconds, keeps drafts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db import Cancel, Changes, KnownError, record_form
from db.errors import BadValue, ChangedMeanwhile, Gone
from db.record_form import Beginning, FormContent
from db.references import Record
from db.schema import DESCRIPTIONS
from db.vocabulary import RECORD_KINDS
from desktop.commands import records
from desktop.drafts import Draft, Drafts
from desktop.forms import form_values
from desktop.forms.field_editor import FieldEditor
from desktop.forms.form_fields import FORMS, Field, make_field
from desktop.forms.form_values import Found
from desktop.session import Session

QUIET = 2000  # milliseconds without typing after which a field is stored
PASSAGE = 300  # characters of the passage on which a new note will stand
SAID = 200  # characters of what is typed that tell a draft from others
DRAFT = 700  # milliseconds of typing after which the draft is kept


class RecordForm(QWidget):
    """The fields of one record, which may be new."""

    status = Signal(str)
    """How it stands with what was typed, in words."""
    shown = Signal(object)
    """The content (FormContent) was read, again or for the first time."""
    gone = Signal()
    """The record is no longer in the library."""
    back = Signal()
    """The record is in the library again."""
    placed = Signal(str)
    """What a new record will stand on or belong to, in words."""
    stored = Signal()
    settled = Signal()
    """Nothing is on its way to the library any more."""
    said = Signal(str)

    def __init__(
        self,
        session: Session,
        drafts: Drafts,
        record: Record,
        known: Mapping[str, Any] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """The form of a stored record; of a new one when `known` has what is known of it already."""
        super().__init__(parent)
        self.record = record
        self.new = known is not None
        self.known = dict(known or {})
        self.content: FormContent | None = None
        self._session, self._drafts = session, drafts
        self._library = drafts.library
        self._stopped = False
        self.fields: dict[str, FieldEditor] = {}
        self._specs: dict[str, Field] = {}
        self._base: dict[str, Any] = {}
        self._unsaved: set[str] = set()
        self._waiting: list[str] = []
        self.in_flight = False
        self._sitting = ("", 0)
        self._filling = self.is_gone = self._focus_when_read = False
        self._reading: Cancel | None = None
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._soon = QTimer(self, singleShot=True, interval=DRAFT)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._quiet.timeout.connect(self._store_sitting)
        self._soon.timeout.connect(self.keep_draft)
        session.changed.connect(self._changed)

    def begin(self) -> None:
        """Show the record, or the empty form of a new one with the draft of it, if there is one."""
        if self.new:
            place = self.known.get("record") or (("source", "") if "source" in self.known else None)
            self._build(place[0] if place else None)
            self._fill({name: value for name, value in self.known.items() if name in self.fields}, {})
            self._resume_draft()
            if not self._unsaved:
                self.status.emit("Not saved yet: nothing was entered.")
            self.shown.emit(None)
            self._read_beginning()
        else:
            self._read()

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not stored."""
        return bool(self._unsaved) or self.in_flight

    def leave(self) -> None:
        """Store what can be stored of what was typed, and keep the rest as a draft; the form may be closed then."""
        self._quiet.stop()
        for name in sorted(self._unsaved):
            self._store(name)
        self.keep_draft()

    def focus_first(self) -> None:
        """Put the cursor in the first field, or in the first that has a draft."""
        wanted = next((field for name, field in self.fields.items() if name in self._unsaved), None)
        first = wanted or next(iter(self.fields.values()), None)
        self._focus_when_read = first is None
        if first:
            first.setFocus()

    def column_in_focus(self) -> str | None:
        """The column of the field in which the cursor is, where a note can stand on it."""
        name = next((name for name, field in self.fields.items() if field.holds_focus()), None)
        columns = DESCRIPTIONS[RECORD_KINDS[self.record.kind]]
        return next((column for column in (name, f"{name}_id") if column in columns), None)

    def keep_draft(self) -> None:
        """Keep what is typed and not stored, as it stands."""
        self._soon.stop()
        if not self._unsaved:
            self._drafts.drop(self._library, self.record)
            return
        texts = {name: self.fields[name].draft() for name in self._unsaved}
        title = self.content.title if self.content else ""
        said = next((field.text() for name, field in self.fields.items() if name in texts and field.text().strip()), "")
        self._drafts.keep(Draft(self.record, self.new, title, texts, self.known, self._library, said[:SAID]))

    def throw_away(self) -> None:
        """Forget what was typed and not stored."""
        self._unsaved.clear()
        self._drafts.drop(self._library, self.record)
        if self.content:
            self._fill(self.content.base, self.content.names)

    def _build(self, place: str | None) -> None:
        for spec in FORMS[self.record.kind]:
            field = make_field(self._session, self.record.kind, spec, place)
            field.set_read_only(bool(self._session.library.read_only))
            field.edited.connect(lambda name=spec.name: self._edited(name))
            field.left.connect(lambda name=spec.name: self._left(name))
            self.fields[spec.name], self._specs[spec.name] = field, spec
            self._layout.addWidget(field)
        self._layout.addStretch(1)

    def _fill(self, found: Mapping[str, Any], names: Mapping[tuple[str, str], str]) -> None:
        """Show stored values in the fields in which nothing is typed."""
        self._filling = True
        for name, field in self.fields.items():
            if name not in self._unsaved:
                self._base[name] = form_values.shown(name, found.get(name))
                field.show_value(self._base[name], names)
                field.set_problem("")
        self._filling = False

    def _edited(self, name: str) -> None:
        if self._filling:
            return
        if self._sitting[0] != name:
            self._sitting = (name, 0)
        self._unsaved.add(name)
        self.fields[name].set_problem("")
        self._quiet.start()
        if not self._soon.isActive():
            self._soon.start()
        self.status.emit("…")

    def _left(self, name: str) -> None:
        if name in self._unsaved:
            self._quiet.stop()
            self._store(name)
        if not self.in_flight and self._sitting[0] == name:
            self._sitting = ("", 0)

    def _store_sitting(self) -> None:
        if self._sitting[0] in self._unsaved:
            self._store(self._sitting[0])

    def _store(self, name: str) -> None:
        """Store a field, or the whole of a new record once nothing that it needs is missing."""
        if self.in_flight:
            if name not in self._waiting:
                self._waiting.append(name)
            return
        if self.is_gone or not self._is_here or self._session.library.read_only:
            return
        try:
            value = self.fields[name].value()
        except BadValue as error:
            self._refuse(name, error)
            return
        if not self.new and value == self._base.get(name):
            self._settled({name: self.fields[name].draft()}, {name: value})
            return
        self._send(self._all_values() if self.new else {name: value}, name)

    def _all_values(self) -> dict[str, Any]:
        """What a new record is made of: what was known of it and all fields that make sense."""
        found = {name: value for name, value in self.known.items() if name not in self.fields}
        for name, field in self.fields.items():
            try:
                value = field.value()
            except BadValue as error:
                field.set_problem(str(error))
                continue
            if value not in (None, ()):
                found[name] = value
        return found

    def _send(self, given: dict[str, Any], name: str) -> None:
        if self.new and (missing := self._missing(given)):
            self.status.emit(f"Kept as a draft; to be saved it needs: {', '.join(missing)}.")
            self.keep_draft()
            return
        sent = {name: self.fields[name].draft() for name in given if name in self.fields}
        base = {} if self.new else {name: self._base[name] for name in given}
        self.keep_draft()  # a kill after the store would else leave an older text, to be offered as not saved
        self.in_flight = True
        self.status.emit("Saving …")
        records.store(
            self._session,
            self.record,
            {key: form_values.stored(key, value) for key, value in given.items()},
            base={key: form_values.stored(key, value) for key, value in base.items()},
            new=self.new,
            into=self._sitting[1] if self._sitting[0] == name else None,
            done=lambda revision: self._landed(name, revision, sent, given),
            failed=lambda error: self._failed(name, error),
        )

    def _missing(self, given: Mapping[str, Any]) -> list[str]:
        """Labels of the fields that a new record needs and has not."""
        needed = [name for name, spec in self._specs.items() if not spec.unknown and spec.editor != "tokens"]
        return [self.fields[name].label.lower() for name in needed if given.get(name) is None]

    def _landed(self, name: str, revision: int, sent: dict[str, str], given: dict[str, Any]) -> None:
        self.in_flight = False
        self.new = False
        if self._sitting[0] == name:
            self._sitting = (name, revision) if self.fields[name].holds_focus() else ("", 0)
        self._settled(sent, given)
        self.stored.emit()
        self._go_on()

    def _settled(self, sent: dict[str, str], given: dict[str, Any]) -> None:
        """What was sent is stored; what was typed since is not."""
        for name, text in sent.items():
            self._base[name] = given[name]
            self.fields[name].set_problem("")
            if self.fields[name].draft() == text:
                self._unsaved.discard(name)
        self.keep_draft()
        self.status.emit("Saved" if not self._unsaved else "…")
        self._read()

    def _failed(self, name: str, error: KnownError) -> None:
        self.in_flight = False
        if isinstance(error, Gone) and not self.new:
            self._lose()
        elif isinstance(error, ChangedMeanwhile):
            self._read()
        else:
            self._refuse(name, error)
        self._go_on()

    def _refuse(self, name: str, error: KnownError) -> None:
        """Say at the field what is wrong; what was typed stays, as a draft."""
        at = getattr(error, "field", None)
        self.fields[at if at in self.fields else name].set_problem(str(error))
        self.status.emit("Not saved; what you typed is kept as a draft.")
        self.keep_draft()

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, []
        for name in waiting:
            if name in self._unsaved:
                self._store(name)
        if not self.in_flight:
            self.settled.emit()

    def _changed(self, _changes: Changes) -> None:
        if not self.new and not self.in_flight:
            self._read()

    @property
    def _is_here(self) -> bool:
        """Whether the library of the form is still the open one."""
        return self._session.is_open and self._drafts.library == self._library

    def stop(self) -> None:
        """Read nothing more: the form was left and is no longer shown; what is on its way is still stored."""
        self._stopped = True
        self._quiet.stop()
        self._soon.stop()
        if self._reading:
            self._reading()

    def _read(self) -> None:
        if self._stopped:
            return
        if self._reading:
            self._reading()
        record = self.record
        self._reading = self._session.read(
            lambda library, cancel: form_values.find(library, record, cancel), self._show
        )

    def _read_beginning(self) -> None:
        """Show what the library calls what is known of a new record."""
        kind, known = self.record.kind, self.known
        self._reading = self._session.read(
            lambda library, cancel: record_form.beginning(library, kind, known, cancel), self._show_beginning
        )

    def _show_beginning(self, beginning: Beginning) -> None:
        if self.new:
            self._fill({name: value for name, value in self.known.items() if name in self.fields}, beginning.names)
            passage = f": “{' '.join(beginning.passage.split())[:PASSAGE]}”" if beginning.passage else ""
            self.placed.emit(beginning.place_title + passage)

    def _show(self, found: Found | None) -> None:
        if found is None:
            self._lose()
            return
        content = found.content
        if self.is_gone:
            self.is_gone = False
            self.back.emit()
        first = not self.fields
        if first:
            self._build(content.place.kind if content.place else None)
        self.content = content
        self._warn_of_changes(content)
        self._fill(content.base, content.names)
        for warned in found.warnings:
            if warned.field in self.fields and not self.fields[warned.field].problem():
                self.fields[warned.field].set_problem(warned.sentence)
        if first:
            self._resume_draft()
            self.status.emit("" if not self._unsaved else "Not saved yet")
        if self._focus_when_read:
            self.focus_first()
        self.shown.emit(content)

    def _warn_of_changes(self, content: FormContent) -> None:
        """A field in which one has typed says when its value was changed elsewhere; what was typed stays."""
        for name in self._unsaved:
            present = form_values.shown(name, content.base.get(name))
            if name in self._base and present != self._base[name]:
                field = self.fields[name]
                shown = content.names.get((self._specs[name].of, present), present)
                field.set_problem(
                    f"This was changed meanwhile to “{str(shown)[:200]}”. What you typed is kept.",
                    {
                        "Keep what I typed": lambda name=name, present=present: self._insist(name, present),
                        "Take the change": lambda name=name: self._give_way(name),
                    },
                )

    def _insist(self, name: str, present: Any) -> None:
        self._base[name] = present
        self._store(name)

    def _give_way(self, name: str) -> None:
        self._unsaved.discard(name)
        self.keep_draft()
        if self.content:
            self._fill(self.content.base, self.content.names)

    def _lose(self) -> None:
        """The record was removed elsewhere; what is in the form stays."""
        self.is_gone = True
        self.keep_draft()
        self.gone.emit()

    def _resume_draft(self) -> None:
        draft = self._drafts.of(self.record)
        for name, text in draft.texts.items() if draft else ():
            if name in self.fields and self.fields[name].draft() != text:
                self.fields[name].show_draft(text)
                if self._holds_stored(name):
                    self._unsaved.discard(name)
                else:
                    self._unsaved.add(name)
        self._quiet.stop()  # a draft waits until one has looked at it
        if draft and not self._unsaved:
            self._drafts.drop(self._library, self.record)

    def _holds_stored(self, name: str) -> bool:
        """Whether what is in a field means the value that is stored."""
        try:
            return not self.new and self.fields[name].value() == self._base.get(name)
        except BadValue:
            return False
