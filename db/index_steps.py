"""How an index is made anew while the library is used: in place, in steps, each a transaction of its own.

What the index holds stays in use until its turn comes; only one that is damaged is emptied first. Edits put in what
they change at once, wherever the steps are, so that nothing is lost and the turn of it finds it done.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import NamedTuple

from db import index_state, word_tables
from db.errors import is_of_lost_index
from db.index_state import VERSION, State

STEP = 300_000
"""Characters that a step takes in, which takes about a quarter of a second."""
_MERGE = "merge"
"""The last part: what FTS5 wrote in many pieces is put together, which makes the index smaller and faster."""
_PAGES = 500
"""Pages of it put together at a time, which takes as long as taking in so many characters:"""
_MERGED = 100_000


class Taken(NamedTuple):
    """The last id that was taken in, None when nothing is left of the part; and what that cost, in characters."""

    after: int | None
    cost: int


class Index(NamedTuple):
    """An index: its name, which is that of its FTS5 table too, the tables beside that, and the parts that it takes in.

    `take` takes in some of a part, after an id and about so many characters; `size` says about how many characters
    there are of a part, or up to an id, with what taking it in costs besides.
    """

    name: str
    tables: tuple[str, ...]
    parts: tuple[str, ...]
    take: Callable[[sqlite3.Connection, str, int, int], Taken]
    size: Callable[[sqlite3.Connection, str, int | None], int]

    @property
    def all_parts(self) -> tuple[str, ...]:
        """The parts and what comes after them."""
        return (*self.parts, _MERGE)


class Progress(NamedTuple):
    """How much of what there is has been taken in; all of it when the index is whole."""

    done: int
    total: int

    @property
    def whole(self) -> bool:
        """Whether nothing is left to do."""
        return self.done >= self.total


def state_of(conn: sqlite3.Connection, index: Index) -> State | None:
    """How far an index is; None when that is not known."""
    return index_state.read(conn, index.name, index.all_parts)


def is_whole(conn: sqlite3.Connection, index: Index) -> bool:
    """Whether an index has all and is of this version and in step with the history."""
    state = state_of(conn, index)
    return index_state.is_sound(conn, state) and state is not None and state.part in ("", _MERGE)


def is_done(conn: sqlite3.Connection, index: Index) -> bool:
    """Whether an index is whole and nothing is left to do for it."""
    state = state_of(conn, index)
    return index_state.is_sound(conn, state) and state is not None and not state.part


def has_reached(state: State | None, index: Index, part: str, key: int) -> bool:
    """Whether something has had its turn."""
    if state is None or not state.part:
        return state is not None
    at, reached = index.parts.index(part), index.all_parts.index(state.part)
    return at < reached or (at == reached and key <= state.after)


def progress(conn: sqlite3.Connection, index: Index) -> Progress:
    """How far an index is."""
    state, sizes = state_of(conn, index), [index.size(conn, part, None) for part in index.parts]
    if state is None or not index_state.is_sound(conn, state):
        return Progress(0, sum(sizes) + 1)
    if not state.part:
        return Progress(sum(sizes), sum(sizes))
    at = index.all_parts.index(state.part)
    done = sum(sizes[:at]) + (0 if state.part == _MERGE else index.size(conn, state.part, state.after))
    return Progress(min(done, sum(sizes)), sum(sizes) + 1)


def step(conn: sqlite3.Connection, index: Index) -> None:
    """Take in some more, from the start when the index is not as it should be; call inside a transaction."""
    state = state_of(conn, index)
    if state is None or not index_state.is_sound(conn, state):
        state = _at_the_start(conn, index)
    if not state.part:
        return

    def take() -> None:
        now, left = state, STEP
        while now.part and left > 0:
            after, cost = (
                _merge(conn, index, now.after) if now.part == _MERGE else index.take(conn, now.part, now.after, left)
            )
            now = _next(now, index) if after is None else now._replace(after=after)
            left -= cost
        index_state.keep(conn, index.name, now)

    if not _is_sound(conn, take):
        empty(conn, index)


def empty(conn: sqlite3.Connection, index: Index) -> None:
    """Take everything out of an index, also of a damaged one, so that steps make it anew; call inside a transaction."""
    word_tables.put_back(conn)
    word_tables.make_anew(conn, index.name)
    for table in index.tables:
        conn.execute(f"DELETE FROM {table}")
    index_state.keep(conn, index.name, _at_the_start(conn, index))


def put(conn: sqlite3.Connection, index: Index, some: Callable[[], None]) -> None:
    """Put something into an index, which is emptied for it where it turns out to be damaged: what it is made from is
    not. Call inside a transaction."""
    if not _is_sound(conn, some):
        empty(conn, index)
        some()


def follow(conn: sqlite3.Connection, index: Index, revision: int) -> None:
    """Put down that an index knows what a revision changed, unless it did not know what came before."""
    first = conn.execute("SELECT min(id) FROM changes WHERE revision_id = ?", [revision]).fetchone()[0]
    state = state_of(conn, index)
    if first is not None and state is not None and state.change >= index_state.change_before(conn, first):
        index_state.keep(conn, index.name, state._replace(change=index_state.newest_change(conn)))


def _is_sound(conn: sqlite3.Connection, write: Callable[[], None]) -> bool:
    """Do a write to an index; whether this was not found to be damaged, else nothing was written."""
    conn.execute("SAVEPOINT before")
    try:
        write()
        conn.execute("SAVEPOINT after")  # has FTS5 write what it kept in memory: else only the commit would find out
        conn.execute("RELEASE after")
        conn.execute("RELEASE before")
    except (sqlite3.DatabaseError, MemoryError) as error:
        # FTS5 asks for as much memory as a damaged block tells it to
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT_VTAB)
        lost = is_of_lost_index(error) or (code == sqlite3.SQLITE_ERROR and word_tables.missing(conn))
        if code not in word_tables.DAMAGE and not lost:
            raise
        conn.execute("ROLLBACK TO before")  # also what FTS5 still keeps in memory
        conn.execute("RELEASE before")
        return False
    return True


def _at_the_start(conn: sqlite3.Connection, index: Index) -> State:
    return State(VERSION, index.parts[0], 0, index_state.newest_change(conn))


def _next(state: State, index: Index) -> State:
    """The state at the beginning of the part that follows."""
    return state._replace(part=(*index.all_parts, "")[index.all_parts.index(state.part) + 1], after=0)


def _merge(conn: sqlite3.Connection, index: Index, before: int) -> Taken:
    """Put some more of what FTS5 wrote together; at first it is told, by a number below nothing, to do so with all."""
    changes = conn.total_changes
    pages = _PAGES if before else -_PAGES
    conn.execute(f"INSERT INTO {index.name} ({index.name}, rank) VALUES ('merge', ?)", [pages])
    more = conn.total_changes - changes > 1  # so FTS5 says that there was something to do
    return Taken(before + 1 if more else None, _MERGED if more else 0)
