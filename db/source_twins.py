"""Sources that may be one document: the same address, the same DOI, or the same title on the same day."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import combinations

from db import folding, web_addresses
from db.cancel import Cancel

CROWD = 10
"""Sources; what so many have in common, as an address of a whole site, tells nothing."""

Pairs = dict[tuple[str, str], tuple[int, str]]
"""Two uids, the older source first, with how likely the two are one (up to 100) and why, in words."""

_SOURCES = "SELECT uid, title, publisher, published, url FROM sources ORDER BY id"
_DAY = len("2031-05-12")


def find(conn: sqlite3.Connection, cancel: Cancel) -> Pairs:
    """The pairs, each with the best of its reasons."""
    groups: dict[tuple[int, str, str], list[str]] = {}
    for uid, title, publisher, published, url in conn.execute(_SOURCES):
        for mark in _marks(title, publisher, published, url):
            groups.setdefault(mark, []).append(uid)
    found: Pairs = {}
    for (score, why, _), uids in groups.items():
        cancel.check()
        if len(uids) <= CROWD:
            for pair in combinations(uids, 2):
                found[pair] = max((score, why), found.get(pair, (0, "")))
    return found


def _marks(title: str, publisher: str | None, published: str | None, url: str | None) -> Iterator[tuple[int, str, str]]:
    """By what a source may be known again: how much it tells, in which words, and the mark itself."""
    if url and (page := web_addresses.bare(url)):
        yield 100, "the same address", page
    if url and (doi := web_addresses.doi(url)):
        yield 99, "the same DOI", doi
    words = " ".join(folding.bare(title).split())
    if words and published and len(published) == _DAY:
        yield 75, "the same title and day", f"{published} {words}"
        if publisher:
            yield 90, "the same title, day and publisher", f"{published} {words} / {folding.bare(publisher)}"
