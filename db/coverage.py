"""How much of what a library says cites something that was seen.

A value is a field, not empty, for which a reader would want a source: number, days and place of a meeting or event;
attendance, role, head and remark of who took part; act, doer, text and remark of an outcome; words, speaker, title and
day of a quote. What we word ourselves is none: titles, kinds, topics, languages, and summaries, unless somebody has
given one a citation. Nor is what says nothing of its own: a country beside its city, a role that was not said, and that
a meeting was held as usual.

A value rests on the citations of its field; where it has none, on those of its record as a whole; who spoke, then, on
those of the words. The best of them counts: seen, else seen only to contradict it, else seen for what it said before it
was changed, else recalled; one whose passage is no longer in its source is none. An attendance that was only announced,
and a meeting that was only planned, count apart though they cite something: a plan is no proof.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from db import since_cited
from db.counted_values import COUNTED, Counted
from db.references import Record, as_json
from db.since_cited import Since
from db.vocabulary import RECORD_KINDS

STATES = ("seen", "contradicted", "changed", "announced", "recalled", "unsourced")
"""How a value stands, the best first."""


class Share(NamedTuple):
    """How many values stand how; of a meeting, or of a whole library."""

    seen: int = 0
    contradicted: int = 0
    changed: int = 0
    announced: int = 0
    recalled: int = 0
    unsourced: int = 0

    @property
    def total(self) -> int:
        """How many values there are."""
        return sum(self)


class Value(NamedTuple):
    """One value: its place in COUNTED, the id of its record, and how it stands (its place in STATES).

    `place` is the id of its meeting, less than 0 for that of an event, None for a quote of no meeting.
    """

    place: int | None
    counted: int
    id: int
    state: int


def share(conn: sqlite3.Connection, record: Record, since: Iterable[Since] | None = None) -> Share:
    """How the values of one meeting or event stand; `since` is what is known to be changed since it was cited."""
    row = conn.execute(f"SELECT id FROM {RECORD_KINDS[record.kind]} WHERE uid = ?", [record.uid]).fetchone()
    place = 0 if row is None else -row[0] if record.kind == "event" else row[0]
    changed = since_cited.find(conn, rows_of(conn, record)) if since is None else since
    rows = conn.execute(_sql("= :place"), {"place": place, "changed": _keys(changed)})
    return Share(**Counter(STATES[Value(*row).state] for row in rows))


def values(conn: sqlite3.Connection) -> Iterator[Value]:
    """Every value of the library, in one pass, in no order."""
    args = {"changed": _keys(since_cited.find(conn))}
    return (Value(*row) for row in conn.execute(_sql(""), args))


def rows_of(conn: sqlite3.Connection, record: Record) -> dict[str, list[int]]:
    """The ids of the rows of a meeting or event that have values, by their kind."""
    here = f"SELECT id FROM {RECORD_KINDS[record.kind]} WHERE uid = ?"
    found = {record.kind: [key for (key,) in conn.execute(here, [record.uid])]}
    for kind, place in _PLACES.items() if record.kind == "meeting" else ():
        if place == "t.meeting_id":
            rows = conn.execute(f"SELECT id FROM {RECORD_KINDS[kind]} WHERE meeting_id = ({here})", [record.uid])
            found[kind] = [key for (key,) in rows]
    return found


def words(of: Share) -> str:
    """A share in a sentence: `41 of 44 values cite something seen`."""
    if not of.total:
        return "There is nothing here yet that needs a source"
    verb = "value cites" if of.total == 1 else "values cite"
    return f"{of.seen:,} of {of.total:,} {verb} something seen"


_PLACES = {
    "meeting": "t.id",
    "event": "-t.id",
    "participation": "t.meeting_id",
    "outcome": "t.meeting_id",
    "quote": "t.meeting_id",
}
_BEST = """
  (SELECT min(CASE WHEN c.basis = 'recalled' THEN 4
      WHEN c.id * {codes} + {code} IN (SELECT value FROM json_each(:changed)) THEN 2
      WHEN c.relation = 'contradicts' THEN 1 ELSE 0 END)
   FROM citations c WHERE c.record_uid = t.uid AND c.record_kind = '{kind}' AND c.field {field}
     AND c.anchor IS NOT 'orphan')
"""
_VALUE = """
  SELECT {place}, {code}, t.id, iif({plan} AND {state} = 0, 3, {state})
  FROM {table} t WHERE t.{field} IS NOT NULL AND {where}
"""


def _keys(found: Iterable[Since]) -> str:
    """What was changed since it was cited as SQL takes it: an array of `citation × len(COUNTED) + place in COUNTED`."""
    places: dict[str, list[int]] = {}
    for at, counted in enumerate(COUNTED):
        places.setdefault(counted.field, []).append(at)
    return as_json(one.citation * len(COUNTED) + at for one in found for at in places.get(one.column, ()))


def _sql(place: str) -> str:
    """One row for each value, of all places or of one."""
    return " UNION ALL ".join(_value(code, counted, place) for code, counted in enumerate(COUNTED))


def _value(code: int, counted: Counted, place: str) -> str:
    kind, field = counted.kind, counted.field
    fields = [f"= '{field}'", "IS NULL", *([f"= '{counted.also}'"] if counted.also else [])]
    best = ", ".join(_BEST.format(kind=kind, field=one, code=code, codes=len(COUNTED)) for one in fields)
    at = _PLACES[kind]
    # the id of an event is looked for by itself, not by its opposite: so its index is of use
    here = "t.id = -:place" if place and kind == "event" else f"{at} {place}" if place else "1"
    return _VALUE.format(
        place=at,
        code=code,
        plan=counted.plan,
        state=f"coalesce({best}, 5)",
        table=RECORD_KINDS[kind],
        field=field,
        where=f"{counted.where} AND {here}",
    )
