"""A record as a list to work with shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from db.references import Record


class RecordLine(NamedTuple):
    """A row: `lead` stands before the title (an act, a role), `level` is its depth in a tree.

    `tags` are the colours of its tags, empty for one without colour. A row without a record adds one: `add` has its
    kind and what is known of it, as arguments of the verbs. `tail` stands at the end of the second line. `words` are
    further ones to find it by, `facets` what filters narrow to (`type:news`), `meeting` is the uid of that to which it
    belongs where it stands in a list of all.
    """

    record: Record | None
    section: str
    level: int
    lead: str
    title: str
    detail: str
    notes: int = 0
    tags: tuple[str, ...] = ()
    add: tuple[str, dict[str, Any]] | None = None
    tail: str = ""
    words: str = ""
    facets: frozenset[str] = frozenset()
    meeting: str = ""


MARKS = (
    "(SELECT count(*) FROM notes x WHERE x.record_kind = '{kind}' AND x.record_uid = {t}.uid), "
    "(SELECT group_concat(coalesce(g.colour, ''), ' ') FROM taggings i JOIN tags g ON g.id = i.tag_id "
    "WHERE i.record_kind = '{kind}' AND i.record_uid = {t}.uid)"
)
"""SQL: how many notes stand on a row of table `t`, and the colours of its tags parted by blanks."""


def marks(kind: str, table: str) -> str:
    """SQL for the number of notes on rows of a table and the colours of their tags."""
    return MARKS.format(kind=kind, t=table)


def colours(found: str | None) -> tuple[str, ...]:
    """The colours that the SQL of `marks` gave."""
    return () if found is None else tuple(found.split(" "))


def word(words: Mapping[str, str], stored: str) -> str:
    """A word of a vocabulary as people read it; one that only a file altered by other programs holds, as it is."""
    return words.get(stored, stored)


def joined(parts: Sequence[object]) -> str:
    """What is known, side by side."""
    return " · ".join(str(part) for part in parts if part)
