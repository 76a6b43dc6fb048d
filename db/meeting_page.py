"""All that the page of one meeting shows, read in one go: participants, outcomes, quotes, disputes, sources."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, NamedTuple

from db import adopting, coverage, since_cited
from db.cancel import Cancel
from db.coverage import Share
from db.errors import Gone
from db.note_list import DAY
from db.quote_lines import QuoteLine
from db.readings import Reading
from db.record_titles import TITLE
from db.references import Record
from db.since_cited import Since
from db.tag_tree import TagMark

if TYPE_CHECKING:
    from db.library import Library


class Facts(NamedTuple):
    """The meeting itself; an event has its note as summary and its place as city."""

    record: str
    uid: str
    kind: str
    number: int | None
    title: str
    starts: str | None
    ends: str | None
    city: str | None
    country: str | None
    venue: str | None
    held: str
    summary: str | None


class Line(NamedTuple):
    """One party at the meeting."""

    uid: str
    party: str
    role: str
    attendance: str
    head: str | None
    head_title: str | None
    note: str | None


class OutcomeLine(NamedTuple):
    """One result, with the labels of its topics."""

    uid: str
    act: str
    act_as_worded: str | None
    actor: str | None
    text: str
    note: str | None
    topics: tuple[str, ...]


class Cite(NamedTuple):
    """One citation of a value; `source` is the uid of its source, None when it is recalled.

    With an `anchor` its words stand at no known place of the text, and may be where `moved_starts` says. `then` tells
    what the values that rest on it said when they were cited, where they were changed since.
    """

    id: int
    record_kind: str
    record_uid: str
    field: str | None
    source: str | None
    relation: str
    basis: str
    starts: int | None
    ends: int | None
    exact: str | None
    as_worded: str | None
    uid: str
    anchor: str | None
    moved_starts: int | None
    moved_ends: int | None
    then: str = ""


class ReadingLine(NamedTuple):
    """One of the values that sources give on a point.

    `instead` is what the page says where it follows this one and yet says something else; empty when it says nothing.
    """

    uid: str
    record_kind: str
    record_uid: str
    field: str | None
    about: str
    value: str
    adopted: bool
    reason: str | None
    instead: str | None


class SourceLine(NamedTuple):
    """A source as a list shows it; `has_text` tells whether its full text is held."""

    uid: str
    title: str
    publisher: str | None
    url: str | None
    published: str | None
    published_basis: str
    language: str | None
    note: str | None
    has_text: bool
    type: str | None
    authors: str | None
    accessed: str | None
    archive_url: str | None
    rights: str | None


class Noted(NamedTuple):
    """A note on the meeting, on anything on its page, or on a source that it cites; `title` is what that is called.

    A note on a passage has its `citation` and the `passage`, with an `anchor` when that stands at no known place;
    `day` is the day of writing where the reader lives.
    """

    uid: str
    record_kind: str
    record_uid: str
    field: str | None
    citation: int | None
    passage: str | None
    body: str
    author: str | None
    day: str
    title: str
    anchor: str | None


class MeetingPage(NamedTuple):
    """The page of one meeting or event; `sources` in the order in which the page cites them."""

    facts: Facts
    lines: list[Line]
    outcomes: list[OutcomeLine]
    quotes: list[QuoteLine]
    readings: list[ReadingLine]
    notes: list[Noted]
    cites: list[Cite]
    sources: list[SourceLine]
    tags: dict[Record, tuple[TagMark, ...]]
    """The tags on the meeting and on what stands on its page; what has none is left out."""
    share: Share
    """How many values of the page cite something seen."""

    def best_cite(self, fields: Collection[str]) -> Cite | None:
        """What is best cited for some fields of the meeting or event itself, those with a passage first."""
        own = self.facts.record, self.facts.uid
        cites = [cite for cite in self.cites if (cite.record_kind, cite.record_uid) == own and cite.field in fields]
        return min(cites, key=_weakness, default=None)


def _weakness(cite: Cite) -> tuple[bool, bool, bool]:
    """The less, the better it shows what stands behind a value."""
    return cite.basis != "seen", cite.relation == "contradicts", cite.exact is None or cite.anchor is not None


_MEETING = """
  SELECT 'meeting', uid, kind, number, title, starts, ends, city, country, venue, held, summary
  FROM meetings WHERE uid = :uid
  UNION ALL SELECT 'event', uid, kind, number, title, happened, happened, place, NULL, NULL, 'held', note
  FROM events WHERE uid = :uid
