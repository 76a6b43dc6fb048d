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

HYPHEN = "-\u00ad\u2010"
_WIDE = 1.6  # times the usual distance between two lines, from which on a paragraph begins
_FULL = 0.88  # of the width of the lines, from which on a line goes on in the next
_SET_IN = 0.8  # heights of a line by which the first line of a paragraph is set in
_LARGER = 1.15  # times the usual size of type, from which on a line is a heading
_HEADING_LINES = 4
_ITEM = re.compile(r"\s*(?:[•▪◦‣·●○■–—*]|[-](?=\s)|\(?(?:\d{1,3}|[a-zA-Zа-яА-Я]|[ivxIVX]{1,5})[.)])\s")
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = "self non ex vice anti semi co pre post all well so north south east west"
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


class Joined(NamedTuple):
    """Pages as running text, and how many words were put together again."""

    pages: list[str]
    hyphens: int


def joined_pages(pages: Sequence[Sequence[Line]]) -> Joined:
    """The paragraphs of each page."""
    words = Counter(word.lower() for lines in pages for line in lines for word in _parts(line.text))
    joined = [_paragraphs(lines) for lines in pages]
    hyphens = sum(page.count(BREAK) for page in joined)
    return Joined([_mend(page, words) if BREAK in page else page for page in joined], hyphens)


def heading(lines: Sequence[Line]) -> str | None:
    """The lines of the largest type on a page, when they stand out and may be a title; None when there are none."""
    sized = [line for line in lines if line.height and any(sign.isalpha() for sign in line.text)]
    if len(sized) < 2:
        return None
    largest = max(line.height for line in sized)
    usual = _usual_size(sized)
    at = next(place for place, line in enumerate(sized) if line.height == largest)
    found: list[str] = []
    for line in sized[at : at + _HEADING_LINES]:
        if line.height != largest:
            break
        found.append(line.text.strip().replace(BREAK, ""))
    title = " ".join(found)
    return title if largest >= _LARGER * usual and 3 <= len(title) <= 300 else None


def _usual_size(lines: Sequence[Line]) -> float:
    """The size of type in which most characters are set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.height] += len(line.text)
    return max(sizes, key=lambda size: sizes[size])


def _parts(text: str) -> list[str]:
    """The words of a line, those with a hyphen both whole and in parts."""
    return [*_WORD.findall(text), *re.findall(r"[^\W\d_]+-[^\W\d_]+", text)]


def _paragraphs(lines: Sequence[Line]) -> str:
    placed = [line for line in lines if line.text.strip()]
    if not placed:
        return ""
    left = min(line.left for line in placed)
    right = max(line.right for line in placed)
    steps = [one.foot - two.foot for one, two in pairwise(placed) if 0 < one.foot - two.foot < 100]
    usual = median_low(steps) if steps else 0
    text = placed[0].text.rstrip()
    for one, two in pairwise(placed):
        text += _between(one, two, left, right, usual)
        text += two.text.strip(" \t")
    return text


def _between(one: Line, two: Line, left: float, right: float, usual: float) -> str:
    """What stands between two lines: nothing, a blank, the end of a line or of a paragraph."""
    step = one.foot - two.foot
    if one.text.rstrip().endswith(BREAK):
        return ""
    larger = max(one.height, two.height) > _LARGER * max(min(one.height, two.height), 0.1)
    if step <= 0 or larger or (usual and step > _WIDE * usual):
        return "\n\n"
    if _ITEM.match(two.text):
        return "\n"
    full = one.right - left >= _FULL * (right - left)
    set_in = two.left - left > _SET_IN * two.height and two.left - one.left > _SET_IN * two.height
    if not full:
        return "\n"
    return "\n" if set_in else " "


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
