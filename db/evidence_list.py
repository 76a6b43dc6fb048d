"""What lacks evidence, as a list shows it: values that cite nothing seen, and points on which sources disagree.

Each row has a key, a number that says all about it: of a value its record, field and state, of a point its first
reading, of a heading its meeting. The keys stand in order; the words are read for a page of them.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from db import counted_values, coverage, record_titles, since_cited
from db.cancel import Cancel
from db.counted_values import COUNTED, Counted, told
from db.coverage import STATES, Share
from db.record_lines import Link, passages, seen
from db.record_titles import Named
from db.references import Record
from db.vocabulary import RECORD_KINDS

if TYPE_CHECKING:
    from db.library import Library

LACKS = {
    "unsourced": "unsourced",
    "recalled": "recalled, not checked",
    "announced": "announced only",
    "contradicted": "contradicted only",
    "changed": "changed since it was cited",
    "open": "sources disagree, left open",
    "followed": "sources disagree, one followed",
}
"""How a row of the list stands, with its name for people; the last two are points with several readings."""

LONGEST = 240  # characters of a text that a row may need
_POINT = 31  # in place of a value's place in COUNTED
_ORDER = tuple(LACKS)


class EvidenceFilters(NamedTuple):
    """What the list is narrowed to; None means any. `place` is a meeting or event."""

    state: str | None = None
    kind: str | None = None
    place: Record | None = None


class EvidenceFacets(NamedTuple):
    """For each filter the choices that occur, with their numbers of rows, and the share of the whole library."""

    states: list[tuple[str, int]]
    kinds: list[tuple[str, int]]
    places: list[tuple[Record, str, int]]
    share: Share


class Found(NamedTuple):
    """The keys of the rows, headings among them, how many rows there are without those, and the facets of all."""

    keys: array[int]
    rows: int
    facets: EvidenceFacets


class Heading(NamedTuple):
    """The meeting or event to which the rows below belong; no record where they belong to none."""

    record: Record | None
    title: str
    starts: str | None
    ends: str | None


class EvidenceLine(NamedTuple):
    """A row: `value` as people read it; of a point what it is about, with its readings.

    `record` is what is shown on the page, for a point its first reading; `on` and `title` are the kind and the name of
    what the value is of. `place` is its meeting or event, None for a quote of no meeting and the like. Of the `links`
    to passages those of a point are its readings, that of a value stands in the `tail`. `then` is what a value that was
    changed since it was cited said then.
    """

    key: int
    state: str
    record: Record
    field: str | None
    value: str
    on: str
    title: str
    place: Record | None
    readings: tuple[str, ...] = ()
    tail: str = ""
    links: tuple[Link, ...] = ()
    then: str = ""


class _Row(NamedTuple):
    place: int | None
    kind: str
    state: str
    key: int


_PLACES = """
  SELECT key, kind, uid, title FROM (
    SELECT id AS key, 'meeting' AS kind, uid, title, starts, ends, number FROM meetings
    UNION ALL SELECT -id, 'event', uid, title, happened, happened, number FROM events)
  ORDER BY starts IS NULL, starts, ends, number, uid
"""
_OF = " ".join(
    f"WHEN '{kind}' THEN (SELECT {at} FROM {table} t WHERE t.uid = r.record_uid)"
    for kind, table, at in (
        ("meeting", "meetings", "t.id"),
        ("event", "events", "-t.id"),
        ("participation", "participations", "t.meeting_id"),
        ("outcome", "outcomes", "t.meeting_id"),
        ("quote", "quotes", "t.meeting_id"),
    )
)
_POINTS = f"""
  SELECT CASE r.record_kind {_OF} END, r.record_kind, max(r.adopted), min(r.id)
  FROM readings r GROUP BY r.record_kind, r.record_uid, r.about
"""


def find(library: Library, filters: EvidenceFilters, cancel: Cancel) -> Found:
    """The keys of what the filters let through, under headings in the order of the meetings' days."""
    with library.reading(cancel) as conn:
        places = conn.execute(_PLACES).fetchall()
        rows, share = _rows(conn, cancel)
    at_place: dict[int | None, list[_Row]] = {}
    for row in rows:
        at_place.setdefault(row.place, []).append(row)
    record_of = {key: Record(kind, uid) for key, kind, uid, _ in places}
    keys, number = array("q"), 0
    for place in (*record_of, None):
        cancel.check()
        wanted = [row.key for row in at_place.get(place, ()) if _passes(row, filters, record_of)]
        if wanted:
            keys.append(_heading_key(place))
            keys.extend(sorted(wanted, key=_sort_key))
            number += len(wanted)
    titles = {key: title for key, _, _, title in places}
    counted = [(record_of[place], titles[place], len(at_place[place])) for place in record_of if place in at_place]
    return Found(keys, number, _facets(rows, counted, share))


def lines(library: Library, keys: Sequence[int]) -> list[Heading | EvidenceLine | None]:
    """At most a page of rows, by their keys; None stands for what is gone."""
    with library.reading() as conn:
        return [_heading(conn, key) if key < 0 else _line(conn, key) for key in keys]


def _rows(conn: sqlite3.Connection, cancel: Cancel) -> tuple[list[_Row], Share]:
    states: Counter[str] = Counter()
    rows: list[_Row] = []
    for value in coverage.values(conn):
        state = STATES[value.state]
        states[state] += 1
        if state != "seen":
            rows.append(_Row(value.place, COUNTED[value.counted].kind, state, _key(value.id, value.counted, state)))
    for place, kind, adopted, first in conn.execute(_POINTS):
        cancel.check()
        state = "followed" if adopted else "open"
        rows.append(_Row(place, kind, state, _key(first, _POINT, state)))
    return rows, Share(**states)


