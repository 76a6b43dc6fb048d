"""The fields that count as values for which a reader would want a source; why these, see db/coverage.py."""

from __future__ import annotations

from typing import NamedTuple

from db import dates
from db.vocabulary import ACTS, ATTENDANCE, HELD, ROLE


class Counted(NamedTuple):
    """A field that counts as a value: where it says anything, whether it is only a plan (SQL), and what else it cites.

    `also` is another field of the record on whose citations it rests where neither it nor the record has any.
    """

    kind: str
    field: str
    where: str = "1"
    plan: str = "0"
    also: str = ""


_CITED = "EXISTS (SELECT 1 FROM citations WHERE record_kind = 'meeting' AND record_uid = t.uid AND field = 'summary')"
COUNTED = (
    Counted("meeting", "number"),
    Counted("meeting", "starts"),
    Counted("meeting", "ends"),
    Counted("meeting", "city"),
    Counted("meeting", "country", "t.city IS NULL"),
    Counted("meeting", "venue"),
    Counted("meeting", "held", "t.held <> 'held'", "t.held = 'planned'"),
    Counted("meeting", "summary", _CITED),
    Counted("event", "number"),
    Counted("event", "happened"),
    Counted("event", "place"),
    Counted("event", "note"),
    Counted("participation", "attendance", plan="t.attendance = 'announced'"),
    Counted("participation", "role", "t.role <> 'participant'"),
    Counted("participation", "head_id"),
    Counted("participation", "head_title"),
    Counted("participation", "note"),
    Counted("outcome", "act"),
    Counted("outcome", "act_as_worded"),
    Counted("outcome", "actor"),
    Counted("outcome", "text"),
    Counted("outcome", "note"),
    Counted("quote", "text"),
    Counted("quote", "speaker_id", also="text"),
    Counted("quote", "speaker_title"),
    Counted("quote", "said_on"),
)
"""All that counts. Within the file of a library nothing depends on the order, which is that of display."""

KINDS = tuple(dict.fromkeys(counted.kind for counted in COUNTED))

_WORDS = {"attendance": ATTENDANCE, "role": ROLE, "act": ACTS, "held": HELD}
_DATES = ("starts", "ends", "happened", "said_on")


def told(field: str, value: str) -> str:
    """A value as people read it."""
    return dates.words(value) if field in _DATES else _WORDS.get(field, {}).get(value, value)
