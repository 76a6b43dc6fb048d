"""Which spellings mean the same: those of each party, person, place and term, kept from one search to the next.

A person is also known by the last words of the name: Önal is a known spelling where Sedat Önal is known. What a name of
one word is elsewhere is the word of each other spelling that sounds like it.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from db import folding, quote_words, search_words
from db.cancel import Cancel
from db.search_words import words

if TYPE_CHECKING:
    from db.library import Library

Key = tuple[str, ...]
"""The parts of the words of a spelling, folded."""

MOST = 32
"""Other spellings that are searched for one."""
MOST_APART = 64
"""Names of others that sound like one and are left out."""
_ARE_NAMES = frozenset({"person", "place"})
_TABLES = frozenset({"aliases", "people", "parties", "topics"})
_NAMES = """
  SELECT 'person', uid, name, name FROM people
  UNION ALL SELECT 'party', uid, name, name FROM parties
  UNION ALL SELECT 'party', uid, name, short_name FROM parties WHERE short_name IS NOT NULL
  UNION ALL SELECT record_kind, record_uid, canonical, canonical FROM aliases
  UNION ALL SELECT 'term', NULL, a.canonical, t.label FROM aliases a JOIN topics t ON a.canonical IN (t.label, t.name)
    WHERE a.record_kind = 'term'
  UNION ALL SELECT record_kind, record_uid, canonical, form FROM aliases
