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
    found = _split(text)
    if not found:
        raise BadValue(f"“{text[:40]}” is not a date: write 2018, 2018-06 or 2018-06-28.")
    year, month, day = found
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise BadValue(f"“{text}” is not in the calendar.") from None
    return found


def _split(text: str) -> tuple[int, int | None, int | None] | None:
    """The numbers of a partial date, in the calendar or not; None when it has not the shape of one."""
    found = _SHAPE.fullmatch(text)
    if not found:
        return None
    year, month, day = found.groups()
    return int(year), int(month) if month else None, int(day) if day else None


def check_span(starts: str | None, ends: str | None) -> None:
    """Refuse an end before its start; either may be unknown."""
    for text in (starts, ends):
        if text is not None:
            parts(text)
    if starts and ends and ends[: len(starts)] < starts[: len(ends)]:
        raise BadValue(f"The end ({ends}) is before the start ({starts}).")


def words(text: str | None) -> str:
    """A partial date as people write it: `28 June 2018`, `June 2018`, `2018`, `date not known`.

    A file altered by another program may hold a date that is not in the calendar: it is shown as it stands.
    """
    if not text:
        return "date not known"
    year, month, day = _split(text) or (None, None, None)
    if year is None or month not in (None, *range(1, 13)):
        return text
    return " ".join(str(part) for part in (day, month and MONTHS[month - 1], f"{year:04}") if part)


def span(starts: str | None, ends: str | None) -> str:
    """Two partial dates as one: `3–4 May 2017`, `30 January – 2 February 2018`, `June 2018`."""
    if not starts or not ends or starts == ends:
        return words(starts or ends)
    if starts[:4] != ends[:4]:
        return f"{words(starts)} – {words(ends)}"
    if starts[:7] != ends[:7]:
        return f"{words(starts).removesuffix(f' {starts[:4]}')} – {words(ends)}"
    same = (_split(starts) or (0, None, None))[2], (_split(ends) or (0, None, None))[2]
    return f"{same[0]}–{words(ends)}" if all(same) else words(starts)


def day_key(text: str | None) -> int:
    """A partial date as a number that sorts as the dates do: `20180600` for June 2018, 0 when not known."""
    year, month, day = (text and _split(text)) or (0, 0, 0)
    return year * 10000 + (month or 0) * 100 + (day or 0)
