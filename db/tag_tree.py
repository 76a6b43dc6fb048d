"""The tags as a list of choices: in the order of their tree, each with how often it or a narrower one is used."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple


class TagMark(NamedTuple):
    """A tag as it is shown beside a record."""

    id: int
    name: str
    colour: str | None


class TagChoice(NamedTuple):
    """A tag to narrow by: how deep it stands in the tree, and on how many things it or a narrower one is."""

    id: int
    name: str
    colour: str | None
    level: int
    number: int


WIDER = """
  wider (tag, id) AS (
    SELECT id, id FROM tags
    UNION SELECT w.tag, t.parent_id FROM wider w JOIN tags t ON t.id = w.id WHERE t.parent_id IS NOT NULL)
"""
"""SQL, after WITH RECURSIVE: each tag beside itself and every wider one."""


def marks_on(conn: sqlite3.Connection, kind: str, uids: list[str]) -> dict[str, tuple[TagMark, ...]]:
    """The tags on records of a kind, by uid and in the order in which they were put; untagged ones are left out."""
    found: dict[str, tuple[TagMark, ...]] = {}
    for start in range(0, len(uids), 500):
        some = uids[start : start + 500]
        rows = conn.execute(
            "SELECT g.record_uid, t.id, t.name, t.colour FROM taggings g JOIN tags t ON t.id = g.tag_id "
            f"WHERE g.record_kind = ? AND g.record_uid IN ({', '.join('?' * len(some))}) ORDER BY g.id",
            [kind, *some],
        )
        for uid, *tag in rows:
            found[uid] = (*found.get(uid, ()), TagMark._make(tag))
    return found


def choices(conn: sqlite3.Connection, counts: Mapping[int, int]) -> list[TagChoice]:
    """The tags that have a count, each below its wider one, by name."""
    from db.folding import bare

    if not counts:
        return []
    below: dict[int | None, list[tuple[int, str, str | None]]] = {}
    for key, name, colour, parent in conn.execute("SELECT id, name, colour, parent_id FROM tags"):
        below.setdefault(parent, []).append((key, name, colour))
    for tags in below.values():
        tags.sort(key=lambda tag: (bare(tag[1]), tag[1]), reverse=True)
    found: list[TagChoice] = []
    waiting = [(tag, 0) for tag in below.get(None, ())]
    while waiting:
        (key, name, colour), level = waiting.pop()
        if key in counts:  # a wider tag has whatever a narrower one has
            found.append(TagChoice(key, name, colour, level, counts[key]))
            waiting += [(tag, level + 1) for tag in below.get(key, ())]
    return found
