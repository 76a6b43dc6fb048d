"""Trees of topics and tags: each knows the wider one above it."""

from __future__ import annotations

import sqlite3

from db import values
from db.errors import BadValue
from db.records import Row

_ABOVE = """
  WITH RECURSIVE above (id) AS (
    VALUES (:id) UNION SELECT t.parent_id FROM above JOIN {table} t ON t.id = above.id WHERE t.parent_id IS NOT NULL)
  SELECT 1 FROM above WHERE id = :sought
"""


def is_below(conn: sqlite3.Connection, table: str, key: int, other: int) -> bool:
    """Whether a record is the other one or stands below it."""
    return conn.execute(_ABOVE.format(table=table), {"id": key, "sought": other}).fetchone() is not None


def check_no_ring(conn: sqlite3.Connection, table: str, whole: Row) -> None:
    """Refuse a parent that is the record itself or stands below it."""
    key, parent = whole.get("id"), whole.get("parent_id")
    if isinstance(key, int) and isinstance(parent, int) and is_below(conn, table, parent, key):
        raise BadValue("It cannot be put below itself.", "parent")


def find_ring(conn: sqlite3.Connection, table: str) -> str | None:
    """The uid of a record that stands below itself; None in a sound tree."""
    row = conn.execute(
        f"""
        WITH RECURSIVE sound (id) AS (
          SELECT id FROM {table} WHERE parent_id IS NULL
          UNION ALL SELECT t.id FROM sound JOIN {table} t ON t.parent_id = sound.id)
        SELECT uid FROM {table} WHERE id NOT IN (SELECT id FROM sound) ORDER BY id
        """
    ).fetchone()
    return None if row is None else str(row[0])


def check_name_is_free(conn: sqlite3.Connection, table: str, whole: Row) -> None:
    """Refuse a name that another one under the same parent has."""
    taken = conn.execute(
        f"SELECT 1 FROM {table} WHERE name = ? AND parent_id IS ? AND uid <> ?",
        [whole["name"], whole.get("parent_id"), whole["uid"]],
    ).fetchone()
    if taken:
        name = values.quoted(whole["name"])
        raise BadValue(f"{name} is there already. Choose another name, or use the one that is there.", "name")
