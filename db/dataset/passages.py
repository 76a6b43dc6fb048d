"""Where a passage stands in the full text of a source."""

from __future__ import annotations

from typing import NamedTuple

from db.errors import BadValue

AROUND = 32  # characters kept before and after a passage, by which it is found again in a changed text


class Passage(NamedTuple):
    """A passage with its offsets in Unicode code points and what surrounds it."""

    starts: int
    ends: int
    exact: str
    prefix: str
    suffix: str


def locate(text: str, exact: str, nth: int | None = None) -> Passage:
    """The passage as it stands in the text; BadValue when it is not there verbatim, or at more places and no `nth`."""
    places = _places(text, exact)
    shown = exact if len(exact) <= 60 else f"{exact[:57]}…"
    if not places:
        raise BadValue(f"“{shown}” does not stand verbatim in the source")
    if nth is None and len(places) > 1:
        raise BadValue(f"“{shown}” stands {len(places)} times in the source: say which by nth")
    if nth is not None and nth > len(places):
        raise BadValue(f"“{shown}” stands only {len(places)} times in the source, not {nth}")
    starts = places[(nth or 1) - 1]
    ends = starts + len(exact)
    return Passage(starts, ends, exact, text[max(0, starts - AROUND) : starts], text[ends : ends + AROUND])


def _places(text: str, exact: str) -> list[int]:
    """Each place at which the passage begins."""
    places: list[int] = []
    at = text.find(exact)
    while at >= 0:
        places.append(at)
        at = text.find(exact, at + 1)
    return places
