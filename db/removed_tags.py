"""Tags on records of which one or both were removed: what comes back when the second of the two does."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from db.invariants import EXISTS
from db.references import KINDS, as_json
from db.vocabulary import RECORD_KINDS

_BEFORE = """
  json_extract(c.before, '$.tag_id') AS tag_id, json_extract(c.before, '$.record_kind') AS record_kind,
  json_extract(c.before, '$.record_uid') AS record_uid
"""
_GONE = f"""
  SELECT max(c.id), c.revision_id, {_BEFORE} FROM changes c
  WHERE c.table_name = 'taggings' AND c.row_id NOT IN (SELECT id FROM taggings)
  GROUP BY c.row_id
"""
"""SQL: how each tag went from the record that it was on; max() takes the other columns from that change."""


def put_back(conn: sqlite3.Connection, changes: Iterable[int]) -> None:
    """Put tags on records again that some changes took off, where both are there and it is not so already."""
    columns = [str(row[1]) for row in conn.execute("PRAGMA table_info(taggings)")]
    values = ", ".join(f"json_extract(before, '$.{name}') AS {name}" for name in columns)
    conn.execute(
        f"INSERT OR IGNORE INTO taggings ({', '.join(columns)}) SELECT {', '.join(columns)} FROM ("
        f"SELECT {values} FROM changes WHERE id IN (SELECT value FROM json_each(?))) a "
        f"WHERE tag_id IN (SELECT id FROM tags) AND {EXISTS} ORDER BY id",
        [as_json(changes)],
    )


def left_out(conn: sqlite3.Connection, removal: int, restored: Mapping[str, Mapping[int, int]]) -> list[int]:
    """The changes that took tags off with a tag or a record that came back while the other was away.

    `restored` are rows that come back now, by table and id; they went with the change `removal`.
    """
    uids = {(KINDS[table], _uid(conn, change)) for table, rows in restored.items() for change in rows.values()}
    tags = restored.get("tags", {})
    found: list[int] = []
    for change, revision, tag, kind, uid in conn.execute(_GONE).fetchall():
        if tag in tags:
            table, row_id = RECORD_KINDS.get(kind, ""), _row_id(conn, kind, uid)
        elif (kind, uid) in uids:
            table, row_id = "tags", tag
        else:
            continue
        if row_id is not None and _came_back(conn, table, row_id, revision, removal):
            found.append(change)
    return found


def _uid(conn: sqlite3.Connection, change: int) -> str:
    return conn.execute("SELECT row_uid FROM changes WHERE id = ?", [change]).fetchone()[0]


def _row_id(conn: sqlite3.Connection, kind: str, uid: str) -> int | None:
    """The id of a record that is there; None for one that is not, and for the library, which never goes."""
    if kind not in RECORD_KINDS or kind == "library":
        return None
    row = conn.execute(f"SELECT id FROM {RECORD_KINDS[kind]} WHERE uid = ?", [uid]).fetchone()
    return row and int(row[0])


def _came_back(conn: sqlite3.Connection, table: str, row_id: int, revision: int, removal: int) -> bool:
    """Whether a row went with a revision and came back after a change."""
    (found,) = conn.execute(
        "SELECT max(operation = 'delete' AND revision_id = :revision) AND max(operation = 'insert' AND id > :removal) "
        "FROM changes WHERE table_name = :table AND row_id = :row",
        {"revision": revision, "removal": removal, "table": table, "row": row_id},
    ).fetchone()
    return bool(found)
