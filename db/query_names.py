"""The names that a search may narrow by: records found by any known spelling, places, rounds and topics."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from db import name_index, name_matches, query_spellings
from db.cancel import Cancel
from db.name_index import NameIndex, key_of
from db.query_spellings import Spellings

if TYPE_CHECKING:
    from db.library import Library

KINDS = {"speaker": "person", "party": "party", "tag": "tag", "topic": "topic", "source": "source"}
"""Fields whose values are records, with their kind."""

WORDS = ("quote_words", "record_words")
"""The tables with the words of the indexes."""
_ROUNDS = "SELECT id FROM meetings WHERE kind = 'round' AND number BETWEEN ? AND ?"
_PLACES = "SELECT DISTINCT city, country FROM meetings"
_IN_PLACES = "SELECT id, city, country FROM meetings ORDER BY starts DESC, id DESC"
_UNDER_TOPICS = """
  WITH RECURSIVE narrower (id) AS (
    SELECT value FROM json_each(?) UNION SELECT t.id FROM narrower n JOIN topics t ON t.parent_id = n.id)
  SELECT DISTINCT o.meeting_id FROM narrower n JOIN outcome_topics x ON x.topic_id = n.id
    JOIN outcomes o ON o.id = x.outcome_id
"""
_LIKE = 60  # per cent, at which a name is worth proposing
_MOST_NEAREST = 2
_APART, _CONSONANTS = 1.0, 2
"""How unlike a name may be that is proposed by its sound, and how many consonants it has at least."""
_LONGEST_HEARD = 40


class Place(NamedTuple):
    """A city or country of meetings, as it is written there."""

    name: str
    key: query_spellings.Key


class Names:
    """The names of a library, looked up as a search needs them."""

    def __init__(self, library: Library, cancel: Cancel) -> None:
        self._library = library
        self._cancel = cancel
        self._records: dict[tuple[str, str], list[int]] = {}
        self._nearest: dict[tuple[str, str], str | None] = {}

    @cached_property
    def spellings(self) -> Spellings:
        """Which spellings mean the same."""
        return query_spellings.of(self._library, self._cancel)

    def is_spelling(self, field: str, value: str) -> bool:
        """Whether a value is the whole of a known spelling."""
        if field == "place":
            return bool(self._in_places(query_spellings.key_of(value), whole=True))
        wanted = " " + key_of(value)
        return field in KINDS and wanted in self._index(field).keys

    def has_word(self, word: str) -> bool:
        """Whether a word of four letters or more, folded, stands in any quote or record."""
        sql = " UNION ALL ".join(f"SELECT 1 FROM {table} WHERE word = :word" for table in WORDS)
        with self._library.reading(self._cancel) as conn:
            return conn.execute(sql, {"word": word}).fetchone() is not None

    def records(self, field: str, value: str) -> list[int]:
        """Ids of the records meant, those that are used most first.

        They are those of that name to the letter, else of that spelling, else those that have these words, else those
        with words that begin so.
        """
        asked = (field, value)
        if asked not in self._records:
            self._cancel.check()
            index, key = self._index(field), key_of(value)
            owners = _owners(index, key) if key else set[int]()
            exact = {owner for owner in owners if index.records[owner].name == value}
            self._records[asked] = [index.ids[owner] for owner in sorted(exact or owners)]
        return self._records[asked]

    def nearest(self, field: str, value: str) -> str | None:
        """The known name that is most like a value that is none; for the first few values that are asked for."""
        asked = (field, value)
        if asked not in self._nearest and len(self._nearest) < _MOST_NEAREST:
            self._nearest[asked] = self._find_nearest(field, value)
        return self._nearest.get(asked)

    def _find_nearest(self, field: str, value: str) -> str | None:
        if field == "place":
            known = [form for place in self.places() for form in self._forms_of(place)]
            return likest(value, known) or _heard_in(value, known)
        found = name_matches.find(self._library, KINDS[field], value, self._cancel, limit=1)
        return found[0].name if found else self._alike(field, value)

    def _alike(self, field: str, value: str) -> str | None:
        """The record with a name that sounds most like a value of one word."""
        from db import sounds

        heard = sounds.words(value)
        if KINDS[field] not in ("person", "party") or len(heard) != 1:
            return None
        index = self._index(field)
        found: list[tuple[float, int]] = []
        for key in sounds.keys(heard[0]) if len(value) <= _LONGEST_HEARD else ():
            for word in index.sounds.get(key, ()) if len(key) >= _CONSONANTS else ():
                self._cancel.check()
                apart = sounds.unlikeness(heard[0], sounds.words(word)[0])
                found += [(apart, min(index.words[word]))] if apart < _APART else []
        return index.records[min(found)[1]].name if found else None

    def rounds(self, first: int, last: int) -> list[int]:
        """Meetings that are rounds of these numbers."""
        return self._ids(_ROUNDS, [first, last])

    def under_topics(self, topics: list[int]) -> list[int]:
        """Meetings with an outcome under one of some topics, or under a narrower one."""
        return self._ids(_UNDER_TOPICS, [f"[{','.join(map(str, topics))}]"])

    def in_place(self, value: str) -> list[int]:
        """Meetings in a city or country by any spelling, else in those that begin so; the newest first."""
        key = query_spellings.key_of(value)
        return (self._in_places(key, whole=True) or self._in_places(key, whole=False)) if key else []

    def places(self) -> Iterator[Place]:
        """The cities and countries of meetings."""
        with self._library.reading(self._cancel) as conn:
            rows = conn.execute(_PLACES).fetchall()
        for name in dict.fromkeys(name for row in rows for name in row if name):
            yield Place(name, query_spellings.key_of(name))

    def _forms_of(self, place: Place) -> Iterator[str]:
        yield place.name
        yield from self.spellings.forms_of_place(place.key)

    def _in_places(self, key: query_spellings.Key, whole: bool) -> list[int]:
        wanted = self.spellings.of_place(key)
        text = " ".join(key)
        meant = {
            place.name
            for place in self.places()
            if place.key in wanted or (not whole and " ".join(place.key).startswith(text))
        }
        if not meant:
            return []
        with self._library.reading(self._cancel) as conn:
            return [key for key, *names in conn.execute(_IN_PLACES) if not meant.isdisjoint(names)]

    def _index(self, field: str) -> NameIndex:
        return name_index.of(self._library, KINDS[field], self._cancel)

    def _ids(self, sql: str, args: list[str] | list[int]) -> list[int]:
        with self._library.reading(self._cancel) as conn:
            return [row[0] for row in _rows(conn, sql, args)]


def _owners(index: NameIndex, key: str) -> set[int]:
    """The places of the records meant, see `Names.records`."""
    spaced = f" {key}"
    if same := {owner for owner, one in zip(index.owners, index.keys, strict=True) if one == spaced}:
        return same
    wanted = list(dict.fromkeys(key.split()))
    return _common(index.words.get(word, set()) for word in wanted) or _common(map(index.beginning, wanted))


def _common(some: Iterable[set[int]]) -> set[int]:
    """What all of some sets have; those after the first with which nothing is left are not asked for."""
    found: set[int] | None = None
    for one in some:
        found = one if found is None else found & one
        if not found:
            break
    return found or set()


def _rows(conn: sqlite3.Connection, sql: str, args: list[str] | list[int]) -> list[tuple[int]]:
    return conn.execute(sql, args).fetchall()


def likest(value: str, known: Iterable[str]) -> str | None:
    """The one of a few names that is most like a value; None when none is alike."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(key_of(value), list(known), processor=key_of, score_cutoff=_LIKE, scorer=fuzz.ratio)
    return found[0] if found else None


def _heard_in(value: str, known: Iterable[str]) -> str | None:
    """The one of a few names that sounds most like a value, in any script; None when none sounds like it."""
    from db import sounds

    if not (words := sounds.words(value[:_LONGEST_HEARD])):
        return None
    heard = sounds.joined(words)
    found: list[tuple[float, str]] = []
    for name, others in ((name, sounds.words(name)) for name in known):
        other = sounds.joined(others) if others else None
        if other and any(len(key) >= _CONSONANTS for key in sounds.keys(heard) & sounds.keys(other)):
            found.append((sounds.unlikeness(heard, other), name))
    apart, name = min(found, default=(_APART, None))
    return name if apart < _APART else None
