"""Which records hang on which: what goes with a record when it is removed, and what forbids to remove it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from db.errors import BadValue, Gone, InUse
from db.schema import DESCRIPTIONS
from db.values import Value, counts, quoted
from db.vocabulary import RECORD_KINDS


class Record(NamedTuple):
    """Any record of the library: its kind (a key of RECORD_KINDS) and its uid."""

    kind: str
    uid: str


class Link(NamedTuple):
    """A column of a table that holds ids of another; `one` and `many` name its rows for people."""

    table: str
    column: str
    one: str
    many: str


PARTS: dict[str, tuple[Link, ...]] = {
    "meetings": (
        Link("participations", "meeting_id", "participant line", "participant lines"),
        Link("outcomes", "meeting_id", "outcome", "outcomes"),
        Link("quotes", "meeting_id", "quote", "quotes"),
    ),
    "outcomes": (Link("outcome_topics", "outcome_id", "topic", "topics"),),
    "tags": (Link("taggings", "tag_id", "record", "records"),),
}
"""For each table, the rows of others that are removed with a row of it."""

USERS: dict[str, tuple[Link, ...]] = {
    "parties": (
        Link("participations", "party_id", "participant line", "participant lines"),
        Link("quotes", "party_id", "quote", "quotes"),
    ),
    "people": (
        Link("participations", "head_id", "participant line", "participant lines"),
        Link("quotes", "speaker_id", "quote", "quotes"),
    ),
    "topics": (
        Link("topics", "parent_id", "narrower topic", "narrower topics"),
        Link("outcome_topics", "topic_id", "outcome", "outcomes"),
        Link("events", "topic_id", "event", "events"),
    ),
    "sources": (Link("citations", "source_id", "citation", "citations"),),
    "citations": (Link("notes", "citation_id", "note", "notes"),),
    "tags": (Link("tags", "parent_id", "narrower tag", "narrower tags"),),
}
"""For each table, the rows of others that forbid to remove a row of it."""

ATTACHED = ("citations", "readings", "aliases", "notes", "taggings")
"""Tables whose rows stand on a record of any kind, named by record_kind and record_uid; they go with it."""

MERGED = ("party", "person", "tag", "topic", "source")
"""Kinds of which two records can be made one; see db/merging.py."""

KINDS = {
    **{table: kind for kind, table in RECORD_KINDS.items()},
    "outcome_topics": "outcome-topic",
    "taggings": "tagging",
}
"""What a row of each table is; the last two are no records of their own, nothing stands on them."""

CALLED = {
    **{table: (kind, table) for kind, table in RECORD_KINDS.items()},
    "aliases": ("spelling", "spellings"),
    "outcome_topics": ("topic of an outcome", "topics of outcomes"),
    "participations": ("participant line", "participant lines"),
    "taggings": ("tag", "tags"),
}
"""What people call one row, and several, of each table."""


def called(kind: str) -> str:
    """What people call one of a kind; what is no kind, as it stands."""
    return CALLED[RECORD_KINDS[kind]][0] if kind in RECORD_KINDS else kind


def record_id(conn: sqlite3.Connection, table: str, uid: str, label: str) -> int:
    """The id of a record; Gone in words when it is no longer there."""
    row = conn.execute(f"SELECT id FROM {table} WHERE uid = ?", [uid]).fetchone()
    if row is None:
        raise Gone(f"This {label} is no longer in the library.")
    return int(row[0])


def check_record(conn: sqlite3.Connection, kind: Value, uid: Value, field: Value = None) -> None:
    """Refuse a record that is not there, or a field that its kind has not."""
    if kind not in RECORD_KINDS:
        raise BadValue(
            f"{quoted(kind)} is not a kind of record: choose one of {', '.join(RECORD_KINDS)}.", "record_kind"
        )
    table = RECORD_KINDS[str(kind)]
    if kind == "library":
        found = conn.execute("SELECT 1 FROM library WHERE key = 'uid' AND value = ?", [uid]).fetchone()
    else:
        found = conn.execute(f"SELECT 1 FROM {table} WHERE uid = ?", [uid]).fetchone()
    if found is None:
        raise Gone(f"This {called(str(kind))} is no longer in the library.")
    if field is not None and (not field or field not in DESCRIPTIONS[table]):
        raise BadValue(f"{quoted(field)} is not a field of {table}.", "field")


def with_parts(conn: sqlite3.Connection, table: str, ids: Iterable[int]) -> dict[str, set[int]]:
    """Ids of the rows, by table, and of all rows that belong only to them."""
    found: dict[str, set[int]] = {}
    waiting = [(table, set(ids))]
    while waiting:
        table, fresh = waiting.pop()
        fresh -= found.setdefault(table, set())
        if fresh:
            found[table] |= fresh
            waiting += _parts(conn, table, fresh)
    return {table: ids for table, ids in found.items() if ids}


def _parts(conn: sqlite3.Connection, table: str, ids: set[int]) -> Iterable[tuple[str, set[int]]]:
    among = as_json(ids)
    for link in PARTS.get(table, ()):
        sql = f"SELECT id FROM {link.table} WHERE {link.column} IN (SELECT value FROM json_each(?))"
        yield link.table, {row[0] for row in conn.execute(sql, [among])}
    kind = KINDS[table]
    for attached in ATTACHED:
        sql = (
            f"SELECT id FROM {attached} WHERE record_kind = ? AND record_uid IN "
            f"(SELECT uid FROM {table} WHERE id IN (SELECT value FROM json_each(?)))"
        )
        yield attached, {row[0] for row in conn.execute(sql, [kind, among])}


def check_unused(
    conn: sqlite3.Connection, rows: dict[str, set[int]], what: str, going: dict[str, set[int]] | None = None
) -> None:
    """Refuse to remove rows while others, that stay, refer to them; `what` names them in the sentence.

    `going` has all rows that are removed together, when `rows` are only some of them.
    """
    going = rows if going is None else going
    users: dict[tuple[str, str], int] = {}
    for table, ids in rows.items():
        for link in USERS.get(table, ()):
            sql = f"SELECT id FROM {link.table} WHERE {link.column} IN (SELECT value FROM json_each(?))"
            staying = {row[0] for row in conn.execute(sql, [as_json(ids)])} - going.get(link.table, set())
            key = (link.one, link.many)
            users[key] = users.get(key, 0) + len(staying)
    named = [(number, *key) for key, number in users.items() if number]
    if named:
        it = "them" if what.startswith("These ") else "it"
        raise InUse(f"{what} cannot be removed: {counts(named, 'refer')} to {it}. Change or remove those first.")


def remove(conn: sqlite3.Connection, rows: dict[str, set[int]]) -> None:
    """Remove the rows, inside the caller's revision."""
    conn.execute("PRAGMA defer_foreign_keys = on")
    for table, ids in rows.items():
        conn.execute(f"DELETE FROM {table} WHERE id IN (SELECT value FROM json_each(?))", [as_json(ids)])


def as_json(ids: Iterable[int]) -> str:
    """Ids as a JSON array, to be read by json_each: any number of them in one parameter."""
    return f"[{','.join(map(str, ids))}]"
