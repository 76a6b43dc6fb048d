"""How far an index is, as the table `library` keeps it under its name: its version, what is next, the newest change.

Where the version or the newest change is off the index is made anew.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

VERSION = f"5/{unicodedata.unidata_version}"
"""Of the words of a text: its first number is to be raised whenever these, or what is looked for of a quote or record,
are others than before, and the letters are those of a version of Unicode."""
_WHOLE = "whole"


class State(NamedTuple):
    """How far an index is: the part that it takes in next and the id after which; no part when it is whole.

    `change` is the newest change that it knows of.
    """

    version: str
    part: str
    after: int
    change: int


def is_sound(conn: sqlite3.Connection, state: State | None) -> bool:
    """Whether an index is of this version and in step with the history, as far as it is."""
    return state is not None and (state.version, state.change) == (VERSION, newest_change(conn))


def read(conn: sqlite3.Connection, name: str, parts: Sequence[str]) -> State | None:
    """What is kept of an index that has some parts; None when that is nothing that can be read."""
    row = conn.execute("SELECT value FROM library WHERE key = ?", [name]).fetchone()
    words = str(row[0]).split() if row else []
    if len(words) != 4 or words[1] not in (*parts, _WHOLE):
        return None
    part = "" if words[1] == _WHOLE else words[1]
    try:
        return State(words[0], part, int(words[2]), int(words[3]))
    except ValueError:
        return None


def keep(conn: sqlite3.Connection, name: str, state: State) -> None:
    """Put down how far an index is."""
    value = f"{state.version} {state.part or _WHOLE} {state.after} {state.change}"
    conn.execute("INSERT OR REPLACE INTO library (key, value) VALUES (?, ?)", [name, value])


def newest_change(conn: sqlite3.Connection) -> int:
    """The id of the newest change in the history."""
    return int(conn.execute("SELECT coalesce(max(id), 0) FROM changes").fetchone()[0])


def change_before(conn: sqlite3.Connection, change: int) -> int:
    """The id of the change before another."""
    return int(conn.execute("SELECT coalesce(max(id), 0) FROM changes WHERE id < ?", [change]).fetchone()[0])
