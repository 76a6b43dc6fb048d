"""What a form shows of one record or of several, and how what was typed in it is stored."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from enum import Enum
from json import dumps
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from db import record_titles, record_values, since_cited
from db.cancel import Cancel
from db.errors import BadValue, Gone
from db.notes import Note
from db.record_store import store
from db.record_values import SETS, Tokens
from db.record_warnings import Warned, warnings
from db.records import Records
from db.references import Record
from db.values import Value, count

if TYPE_CHECKING:
    from db.library import Library

Names = Mapping[tuple[str, str], str]
LONGEST = 600  # characters of a passage that its sign may show


class Mixed(Enum):
    """Stands for the value of a field that several records do not have in common."""

    MIXED = "mixed"


MIXED: Final = Mixed.MIXED


class FormCite(NamedTuple):
    """A citation of a record as its form shows it; `field` is the argument that it is for, None for the whole.

    `source` is the title of its source, None when the value is recalled. `then` tells what the values that rest on it
    said when they were cited, and say now, where they were changed since.
    """

    id: int
    uid: str
    field: str | None
    source: str | None
    exact: str | None
    as_worded: str | None
    relation: str
    then: str = ""


class FormContent(NamedTuple):
    """All that a form shows of a record; `values` are arguments of the verbs, other records by uid.

    `names` has the names of all records that it names. `place` is what the record stands on or belongs to, `meeting`
    the uid of the meeting or event on whose page it is. `revision` is the newest of the library.
    """

    record: Record
    title: str
    values: dict[str, Value]
    names: Names
    topics: Tokens
    tags: Tokens
    spellings: Tokens
    notes: list[Note]
    place: Record | None
    place_title: str
    meeting: str | None
    revision: int
    cites: tuple[FormCite, ...] = ()

    @property
    def base(self) -> dict[str, Any]:
        """All that can be typed, the sets among it: what `store` compares with."""
        return {**self.values, **{name: getattr(self, name) for name in SETS if self.record.kind in SETS[name]}}


class ManyContent(NamedTuple):
    """Several records of one kind as a form for all of them shows them: a value that they share, or MIXED.

    `topics` and `tags` are those that all of them have, `some_topics` and `some_tags` those that only some have.
    """

    records: tuple[Record, ...]
    values: Mapping[str, Value | Mixed]
    names: Names
    topics: Tokens
    tags: Tokens
    some_topics: Tokens
    some_tags: Tokens
    revision: int


def read(library: Library, record: Record, cancel: Cancel) -> FormContent:
    """What the form of a record shows; Gone when it is no longer in the library."""
    noun = library.noun(record.kind)
    with library.reading(cancel) as conn:
        values = record_values.values_of(conn, noun, record.uid)
        topics, tags, spellings = (record_values.set_of(conn, name, record) for name in SETS)
        named = record_values.referred(noun, values)
        named += [Record("topic", uid) for uid in topics] + [Record("tag", uid) for uid in tags]
        place = record_values.place_of(values)
        found = record_titles.named(conn, {record}).get(record)
        return FormContent(
            record,
            found.title if found else "",
            values,
            record_values.names_of(conn, named),
            topics,
            tags,
            spellings,
            library.notes.of(record),
            place,
            (record_values.title_of(conn, place) or "") if place else "",
            found and found.meeting,
            _newest(conn),
            _cites(conn, record),
        )


class Beginning(NamedTuple):
    """What a form says of a record that is not stored yet: what it will stand on, and the names of what is known."""

    names: Names
    place_title: str
    passage: str


def beginning(library: Library, kind: str, known: Mapping[str, Any], cancel: Cancel) -> Beginning:
    """Where a new record with what is known of it already will stand; empty texts for what is not there."""
    place = record_values.place_of(known)
    if record := known.get("record"):
        place = Record(*record)
    elif kind == "note" and known.get("source"):
        place = Record("source", str(known["source"]))
    with library.reading(cancel) as conn:
        names = record_values.names_of(conn, record_values.referred(library.noun(kind), known))
        title = record_values.title_of(conn, place) if place else None
        passage = conn.execute(
            "SELECT substr(text, ? + 1, min(? - ?, 600)) FROM sources WHERE uid = ?",
            [*(known.get(name) for name in ("starts", "ends", "starts")), known.get("source")],
        ).fetchone()
    return Beginning(names, title or "", (passage and passage[0]) or "")


def read_many(library: Library, records: Sequence[Record], cancel: Cancel) -> ManyContent:
    """What a form for several records of one kind shows; Gone when any of them is no longer there."""
    kinds = {record.kind for record in records}
    if len(kinds) != 1:
        raise BadValue("Only records of one kind can be edited together: choose such.")
    noun = library.noun(kinds.pop())
    uids = dumps(list(dict.fromkeys(record.uid for record in records)))
    with library.reading(cancel) as conn:
        values = _shared(conn, noun, uids)
        topics, some_topics = _tokens(conn, _TOPICS, noun.kind, uids) if noun.kind in SETS["topics"] else ((), ())
        tags, some_tags = _tokens(conn, _TAGS, noun.kind, uids)
        shared = {name: value for name, value in values.items() if value is not MIXED}
        named = record_values.referred(noun, shared)
        named += [Record("topic", uid) for uid in (*topics, *some_topics)]
        named += [Record("tag", uid) for uid in (*tags, *some_tags)]
        names = record_values.names_of(conn, named)
        return ManyContent(tuple(records), values, names, topics, tags, some_topics, some_tags, _newest(conn))


def _cites(conn: sqlite3.Connection, record: Record) -> tuple[FormCite, ...]:
    """The citations of a record, each for an argument of the verbs; of a citation that itself.

    What a source cites of itself only holds passages of its text.
    """
    rows = conn.execute(
        f"SELECT c.id, c.uid, c.field, s.title, substr(c.exact, 1, {LONGEST}), c.as_worded, c.relation "
        "FROM citations c LEFT JOIN sources s ON s.id = c.source_id "
        "WHERE ((c.record_kind = :kind AND c.record_uid = :uid) OR (:kind = 'citation' AND c.uid = :uid)) "
        "AND NOT (:kind = 'source' AND s.uid IS :uid) ORDER BY c.id",
        record._asdict(),
    )
    cites = [FormCite(key, uid, field and field.removesuffix("_id"), *rest) for key, uid, field, *rest in rows]
    if record.kind == "citation":
        return tuple(cite._replace(then=since_cited.words_in(conn, cite.id)) for cite in cites)
    found = since_cited.of_record(conn, record)
    then = since_cited.words_by_citation(conn, record.kind, found, now=True)
    return tuple(cite._replace(then=then.get(cite.id, "")) for cite in cites)


_TOPICS = """
  SELECT p.uid, count(*) FROM outcomes o JOIN outcome_topics ot ON ot.outcome_id = o.id
    JOIN topics p ON p.id = ot.topic_id
  WHERE o.uid IN (SELECT value FROM json_each(:uids)) GROUP BY p.id ORDER BY p.label, p.id
