"""The pages of a source whose original has pages: which one a place of its text is on, also once that is corrected."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from json import loads
from typing import Any, NamedTuple, cast

from db.anchors import shared
from db.word_diff import Segment, diff

FEW = 80
"""Characters of what was replaced within which it is thought to be known where a page begins."""


def beginnings(pages: str | None) -> tuple[int, ...]:
    """The first character of each page, of what `sources.pages` holds; none where that is no list of places."""
    try:
        found: Any = loads(pages or "[]")
    except ValueError:
        return ()
    places = cast(list[Any], found) if isinstance(found, list) else []
    return tuple(places) if all(type(place) is int for place in places) and sorted(places) == places else ()


def words(pages: Sequence[int], starts: int, ends: int) -> str | None:
    """The page of a passage, counted from 1, or its first and last (`3–4`); None where there are no pages."""
    first = bisect_right(pages, starts)
    last = max(first, bisect_left(pages, ends))
    if not last:
        return None
    return str(last) if first in (0, last) else f"{first}–{last}"


def is_one_of(pages: Sequence[int], page: str) -> bool:
    """Whether a page, or two, as a citation names them are counted from 1, as they are here."""
    numbers = page.split("–")
    return len(numbers) < 3 and all(number.isdecimal() and 0 < int(number) <= len(pages) for number in numbers)


def moved(pages: Sequence[int], old: str, new: str) -> tuple[int, ...]:
    """Where the pages of a text begin after it was corrected, in one place or in several.

    None do where that cannot be known: a page began within much that was replaced, or less than half of the text
    stayed. Where one began within a few words that were replaced, it begins as far from their end.
    """
    corrections = _corrections(old, new)
    if 2 * sum(one.ends - one.starts for one in corrections) > len(old):
        return ()
    found: list[int] = []
    at = shift = 0
    for place in pages:
        while at < len(corrections) and corrections[at].ends <= place and corrections[at].starts < place:
            shift = corrections[at].new_ends - corrections[at].ends
            at += 1
        if at == len(corrections) or place <= corrections[at].starts:
            found.append(place + shift)
        elif (within := _within(corrections[at], place, new)) is not None:
            found.append(within)
        else:
            return ()
    return tuple(found)


class _Correction(NamedTuple):
    """A stretch of a text that was replaced, and what it was replaced by."""

    starts: int
    ends: int
    new_starts: int
    new_ends: int


def _corrections(old: str, new: str) -> list[_Correction]:
    """What was corrected in a text, in order."""
    first = shared(old, new)
    same = min(shared(old[::-1], new[::-1]), min(len(old), len(new)) - first)
    found: list[_Correction] = []
    one = _Correction(first, first, first, first)
    for kind, text in (*diff(old[first : len(old) - same], new[first : len(new) - same]), Segment("same", "")):
        if kind == "gone":
            one = one._replace(ends=one.ends + len(text))
        elif kind == "new":
            one = one._replace(new_ends=one.new_ends + len(text))
        else:
            found += [one] if one.ends > one.starts or one.new_ends > one.new_starts else []
            starts, new_starts = one.ends + len(text), one.new_ends + len(text)
            one = _Correction(starts, starts, new_starts, new_starts)
    return found


def _within(one: _Correction, place: int, new: str) -> int | None:
    """Where a page begins that began within what was replaced; None where that was much."""
    if one.new_starts == one.new_ends:
        return one.new_starts
    if max(one.ends - one.starts, one.new_ends - one.new_starts) > FEW:
        return None
    at = max(one.new_starts, one.new_ends - (one.ends - place))
    while at > one.new_starts and new[at].isalnum() and new[at - 1].isalnum():
        at -= 1
    return at
