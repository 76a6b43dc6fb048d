"""The words of a quote that a search found, marked as they are spelled there, and why where that is not as typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

from db import search_words
from db.search_words import Sought

Span = tuple[int, int]

MOST_REASONS = 3
"""Reasons told of one quote."""
_AS_TYPED, _MARKS, _JOINED, _LETTERS, _ANOTHER, _SOUND = range(6)  # what is known is told before what is heard
_HOW = {
    _MARKS: "for",
    _JOINED: "is another way to write",
    _LETTERS: "has the sounds of",
    _ANOTHER: "is another spelling of",
    _SOUND: "sounds like",
}


class Marked(NamedTuple):
    """The marks of a text as offsets in code points, and in words what it has for what was typed, if that is other."""

    marks: tuple[Span, ...]
    reason: str


class _Way(NamedTuple):
    """One way to write what is sought: which of it, how it is written, its forms, whether the last is a beginning."""

    sought: int
    how: int
    forms: tuple[str, ...]
    beginning: bool


class _Token(NamedTuple):
    """A form of a word as the index holds it: in which column, and where it begins and ends in the word."""

    form: str
    column: int
    starts: int
    ends: int


class _Hit(NamedTuple):
    sought: int
    how: int
    starts: int
    ends: int


class Marker:
    """Marks what is sought in one text after another; what it finds of a word it keeps for all texts that have it.

    What is `heard` is asked for when something stands nowhere as it is written: then for the tokens of all that sounds
    so (`quote_words.heard`).
    """

    def __init__(self, sought: Sequence[Sought], heard: Callable[[Sequence[Sought]], list[Sought]] = list) -> None:
        self._sought = [one for one in sought if one.words]
        self._resolve = heard
        self._sounding = {number for number, one in enumerate(self._sought) if one.sounds}
        ways = [way for number, one in enumerate(self._sought) for way in _ways(number, one)]
        self._single = _by_first(way for way in ways if len(way.forms) == 1 and not way.beginning)
        self._begun = [way for way in ways if len(way.forms) == 1 and way.beginning]
        self._beginnings = tuple(way.forms[0] for way in self._begun)
        self._phrases = _by_first(way for way in ways if len(way.forms) > 1)
        self._plain = {number for number, one in enumerate(self._sought) if one.plain}
        self._acronyms = {
            number
            for number, one in enumerate(self._sought)
            if one.typed and len(one.words) == 1 and search_words.acronym(one.words[0].raw)
        }
        self._hits: dict[str, tuple[_Hit, ...]] = {}
        names = dict.fromkeys(name for one in self._sought for name in one.names)
        self._names = Marker([Sought(tuple(search_words.words(name))) for name in names]) if names else None

    def marked(self, text: str, speaker: str) -> Marked:
        """The marks of a text, and what it or the name and title of its speaker has for what was typed."""
        marks: set[Span] = set()
        best: dict[str, tuple[int, int, str]] = {}  # by how, the longest first: Dera'a is told, not the Dera in it
        for where, hits in self._everywhere(text, speaker):
            for hit in hits:
                one = self._sought[hit.sought]
                typed = one.typed or " ".join(word.raw for word in one.words)
                words = where[hit.starts : hit.ends]
                found = (_ANOTHER if one.typed else hit.how or _marks_differ(words, one), -len(words), words)
                best[typed] = min(best.get(typed, found), found)
                if where is text:
                    marks.add((hit.starts, hit.ends))
        as_typed = {typed for typed, (how, *_) in best.items() if how == _AS_TYPED}
        others = [typed for typed in best if not as_typed.issuperset(typed.split())]
        told = {word for typed in others if " " in typed for word in typed.split()}  # told of all of them at once
        reasons = [
            f"“{found}” {_HOW[how]} “{typed}”"
            for typed, (how, _, found) in ((typed, best[typed]) for typed in others if typed not in told)
            if how
        ]
        return Marked(_merged(marks), "; ".join(reasons[:MOST_REASONS]))

    @cached_property
    def _heard(self) -> dict[str, set[int]]:
        """What is sought by the tokens of all that sounds so."""
        found: dict[str, set[int]] = {}
        for number, one in enumerate(self._resolve(self._sought)):
            for token in one.sounds:
                found.setdefault(token, set()).add(number)
        return found

    def _everywhere(self, *texts: str) -> list[tuple[str, list[_Hit]]]:
        """Where what is sought stands in some texts; by its sound only where it stands in none of them as written."""
        found = [(text, self._find(text)) for text in texts]
        missing = self._sounding.difference(hit.sought for _, hits in found for hit in hits)
        return [(text, hits + self._sounds(text, missing)) for text, hits in found] if missing else found

    def _sounds(self, text: str, missing: set[int]) -> list[_Hit]:
        """Where something stands by its sound."""
        found = [
            _Hit(number, _SOUND, start, end)
            for start, end, raw in search_words.runs(text)
            if search_words.forms_of(raw).is_name
            for token in search_words.keys(raw)
            for number in missing & self._heard.get(token, set())
        ]
        return self._not_named(text, found)

    def _find(self, text: str) -> list[_Hit]:
        """Where what is sought stands as it is written."""
        runs = search_words.runs(text)
        known = self._hits
        found = [
            _Hit(hit.sought, hit.how, *_placed(run, hit))
            for run in runs
            for hit in (known[run[2]] if run[2] in known else self._in_word(run[2]))
        ]
        found += self._in_order(runs)
        return self._not_named(text, found)

    def _not_named(self, text: str, found: list[_Hit]) -> list[_Hit]:
        """Hits without those of a place in the name of a person."""
        if not self._names or not found:
            return found
        named = [(hit.starts, hit.ends) for hit in self._names._find(text)]
        return [hit for hit in found if not self._is_named(hit, named)]

    def _is_named(self, hit: _Hit, named: Sequence[Span]) -> bool:
        """Whether what stands in the name of a person is not what is sought, though it is spelled so."""
        one = self._sought[hit.sought]
        as_typed = hit.how == _AS_TYPED and not one.typed
        return bool(one.names) and not as_typed and any(start <= hit.starts and hit.ends <= end for start, end in named)

    def _in_word(self, raw: str) -> tuple[_Hit, ...]:
        """What stands in one word, kept for when it comes again."""
        hits = [
            _Hit(way.sought, max(way.how, token.column), token.starts, token.ends)
            for token in _tokens(raw)
            if token.form in self._single or token.form.startswith(self._beginnings)
            for way in chain(
                self._single.get(token.form, ()),
                (way for way in self._begun if token.form.startswith(way.forms[0])),
            )
        ]
        self._hits[raw] = tuple(hit for hit in hits if self._is_meant(raw, hit))
        return self._hits[raw]

    def _is_meant(self, raw: str, hit: _Hit) -> bool:
        """Whether a word that is spelled so is what is sought: in its own letters, and an acronym and no pronoun."""
        if hit.sought in self._plain and hit.how == _LETTERS:
            return False
        return hit.sought not in self._acronyms or bool(search_words.acronym(raw))

    def _in_order(self, runs: Sequence[tuple[int, int, str]]) -> Iterator[_Hit]:
        """What stands in several words or parts that follow each other."""
        if not self._phrases:
            return
        for column in (_AS_TYPED, _JOINED, _LETTERS):
            tokens = [(run, token) for run in runs for token in _tokens(run[2]) if token.column == column]
            forms = [token.form for _, token in tokens]
            for at, form in enumerate(forms):
                for way in self._phrases.get(form, ()):
                    if _stands(forms, at, way) and not (column == _LETTERS and way.sought in self._plain):
                        first, last = _placed(*tokens[at]), _placed(*tokens[at + len(way.forms) - 1])
                        yield _Hit(way.sought, max(way.how, column), first[0], last[1])


def _marks_differ(words: str, sought: Sought) -> int:
    """Whether what is as it was typed once it is folded has other marks, or other letters of one script."""
    found, typed = (_small(text) for text in (words, "".join(word.raw for word in sought.words)))
    same = found.startswith(typed) if sought.beginning else found == typed
    return _AS_TYPED if same else _MARKS


@lru_cache(maxsize=1 << 14)
def _small(text: str) -> str:
    """A text in small letters, with their marks but no other signs."""
    return "".join(
        sign for sign in unicodedata.normalize("NFC", text.lower()) if unicodedata.category(sign)[0] in "LNM"
    )


def _placed(run: tuple[int, int, str], part: _Token | _Hit) -> Span:
    """Where a part of a word stands in its text: all of the word where it holds what is not seen."""
    start, end, raw = run
    return (start + part.starts, start + part.ends) if end - start == len(raw) else (start, end)


def _ways(number: int, sought: Sought) -> Iterator[_Way]:
    """The ways to write what is sought; the first is how it was typed."""
    joined = tuple(word.whole or word.parts[0] for word in sought.words)
    for at, forms in enumerate(search_words.spellings(sought.words, sought.plain)):
        how = _AS_TYPED if at == 0 else _JOINED if forms == joined else _LETTERS
        yield _Way(number, how, forms, sought.beginning)


@lru_cache(maxsize=1 << 14)
def _tokens(raw: str) -> tuple[_Token, ...]:
    """The forms of a word, each part at its place where that is known."""
    forms = search_words.forms_of(raw)
    places = search_words.pieces(raw)
    if len(places) != len(forms.parts):
        places = [(0, len(raw))] * len(forms.parts)
    parts = (_Token(part, _AS_TYPED, *place) for part, place in zip(forms.parts, places, strict=True))
    whole = (_Token(form, _JOINED, 0, len(raw)) for form in (forms.whole,) if form)
    latin = (_Token(form, _LETTERS, 0, len(raw)) for form in forms.romans + forms.others)
    return (*parts, *whole, *latin)


def _by_first(ways: Iterable[_Way]) -> dict[str, list[_Way]]:
    """Ways by their first form: most words of a text begin none."""
    found: dict[str, list[_Way]] = {}
    for way in ways:
        found.setdefault(way.forms[0], []).append(way)
    return found


def _stands(forms: Sequence[str], at: int, way: _Way) -> bool:
    """Whether the forms of a way stand one after the other from a place on."""
    *firsts, last = way.forms
    end = at + len(firsts)
    if end >= len(forms) or forms[at:end] != firsts:
        return False
    return forms[end].startswith(last) if way.beginning else forms[end] == last


def _merged(marks: set[Span]) -> tuple[Span, ...]:
    """Marks in order, those that overlap as one."""
    found: list[Span] = []
    for start, end in sorted(marks):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
