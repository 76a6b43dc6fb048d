"""The pages of a source whose original has pages: which one a place of its text is on, also once that is corrected."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from json import loads
from typing import Any, cast

from db.anchors import shared


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


def moved(pages: Sequence[int], old: str, new: str) -> tuple[int, ...]:
    """Where the pages of a text begin after a stretch of it was changed.

    None do where that cannot be known: a page began within what was replaced, or less than half of the text stayed.
    """
    before = shared(old, new)
    after = min(shared(old[::-1], new[::-1]), min(len(old), len(new)) - before)
    if 2 * (before + after) < len(old):
        return ()
    last, put_in = len(old) - after, len(new) - after - before
    if put_in and any(before < place < last for place in pages):
        return ()
    shift = len(new) - len(old)
    return tuple(min(place, before) if place <= before or place < last else place + shift for place in pages)
