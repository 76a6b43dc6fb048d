"""What a form of one record shows, and how what was typed in it is stored: one revision for one sitting at a field."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from db import new_names, record_titles, values
from db.cancel import Cancel
from db.errors import ChangedMeanwhile
from db.new_names import New
from db.notes import Note
from db.references import KINDS, Record
from db.values import Value
from db.vocabulary import field_label

if TYPE_CHECKING:
    from db.library import Library

LISTED = ("topics", "tags", "spellings")
"""Fields of a form that are rows of their own: topics of an outcome, tags on any record, spellings of a name."""

_ON = ("note", "reading", "citation")
"""Kinds whose records stand on another, named by `record` when they are added."""


class FormContent(NamedTuple):
    """All that a form shows; `values` are arguments of the verbs, other records by uid, their names in `names`.

    `title` is what people know the record by, `place` what it stands on or belongs to.
    """

    record: Record
    title: str
    values: dict[str, Any]
    names: dict[tuple[str, str], str]
    notes: list[Note]
    place: Record | None
    place_title: str


def read(library: Library, record: Record, cancel: Cancel) -> FormContent:
    """What the form of a record shows; Gone when it is no longer in the library."""
    noun = library.noun(record.kind)
    with library.reading(cancel) as conn:
        row = noun.get(record.uid)._asdict()
        names: dict[tuple[str, str], str] = {}
        found = {name: value for name, value in row.items() if name not in ("id", "uid") and not name.endswith("_id")}
        for argument, table in noun.refers.items():
            found[argument] = _uid_of(conn, table, row[f"{argument}_id"], names)
        found |= _listed(library, record, names)
        if record.kind == "source":
            found["text"] = library.sources.text(record.uid)
        place = _place(found)
        return FormContent(
            record,
            title_of(conn, record) or "",
            found,
            names,
            library.notes.of(record),
            place,
            (title_of(conn, place) or "") if place else "",
        )


def title_of(conn: sqlite3.Connection, record: Record) -> str | None:
    """What people know a record by; None when it is not there."""
    found = record_titles.named(conn, {record}).get(record)
    return found and found.title


def _uid_of(conn: sqlite3.Connection, table: str, key: int | None, names: dict[tuple[str, str], str]) -> str | None:
    """The uid of a row, whose name is noted."""
    if key is None:
        return None
    row = conn.execute(f"SELECT uid FROM {table} WHERE id = ?", [key]).fetchone()
    if row is None:
        return None
    kind = KINDS[table]
    names[kind, row[0]] = title_of(conn, Record(kind, row[0])) or ""
    return str(row[0])


def _listed(library: Library, record: Record, names: dict[tuple[str, str], str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    tags = library.tags.on(record)
    names |= {("tag", tag.uid): tag.name for tag in tags}
    found["tags"] = tuple(tag.uid for tag in tags)
    if record.kind == "outcome":
        topics = library.outcomes.topics(record.uid)
        names |= {("topic", topic.uid): topic.label for topic in topics}
        found["topics"] = tuple(topic.uid for topic in topics)
    if record.kind in ("party", "person"):
        found["spellings"] = tuple(dict.fromkeys(alias.form for alias in library.aliases.of(record)))
    return found


def _place(found: Mapping[str, Any]) -> Record | None:
    if found.get("record_kind") and found.get("record_uid"):
        return Record(found["record_kind"], found["record_uid"])
    return Record("meeting", found["meeting"]) if found.get("meeting") else None


def store(
    library: Library,
    record: Record,
    given: Mapping[str, Any],
    *,
    base: Mapping[str, Any] | None = None,
    new: bool = False,
    into: int | None = None,
) -> int:
    """Store fields of a record, or the record when it is new, as one revision; its id.

    `given` has arguments of the verbs, New for records still to be made, and the fields LISTED; a new record on
    another has that as `record`. `base` has the values that were there when typing began: ChangedMeanwhile when one
    of them is no longer there. `into` is the revision of the sitting so far.
    """
    with library.revise(_label(record, given, new=new), into=into):
        revision = library.revision
        if not new and base:
            _check_base(library, record, base)
        settled = {name: _settle(library, value) for name, value in given.items()}
        listed = {name: settled.pop(name) for name in LISTED if name in settled}
        if new:
            _add(library, record, settled)
        elif settled:
            _edit(library, record, settled)
        for name, wanted in listed.items():
            _set_listed(library, record, name, tuple(wanted or ()))
    return revision


def _label(record: Record, given: Mapping[str, Any], *, new: bool) -> str:
    noun = (
        "spelling" if record.kind == "alias" else "participant line" if record.kind == "participation" else record.kind
    )
    if new:
        return f"Add {noun}"
    fields = ", ".join(field_label(record.kind, name).lower() for name in given)
    return f"Edit {noun}: {fields}"


def _check_base(library: Library, record: Record, base: Mapping[str, Any]) -> None:
    content = read(library, record, Cancel())
    for name, expected in base.items():
        present = content.values.get(name)
        if present != expected and name not in LISTED:
            raise ChangedMeanwhile(name, field_label(record.kind, name), present)


def _settle(library: Library, value: Any) -> Any:
    if isinstance(value, tuple) and not isinstance(value, New):
        items: tuple[Any, ...] = value  # pyright: ignore[reportUnknownVariableType]
        return tuple(_settle(library, one) for one in items)
    return new_names.settle(library, value) if isinstance(value, New) else value


def _add(library: Library, record: Record, settled: dict[str, Any]) -> None:
    noun: Any = library.noun(record.kind)
    source = settled.pop("source", None) if record.kind == "note" else None
    adopted = settled.pop("adopted", None)
    if source is not None:
        library.notes.add_on_passage(
            source, settled["starts"], settled["ends"], settled.get("body") or "", uid=record.uid
        )
    elif record.kind in _ON:
        noun.add(Record(*settled.pop("record")), uid=record.uid, **settled)
    else:
        noun.add(uid=record.uid, **settled)
    if adopted and record.kind == "reading":
        library.readings.adopt(record.uid, settled.get("reason"))


def _edit(library: Library, record: Record, settled: dict[str, Any]) -> None:
    noun: Any = library.noun(record.kind)
    if record.kind == "reading" and "adopted" in settled:
        if settled.pop("adopted"):
            library.readings.adopt(record.uid, library.readings.get(record.uid).reason)
        else:
            library.readings.leave_open(record.uid)
    if settled:
        noun.edit(record.uid, **settled)


def _set_listed(library: Library, record: Record, name: str, wanted: tuple[str, ...]) -> None:
    """Make the listed fields those that are wanted."""
    if name == "tags":
        present = [tag.uid for tag in library.tags.on(record)]
        for uid in _missing(wanted, present):
            library.tags.put(uid, record)
        for uid in _missing(present, wanted):
            library.tags.take(uid, record)
    elif name == "topics":
        present = [topic.uid for topic in library.outcomes.topics(record.uid)]
        library.outcomes.take_from(record.uid, *_missing(present, wanted))
        library.outcomes.put_under(record.uid, *_missing(wanted, present))
    else:
        _set_spellings(library, record, wanted)


def _set_spellings(library: Library, record: Record, wanted: tuple[str, ...]) -> None:
    aliases = library.aliases.of(record)
    cleaned = [form for one in wanted if (form := values.clean(one, "form"))]
    gone = [alias.uid for alias in aliases if alias.form not in cleaned]
    if gone:
        library.aliases.remove(*gone)
    name: Value = library.noun(record.kind).get(record.uid).name
    library.aliases.add_spellings(record.kind, record.uid, str(name), [str(form) for form in cleaned])


def _missing(these: tuple[str, ...] | list[str], among: tuple[str, ...] | list[str]) -> list[str]:
    return [uid for uid in these if uid not in among]
