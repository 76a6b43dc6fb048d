"""What the full-text indexes have in common: how a table of words is emptied when it is damaged, and joined columns."""

from __future__ import annotations

import sqlite3

from db.search_words import Columns

DAMAGE = (sqlite3.SQLITE_CORRUPT_VTAB, sqlite3.SQLITE_CONSTRAINT)
"""What FTS5 says when it finds its own tables out of order."""


def make_anew(conn: sqlite3.Connection, name: str) -> None:
    """Put an empty table of FTS5 in the place of another.

    A damaged one can be neither emptied, nor rebuilt, nor dropped, before its data are as FTS5 makes empty ones.
    """
    (sql,) = conn.execute("SELECT sql FROM sqlite_schema WHERE name = ?", [name]).fetchone()
    conn.execute(f"DELETE FROM {name}_data")
    conn.execute(f"INSERT INTO {name}_data (id, block) VALUES (1, x''), (10, zeroblob(7))")
    conn.execute(f"DROP TABLE {name}")
    conn.execute(sql)


def joined(one: Columns, other: Columns) -> tuple[str, str, str]:
    """The columns of two texts that are kept as one: whole words, Latin ones, sounds."""
    whole, latin, keys = (" ".join(filter(None, pair)) for pair in zip(one[1:], other[1:], strict=True))
    return whole, latin, keys
