"""Notes: annotations on a record, on one of its fields, or on a passage of a source."""

from __future__ import annotations

from typing import ClassVar, NamedTuple, TypedDict, Unpack

from db import references
from db.errors import BadValue
from db.note_list import DAY
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


class PassageNote(NamedTuple):
    """A note on a passage of a source, at its place in the text (code points); `day` where the reader lives."""

    uid: str
    starts: int
    ends: int
    body: str
    author: str | None
    day: str


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
            passage = self._library.citations.add(Record("note", uid), source=source, starts=starts, ends=ends)
            self._edit(uid, {"citation": passage})
        return uid

    def edit(self, uid: str, **given: Unpack[NoteValues]) -> None:
        """Change fields of a note."""
        self._edit(uid, given)

    def of(self, record: Record) -> list[Note]:
        """The notes on a record, oldest first."""
        with self._library.reading() as conn:
            return self._select(conn, "WHERE record_kind = ? AND record_uid = ? ORDER BY id", record)

    def on_passages(self, source: str) -> list[PassageNote]:
        """The notes on passages of a source's text, in the order of the text."""
        with self._library.reading() as conn:
            rows = conn.execute(
                f"SELECT n.uid, c.starts, c.ends, n.body, n.author, {DAY} FROM sources s "
                "JOIN citations c ON c.source_id = s.id JOIN notes n ON n.citation_id = c.id "
                "WHERE s.uid = ? AND c.starts IS NOT NULL ORDER BY c.starts, c.ends, n.id",
                [source],
            )
            return [PassageNote(*row) for row in rows]

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
