"""What the full-text indexes have in common: their tables, how damaged or lost ones are made anew, joined columns."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.search_words import Columns

DAMAGE = (sqlite3.SQLITE_CORRUPT_VTAB, sqlite3.SQLITE_CONSTRAINT)
"""What FTS5 says when it finds its own tables out of order."""
_WORDS = """tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'", prefix = '1 2 3')"""
TABLES = {
    "quote_index": (
        f"CREATE VIRTUAL TABLE quote_index USING fts5 ( text, speaker, whole, latin, keys, facets, {_WORDS}"
    ),
    "quote_terms": "CREATE VIRTUAL TABLE quote_terms USING fts5vocab (quote_index, row)",
    "quote_words": "CREATE TABLE quote_words (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
    "quote_places": (
        "CREATE TABLE quote_places ( quote_id INTEGER PRIMARY KEY REFERENCES quotes (id) DEFERRABLE INITIALLY "
        "DEFERRED, place INTEGER NOT NULL UNIQUE) STRICT"
    ),
    "record_index": f"CREATE VIRTUAL TABLE record_index USING fts5 ( name, text, whole, latin, keys, facets, {_WORDS}",
    "record_words": "CREATE TABLE record_words (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
    "record_places": (
        "CREATE TABLE record_places ( place INTEGER PRIMARY KEY, kind TEXT NOT NULL, record_id INTEGER NOT NULL, "
        "starts INTEGER, ends INTEGER, digest INTEGER NOT NULL) STRICT"
    ),
    "record_places_of_record": "CREATE INDEX record_places_of_record ON record_places (kind, record_id)",
}
"""All that the indexes consist of and that is made anew from the rest of a library."""
_PARTS = {
    "data": "(id INTEGER PRIMARY KEY, block BLOB)",
    "idx": "(segid, term, pgno, PRIMARY KEY (segid, term)) WITHOUT ROWID",
    "content": "(id INTEGER PRIMARY KEY, c0, c1, c2, c3, c4, c5)",
    "docsize": "(id INTEGER PRIMARY KEY, sz BLOB)",
    "config": "(k PRIMARY KEY, v) WITHOUT ROWID",
}
"""The tables in which FTS5 keeps one of its own."""
_VERSION = 4  # of these, as FTS5 counts them: it must know it to drop its table


def missing(conn: sqlite3.Connection) -> list[str]:
    """Which of TABLES, and of the tables in which FTS5 keeps them, are not there."""
    held = {row[0] for row in conn.execute("SELECT name FROM sqlite_schema")}
    parts = (f"{table}_{part}" for table in ("quote_index", "record_index") for part in _PARTS)
    return [name for name in (*TABLES, *parts) if name not in held]


def put_back(conn: sqlite3.Connection) -> None:
    """Put empty tables in the place of those that are not there; call inside a transaction."""
    lost = missing(conn)
    for name in lost:
        if name not in TABLES and (table := name.rpartition("_")[0]) not in lost:
            make_anew(conn, table)
    for name in lost:
        if name in TABLES:
            conn.execute(TABLES[name])


def make_anew(conn: sqlite3.Connection, name: str) -> None:
    """Put an empty table of FTS5 in the place of another.

    A damaged one can be neither emptied, nor rebuilt, nor dropped, before its data are as FTS5 makes empty ones.
    """
    for part, columns in _PARTS.items():
        conn.execute(f"CREATE TABLE IF NOT EXISTS {name}_{part} {columns}")
    conn.execute(f"DELETE FROM {name}_data")
    conn.execute(f"INSERT INTO {name}_data (id, block) VALUES (1, x''), (10, zeroblob(7))")
    conn.execute(f"REPLACE INTO {name}_config (k, v) VALUES ('version', {_VERSION})")
    conn.execute(f"DROP TABLE {name}")
    conn.execute(TABLES[name])


def has_blank(conn: sqlite3.Connection, name: str) -> bool:
    """Whether a page of words that FTS5 keeps holds none: then it would find nothing there and not say so."""
    # Of the number of a page the bit tells that it holds no words; the second pair of its bytes is never nothing.
    blank = "NOT id >> 36 & 1 AND substr(block, 3, 2) IN (x'0000', x'')"
    return conn.execute(f"SELECT 1 FROM {name}_data WHERE id > 10 AND {blank} LIMIT 1").fetchone() is not None


def joined(one: Columns, other: Columns) -> tuple[str, str, str]:
    """The columns of two texts that are kept as one: whole words, Latin ones, sounds."""
    whole, latin, keys = (" ".join(filter(None, pair)) for pair in zip(one[1:], other[1:], strict=True))
    return whole, latin, keys
