"""Notes: annotations on a record, on one of its fields, or on a passage of a source."""

from __future__ import annotations

from typing import ClassVar, NamedTuple, TypedDict, Unpack

from db import references
from db.errors import BadValue
from db.passages import Passage, hold
from db.records import Draft, Records, new_uid
from db.references import Record
from db.revisions import now


class Note(NamedTuple):
    """One note as it is stored."""

    id: int
    uid: str
    record_kind: str
    record_uid: str
    field: str | None
    citation_id: int | None
    body: str
    author: str | None
    made_at: str


class NoteValues(TypedDict, total=False):
    """What people edit of a note; `citation` (a passage that its record cites) by uid."""

    field: str | None
    citation: str | None
    body: str


class Notes(Records[Note]):
    """The notes of a library."""

    kind, table, label, title, row = "note", "notes", "note", "body", Note
    required = ("body",)
    refers: ClassVar = {"citation": "citations"}

    def add(self, record: Record, *, uid: str | None = None, **given: Unpack[NoteValues]) -> str:
        """A new note on a record, signed and dated; its uid. Needs a body."""
        signed = {"author": self._library.author, "made_at": now()}
        return self._add({"record_kind": record[0], "record_uid": record[1]} | signed | given, uid)

    def add_on_passage(self, source: str, starts: int, ends: int, body: str, uid: str | None = None) -> str:
        """A new note on a passage of a source's text (offsets in code points); its uid."""
        uid = uid or new_uid()
        with self._library.revise("Add note"):
            self.add(Record("source", source), uid=uid, body=body)
            self._edit(uid, {"citation": hold(self._library, Passage(source, starts, ends), Record("note", uid))})
        return uid

    def edit(self, uid: str, **given: Unpack[NoteValues]) -> None:
        """Change fields of a note."""
        self._edit(uid, given)

    def of(self, record: Record) -> list[Note]:
        """The notes on a record, oldest first."""
        with self._library.reading() as conn:
            return self._select(conn, "WHERE record_kind = ? AND record_uid = ? ORDER BY id", record)

    def _check(self, draft: Draft) -> None:
        conn, _, whole = draft
        record = (whole["record_kind"], whole["record_uid"])
        references.check_record(conn, *record, whole.get("field"))
        if whole.get("citation_id") is not None:
            cited = conn.execute(
                "SELECT record_kind, record_uid FROM citations WHERE id = ?", [whole["citation_id"]]
            ).fetchone()
            if cited not in (record, ("note", whole["uid"])):
                raise BadValue("A note can stand on a passage only where its own record cites it.", "citation")
