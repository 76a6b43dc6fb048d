"""A record as a list to work with shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from db import values
from db.references import Record


class Link(NamedTuple):
    """Words of a row that lead to what they count or rest on.

    `target` is a page and what is to be shown on it, parted by a blank: `participants of:party:UID`, `source row:12`,
    `source uses:UID`; or a search of quotes, `parley:search?q=…`. Words without one lead nowhere.
    """

    words: str
    target: str


class RecordLine(NamedTuple):
    """A row: `lead` stands before the title (an act, a role), `level` is its depth in a tree.

    `tags` are the colours of its tags, empty for one without colour. A row without a record adds one: `add` has its
    kind and what is known of it, as arguments of the verbs. `tail` stands at the end of the second line. `words` are
    further ones to find it by, `facets` what filters narrow to (`type:news`), `meeting` is the uid of that to which it
    belongs where it stands in a list of all. The words of `links` stand in the detail, in their order, or in the tail.
    `of` are the records to which it belongs beside its meeting (`party:UID`): a list may show those of one alone.
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
    links: tuple[Link, ...] = ()
    of: frozenset[str] = frozenset()


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


PASSAGES = """
    (SELECT count(DISTINCT c.source_id) FROM citations c
      WHERE c.record_kind = '{kind}' AND c.record_uid = {t}.uid AND c.basis = 'seen' AND c.source_id IS NOT NULL),
    (SELECT c.id FROM citations c
      WHERE c.record_kind = '{kind}' AND c.record_uid = {t}.uid AND c.basis = 'seen' AND c.source_id IS NOT NULL
      ORDER BY c.relation <> 'states', c.starts IS NULL, c.id LIMIT 1)
"""
"""SQL: in how many sources a row of table `t` was seen, and the citation that shows its first passage."""


def passages(kind: str, table: str) -> str:
    """SQL for the number of sources in which rows of a table were seen, and for the citation to be shown of each."""
    return PASSAGES.format(kind=kind, t=table)


def seen(sources: int, cite: int | None, target: str = "row") -> tuple[str, tuple[Link, ...]]:
    """The tail of a row, which leads to its first passage, from what the SQL of `passages` gave.

    From there one goes on to the others of the whole row; with `cite` as the target to those of the same field.
    """
    words = values.count(sources, "source", "sources") if sources else ""
    return words, (Link(words, f"source {target}:{cite}"),) if cite else ()


def word(words: Mapping[str, str], stored: str) -> str:
    """A word of a vocabulary as people read it; one that only a file altered by other programs holds, as it is."""
    return words.get(stored, stored)


def joined(parts: Sequence[object]) -> str:
    """What is known, side by side."""
    return " · ".join(str(part) for part in parts if part)
