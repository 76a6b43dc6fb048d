"""All rows that were ever part of a record: its own, those of its parts, and what stands or stood on any of them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

from db.references import ATTACHED, KINDS, PARTS, Record, as_json
from db.schema import JOURNALED
from db.vocabulary import RECORD_KINDS

Rows = dict[str, dict[int, str]]
"""Ids and uids of rows, by table."""


def rows_of(conn: sqlite3.Connection, record: Record) -> Rows:
    """The rows that are or were part of a record; empty when there was never such a record."""
    former = _Former(conn)
    found: Rows = {}
    waiting = [(RECORD_KINDS[record.kind], _own(conn, RECORD_KINDS[record.kind], record.uid))]
    while waiting:
        table, rows = waiting.pop()
        known = found.setdefault(table, {})
        fresh = {key: uid for key, uid in rows.items() if key not in known}
        known |= fresh
        if fresh:
            waiting += _parts(conn, former, table, fresh)
    return {table: rows for table, rows in found.items() if rows and table in JOURNALED}


def _own(conn: sqlite3.Connection, table: str, uid: str) -> dict[int, str]:
    """The rows that ever had a uid; what is no table of records, the library itself, has one row of its own."""
    if table not in JOURNALED:
        return {0: uid}
    found = conn.execute(
        f"SELECT id, uid FROM {table} WHERE uid = :uid "
        "UNION SELECT row_id, row_uid FROM changes WHERE table_name = :table AND row_uid = :uid",
        {"uid": uid, "table": table},
    )
    return dict(found.fetchall())


def _parts(
    conn: sqlite3.Connection, former: _Former, table: str, rows: dict[int, str]
) -> list[tuple[str, dict[int, str]]]:
    """The rows that belong to those of a table, by table."""
    from json import dumps

    found: list[tuple[str, dict[int, str]]] = []
    for link in PARTS.get(table, ()):
        sql = f"SELECT id, uid FROM {link.table} WHERE {link.column} IN (SELECT value FROM json_each(?))"
        present = dict(conn.execute(sql, [as_json(rows)]).fetchall())
        found.append((link.table, present | former.linked(link.table, link.column, rows)))
    kind, uids = KINDS[table], list(rows.values())
    for attached in ATTACHED:
        sql = f"SELECT id, uid FROM {attached} WHERE record_kind = ? AND record_uid IN (SELECT value FROM json_each(?))"
        present = dict(conn.execute(sql, [kind, dumps(uids)]).fetchall())
        found.append((attached, present | former.attached(attached, kind, uids)))
    return found


class _Former:
    """What rows were linked to before; each table's changes are looked through once, when they are first needed."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._links: dict[tuple[str, str], dict[int, dict[int, str]]] = {}
        self._attached: dict[str, dict[str, dict[int, tuple[str, str | None]]]] = {}

    def linked(self, table: str, column: str, ids: dict[int, str]) -> dict[int, str]:
        """Rows of a table that once named one of the ids in a column."""
        if (table, column) not in self._links:
            links: dict[int, dict[int, str]] = defaultdict(dict)
            sql = (
                f"SELECT json_extract(before, '$.{column}') AS link, row_id, row_uid FROM changes "
                "WHERE table_name = ? AND before IS NOT NULL AND link IS NOT NULL"
            )
            for link, row_id, uid in self._conn.execute(sql, [table]):
                links[link][row_id] = uid
            self._links[table, column] = links
        links = self._links[table, column]
        return {row_id: uid for key in ids if key in links for row_id, uid in links[key].items()}

    def attached(self, table: str, kind: str, uids: list[str]) -> dict[int, str]:
        """Rows of a table that once stood on one of the records."""
        if table not in self._attached:
            stood: dict[str, dict[int, tuple[str, str | None]]] = defaultdict(dict)
            sql = (
                "SELECT json_extract(before, '$.record_uid') AS record, row_id, row_uid, "
                "json_extract(before, '$.record_kind') FROM changes "
                "WHERE table_name = ? AND before IS NOT NULL AND record IS NOT NULL"
            )
            for record, row_id, uid, on in self._conn.execute(sql, [table]):
                stood[record][row_id] = (uid, on)
            self._attached[table] = stood
        stood = self._attached[table]
        return {
            row_id: uid
            for record in uids
            for row_id, (uid, on) in stood.get(record, {}).items()
            if on is None or on == kind
        }
