"""The readings of a library as a table in a file: of every point all of them, or only those that are followed."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from db import contested, opening
from db.cancel import Cancel
from db.contested import Point, PointReading, ReadingCite
from db.errors import KnownError
from db.vocabulary import BASES, RECORD_KINDS, RELATIONS, field_label
from db.whole_files import whole_file

if TYPE_CHECKING:
    from db.library import Library

COLUMNS = (
    "meeting", "date", "kind", "record", "field", "about", "reading", "followed", "record says", "reason", "source",
    "relation", "basis", "page", "passage", "as worded", "passage state", "changed since cited", "meeting uid",
    "record uid", "reading uid", "source uid",
)  # fmt: skip
"""The heads of the table; one row is one passage of a reading, or a reading that has none.

`record says` is filled in only where the record says something else than the reading that is followed.
"""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""With what a cell begins that a spreadsheet may take for a formula."""

ANCHORS = {"moved": "moved, to be reviewed", "orphan": "no longer in the source"}


class Exported(NamedTuple):
    """How many points and readings went into the file."""

    points: int
    readings: int


def export(library: Library, target: Path, cancel: Cancel, *, followed: bool, raw: bool = False) -> Exported:
    """Write the table to a file as CSV in UTF-8, whole or not at all; a file of that name is replaced.

    With `followed` only the reading that is followed on each point: points that are left open are left out. Unless
    `raw`, a cell that a spreadsheet would take for a formula begins with an apostrophe. KnownError says what is wrong.
    """
    if opening.identity(target) == opening.identity(library.path):
        raise KnownError("This is the library that is open. Choose another name for the table.")
    points = contested.contested(library, cancel, adopted_only=followed)
    with whole_file(target, replace=True) as begun, begun.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file, quoting=csv.QUOTE_ALL)
        table.writerow(COLUMNS)
        for point in points:
            cancel.check()
            table.writerows([cell if raw else _safe(cell) for cell in row] for row in _rows(point))
    return Exported(len(points), sum(len(point.readings) for point in points))


def _rows(point: Point) -> Iterator[list[str]]:
    kind = point.record.kind
    field = field_label(kind, point.field) if point.field else None
    where = [point.meeting_title, point.day, kind if kind in RECORD_KINDS else "", point.title, field, point.about]
    for reading in point.readings:
        for passage in reading.passages or (None,):
            source = passage.source if passage else None
            keys = [point.meeting, point.record.uid, reading.uid, source]
            yield [cell or "" for cell in (*where, *_told(reading), *_cited(passage), *keys)]


def _told(reading: PointReading) -> tuple[str | None, ...]:
    says = "nothing" if reading.instead == "" else reading.instead
    return reading.value, "yes" if reading.adopted else "no", says, reading.reason


def _cited(passage: ReadingCite | None) -> tuple[str | None, ...]:
    if passage is None:
        return (None,) * 8
    return (
        passage.source_title, RELATIONS[passage.relation], BASES[passage.basis], passage.page, passage.exact,
        passage.as_worded, ANCHORS.get(passage.anchor or ""), passage.then,
    )  # fmt: skip


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
