"""Partial dates: ISO 8601 text of a year, a month or a day (`2018`, `2018-06`, `2018-06-28`), sorting as it stands."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from db.errors import BadValue

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
OLDEST = 1000  # the first year: one below is a slip, such as 0018 for 2018
_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)

_HOW = "write 2018, 2018-06, 16 March 2018 or 16.03.2018"
_SIGN = r"\s?([-./])\s?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})(?:{_SIGN}(\d{{1,2}})(?:\s?\2\s?(\d{{1,2}}))?)?", re.ASCII)
_MONTH_YEAR = re.compile(rf"(\d{{1,2}}){_SIGN}(\d{{4}})", re.ASCII)
_YEAR_LAST = re.compile(rf"(\d{{1,2}}){_SIGN}(\d{{1,2}})\s?\2\s?(\d{{4}})", re.ASCII)
_SHORT_YEAR = re.compile(rf"\d{{1,2}}{_SIGN}\d{{1,2}}\s?\1\s?\d{{2}}", re.ASCII)
_PIECE = re.compile(r"(\d+)(?:st|nd|rd|th)?|([a-z]+)", re.ASCII)
_BETWEEN = re.compile(r"[\s,.-]+", re.ASCII)
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")


def parts(text: str) -> tuple[int, int | None, int | None]:
    """Year, month and day of a partial date; BadValue when it is none."""
    found = _split(text)
    if not found:
        raise BadValue(f"“{text[:40]}” is not a date: write 2018, 2018-06 or 2018-06-28.")
    _check_calendar(*found, text)
    return found


def _check_calendar(year: int, month: int | None, day: int | None, shown: str) -> None:
    if 0 < year < OLDEST:
        raise BadValue(
            f"“{shown}” is in the year {year}: years before {OLDEST} are not kept. Write it in full, as in 2018."
        )
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise BadValue(f"“{shown}” is not in the calendar.") from None


def _split(text: str) -> tuple[int, int | None, int | None] | None:
    """The numbers of a partial date, in the calendar or not; None when it has not the shape of one."""
    found = _SHAPE.fullmatch(text)
    if not found:
        return None
    year, month, day = found.groups()
    return int(year), int(month) if month else None, int(day) if day else None


def read(text: str) -> str:
    """A date as people type it, in ISO 8601: from `March 2018`, `16 Mar. 2018`, `March 16, 2018`, `16.03.2018`.

    BadValue when it is none, or when it can be two days, as `03/04/2018` can: then the sentence asks which is meant.
    """
    text = text.strip()
    shown, plain = text[:40], " ".join(_plain(text[:41]).split())
    found = (_read_numbers(plain, shown) or _read_month(plain)) if len(text) <= len(shown) else None
    if not found:
        if _SHORT_YEAR.fullmatch(plain):
            raise BadValue(f"“{shown}” has a year of two digits: write it with all four.")
        raise BadValue(f"“{shown}” is not a date: {_HOW}." if shown else f"A date is missing: {_HOW}.")
    year, month, day = found
    _check_calendar(year, month, day, shown)
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)])


def _plain(text: str) -> str:
    """The text in small letters, its digits and dashes of any script as ASCII has them."""
    digits = (str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in text.casefold())
    return "".join(digits).translate(_DASHES)


def _read_numbers(plain: str, shown: str) -> tuple[int, int | None, int | None] | None:
    """Year, month and day of a date in numbers; None when it is none."""
    if found := _YEAR_FIRST.fullmatch(plain):
        year, _, month, day = found.groups()
        return int(year), int(month) if month else None, int(day) if day else None
    if found := _MONTH_YEAR.fullmatch(plain):
        return int(found[3]), int(found[1]), None
    if found := _YEAR_LAST.fullmatch(plain):
        one, sign, other, year = int(found[1]), found[2], int(found[3]), int(found[4])
        return year, *_month_and_day(one, other, year, None if sign == "." else shown)
    return None


def _month_and_day(one: int, other: int, year: int, shown: str | None) -> tuple[int, int]:
    """The month and the day of two numbers before a year: the day first where dots stand (`shown` is None)."""
    if shown is None or one > 12 or one == other:
        return other, one
    if other > 12:
        return one, other
    first, second = (f"{day} {MONTHS[month - 1]} {year:04}" for day, month in ((one, other), (other, one)))
    raise BadValue(f"“{shown}” can be two days: write {first} or {second}.")


def _read_month(plain: str) -> tuple[int, int | None, int | None] | None:
    """Year, month and day of a date with the name of its month, in any order; None when it is none."""
    years: list[int] = []
    months: list[int] = []
    days: list[int] = []
    for piece in filter(None, _BETWEEN.split(plain)):
        found = _PIECE.fullmatch(piece)
        if not found:
            return None
        number, name = found.groups()
        if number:
            (years if len(number) == 4 else days).append(int(number))
        elif month := _month(name):
            months.append(month)
        elif name != "of":
            return None
    if len(years) != 1 or len(months) != 1 or len(days) > 1 or (days and days[0] > 99):
        return None
    return years[0], months[0], days[0] if days else None


def _month(name: str) -> int | None:
    """The number of a month by its name or the first three or more letters of it."""
    found = [number for number, month in enumerate(MONTHS, 1) if len(name) > 2 and month.lower().startswith(name)]
    return found[0] if found else None


def check_span(starts: str | None, ends: str | None) -> None:
    """Refuse an end before its start; either may be unknown."""
    for text in (starts, ends):
        if text is not None:
            parts(text)
    if starts and ends and ends[: len(starts)] < starts[: len(ends)]:
        raise BadValue(f"The end, {words(ends)}, is before the start, {words(starts)}.")


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


def last_day_key(text: str) -> int:
    """The last day that a partial date may mean, as a number like that of `day_key`: `20180631` for June 2018."""
    year, month, day = _split(text) or (0, 0, 0)
    return year * 10000 + (month or 12) * 100 + (day or 31)


def day_key(text: str | None) -> int:
    """A partial date as a number that sorts as the dates do: `20180600` for June 2018, 0 when not known."""
    year, month, day = (text and _split(text)) or (0, 0, 0)
    return year * 10000 + (month or 0) * 100 + (day or 0)
