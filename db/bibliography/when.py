"""Dates as files of references write them: partial ones, spans, and those that are not sure."""

from __future__ import annotations

import re
from typing import NamedTuple

from db import dates
from db.errors import BadValue

_UNSURE = re.compile(r"^(?:c\.|ca\.?|circa|about|around|~|\[)\s*|\s*[?~%\]]+$", re.IGNORECASE)
_DAY_AND_HOUR = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:.*", re.ASCII)
_RIS = re.compile(r"(\d{4})/(\d{0,2})/(\d{0,2})(?:/(.*))?", re.ASCII | re.DOTALL)
_SPAN = re.compile(r"\s*(?:/|--|–|—|\s-\s|\sto\s)\s*")
_DAYS_OF_MONTH = re.compile(r"(\d{1,2})\s?[-–]\s?\d{1,2}(\s+\D+\s+\d{4})", re.ASCII)


class When(NamedTuple):
    """The date, or the first of a span, in ISO 8601; whether it is sure; and whether the text says more than that."""

    date: str
    sure: bool
    more: bool


def read(text: str) -> When | None:
    """A date in any of the ways of RIS, BibTeX, EDTF and people; None when it is none."""
    plain = _UNSURE.sub("", _UNSURE.sub("", text.strip()))
    sure = plain == text.strip()
    if found := _RIS.fullmatch(plain):
        return _parts(found, sure)
    if found := _DAY_AND_HOUR.fullmatch(plain):
        plain = found[1]
    if date := _one(plain):
        return When(date, sure, False)
    if found := _DAYS_OF_MONTH.fullmatch(plain):
        date = _one(found[1] + found[2])
    else:
        date = _one(_SPAN.split(plain, maxsplit=1)[0])
    return When(date, sure, True) if date else None


def _parts(found: re.Match[str], sure: bool) -> When | None:
    """The date of RIS: year, month, day and anything else, parted by strokes, most of them often left out."""
    year, month, day, other = found.groups()
    date = _one("-".join(part.zfill(2) for part in (year, month, day if month else "") if part))
    return When(date, sure, bool(other)) if date else None


def _one(text: str) -> str | None:
    try:
        return dates.read(text)
    except BadValue:
        return None
