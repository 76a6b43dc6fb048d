"""What is done to several records at once, as one revision: all of it, or nothing and the reason in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import TYPE_CHECKING, Any

from db import new_names, record_values, references, values
from db.errors import BadValue, Gone
from db.new_names import New
from db.ordered import Ordered
from db.records import new_uid
from db.references import Record
from db.vocabulary import RECORD_KINDS, field_label

if TYPE_CHECKING:
    from db.library import Library

_RENAMED = {"meeting": "title", "event": "title", "topic": "name", "tag": "name", "alias": "form"}
"""The field of a copy that may not be the same as in the original, or should not."""

_NOT_COPIED = ("number", "adopted", "author", "made_at", "record_kind", "record_uid", "citation")
_ON_ANOTHER = ("note", "reading", "citation")


def edit(
    library: Library,
    kind: str,
    uids: Sequence[str],
    given: Mapping[str, Any],
    *,
    add_topics: Iterable[str | New] = (),
    take_topics: Iterable[str | New] = (),
    add_tags: Iterable[str | New] = (),
    take_tags: Iterable[str | New] = (),
) -> None:
    """Set fields of records of one kind, put topics and tags on them and take them off; a refusal names the record."""
    noun: Any = library.noun(kind)
    fields = ", ".join(field_label(kind, name).lower() for name in given)
    what = _counted(kind, len(uids))
    with library.revise(f"Edit {what}{f': {fields}' if fields else ''}"):
        topics_on, topics_off, tags_on, tags_off = (
            [uid for one in some if (uid := new_names.settle(library, one))]
            for some in (add_topics, take_topics, add_tags, take_tags)
        )
        for uid in uids:
            try:
                if given:
                    noun.edit(uid, **given)
                if topics_on:
                    library.outcomes.put_under(uid, *topics_on)
                if topics_off:
                    library.outcomes.take_from(uid, *topics_off)
            except BadValue as error:
                raise BadValue(f"{_title(library, Record(kind, uid))}: {error}", error.field) from error
        records = [Record(kind, uid) for uid in uids]
        for tag in tags_on:
            library.tags.put(tag, *records)
        for tag in tags_off:
            library.tags.take(tag, *records)


def remove(library: Library, records: Sequence[Record]) -> None:
    """Remove records with all that belongs only to them; InUse when others, which stay, refer to one."""
    one = len(records) == 1
    called = _title(library, records[0]) if one else _counted(_kind(records), len(records))
    with library.revise(f"Remove {_noun(library, records[0].kind)} {called}" if one else f"Remove {called}") as db:
        rows: dict[str, set[int]] = {}
        for record in records:
            key = library.noun(record.kind).get(record.uid)[0]
            for table, ids in references.with_parts(db.conn, RECORD_KINDS[record.kind], [key]).items():
                rows.setdefault(table, set()).update(ids)
        references.check_unused(db.conn, rows, called if not one else f"The {_noun(library, records[0].kind)} {called}")
        references.remove(db.conn, rows)


def duplicate(library: Library, records: Sequence[Record]) -> list[Record]:
    """Copy records, each right after its original where they stand in order; the copies."""
    one = f"{_noun(library, records[0].kind)}"
    label = one if len(records) == 1 else _counted(_kind(records), len(records))
    with library.revise(f"Duplicate {label}"):
        return [_copy(library, record) for record in records]


def move(library: Library, records: Sequence[Record], position: int) -> None:
    """Put outcomes or quotes of one meeting at a place of its list (from 1), in the order in which they are given."""
    if _kind(records) is None:
        raise BadValue("Only records of one kind can be moved together.")
    noun = library.noun(records[0].kind)
    if not isinstance(noun, Ordered):
        raise BadValue(f"{values.a(noun.label).capitalize()} has no place in an order.")
    with library.revise(f"Move {_counted(records[0].kind, len(records))}"):
        noun.move_all([record.uid for record in records], position)


def _copy(library: Library, record: Record) -> Record:
    noun: Any = library.noun(record.kind)
    with library.reading() as conn:
        found = record_values.values_of(conn, noun, record.uid)
        sets = {name: record_values.set_of(conn, name, record) for name in ("topics", "tags")}
    given = {name: value for name, value in found.items() if value is not None and name not in _NOT_COPIED}
    if record.kind in _RENAMED:
        field = _RENAMED[record.kind]
        given[field] = _free_name(library, noun.table, field, str(given[field]))
    copy = Record(record.kind, new_uid())
    if record.kind in _ON_ANOTHER:
        noun.add(Record(str(found["record_kind"]), str(found["record_uid"])), uid=copy.uid, **given)
    elif record.kind == "alias":
        noun.add(uid=copy.uid, record_kind=found["record_kind"], record_uid=found["record_uid"], **given)
    else:
        noun.add(uid=copy.uid, **given)
    if sets["topics"]:
        library.outcomes.put_under(copy.uid, *sets["topics"])
    for tag in sets["tags"]:
        library.tags.put(tag, copy)
    if isinstance(noun, Ordered):
        noun.move(copy.uid, noun.place(record.uid) + 1)
    return copy


def _free_name(library: Library, table: str, field: str, name: str) -> str:
    """A name for a copy that no record has yet."""
    copies = (f"{name} (copy)" if number == 1 else f"{name} (copy {number})" for number in count(1))
    with library.reading() as conn:
        return next(
            copy for copy in copies if not conn.execute(f"SELECT 1 FROM {table} WHERE {field} = ?", [copy]).fetchone()
        )


def _kind(records: Sequence[Record]) -> str | None:
    """The kind that all the records have; None when they differ."""
    kinds = {record.kind for record in records}
    return kinds.pop() if len(kinds) == 1 else None


def _counted(kind: str | None, number: int) -> str:
    if kind is None:
        return values.count(number, "record", "records")
    many = {"participation": "participant lines", "alias": "spellings"}.get(kind, RECORD_KINDS[kind])
    one = {"participation": "participant line", "alias": "spelling"}.get(kind, kind)
    return values.count(number, one, many)


def _noun(library: Library, kind: str) -> str:
    return library.noun(kind).label


def _title(library: Library, record: Record) -> str:
    """A record as a sentence names it: by the first of its words."""
    with library.reading() as conn:
        title = record_values.title_of(conn, record)
    if title is None:
        raise Gone(f"This {_noun(library, record.kind)} is no longer in the library.")
    return values.quoted(title)
