"""The words of an index, each once: what a beginning may go on as, and what sounds like a word.

A word that is written without a capital too is kept a second time, marked so: it is no name and not found by sound.
FTS5 reads all that a long beginning stands for before it gives its first row, and all that a term stands for before it
lists the next. Words are never taken out, for one too many finds nothing; making the index anew leaves those in use.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache

from db import alike_names, sounds
from db.search_words import APART, KNOWN, Sought, small
from db.sounds import Word

OF_QUOTES = "quote_words"
"""The table with the words of the index of quotes."""
SHORTEST = 4
"""Letters of the shortest word that is kept: shorter beginnings stand in the index themselves."""
MOST = 16
"""Beginnings, and sounds, of one search that are looked up."""
MOST_ENDINGS = 128
"""Words that one beginning is put into."""
MOST_SPELLINGS = 200
"""Words that may sound like one."""
MOST_PHRASES = 32
"""Phrases that one is put into whose last word is a beginning."""
_BEGINNING = re.compile(rf'"((?:[^" ]+ )*)([^" ]{{{SHORTEST},}})" \*')
_NEAR = re.compile(rf'(NEAR\([^()*]*"(?:[^" ]+ )*)([^" ]{{{SHORTEST},}})"\*([^()]*\))')
_SOUGHT = re.compile(r"keys : \(([^)]*)\)")
_TOKEN = re.compile(r"0([a-z]+)([01])(.*)")
_LENGTH = re.compile("w[0-9]{1,4}")
_LAST = "\U0010ffff"
_SMALL = "7"
"""What the letters of a word begin with that is written without a capital too."""


def keep(conn: sqlite3.Connection, columns: Iterable[str], table: str = OF_QUOTES) -> None:
    """Keep the words of some columns, and the tokens of lengths, in a table; call inside a transaction."""
    words = sorted(_words(columns))
    conn.executemany(f"INSERT OR IGNORE INTO {table} (word) VALUES (?)", ((word,) for word in words))


def keep_small(conn: sqlite3.Connection, texts: Iterable[str], table: str = OF_QUOTES) -> None:
    """Keep which words of some texts are written without a capital; call inside a transaction."""
    rows = ((_SMALL + letters,) for letters in sorted(small(texts)))
    conn.executemany(f"INSERT OR IGNORE INTO {table} (word) VALUES (?)", rows)


def missing(conn: sqlite3.Connection, columns: Iterable[str], table: str = OF_QUOTES) -> int:
    """How many words of some columns are not kept in a table."""
    held = f"SELECT 1 FROM {table} WHERE word = ?"
    return sum(conn.execute(held, [term]).fetchone() is None for term in _words(columns))


def resolved(conn: sqlite3.Connection, match: str, table: str = OF_QUOTES) -> str:
    """An expression of `search_expressions` with the words that long beginnings and sounds stand for.

    Of very many beginnings and sounds only the first MOST are; the others stand for themselves.
    """
    match = _BEGINNING.sub(lambda found: _whole(conn, table, found, '"', '"'), match, count=MOST)
    match = _NEAR.sub(lambda found: _whole(conn, table, found, "", f'"{found[3]}'), match, count=MOST)
    return _SOUGHT.sub(
        lambda found: f"keys : ({' OR '.join(_spellings(conn, table, found[1].split(' OR ')))})", match, count=MOST
    )


def only_heard(conn: sqlite3.Connection, sound_match: str, written: str, table: str = OF_QUOTES) -> str:
    """The resolved expression for what is found by sound and not by another that is resolved; empty when nothing is."""
    heard = resolved(conn, sound_match, table)
    tokens = dict.fromkeys(token for found in _SOUGHT.finditer(heard) for token in _only_sounds(found[1].split(" OR ")))
    others = [token for token in tokens if _word(token).bare or f'"{_word(token).letters}"' not in written]
    # Without those that must be there all that is written so would be gone through for the few that are not.
    return f"((keys : ({' OR '.join(others)})) AND ({heard})) NOT ({written})" if others else ""


def lengths(conn: sqlite3.Connection) -> list[str]:
    """The tokens of the lengths that quotes have, the shortest first."""
    found = (word[1:] for word in _between(conn, OF_QUOTES, "w0", "w:", -1))
    return [f"w{length}" for length in sorted(int(word) for word in found if word.isascii() and word.isdecimal())]


def key_of(token: str) -> str:
    """The consonants in a token of sounds: only words that share them can sound alike."""
    return _parts(token)[0]


@lru_cache(maxsize=1 << 15)
def alike(one: str, other: str) -> bool:
    """Whether two tokens of sounds may be of one name."""
    if key_of(one) != key_of(other):
        return False
    left, right = _word(one), _word(other)
    return alike_names.word_apart(left, right) is not None and sounds.is_firm(left, right)


def _words(columns: Iterable[str]) -> set[str]:
    return {term for column in columns for term in column.split() if len(term) >= SHORTEST or _LENGTH.fullmatch(term)}


def _whole(conn: sqlite3.Connection, table: str, found: re.Match[str], opens: str, closes: str) -> str:
    """What was found of an expression, once with each word in place of its beginning; as it is where these are many."""
    before, beginning = found[1], found[2]
    most = MOST_PHRASES if before else MOST_ENDINGS
    words = _between(conn, table, beginning, beginning + _LAST, most + 1)
    return f"({' OR '.join(opens + before + word + closes for word in words)})" if 0 < len(words) <= most else found[0]


def heard(conn: sqlite3.Connection, sought: Sequence[Sought], table: str = OF_QUOTES) -> list[Sought]:
    """What is sought with the tokens of all that sounds so, as in a resolved expression."""
    return [one._replace(sounds=tuple(_spellings(conn, table, one.sounds))) if one.sounds else one for one in sought]


def _only_sounds(tokens: Iterable[str]) -> list[str]:
    return [token for token in tokens if token[0] not in (KNOWN, APART)]


def _spellings(conn: sqlite3.Connection, table: str, tokens: Sequence[str]) -> list[str]:
    """The tokens of all that sounds like a word with some tokens, but for what is no name or known to be another."""
    asked = _only_sounds(tokens)
    letters = {_word(token).letters for token in asked if not _word(token).bare}
    if KNOWN not in tokens and _small(conn, table, letters):
        return asked
    found: dict[str, None] = {}
    for token in asked:
        key = key_of(token)
        terms = _between(conn, table, f"0{key}0", f"0{key}1{_LAST}", -1)
        found |= dict.fromkeys(term for term in terms if alike(term, token))
    apart = {token[1:] for token in tokens if token[0] == APART}
    others = [token for token in found if token not in apart and token not in asked]
    everyday = _small(conn, table, {_word(token).letters for token in others if not _word(token).bare})
    return [*asked, *(token for token in others if _word(token).letters not in everyday)][:MOST_SPELLINGS]


def _small(conn: sqlite3.Connection, table: str, letters: Iterable[str]) -> set[str]:
    """Which of some words are written without a capital too."""
    asked = ",".join(f'"{_SMALL}{each}"' for each in letters)  # they are letters: nothing in them has to be escaped
    sql = f"SELECT word FROM {table} WHERE word IN (SELECT value FROM json_each(?))"
    return {word[1:] for (word,) in conn.execute(sql, [f"[{asked}]"])}


def _between(conn: sqlite3.Connection, table: str, first: str, last: str, limit: int) -> list[str]:
    sql = f"SELECT word FROM {table} WHERE word >= ? AND word <= ? ORDER BY word LIMIT ?"
    return [term for (term,) in conn.execute(sql, [first, last, limit])]


def _word(token: str) -> Word:
    _, bare, letters = _parts(token)
    return Word(letters, "", bare == "1")


def _parts(token: str) -> tuple[str, str, str]:
    found = _TOKEN.fullmatch(token)
    assert found, f"no token of sounds: {token}"
    return found[1], found[2], found[3]
