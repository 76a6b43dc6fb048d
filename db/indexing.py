"""Making the indexes of quotes and of records anew, step by step, while the library is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db import index_steps, quote_index, record_index, word_tables
from db.cancel import Cancel
from db.errors import MissingFromIndex

if TYPE_CHECKING:
    import sqlite3

    from db.library import Library

INDEXES = (quote_index.INDEX, record_index.INDEX)
"""In the order in which they are made."""
_LABEL = "Take texts into the index"  # the history never shows it, for nothing in it is changed


class Progress(NamedTuple):
    """How much of what there is has been taken in, and whether all quotes have been."""

    done: int
    total: int
    quotes: bool

    @property
    def whole(self) -> bool:
        """Whether nothing is left to do."""
        return self.done >= self.total


def how_far(library: Library, cancel: Cancel) -> Progress:
    """How far the indexes are."""
    with library.reading(cancel) as conn:
        return _progress(conn)


def check(library: Library, cancel: Cancel) -> None:
    """IndexDamaged where an index cannot be as it says that it is; reads all that FTS5 wrote, as little as it can."""
    with library.reading(cancel) as conn:
        if lost := word_tables.missing(conn):
            raise MissingFromIndex(", ".join(lost))
        if quote_index.is_faulty(conn) or record_index.is_faulty(conn):
            raise MissingFromIndex("The index holds too little, or something else than what it is made from.")
        for index in INDEXES:
            if word_tables.has_blank(conn, index.name):
                raise MissingFromIndex("A part of the index was blanked out.")


def advance(library: Library) -> Progress:
    """Take in some more, for about a quarter of a second; how far the indexes are then."""
    with library.revise(_LABEL) as db:
        for index in INDEXES:
            if not index_steps.is_done(db.conn, index):
                index_steps.step(db.conn, index)
                break
        return _progress(db.conn)


def begin_anew(library: Library) -> None:
    """Empty the indexes, also damaged ones, so that they are made anew step by step."""
    with library.revise(_LABEL) as db:
        for index in INDEXES:
            index_steps.empty(db.conn, index)


def make_anew(library: Library) -> None:
    """Empty the indexes and make them, all steps at once."""
    begin_anew(library)
    while not advance(library).whole:
        pass


def _progress(conn: sqlite3.Connection) -> Progress:
    if all(index_steps.is_done(conn, index) for index in INDEXES):
        return Progress(1, 1, quotes=True)  # at once: this is looked at after every edit
    quotes, records = (index_steps.progress(conn, index) for index in INDEXES)
    ready = index_steps.is_whole(conn, quote_index.INDEX)
    return Progress(quotes.done + records.done, quotes.total + records.total, ready)
