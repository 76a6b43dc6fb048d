"""Lines of a printed page joined to paragraphs: no word is changed, only where a line ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median_low
from typing import NamedTuple

BREAK = "\x02"
"""Stands for a hyphen at the end of a line within a word, which may belong to the word or not."""

_WIDE = 1.6  # times the usual distance between two lines, from which on a paragraph begins
_FULL = 0.88  # of the width of the lines, from which on a line goes on in the next
_FEW, _MEASURE = 5, 15  # lines of a page; heights of one that a full line is wide at least, where there are fewer
_SET_IN = 0.8  # heights of a line by which the first line of a paragraph is set in
_LARGER = 1.15  # times the usual size of type, from which on a line is a heading
_HEADING_LINES = 4
_SAME, _CLIMB = 0.5, 3  # heights of a line, between which the next is one that should have come before it
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_STOP_FIRST = re.compile(r"(?<!\S)([.,،؛:؟!])(\d(?:[\d.,/:٫٬-]*\d)?)(?!\S)")
_STOPS, _QUOTES = (".", "!", "?", "…", "؟", ":", "۔"), " \t\"'”’»)]"
_ITEM = re.compile(r"\s*(?:[•▪◦‣·●○■–—*]|[-](?=\s)|\(?(?:\d{1,3}|[a-zA-Zа-яА-Я]|[ivxIVX]{1,5})[.)])\s")
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = "self non ex vice anti semi co pre post de all well so north south east west"
_AFTER = """
    led based related wide called term level sponsored backed held owned general elect driven made fire party economic
    political military makers
"""
_KEPT_BEFORE, _KEPT_AFTER = frozenset(_BEFORE.split()), frozenset(_AFTER.split())
"""What usually has a hyphen after it, and before it."""


class Line(NamedTuple):
    """One line as it is printed: where it begins and ends across the page, its foot, and the height of its type."""

    text: str
    left: float
    right: float
    foot: float
    height: float

    @property
    def is_from_right(self) -> bool:
        """Whether it is written from right to left."""
        return 2 * len(_RIGHT_TO_LEFT.findall(self.text)) > len(self.text.replace(" ", ""))


class Joined(NamedTuple):
    """Pages as running text, what stands between each and the next, and how many words were put together again."""

    pages: list[str]
    gaps: list[str]
    hyphens: int


def in_order(lines: Sequence[Line], *, is_turned: bool = False) -> list[Line]:
    """The lines as they stand on the page: what is written from right to left may come with a lower line first.

    Those of a page that `is_turned` to the right all do.
    """
    found: list[Line] = []
    climbs: list[Line] = []
    for line in lines:
        if climbs and not (line.foot > climbs[-1].foot if is_turned else _is_just_above(line, climbs[-1])):
            found += reversed(climbs)
            climbs = []
        climbs.append(line)
    return [_with_stops(line) for line in (*found, *reversed(climbs))]


def _with_stops(line: Line) -> Line:
    """A line from right to left with the stop behind a number where it belongs: the library puts it before that."""
    return line._replace(text=_STOP_FIRST.sub(r"\2\1", line.text)) if line.is_from_right else line


def _is_just_above(line: Line, before: Line) -> bool:
    """Whether a line from right to left stands over the one that came before it, in the same column."""
    step = line.foot - before.foot
    height = max(line.height, before.height)
    beside = line.left >= before.right or line.right <= before.left
    is_climb = _SAME < step / (height or 1) < _CLIMB and not beside
    return is_climb and all(_RIGHT_TO_LEFT.search(one.text) for one in (line, before))


def joined_pages(pages: Sequence[Sequence[Line]]) -> Joined:
    """The paragraphs of each page."""
    words = Counter(word.lower() for lines in pages for line in lines for word in _parts(line.text))
    placed = _with_whole_words([[line for line in lines if line.text.strip()] for lines in pages])
    joined = [_paragraphs(lines) for lines in placed]
    hyphens = sum(page.count(BREAK) for page in joined)
    whole = [_mend(page, words) if BREAK in page else page for page in joined]
    return Joined(whole, [_over_the_page(one, two) for one, two in pairwise(placed)], hyphens)


def _with_whole_words(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages with a word that is divided between two of them on the first."""
    for one, two in pairwise(pages):
        if one and two and one[-1].text.rstrip().endswith(BREAK):
            half, _, rest = two[0].text.strip().partition(" ")
            one[-1] = one[-1]._replace(text=one[-1].text.rstrip() + half)
            two[0] = two[0]._replace(text=rest)
    return [[line for line in lines if line.text] for lines in pages]


