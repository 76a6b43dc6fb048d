"""The paragraphs of a text, whether each stands on a line of its own or was broken into lines of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from db.speech.shapes import Span

LONGEST = 20_000  # characters of a paragraph that are read as one; more are cut at the end of a sentence
WIDEST = 130  # characters of a line of a page
_LINE = re.compile(r"[^\r\n\u2029\u2028\x0b\x0c\x85]+")
_DASH = re.compile(r"\s*(?:[-–—―•*]|\d{1,3}[.)])\s")
_ENDED = re.compile(r"[.!?…:;؟。]['\"”“’»«›)\]]*\s*$")
_OPENING = re.compile(r"\s*[“„«»\"‘‚‹]")
_SENTENCE_END = re.compile(r"[.!?…؟]['\"”“’»)\]]*\s")


def paragraphs(text: str) -> Iterator[Span]:
    """Where each paragraph starts and ends, without blanks at its edges."""
    lines = [_trimmed(text, *line.span()) for line in _LINE.finditer(text) if line[0].strip()]
    broken = _is_broken(text, lines)
    starts = ends = -1
    for line in lines:
        if ends >= 0 and broken and _goes_on(text, (starts, ends), line):
            ends = line[1]
            continue
        if ends >= 0:
            yield from _cut(text, starts, ends)
        starts, ends = line
    if ends >= 0:
        yield from _cut(text, starts, ends)


def _trimmed(text: str, starts: int, ends: int) -> Span:
    words = text[starts:ends]
    return ends - len(words.lstrip()), starts + len(words.rstrip())


def _is_broken(text: str, lines: list[Span]) -> bool:
    """Whether most lines that another follows directly stop in the middle of a sentence."""
    stops = followed = 0
    for one, other in pairwise(lines):
        if text.count("\n", one[1], other[0]) == 1 and one[1] - one[0] <= WIDEST:
            followed += 1
            stops += not _ENDED.search(text, max(one[0], one[1] - 8), one[1])
    return followed >= 2 and stops / followed > 0.6


def _goes_on(text: str, before: Span, line: Span) -> bool:
    """Whether a line goes on with the paragraph before it."""
    if len(re.findall(r"\r\n|[\n\r\u2029\x0c\x85]", text[before[1] : line[0]])) > 1:
        return False
    ended = bool(_ENDED.search(text, max(before[0], before[1] - 8), before[1]))
    return not _DASH.match(text, line[0]) and not (ended and _OPENING.match(text, line[0]))


def _cut(text: str, starts: int, ends: int) -> Iterator[Span]:
    """A paragraph, in pieces when it is too long to be read as one."""
    while ends - starts > LONGEST:
        stops = [end.end() for end in _SENTENCE_END.finditer(text, starts + LONGEST // 2, starts + LONGEST)]
        stop = stops[-1] if stops else text.rfind(" ", starts + LONGEST // 2, starts + LONGEST) + 1
        stop = stop or starts + LONGEST
        yield _trimmed(text, starts, stop)
        starts = stop
    if text[starts:ends].strip():
        yield _trimmed(text, starts, ends)
