"""Whether two names of people or parties may be one, written in two ways: word by word, in any order, as they sound."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, product, zip_longest
from typing import NamedTuple

from db import sounds
from db.sounds import NEVER, Word

MOST_KEYS = 16  # of one name
PER_CONSONANT, MOST_APART = 0.3, 1.4  # how unlike two words of one name may be
_FURTHEST = {0: 0.0, 1: 0.0, 2: 0.2}  # how unlike names of so few consonants may be

_ARTICLES = frozenset(("al", "el", "ul"))
_ASSIMILATED = re.compile("[au](n|r|sh|s|t|d|z)")
_SERVANT = re.compile("abd(?:[aeou]|ou)[lrsntdz]")
_SERVANT_OF = re.compile(r"^abd(?:[aeou]|ou)(?:l|([rsntdz])(?=\1))(?=.{3})")


class Name(NamedTuple):
    """A name by its words in Latin letters, without articles."""

    words: tuple[Word, ...]

    @property
    def bare(self) -> bool:
        """Whether a part of it is written without vowels."""
        return any(word.bare for word in self.words)


class Fit(NamedTuple):
    """How one name fits another: how unlike the words are, how many are initials, which of the other are left over."""

    cost: float
    initials: int
    left: tuple[Word, ...]


@lru_cache(maxsize=100_000)
def name(text: str) -> Name:
    """A name as it is compared."""
    return Name(tuple(_without_articles(sounds.words(text))))


def _without_articles(found: list[Word]) -> Iterator[Word]:
    """Of Arabic names only what tells them apart: Abdul Rahman al-Hariri and Abdurrahman Hariri are one."""
    for word, following in zip_longest(found, found[1:]):
        letters = word.letters
        if following:
            assimilated = _ASSIMILATED.fullmatch(letters)
            if letters in _ARTICLES or (assimilated and following.letters.startswith(assimilated[1])):
                continue
            if _SERVANT.fullmatch(letters):
                letters = "abd"
        yield word._replace(letters=_SERVANT_OF.sub("abd", letters))


@lru_cache(maxsize=100_000)
def keys(one: Name) -> frozenset[str]:
    """Under which keys all spellings of a name stand: its words in order of their keys, and all as one word."""
    if not one.words:
        return frozenset()
    parts = [sorted(sounds.keys(word)) for word in one.words]
    found = {" ".join(sorted(choice)) for choice in islice(product(*parts), MOST_KEYS)}
    return frozenset(found | {f"={key}" for key in sounds.keys(sounds.joined(one.words))})


def whole(one: Name, other: Name) -> float | None:
    """How unlike two names are that may be one, word for word or written together otherwise; None: they are two."""
    if not one.words or not other.words:
        return None
    if len(one.words) == len(other.words):
        found = fit(one, other)
        apart = found.cost / len(one.words) if found and not found.initials else None
    else:
        apart = word_apart(sounds.joined(one.words), sounds.joined(other.words))
    if not apart:
        return apart
    return apart if apart <= _FURTHEST.get(_consonants(one.words), NEVER) else None


def fit(one: Name, other: Name) -> Fit | None:
    """How the words of a name fit those of another that may have more; None when one of them does not."""
    if not 0 < len(one.words) <= len(other.words):
        return None
    return min(_fits(one.words, other.words), key=lambda found: (found.initials, found.cost), default=None)


def _fits(some: Sequence[Word], others: tuple[Word, ...]) -> Iterator[Fit]:
    if not some:
        yield Fit(0.0, 0, others)
        return
    word, *rest = some
    for at, other in enumerate(others):
        cost, initial = word_apart(word, other), 0
        if cost is None and is_initial_of(word, other):
            cost, initial = 0.0, 1
        if cost is not None:
            for found in _fits(rest, (*others[:at], *others[at + 1 :])):
                yield Fit(cost + found.cost, initial + found.initials, found.left)


def is_initial_of(one: Word, other: Word) -> bool:
    """Whether one of two words is the first letter of the other."""
    shorter, longer = sorted((one.letters, other.letters), key=len)
    return len(shorter) == 1 < len(longer) and shorter.isalpha() and longer.startswith(shorter)


def word_apart(one: Word, other: Word) -> float | None:
    """How unlike two words are; None when they are two words."""
    if one.letters == other.letters:
        return 0.0
    if len(one.letters) == 1 or len(other.letters) == 1:
        return None
    cost = sounds.unlikeness(one, other)
    return cost if cost <= min(PER_CONSONANT * _consonants((one,)), MOST_APART) else None


def _consonants(some: Sequence[Word]) -> int:
    return sum(len(sounds.readings(word)[0].sounds) for word in some)


def is_telling(word: Word) -> bool:
    """Whether a word is long enough to be known by it."""
    return len(word.letters) > 2 and _consonants((word,)) > 1
