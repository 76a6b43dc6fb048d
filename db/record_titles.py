"""What people know any record by, whatever its kind, and the meeting on whose page it stands."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, NamedTuple

from db.cancel import Cancel
from db.references import Record
from db.vocabulary import RECALLED

if TYPE_CHECKING:
    from db.library import Library


class Named(NamedTuple):
    """What a record is called, and the meeting or event that it belongs to: its uid and title."""

    title: str
    meeting: str | None = None
    meeting_title: str | None = None


def _chosen(cases: dict[str, str]) -> str:
    """SQL that picks by the kind of record in row `n`."""
    return "CASE n.record_kind " + " ".join(f"WHEN '{kind}' THEN ({sql})" for kind, sql in cases.items()) + " END"


_LONGEST = 240
_HERE = "uid = n.record_uid"
_PARTY = "SELECT p.name FROM participations l JOIN parties p ON p.id = l.party_id WHERE l.uid = n.record_uid"

TITLE = _chosen(
    {
        "meeting": f"SELECT title FROM meetings WHERE {_HERE}",
        "event": f"SELECT title FROM events WHERE {_HERE}",
        "party": f"SELECT name FROM parties WHERE {_HERE}",
        "person": f"SELECT name FROM people WHERE {_HERE}",
        "participation": _PARTY,
        "outcome": f"SELECT substr(text, 1, {_LONGEST}) FROM outcomes WHERE {_HERE}",
        "topic": f"SELECT label FROM topics WHERE {_HERE}",
        "quote": f"SELECT substr(text, 1, {_LONGEST}) FROM quotes WHERE {_HERE}",
        "source": f"SELECT title FROM sources WHERE {_HERE}",
        "citation": f"SELECT coalesce(substr(c.exact, 1, 240), s.title, c.as_worded, '{RECALLED}') FROM citations c "
        "LEFT JOIN sources s ON s.id = c.source_id WHERE c.uid = n.record_uid",
        "reading": f"SELECT about FROM readings WHERE {_HERE}",
        "alias": f"SELECT form FROM aliases WHERE {_HERE}",
        "note": f"SELECT substr(body, 1, {_LONGEST}) FROM notes WHERE {_HERE}",
        "tag": f"SELECT name FROM tags WHERE {_HERE}",
        "search": f"SELECT name FROM searches WHERE {_HERE}",
        "library": "SELECT value FROM library WHERE key = 'title'",
    }
)
"""SQL: what the record is called on which row `n` stands (record_kind, record_uid)."""

_PLACES = {
    "meeting": "SELECT n.record_uid",
    "event": "SELECT n.record_uid",
    **{
        kind: f"SELECT m.uid FROM {table} p JOIN meetings m ON m.id = p.meeting_id WHERE p.uid = n.record_uid"
        for kind, table in (("participation", "participations"), ("outcome", "outcomes"), ("quote", "quotes"))
    },
}
_PLACE = _chosen(_PLACES)
_STANDS = {"note": "notes", "reading": "readings", "citation": "citations"}
"""Tables of what stands on another record, and is shown where that is."""

_MEETING = "SELECT title FROM meetings WHERE uid = :uid UNION ALL SELECT title FROM events WHERE uid = :uid"
_NAMED = f"SELECT {TITLE}, {_PLACE} FROM (SELECT ? AS record_kind, ? AS record_uid) n"


def named(conn: sqlite3.Connection, records: set[Record]) -> dict[Record, Named]:
    """Titles and meetings of some records; those that are gone are left out."""
    found: dict[Record, Named] = {}
    for record in records:
        title, meeting = conn.execute(_NAMED, record).fetchone()
        if title is not None:
            meeting = meeting or _meeting_below(conn, record)
            at = conn.execute(_MEETING, {"uid": meeting}).fetchone() if meeting else None
            found[record] = Named(title, meeting, at and at[0])
    return found


def of(library: Library, record: Record, cancel: Cancel) -> str:
    """What one record is called; empty when it is gone."""
    with library.reading(cancel) as conn:
        return named(conn, {record}).get(record, Named("")).title


def meeting_citing(library: Library, citation: int | None, cancel: Cancel) -> str | None:
    """The meeting or event whose page cites the passage of a citation, else its source; None when none does."""
    with library.reading(cancel) as conn:
        citing = conn.execute(
            "SELECT c.record_kind, c.record_uid FROM citations p JOIN citations c ON c.source_id = p.source_id "
            "WHERE p.id = ? ORDER BY coalesce(c.starts < p.ends AND p.starts < c.ends, 0) DESC, c.id",
            [citation],
        ).fetchall()
        found = (named(conn, {Record(*row)}).values() for row in citing)
        return next((what.meeting for some in found for what in some if what.meeting), None)


def _meeting_below(conn: sqlite3.Connection, record: Record) -> str | None:
    """The meeting of what a note, reading or citation stands on."""
    while record.kind in _STANDS:
        row = conn.execute(
            f"SELECT record_kind, record_uid FROM {_STANDS[record.kind]} WHERE uid = ?", [record.uid]
        ).fetchone()
        if row is None:
            return None
        record = Record(*row)
    meeting: str | None = conn.execute(_NAMED, record).fetchone()[1]
    return meeting
