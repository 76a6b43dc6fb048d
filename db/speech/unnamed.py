"""People whom an Arabic text brings in without a name, by an office or a kinship: “an official”, “my grandmother”."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import NamedTuple

from db.speech import epithets

MANY = 12  # of them back among which one is looked for
NEAR = 1500  # characters back to which a pronoun may point
_ALONE = re.compile(r"[وف]?ال\w+")


class Unnamed(NamedTuple):
    """Somebody told by a title alone, at a place of the text."""

    at: int
    title: str
    gender: str


class AllUnnamed:
    """Those of one text, in its order; `heads` are the words of a title that name offices."""

    def __init__(self, heads: Callable[[str], frozenset[str]]) -> None:
        self._heads = heads
        self._all: list[Unnamed] = []

    def take_in(self, title: str, at: int) -> None:
        """Remember one."""
        self._all.append(Unnamed(at, title, epithets.gender_of(title)))

    def last(self, gender: str, at: int) -> Unnamed | None:
        """The nearest of a gender before a place."""
        return next((one for one in self._before(at) if one.gender == gender and at - one.at < NEAR), None)

    def holder(self, title: str, at: int) -> str:
        """Who was brought in under the office that a title alone repeats, “the imam”; empty when nobody was."""
        heads = self._heads(title) if _ALONE.fullmatch(title) else frozenset[str]()
        near = (one.title for one in self._before(at) if epithets.is_somebody(one.title) or _leads_on(title, one.title))
        return next((one for one in near if heads and heads == self._heads(one)), "")

    def _before(self, at: int) -> Iterator[Unnamed]:
        last = bisect_left(self._all, (at,))
        return reversed(self._all[max(0, last - MANY) : last])


def _leads_on(title: str, whole: str) -> bool:
    """Whether an office was told in full before: “the spokesman”, of “the spokesman for the ministry”."""
    return whole.startswith(f"{title} ") and any(not word.startswith("ال") for word in whole.split())
