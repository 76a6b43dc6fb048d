"""The full-text index of records and of the texts of sources: kept in step in the transaction of the edit.

It is made anew in steps (`index_steps`), in the order of `ORDER` and of ids.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from db import index_state, index_steps, quote_words, record_entries, record_texts
from db.index_steps import Index, Taken
from db.record_entries import BATCH, WORDS
from db.record_texts import KINDS, PASSAGE
from db.rising_ids import onward

ORDER = (*KINDS, PASSAGE)
"""The kinds in the order in which they are taken in."""
_STRAYS = "strays"
"""What is taken out at the end."""
_RECORD = 200  # characters that taking in a record costs besides its own
_TEXT = 100  # characters that a record is taken to have, to say how far the index is
_COUNTS = ("record_places", "record_index_docsize", "record_index WHERE record_index MATCH 'facets : all'")
_SAMPLE = 20  # rows of one record of which it is looked whether their words are kept
_TABLES = {record_texts.table_of(kind): kind for kind in KINDS}
_TOUCHED = f"""
  SELECT table_name, row_id, max(operation <> 'update' OR (table_name = 'sources'
    AND json_type(before, '$.text') IS NOT NULL)) FROM changes
  WHERE revision_id = ? AND table_name IN ({", ".join(f"'{table}'" for table in _TABLES)}) GROUP BY 1, 2
"""
_NAMED = """
  SELECT t.id FROM changes c JOIN aliases a ON a.id = c.row_id JOIN {table} t ON t.uid = a.record_uid
    WHERE c.revision_id = :r AND c.table_name = 'aliases' AND a.record_kind = '{kind}'
  UNION SELECT t.id FROM changes c JOIN {table} t ON t.uid = json_extract(c.before, '$.record_uid')
    WHERE c.revision_id = :r AND c.table_name = 'aliases'
"""
"""Parties or people of which a spelling changed."""


def refresh(conn: sqlite3.Connection, revision: int) -> None:
    """Bring the index in step with what a revision has written so far; call inside its transaction."""
    touched: dict[str, set[int]] = {}
    for table, key, with_text in conn.execute(_TOUCHED, [revision]):
        touched.setdefault(_TABLES[table], set()).add(key)
        if table == "sources" and with_text:
            touched.setdefault(PASSAGE, set()).add(key)
    if "alias" in touched:
        for kind in ("party", "person"):
            sql = _NAMED.format(table=record_texts.table_of(kind), kind=kind)
            touched.setdefault(kind, set()).update(row[0] for row in conn.execute(sql, {"r": revision}))
    index_steps.put(conn, INDEX, lambda: _put(conn, touched))
    index_steps.follow(conn, INDEX, revision)


def is_whole(conn: sqlite3.Connection) -> bool:
    """Whether the index has all and is of this version and in step with the history."""
    return index_steps.is_whole(conn, INDEX)


def out_of_step(conn: sqlite3.Connection) -> int:
    """In how many places the index is not what the records that have had their turn would make it."""
    state, wrong, rows = index_steps.state_of(conn, INDEX), 0, 0
    if state is None or not index_state.is_sound(conn, state):
        return 0  # it is made anew
    for kind in ORDER:
        for ids in _batches(conn, kind):
            for key in (key for key in ids if index_steps.has_reached(state, INDEX, kind, key)):
                expected, held = record_entries.expected(conn, kind, key), record_entries.shown(conn, kind, key)
                rows += len(held)
                wrong += len(set(expected) ^ set(held))
                wrong += quote_words.missing(conn, (str(column) for row in held for column in row[2:-1]), WORDS)
    for table in ("record_index", "record_places") if index_steps.is_whole(conn, INDEX) else ():
        wrong += abs(int(conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) - rows)
    return wrong


def is_faulty(conn: sqlite3.Connection) -> bool:
    """Whether the index cannot be whole though it says so: see `quote_index.is_faulty`."""
    if not is_whole(conn):
        return False  # it is made anew
    rows, *others = (int(conn.execute(f"SELECT count(*) FROM {counted}").fetchone()[0]) for counted in _COUNTS)
    if others != [rows] * len(others):
        return True
    for kind in ORDER:
        for key in _next(conn, kind, 0, 1):
            expected, held = record_entries.expected(conn, kind, key), record_entries.shown(conn, kind, key)
            words = (str(column) for row in held[:_SAMPLE] for column in row[2:-1])
            if len(expected) != len(held) or quote_words.missing(conn, words, WORDS):
                return True
    return False


def _put(conn: sqlite3.Connection, touched: Mapping[str, Iterable[int]]) -> None:
    """Index some records of each kind; of texts whose turn is to come only the beginning."""
    state = index_steps.state_of(conn, INDEX)
    for kind, ids in touched.items():
        if kind != PASSAGE:
            record_entries.put(conn, kind, ids)
            continue
        for key in sorted(ids):
            reached = index_steps.has_reached(state, INDEX, kind, key)
            record_entries.put_text(conn, key, None if reached else index_steps.STEP)


def _take(conn: sqlite3.Connection, part: str, after: int, most: int) -> Taken:
    """Take in the next records, or the next paragraphs of a text."""
    if part == _STRAYS:
        record_entries.drop_strays(conn)
        return Taken(None, 0)
    ids = _next(conn, part, after, 1 if part == PASSAGE else BATCH)
    if not ids:
        return Taken(None, 0)
    last = onward(after, ids[-1])
    if part != PASSAGE:
        return Taken(last, record_entries.put_records(conn, part, ids) + _RECORD * len(ids))
    taken, left = record_entries.put_text(conn, last, most, in_turn=True)
    return Taken(last - (left > 0), taken + _RECORD)  # one that is taken in in part is next again


def _size(conn: sqlite3.Connection, part: str, until: int | None) -> int:
    if part == _STRAYS:
        return 0
    if part == PASSAGE:
        sizes = _of_texts(conn, index_state.newest_change(conn))
        return sum(size for key, size in sizes if until is None or key <= until)
    where = "" if until is None else f" WHERE id <= {until}"
    (number,) = conn.execute(f"SELECT count(*) FROM {record_texts.table_of(part)}{where}").fetchone()
    return int(number) * (_TEXT + _RECORD)


@lru_cache(maxsize=2)
def _of_texts(conn: sqlite3.Connection, _change: int) -> list[tuple[int, int]]:
    """Of each text of a source its id and its size, which is kept while nothing changes: all of them are read for it.

    That is in bytes: to count the characters would take four times as long.
    """
    sizes = conn.execute("SELECT id, coalesce(length(CAST(text AS BLOB)), 0) FROM sources")
    return [(key, size + _RECORD) for key, size in sizes]


def _batches(conn: sqlite3.Connection, kind: str) -> Iterator[list[int]]:
    after = 0
    while ids := _next(conn, kind, after, BATCH):
        yield ids
        after = onward(after, ids[-1])


def _next(conn: sqlite3.Connection, kind: str, after: int, number: int) -> list[int]:
    sql = f"SELECT id FROM {record_texts.table_of(kind)} WHERE id > ? ORDER BY id LIMIT ?"
    return [row[0] for row in conn.execute(sql, [after, number])]


INDEX = Index("record_index", ("record_places", WORDS), (*ORDER, _STRAYS), _take, _size)
