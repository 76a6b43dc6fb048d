"""What may have been meant by a search that finds nothing or little: a proposal, which nobody applies unasked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from db import query_fields, query_tokens
from db.cancel import Cancel
from db.everyday_words import is_everyday
from db.query_completion import put
from db.query_names import Names
from db.query_spellings import key_of
from db.query_terms import MOST_FIELDS, known_run, whole_field
from db.query_tokens import Token
from db.search_expressions import expression

if TYPE_CHECKING:
    from db.library import Library

FEW = 3
"""Quotes up to which it is worth asking."""
_SHORTEST = 4  # letters of a word that may be a slip
_LONGEST = 40
_LONG = 6  # letters from which on two may be wrong
_RARE = 2  # quotes with a word that may be a slip all the same
_MUCH = 20  # times as many quotes must have what is proposed instead of it
_TRIED = 8  # words nearly alike that are looked up
_MOST_WORDS = 12
_NEAR = "SELECT term, doc FROM quote_terms WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?"


class _Other(NamedTuple):
    """What is to stand in place of a stretch of the search."""

    start: int
    end: int
    text: str


def proposal(library: Library, text: str, cancel: Cancel) -> str | None:
    """The search with words and names that the library has for those nearly alike that it has not; None without any.

    A last word with no space after it is taken for a beginning. Long work in a large library: call it in the
    background, when a search has found at most FEW quotes.
    """
    names = Names(library, cancel)
    others = list(_others(library, text, names, cancel))
    for other in reversed(others):
        text = text[: other.start] + other.text + text[other.end :]
    return text if others else None


def _others(library: Library, text: str, names: Names, cancel: Cancel) -> Iterator[_Other]:
    found = query_tokens.tokens(text)
    unwanted = False
    at = words = fields = 0
    while at < len(found):
        token, number = found[at], 1
        if token.kind == "field" and fields < MOST_FIELDS:
            fields += 1
            token, number = whole_field(found, at, names)
            nearest = query_fields.narrow(token, names).nearest
            yield from [_Other(token.value, token.end, put(nearest))] if nearest else []
        elif token.kind == "word" and not unwanted and words < _MOST_WORDS:
            number, known = known_run(found, at, names.spellings)
            words += 1
            nearest = None if known else _nearest(library, token, names, cancel)
            yield from [_Other(token.start, token.end, nearest)] if nearest else []
        unwanted = token.kind == "not"
        at += max(number, 1)


def _nearest(library: Library, token: Token, names: Names, cancel: Cancel) -> str | None:
    """The word of quotes and speakers that may be meant by one that hardly any has, or the two words that it is."""
    key = key_of(token.text)
    if len(key) != 1 or token.text.endswith("*") or not key[0].isalpha() or names.spellings.find(key):
        return None
    word = key[0]
    if not _SHORTEST <= len(word) <= _LONGEST or any(word in place.key for place in names.places()):
        return None
    with library.reading(cancel) as conn:
        found = _number(conn, expression(token.text, token.beginning), _RARE + 1)
        if found > (0 if token.beginning else _RARE):  # what is still being typed may become what is meant
            return None
        for other, number in _alike(conn, word):
            if number >= _MUCH * found and _number(conn, f'{{text speaker}} : "{other}"', 1):
                return other
        for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
            halves = f"{word[:at]} {word[at:]}"
            if _number(conn, f'text : "{halves}"', 1):
                return halves
    return None


def _number(conn: sqlite3.Connection, match: str, most: int) -> int:
    sql = "SELECT count(*) FROM (SELECT 1 FROM quote_index WHERE quote_index MATCH ? LIMIT ?)"
    return int(conn.execute(sql, [match, most]).fetchone()[0])


def _alike(conn: sqlite3.Connection, word: str) -> list[tuple[str, int]]:
    """Terms of the index that a slip of the pen makes of a word, the nearest first, each with its number of quotes.

    They have its first letter, or its second where these two are swapped; terms to filter by are among them. A word of
    which every text is full is meant only where one letter is wrong.
    """
    from rapidfuzz.distance import OSA

    most = 2 if len(word) >= _LONG else 1
    found: list[tuple[int, int, str]] = []
    for first in dict.fromkeys(word[:2]):
        sizes = (len(word) - most, len(word) + most)
        for term, number in conn.execute(_NEAR, [first, chr(ord(first) + 1), *sizes]):
            distance = OSA.distance(word, term, score_cutoff=most)
            if 0 < distance <= most and term.isalpha() and not (distance > 1 and is_everyday(term)):
                found.append((distance, -number, term))
    return [(term, -number) for _, number, term in sorted(found)[:_TRIED]]
