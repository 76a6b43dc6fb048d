"""How far the index of records is, as the table `library` keeps it: its version, what is next, the newest change.

Where one of these is off the index is made anew.
"""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from db.record_texts import KINDS, PASSAGE

VERSION = 1
"""To be raised whenever the words of a text, or what is looked for of a record, are others than before."""
FACT = "record_index"
"""The key in the table `library`."""
ORDER = (*KINDS, PASSAGE)
"""The kinds in the order in which they are taken in."""
_WHOLE = "whole"


class State(NamedTuple):
    """How far the index is: what it takes in next, a kind and the id after which; no kind when it is whole.

    `change` is the newest change that it knows of.
    """

    version: int
    kind: str
    after: int
    change: int

    def holds(self, kind: str, key: int) -> bool:
        """Whether a record has been reached."""
        if not self.kind:
            return True
        at, reached = ORDER.index(kind), ORDER.index(self.kind)
        return at < reached or (at == reached and key <= self.after)


def is_sound(conn: sqlite3.Connection, state: State | None) -> bool:
    return state is not None and (state.version, state.change) == (VERSION, newest_change(conn))


def read(conn: sqlite3.Connection) -> State | None:
    """What is kept of the index; None when that is nothing that can be read."""
    row = conn.execute("SELECT value FROM library WHERE key = ?", [FACT]).fetchone()
    words = str(row[0]).split() if row else []
    if len(words) != 4 or words[1] not in (*ORDER, _WHOLE):
        return None
    kind = "" if words[1] == _WHOLE else words[1]
    try:
        return State(int(words[0]), kind, int(words[2]), int(words[3]))
    except ValueError:
        return None


def keep(conn: sqlite3.Connection, state: State) -> None:
    value = f"{state.version} {state.kind or _WHOLE} {state.after} {state.change}"
    conn.execute("INSERT OR REPLACE INTO library (key, value) VALUES (?, ?)", [FACT, value])


def newest_change(conn: sqlite3.Connection) -> int:
    return int(conn.execute("SELECT coalesce(max(id), 0) FROM changes").fetchone()[0])


def change_before(conn: sqlite3.Connection, change: int) -> int:
    return int(conn.execute("SELECT coalesce(max(id), 0) FROM changes WHERE id < ?", [change]).fetchone()[0])
