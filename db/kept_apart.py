"""Pairs of records of which somebody said that they are two, however alike their names are.

What is said of a pair is a fact about the list of likely twins, not a change of a record: it stands in the table
`library`, with who said it and when, and is neither in the history nor among what undo takes back.
"""

from __future__ import annotations

import sqlite3
from json import JSONDecodeError, dumps, loads
from typing import TYPE_CHECKING, NamedTuple

from db import references
from db.cancel import Cancel
from db.errors import BadValue
from db.revisions import now

if TYPE_CHECKING:
    from db.library import Library

PREFIX = "two "
"""How the keys of these facts begin; a JSON list of the kind and the two uids follows."""


class Apart(NamedTuple):
    """Two records that are two: `author` (None when not known) said so at `made_at` (ISO 8601, UTC)."""

    kind: str
    one: str
    other: str
    author: str | None
    made_at: str


def keep(library: Library, kind: str, one: str, other: str) -> None:
    """Say that two records are two: they are not listed as likely twins again; Gone when one is not there."""
    if one == other:
        raise BadValue("A record cannot be kept apart from itself: choose two.")
    said = dumps({"author": library.author, "made_at": now()}, ensure_ascii=False)
    with library.revise("Keep apart") as db:
        for uid in (one, other):
            references.check_record(db.conn, kind, uid)
        db.conn.execute("INSERT OR REPLACE INTO library (key, value) VALUES (?, ?)", [_key(kind, one, other), said])


def forget(library: Library, kind: str, one: str, other: str) -> None:
    """Take back what was said of two records: they may be listed again."""
    with library.revise("Keep apart no more") as db:
        db.conn.execute("DELETE FROM library WHERE key = ?", [_key(kind, one, other)])


def listed(library: Library, cancel: Cancel) -> list[Apart]:
    """All that was said, the newest first."""
    with library.reading(cancel) as conn:
        return sorted(_read(conn), key=lambda found: found.made_at, reverse=True)


def pairs(conn: sqlite3.Connection, kind: str) -> set[frozenset[str]]:
    """The uids of the pairs of a kind that are two."""
    return {frozenset((found.one, found.other)) for found in _read(conn) if found.kind == kind}


def _key(kind: str, one: str, other: str) -> str:
    return PREFIX + dumps([kind, *sorted((one, other))], ensure_ascii=False)


def _read(conn: sqlite3.Connection) -> list[Apart]:
    found: list[Apart] = []
    rows = conn.execute(
        "SELECT substr(key, ?), value FROM library WHERE key GLOB ?", [len(PREFIX) + 1, f"{PREFIX}[[]*"]
    )
    for key, value in rows:
        try:
            (kind, one, other), said = loads(key), loads(value)
            found.append(Apart(str(kind), str(one), str(other), said["author"], str(said["made_at"])))
        except (JSONDecodeError, ValueError, TypeError, KeyError):  # written by another program
            continue
    return found
