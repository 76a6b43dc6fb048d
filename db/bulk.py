"""What is done to several records at once, as one revision: all of it, or nothing and the reason in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from db import duplicates, new_names, record_store, record_values, references, values
from db.errors import BadValue, Gone
from db.new_names import New
from db.ordered import Ordered
from db.references import Record
from db.vocabulary import RECORD_KINDS, field_label

if TYPE_CHECKING:
    from db.library import Library


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
    into: int | None = None,
) -> int:
    """Set fields of records of one kind, put topics and tags on them and take them off; a refusal names the record.

    `given` is as in `record_form.store`: names still to be made are made once, for all of them. `into` is the revision
    of the sitting so far; the id of that which was written comes back, 0 when all was so already.
    """
    records = [Record(kind, uid) for uid in dict.fromkeys(uids)]
    topics, tags = (tuple(add_topics), tuple(take_topics)), (tuple(add_tags), tuple(take_tags))
    fields = [*given, *(["topics"] if any(topics) else []), *(["tags"] if any(tags) else [])]
    if any(topics) and kind != "outcome":
        raise BadValue("Only outcomes stand under topics.", "topics")
    with library.revise(f"Edit {_counted(kind, len(records))}{_told(kind, fields)}", into=into):
        for record in records:
            try:
                record_store.store(library, record, given)
            except BadValue as error:
                called = f"{_title(library, record)}: " if len(records) > 1 else ""
                raise BadValue(f"{called}{error}", error.field) from error
        _put(library, records, *topics)
        _tag(library, records, *tags)
        wrote = "SELECT EXISTS (SELECT 1 FROM changes WHERE revision_id = ?)"
        with library.reading() as conn:
            return library.revision if conn.execute(wrote, [library.revision]).fetchone()[0] else 0


def _told(kind: str, fields: Sequence[str]) -> str:
    """The end of a label: which fields, as long as they are few."""
    names = [field_label(kind, name) for name in fields]
    told = ", ".join(name[:1].lower() + name[1:] for name in names)
    return "" if not names else f": {told}" if len(names) < 4 else f": {len(names)} fields"


def _put(library: Library, records: Sequence[Record], add: Sequence[str | New], take: Sequence[str | New]) -> None:
    added, taken = _made(library, add), _there(take)
    for record in records:
        if added:
            library.outcomes.put_under(record.uid, *added)
        if taken:
            library.outcomes.take_from(record.uid, *taken)


def _tag(library: Library, records: Sequence[Record], add: Sequence[str | New], take: Sequence[str | New]) -> None:
    for tag in _made(library, add):
        library.tags.put(tag, *records)
    for tag in _there(take):
        library.tags.take(tag, *records)


def _made(library: Library, some: Iterable[str | New]) -> list[str]:
    return list(dict.fromkeys(uid for one in some if (uid := new_names.settle(library, one))))


def _there(some: Iterable[str | New]) -> list[str]:
    """What is to be taken off: it must be there."""
    for one in some:
        if isinstance(one, New):
            raise BadValue(f"There is no {one.kind} {values.quoted(one.name)} to take off.", f"{one.kind}s")
    return [str(one) for one in some]


def remove(library: Library, records: Sequence[Record]) -> None:
    """Remove records with all that belongs only to them; InUse names the first to which others, which stay, refer."""
    records = list(dict.fromkeys(records))
    if not records:
        return
    called = _called(library, records[0]) if len(records) == 1 else _counted(_kind(records), len(records))
    with library.revise(f"Remove {called}") as db:
        parts = [_with_parts(library, record) for record in records]
        going: dict[str, set[int]] = {}
        for rows in parts:
            for table, ids in rows.items():
                going.setdefault(table, set()).update(ids)
        for record, rows in zip(records, parts, strict=True):
            references.check_unused(db.conn, rows, f"The {_called(library, record)}", going)
        references.remove(db.conn, going)


def _with_parts(library: Library, record: Record) -> dict[str, set[int]]:
    key = library.noun(record.kind).get(record.uid)[0]
    with library.reading() as conn:
        return references.with_parts(conn, RECORD_KINDS[record.kind], [key])


def duplicate(library: Library, records: Sequence[Record]) -> list[Record]:
    """Copy records, each right after its original where they stand in order; the copies."""
    records = list(dict.fromkeys(records))
    if not records:
        return []
    one = library.noun(records[0].kind).label
    with library.revise(f"Duplicate {one if len(records) == 1 else _counted(_kind(records), len(records))}"):
        return duplicates.make(library, records)


def move(library: Library, records: Sequence[Record], position: int) -> None:
    """Put outcomes or quotes of one meeting at a place of its list, in the order in which they are given.

    The place counts from 1 among the records that are not moved; one past the end means last.
    """
    records = list(dict.fromkeys(records))
    if not records:
        return
    kind = _kind(records)
    if kind is None:
        raise BadValue("Only records of one kind can be moved together.")
    noun = library.noun(kind)
    if not isinstance(noun, Ordered):
        raise BadValue(f"{values.a(noun.label).capitalize()} has no place in an order.")
    with library.revise(f"Move {noun.label if len(records) == 1 else _counted(kind, len(records))}"):
        noun.move_all([record.uid for record in records], position)


def _kind(records: Sequence[Record]) -> str | None:
    """The kind that all the records have; None when they differ."""
    kinds = {record.kind for record in records}
    return kinds.pop() if len(kinds) == 1 else None


def _counted(kind: str | None, number: int) -> str:
    if kind is None:
        return values.count(number, "record", "records")
    return values.count(number, *references.CALLED[RECORD_KINDS[kind]])


def _called(library: Library, record: Record) -> str:
    return f"{library.noun(record.kind).label} {_title(library, record)}"


def _title(library: Library, record: Record) -> str:
    """A record as a sentence names it: by the first of its words."""
    with library.reading() as conn:
        title = record_values.title_of(conn, record)
    if title is None:
        raise Gone(f"This {library.noun(record.kind).label} is no longer in the library.")
    return values.quoted(title)
