"""The spellings in the index that sound like a word that is searched for, put in its place in the expression."""

from __future__ import annotations

import re
import sqlite3

from db import alike_names
from db.sounds import Word

MOST = 200
"""Spellings of one word."""
_SOUGHT = re.compile(r"keys : \(([^)]*)\)")
_TOKEN = re.compile(r"0(\w+?)([01])(\w+)")
_LAST = "\U0010ffff"


def resolved(conn: sqlite3.Connection, match: str) -> str:
    """An expression of `search_words.expression` with all that sounds alike in the place of each word's sounds."""
    return _SOUGHT.sub(lambda found: f"keys : ({' OR '.join(_spellings(conn, found[1].split(' OR ')))})", match)


def alike(one: str, other: str) -> bool:
    """Whether two tokens of sounds may be of one name."""
    if _parts(one)[0] != _parts(other)[0]:
        return False
    return alike_names.word_apart(_word(one), _word(other)) is not None


def _spellings(conn: sqlite3.Connection, tokens: list[str]) -> list[str]:
    found: dict[str, None] = {}
    for token in tokens:
        key, _, _ = _parts(token)
        rows = conn.execute(
            "SELECT term FROM quote_terms WHERE term >= ? AND term <= ?", [f"0{key}0", f"0{key}1{_LAST}"]
        )
        found |= dict.fromkeys(term for (term,) in rows if alike(term, token))
    return list(found)[:MOST] or tokens[:1]


def _word(token: str) -> Word:
    _, bare, letters = _parts(token)
    return Word(letters, "", bare == "1")


def _parts(token: str) -> tuple[str, str, str]:
    found = _TOKEN.fullmatch(token)
    assert found, f"no token of sounds: {token}"
    return found[1], found[2], found[3]
