"""Words found in a text whatever their case and accents, each at its place in code points."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right

from db.cancel import Cancel

_DROPPED = "\0"  # no text of a library holds it
_STEP = 100_000  # characters folded at a time: between two such pieces other threads go on
_ALIKE = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛ʼʻ′", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("يىے", "ی"),  # Arabic and Persian letters that keyboards tell apart and readers do not
    **dict.fromkeys("ك", "ک"),
    "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d",
    **dict.fromkeys("\u00ad\u0640\u200b\u200c\u200d\u2060\ufeff", _DROPPED),  # seen as nothing, or as a longer line
}  # fmt: skip


class _Folds(dict[int, str]):
    """For each code point the character that stands for it, found when it is first asked for."""

    def __missing__(self, point: int) -> str:
        self[point] = found = _fold(chr(point))
        return found


def _fold(character: str) -> str:
    if character in _ALIKE:
        return _ALIKE[character]
    if unicodedata.combining(character):
        return _DROPPED
    if character.isspace():
        return " "
    base, *marks = unicodedata.normalize("NFD", character)
    kept = base if all(map(unicodedata.combining, marks)) else character
    lower = kept.casefold()
    return _ALIKE.get(lower, lower) if len(lower) == 1 else kept


_FOLDS = _Folds()


class Searchable:
    """A text made ready to be searched many times."""

    def __init__(self, text: str, cancel: Cancel) -> None:
        pieces: list[str] = []
        for start in range(0, len(text), _STEP):
            cancel.check()
            pieces.append(text[start : start + _STEP].translate(_FOLDS))
        whole = "".join(pieces)
        self._at, self._shift = array("q", [0]), array("q", [0])
        if _DROPPED in whole:
            dropped = 0
            for run in re.finditer(f"{_DROPPED}+", whole):
                dropped += run.end() - run.start()
                self._at.append(run.end() - dropped)
                self._shift.append(dropped)
            whole = whole.replace(_DROPPED, "")
        self._whole, self._length = whole, len(text)

    def find(self, wanted: str, cancel: Cancel) -> list[tuple[int, int]]:
        """Where some words stand, first and last place in code points; any blanks between them count as one."""
        words = wanted.translate(_FOLDS).replace(_DROPPED, "").split()
        if not words:
            return []
        found: list[tuple[int, int]] = []
        for hit in re.finditer(" +".join(map(re.escape, words)), self._whole):
            cancel.check()
            found.append((self._place(hit.start()), self._place(hit.end())))  # with the accents of its last letter
        return found

    def _place(self, at: int) -> int:
        """Where a character of the folded text stands in the text."""
        return at + self._shift[bisect_right(self._at, at) - 1] if at < len(self._whole) else self._length
