"""Copies of records: a record's own fields, with its topics and tags, on the same record and in the same meeting."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Any

from db import anchoring, record_values
from db.records import new_uid
from db.references import Record
from db.values import Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.library import Library

_RENAMED = {
    "meeting": ("title",), "event": ("title",), "topic": ("name", "label"), "tag": ("name",), "alias": ("form",),
    "search": ("name",),
}  # fmt: skip
"""The fields of a copy that may not be the same as in the original, or should not."""

_NOT_COPIED = ("number", "adopted", "author", "made_at")
_ON_ANOTHER = ("note", "reading", "citation")
_BARE = ("meeting", "event")
"""Kinds of which a copy begins something new: it has the fields alone, and no tags."""

_COPY = re.compile(r" \(copy(?: \d+)?\)$")


def make(library: Library, records: Sequence[Record]) -> list[Record]:
    """Copy records, inside the caller's revision; what has an order stands right after its original."""
    copies = [_copy(library, record) for record in records]
    for noun in (library.outcomes, library.quotes):
        pairs = [
            (record.uid, copy.uid) for record, copy in zip(records, copies, strict=True) if record.kind == noun.kind
        ]
        if pairs:
            noun.stand_after(pairs)
    return copies


def _copy(library: Library, record: Record) -> Record:
    if record.kind == "citation":
        copy = _copy_citation(library, record)
        _copy_sets(library, record, copy)
        return copy
    found = _values(library, record)
    on = Record(str(found.pop("record_kind")), str(found.pop("record_uid"))) if record.kind in _ON_ANOTHER else None
    passage = _own_passage(library, record, found)
    for field in _RENAMED.get(record.kind, ()):
        found[field] = _free_name(library, library.noun(record.kind).table, field, str(found[field]))
    copy = Record(record.kind, new_uid())
    _add(library, copy, on, found)
    if passage:
        own = _copy_citation(library, Record("citation", passage), copy)
        library.notes.edit(copy.uid, citation=own.uid)
    if record.kind not in _BARE:
        _copy_sets(library, record, copy)
    return copy


def _values(library: Library, record: Record) -> dict[str, Value]:
    """What a copy of a record begins with."""
    with library.reading() as conn:
        found = record_values.values_of(conn, library.noun(record.kind), record.uid)
    return {name: value for name, value in found.items() if value is not None and name not in _NOT_COPIED}


def _add(library: Library, copy: Record, on: Record | None, found: dict[str, Value]) -> None:
    noun: Any = library.noun(copy.kind)
    if on:
        noun.add(on, uid=copy.uid, **found)
    else:
        noun.add(uid=copy.uid, **found)


def _own_passage(library: Library, record: Record, found: dict[str, Value]) -> str | None:
    """The citation that belongs to a note itself, taken out of its values: its copy needs one of its own."""
    passage = found.get("citation") if record.kind == "note" else None
    if passage is None:
        return None
    cited = library.citations.get(str(passage))
    if (cited.record_kind, cited.record_uid) != record:
        return None
    del found["citation"]
    return cited.uid


def _copy_citation(library: Library, record: Record, on: Record | None = None) -> Record:
    """A copy of a citation, on another record where one is given; words that stand at no known place go with it."""
    found = _values(library, record)
    given = Record(str(found.pop("record_kind")), str(found.pop("record_uid")))
    copy = Record("citation", new_uid())
    words = {name: found.pop(name, None) for name in ("exact", "prefix", "suffix")}
    _add(library, copy, on or given, found)
    if words["exact"] is not None and "starts" not in found:
        with library.revise("Duplicate citation") as db:
            anchoring.copy_words(db.conn, record.uid, copy.uid)
    return copy


def _copy_sets(library: Library, record: Record, copy: Record) -> None:
    with library.reading() as conn:
        topics, tags = (record_values.set_of(conn, name, record) for name in ("topics", "tags"))
    if topics:
        library.outcomes.put_under(copy.uid, *topics)
    for tag in tags:
        library.tags.put(tag, copy)


def _free_name(library: Library, table: str, field: str, name: str) -> str:
    """A name for a copy that no record has yet: `Hotline (copy)`, `Hotline (copy 2)`, …"""
    name = _COPY.sub("", name)
    copies = (f"{name} (copy)" if number == 1 else f"{name} (copy {number})" for number in count(1))
    with library.reading() as conn:
        return next(
            copy for copy in copies if not conn.execute(f"SELECT 1 FROM {table} WHERE {field} = ?", [copy]).fetchone()
        )
