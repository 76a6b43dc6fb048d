"""Text as the search reads it: bare letters and digits.

`fold` keeps each at the place that it has in the text; `letters` gives those of a word as they are compared.
"""

from __future__ import annotations

import unicodedata

_SPACE = 0x20
_PASSED_OVER = 0x301  # an accent, which stands for every mark

STROKED = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"}
"""Letters that are no letter with a mark, but are typed as if they were."""
_VARIANTS = STROKED | {
    "ə": "e", "ħ": "h", "ŋ": "n", "ȷ": "j", "ɣ": "g",
    **dict(zip("әғқңөұүһієґђјљњћџў", "агкноуухиегдилнсду", strict=True)),  # as a Russian keyboard has them
    **dict.fromkeys("ٱٲٳ", "ا"), **dict.fromkeys("یىېۍے", "ي"), **dict.fromkeys("کڪګڭ", "ك"),
    **dict.fromkeys("ةۀەہھۃ", "ه"),
    "ۆ": "و", "ۇ": "و", "ۈ": "و", "ٶ": "و", "ٸ": "ي", "ڵ": "ل", "ٯ": "ق", "ں": "ن", "ـ": "",
    **dict(zip("ךםןףץ", "כמנפצ", strict=True)),
}  # fmt: skip
"""Letters that stand for one another between the languages of a script and its keyboards."""


class _Folds(dict[int, int]):
    """For each code point the one that stands for it, found when it is first asked for."""

    def __missing__(self, point: int) -> int:
        self[point] = found = _fold(chr(point))
        return found


class _Letters(dict[int, str]):
    """For each code point without case the letters that stand for it, found when it is first asked for."""

    def __missing__(self, point: int) -> str:
        self[point] = found = _letters(chr(point))
        return found


def _fold(character: str) -> int:
    category = unicodedata.category(character)
    if unicodedata.combining(character):
        return _PASSED_OVER
    if category[0] not in "LNM":  # the tokenizer knows no sign younger than 2012 and would take it for a letter
        return _SPACE
    return ord(_base(character))


def _base(character: str) -> str:
    """A letter without its marks; those of a Korean syllable are letters themselves."""
    base, *marks = unicodedata.normalize("NFD", character)
    return base if all(map(unicodedata.combining, marks)) else character


def _letters(character: str) -> str:
    category = unicodedata.category(character)
    if unicodedata.combining(character) or category == "Cf":
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category[0] not in "LNM":
        return " "
    base = _base(character)
    return _VARIANTS.get(character, _VARIANTS.get(base, base))


_FOLDS = _Folds()
_LETTERS = _Letters()


def fold(text: str) -> str:
    """The text with accented letters bare, marks as accents, the rest but digits as spaces; as long as it was."""
    return text.translate(_FOLDS)


def bare(text: str) -> str:
    """The text to compare by: without case, marks and signs."""
    return fold(text.casefold()).replace(chr(_PASSED_OVER), "")


def letters(word: str) -> str:
    """A word to compare by: without case and marks, letters that stand for one another as one; signs are spaces."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", word).casefold().translate(_LETTERS)