def _over_the_page(one: Sequence[Line], two: Sequence[Line]) -> str:
    """What stands between two pages: a blank where a sentence goes on, else the end of a paragraph."""
    if not one or not two:
        return "\n\n"
    last, first = one[-1], two[0]
    ends = last.text.rstrip().rstrip(_QUOTES).endswith(_STOPS)
    begins = first.text.lstrip()[:1]
    goes_on = begins.islower() or (last.is_from_right and first.is_from_right)
    same = abs(last.height - first.height) < 0.1 * max(last.height, first.height)
    is_full = _Edges.of(one).are_reached(last, first)
    return " " if goes_on and same and is_full and not ends and not _ITEM.match(first.text) else "\n\n"


def heading(lines: Sequence[Line]) -> str | None:
    """The lines of the largest type on a page, when they stand out and may be a title; None when there are none."""
    sized = [line for line in lines if line.height and any(sign.isalpha() for sign in line.text)]
    if len(sized) < 2:
        return None
    largest = max(line.height for line in sized)
    usual = usual_size(sized)
    at = next(place for place, line in enumerate(sized) if line.height == largest)
    found: list[str] = []
    for line in sized[at : at + _HEADING_LINES]:
        if line.height != largest:
            break
        found.append(line.text.strip().replace(BREAK, ""))
    title = " ".join(found)
    return title if largest >= _LARGER * usual and 3 <= len(title) <= 300 else None


def usual_size(lines: Sequence[Line]) -> float:
    """The size of type in which most characters are set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.height] += len(line.text)
    return max(sizes, key=lambda size: sizes[size])


def _parts(text: str) -> list[str]:
    """The words of a line, those with a hyphen both whole and in parts."""
    return [*_WORD.findall(text), *re.findall(r"[^\W\d_]+-[^\W\d_]+", text)]


class _Edges(NamedTuple):
    """The edges between which the lines of a page stand, and how wide a full line is at least."""

    left: float
    right: float
    least: float

    @classmethod
    def of(cls, lines: Sequence[Line]) -> _Edges:
        """Those of some lines; the longest of a few short ones, as on a title page, need not be a full one."""
        least = _MEASURE * usual_size(lines) if len(lines) < _FEW else 0
        return cls(min(line.left for line in lines), max(line.right for line in lines), max(least, 0.1))

    def are_reached(self, line: Line, after: Line) -> bool:
        """Whether a line is full: it comes near the edge, or had no room for the word with which the next begins."""
        width = max(self.right - self.left, self.least)
        room = line.left - self.left if line.is_from_right else self.right - line.right
        room += width - (self.right - self.left)
        wide = (after.right - after.left) / max(len(after.text.strip()), 1)
        word = after.text.split(maxsplit=1)[0]
        return room <= (1 - _FULL) * width or room < (len(word) + 1) * wide

    def is_set_in(self, line: Line, before: Line) -> bool:
        """Whether a line begins further in than the others."""
        least = _SET_IN * line.height
        if line.is_from_right:
            return self.right - line.right > least and before.right - line.right > least
        return line.left - self.left > least and line.left - before.left > least


def _paragraphs(lines: Sequence[Line]) -> str:
    if not lines:
        return ""
    edges = _Edges.of(lines)
    steps = [one.foot - two.foot for one, two in pairwise(lines) if 0 < one.foot - two.foot < 100]
    usual = median_low(steps) if steps else 0
    text = lines[0].text.rstrip()
    for one, two in pairwise(lines):
        text += _between(one, two, edges, usual)
        text += two.text.strip(" \t")
    return text


def _between(one: Line, two: Line, edges: _Edges, usual: float) -> str:
    """What stands between two lines: nothing, a blank, the end of a line or of a paragraph."""
    step = one.foot - two.foot
    if one.text.rstrip().endswith(BREAK):
        return ""
    larger = max(one.height, two.height) > _LARGER * max(min(one.height, two.height), 0.1)
    if step <= 0 or larger or (usual and step > _WIDE * usual):
        return "\n\n"
    if _ITEM.match(two.text):
        return "\n"
    return " " if edges.are_reached(one, two) and not edges.is_set_in(two, one) else "\n"


def _mend(page: str, words: Counter[str]) -> str:
    """The page with every divided word whole, with its hyphen where that belongs to it."""
    pattern = re.compile(rf"([^\W\d_]*){BREAK}\s*([^\W\d_]*)")
    return pattern.sub(lambda found: _whole(found[1], found[2], words), page)


def _whole(one: str, two: str, words: Counter[str]) -> str:
    """A word out of its two halves: as it stands elsewhere in the document, else by what is likely."""
    plain, hyphened = f"{one}{two}", f"{one}-{two}"
    if words[plain.lower()] != words[hyphened.lower()]:
        return plain if words[plain.lower()] > words[hyphened.lower()] else hyphened
    kept = not two[:1].islower() or not one or one.lower() in _KEPT_BEFORE or two.lower() in _KEPT_AFTER
    return hyphened if kept else plain
