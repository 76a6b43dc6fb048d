"""Readings: the values that sources give on a point on which they disagree, and which of them we follow."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple, TypedDict, Unpack

from db import references, values
from db.records import Draft, Records
from db.references import Record
from db.values import Value


class Reading(NamedTuple):
    """One reading as it is stored; all of one record and `about` are on the same point."""

    id: int
    uid: str
    record_kind: str
    record_uid: str
    field: str | None
    about: str
    value: str
    adopted: int
    reason: str | None


class ReadingValues(TypedDict, total=False):
    """What people edit of a reading."""

    field: str | None
    about: str
    value: str
    reason: str | None


class Readings(Records[Reading]):
    """The readings of a library."""

    kind, table, label, title, row = "reading", "readings", "reading", "value", Reading
    required = ("about", "value")

    def add(
        self, record: Record, *, uid: str | None = None, adopted: bool = False, **given: Unpack[ReadingValues]
    ) -> str:
        """A new reading of a point on a record; its uid. Needs the point (`about`) and the value."""
        with self._library.revise("Add reading"):
            start = {"record_kind": record[0], "record_uid": record[1], "adopted": 0}
            uid = self._add(start | given, uid)
            if adopted:
                self.adopt(uid, given.get("reason"))
        return uid

    def edit(self, uid: str, **given: Unpack[ReadingValues]) -> None:
        """Change fields of a reading; on another point it is followed only where no other one is."""
        with self._library.revise("Edit reading") as db:
            reading = self._get(db.conn, uid)
            about = values.clean(given.get("about", reading.about), "about", self.kind)
            leave = reading.adopted and self._followed(db.conn, reading, about) not in (None, uid)
            self._edit(uid, {**given, "adopted": 0} if leave else given)

    def adopt(self, uid: str, reason: str | None = None) -> None:
        """Follow this reading, and no other one on its point; without a new reason that which it has stays."""
        with self._library.revise("Follow a reading") as db:
            reading = self._get(db.conn, uid)
            self._follow_none(db.conn, reading)
            self._edit(uid, {"adopted": 1} if reason is None else {"adopted": 1, "reason": reason})

    def leave_open(self, uid: str) -> None:
        """Follow no reading on the point of this one."""
        with self._library.revise("Leave a point open") as db:
            self._follow_none(db.conn, self._get(db.conn, uid))

    def of(self, record: Record) -> list[Reading]:
        """The readings on a record, those on one point together, in the order in which they were added."""
        clause = (
            "WHERE record_kind = ? AND record_uid = ? ORDER BY (SELECT min(id) FROM readings o WHERE o.about = "
            "readings.about AND o.record_uid = readings.record_uid AND o.record_kind = readings.record_kind), id"
        )
        with self._library.reading() as conn:
            return self._select(conn, clause, record)

    def _followed(self, conn: sqlite3.Connection, reading: Reading, about: Value) -> str | None:
        """The uid of the reading that is followed on a point of the record of one."""
        row = conn.execute(
            "SELECT uid FROM readings WHERE record_kind = ? AND record_uid = ? AND about = ? AND adopted",
            [reading.record_kind, reading.record_uid, about],
        ).fetchone()
        return row and row[0]

    def _follow_none(self, conn: sqlite3.Connection, reading: Reading) -> None:
        conn.execute(
            "UPDATE readings SET adopted = 0 WHERE record_kind = ? AND record_uid = ? AND about = ?",
            [reading.record_kind, reading.record_uid, reading.about],
        )

    def _check(self, draft: Draft) -> None:
        whole = draft.whole
        references.check_record(draft.conn, whole["record_kind"], whole["record_uid"], whole.get("field"))
