"""Meetings: rounds, summits, ministerials, congresses and working groups."""

from __future__ import annotations

import sqlite3
from typing import ClassVar, NamedTuple, TypedDict, Unpack

from db import dates, values
from db.errors import BadValue
from db.records import Draft, Records, Row
from db.vocabulary import HELD, MEETING_KINDS


class Meeting(NamedTuple):
    """One meeting as it is stored."""

    id: int
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


class MeetingValues(TypedDict, total=False):
    """What people edit of a meeting."""

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


class Meetings(Records[Meeting]):
    """The meetings of a library; one is removed with its participant lines, outcomes and quotes."""

    kind, table, label, title, row = "meeting", "meetings", "meeting", "title", Meeting
    required = ("kind", "title", "held")
    words: ClassVar = {"kind": MEETING_KINDS, "held": HELD}
    dates = ("starts", "ends")

    def add(self, *, uid: str | None = None, **given: Unpack[MeetingValues]) -> str:
        """A new meeting, held unless said otherwise; its uid. Needs a kind and a title."""
        return self._add({"held": "held"} | given, uid)

    def edit(self, uid: str, **given: Unpack[MeetingValues]) -> None:
        """Change fields of a meeting."""
        self._edit(uid, given)

    def _check(self, draft: Draft) -> None:
        starts, ends = (None if day is None else str(day) for day in map(draft.whole.get, self.dates))
        try:
            dates.check_span(starts, ends)
        except BadValue as error:
            raise BadValue(str(error), "starts" if "ends" not in draft.row else "ends") from error
        check_number_is_free(draft.conn, "meetings", draft.whole)


def check_number_is_free(conn: sqlite3.Connection, table: str, whole: Row) -> None:
    """Refuse a number that another record of the same kind has."""
    number, kind = whole.get("number"), whole["kind"]
    if number is None:
        return
    values.check_number(number)
    taken = conn.execute(
        f"SELECT title FROM {table} WHERE kind = ? AND number = ? AND uid <> ?", [kind, number, whole["uid"]]
    ).fetchone()
    if taken:
        raise BadValue(f"Number {number} is taken among those of this kind: {values.quoted(taken[0])}.", "number")
