"""Who else may be meant where a text does not name who speaks, so that a choice among several is told as one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from db.speech import russian_names
from db.speech.lexicon import Lexicon
from db.speech.mentions import Mention, Mentions, has_all, last_word
from db.speech.shapes import Span, Speaker

NEAR = 1500  # characters back to which a pronoun may point
_WORD = re.compile(r"[^\W\d_][\w’'\u200c-]*")
_RUSSIAN = re.compile("[А-ЯЁ]", re.IGNORECASE)


class Rivals(Mentions):
    """The people of one text, and where the sentences begin that were read so far."""

    def __init__(self, lex: Lexicon, names: Iterable[str] = (), text: str = "") -> None:
        super().__init__(lex, names, text)
        self._begun: list[int] = []
        self._called: list[tuple[int, str]] = []
        """Where the sentences that were read call somebody by one word, and whom."""

    def reads(self, sentence: str, at: int) -> None:
        """Take in a sentence, which begins at a place behind all that were read, and whom it calls by one word."""
        self._begun.append(at)
        for word in _WORD.finditer(sentence):
            if word[0][0].isupper() or not self._lex.cased:
                key = word[0].lower().replace("'", "’")
                name = next((one for one in self._may_call(key) if one in self.known), "")
                called = self._fullest(word[0] if name == key else name.capitalize(), at + word.start())
                self._called += [(at + word.start(), called)] if name else []

    def _may_call(self, word: str) -> Iterable[str]:
        """The keys of the names that a word in small letters may be, in any case."""
        yield word
        yield word.partition("’")[0]
        if self._lex.code == "ru":
            yield from russian_names.surnames(word)

    def rivals(self, name: str, spoke_at: int | None, at: int, wanted: str = "") -> tuple[str, ...]:
        """Whom a text names beside the person that it seems to mean at a place, as near and of the gender wanted.

        That is from the sentence before on, or from that in which the person was named last or spoke, at `spoke_at`.
        """
        named = self._named_near(at)
        places = [place for place, one in named if one == name]
        places += [] if spoke_at is None else [spoke_at]
        first = min([self._sentence(at, 1), *(self._sentence(max(places)) for _ in places[:1])])
        others = dict.fromkeys(one for place, one in named if place >= first and not is_same(one, name))
        return tuple(one for one in others if not (wanted and self._genders.get(one, wanted) != wanted))

    def latest(self, at: int, wanted: str) -> Mention | None:
        """Whom a text names last before a place, of the gender wanted."""
        named = (one for one in self._named_near(at) if not wanted or self._genders.get(one[1], wanted) == wanted)
        place, name = max(named, default=(0, ""))
        return Mention(place, name, frozenset(), frozenset()) if name else None

    def _named_near(self, at: int) -> list[tuple[int, str]]:
        """Who is named near before a place, in full or by one word, with the places."""
        named = [(one.at, one.name) for one in self._mentions[slice(*self._near(self._mentions, at))]]
        return sorted((*named, *self._called[slice(*self._near(self._called, at))]))

    def _near(self, places: Sequence[tuple[Any, ...]], at: int) -> Span:
        """Which of some places stand near before one."""
        return bisect_left(places, (at - NEAR,)), bisect_left(places, (at,))

    def _sentence(self, at: int, before: int = 0) -> int:
        """Where the sentence of a place begins, or one that stands so many before it."""
        place = bisect_right(self._begun, at) - 1 - before
        return self._begun[max(place, 0)] if self._begun else 0

    def namesakes(self, speaker: Speaker, name: str, at: int, told: str) -> tuple[str, ...]:
        """Who else named nearby has the one word by which a text calls somebody."""
        if not name or " " in speaker.name:
            return ()
        told = told or self._gender_of(speaker, "")
        places = self.known.get(last_word(speaker.name), [])
        near = places[slice(*self._near(places, at))]
        others = (one for _, one in near if has_all(one, [speaker.name]) and not is_same(one, name))
        return tuple(one for one in dict.fromkeys(others) if not (told and self._genders.get(one, told) != told))

    def _contradicts(self, one: Mention, told: str) -> bool:
        """Whether somebody is known to have another gender than a verb, pronoun or title tells."""
        own = self._genders.get(one.name, "") or one.gender
        return bool(told and own and told != own)


def is_same(one: str, other: str) -> bool:
    """Whether two names may be those of one person: all words of the shorter are in the other, with any ending."""
    words, more = sorted((one.split(), other.split()), key=len)
    return all(any(_may_be(word, long) for long in more) for word in words)


def _may_be(word: str, other: str) -> bool:
    """Whether two words may be one: the same, an initial, or in Russian one of other case."""
    if word == other or (len(word) == 2 and word[1] == "." and word[0] == other[0]):
        return True
    stem = max(3, min(len(word), len(other)) - 2)
    return bool(_RUSSIAN.match(word)) and word[:stem] == other[:stem]