"""
_PARTICIPATIONS = """
  SELECT l.uid, p.name, l.role, l.attendance, h.name, l.head_title, l.note
  FROM participations l JOIN meetings m ON m.id = l.meeting_id JOIN parties p ON p.id = l.party_id
    LEFT JOIN people h ON h.id = l.head_id
  WHERE m.uid = :uid ORDER BY l.id
"""
_OUTCOMES = """
  SELECT o.uid, o.act, o.act_as_worded, o.actor, o.text, o.note,
    (SELECT group_concat(t.label, char(10)) FROM outcome_topics ot JOIN topics t ON t.id = ot.topic_id
      WHERE ot.outcome_id = o.id)
  FROM outcomes o JOIN meetings m ON m.id = o.meeting_id WHERE m.uid = :uid ORDER BY o.position, o.id
"""
# What stands on the page: the record itself, its lines, outcomes and quotes, and readings and notes on any of them.
_PARTS = """
  WITH base (kind, uid, place) AS (
    SELECT :record, :uid, 0
    UNION ALL SELECT 'participation', l.uid, l.id FROM participations l JOIN meetings m ON m.id = l.meeting_id
      WHERE m.uid = :uid
    UNION ALL SELECT 'outcome', o.uid, o.position FROM outcomes o JOIN meetings m ON m.id = o.meeting_id
      WHERE m.uid = :uid
    UNION ALL SELECT 'quote', q.uid, q.position FROM quotes q JOIN meetings m ON m.id = q.meeting_id
      WHERE m.uid = :uid),
  parts (kind, uid, place) AS (
    SELECT * FROM base
    UNION ALL SELECT 'reading', r.uid, r.id FROM readings r JOIN base b
      ON r.record_kind = b.kind AND r.record_uid = b.uid
    UNION ALL SELECT 'note', n.uid, n.id FROM notes n JOIN base b ON n.record_kind = b.kind AND n.record_uid = b.uid)
"""
_READINGS = f"""{_PARTS}
  SELECT r.id, r.uid, r.record_kind, r.record_uid, r.field, r.about, r.value, r.adopted, r.reason
  FROM readings r JOIN base b ON r.record_kind = b.kind AND r.record_uid = b.uid ORDER BY r.id
"""
# What notes of the page stand on: all that, and the sources that it cites.
_NOTED = f"""{_PARTS},
  noted (kind, uid) AS (
    SELECT kind, uid FROM parts
    UNION SELECT 'source', s.uid FROM citations c JOIN parts p ON c.record_kind = p.kind AND c.record_uid = p.uid
      JOIN sources s ON s.id = c.source_id)
"""
_NOTES = f"""{_NOTED}
  SELECT n.uid, n.record_kind, n.record_uid, n.field, n.citation_id, c.exact, n.body, n.author, {DAY}, {TITLE},
    c.anchor
  FROM noted p JOIN notes n ON n.record_kind = p.kind AND n.record_uid = p.uid
    LEFT JOIN citations c ON c.id = n.citation_id
  ORDER BY n.id
"""
_WHOLE = f"""{_NOTED},
  whole (kind, uid, place) AS (
    SELECT * FROM parts UNION SELECT 'note', n.uid, n.id FROM noted d JOIN notes n
      ON n.record_kind = d.kind AND n.record_uid = d.uid)
"""
_CITES = f"""{_WHOLE}
  SELECT c.id, c.record_kind, c.record_uid, c.field, s.uid, c.relation, c.basis, c.starts, c.ends, c.exact,
    c.as_worded, c.uid, c.anchor, c.moved_starts, c.moved_ends
  FROM whole p JOIN citations c ON c.record_kind = p.kind AND c.record_uid = p.uid
    LEFT JOIN sources s ON s.id = c.source_id
  ORDER BY CASE p.kind WHEN 'participation' THEN 1 WHEN 'outcome' THEN 2 WHEN 'reading' THEN 3 WHEN 'quote' THEN 4
    WHEN 'note' THEN 5 ELSE 0 END, p.place, c.id
