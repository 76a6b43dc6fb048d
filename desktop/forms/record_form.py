"""The form of one record: its fields, filled anew whenever the library has something else to show in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db import Cancel, Changes, record_form
from db.record_form import Beginning, FormContent
from db.references import Record
from db.schema import DESCRIPTIONS
from db.vocabulary import RECORD_KINDS
from desktop.drafts import Drafts
from desktop.forms import form_values
from desktop.forms.field_editor import FieldEditor
from desktop.forms.form_fields import FORMS, make_field
from desktop.forms.form_values import Found
from desktop.forms.record_storing import NOT_SAVED, RecordStoring
from desktop.session import Session
from desktop.trail import Address

MADE_OF_PASSAGE = "Not saved yet: it is stored with the next field that you leave, or when you close the form."
PASSAGE = 300  # characters of the passage on which a new note will stand


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
        self.storing = RecordStoring(session, drafts, record, known, self)
        self.known = self.storing.known
        self._session, self._typed = session, self.storing.typed
        self._below: dict[str, QWidget] = {}
        self._stopped = self._focus_when_read = False
        self._went_on_at: tuple[str | None, str] | None = None
        self._reading: Cancel | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self.storing.sending.connect(self._drop_read)
        self.storing.outdated.connect(self._read)
        self.storing.lost.connect(self._lose)
        self.storing.status.connect(self.status)
        self.storing.stored.connect(self.stored)
        self.storing.settled.connect(self.settled)
        self.storing.troubled.connect(self.troubled)
        session.changed.connect(self._changed)

    def begin(self) -> None:
        """Show the record, or the empty form of a new one with the draft of it, if there is one."""
        if self.new:
            place = self.known.get("record") or (("source", "") if "source" in self.known else None)
            self._build(place[0] if place else None)
            self._typed.fill(self.known, {})
            if self._is_made_of_passage:
                self._typed.edit("text")
            self.storing.resume_draft()
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
    def records(self) -> list[Record]:
        """The record, as the one of those in the form."""
        return [self.record]

    @property
    def content(self) -> FormContent | None:
        """What was read of the record last; None as long as nothing was."""
        return self.storing.content

    @property
    def new(self) -> bool:
        """Whether the record is not in the library yet."""
        return self.storing.new

    @property
    def is_gone(self) -> bool:
        """Whether the record is no longer in the library."""
        return self.storing.is_gone

    @property
    def in_flight(self) -> bool:
        """Whether something is on its way to the library."""
        return self.storing.in_flight

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not stored."""
        return self.storing.unsaved

    @property
    def _is_made_of_passage(self) -> bool:
        """Whether it is a new quote whose words were taken from a source: it is stored though nothing was typed."""
        return self.new and self.record.kind == "quote" and "starts" in self.known

    def leave(self) -> None:
        """Store what can be stored of what was typed, and keep the rest as a draft; the form may be closed then."""
        self.storing.leave()

    def waits_for_names(self) -> bool:
        """Whether a name is still looked for that was typed before a further record was wished for.

        `further` tells when it is known, if nothing was done in the form since. Who asks again does not wait.
        """
        if self._went_on_at or not self._looks_up():
            self._went_on_at = None
            return False
        self._went_on_at = self._place_of_hands()
        return True

    def _looks_up(self) -> bool:
        return any(field.looks_up for field in self.fields.values())

    def _place_of_hands(self) -> tuple[str | None, str]:
        """The field that has the focus, and what is in it."""
        name = next((name for name, field in self.fields.items() if field.holds_focus()), None)
        return name, self.fields[name].text() if name else ""

    def _leave_field(self, name: str) -> None:
        self.storing.leave_field(name)
        if self._went_on_at and not self._looks_up():
            stayed = self._went_on_at == self._place_of_hands()
            self._went_on_at = None
            if stayed and not self._stopped:
                self.further.emit()

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
        name, _ = self._place_of_hands()
        columns = DESCRIPTIONS[RECORD_KINDS[self.record.kind]]
        return next((column for column in (name, f"{name}_id") if column in columns), None)

    def stop(self) -> None:
        """Read nothing more: the form was left and is no longer shown; what is on its way is still stored."""
        self._stopped = True
        self.storing.stop()
        self._drop_read()
        self.stopped.emit()

    def _build(self, place: str | None) -> None:
        for spec in FORMS[self.record.kind]:
            field = make_field(self._session, self.record.kind, spec, place)
            field.set_read_only(bool(self._session.library.read_only))
            field.edited.connect(lambda name=spec.name: self.storing.edit(name))
            field.left.connect(lambda name=spec.name: self._leave_field(name))
            field.further.connect(self.further)
            self._typed.add(spec, field)
            self._layout.addWidget(field)
            if spec.name in self._below:
                self._layout.addWidget(self._below[spec.name])
        self._layout.addStretch(1)

    def _changed(self, _changes: Changes) -> None:
        if not self.in_flight:
            self._read()

    def _drop_read(self) -> None:
        if self._reading:
            self._reading()
            self._reading = None

    def _read(self) -> None:
        if self._stopped or self.new or not self.storing.is_here:
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
        if self.storing.is_gone:
            self.storing.is_gone = False
            self.back.emit()
            if self._stopped:  # a fresh form took the place of one that showed no more than the draft
                return
        content = found.content
        first = not self.fields
        if first:
            self._build(content.place.kind if content.place else None)
        over = self.storing.take(content)
        self._fill(found)
        if first:
            self.storing.resume_draft()
            self.status.emit("" if not self._typed.unsaved else "Not saved yet")
        elif self._typed.overtaken:
            self.storing.tell()
        if self._focus_when_read:
            self.focus_first()
        self.shown.emit(content)
        for name in over:
            self.storing.store(name)

    def _fill(self, found: Found) -> None:
        """Show what is stored, and what looks like a slip in it."""
        self._typed.fill(found.content.base, found.content.names)
        for warned in found.warnings:
            if warned.field in self.fields and not self.fields[warned.field].problem():
                ways = form_values.ways_on(self.record, warned, self.go_requested.emit)
                self.fields[warned.field].set_problem(warned.sentence, ways)

    def _lose(self) -> None:
        """The record was removed elsewhere; what is in the form stays, and what is kept of it as a draft is shown."""
        self.storing.is_gone = True
        if not self.fields and self.storing.draft:
            self._build(None)
            self.storing.resume_draft()
        self.storing.keep_draft()
        self.status.emit(NOT_SAVED if self._typed.unsaved else "")
        self.gone.emit()
