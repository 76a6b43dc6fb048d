"""Stores what is typed in a form when a field is left or after two quiet seconds, and keeps the rest as a draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from db import KnownError
from db.errors import BadValue, ChangedMeanwhile, Gone
from db.record_form import FormContent
from db.references import Record
from desktop.commands import records
from desktop.drafts import Draft, Drafts
from desktop.forms import form_values
from desktop.forms.typed_fields import TypedFields
from desktop.session import Session

QUIET = 2000  # milliseconds without typing after which a field is stored
DRAFT = 700  # milliseconds of typing after which the draft is kept
SAID = 200  # characters of what is typed that tell a draft from others
NOT_SAVED = "Not saved; what you typed is kept as a draft."
OVERTAKEN = "Not saved: it was changed elsewhere meanwhile. What you typed is kept as a draft."


class RecordStoring(QObject):
    """The way from the fields of one record, which may be new, to the library."""

    status = Signal(str)
    """How it stands with what was typed, in words."""
    sending = Signal()
    """Something goes to the library; a reading under way may see it, and take it for a change made elsewhere."""
    outdated = Signal()
    """What was last read of the record need no longer be so."""
    lost = Signal()
    """The record is no longer in the library."""
    stored = Signal(bool)
    """Something was stored; whether the record was new before that."""
    settled = Signal()
    """Nothing is on its way to the library any more."""
    troubled = Signal(Exception)
    """What was typed could not be stored for a reason that lies outside of it."""

    def __init__(
        self,
        session: Session,
        drafts: Drafts,
        record: Record,
        known: Mapping[str, Any] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """For a stored record; for a new one when `known` has what is known of it already."""
        super().__init__(parent)
        self.record = record
        self.new = known is not None
        self.known = dict(known or {})
        self.content: FormContent | None = None
        self.typed = TypedFields()
        self.in_flight = self.is_gone = False
        self._session, self._drafts = session, drafts
        self._library = drafts.library
        self._title = ""
        self._waiting: list[str] = []
        self._shaken: dict[str, None] = {}  # fields changed here though they cite something
        self._sitting = ("", 0)
        self._resumed = False
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._soon = QTimer(self, singleShot=True, interval=DRAFT)
        self._quiet.timeout.connect(self._store_sitting)
        self._soon.timeout.connect(self.keep_draft)

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not stored."""
        return bool(self.typed.unsaved) or self.in_flight

    @property
    def draft(self) -> Draft | None:
        """What was kept of the record, if anything."""
        return self._drafts.of(self.record)

    @property
    def is_here(self) -> bool:
        """Whether the library of the form is still the open one."""
        return self._session.is_open and self._drafts.library == self._library

    def leave(self) -> None:
        """Store what can be stored of what was typed, and keep the rest as a draft; the form may be closed then."""
        self._quiet.stop()
        for name in sorted(self.typed.unsaved):
            self.store(name)
        self.keep_draft()

    def keep_draft(self) -> None:
        """Keep what is typed and not stored, as it stands; a draft that was not put back yet stays as it is."""
        self._soon.stop()
        if not self._resumed:
            return
        if not self.typed.unsaved:
            self._drafts.drop(self._library, self.record)
            return
        title = self.content.title if self.content else self._title
        texts, said = self.typed.drafts(), self.typed.said()[:SAID]
        self._drafts.keep(Draft(self.record, self.new, title, texts, self.known, self._library, said))

    def resume_draft(self) -> None:
        """Put back into the fields what was kept of them as a draft."""
        draft = self.draft
        self._resumed = True
        if draft:
            self._title = draft.title
            self.typed.resume(draft.texts)
        self._quiet.stop()  # a draft waits until one has looked at it
        if draft and not self.typed.unsaved:
            self._drafts.drop(self._library, self.record)

    def stop(self) -> None:
        """Store nothing more by itself; what is on its way is still stored."""
        self._quiet.stop()
        self._soon.stop()

    def take(self, content: FormContent) -> list[str]:
        """Take what was read of the record; the fields left that may be stored now, as they could not before."""
        self.content = content
        return self.typed.compare(content, self._insist, self._give_way)

    def edit(self, name: str) -> None:
        """Something was typed in a field."""
        if self.typed.filling:
            return
        if self._sitting[0] != name:
            self._sitting = (name, 0)
        self.typed.edit(name)
        self._quiet.start()
        if not self._soon.isActive():
            self._soon.start()
        self.status.emit("…")

    def leave_field(self, name: str) -> None:
        """The cursor went out of a field."""
        if name in self.typed.unsaved:
            self._quiet.stop()
            self.store(name)
        if not self.in_flight and self._sitting[0] == name:
            self._sitting = ("", 0)

    def store(self, name: str) -> None:
        """Store a field, or the whole of a new record once nothing that it needs is missing."""
        if self.in_flight:
            if name not in self._waiting:
                self._waiting.append(name)
            return
        if not self._may_store:
            return
        try:
            value = self.typed.fields[name].value()
        except BadValue as error:
            self._refuse(name, error)
            return
        if not self.new and value == self.typed.base.get(name):
            self._settled({name: self.typed.fields[name].draft()}, {name: value})
            return
        self._send(self.typed.values(self.known) if self.new else {name: value}, name)

    def tell(self) -> None:
        """Say how it stands with what was typed, when nothing is on its way."""
        words = "…" if self.typed.unsaved else saved([self.typed.fields[name].label for name in self._shaken])
        if self.typed.refused:
            words = NOT_SAVED
        self.status.emit(OVERTAKEN if self.typed.overtaken else words)

    def _store_sitting(self) -> None:
        name = self._sitting[0]
        if name in self.typed.unsaved and not (self.new and self.typed.fields[name].walks):
            self.store(name)

    def _send(self, given: dict[str, Any], name: str) -> None:
        if self.new and (missing := self.typed.missing(given)):
            self.status.emit(f"Kept as a draft; to be saved it needs: {', '.join(missing)}.")
            self.keep_draft()
            return
        sent = {name: self.typed.fields[name].draft() for name in given if name in self.typed.fields}
        base = {} if self.new else {name: self.typed.base[name] for name in given}
        self.keep_draft()  # a kill after the store would else leave an older text, to be offered as not saved
        self.sending.emit()
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
            self._sitting = (name, revision) if self.typed.fields[name].holds_focus() else ("", 0)
        self._settled(sent, given)
        self.stored.emit(new)
        self._waiting += [again for again in self.typed.refused if again not in self._waiting]  # it may fit by now
        self._go_on()

    def _settled(self, sent: dict[str, str], given: dict[str, Any]) -> None:
        cites = self.content.cites if self.content else ()
        cited = {cite.field for cite in cites if cite.source and cite.relation != "contradicts"}
        self._shaken |= dict.fromkeys(name for name in given if name in cited)
        self.typed.settle(sent, given)
        self.keep_draft()
        self.tell()
        self.outdated.emit()

    def _failed(self, name: str, error: KnownError) -> None:
        self.in_flight = False
        if isinstance(error, Gone) and not self.new:
            self.lost.emit()
        elif isinstance(error, ChangedMeanwhile):
            self.typed.overtake(error.field)
            self.tell()
            self.outdated.emit()
        else:
            self._refuse(name, error)
            self.outdated.emit()
        if not isinstance(error, BadValue | ChangedMeanwhile | Gone):
            self.troubled.emit(error)
        self._go_on()

    def _refuse(self, name: str, error: KnownError) -> None:
        """Say at the field what is wrong; what was typed stays, as a draft."""
        self.typed.refuse(name, error)
        self.status.emit(NOT_SAVED)
        self.keep_draft()

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, []
        for name in waiting:
            if name in self.typed.unsaved:
                self.store(name)
        if not self.in_flight:
            self.settled.emit()

    @property
    def _may_store(self) -> bool:
        """Whether the record is there, as far as is known, and may be changed."""
        known = bool(self.typed.base)  # nothing is known of one that was gone when its form was opened
        return known and not self.is_gone and self.is_here and not self._session.library.read_only

    def _insist(self, name: str, present: Any) -> None:
        self.typed.base[name] = present
        self.typed.accept(name)
        self.store(name)

    def _give_way(self, name: str) -> None:
        self.typed.unsaved.discard(name)
        self.typed.accept(name)
        self.keep_draft()
        if self.content:
            self.typed.fill(self.content.base, self.content.names)
        self.tell()


def saved(shaken: Sequence[str]) -> str:
    """That all is saved, and of which fields the sources were cited for what stood there before."""
    if not shaken:
        return "Saved"
    what = ", ".join(shaken)
    return f"Saved. See whether the sources of {what} say this too: they were cited for what stood there."
