"""Words in quotation marks, whatever marks a text uses, and the paragraphs that such words bind together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from db.speech.shapes import Span

FARTHEST = 12  # paragraphs over which a quotation may go on
MOST_INSIDE = 60  # marks inside a quotation that goes on over paragraphs
DEEPEST = 5  # quotations in one another
MOST_STRAY = 8  # marks of a block that open nothing, after which the rest is taken as it is
_MARK = re.compile("[“”„‟\"″«»‘’‚‛'‹›]")
_DOUBLE, _POINTED, _SINGLE = '“”„‟"″', "«»", "‘’‚‛'‹›"
_FAMILIES = {mark: family for family in (_DOUBLE, _POINTED, _SINGLE) for mark in family}
_SPACES = " \t\n\r\u00a0\u202f\u2009\u200f\u200e"
_BEFORE_OPENING = _SPACES + "([{—–-/:،,“„«‘\"'\u2015"
_INWARD = re.compile(r"(?<!\w)»\w[^«»]{0,2000}[\w.,!?…]«")
_OUTWARD = re.compile(r"«[\s\u00a0\u202f]?\w[^«»]{0,2000}[\w.,!?…][\s\u00a0\u202f]?»")


class Quoted(NamedTuple):
    """Words in quotation marks: from mark to mark, and the words between in pieces, one for each paragraph."""

    outer: Span
    parts: tuple[Span, ...]


class Block(NamedTuple):
    """Paragraphs that are read together, and what in them stands in quotation marks, outermost only."""

    span: Span
    quoted: list[Quoted]


class _Open(NamedTuple):
    at: int
    family: str
    mark: str


def points_inward(text: str) -> bool:
    """Whether a text opens with » and closes with «, as German books do."""
    return len(_INWARD.findall(text[:200_000])) > len(_OUTWARD.findall(text[:200_000]))


def blocks(text: str, paragraphs: Sequence[Span], *, inward: bool) -> Iterator[Block]:
    """The paragraphs in order, those over which a quotation goes on as one block."""
    at = 0
    while at < len(paragraphs):
        last, quoted = _read(text, paragraphs, at, inward)
        yield Block((paragraphs[at][0], paragraphs[last][1]), quoted)
        at = last + 1


def _read(text: str, paragraphs: Sequence[Span], at: int, inward: bool) -> tuple[int, list[Quoted]]:
    """The block that begins at a paragraph: the number of its last one, and its quotations."""
    passed_over: set[int] = set()
    last = at
    found: list[Quoted] = []
    start = paragraphs[at][0]
    while True:
        found_here, left = _match(text, (start, paragraphs[last][1]), inward, passed_over)
        if left is None or len(passed_over) > MOST_STRAY:
            return last, found + found_here
        end = _end_beyond(text, paragraphs, last, left, inward)
        if end is None:
            passed_over.add(left.at)
            continue
        number, stop = end
        found += [one for one in found_here if one.outer[1] <= left.at]
        found.append(Quoted((left.at, stop + 1), _pieces(text, paragraphs[last : number + 1], left.at + 1, stop)))
        last, start = number, stop + 1


def _match(text: str, span: Span, inward: bool, passed_over: set[int]) -> tuple[list[Quoted], _Open | None]:
    """Outermost pairs of marks in a span, and the mark that opens what does not end in it."""
    stack: list[_Open] = []
    found: list[Quoted] = []
    for mark in _MARK.finditer(text, *span):
        at = mark.start()
        if at in passed_over:
            continue
        opened = _closes(text, at, span[1], stack, inward)
        if opened >= 0:
            outer = stack[opened]
            del stack[opened:]
            if not stack:
                found.append(Quoted((outer.at, at + 1), (_bare(text, outer.at + 1, at),)))
        elif len(stack) < DEEPEST and _opens(text, at, stack, inward):
            stack.append(_Open(at, _FAMILIES[text[at]], text[at]))
    return found, (stack[0] if stack else None)


def _around(text: str, at: int) -> tuple[str, str]:
    return text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "


def _opens(text: str, at: int, stack: list[_Open], inward: bool) -> bool:
    """Whether a mark, which closes nothing, opens a quotation."""
    mark, (before, after) = text[at], _around(text, at)
    if mark in _POINTED:
        return mark == ("»" if inward else "«")
    if mark in "„‚":
        return True
    if after in _SPACES or before not in _BEFORE_OPENING:
        return False
    return mark != "’" or bool(stack)


def _closes(text: str, at: int, end: int, stack: list[_Open], inward: bool) -> int:
    """The place in the stack of what a mark closes; -1 when it closes nothing."""
    mark, (before, after) = text[at], _around(text, at)
    family = _FAMILIES[mark]
    opened = next((place for place in range(len(stack) - 1, -1, -1) if stack[place].family == family), -1)
    if opened < 0 or mark in "„‚":
        return -1
    if mark in _POINTED:
        return opened if mark != ("»" if inward else "«") else -1
    if family == _SINGLE:
        return opened if _closes_single(text, at, end) else -1
    if mark == "“" and stack[opened].mark in '“"' and before in _SPACES:
        return -1
    return opened if before not in _SPACES or after in _SPACES else -1


def _closes_single(text: str, at: int, end: int) -> bool:
    """Whether a single mark closes: it may as well be an apostrophe."""
    before, after = _around(text, at)
    if before in _SPACES or after.isalnum():
        return False
    if before in "sS" and after == " ":  # the genitive of a plural, unless nothing else can close
        rest = text[at + 1 : min(end, at + 3000)]
        stop = min((place for sign in "‘‚" if (place := rest.find(sign)) >= 0), default=len(rest))
        return not re.search(r"[\w.,!?…][’'](?!\w)", rest[:stop])
    return True


def _end_beyond(text: str, paragraphs: Sequence[Span], last: int, left: _Open, inward: bool) -> tuple[int, int] | None:
    """Where what is left open at the end of a paragraph closes in a later one: its number, and the place of the mark.

    Where each paragraph begins with a mark that reminds of it, and where none does; but not both.
    """
    reminded: bool | None = None
    marks = 0
    for number in range(last + 1, min(len(paragraphs), last + 1 + FARTHEST)):
        starts, ends = paragraphs[number]
        reminds = _FAMILIES.get(text[starts]) == left.family
        if reminded is not None and reminds is not reminded:
            return None
        reminded = reminds
        stack = [left]
        for mark in _MARK.finditer(text, starts + reminds, ends):
            marks += 1
            if marks > MOST_INSIDE:
                return None
            opened = _closes(text, mark.start(), ends, stack, inward)
            if opened == 0:
                return number, mark.start()
            if opened > 0:
                del stack[opened:]
            elif _opens(text, mark.start(), stack, inward):
                if _FAMILIES[mark[0]] == left.family and not reminded:
                    return None  # another begins: the one before was never closed
                stack.append(_Open(mark.start(), _FAMILIES[mark[0]], mark[0]))
    return None


def _pieces(text: str, paragraphs: Sequence[Span], start: int, stop: int) -> tuple[Span, ...]:
    """What of each paragraph belongs to a quotation, without the marks that remind of it."""
    pieces = list[Span]()
    for at, (starts, ends) in enumerate(paragraphs):
        first = start if at == 0 else starts + (text[starts] in _FAMILIES)
        pieces.append(_bare(text, first, stop if at == len(paragraphs) - 1 else ends))
    return tuple(piece for piece in pieces if piece[0] < piece[1])


def _bare(text: str, starts: int, ends: int) -> Span:
    """A span without blanks at its edges."""
    words = text[starts:ends]
    return min(ends, ends - len(words.lstrip(_SPACES))), max(starts, starts + len(words.rstrip(_SPACES)))
