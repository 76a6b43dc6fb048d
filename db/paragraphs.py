"""The paragraphs of a text, as the search shows passages of it: an edit moves the cuts near it only."""

from __future__ import annotations

import re
from collections.abc import Iterator

SHORT, LONG = 600, 1200
"""Characters: what is longer than `LONG` is cut at the first end of a line or sentence after `SHORT`."""
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
        found = _END.search(text, starts + SHORT, starts + LONG)
        at = found.end() if found else _last_blank(text, starts + SHORT, starts + LONG)
        yield starts, at
        starts = at
    yield starts, ends


def _last_blank(text: str, first: int, last: int) -> int:
    """The place after the last blank of a stretch; its end when it has none."""
    return next((at + 1 for at in range(last - 1, first, -1) if text[at].isspace()), last)
