"""The points on which sources disagree: every reading of each, with its passages, and which of them is followed."""

from __future__ import annotations

import sqlite3
from collections.abc import Container, Iterable
from typing import TYPE_CHECKING, NamedTuple

from db import adopting, dates, record_titles, since_cited
from db.cancel import Cancel
from db.readings import Reading
from db.record_titles import Named
from db.references import Record

if TYPE_CHECKING:
    from db.library import Library


class ReadingCite(NamedTuple):
    """A citation of a reading; `source` is the uid of its source, None when the reading is recalled.

    With an `anchor` its words stand at no known place of the text. `then` tells what the reading said when it was
    cited, where it was changed since.
    """

    citation: int
    source: str | None
    source_title: str | None
    relation: str
    basis: str
    page: str | None
    starts: int | None
    ends: int | None
    exact: str | None
    as_worded: str | None
    anchor: str | None
    then: str


class PointReading(NamedTuple):
    """One of the values that sources give on a point; `adopted` is the one that is followed, for its `reason`.

    `instead` is what its record says where it is followed and that yet says something else; empty when it says nothing.
    """

    uid: str
    value: str
    adopted: bool
    reason: str | None
    instead: str | None
    passages: tuple[ReadingCite, ...]


class Point(NamedTuple):
    """A point on which sources disagree; `title` is what its record is called, `field` None where it is no single one.

    `meeting` is the uid of the meeting or event on whose page it stands, `day` the first day of that.
    """

    record: Record
    field: str | None
    about: str
    title: str
    meeting: str | None
    meeting_title: str | None
    day: str | None
    readings: tuple[PointReading, ...]

    @property
    def followed(self) -> PointReading | None:
        """The reading that is followed; None while the point is left open."""
        return next((reading for reading in self.readings if reading.adopted), None)


_READINGS = """
  SELECT id, uid, record_kind, record_uid, field, about, value, adopted, reason FROM readings ORDER BY id
"""
_PASSAGES = """
  SELECT c.record_uid, c.id, s.uid, s.title, c.relation, c.basis, c.page, c.starts, c.ends, c.exact, c.as_worded,
    c.anchor
  FROM citations c LEFT JOIN sources s ON s.id = c.source_id WHERE c.record_kind = 'reading' ORDER BY c.id
"""
_DAYS = "SELECT uid, starts FROM meetings UNION ALL SELECT uid, happened FROM events"


def contested(library: Library, cancel: Cancel, *, adopted_only: bool = False) -> list[Point]:
    """Every point in the order of the meetings' days.

    With `adopted_only` each has but the reading that is followed, and points that are left open are not told at all.
    """
    with library.reading(cancel) as conn:
        readings = [Reading._make(row) for row in conn.execute(_READINGS)]
        named = record_titles.named(conn, {Record(one.record_kind, one.record_uid) for one in readings})
        points = _points(library, conn, readings, named, cancel)
        day_of: dict[str, str | None] = dict(conn.execute(_DAYS).fetchall())
    found = [
        _point(record, about, rows, named.get(record, Named("")), day_of) for (record, about), rows in points.items()
    ]
    if adopted_only:
        followed = ((point, point.followed) for point in found)
        found = [point._replace(readings=(reading,)) for point, reading in followed if reading]
    return sorted(found, key=lambda point: (point.day is None, dates.day_key(point.day)))


def _points(
    library: Library,
    conn: sqlite3.Connection,
    readings: Iterable[Reading],
    records: Container[Record],
    cancel: Cancel,
) -> dict[tuple[Record, str], list[tuple[str | None, PointReading]]]:
    """Readings by the record and the point that they are about, each with its field; `records` are there to look at."""
    passages = _passages(conn, [reading.id for reading in readings])
    points: dict[tuple[Record, str], list[tuple[str | None, PointReading]]] = {}
    for one in readings:
        cancel.check()
        record = Record(one.record_kind, one.record_uid)
        instead = adopting.parted_from(library, conn, one) if record in records else None
        own = tuple(passages.get(one.uid, ()))
        reading = PointReading(one.uid, one.value, bool(one.adopted), one.reason, instead, own)
        points.setdefault((record, one.about), []).append((one.field, reading))
    return points


def _passages(conn: sqlite3.Connection, readings: Iterable[int]) -> dict[str, list[ReadingCite]]:
    """The citations of readings, by the uid of the reading."""
    then = since_cited.words_by_citation(conn, "reading", since_cited.find(conn, {"reading": readings}))
    found: dict[str, list[ReadingCite]] = {}
    for reading, citation, *told in conn.execute(_PASSAGES):
        found.setdefault(reading, []).append(ReadingCite._make((citation, *told, then.get(citation, ""))))
    return found


def _point(
    record: Record,
    about: str,
    rows: Iterable[tuple[str | None, PointReading]],
    named: Named,
    day_of: dict[str, str | None],
) -> Point:
    rows = list(rows)
    field = next((field for field, _ in rows if field), None)
    day = day_of.get(named.meeting) if named.meeting else None
    return Point(record, field, about, *named, day, tuple(reading for _, reading in rows))