"""
_TAGS = f"""{_WHOLE}
  SELECT g.record_kind, g.record_uid, t.id, t.name, t.colour
  FROM (SELECT kind, uid FROM whole UNION SELECT kind, uid FROM noted) p
    JOIN taggings g ON g.record_kind = p.kind AND g.record_uid = p.uid JOIN tags t ON t.id = g.tag_id
  ORDER BY g.id
"""
_SOURCE = (
    "uid, title, publisher, url, published, published_basis, language, note, text IS NOT NULL, type, authors, "
    "accessed, archive_url, rights"
)


def read(library: Library, uid: str, cancel: Cancel) -> MeetingPage:
    """The page of a meeting or event; Gone when it is no longer in the library."""
    with library.reading(cancel) as conn:
        row = conn.execute(_MEETING, {"uid": uid}).fetchone()
        if row is None:
            raise Gone("This meeting is no longer in the library. Choose another from the list.")
        facts = Facts(*row)
        args = {"uid": uid, "record": facts.record}
        readings = [Reading._make(found) for found in conn.execute(_READINGS, args).fetchall()]
        since = _since(conn, Record(facts.record, uid), readings)
        cites = [_with_then(conn, Cite(*found), since) for found in conn.execute(_CITES, args).fetchall()]
        return MeetingPage(
            facts,
            [Line(*found) for found in conn.execute(_PARTICIPATIONS, args)],
            [
                OutcomeLine._make((*found[:6], tuple(found[6].split("\n")) if found[6] else ()))
                for found in conn.execute(_OUTCOMES, args)
            ],
            library.quotes.of_meeting(uid),
            [_reading(library, conn, reading) for reading in readings],
            [Noted(*found) for found in conn.execute(_NOTES, args)],
            cites,
            _sources(conn, cites),
            _tags(conn, args),
            coverage.share(conn, Record(facts.record, uid), since),
        )


def _since(conn: sqlite3.Connection, page: Record, readings: Iterable[Reading]) -> list[Since]:
    """What of a page was changed since it was cited."""
    return since_cited.find(conn, coverage.rows_of(conn, page) | {"reading": [reading.id for reading in readings]})


def _with_then(conn: sqlite3.Connection, cite: Cite, since: Iterable[Since]) -> Cite:
    own = [one for one in since if one.citation == cite.id and one.rests]
    return cite._replace(then=since_cited.words(conn, cite.record_kind, own)) if own else cite


def _reading(library: Library, conn: sqlite3.Connection, reading: Reading) -> ReadingLine:
    _, *told, adopted, reason = reading
    return ReadingLine._make((*told, bool(adopted), reason, adopting.parted_from(library, conn, reading)))


def _tags(conn: sqlite3.Connection, args: dict[str, str]) -> dict[Record, tuple[TagMark, ...]]:
    found: dict[Record, tuple[TagMark, ...]] = {}
    for kind, uid, *tag in conn.execute(_TAGS, args):
        record = Record(kind, uid)
        found[record] = (*found.get(record, ()), TagMark._make(tag))
    return found


def _sources(conn: sqlite3.Connection, cites: Iterable[Cite]) -> list[SourceLine]:
    """The sources cited, each once, in the order of the citations."""
    wanted = list(dict.fromkeys(cite.source for cite in cites if cite.source))
    found: dict[str, SourceLine] = {}
    for start in range(0, len(wanted), 500):
        some = wanted[start : start + 500]
        marks = ", ".join("?" * len(some))
        for row in conn.execute(f"SELECT {_SOURCE} FROM sources WHERE uid IN ({marks})", some):
            found[row[0]] = SourceLine._make((*row[:8], bool(row[8]), *row[9:]))
    return [found[uid] for uid in wanted if uid in found]
