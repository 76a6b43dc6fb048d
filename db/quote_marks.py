"""The words of a quote that a search found, marked as they are spelled there, and why where that is not as typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from db import search_words, sound_spellings
from db.search_words import Sought, Word

Span = tuple[int, int]

MOST_REASONS = 3
"""Reasons told of one quote."""
_AS_TYPED, _JOINED, _LETTERS, _SOUND, _ANOTHER = range(5)
_HOW = {
    _JOINED: "is another way to write",
    _LETTERS: "has the sounds of",
    _SOUND: "sounds like",
    _ANOTHER: "is another spelling of",
}


class Marked(NamedTuple):
    """The marks of a text as offsets in code points, and in words what it has for what was typed, if that is other."""

    marks: tuple[Span, ...]
    reason: str


class _Token(NamedTuple):
    form: str
    starts: int
    ends: int


class _Hit(NamedTuple):
    how: int
    starts: int
    ends: int
    text: str


class _Text:
    """The words of a text as they stand in the columns of the index: parts, joined ones, Latin ones."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = search_words.words(text)
        self.parts = list(chain.from_iterable(map(_parts, self.words)))
        self.wholes = [_Token(word.whole, word.starts, word.ends) for word in self.words if word.whole]
        self.latin = [_Token(form, word.starts, word.ends) for word in self.words for form in word.latin]

    def hits(self, sought: Sought) -> list[_Hit]:
        """Where a word or phrase stands; by its sound only where it stands in no other way."""
        typed, *others = search_words.spellings(sought.words) or [()]
        joined = tuple(word.whole or word.parts[0] for word in sought.words)
        ways = [(typed, _AS_TYPED), *((way, _JOINED if way == joined else _LETTERS) for way in others)]
        found = [
            _Hit(max(how, kind), start, end, self.text[start:end])
            for way, how in ways
            for column, kind in ((self.parts, _AS_TYPED), (self.wholes, _JOINED), (self.latin, _LETTERS))
            for start, end in _places(column, way, sought.beginning)
        ]
        if found or not sought.sounds or len(sought.words) != 1:
            return found
        heard = [word for word in self.words if word.is_name and sounds_like(word, sought.words[0])]
        return [_Hit(_SOUND, word.starts, word.ends, word.raw) for word in heard]


def marked(text: str, speaker: str, sought: Sequence[Sought]) -> Marked:
    """The marks of a text, and what it or the name and title of its speaker has for what was typed."""
    read, spoken = _Text(text), _Text(speaker)
    marks: set[Span] = set()
    best: dict[str, _Hit] = {}
    for one in sought:
        here = read.hits(one)
        marks.update((hit.starts, hit.ends) for hit in here)
        typed = one.typed or " ".join(word.raw for word in one.words)
        for found in (*here, *spoken.hits(one)):
            hit = found._replace(how=_ANOTHER) if one.typed else found
            best[typed] = min(best.get(typed, hit), hit)
    reasons = dict.fromkeys(f"“{hit.text}” {_HOW[hit.how]} “{typed}”" for typed, hit in best.items() if hit.how)
    return Marked(_merged(marks), "; ".join([*reasons][:MOST_REASONS]))


def sounds_like(one: Word, other: Word) -> bool:
    """Whether something that is heard in two words may be one name."""
    return any(sound_spellings.alike(left, right) for left in one.keys for right in other.keys)


def _parts(word: Word) -> Iterator[_Token]:
    """The parts of a word, each at its place where these are known."""
    places = search_words.pieces(word.raw)
    if len(places) != len(word.parts) or word.ends - word.starts != len(word.raw):
        places = [(0, word.ends - word.starts)] * len(word.parts)
    for part, (start, end) in zip(word.parts, places, strict=True):
        yield _Token(part, word.starts + start, word.starts + end)


def _places(column: Sequence[_Token], way: Sequence[str], beginning: bool) -> Iterator[Span]:
    """Where some parts stand one after the other; the last of them may be a beginning."""
    if not way:
        return
    *firsts, last = way
    for at in range(len(column) - len(firsts)):
        end = column[at + len(firsts)]
        if (end.form.startswith(last) if beginning else end.form == last) and all(
            token.form == part for token, part in zip(column[at:], firsts, strict=False)
        ):
            yield column[at].starts, end.ends


def _merged(marks: set[Span]) -> tuple[Span, ...]:
    """Marks in order, those that overlap as one."""
    found: list[Span] = []
    for start, end in sorted(marks):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
