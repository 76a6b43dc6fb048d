"""What the first page of a library shows: its title, what it holds, where to begin, and notes on the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.cancel import Cancel
from db.meeting_list import MeetingLine

if TYPE_CHECKING:
    from db.library import Library

_COUNTS = {
    "meetings": "SELECT count(*) FROM meetings",
    "participations": "SELECT count(*) FROM participations",
    "outcomes": "SELECT count(*) FROM outcomes",
    "quotes": "SELECT count(*) FROM quotes",
    "sources": "SELECT count(*) FROM sources",
    "disputed": "SELECT count(*) FROM (SELECT DISTINCT record_kind, record_uid, about FROM readings)",
    "readings": "SELECT count(*) FROM readings",
}


class Year(NamedTuple):
    """A year, and the uid of the meeting that began first or last in it."""

    year: str
    meeting: str


class FrontPage(NamedTuple):
    """The library at a glance; `kinds` counts meetings of each kind, `notes` are those on the library as a whole.

    `years` are the first and the last, one where these are the same, none where no day is known.
    """

    title: str
    facts: dict[str, str]
    counts: dict[str, int]
    kinds: dict[str, int]
    years: list[Year]
    first: MeetingLine | None
    last: MeetingLine | None
    notes: list[str]


def uid_of(library: Library, cancel: Cancel) -> str:
    """The uid of a library, which every copy of its file has; empty when it has none."""
    with library.reading(cancel) as conn:
        row = conn.execute("SELECT value FROM library WHERE key = 'uid'").fetchone()
    return row[0] if row else ""


def read(library: Library, cancel: Cancel) -> FrontPage:
    """The first page of a library."""
    with library.reading(cancel) as conn:
        facts = dict(conn.execute("SELECT key, value FROM library").fetchall())
        counts = {name: conn.execute(sql).fetchone()[0] for name, sql in _COUNTS.items()}
        kinds = dict(conn.execute("SELECT kind, count(*) FROM meetings GROUP BY kind").fetchall())
        began = "SELECT substr(starts, 1, 4), uid FROM meetings WHERE starts IS NOT NULL ORDER BY starts"
        outer = [Year(*row) for order in ("", "DESC") for row in conn.execute(f"{began} {order} LIMIT 1")]
        round_ = (
            "SELECT 'meeting', uid, kind, number, title, starts, ends, city, held, disputed, notes "
            "FROM meeting_overview WHERE kind = 'round' AND starts IS NOT NULL ORDER BY starts"
        )
        ends = [conn.execute(f"{round_} {order} LIMIT 1").fetchone() for order in ("", "DESC")]
        notes = conn.execute("SELECT body FROM notes WHERE record_kind = 'library' ORDER BY id").fetchall()
    years = outer[: len({year.year for year in outer})]
    first, last = (MeetingLine(*row) if row else None for row in ends)
    title = facts.get("title") or "Untitled library"
    return FrontPage(title, facts, counts, kinds, years, first, last, [row[0] for row in notes])
