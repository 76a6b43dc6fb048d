"""Text as the search reads it: bare letters and digits, each at the place that it has in the text."""

from __future__ import annotations

import unicodedata

_SPACE = 0x20
_PASSED_OVER = 0x301  # an accent: the tokenizer of the index skips it inside a word, but not every other mark


class _Folds(dict[int, int]):
    """For each code point the one that stands for it, found when it is first asked for."""

    def __missing__(self, point: int) -> int:
        self[point] = found = _fold(chr(point))
        return found


def _fold(character: str) -> int:
    category = unicodedata.category(character)
    if unicodedata.combining(character):
        return _PASSED_OVER
    if category[0] not in "LNM":  # the tokenizer knows no sign younger than 2012 and would take it for a letter
        return _SPACE
    base, *marks = unicodedata.normalize("NFD", character)
    return ord(base if all(map(unicodedata.combining, marks)) else character)  # Korean syllables are made of letters


_FOLDS = _Folds()


def fold(text: str) -> str:
    """The text with accented letters bare, marks as accents, the rest but digits as spaces; as long as it was."""
    return text.translate(_FOLDS)


def bare(text: str) -> str:
    """The text to compare by: without case, marks and signs."""
    return fold(text.casefold()).replace(chr(_PASSED_OVER), "")
