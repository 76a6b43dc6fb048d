"""A record as it was at some time, with what belonged to it and stood on it, beside what became of each since."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from db.cancel import Cancel
from db.errors import Gone
from db.past import NOW, Names, row_after
from db.record_rows import Rows, rows_of
from db.records import Row
from db.references import ATTACHED, KINDS, PARTS, Record
from db.schema import JOURNALED
from db.values import Value
from db.vocabulary import RECORD_KINDS

MOST_PARTS = 1000
_UNTOLD = ("id", "uid", "text_sha256")

SAME, CHANGED, REMOVED = "same", "changed", "removed"
"""What became of a record since."""


class FieldThen(NamedTuple):
    """A field of a record then and now; another record is given by the name that it had then, or has now."""

    field: str
    then: Value
    now: Value


class PartThen(NamedTuple):
    """Something that belonged to the record, or stood on it or on a part of it (`level` 2 and deeper)."""

    kind: str
    uid: str
    title: str
    level: int
    values: Mapping[str, Value]
    since: str


class Then(NamedTuple):
    """A record after a step of the history; `fields` is empty when it was not in the library then.

    `revision` is 0 before the first step, and `made_at` then None. `added` counts what came to the record since.
    """

    record: Record
    title: str
    revision: int
    made_at: str | None
    there: bool
    there_now: bool
    fields: tuple[FieldThen, ...]
    parts: tuple[PartThen, ...]
    left_out: int
    added: int


_Key = tuple[str, int]
"""A row by its table and id."""


def read(conn: sqlite3.Connection, record: Record, moment: str | int, cancel: Cancel) -> Then:
    """A record at the end of a day, or at a time (ISO 8601, UTC), or after a step by its id; Gone if never there."""
    revision, made_at = _revision_at(conn, moment)
    rows = rows_of(conn, record)
    if not rows:
        raise Gone("This record was never in the library.")
    past, present = _Time(conn, rows, revision, cancel), _Time(conn, rows, NOW, cancel)
    table = RECORD_KINDS[record.kind]
    own = [(table, row_id) for row_id in rows.get(table, ())]
    key = next((key for key in own if key in past.rows), next((key for key in own if key in present.rows), None))
    parts = list(_parts(past, present, record, key)) if key is None or key in past.rows else []
    known = {part[0] for part in parts}
    return Then(
        record, _title(past, present, key or (own[0] if own else None)), revision, made_at, key in past.rows,
        key in present.rows, _fields(past, present, key) if key else (), tuple(part for _, part in parts[:MOST_PARTS]),
        max(0, len(parts) - MOST_PARTS), len(present.rows.keys() - known - set(own)),
    )  # fmt: skip


def _revision_at(conn: sqlite3.Connection, moment: str | int) -> tuple[int, str | None]:
    """The last step by a moment, and when it was made; a day means its end."""
    if isinstance(moment, int):
        where, args = "id <= ?", [moment]
    else:
        where, args = "substr(made_at, 1, length(?1)) <= ?1", [moment]
    row = conn.execute(f"SELECT id, made_at FROM revisions WHERE {where} ORDER BY id DESC LIMIT 1", args).fetchone()
    return (0, None) if row is None else (int(row[0]), str(row[1]))


class _Time:
    """Some rows as they were after a revision, without those that were not there."""

    def __init__(self, conn: sqlite3.Connection, rows: Rows, revision: int, cancel: Cancel) -> None:
        self.names = Names(conn, revision)
        self.rows: dict[_Key, Row] = {}
        for table, ids in rows.items():
            for row_id in ids:
                cancel.check()
                row = row_after(conn, table, row_id, revision)
                if row is not None:
                    self.rows[table, row_id] = row
        self.names.learn((row.get("record_kind"), row.get("record_uid")) for row in self.rows.values())

    def below(self) -> dict[tuple[str, Value], list[_Key]]:
        """The rows under what they belonged to or stood on, which is given by its table and id, or kind and uid."""
        found: dict[tuple[str, Value], list[_Key]] = {}
        columns = {link.table: (table, link.column) for table, links in PARTS.items() for link in links}
        for key, row in self.rows.items():
            if key[0] in columns:
                table, column = columns[key[0]]
                found.setdefault((table, row[column]), []).append(key)
            if key[0] in ATTACHED:
                found.setdefault((str(row["record_kind"]), row["record_uid"]), []).append(key)
        return found

    def shown(self, key: _Key) -> dict[str, Value]:
        """The values of a row as people read them."""
        row = self.rows[key]
        return {name: self.names.shown(key[0], name, value, row) for name, value in row.items() if name not in _UNTOLD}


def _title(past: _Time, present: _Time, key: _Key | None) -> str:
    """What the record was called then; else its last name."""
    names = past.names if key in past.rows else present.names
    return names.title(*key) if key else ""


def _fields(past: _Time, present: _Time, key: _Key) -> tuple[FieldThen, ...]:
    if key not in past.rows:
        return ()
    now = present.shown(key) if key in present.rows else {}
    return tuple(FieldThen(name, value, now.get(name)) for name, value in past.shown(key).items())


def _parts(past: _Time, present: _Time, record: Record, key: _Key | None) -> Iterator[tuple[_Key, PartThen]]:
    """What belonged to the record then, each followed by what belonged to or stood on it."""
    below = past.below()
    waiting = _sorted(past, [*below.get((record.kind, record.uid), ()), *(below.get(key, ()) if key else ())], 1)
    while waiting:
        at, level = waiting.pop(0)
        row = past.rows[at]
        kind = KINDS[at[0]]
        title = past.names.title_of(at[0], row)
        yield at, PartThen(kind, str(row["uid"]), title, level, past.shown(at), _since(past, present, at))
        waiting = _sorted(past, [*below.get((kind, row["uid"]), ()), *below.get(at, ())], level + 1) + waiting


def _sorted(past: _Time, keys: list[_Key], level: int) -> list[tuple[_Key, int]]:
    """Rows in the order of their kinds, and in each by place and age."""

    def order(key: _Key) -> tuple[int, int, int]:
        place = past.rows[key].get("position")
        return JOURNALED.index(key[0]), place if isinstance(place, int) else 0, key[1]

    return [(key, level) for key in sorted(keys, key=order)]


def _since(past: _Time, present: _Time, key: _Key) -> str:
    """What became of a row."""
    if key not in present.rows:
        return REMOVED
    return SAME if past.rows[key] == present.rows[key] else CHANGED
