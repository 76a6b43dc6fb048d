"""Values of fields as people read them: words of a vocabulary by their labels, dates written out."""

from __future__ import annotations

from db import dates, vocabulary
from db.values import Value
from desktop.models.local_time import when

_WORDS = {
    "attendance": vocabulary.ATTENDANCE, "role": vocabulary.ROLE, "act": vocabulary.ACTS, "held": vocabulary.HELD,
    "relation": vocabulary.RELATIONS, "basis": vocabulary.BASES, "published_basis": vocabulary.DATE_BASES,
    "adopted": {"1": "yes", "0": "no"}, "type": vocabulary.SOURCE_TYPES, "anchor": vocabulary.ANCHORS,
}  # fmt: skip
_WORDS_OF = {
    ("meeting", "kind"): vocabulary.MEETING_KINDS, ("event", "kind"): vocabulary.EVENT_KINDS,
    ("party", "kind"): vocabulary.PARTY_KINDS, ("quote", "form"): vocabulary.FORMS,
}  # fmt: skip
_DATES = ("starts", "ends", "happened", "said_on", "published", "accessed")


def in_words(kind: str, field: str, value: Value) -> str | None:
    """A value of a kind of record as people read it; None where it is not known."""
    if value is None:
        return None
    if field == "made_at":
        return str(when(str(value)))
    words = _WORDS_OF.get((kind, field)) or _WORDS.get(field, {})
    if field in _DATES and kind != "citation":
        return dates.words(str(value))
    return words.get(str(value), str(value))
