"""Pairs of records of which somebody said that they are two, however alike their names are.

What is said of a pair is a fact about the list of likely twins, not a change of a record: it stands in the table
`library`, with who said it and when, and is neither in the history nor among what undo takes back.
"""

from __future__ import annotations

import sqlite3
from json import JSONDecodeError, dumps, loads
from typing import TYPE_CHECKING, NamedTuple

from db import references
from db.errors import BadValue
from db.revisions import now

if TYPE_CHECKING:
    from db.library import Library

PREFIX = "two "
"""How the keys of these facts begin; a JSON list of the kind and the two uids follows."""


class Apart(NamedTuple):
    """Who said that two records are two (None when not known) and when (ISO 8601, UTC)."""

    author: str | None
    made_at: str


def keep(library: Library, kind: str, one: str, other: str) -> None:
    """Say that two records are two; Gone when one is not there."""
    if one == other:
        raise BadValue("A record cannot be kept apart from itself: choose two.")
    said = dumps({"author": library.author, "made_at": now()}, ensure_ascii=False)
    with library.revise("Keep apart") as db:
        for uid in (one, other):
            references.check_record(db.conn, kind, uid)
        db.conn.execute("INSERT OR REPLACE INTO library (key, value) VALUES (?, ?)", [_key(kind, one, other), said])


def forget(library: Library, kind: str, one: str, other: str) -> None:
    """Take back what was said of two records."""
    with library.revise("Keep apart no more") as db:
        db.conn.execute("DELETE FROM library WHERE key = ?", [_key(kind, one, other)])


def pairs(conn: sqlite3.Connection, kind: str) -> dict[frozenset[str], Apart]:
    """What was said of the pairs of a kind, by the uids of the two."""
    found: dict[frozenset[str], Apart] = {}
    rows = conn.execute(
        "SELECT substr(key, ?), value FROM library WHERE key GLOB ?", [len(PREFIX) + 1, f"{PREFIX}[[]*"]
    )
    for key, value in rows:
        try:
            (of, one, other), said = loads(key), loads(value)
            if of == kind:
                found[frozenset((str(one), str(other)))] = Apart(said["author"], str(said["made_at"]))
        except (JSONDecodeError, ValueError, TypeError, KeyError):  # written by another program
            continue
    return found


def _key(kind: str, one: str, other: str) -> str:
    return PREFIX + dumps([kind, *sorted((one, other))], ensure_ascii=False)
