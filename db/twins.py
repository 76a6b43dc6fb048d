"""Merging two records that are one, and keeping their spellings filed under the right name."""

from __future__ import annotations

import sqlite3

from db.errors import BadValue
from db.references import ATTACHED, KINDS, USERS


def check_two(keep: str, other: str) -> None:
    """Refuse to merge a record with itself."""
    if keep == other:
        raise BadValue("A record cannot be merged with itself: choose two.")


def merge(conn: sqlite3.Connection, table: str, keep: str, other: str) -> None:
    """Let all that refers to the other record, or stands on it, do so to the kept one; then remove the other."""
    names = {"kind": KINDS[table], "keep": keep, "other": other}
    for link in USERS[table]:
        conn.execute(
            f"UPDATE {link.table} SET {link.column} = (SELECT id FROM {table} WHERE uid = :keep) "
            f"WHERE {link.column} = (SELECT id FROM {table} WHERE uid = :other)",
            names,
        )
    conn.execute(
        "DELETE FROM taggings WHERE record_kind = :kind AND record_uid = :other AND tag_id IN "
        "(SELECT tag_id FROM taggings WHERE record_kind = :kind AND record_uid = :keep)",
        names,
    )
    for attached in ATTACHED:
        conn.execute(
            f"UPDATE {attached} SET record_uid = :keep WHERE record_kind = :kind AND record_uid = :other", names
        )
    conn.execute(f"DELETE FROM {table} WHERE uid = :other", names)


def rename_in_aliases(conn: sqlite3.Connection, kind: str, uid: str, old: str, new: str) -> None:
    """File the spellings that stood under a record's old name under its new one."""
    if old != new:
        conn.execute(
            "UPDATE aliases SET canonical = ? WHERE record_kind = ? AND record_uid = ? AND canonical = ?",
            [new, kind, uid, old],
        )
