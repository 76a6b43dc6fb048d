"""The history as people read it: the steps of the library or of one record, and what each step changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from db import revisions
from db.cancel import Cancel
from db.errors import Damaged
from db.record_rows import Rows, rows_of
from db.records import PAGE
from db.references import KINDS, Record
from db.values import Value

if TYPE_CHECKING:
    from db.library import Library


class Step(NamedTuple):
    """One revision, how many changes it made, and whether it stands (has not been taken back)."""

    id: int
    label: str
    author: str | None
    made_at: str
    kind: str
    reverts: int | None
    changes: int
    stands: bool


class FieldChange(NamedTuple):
    """A field of a record before and after; another record is given by its name."""

    field: str
    old: Value
    new: Value


class Change(NamedTuple):
    """One row that a step wrote; `title` is what people know the record by."""

    id: int
    kind: str
    uid: str
    operation: str
    title: str
    fields: tuple[FieldChange, ...]


_ALL = "SELECT id, (SELECT count(*) FROM changes WHERE revision_id = r.id) AS changes FROM revisions r"


class History:
    """The history of a library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def steps(self, cancel: Cancel, *, before: int | None = None, limit: int = PAGE) -> list[Step]:
        """The newest steps of the library, or those before a given one."""
        with self._library.reading(cancel) as conn:
            return _steps(conn, _ALL, before, limit)

    def steps_of(self, record: Record, cancel: Cancel, *, before: int | None = None, limit: int = PAGE) -> list[Step]:
        """The newest steps that wrote a record or what belongs to it, also such as was removed since.

        Only changes to these are counted.
        """
        with self._library.reading(cancel) as conn:
            return _steps(conn, _of_rows(rows_of(conn, Record(*record))), before, limit)

    def changes(self, revision: int, *, after: int = 0, limit: int = PAGE) -> list[Change]:
        """What a step wrote, in order; `after` is the id of the last change of the page before."""
        with self._library.reading() as conn:
            names = _Names(conn)
            rows = conn.execute(
                "SELECT id, table_name, row_id, row_uid, operation, before, after FROM changes "
                "WHERE revision_id = ? AND id > ? ORDER BY id LIMIT ?",
                [revision, after, limit],
            ).fetchall()
            return [_change(names, *row) for row in rows if row[1] in KINDS]


def _of_rows(rows: Rows) -> str:
    """SQL for the revisions that wrote any of the rows, each with the number of changes to them."""
    changes = " UNION ALL ".join(
        f"SELECT revision_id AS id FROM changes WHERE table_name = '{table}' AND row_id IN ({', '.join(map(str, ids))})"
        for table, ids in rows.items()
    )
    return f"SELECT id, count(*) AS changes FROM ({changes or 'SELECT NULL AS id'}) GROUP BY id"


def _steps(conn: sqlite3.Connection, counted: str, before: int | None, limit: int) -> list[Step]:
    """A page of revisions, newest first; `counted` is SQL for their ids and numbers of changes."""
    rows = conn.execute(
        "SELECT r.id, label, author, made_at, kind, reverts, changes "
        f"FROM ({counted}) c JOIN revisions r ON r.id = c.id WHERE r.id < ? ORDER BY r.id DESC LIMIT ?",
        [2**63 - 1 if before is None else before, limit],
    ).fetchall()
    standing = revisions.standing_ids(conn, rows[-1][0] - 1) if rows else set[int]()
    return [Step(*row, stands=row[0] in standing) for row in rows]


_TITLES = {
    "meetings": "title", "events": "title", "parties": "name", "people": "name", "participations": "party_id",
    "outcomes": "text", "topics": "label", "outcome_topics": "topic_id", "quotes": "text", "sources": "title",
    "citations": "source_id", "readings": "about", "aliases": "form", "notes": "body", "tags": "name",
    "taggings": "tag_id",
}  # fmt: skip
_REFERRED = {
    "meeting_id": "meetings", "party_id": "parties", "head_id": "people", "speaker_id": "people",
    "outcome_id": "outcomes", "topic_id": "topics", "source_id": "sources", "citation_id": "citations",
    "tag_id": "tags",
}  # fmt: skip
_UNTOLD = ("id", "uid", "text_sha256")


class _Names:
    """Records by what people know them by, also those that were removed."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn
        self._known: dict[tuple[str, int], str] = {}

    def title(self, table: str, row_id: int) -> str:
        """What people know a record by."""
        key = (table, row_id)
        if key not in self._known:
            column = _TITLES[table]
            value = self.shown(table, column, _latest(self.conn, table, row_id).get(column))
            self._known[key] = "" if value is None else str(value)
        return self._known[key]

    def shown(self, table: str, column: str, value: Value) -> Value:
        """A value as people read it: another record by its title."""
        referred = table if column == "parent_id" else _REFERRED.get(column)
        return self.title(referred, value) if referred and isinstance(value, int) else value


def _change(
    names: _Names, key: int, table: str, row_id: int, uid: str, operation: str, before: str | None, after: str | None
) -> Change:
    old, new = _loaded(before), _loaded(after)
    if operation == "insert":
        new = _image_after(names.conn, table, row_id, key)
    fields = tuple(
        FieldChange(name, names.shown(table, name, old.get(name)), names.shown(table, name, new.get(name)))
        for name in old | new
        if name not in _UNTOLD and old.get(name) != new.get(name)
    )
    return Change(key, KINDS[table], uid, operation, names.title(table, row_id), fields)


def _loaded(image: str | None) -> dict[str, Value]:
    from json import JSONDecodeError, loads

    try:
        return {} if image is None else loads(image)
    except JSONDecodeError:
        raise Damaged("A part of the history is damaged and cannot be read. Check the library.") from None


def _row(conn: sqlite3.Connection, table: str, row_id: int) -> Mapping[str, Value]:
    found = conn.execute(f"SELECT * FROM {table} WHERE id = ?", [row_id])
    row = found.fetchone()
    return {} if row is None else dict(zip((column[0] for column in found.description), row, strict=True))


def _latest(conn: sqlite3.Connection, table: str, row_id: int) -> Mapping[str, Value]:
    """A row as it is, or as it last was."""
    row = _row(conn, table, row_id)
    if row:
        return row
    last = conn.execute(
        "SELECT before FROM changes WHERE table_name = ? AND row_id = ? AND operation = 'delete' "
        "ORDER BY id DESC LIMIT 1",
        [table, row_id],
    ).fetchone()
    return _loaded(last[0]) if last else {}


def _image_after(conn: sqlite3.Connection, table: str, row_id: int, change: int) -> dict[str, Value]:
    """A row as it was after a change: the oldest later image of each column, else what it holds now."""
    image: dict[str, Value] = {}
    later = conn.execute(
        "SELECT operation, before FROM changes WHERE table_name = ? AND row_id = ? AND id > ? ORDER BY id",
        [table, row_id, change],
    )
    for operation, before in later:
        image = _loaded(before) | image
        if operation == "delete":
            return image
    return {**_row(conn, table, row_id), **image}
