"""Running heads and page numbers: lines that recur at the top or foot of most pages, which are no part of the text."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Sequence
from itertools import groupby, takewhile
from typing import NamedTuple

from db.extraction.pdf_lines import Line, usual_size
from db.values import quoted

LEFT_OUT = "Lines that recur at the top or foot of the pages were left out of the text: {lines}."
NUMBERS = "the page numbers"
_TOLD = 6  # lines that are named as left out
_OUTERMOST = 3  # lines at either edge of a page that may recur
_LARGER = 1.15  # times the usual size of type, from which on a line is a heading of the text
_SAME_PLACE = 0.5  # heights of a line by which its place may differ from page to page
_LEAST = 2  # pages on which a line recurs at least; one whose words are no number and which counts on, one more
_DIGITS = re.compile(r"\d+")
_OUTER_DIGITS = re.compile(r"^\d+(?=\s|$)|(?<=\s)\d+$")


class _Edge(NamedTuple):
    """A line near an edge of a page: page and place in the lines of it, both from 0, and what recurs of its words.

    `number` is its first number, `ends` are those with which it begins or ends.
    """

    page: int
    at: int
    key: tuple[bool, str]
    foot: float
    height: float
    number: int | None
    ends: tuple[int, ...] = ()

    @property
    def is_number(self) -> bool:
        """Whether the line holds nothing but the number of its page, and signs around it."""
        return self.number is not None and not any(sign.isalpha() for sign in self.key[1])


def without_running_lines(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The pages without the lines that recur at their edges, and those in words, each once.

    A page that has no other lines keeps them.
    """
    edges = [_edges(number, lines) for number, lines in enumerate(pages)]
    running = _running([one for sides in edges for side in sides for one in side], len(pages))
    bodies: list[list[Line]] = []
    told: dict[str, str] = {}
    for lines, sides in zip(pages, edges, strict=True):
        gone = {one.at: one for side in sides for one in takewhile(running.__contains__, side)}
        body = [line for at, line in enumerate(lines) if at not in gone]
        if not any(line.text.strip() for line in body):
            bodies.append(list(lines))
            continue
        bodies.append(body)
        for at, one in gone.items():
            words = NUMBERS if one.is_number else quoted(" ".join(lines[at].text.split()))
            told.setdefault(words if one.is_number else one.key[1], words)
    lines = list(told.values())
    more = [] if len(lines) <= _TOLD else [f"{len(lines) - _TOLD:,} more"]
    return bodies, [*lines[:_TOLD], *more]


def _edges(page: int, lines: Sequence[Line]) -> tuple[list[_Edge], list[_Edge]]:
    """The outermost lines at the top and at the foot of a page, from the edge inwards."""
    by_height = sorted((at for at, line in enumerate(lines) if line.text.strip()), key=lambda at: -lines[at].foot)
    largest = _LARGER * usual_size(lines) if by_height else 0
    sides: list[list[_Edge]] = []
    for is_top, places in ((True, by_height), (False, by_height[::-1])):
        side: list[_Edge] = []
        for at in places[:_OUTERMOST]:
            line = lines[at]
            if line.height > largest:
                break
            words = " ".join(line.text.casefold().split())
            number = _DIGITS.search(words)
            key = (is_top, _DIGITS.sub("#", words))
            ends = tuple({int(found[0][:9]) for found in _OUTER_DIGITS.finditer(words)})
            side.append(_Edge(page, at, key, line.foot, line.height, int(number[0][:9]) if number else None, ends))
        sides.append(side)
    return sides[0], sides[1]


def _running(edges: Sequence[_Edge], pages: int) -> set[_Edge]:
    """Those that stand at like places on most pages, or on most of those on the left, or on the right."""
    found: set[_Edge] = set()
    for some in (*_alike(edges), *_counting(edges)):
        odd, even = (len(range(side, pages, 2)) for side in (1, 0))
        if 2 * len({one.page for one in some}) > pages:
            found.update(some)
        for side, number in ((1, odd), (0, even)):
            there = [one for one in some if one.page % 2 == side]
            if len(there) > _LEAST and 2 * len(there) > number:
                found.update(there)
    return found


def _alike(edges: Iterable[_Edge]) -> Generator[list[_Edge]]:
    """Those with the same words at the same place, whose numbers are the same or go with the pages."""
    order = sorted(edges, key=lambda one: (one.key, one.foot))
    for _, keyed in groupby(order, key=lambda one: one.key):
        for some in _at_one_place(list(keyed)):
            if len({one.number for one in some}) == 1:
                groups, least = [some], _LEAST
            else:
                counting: dict[int, list[_Edge]] = {}
                for one in some:
                    counting.setdefault((one.number or 0) - one.page, []).append(one)
                groups, least = counting.values(), _LEAST if some[0].is_number else _LEAST + 1
            yield from (group for group in groups if len(group) >= least)


def _counting(edges: Iterable[_Edge]) -> Generator[list[_Edge]]:
    """Those at the same place that begin or end with the number of their page, whatever their words, as of chapters."""
    order = sorted((one.key[0], number - one.page, one.foot, one) for one in edges for number in one.ends)
    for _, some in groupby(order, key=lambda each: each[:2]):
        yield from (part for part in _at_one_place([each[3] for each in some]) if len(part) > _LEAST)


def _at_one_place(edges: Sequence[_Edge]) -> Generator[list[_Edge]]:
    """The same, in order of height, in parts that stand at one place each."""
    part = [edges[0]]
    for one in edges[1:]:
        if one.foot - part[-1].foot > _SAME_PLACE * one.height:
            yield part
            part = []
        part.append(one)
    yield part
