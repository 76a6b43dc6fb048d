"""Text as it is stored: line breaks, spaces at the ends of lines and signs that cannot be seen are put right.

No word is changed: letters are only brought to the usual one of several equal ways to write them (Unicode NFC).
"""

from __future__ import annotations

import re
import unicodedata
from io import StringIO

from db.extraction.document import MOST_TEXT, MOST_WORDS, Unreadable

TOO_MUCH_TEXT = (
    f"This document holds more than {MOST_TEXT // 1_000_000} million characters of text, which is more than one source "
    "can take. Divide it and import the parts."
)
_INVISIBLE = re.compile("[\0-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufdd0-\ufdef\ufeff\ufff9-\ufffc\ufffe\uffff\u00ad]")
_HALVES = re.compile("[\ud800-\udfff]")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_LINE_ENDS = re.compile(r"[ \t]+\n")
_GAPS = re.compile(r"\n{3,}")
_BLANKS = re.compile(r"\s+")


class Text:
    """Collects the words of a document; Unreadable when they grow too many."""

    def __init__(self) -> None:
        self._pieces = StringIO()
        self.length = 0

    def add(self, piece: str) -> None:
        """Take in a piece."""
        self.length += len(piece)
        if self.length > MOST_TEXT:
            raise Unreadable(TOO_MUCH_TEXT)
        self._pieces.write(piece)

    def all(self) -> str:
        """All pieces as one."""
        return self._pieces.getvalue()


def tidy(text: str, *, gaps: bool = False) -> str:
    """A text as it is stored, without blank lines at its ends; with more than one between paragraphs only as `gaps`."""
    if len(text) > 2 * MOST_TEXT:
        raise Unreadable(TOO_MUCH_TEXT)
    text = _INVISIBLE.sub("", _HALVES.sub("\ufffd", _BREAKS.sub("\n", text)))
    text = _LINE_ENDS.sub("\n", text)
    text = (text if gaps else _GAPS.sub("\n\n", text)).strip("\n").rstrip()
    text = unicodedata.normalize("NFC", text)
    if len(text) > MOST_TEXT:
        raise Unreadable(TOO_MUCH_TEXT)
    return text


def fact(words: object) -> str | None:
    """A title or another fact of one line; None when it is no text or says nothing."""
    if not isinstance(words, str):
        return None
    line = unicodedata.normalize("NFC", _BLANKS.sub(" ", _INVISIBLE.sub("", _HALVES.sub("\ufffd", words[:20_000]))))
    line = line.strip()
    return (line if len(line) <= MOST_WORDS else line[: MOST_WORDS - 1] + "…") or None
