"""Partial dates: ISO 8601 text of a year, a month or a day (`2018`, `2018-06`, `2018-06-28`), sorting as it stands."""

from __future__ import annotations

import re
from datetime import date

from db.errors import BadValue

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def parts(text: str) -> tuple[int, int | None, int | None]:
    """Year, month and day of a partial date; BadValue when it is none."""
    found = _SHAPE.fullmatch(text)
    if not found:
        raise BadValue(f"“{text[:40]}” is not a date: write 2018, 2018-06 or 2018-06-28.")
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        date(year or 0, month or 1, day or 1)
    except ValueError:
        raise BadValue(f"“{text}” is not in the calendar.") from None
    return year or 0, month, day


def check_span(starts: str | None, ends: str | None) -> None:
    """Refuse an end before its start; either may be unknown."""
    for text in (starts, ends):
        if text is not None:
            parts(text)
    if starts and ends and ends[: len(starts)] < starts[: len(ends)]:
        raise BadValue(f"The end ({ends}) is before the start ({starts}).")


def words(text: str | None) -> str:
    """A partial date as people write it: `28 June 2018`, `June 2018`, `2018`, `date not known`."""
    if not text:
        return "date not known"
    year, month, day = parts(text)
    return " ".join(str(part) for part in (day, month and MONTHS[month - 1], year) if part)


def span(starts: str | None, ends: str | None) -> str:
    """Two partial dates as one: `3–4 May 2017`, `30 January – 2 February 2018`, `June 2018`."""
    if not starts or not ends or starts == ends:
        return words(starts or ends)
    (year, month, day), (to_year, to_month, to_day) = parts(starts), parts(ends)
    if year != to_year:
        return f"{words(starts)} – {words(ends)}"
    if month != to_month:
        return f"{words(starts).removesuffix(f' {year}')} – {words(ends)}"
    return f"{day}–{words(ends)}" if day and to_day else words(starts)


def day_key(text: str | None) -> int:
    """A partial date as a number that sorts as the dates do: `20180600` for June 2018, 0 when not known."""
    if not text:
        return 0
    year, month, day = parts(text)
    return year * 10000 + (month or 0) * 100 + (day or 0)
