"""Where a passage stands in the full text of a source."""

from __future__ import annotations

from db.citations import passage
from db.errors import BadValue
from db.values import Value


def locate(text: str, exact: str, nth: int | None = None) -> dict[str, Value]:
    """The columns of a passage; BadValue when it is not there verbatim, or at more places and no `nth`."""
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
    return {"starts": starts, "ends": ends, **passage(text, starts, ends)}


def _places(text: str, exact: str) -> list[int]:
    """Each place at which the passage begins."""
    places: list[int] = []
    at = text.find(exact)
    while at >= 0:
        places.append(at)
        at = text.find(exact, at + 1)
    return places
