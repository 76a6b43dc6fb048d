"""What the search in everything looks for of each kind of record: what it is called, and all else that it says."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from db import dates
from db.references import as_json
from db.vocabulary import EVENT_KINDS, MEETING_KINDS, RECORD_KINDS

PASSAGE = "passage"
"""The kind of the paragraphs of the text of a source, beside those of records."""
_AMONG = "IN (SELECT value FROM json_each(?))"


class Text(NamedTuple):
    """What a record is called, empty when it has no name, and what else it says, each a piece of its own."""

    uid: str
    name: str
    pieces: tuple[str, ...]

    @property
    def body(self) -> str:
        """The pieces as one text."""
        return " · ".join(self.pieces)


_COLUMNS: Mapping[str, str] = {
    "meeting": "title, kind, number, starts, ends, city, country, venue, summary",
    "event": "title, kind, number, happened, NULL, place, note",
    "party": "name, short_name",
    "person": "name",
    "topic": "label, nullif(name, label), description",
    "outcome": "'', text, act_as_worded, actor, note",
    "source": "title, publisher, authors, published, note",
    "note": "'', body, author",
    "tag": "name, description",
    "reading": "about, value, reason",
    "alias": "form, nullif(canonical, form), note",
}
"""For each kind the columns with its name, and with what else it says."""

_ONLY = {"alias": "AND record_kind IN ('place', 'term')"}
"""Spellings of parties and people lead to these."""
KINDS = tuple(_COLUMNS)
"""The kinds that are searched; quotes have an index of their own."""


def table_of(kind: str) -> str:
    """The table in which records of a kind stand, and sources the texts of which have passages."""
    return RECORD_KINDS["source" if kind == PASSAGE else kind]


def texts(conn: sqlite3.Connection, kind: str, ids: Iterable[int]) -> dict[int, Text]:
    """What some records of a kind say; those that are gone are left out."""
    among = as_json(ids)
    where = f"WHERE id {_AMONG} {_ONLY.get(kind, '')}"
    rows = conn.execute(f"SELECT id, uid, {_COLUMNS[kind]} FROM {RECORD_KINDS[kind]} {where}", [among])
    dressed = _DRESSED.get(kind)
    found: dict[int, Text] = {}
    for key, uid, name, *rest in rows.fetchall():
        pieces = dressed(rest) if dressed else rest
        found[key] = Text(uid, name or "", tuple(str(piece) for piece in pieces if piece not in (None, "")))
    for key, form in conn.execute(_ALIASES[kind], [among]) if kind in _ALIASES else ():
        found[key] = found[key]._replace(pieces=(*found[key].pieces, form))
    return found


def _of_records(kind: str) -> str:
    table = RECORD_KINDS[kind]
    return (
        f"SELECT t.id, a.form FROM {table} t JOIN aliases a ON a.record_kind = '{kind}' AND a.record_uid = t.uid "
        f"WHERE t.id {_AMONG} AND a.form <> t.name ORDER BY a.id"
    )


_ALIASES = {kind: _of_records(kind) for kind in ("party", "person")}
"""Other spellings of records, which are found by these too."""


def _of_meeting(columns: list[object]) -> list[object]:
    kind, number, starts, ends, *rest = columns
    label = f"{MEETING_KINDS.get(str(kind), kind)} {number or ''}".strip()
    return [label, dates.span(_text(starts), _text(ends)) if starts else None, *rest]


def _of_event(columns: list[object]) -> list[object]:
    kind, number, happened, _, *rest = columns
    label = f"{EVENT_KINDS.get(str(kind), kind)} {number or ''}".strip()
    return [label, dates.words(_text(happened)) if happened else None, *rest]


def _of_source(columns: list[object]) -> list[object]:
    publisher, authors, published, note = columns
    return [publisher, authors, dates.words(_text(published)) if published else None, note]


def _text(value: object) -> str | None:
    return None if value is None else str(value)


_DRESSED: Mapping[str, Callable[[list[object]], list[object]]] = {
    "meeting": _of_meeting,
    "event": _of_event,
    "source": _of_source,
}