def _facets(rows: Iterable[_Row], places: list[tuple[Record, str, int]], share: Share) -> EvidenceFacets:
    states, kinds = Counter(row.state for row in rows), Counter(row.kind for row in rows)
    return EvidenceFacets(
        [(state, states[state]) for state in LACKS if state in states],
        [(kind, kinds[kind]) for kind in RECORD_KINDS if kind in kinds],
        places,
        share,
    )


def _passes(row: _Row, filters: EvidenceFilters, record_of: dict[int, Record]) -> bool:
    if filters.state not in (None, row.state) or filters.kind not in (None, row.kind):
        return False
    return filters.place is None or (row.place is not None and record_of.get(row.place) == filters.place)


def _key(id_: int, counted: int, state: str) -> int:
    return (id_ * 32 + counted) * 8 + _ORDER.index(state)


def _parted(key: int) -> tuple[int, int, str]:
    rest, state = divmod(key, 8)
    return (*divmod(rest, 32), _ORDER[state])


def _sort_key(key: int) -> tuple[int, int, int]:
    """Values in the order of the page, those of a record together, points last."""
    id_, counted, _ = _parted(key)
    kind = counted_values.KINDS.index(COUNTED[counted].kind) if counted != _POINT else len(counted_values.KINDS)
    return kind, id_, counted


def _heading_key(place: int | None) -> int:
    return -1 if place is None else -2 * abs(place) - (place < 0)


def _heading(conn: sqlite3.Connection, key: int) -> Heading | None:
    if key == -1:
        return Heading(None, "", None, None)
    event, id_ = key % 2, -key // 2
    kind, days = ("event", "happened, happened") if event else ("meeting", "starts, ends")
    sql = f"SELECT uid, title, {days} FROM {RECORD_KINDS[kind]} WHERE id = ?"
    row = conn.execute(sql, [id_]).fetchone()
    return row and Heading(Record(kind, row[0]), *row[1:])


def _line(conn: sqlite3.Connection, key: int) -> EvidenceLine | None:
    id_, counted, state = _parted(key)
    return _point(conn, key, id_, state) if counted == _POINT else _value(conn, key, id_, COUNTED[counted], state)


_SEEN = """
  WITH cited AS (SELECT * FROM citations WHERE record_kind = ? AND record_uid = ?)
  SELECT count(DISTINCT source_id), min(id) FROM cited WHERE basis = 'seen' AND source_id IS NOT NULL
    AND (field = ? OR (field IS NULL AND NOT EXISTS (SELECT 1 FROM cited WHERE field = ?)))
"""
_READINGS = f"""
  SELECT substr(r.value, 1, {LONGEST}), {passages("reading", "r")} FROM readings r
  WHERE r.record_kind = ? AND r.record_uid = ? AND r.about = ? ORDER BY r.adopted DESC, r.id
"""
_NAMES = {"head_id": "(SELECT name FROM people WHERE id = t.head_id)",
          "speaker_id": "(SELECT name FROM people WHERE id = t.speaker_id)"}  # fmt: skip


def _value(conn: sqlite3.Connection, key: int, id_: int, counted: Counted, state: str) -> EvidenceLine | None:
    shown = _NAMES.get(counted.field, f"substr(t.{counted.field}, 1, {LONGEST})")
    row = conn.execute(f"SELECT t.uid, {shown} FROM {RECORD_KINDS[counted.kind]} t WHERE t.id = ?", [id_]).fetchone()
    if row is None or row[1] is None:
        return None
    record = Record(counted.kind, row[0])
    named = record_titles.named(conn, {record}).get(record, Named(""))
    tail, links = seen(*conn.execute(_SEEN, [*record, counted.field, counted.field]).fetchone(), target="cite")
    return EvidenceLine(
        key, state, record, counted.field, told(counted.field, str(row[1])), counted.kind, named.title,
        _place(conn, named.meeting), tail=tail, links=links,
        then=_then(conn, counted, id_) if state == "changed" else "",
    )  # fmt: skip


def _then(conn: sqlite3.Connection, counted: Counted, id_: int) -> str:
    """What a value said when it was cited."""
    found = [one for one in since_cited.find(conn, {counted.kind: [id_]}) if one.column == counted.field]
    return since_cited.words(conn, counted.kind, found).partition("\n")[0]


def _point(conn: sqlite3.Connection, key: int, id_: int, state: str) -> EvidenceLine | None:
    row = conn.execute("SELECT uid, record_kind, record_uid, field, about FROM readings WHERE id = ?", [id_]).fetchone()
    if row is None:
        return None
    uid, kind, record_uid, field, about = row
    named = record_titles.named(conn, {Record(kind, record_uid)}).get(Record(kind, record_uid), Named(""))
    rows = [(" ".join(value.split()), cite) for value, _, cite in conn.execute(_READINGS, [kind, record_uid, about])]
    return EvidenceLine(
        key, state, Record("reading", uid), field, about, kind, named.title, _place(conn, named.meeting),
        tuple(value for value, _ in rows),
        links=tuple(Link(value, f"source row:{cite}" if cite else "") for value, cite in rows),
    )  # fmt: skip


def _place(conn: sqlite3.Connection, uid: str | None) -> Record | None:
    """The meeting or event of a uid."""
    if uid is None:
        return None
    met = conn.execute("SELECT 1 FROM meetings WHERE uid = ?", [uid]).fetchone()
    return Record("meeting" if met else "event", uid)
