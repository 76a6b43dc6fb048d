"""The pages of a source whose original has pages: which one a place of its text is on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from json import loads
from typing import Any, cast


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
