"""What holds in every library after every step, whoever wrote it: looked at in the rows that a revision touched.

The nouns refuse most of what would break it, with a better sentence; this is the net for taking back an old step,
which may bring back a value that does not go together with what was written since.
"""

from __future__ import annotations

import sqlite3

from db import anchoring, clashes
from db.references import ATTACHED, CALLED, KINDS, called
from db.schema import JOURNALED
from db.values import a, counts
from db.vocabulary import RECORD_KINDS


def broken(conn: sqlite3.Connection, revision: int) -> str | None:
    """What the revision would leave contradicting itself, as the end of a sentence; None when it is sound."""
    touched: dict[str, set[str]] = {}
    for table, operation in conn.execute(
        "SELECT DISTINCT table_name, operation FROM changes WHERE revision_id = ?", [revision]
    ):
        touched.setdefault(table, set()).add(operation)
    for table, operations in touched.items():
        found = _hangs_on_removed(conn, revision, table) if "delete" in operations else None
        if operations != {"delete"}:
            found = found or _broken_rows(conn, revision, table)
        if found:
            return found
    return None


def foreign(conn: sqlite3.Connection) -> str:
    """The first reference to a row that is not there, as the end of a sentence; for when a commit failed by one."""
    rows = conn.execute("PRAGMA foreign_key_check").fetchall()
    row = min(rows, key=lambda found: JOURNALED.index(found[0]) if found[0] in JOURNALED else len(JOURNALED))
    table, referred = (CALLED.get(str(name), (str(name),))[0] for name in (row[0], row[2]))
    table = "tagged record" if row[0] == "taggings" else table  # a tag that refers to a tag says nothing
    return f"{a(table)} would refer to {a(referred)} that is not in the library"


_KINDS = " ".join(
    f"WHEN '{kind}' THEN EXISTS (SELECT 1 FROM {table} t WHERE t.uid = a.record_uid)"
    for kind, table in RECORD_KINDS.items()
    if kind != "library"
)
EXISTS = f"""
  CASE a.record_kind {_KINDS}
    WHEN 'library' THEN EXISTS (SELECT 1 FROM library WHERE key = 'uid' AND value = a.record_uid)
    ELSE a.record_kind IN ('place', 'term') AND a.record_uid IS NULL END
"""
"""SQL: whether the record that row `a` of an attached table stands on is there."""

ENDS_EARLY = "substr(ends, 1, length(starts)) < substr(starts, 1, length(ends))"
"""SQL: whether a meeting ends before it starts, as far as is known."""

_TOUCHED = "(SELECT row_id FROM changes WHERE revision_id = :r AND table_name = :t)"


def _stands(table: str) -> tuple[str, str]:
    names = " ".join(f"WHEN '{kind}' THEN '{a(called(kind))}'" for kind in RECORD_KINDS)
    kind = f"CASE a.record_kind {names} ELSE 'a ' || a.record_kind END"
    sql = f"SELECT {kind} FROM {table} a WHERE a.id IN {_TOUCHED} AND NOT {EXISTS}"
    return sql, f"{a(CALLED[table][0])} would stand on {{}} that is not in the library"


def _no_ring(table: str) -> tuple[str, str]:
    sql = f"""
      WITH RECURSIVE above (start, id) AS (
        SELECT id, parent_id FROM {table} WHERE id IN {_TOUCHED}
        UNION SELECT above.start, t.parent_id FROM above JOIN {table} t ON t.id = above.id)
      SELECT name FROM above JOIN {table} USING (id) WHERE start = id
    """
    return sql, "“{}” would come below itself"


_CITED = f"SELECT id, source_id FROM citations WHERE id IN {_TOUCHED} AND source_id IS NOT NULL"
_TEXT_CHANGED = (
    "SELECT row_id FROM changes WHERE revision_id = :r AND table_name = :t AND operation = 'update' "
    "AND json_type(before, '$.text') IS NOT NULL"
)
_RULES: dict[str, list[tuple[str, str]]] = {
    **{table: [_stands(table)] for table in ATTACHED if table != "citations"},
    **{table: [_no_ring(table)] for table in ("topics", "tags")},
    "citations": [_stands("citations")],
    "meetings": [
        (f"SELECT title FROM meetings WHERE id IN {_TOUCHED} AND {ENDS_EARLY}", "“{}” would end before it starts"),
    ],
}
"""For each table, queries that find a row written by revision :r that breaks a rule, and what to say of it."""


def _broken_rows(conn: sqlite3.Connection, revision: int, table: str) -> str | None:
    """What the rows written by the revision break, by the rules for their table."""
    for sql, words in _RULES.get(table, ()):
        row = conn.execute(sql + " LIMIT 1", {"r": revision, "t": table}).fetchone()
        if row:
            return words.format(str(row[0])[:60])
    clash = clashes.broken(conn, table, _TOUCHED, {"r": revision, "t": table})
    return clash or (_misplaced(conn, revision, table) if table in ("citations", "sources") else None)


def _misplaced(conn: sqlite3.Connection, revision: int, table: str) -> str | None:
    """A passage that would not be where its citation says."""
    args = {"r": revision, "t": table}
    if table == "citations":
        touched = dict(conn.execute(_CITED, args).fetchall())
        found, where = anchoring.misplaced(conn, set(touched.values()), touched), "its source"
    else:
        sources = {row[0] for row in conn.execute(_TEXT_CHANGED, args)}
        found, where = anchoring.misplaced(conn, sources), "this text"
    one = next(found, None)
    return one and f"the passage “{one.exact[:60]}” would not be at its place in {where}"


def _hangs_on_removed(conn: sqlite3.Connection, revision: int, table: str) -> str | None:
    """What stands on records that the revision removed."""
    for attached in ATTACHED:
        number = conn.execute(
            f"SELECT count(*) FROM changes c JOIN {attached} a ON a.record_uid = c.row_uid AND a.record_kind = :kind "
            "WHERE c.revision_id = :r AND c.table_name = :t AND c.operation = 'delete' "
            f"AND NOT EXISTS (SELECT 1 FROM {table} WHERE uid = c.row_uid)",
            {"r": revision, "t": table, "kind": KINDS[table]},
        ).fetchone()[0]
        if number:
            return f"{counts([(number, *CALLED[attached])], 'stand')} on what it would remove"
    return None
