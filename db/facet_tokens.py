"""What the quotes of a library can be narrowed to, kept in memory for all of them: of each one number for its tokens.

It is read from the index, and follows edits.
"""

from __future__ import annotations

import re
import sqlite3
from array import array
from collections.abc import Iterable
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from db import index_steps, quote_checks, quote_index, quote_numbers
from db.cancel import Cancel
from db.errors import KnownError, MissingFromIndex
from db.index_state import State
from db.references import as_json

if TYPE_CHECKING:
    from db.library import Library

_STATE = "SELECT block FROM quote_index_data WHERE id = 10"
"""What FTS5 keeps of its own structure: every write to the index changes it."""
_STRETCH = 4000
"""Quotes read between two looks at the Cancel flag."""
_FEW_REVISIONS = 20
"""After so many revisions or fewer only the quotes that these touched are read again."""
_WHO = re.compile(r" (?:[spt]\d+|snone)(?= |$)")
_NOT_WHAT = re.compile(r" (?:[sptdw]\d+|snone|n)(?= |$)")
"""Tokens of who said it, and those that no facet shows, of which there are many."""


class Column(NamedTuple):
    """Some tokens of all quotes together, as places in `tokens` by the id of the quote; the first is of those that the
    index has not yet."""

    of_quotes: array[int]
    tokens: dict[str, int]

    def put(self, quote: int, tokens: str) -> None:
        """Keep the tokens of a quote."""
        self.of_quotes[quote] = self.tokens.setdefault(tokens, len(self.tokens))

    def copy(self, most: int) -> Column:
        """Another that has room for quotes up to an id."""
        more = array("i", bytes(array("i").itemsize * max(0, most + 1 - len(self.of_quotes))))
        return Column(self.of_quotes + more, dict(self.tokens))


class Kept(NamedTuple):
    """Who said each quote, what else is known of it, and the state of the index that this is from."""

    state: bytes
    steps: State | None
    change: int
    who: Column
    what: Column

    def put(self, quote: int, facets: str) -> None:
        """Keep the tokens of a quote; parted in two, as few are then unlike all others."""
        who = "".join(_WHO.findall(facets))
        self.who.put(quote, who if " p" in who else f"{who} pnone")
        self.what.put(quote, _NOT_WHAT.sub("", facets))


_kept: WeakKeyDictionary[Library, Kept] = WeakKeyDictionary()
_lock = Lock()


def of(library: Library, cancel: Cancel) -> Kept:
    """The tokens of all quotes as the library is now; quick when it is as it was."""
    with _lock:
        kept = _kept.get(library)
    with library.reading(cancel) as conn:
        state: bytes | None = (conn.execute(_STATE).fetchone() or (None,))[0]
        if state is None:
            raise MissingFromIndex("quote_index_data")
        if kept and kept.state == state:
            return kept
        (change,) = conn.execute("SELECT coalesce(max(id), 0) FROM changes").fetchone()
        steps = index_steps.state_of(conn, quote_index.INDEX)
        steps = steps and steps._replace(change=0)  # where it stands when the index is being made: then more are new
        some = _touched(conn, kept.change) if kept and kept.steps == steps else None
        made = _read_again(conn, kept, some) if kept and some else _read_all(conn, cancel)
    made = made._replace(state=bytes(state), steps=steps, change=int(change))
    if not library.writes_here:
        with _lock:
            _kept[library] = made
    return made


def _touched(conn: sqlite3.Connection, change: int) -> set[int] | None:
    """The quotes that revisions since a change touched; None when these are too many, or made anew at will."""
    rows = conn.execute(
        "SELECT DISTINCT revision_id FROM changes WHERE id > ? LIMIT ?", [change, _FEW_REVISIONS + 1]
    ).fetchall()
    if len(rows) > _FEW_REVISIONS:
        return None
    found = [touched(conn, row[0]) for row in rows for touched in (quote_index.touched, quote_checks.touched)]
    return set[int]().union(*found)


def _read_all(conn: sqlite3.Connection, cancel: Cancel) -> Kept:
    most, have_room = quote_numbers.of(conn)
    if not have_room:
        raise KnownError(
            f"The quotes of this library have numbers up to {most:,}, as none have that Parley made: so they cannot be "
            "counted by speaker, year and the like. To search for them works as before."
        )
    made = Kept(b"", None, 0, *(Column(array("i"), {"": 0}).copy(most) for _ in range(2)))
    for at, (place, facets) in enumerate(conn.execute("SELECT rowid, facets FROM quote_index")):
        if at % _STRETCH == 0:
            cancel.check()
        quote = quote_index.quote_of(place)
        if quote > most:
            raise MissingFromIndex("quotes")
        made.put(quote, facets)
    return made


def _read_again(conn: sqlite3.Connection, kept: Kept, quotes: Iterable[int]) -> Kept:
    """What is kept with some quotes read again; the old one stays as it is for who uses it."""
    rows = conn.execute(
        "SELECT p.quote_id, i.facets FROM json_each(?) j JOIN quote_places p ON p.quote_id = j.value "
        "JOIN quote_index i ON i.rowid = p.place",
        [as_json(quotes)],
    ).fetchall()
    most = max((quote for quote, _ in rows), default=0)
    made = kept._replace(who=kept.who.copy(most), what=kept.what.copy(most))
    for quote, facets in rows:
        made.put(quote, facets)
    return made
