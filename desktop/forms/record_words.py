"""Kinds of records as headings."""

from __future__ import annotations

_ONE = {"participation": "Participant", "alias": "Spelling"}
_MANY = {"party": "parties", "person": "people", "alias": "spellings", "participation": "participants"}


def kind_word(kind: str, *, new: bool) -> str:
    """One record of a kind: `Participant`, `New outcome`."""
    word = _ONE.get(kind, kind.capitalize())
    return f"New {word.lower()}" if new else word


def kinds_word(number: int, kind: str) -> str:
    """Several records of a kind: `12 outcomes`."""
    return f"{number:,} {_MANY.get(kind, f'{kind}s')}"