"""
_NUMBER = re.compile(r"\d+")


class Group(NamedTuple):
    """The spellings of one party, person, place or term by their keys, the usual one first."""

    kind: str
    forms: dict[Key, str]


class Known(NamedTuple):
    """A known spelling: what it is called elsewhere, and names of people of which one of these is a part.

    `apart` are the tokens of sounds of known names of others that sound like it. `is_name` says whether it is one of a
    person or place, which is one however it is written, `is_term` whether it is only a term, and so no name at all.
    """

    also: tuple[str, ...]
    names: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    is_name: bool = True
    is_term: bool = False


@lru_cache(maxsize=1 << 10)
def key_of(text: str) -> Key:
    """A spelling as it is compared."""
    return tuple(part for word in words(text) for part in word.parts)


class Spellings:
    """Every known spelling; `longest` is the number of words that one may have."""

    def __init__(self, rows: Iterable[tuple[str, str | None, str, str]]) -> None:
        groups: dict[tuple[str, object], Group] = {}
        parts = _Parts()
        for kind, uid, usual, form in rows:
            if key := parts.key(form):
                group = groups.setdefault((kind, uid or parts.key(usual)), Group(kind, {}))
                group.forms.setdefault(key, form)
        self._groups = list(groups.values())
        self._whole: dict[Key, list[Group]] = {}
        self._last: dict[Key, list[Group]] = {}
        self._named: dict[str, list[Group]] = {}
        for group in groups.values():
            for key, form in group.forms.items():
                for same in {key, parts.joined(form)}:  # deescalation zones for de-escalation zones
                    known = self._whole.setdefault(same, [])
                    known += [] if known and known[-1] is group else [group]
                for tail in parts.tails(form) if group.kind == "person" else ():
                    known = self._last.setdefault(tail, [])
                    known += [] if known and known[-1] is group else [group]
                for part in key if group.kind == "person" and len(key) > 1 else ():
                    named = self._named.setdefault(part, [])
                    named += [] if named and named[-1] is group else [group]
        self.longest = max(map(len, self._whole), default=0)

    def find(self, key: Key) -> Known | None:
        """What is known of a spelling; None when it is none."""
        whole, last = self._whole.get(key, ()), self._last.get(key, ())
        if not whole and not last:
            return None
        found: dict[Key, str] = {}
        meant = [*whole, *(group for group in last if not any(group is one for one in whole))]
        for at, group in enumerate(meant):
            alone = at >= len(whole) or (group.kind == "person" and len(key) == 1)
            found |= self._counterparts(key, group, meant) if alone else _same_number(key, group)
        others = tuple(form for other, form in found.items() if other != key)[:MOST]
        names = self._names_with([key, *map(key_of, others)], meant)
        kinds = {group.kind for group in meant}
        is_term = kinds == {"term"}
        return Known(others, names, self._apart(key, meant), not kinds.isdisjoint(_ARE_NAMES), is_term)

    def _apart(self, key: Key, meant: Sequence[Group]) -> tuple[str, ...]:
        """The tokens of the names of one word that others are known by and that have the consonants of a spelling."""
        found = (
            token
            for part in key
            for consonants in dict.fromkeys(map(quote_words.key_of, search_words.keys(part)))
            for token, group in self._tokens.get(consonants, ())
            if not any(group is one for one in meant)
        )
        return tuple(dict.fromkeys(found))[:MOST_APART]

    @cached_property
    def _tokens(self) -> dict[str, list[tuple[str, Group]]]:
        """The tokens of all names of one word, and last words of names, under their consonants."""
        found: dict[str, list[tuple[str, Group]]] = {}
        for group in self._groups:
            if group.kind == "term":
                continue
            for form in group.forms.values():
                pieces = [word.raw for word in words(form)]
                if pieces and (len(pieces) == 1 or group.kind == "person"):
                    for token in {*search_words.keys(pieces[-1]), *search_words.keys(folding.letters(pieces[-1]))}:
                        found.setdefault(quote_words.key_of(token), []).append((token, group))
        return found

    def _counterparts(self, key: Key, group: Group, meant: Sequence[Group]) -> dict[Key, str]:
        """For each spelling of a person the word that sounds like a last name; all of it where there is none.

        So too where that word is a name of somebody else who is not meant.
        """
        found: dict[Key, str] = {}
        for other, form, whole in _words_like(key, group):
            strange = other != key and any(_is_other(one, meant) for one in self._last.get(other, ()))
            found |= {key_of(whole): whole} if strange else {other: form}
        return found

    def _names_with(self, keys: Iterable[Key], meant: Sequence[Group]) -> tuple[str, ...]:
        """The names of people who are not meant of which a spelling, written as one word, is a part."""
        groups = (group for key in keys for group in self._named.get("".join(key), ()))
        forms = (form for group in groups if _is_other(group, meant) for form in group.forms.items())
        return tuple(dict.fromkeys(name for parts, name in forms if len(parts) > 1))[:MOST]

    def of_place(self, key: Key) -> set[Key]:
        """All spellings of the places that one is called by, itself too."""
        groups = (group for group in self._whole.get(key, ()) if group.kind == "place")
        return {key}.union(*(group.forms for group in groups))

    def forms_of_place(self, key: Key) -> Iterator[str]:
        """The spellings of the places that one is called by, as they are written."""
        for group in self._whole.get(key, ()):
            yield from group.forms.values() if group.kind == "place" else ()


class _Parts(dict[str, list[Key]]):
    """The parts of each word of a spelling, found when they are first asked for."""

    def __missing__(self, form: str) -> list[Key]:
        self[form] = found = [word.parts for word in words(form)]
        return found

    def key(self, form: str) -> Key:
        """The spelling as it is compared."""
        return tuple(chain.from_iterable(self[form]))

    def joined(self, form: str) -> Key:
        """The spelling with each word of it joined."""
        return tuple("".join(word) for word in self[form])

    def tails(self, form: str) -> Iterator[Key]:
        """The last words of a name, one and more but not all."""
        found = self[form]
        for at in range(1, len(found)):
            yield tuple(chain.from_iterable(found[at:]))


def _same_number(key: Key, group: Group) -> dict[Key, str]:
    """The spellings of a group that have the number of one of them, if any: Astana 10 is no spelling of Astana 4.

    Where they have several, one without a number is a label of its own, as Fourth Meeting is.
    """
    numbers = {other: _NUMBER.findall(" ".join(other)) for other in group.forms}
    own = _NUMBER.findall(" ".join(key))
    if not own and len({tuple(each) for each in numbers.values() if each}) > 1:
        return {}
    return {other: form for other, form in group.forms.items() if numbers[other] == own}


def _is_other(group: Group, meant: Sequence[Group]) -> bool:
    """Whether a group is of a person who is none of those meant."""
    return group.kind == "person" and not any(group is one for one in meant)


def _words_like(key: Key, group: Group) -> Iterator[tuple[Key, str, str]]:
    """For each spelling of a person the word that sounds like a last name, if there is one, and all of it."""
    from db import sounds

    name = " ".join(key)
    wanted = sounds.words(name)
    for whole, form in group.forms.items():
        if whole[-len(key) :] == key or len(wanted) != 1:
            yield (key, name, form) if whole[-len(key) :] == key else (whole, form, form)
            continue
        pieces = [form[word.starts : word.ends] for word in words(form)]
        alike = [(_unlikeness(piece, wanted[0]), piece) for piece in pieces]
        least, piece = min(alike, key=lambda pair: pair[0])
        yield (key_of(piece), piece, form) if least < sounds.NEVER else (whole, form, form)


def _unlikeness(piece: str, wanted: object) -> float:
    from db import sounds

    assert isinstance(wanted, sounds.Word)
    heard = sounds.words(piece)
    return sounds.unlikeness(heard[0], wanted) if len(heard) == 1 else sounds.NEVER


class _Kept(NamedTuple):
    """Spellings and the newest change that they know of."""

    change: int
    spellings: Spellings


NO_SPELLINGS = Spellings(())
_kept: WeakKeyDictionary[Library, _Kept] = WeakKeyDictionary()
_lock = Lock()


def of(library: Library, cancel: Cancel) -> Spellings:
    """The spellings of a library as it is now; quick when no name changed since they were last asked for."""
    with _lock:
        kept = _kept.get(library)
    with library.reading(cancel) as conn:
        newest = int(conn.execute("SELECT coalesce(max(id), 0) FROM changes").fetchone()[0])
        if kept and (kept.change == newest or not _touched(conn, kept.change)):
            spellings = kept.spellings
        else:
            spellings = Spellings(conn.execute(_NAMES).fetchall())
    if not library.writes_here:
        with _lock:
            _kept[library] = _Kept(newest, spellings)
    return spellings


def _touched(conn: sqlite3.Connection, change: int) -> bool:
    found = conn.execute("SELECT DISTINCT table_name FROM changes WHERE id > ?", [change])
    return not _TABLES.isdisjoint(name for (name,) in found)
