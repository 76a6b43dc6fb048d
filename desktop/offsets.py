"""Offsets in Qt's units: the library counts Unicode code points, Qt counts UTF-16 units."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator

LONGEST = 20_000  # characters of a paragraph that Qt sets in one go without being felt
_BEYOND = re.compile("[\U00010000-\U0010ffff]")
"""Characters of two units."""
_PARAGRAPH = re.compile("[^\n\r\u2029]+")


def utf16_offset(text: str, offset: int) -> int:
    """Where a code point of a text stands in Qt's count, which has two units for characters beyond U+FFFF."""
    before = text[:offset]
    return offset if before.isascii() else len(before) + len(_BEYOND.findall(before))


class ShownText:
    """A text as a document of Qt holds it, and the way from a place in one to the same place in the other.

    In a document `\\r\\n` is one character, and paragraphs longer than LONGEST are parted at a blank: `shown` is what
    the document is to be filled with.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        parts = list(_parts(text))
        self.shown = (
            "\n".join(text[a:b] for a, b in zip([0, *parts], [*parts, len(text)], strict=True)) if parts else text
        )
        # From `_from[i]` on a place in the document is `_shift[i]` more than in the text; it stands there at `_at[i]`.
        # A place of the document before `_at[i]` is in the text at most at `_last[i]`.
        self._from, self._shift, self._at, self._last = (
            array("q", [0]),
            array("q", [0]),
            array("q", [0]),
            array("q", [0]),
        )
        for place, by, last in sorted([*_steps(text), *((part, 1, part) for part in parts)]):
            self._from.append(place)
            self._shift.append(self._shift[-1] + by)
            self._at.append(place + self._shift[-1])
            self._last.append(last)

    def to_document(self, offset: int) -> int:
        """Where a code point of the text stands in the document."""
        return offset + self._shift[bisect_right(self._from, offset) - 1]

    def to_text(self, position: int) -> int:
        """The code point of the text that stands at a place of the document."""
        step = bisect_right(self._at, position) - 1
        offset = position - self._shift[step]
        return min(offset, self._last[step + 1]) if step + 1 < len(self._last) else offset


def _parts(text: str) -> Iterator[int]:
    """Where paragraphs are parted that are too long to be set in one go."""
    if len(text) <= LONGEST:
        return
    for paragraph in _PARAGRAPH.finditer(text):
        start = paragraph.start()
        while paragraph.end() - start > LONGEST:
            blank = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            start = blank + 1 if blank > 0 else start + LONGEST
            yield start


def _steps(text: str) -> Iterator[tuple[int, int, int]]:
    """Places from which on the document counts differently, by how much, and the last place before."""
    if not text.isascii():
        yield from ((found.end(), 1, found.start()) for found in _BEYOND.finditer(text))
    at = text.find("\r\n")
    while at >= 0:
        yield at + 2, -1, at + 1
        at = text.find("\r\n", at + 2)
