"""What a step changed, folded: each record once, with its fields before the step and after it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from db import steps, word_diff
from db.cancel import Cancel
from db.errors import Damaged
from db.past import DAMAGED, Names, last_row, loaded, row_after, row_now
from db.record_rows import Rows
from db.records import Row
from db.references import ATTACHED, KINDS, Record, as_json
from db.values import Value
from db.word_diff import Segment

PAGE = 256
LARGEST = 4_000_000
"""Characters of values after which a page ends."""
_UNTOLD = ("id", "uid", "text_sha256")


class FieldChange(NamedTuple):
    """A field of a record before and after; another record is given by its name."""

    field: str
    old: Value
    new: Value

    def words(self) -> tuple[Segment, ...]:
        """Old and new as one text with the changed words marked; takes a second for texts of a megabyte."""
        old, new = ("" if value is None else str(value) for value in (self.old, self.new))
        return word_diff.diff(old, new)


class Owner(NamedTuple):
    """The record to which another belongs or on which it stands."""

    kind: str
    uid: str
    title: str


class Change(NamedTuple):
    """One record that a step wrote; `title` is what people know it by, `there` whether it is in the library now.

    `operation` is insert, update or delete; look where somebody looked at it again and found nothing to change.
    """

    id: int
    kind: str
    uid: str
    operation: str
    title: str
    fields: tuple[FieldChange, ...]
    owner: Owner | None
    there: bool

    @property
    def record(self) -> Record:
        """The record, for what stands on a record of its own the one that it stands on."""
        if self.kind in ("tagging", "outcome-topic") and self.owner:
            return Record(self.owner.kind, self.owner.uid)
        return Record(self.kind, self.uid)


class ChangePage(NamedTuple):
    """Some changes of a step, in order; `after` is where the next page begins, None when there is none.

    `others` tells whether the step wrote rows besides those that were asked for.
    """

    changes: list[Change]
    after: int | None
    others: bool


class _Written(NamedTuple):
    """A row that a step wrote, by its first change."""

    change: int
    table: str
    row_id: int
    uid: str


def read(
    conn: sqlite3.Connection, revision: int, rows: Rows | None, after: int, limit: int, cancel: Cancel | None = None
) -> ChangePage:
    """A page of what a step changed, of any rows or only of some; `after` is that of the page before, at first 0."""
    others = False
    if rows is None:
        written = _in_order(conn, revision, after, limit + 1)
    else:
        whole = _of(conn, revision, rows)
        written = [row for row in whole if row.change > after]
        others = steps.count(conn, revision) > len(whole)
    names = Names(conn)
    names.learn(_stood_on(conn, written[:limit]), revision)
    changes: list[Change] = []
    size = 0
    for at, row in enumerate(written):
        if at == limit or size > LARGEST:
            return ChangePage(changes, written[at - 1].change, others)
        if cancel:
            cancel.check()
        change = _folded(conn, names, revision, row)
        if change:
            changes.append(change)
            size += sum(len(value) for field in change.fields for value in field[1:] if isinstance(value, str))
    return ChangePage(changes, None, others)


def _in_order(conn: sqlite3.Connection, revision: int, after: int, limit: int) -> list[_Written]:
    """The first change of each row, from a change on; the changes of one revision stand together in the log."""
    first, last = conn.execute("SELECT min(id), max(id) FROM changes WHERE revision_id = ?", [revision]).fetchone()
    if first is None:
        return []
    found = conn.execute(
        # The plus keeps SQLite from going through all of the revision for the sake of its index.
        "SELECT id, table_name, row_id, row_uid FROM changes c WHERE id > ? AND id <= ? AND +revision_id = ? "
        "AND NOT EXISTS (SELECT 1 FROM changes e WHERE e.revision_id = c.revision_id "
        "AND e.table_name = c.table_name AND e.row_id = c.row_id AND e.id < c.id) ORDER BY id LIMIT ?",
        [max(after, first - 1), last, revision, limit],
    )
    return [_Written(*row) for row in found if row[1] in KINDS]


def _of(conn: sqlite3.Connection, revision: int, rows: Rows) -> list[_Written]:
    """The first change of each of some rows."""
    found: list[_Written] = []
    for table, ids in rows.items():
        sql = (
            "SELECT min(id), table_name, row_id, row_uid FROM changes WHERE revision_id = ? AND table_name = ? "
            "AND row_id IN (SELECT value FROM json_each(?)) GROUP BY row_id"
        )
        found += [_Written(*row) for row in conn.execute(sql, [revision, table, as_json(ids)])]
    return sorted(found)


def _stood_on(conn: sqlite3.Connection, written: list[_Written]) -> Iterator[tuple[str, str]]:
    """Kind and uid of all records on which some rows ever stood."""
    for table in ATTACHED:
        ids = as_json(row.row_id for row in written if row.table == table)
        yield from conn.execute(
            f"SELECT record_kind, record_uid FROM {table} WHERE id IN (SELECT value FROM json_each(:ids)) "
            "UNION SELECT json_extract(before, '$.record_kind'), json_extract(before, '$.record_uid') FROM changes "
            "WHERE table_name = :table AND row_id IN (SELECT value FROM json_each(:ids)) AND before IS NOT NULL",
            {"ids": ids, "table": table},
        )


def _folded(conn: sqlite3.Connection, names: Names, revision: int, row: _Written) -> Change | None:
    """All that a step did to a row as one change; None when it left it as it was."""
    old, new = _before_and_after(conn, revision, row)
    if old is None and new is None:
        return None
    known = last_row(conn, row.table, row.row_id)
    fields = tuple(_fields(names, row.table, old or {}, new or {}, known))
    looked = old == {} == new  # somebody looked at it again, see db/since_cited.py
    if not fields and not looked:
        return None
    owner = names.owner(row.table, known | (new or old or {}))
    return Change(
        row.change, KINDS[row.table], row.uid,
        "insert" if old is None else "delete" if new is None else "look" if looked else "update",
        names.title(row.table, row.row_id), fields, owner and Owner(*owner),
        row_now(conn, row.table, row.row_id) is not None,
    )  # fmt: skip


def _before_and_after(conn: sqlite3.Connection, revision: int, row: _Written) -> tuple[Row | None, Row | None]:
    """A row before a step and after it, as far as the step wrote it; None where it was not there."""
    log = conn.execute(
        "SELECT operation, before, after FROM changes WHERE revision_id = ? AND table_name = ? AND row_id = ? "
        "ORDER BY id",
        [revision, row.table, row.row_id],
    ).fetchall()
    if not log:
        raise Damaged(DAMAGED)  # an index names what its table does not hold
    old: Row = {}
    new: Row = {}
    whole = False
    for operation, before, after in log:
        old = loaded(before) | old if operation != "insert" else old
        new |= loaded(after)
        whole = whole or operation != "update"
    born, gone = log[0][0] == "insert", log[-1][0] == "delete"
    if whole and not gone:
        new = row_after(conn, row.table, row.row_id, revision) or {}
    return None if born else old, None if gone else new


def _fields(names: Names, table: str, old: Row, new: Row, known: Row) -> Iterator[FieldChange]:
    """The values that differ; `known` is the whole row, as it last was."""
    for name in old | new:
        if name not in _UNTOLD and old.get(name) != new.get(name):
            before = names.shown(table, name, old.get(name), known | old)
            yield FieldChange(name, before, names.shown(table, name, new.get(name), known | new))