"""
_TAGS = """
  SELECT p.uid, count(*) FROM taggings g JOIN tags p ON p.id = g.tag_id
  WHERE g.record_kind = :kind AND g.record_uid IN (SELECT value FROM json_each(:uids)) GROUP BY p.id
  ORDER BY p.name, p.id
"""


def _shared(conn: sqlite3.Connection, noun: Records[Any], uids: str) -> dict[str, Value | Mixed]:
    """For each argument the value that all of the records have, or MIXED."""
    columns = record_values.arguments(noun)
    same = ", ".join(
        f"count({sql}) IN (0, count(*)) AND min({sql}) IS max({sql}), min({sql})" for sql in columns.values()
    )
    among = "(SELECT value FROM json_each(:uids))"
    row = conn.execute(
        f"SELECT (SELECT count(*) FROM {among}) - count(*), {same} FROM {noun.table} t WHERE t.uid IN {among}",
        {"uids": uids},
    ).fetchone()
    if row[0]:
        raise Gone(f"{count(row[0], noun.label, noun.many)} of those chosen {'is' if row[0] == 1 else 'are'} gone.")
    return {name: row[2 + 2 * at] if row[1 + 2 * at] else MIXED for at, name in enumerate(columns)}


def _tokens(conn: sqlite3.Connection, sql: str, kind: str, uids: str) -> tuple[Tokens, Tokens]:
    """Of topics or tags: those that all of the records have, and those that only some have."""
    total = conn.execute("SELECT count(*) FROM json_each(?)", [uids]).fetchone()[0]
    found = conn.execute(sql, {"kind": kind, "uids": uids}).fetchall()
    return tuple(uid for uid, have in found if have == total), tuple(uid for uid, have in found if have < total)


def _newest(conn: sqlite3.Connection) -> int:
    return conn.execute("SELECT coalesce(max(id), 0) FROM revisions").fetchone()[0]


__all__ = [
    "MIXED", "Beginning", "FormContent", "ManyContent", "Mixed", "Warned", "beginning", "read", "read_many", "store",
    "warnings",
]  # fmt: skip
