"""Kinds of records as headings, and the sources of a record as lines."""

from __future__ import annotations

from db.record_form import FormCite
from db.vocabulary import RELATIONS, field_label
from desktop.models.passage_marks import CHANGED

_ONE = {"participation": "Participant", "alias": "Spelling"}
_MANY = {"party": "parties", "person": "people", "alias": "spellings", "participation": "participants"}


def kind_word(kind: str, *, new: bool) -> str:
    """One record of a kind: `Participant`, `New outcome`."""
    word = _ONE.get(kind, kind.capitalize())
    return f"New {word.lower()}" if new else word


def kinds_word(number: int, kind: str) -> str:
    """Several records of a kind: `12 outcomes`."""
    return f"{number:,} {_MANY.get(kind, f'{kind}s')}"


def cite_line(number: int, cite: FormCite, kind: str) -> str:
    """A source in a line: its number, for which field it is, and what it is called."""
    field = field_label(kind, cite.field) if cite.field and kind != "citation" else ""
    called = ": ".join(part for part in (field, cite.source or "recalled, not checked") if part)
    return f"{number}{'!' if cite.then else ''}   {called}"


def cite_tip(cite: FormCite) -> str:
    """What a source says: its title, the passage, or the words noted down."""
    relation = "" if cite.relation == "states" else f"{RELATIONS[cite.relation].capitalize()}: "
    lines = [f"{relation}{cite.source or 'recalled, not checked'}", cite.exact and f"“{cite.exact}”"]
    lines.append(cite.as_worded and f"In its words: {cite.as_worded}")
    lines.append(cite.then and CHANGED.format(then=cite.then))
    return "\n".join(line for line in lines if line)
