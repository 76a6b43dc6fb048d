"""The points on which sources disagree: every reading of each, with its passages, and which of them is followed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from db import dates, record_titles
from db.cancel import Cancel
from db.record_titles import Named
from db.references import Record

if TYPE_CHECKING:
    from db.library import Library


class Passage(NamedTuple):
    """A citation of a reading; `source` is the uid of its source, None when the reading is recalled.

    With an `anchor` its words stand at no known place of the text.
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


class PointReading(NamedTuple):
    """One of the values that sources give on a point; `adopted` is the one that is followed, for its `reason`."""

    uid: str
    value: str
    adopted: bool
    reason: str | None
    passages: tuple[Passage, ...]


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


def contested(
    library: Library, cancel: Cancel, *, meeting: str | None = None, adopted_only: bool = False
) -> list[Point]:
    """Every point in the order of the meetings' days, or those of one meeting or event.

    With `adopted_only` each has but the reading that is followed, and points that are left open are not told at all.
    """
    with library.reading(cancel) as conn:
        points = _points(conn, cancel)
        named = record_titles.named(conn, {record for record, _ in points})
        day_of: dict[str, str | None] = dict(conn.execute(_DAYS).fetchall())
    found = [
        _point(record, about, rows, named.get(record, Named("")), day_of) for (record, about), rows in points.items()
    ]
    if meeting is not None:
        found = [point for point in found if point.meeting == meeting]
    if adopted_only:
        followed = ((point, point.followed) for point in found)
        found = [point._replace(readings=(reading,)) for point, reading in followed if reading]
    return sorted(found, key=lambda point: (point.day is None, dates.day_key(point.day)))


def _points(
    conn: sqlite3.Connection, cancel: Cancel
) -> dict[tuple[Record, str], list[tuple[str | None, PointReading]]]:
    """The readings by the record and the point that they are about, each with its field."""
    passages: dict[str, list[Passage]] = {}
    for reading, *passage in conn.execute(_PASSAGES):
        passages.setdefault(reading, []).append(Passage._make(passage))
    points: dict[tuple[Record, str], list[tuple[str | None, PointReading]]] = {}
    for _, uid, kind, record, field, about, value, adopted, reason in conn.execute(_READINGS):
        cancel.check()
        reading = PointReading(uid, value, bool(adopted), reason, tuple(passages.get(uid, ())))
        points.setdefault((Record(kind, record), about), []).append((field, reading))
    return points


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
