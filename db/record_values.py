"""What a record holds, as the verbs take it: other records by their uid, its topics, tags and spellings as sets."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any, cast

from db import record_titles
from db.errors import Gone
from db.records import Records
from db.references import KINDS, Record
from db.values import Value
from db.vocabulary import RECORD_KINDS

Tokens = tuple[str, ...]
"""Uids of topics or tags, or spellings."""

_NOT_TYPED = ("id", "uid", "position", "text_sha256", "anchor", "moved_starts", "moved_ends", "moved_score")
"""Columns that no field of a form shows."""

SETS = {"topics": ("outcome",), "tags": tuple(kind for kind in RECORD_KINDS if kind != "library"),
        "spellings": ("party", "person")}  # fmt: skip
"""What a form shows beside the fields, any number of them, and the kinds that have them; spellings are texts."""

_SETS_OF = {
    "topics": "SELECT t.uid FROM outcome_topics ot JOIN topics t ON t.id = ot.topic_id "
    "WHERE ot.outcome_id = (SELECT id FROM outcomes WHERE uid = :uid) ORDER BY ot.id",
    "tags": "SELECT t.uid FROM taggings g JOIN tags t ON t.id = g.tag_id "
    "WHERE g.record_kind = :kind AND g.record_uid = :uid ORDER BY t.name, t.id",
    "spellings": "SELECT form FROM aliases WHERE record_kind = :kind AND record_uid = :uid "
    "AND form IS NOT CASE :kind WHEN 'party' THEN (SELECT name FROM parties WHERE uid = :uid) "
    "ELSE (SELECT name FROM people WHERE uid = :uid) END GROUP BY form ORDER BY min(id)",
}


def arguments(noun: Records[Any]) -> dict[str, str]:
    """What can be read of a record of a kind, each as SQL for its value in the table `t`."""
    names = cast(Any, noun.row)._fields
    columns = [*names, "text"] if noun.kind == "source" else list(names)
    found: dict[str, str] = {}
    for column in columns:
        name = column.removesuffix("_id")
        if name != column and name in noun.refers:
            found[name] = f"(SELECT uid FROM {noun.refers[name]} WHERE id = t.{column})"
        elif column not in _NOT_TYPED:
            found[column] = f"t.{column}"
    return found


def values_of(conn: sqlite3.Connection, noun: Records[Any], uid: str) -> dict[str, Value]:
    """The values of a record, by the arguments of the verbs; Gone when it is no longer there."""
    columns = arguments(noun)
    row = conn.execute(f"SELECT {', '.join(columns.values())} FROM {noun.table} t WHERE uid = ?", [uid]).fetchone()
    if row is None:
        raise Gone(f"This {noun.label} is no longer in the library.")
    return dict(zip(columns, row, strict=True))


def set_of(conn: sqlite3.Connection, name: str, record: Record) -> Tokens:
    """The topics, tags or spellings of a record; none where its kind has no such set."""
    if record.kind not in SETS[name]:
        return ()
    return tuple(row[0] for row in conn.execute(_SETS_OF[name], record._asdict()))


def title_of(conn: sqlite3.Connection, record: Record) -> str | None:
    """What people know a record by; None when it is not there."""
    found = record_titles.named(conn, {record}).get(record)
    return found and found.title


def names_of(conn: sqlite3.Connection, records: Iterable[Record]) -> dict[tuple[str, str], str]:
    """What people know some records by, by kind and uid."""
    named = record_titles.named(conn, set(records))
    return {(record.kind, record.uid): found.title for record, found in named.items()}


def referred(noun: Records[Any], values: Mapping[str, object]) -> list[Record]:
    """The records that the values of a record name, but for the one that it stands on."""
    return [Record(KINDS[table], str(values[name])) for name, table in noun.refers.items() if values.get(name)]


def place_of(values: Mapping[str, object]) -> Record | None:
    """The record on which one with these values stands, or its meeting; None when it belongs to none."""
    kind, uid = values.get("record_kind"), values.get("record_uid")
    if kind in RECORD_KINDS and uid:
        return Record(str(kind), str(uid))
    return Record("meeting", str(values["meeting"])) if values.get("meeting") else None
