"""What bringing references in would do: which are there already, which twice, and which cannot be brought in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from db import folding, web_addresses
from db.bibliography.reference import Reference
from db.cancel import Cancel
from db.errors import BadValue
from db.sources import SourceValues
from db.values import count, quoted

if TYPE_CHECKING:
    from db.library import Library

_SOURCES = "SELECT uid, title, url, authors, published FROM sources"


class Planned(NamedTuple):
    """A reference and what is to become of it: `wanted` unless it cannot be a source, or is there already.

    `source` is the uid of the source of the library that it is, None when there is none yet; `told` are its problems,
    in sentences.
    """

    reference: Reference
    wanted: bool
    source: str | None
    told: tuple[str, ...]


def plan(library: Library, references: Iterable[Reference], cancel: Cancel) -> list[Planned]:
    """What would become of each reference, in their order."""
    with library.reading(cancel) as conn:
        sources = [
            (uid, title, _marks(SourceValues(title=title, url=url, authors=authors, published=published)))
            for uid, title, url, authors, published in conn.execute(_SOURCES)
        ]
    known = {mark: (uid, title) for uid, title, marks in reversed(sources) for mark in marks}
    before: dict[str, Reference] = {}
    found: list[Planned] = []
    for reference in references:
        cancel.check()
        if reference.values is None:
            found.append(Planned(reference, False, None, reference.problems))
            continue
        marks = _marks(reference.values)
        there = next((known[mark] for mark in marks if mark in known), None)
        twin = next((before[mark] for mark in marks if mark in before), None)
        told = list(reference.problems)
        if there:
            told.append(f"It is in the library already, as {quoted(there[1])}.")
        elif twin:
            told.append(f"It is the same as {quoted(twin.title)} above ({_where(twin)}).")
        for mark in marks:
            before.setdefault(mark, reference)
        found.append(Planned(reference, not there and not twin, there and there[0], tuple(told)))
    return found


def bring_in(library: Library, references: Sequence[Reference]) -> list[str]:
    """Add references as sources, as one step: all of them, or none and the reason in words; their uids."""
    if not references:
        return []
    with library.revise(f"Import {count(len(references), 'reference', 'references')}"):
        return [_add(library, reference) for reference in references]


def _add(library: Library, reference: Reference) -> str:
    if reference.values is None:
        raise BadValue(f"{_where(reference)}: {reference.problems[0]}")
    try:
        return library.sources.add(**reference.values)
    except BadValue as error:
        raise BadValue(f"{quoted(reference.title)} ({_where(reference)}): {error}", error.field) from error


def _where(reference: Reference) -> str:
    return f"{reference.file}, {reference.place}"


def _marks(values: SourceValues) -> list[str]:
    """By what a source is known again: its address, and its title with its date and authors."""
    found: list[str] = []
    if url := values.get("url"):
        found.append(f"at {web_addresses.bare(url)}")
    title, authors = (folding.bare(str(values.get(name) or "")) for name in ("title", "authors"))
    words = " ".join(title.split())
    if words:
        found.append(f"called {words} by {' '.join(authors.split())} on {values.get('published') or ''}")
    return found
