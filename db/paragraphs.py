"""The paragraphs of a text, as the search shows passages of it: an edit moves the cuts near it only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from zlib import crc32

SHORT, LONG = 300, 1200
"""Characters: what is longer than `LONG` is cut at an end of a line or sentence between the two."""
_END = re.compile(r"\n|[.!?…؟。！？]['\"”’»)\]]{0,3}\s")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where each paragraph begins and ends, in code points; blank lines part them."""
    starts = ends = -1
    at = 0
    while at <= len(text):
        found = text.find("\n", at)
        end = len(text) if found < 0 else found
        line = text[at:end]
        if line and not line.isspace():
            starts = at if starts < 0 else starts
            ends = end
        elif starts >= 0:
            yield from _cut(text, starts, ends)
            starts = -1
        at = end + 1
    if starts >= 0:
        yield from _cut(text, starts, ends)


def _cut(text: str, starts: int, ends: int) -> Iterator[tuple[int, int]]:
    while ends - starts > LONG:
        found = [end.end() for end in _END.finditer(text, starts + SHORT, starts + LONG)]
        # Which one is told by the words before it, not by where it stands: so cuts after an edit soon are as before.
        at = (
            min(found, key=lambda end: _number(text, end))
            if found
            else _last_blank(text, starts + SHORT, starts + LONG)
        )
        yield starts, at
        starts = at
    yield starts, ends


def _number(text: str, end: int) -> int:
    """A number at random that is the same wherever the words before an end stand."""
    return crc32(text[max(end - 96, 0) : end].encode(errors="surrogatepass"))


def _last_blank(text: str, first: int, last: int) -> int:
    """The place after the last blank of a stretch; its end when it has none."""
    return next((at + 1 for at in range(last - 1, first, -1) if text[at].isspace()), last)
