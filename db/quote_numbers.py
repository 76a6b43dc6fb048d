"""How high the ids of quotes go: what keeps something for each id needs room for all up to the highest."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

_SPARSE, _ROOM = 20, 10_000_000
"""For how many ids there is room: for so many to a quote, and so many more."""


class Numbers(NamedTuple):
    """The highest id of a quote, and whether there is room for all up to it, as in any library that Parley made."""

    highest: int
    have_room: bool


def of(conn: sqlite3.Connection) -> Numbers:
    """The numbers of the quotes of a library."""
    number, highest = conn.execute("SELECT count(*), coalesce(max(id), 0) FROM quotes").fetchone()
    return Numbers(highest, highest <= _SPARSE * number + _ROOM)
