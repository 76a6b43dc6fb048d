"""Offsets in Qt's units: the library counts Unicode code points, Qt counts UTF-16 units."""

from __future__ import annotations


def utf16_offset(text: str, offset: int) -> int:
    """Where a code point of a text stands in Qt's count, which has two units for characters beyond U+FFFF."""
    return offset + sum(1 for character in text[:offset] if character > "\uffff")
