"""All rows that were ever part of a record: its own, those of its parts, and what stands or stood on any of them."""

from __future__ import annotations

import sqlite3

from db.references import ATTACHED, KINDS, PARTS, Record, as_json
from db.vocabulary import RECORD_KINDS

Rows = dict[str, dict[int, str]]
"""Ids and uids of rows, by table."""


def rows_of(conn: sqlite3.Connection, record: Record) -> Rows:
    """The rows that are or were part of a record; empty when there was never such a record."""
    table = RECORD_KINDS[record.kind]
    own = conn.execute(
        f"SELECT id, uid FROM {table} WHERE uid = :uid "
        "UNION SELECT row_id, row_uid FROM changes WHERE table_name = :table AND row_uid = :uid",
        {"uid": record.uid, "table": table},
    )
    found: Rows = {}
    waiting = [(table, dict(own.fetchall()))]
    while waiting:
        table, rows = waiting.pop()
        known = found.setdefault(table, {})
        fresh = {key: uid for key, uid in rows.items() if key not in known}
        known |= fresh
        if fresh:
            waiting += _parts(conn, table, fresh)
    return {table: rows for table, rows in found.items() if rows}


def _parts(conn: sqlite3.Connection, table: str, rows: dict[int, str]) -> list[tuple[str, dict[int, str]]]:
    found: list[tuple[str, dict[int, str]]] = []
    for link in PARTS.get(table, ()):
        sql = (
            f"SELECT id, uid FROM {link.table} WHERE {link.column} IN (SELECT value FROM json_each(:ids)) "
            f"UNION SELECT row_id, row_uid FROM changes WHERE table_name = '{link.table}' "
            f"AND json_extract(before, '$.{link.column}') IN (SELECT value FROM json_each(:ids))"
        )
        found.append((link.table, dict(conn.execute(sql, {"ids": as_json(rows)}).fetchall())))
    for attached in ATTACHED:
        found.append((attached, _attached(conn, attached, KINDS[table], list(rows.values()))))
    return found


def _attached(conn: sqlite3.Connection, attached: str, kind: str, uids: list[str]) -> dict[int, str]:
    from json import dumps

    rows = conn.execute(
        f"SELECT id, uid FROM {attached} "
        "WHERE record_kind = :kind AND record_uid IN (SELECT value FROM json_each(:uids)) "
        f"UNION SELECT row_id, row_uid FROM changes WHERE table_name = '{attached}' "
        "AND json_extract(before, '$.record_uid') IN (SELECT value FROM json_each(:uids)) "
        "AND coalesce(json_extract(before, '$.record_kind'), :kind) = :kind",
        {"kind": kind, "uids": dumps(uids)},
    )
    return dict(rows.fetchall())
