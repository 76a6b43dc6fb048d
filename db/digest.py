"""One number for all that a library says, to tell whether two files hold the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from db import kept_apart
from db.schema import JOURNALED

OWN_FACTS = ("uid", "created_at", "content_digest", "quote_index", "record_index")
"""Facts that differ between two files that say the same."""


def content_digest(conn: sqlite3.Connection) -> str:
    """SHA-256, hexadecimal, over every table that people edit and the facts about the library.

    History, full-text index, OWN_FACTS and what was said of likely twins are left out; of imported files only the
    digests that sources name count.
    """
    from hashlib import sha256

    found = sha256()
    for piece in _pieces(conn):
        found.update(piece)
    return found.hexdigest()


def is_as_kept(conn: sqlite3.Connection) -> bool:
    """Whether a library keeps the digest of what it shipped with, and still holds just that."""
    if not conn.execute("SELECT 1 FROM sqlite_schema WHERE name = 'library'").fetchone():
        return False
    kept = conn.execute("SELECT value FROM library WHERE key = 'content_digest'").fetchone()
    return kept is not None and kept[0] == content_digest(conn)


def keep(conn: sqlite3.Connection) -> None:
    """Put down the digest of what a library ships with, inside a transaction."""
    conn.execute("INSERT OR REPLACE INTO library (key, value) VALUES ('content_digest', ?)", [content_digest(conn)])


def _pieces(conn: sqlite3.Connection) -> Iterator[bytes]:
    """The content as SQL literals, a row a line: quoted text cannot be taken for the end of a value or a row."""
    for table in JOURNALED:
        columns = [str(row[1]) for row in conn.execute(f"PRAGMA table_info({table})")]
        if not columns:
            continue  # an older format has no such table
        yield f"{table}({','.join(columns)})\n".encode()
        yield from _rows(conn, columns, f"{table} ORDER BY id")
    yield b"library(key,value)\n"
    left_out = ", ".join(f"'{key}'" for key in OWN_FACTS)
    facts = f"library WHERE key NOT IN ({left_out}) AND key NOT GLOB '{kept_apart.PREFIX}*' ORDER BY key"
    yield from _rows(conn, ["key", "value"], facts)


def _rows(conn: sqlite3.Connection, columns: list[str], of: str) -> Iterator[bytes]:
    line = " || ',' || ".join(f"quote({column})" for column in columns)
    for row in conn.execute(f"SELECT CAST({line} || char(10) AS BLOB) FROM {of}"):
        yield row[0]
