"""The form of one record: shows it, stores each field when it is left or after two quiet seconds, keeps drafts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from desktop.forms.form_fields import FORMS, make_field
from desktop.forms.form_values import Found
from desktop.forms.typed_fields import TypedFields
from desktop.session import Session
from desktop.trail import Address

QUIET = 2000  # milliseconds without typing after which a field is stored
MADE_OF_PASSAGE = "Not saved yet: it is stored with the next field that you leave, or when you close the form."
PASSAGE = 300  # characters of the passage on which a new note will stand
SAID = 200  # characters of what is typed that tell a draft from others
DRAFT = 700  # milliseconds of typing after which the draft is kept
NOT_SAVED = "Not saved; what you typed is kept as a draft."
OVERTAKEN = "Not saved: it was changed elsewhere meanwhile. What you typed is kept as a draft."


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
    stored = Signal(bool)
    """Something was stored; whether the record was new before that."""
    stopped = Signal()
    """The form was left and is no longer shown; what is below its fields is to read nothing more."""
    settled = Signal()
    """Nothing is on its way to the library any more."""
    said = Signal(str)
    further = Signal()
    """A further record was wished for, and the name that was typed then has been looked for since."""
    troubled = Signal(Exception)
    """What was typed could not be stored for a reason that lies outside of it."""
    go_requested = Signal(Address)

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
        self._typed = TypedFields()
        self._title = ""
        self._below: dict[str, QWidget] = {}
        self._waiting: list[str] = []
        self._shaken: dict[str, None] = {}  # fields changed here though they cite something
        self.in_flight = False
        self._sitting = ("", 0)
        self.is_gone = self._stopped = self._resumed = self._focus_when_read = False
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
            self._typed.fill(self.known, {})
            if self._is_made_of_passage:
                self._typed.edit("text")
            self._resume_draft()
            self.status.emit(MADE_OF_PASSAGE if self._is_made_of_passage else "")
            if not self._typed.unsaved:
                self.status.emit("Not saved yet: nothing was entered.")
            self.shown.emit(None)
            self._read_beginning()
        else:
            self._read()

    def put_below(self, name: str, widget: QWidget) -> None:
        """Show a widget below a field, as soon as there is one of that name."""
        self._below[name] = widget

    @property
    def fields(self) -> dict[str, FieldEditor]:
        """The fields by their names; none until the record was read."""
        return self._typed.fields

    @property
    def _is_made_of_passage(self) -> bool:
        """Whether it is a new quote whose words were taken from a source: it is stored though nothing was typed."""
        return self.new and self.record.kind == "quote" and "starts" in self.known

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not stored."""
        return bool(self._typed.unsaved) or self.in_flight

    def leave(self) -> None:
        """Store what can be stored of what was typed, and keep the rest as a draft; the form may be closed then."""
        self._quiet.stop()
        for name in sorted(self._typed.unsaved):
            self._store(name)
        self.keep_draft()

    def focus_first(self) -> None:
        """Put the cursor in the first field, or in the first that has a draft."""
        left_open = (name for name in self.fields if name not in self.known)
        begin = (next(left_open, ""),) if self._is_made_of_passage else self._typed.unsaved
        wanted = next((field for name, field in self.fields.items() if name in begin), None)
        first = wanted or next(iter(self.fields.values()), None)
        self._focus_when_read = first is None
        if first:
            first.setFocus()

    def focus_senseless(self) -> bool:
        """Put the cursor in a field in which something is typed that can be no value; whether there is one."""
        field = self._typed.senseless()
        if field:
            field.setFocus()
            self.status.emit(NOT_SAVED)
        return field is not None

    def column_in_focus(self) -> str | None:
        """The column of the field in which the cursor is, where a note can stand on it."""
        name = next((name for name, field in self.fields.items() if field.holds_focus()), None)
        columns = DESCRIPTIONS[RECORD_KINDS[self.record.kind]]
        return next((column for column in (name, f"{name}_id") if column in columns), None)

    def keep_draft(self) -> None:
        """Keep what is typed and not stored, as it stands; a draft that was not put back yet stays as it is."""
        self._soon.stop()
        if not self._resumed:
            return
        if not self._typed.unsaved:
            self._drafts.drop(self._library, self.record)
            return
        title = self.content.title if self.content else self._title
        texts, said = self._typed.drafts(), self._typed.said()[:SAID]
        self._drafts.keep(Draft(self.record, self.new, title, texts, self.known, self._library, said))

    def stop(self) -> None:
        """Read nothing more: the form was left and is no longer shown; what is on its way is still stored."""
        self._stopped = True
        self._quiet.stop()
        self._soon.stop()
        self._drop_read()
        self.stopped.emit()

    def _build(self, place: str | None) -> None:
        for spec in FORMS[self.record.kind]:
            field = make_field(self._session, self.record.kind, spec, place)
            field.set_read_only(bool(self._session.library.read_only))
            field.edited.connect(lambda name=spec.name: self._edited(name))
            field.left.connect(lambda name=spec.name: self._left(name))
            field.further.connect(self.further)
            self._typed.add(spec, field)
            self._layout.addWidget(field)
            if spec.name in self._below:
                self._layout.addWidget(self._below[spec.name])
        self._layout.addStretch(1)

    def _edited(self, name: str) -> None:
        if self._typed.filling:
            return
        if self._sitting[0] != name:
            self._sitting = (name, 0)
        self._typed.edit(name)
        self._quiet.start()
        if not self._soon.isActive():
            self._soon.start()
        self.status.emit("…")

    def _left(self, name: str) -> None:
        if name in self._typed.unsaved:
            self._quiet.stop()
            self._store(name)
        if not self.in_flight and self._sitting[0] == name:
            self._sitting = ("", 0)

    def _store_sitting(self) -> None:
        name = self._sitting[0]
        if name in self._typed.unsaved and not (self.new and self.fields[name].walks):
            self._store(name)

    def _store(self, name: str) -> None:
        """Store a field, or the whole of a new record once nothing that it needs is missing."""
        if self.in_flight:
            if name not in self._waiting:
                self._waiting.append(name)
            return
        if not self._may_store:
            return
        try:
            value = self.fields[name].value()
        except BadValue as error:
            self._refuse(name, error)
            return
        if not self.new and value == self._typed.base.get(name):
            self._settled({name: self.fields[name].draft()}, {name: value})
            return
        self._send(self._typed.values(self.known) if self.new else {name: value}, name)

    def _send(self, given: dict[str, Any], name: str) -> None:
        if self.new and (missing := self._typed.missing(given)):
            self.status.emit(f"Kept as a draft; to be saved it needs: {', '.join(missing)}.")
            self.keep_draft()
            return
        sent = {name: self.fields[name].draft() for name in given if name in self.fields}
        base = {} if self.new else {name: self._typed.base[name] for name in given}
        self.keep_draft()  # a kill after the store would else leave an older text, to be offered as not saved
        self._drop_read()  # it may see what is stored now, and take it for a change made elsewhere
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

    def _landed(self, name: str, revision: int, sent: dict[str, str], given: dict[str, Any]) -> None:
        self.in_flight = False
        new, self.new = self.new, False
        if self._sitting[0] == name:
            self._sitting = (name, revision) if self.fields[name].holds_focus() else ("", 0)
        self._settled(sent, given)
        self.stored.emit(new)
        self._waiting += [again for again in self._typed.refused if again not in self._waiting]  # it may fit by now
        self._go_on()

    def _settled(self, sent: dict[str, str], given: dict[str, Any]) -> None:
        cites = self.content.cites if self.content else ()
        cited = {cite.field for cite in cites if cite.source and cite.relation != "contradicts"}
        self._shaken |= dict.fromkeys(name for name in given if name in cited)
        self._typed.settle(sent, given)
        self.keep_draft()
        self._tell()
        self._read()

    def _failed(self, name: str, error: KnownError) -> None:
        self.in_flight = False
        if isinstance(error, Gone) and not self.new:
            self._lose()
        elif isinstance(error, ChangedMeanwhile):
            self._typed.overtake(error.field)
            self._tell()
            self._read()
        else:
            self._refuse(name, error)
            self._read()
        if not isinstance(error, BadValue | ChangedMeanwhile | Gone):
            self.troubled.emit(error)
        self._go_on()

    def _refuse(self, name: str, error: KnownError) -> None:
        """Say at the field what is wrong; what was typed stays, as a draft."""
        self._typed.refuse(name, error)
        self.status.emit(NOT_SAVED)
        self.keep_draft()

    def _tell(self) -> None:
        """Say how it stands with what was typed, when nothing is on its way."""
        words = "…" if self._typed.unsaved else saved([self.fields[name].label for name in self._shaken])
        if self._typed.refused:
            words = NOT_SAVED
        self.status.emit(OVERTAKEN if self._typed.overtaken else words)

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, []
        for name in waiting:
            if name in self._typed.unsaved:
                self._store(name)
        if not self.in_flight:
            self.settled.emit()

    def _changed(self, _changes: Changes) -> None:
        if not self.in_flight:
            self._read()

    @property
    def _is_here(self) -> bool:
        """Whether the library of the form is still the open one."""
        return self._session.is_open and self._drafts.library == self._library

    @property
    def _may_store(self) -> bool:
        """Whether the record is there, as far as is known, and may be changed."""
        known = bool(self._typed.base)  # nothing is known of one that was gone when its form was opened
        return known and not self.is_gone and self._is_here and not self._session.library.read_only

    def _drop_read(self) -> None:
        if self._reading:
            self._reading()
            self._reading = None

    def _read(self) -> None:
        if self._stopped or self.new or not self._is_here:
            return
        self._drop_read()
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
            self._typed.fill(self.known, beginning.names)
            passage = f": “{' '.join(beginning.passage.split())[:PASSAGE]}”" if beginning.passage else ""
            self.placed.emit(beginning.place_title + passage)

    def _show(self, found: Found | None) -> None:
        if found is None:
            self._lose()
            return
        if self.is_gone:
            self.is_gone = False
            self.back.emit()
            if self._stopped:  # a fresh form took the place of one that showed no more than the draft
                return
        content = found.content
        first = not self.fields
        if first:
            self._build(content.place.kind if content.place else None)
        self.content = content
        over = self._typed.compare(content, self._insist, self._give_way)
        self._fill(found)
        if first:
            self._resume_draft()
            self.status.emit("" if not self._typed.unsaved else "Not saved yet")
        elif self._typed.overtaken:
            self._tell()
        if self._focus_when_read:
            self.focus_first()
        self.shown.emit(content)
        for name in over:
            self._store(name)

    def _fill(self, found: Found) -> None:
        """Show what is stored, and what looks like a slip in it."""
        self._typed.fill(found.content.base, found.content.names)
        for warned in found.warnings:
            if warned.field in self.fields and not self.fields[warned.field].problem():
                ways = form_values.ways_on(self.record, warned, self.go_requested.emit)
                self.fields[warned.field].set_problem(warned.sentence, ways)

    def _insist(self, name: str, present: Any) -> None:
        self._typed.base[name] = present
        self._typed.accept(name)
        self._store(name)

    def _give_way(self, name: str) -> None:
        self._typed.unsaved.discard(name)
        self._typed.accept(name)
        self.keep_draft()
        if self.content:
            self._typed.fill(self.content.base, self.content.names)
        self._tell()

    def _lose(self) -> None:
        """The record was removed elsewhere; what is in the form stays, and what is kept of it as a draft is shown."""
        self.is_gone = True
        if not self.fields and self._drafts.of(self.record):
            self._build(None)
            self._resume_draft()
        self.keep_draft()
        self.status.emit(NOT_SAVED if self._typed.unsaved else "")
        self.gone.emit()

    def _resume_draft(self) -> None:
        draft = self._drafts.of(self.record)
        self._resumed = True
        if draft:
            self._title = draft.title
            self._typed.resume(draft.texts)
        self._quiet.stop()  # a draft waits until one has looked at it
        if draft and not self._typed.unsaved:
            self._drafts.drop(self._library, self.record)


def saved(shaken: Sequence[str]) -> str:
    """That all is saved, and of which fields the sources were cited for what stood there before."""
    if not shaken:
        return "Saved"
    what = ", ".join(shaken)
    return f"Saved. See whether the sources of {what} say this too: they were cited for what stood there."
