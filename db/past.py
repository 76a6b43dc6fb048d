"""Rows as they were: each is read back from what later changes kept of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from json import dumps
from typing import cast

from db.errors import Damaged
from db.records import Row
from db.references import KINDS
from db.values import Value
from db.vocabulary import RECALLED, RECORD_KINDS

NOW = 2**63 - 1
"""A revision after all others."""
LONGEST_TITLE = 120

TITLES = {
    "meetings": "title", "events": "title", "parties": "name", "people": "name", "participations": "party_id",
    "outcomes": "text", "topics": "label", "outcome_topics": "topic_id", "quotes": "text", "sources": "title",
    "citations": "source_id", "readings": "about", "aliases": "form", "notes": "body", "tags": "name",
    "taggings": "tag_id", "searches": "name",
}  # fmt: skip
"""The column by which people know a row of each table."""

REFERRED = {
    "meeting_id": "meetings", "party_id": "parties", "head_id": "people", "speaker_id": "people",
    "outcome_id": "outcomes", "topic_id": "topics", "source_id": "sources", "citation_id": "citations",
    "tag_id": "tags",
}  # fmt: skip
"""The table that a column with ids of another names."""


DAMAGED = "A part of the history is damaged and cannot be read. Check the library."


def loaded(image: str | None) -> Row:
    """What a change kept of a row."""
    from json import JSONDecodeError, loads

    row: object
    try:
        row = {} if image is None else loads(image)
    except JSONDecodeError:
        row = None
    if not isinstance(row, dict):
        raise Damaged(DAMAGED)
    return cast(Row, row)


def row_now(conn: sqlite3.Connection, table: str, row_id: int) -> Row | None:
    """A row as it is; None when it is not there."""
    found = conn.execute(f"SELECT * FROM {table} WHERE id = ?", [row_id])
    row = found.fetchone()
    return None if row is None else dict(zip((column[0] for column in found.description), row, strict=True))


def row_after(conn: sqlite3.Connection, table: str, row_id: int, revision: int) -> Row | None:
    """A row as a revision left it: the oldest later value of each column, else what it holds now; None: not there."""
    if revision >= NOW:
        return row_now(conn, table, row_id)
    image: Row = {}
    later = conn.execute(
        "SELECT operation, before FROM changes WHERE table_name = ? AND row_id = ? AND revision_id > ? ORDER BY id",
        [table, row_id, revision],
    )
    for operation, before in later:
        if operation == "insert":
            return None
        image = loaded(before) | image
        if operation == "delete":
            return image
    row = row_now(conn, table, row_id)
    return None if row is None else row | image


def last_row(conn: sqlite3.Connection, table: str, row_id: int) -> Row:
    """A row as it is, or as it last was; empty when there was none."""
    row = row_now(conn, table, row_id)
    if row is not None:
        return row
    last = conn.execute(
        "SELECT before FROM changes WHERE table_name = ? AND row_id = ? AND operation = 'delete' "
        "ORDER BY id DESC LIMIT 1",
        [table, row_id],
    ).fetchone()
    return loaded(last[0]) if last else {}


class Names:
    """Records by what people know them by, after a revision or now; one that was not there then by its last name."""

    def __init__(self, conn: sqlite3.Connection, revision: int = NOW) -> None:
        self.conn = conn
        self._revision = revision
        self._known: dict[tuple[str, int], str] = {}
        self._ids: dict[tuple[str, str], int | None] = {}

    def title(self, table: str, row_id: int) -> str:
        """What people know a record by: one line, not too long."""
        key = (table, row_id)
        if key not in self._known:
            row = row_after(self.conn, table, row_id, self._revision) or last_row(self.conn, table, row_id)
            self._known[key] = self.title_of(table, row)
        return self._known[key]

    def title_of(self, table: str, row: Row) -> str:
        """What people know a record by that holds these values."""
        column = TITLES[table]
        value = self.shown(table, column, row.get(column))
        if table == "citations" and row and value is None:
            value = row.get("exact") or row.get("as_worded") or RECALLED
        return "" if value is None else short(str(value))

    def shown(self, table: str, column: str, value: Value, row: Row | None = None) -> Value:
        """A value as people read it: another record by its title; `row` is for what it means in its row."""
        if column == "record_uid" and isinstance(value, str) and row:
            return self.title_by_uid(str(row.get("record_kind")), value)
        referred = table if column == "parent_id" else REFERRED.get(column)
        return self.title(referred, value) if referred and isinstance(value, int) else value

    def title_by_uid(self, kind: str, uid: str) -> str:
        """What people know a record by, of which the uid is known."""
        row_id = self.id_of(kind, uid)
        return "" if row_id is None else self.title(RECORD_KINDS[kind], row_id)

    def id_of(self, kind: str, uid: str) -> int | None:
        """The id that a record has or had; None for one that was never there, and for the library itself."""
        table = RECORD_KINDS.get(kind)
        if table not in TITLES:
            return None
        if (kind, uid) not in self._ids:
            row = (
                self.conn.execute(f"SELECT id FROM {table} WHERE uid = ?", [uid]).fetchone()
                or self.conn.execute(
                    "SELECT row_id FROM changes WHERE table_name = ? AND row_uid = ? LIMIT 1", [table, uid]
                ).fetchone()
            )
            self._ids[kind, uid] = row and int(row[0])
        return self._ids[kind, uid]

    def learn(self, records: Iterable[tuple[object, object]], revision: int | None = None) -> None:
        """Find the ids of many records at once: to look for each in the whole history takes as long as for all.

        Those that are not there any more are looked for in a revision first, where most went with what stood on them.
        """
        by_kind: dict[str, set[str]] = {}
        for kind, uid in records:
            if isinstance(kind, str) and isinstance(uid, str) and RECORD_KINDS.get(kind) in TITLES:
                by_kind.setdefault(kind, set()).add(uid)
        for kind, uids in by_kind.items():
            for uid, row_id in self._found(RECORD_KINDS[kind], uids, revision).items():
                self._ids[kind, uid] = row_id

    def _found(self, table: str, uids: set[str], revision: int | None) -> dict[str, int | None]:
        """The ids that records of a table have or had, by their uids; None for those that were never there."""
        found: dict[str, int | None] = {}
        gone = "SELECT row_uid, row_id FROM changes WHERE {} table_name = :table AND row_uid IN"
        searches = [f"SELECT uid, id FROM {table} WHERE uid IN", gone.format("revision_id = :revision AND")]
        for sql in (*(searches if revision else searches[:1]), gone.format("")):
            if missing := uids - found.keys():
                args = {"uids": dumps(list(missing)), "table": table, "revision": revision}
                found |= self.conn.execute(f"{sql} (SELECT value FROM json_each(:uids))", args).fetchall()
        return dict.fromkeys(uids) | found

    def owner(self, table: str, row: Row) -> tuple[str, str, str] | None:
        """Kind, uid and title of the record that a row belongs to or stands on; None for one that stands alone."""
        if row.get("record_kind") is not None:
            kind, uid = str(row["record_kind"]), row.get("record_uid")
            return (kind, str(uid), self.title_by_uid(kind, str(uid))) if uid is not None else None
        column = {"outcome_topics": "outcome_id"}.get(table, "meeting_id")
        owner_id = row.get(column)
        if not isinstance(owner_id, int):
            return None
        owner_table = REFERRED[column]
        uid = (row_now(self.conn, owner_table, owner_id) or last_row(self.conn, owner_table, owner_id)).get("uid")
        return KINDS[owner_table], str(uid), self.title(owner_table, owner_id)


def short(text: str) -> str:
    """The first words of a text, as one line."""
    line = " ".join(text[: 2 * LONGEST_TITLE].split())
    return line if len(line) <= LONGEST_TITLE else line[: LONGEST_TITLE - 1].rstrip() + "…"
