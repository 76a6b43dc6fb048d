"""Offsets in Qt's units: the library counts Unicode code points, Qt counts UTF-16 units."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BEYOND = re.compile("[\U00010000-\U0010ffff]")
"""Characters of two units."""


def utf16_offset(text: str, offset: int) -> int:
    """Where a code point of a text stands in Qt's count, which has two units for characters beyond U+FFFF."""
    return _units(text[:offset])


def document_offset(text: str, offset: int) -> int:
    """Where a code point stands in a document of Qt that was filled with the text: there `\\r\\n` is one character."""
    return utf16_offset(text, offset) - text.count("\r\n", 0, offset)


def document_offsets(text: str, offsets: Iterable[int]) -> dict[int, int]:
    """For code points of a text what `document_offset` gives for each, in one pass over the text for all of them."""
    found: dict[int, int] = {}
    before = place = 0
    for offset in sorted(set(offsets)):
        breaks = text.count("\r\n", max(0, before - 1), offset)  # one that stands across the last offset counts here
        place += _units(text[before:offset]) - breaks
        before = offset
        found[offset] = place
    return found


def text_offset(text: str, position: int) -> int:
    """The code point of a text that stands at a position of a document of Qt that was filled with it."""
    shown = text.replace("\r\n", "\n")
    points = len(shown.encode("utf-16-le", "surrogatepass")[: 2 * position].decode("utf-16-le", "ignore"))
    line = shown.count("\n", 0, points)
    before = text.split("\n", line)[:line]
    return sum(len(each) + 1 for each in before) + points - (shown.rfind("\n", 0, points) + 1)


def _units(text: str) -> int:
    """How many units of UTF-16 a text has."""
    return len(text) if text.isascii() else len(text) + len(_BEYOND.findall(text))
