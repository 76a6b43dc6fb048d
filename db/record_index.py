"""The full-text index of records and of the texts of sources: kept in step in the transaction of the edit.

It is first made in steps, each a transaction of its own, in the order of `ORDER` and of ids, while the library is used:
edits bring in step what has been reached, the rest is taken in when its turn comes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from db import index_state, quote_words, record_entries, record_texts, word_tables
from db.index_state import ORDER, VERSION, State
from db.record_entries import BATCH, WORDS
from db.record_texts import KINDS, PASSAGE

STEP = 300_000
"""Characters that a step takes in, which takes about a quarter of a second."""
_RECORD = 200  # characters that taking in a record costs besides its own
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


class Progress(NamedTuple):
    """How many of the records and texts are in the index; all of them when it is whole."""

    done: int
    total: int

    @property
    def whole(self) -> bool:
        """Whether nothing is left to do."""
        return self.done >= self.total


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
    state = index_state.read(conn)
    if state is None or state.version != VERSION:
        return  # it is made anew as a whole
    try:
        for kind, ids in touched.items():
            reached = {key for key in ids if state.holds(kind, key)}
            record_entries.put(conn, kind, reached)
            record_entries.drop(conn, kind, ids - reached)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode not in word_tables.DAMAGE:
            raise
        begin_anew(conn)  # the index is damaged, not what it is made from
        return
    first = conn.execute("SELECT min(id) FROM changes WHERE revision_id = ?", [revision]).fetchone()[0]
    if first is not None and state.change >= index_state.change_before(conn, first):
        index_state.keep(conn, state._replace(change=index_state.newest_change(conn)))


def begin_anew(conn: sqlite3.Connection) -> None:
    """Empty the index, also a damaged one, so that steps make it anew; call inside a transaction."""
    word_tables.make_anew(conn, "record_index")
    for table in ("record_places", WORDS):
        conn.execute(f"DELETE FROM {table}")
    index_state.keep(conn, State(VERSION, ORDER[0], 0, index_state.newest_change(conn)))


def complete(conn: sqlite3.Connection) -> None:
    """Say of the index of an empty library that it is whole; call inside a transaction."""
    if index_state.read(conn) is None and not any(_count(conn, kind) for kind in ORDER):
        index_state.keep(conn, State(VERSION, "", 0, index_state.newest_change(conn)))


def is_whole(conn: sqlite3.Connection) -> bool:
    """Whether the index has all and is of this version and in step with the history."""
    state = index_state.read(conn)
    return index_state.is_sound(conn, state) and state is not None and not state.kind


def step(conn: sqlite3.Connection) -> Progress:
    """Take in some more, beginning anew when the index is not as it should be; call inside a transaction."""
    state = index_state.read(conn)
    if state is None or not index_state.is_sound(conn, state):
        begin_anew(conn)
        state = State(VERSION, ORDER[0], 0, index_state.newest_change(conn))
    left = STEP
    try:
        while state.kind and left > 0:
            state, cost = _take(conn, state, left)
            left -= cost
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode not in word_tables.DAMAGE:
            raise
        begin_anew(conn)
        return progress(conn)
    index_state.keep(conn, state)
    return progress(conn)


def progress(conn: sqlite3.Connection) -> Progress:
    """How far the index is."""
    state, counts = index_state.read(conn), [_count(conn, kind) for kind in ORDER]
    if state is None or not index_state.is_sound(conn, state):
        return Progress(0, max(sum(counts), 1))
    if not state.kind:
        return Progress(sum(counts), sum(counts))
    at = ORDER.index(state.kind)
    done = sum(counts[:at]) + _count(conn, state.kind, state.after)
    return Progress(min(done, sum(counts)), sum(counts) + 1)


def out_of_step(conn: sqlite3.Connection) -> int:
    """In how many places the index is not what the records that it has reached would make it."""
    state, wrong, rows = index_state.read(conn), 0, 0
    if state is None or state.version != VERSION:
        return 0
    for kind in ORDER:
        for ids in _batches(conn, kind):
            reached = [key for key in ids if state.holds(kind, key)]
            partial = {state.after + 1} if state.kind == kind == PASSAGE else set[int]()
            for key in [*reached, *(key for key in ids if key in partial)]:
                expected, held = record_entries.expected(conn, kind, key), record_entries.shown(conn, kind, key)
                rows += len(held)
                wrong += len(set(held) - set(expected)) if key in partial else len(set(expected) ^ set(held))
                wrong += quote_words.missing(conn, (str(column) for row in held for column in row[2:-1]), WORDS)
    for table in ("record_index", "record_places"):
        wrong += abs(int(conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) - rows)
    return wrong


def _count(conn: sqlite3.Connection, kind: str, until: int | None = None) -> int:
    where = "" if until is None else f" WHERE id <= {until}"
    return int(conn.execute(f"SELECT count(*) FROM {record_texts.table_of(kind)}{where}").fetchone()[0])


def _batches(conn: sqlite3.Connection, kind: str) -> Iterator[list[int]]:
    after = 0
    while ids := _next(conn, kind, after, BATCH):
        yield ids
        after = ids[-1]


def _next(conn: sqlite3.Connection, kind: str, after: int, number: int) -> list[int]:
    sql = f"SELECT id FROM {record_texts.table_of(kind)} WHERE id > ? ORDER BY id LIMIT ?"
    return [row[0] for row in conn.execute(sql, [after, number])]


def _take(conn: sqlite3.Connection, state: State, most: int) -> tuple[State, int]:
    """Take in the next records, or the next paragraphs of a text; the state after that and what it cost."""
    ids = _next(conn, state.kind, state.after, 1 if state.kind == PASSAGE else BATCH)
    if not ids:
        following = (*ORDER, "")[ORDER.index(state.kind) + 1]
        return state._replace(kind=following, after=0), 0
    if state.kind != PASSAGE:
        return state._replace(after=ids[-1]), record_entries.put_records(conn, state.kind, ids) + _RECORD * len(ids)
    taken, left = record_entries.put_text(conn, ids[0], most)
    return state._replace(after=ids[0] - (left > 0)), taken + _RECORD  # one that is taken in in part is next again
