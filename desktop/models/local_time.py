"""Times of the history, which are kept in UTC, as the clock on the wall shows them."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, datetime
from typing import NamedTuple

from db import dates


class When(NamedTuple):
    """A day as people write it, and the time of day; empty where only the day is known."""

    day: str
    time: str

    def __str__(self) -> str:
        return f"{self.day}, {self.time}" if self.time else self.day


DAY = len("2018-06-28")


def when(made_at: str, *, day_only: bool = False) -> When:
    """A stored time (ISO 8601, UTC) in local time; what is no time, as it stands.

    With `day_only` the day is that which is stored: what came with a library has a day but no hour.
    """
    if day_only:
        return When(dates.words(made_at[:DAY]), "")
    try:
        if len(made_at) > DAY:
            local = datetime.fromisoformat(made_at).astimezone()
            return When(dates.words(local.date().isoformat()), f"{local:%H:%M}")
    except (ValueError, OverflowError, OSError):
        return When(made_at, "")
    return When(dates.words(made_at), "")


def end_of(date: str) -> str:
    """The last second of a partial date in local time, as it is stored: ISO 8601 in UTC."""
    year, month, day = dates.parts(date)
    month = month or 12
    local = datetime(year, month, day or monthrange(year, month)[1], 23, 59, 59).astimezone()
    return local.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
