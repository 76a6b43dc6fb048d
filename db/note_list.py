"""All notes of a library as a list shows them: newest first, narrowed by words, author, day, tag and kind of record."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from db import folding, record_titles, tag_tree
from db.cancel import Cancel
from db.record_titles import TITLE, Named
from db.references import Record
from db.tag_tree import WIDER, TagChoice, TagMark

if TYPE_CHECKING:
    from db.library import Library

NO_AUTHOR = ""
ON = {
    "meeting": "meeting", "event": "event", "party": "party", "person": "person",
    "participation": "participant line", "outcome": "outcome", "topic": "topic", "quote": "quote",
    "source": "source", "passage": "passage", "citation": "citation", "reading": "reading", "alias": "spelling",
    "note": "note", "tag": "tag", "search": "search", "library": "library",
}  # fmt: skip
"""What a note may stand on, with its name for people; `passage` is a stretch of a source's text."""
SHOWN = 600  # characters of a note, or of a passage, that a row of the list may need


class NoteFilters(NamedTuple):
    """What notes are narrowed to; None means any. `author` may be NO_AUTHOR, `since` and `until` are partial dates."""

    author: str | None = None
    since: str | None = None
    until: str | None = None
    tag: int | None = None
    on: str | None = None


class NoteFacets(NamedTuple):
    """For each filter the choices that occur, with their numbers of notes; months (`2018-06`) newest first."""

    authors: list[tuple[str, int]]
    months: list[tuple[str, int]]
    tags: list[TagChoice]
    on: list[tuple[str, int]]
    total: int


class NoteLine(NamedTuple):
    """A note as a list shows it: its first words, what it is on (a key of ON), and the meeting of that.

    With an `anchor` the passage that it is on stands at no known place of its source.
    """

    id: int
    uid: str
    body: str
    on: str
    record: Record
    field: str | None
    title: str
    meeting: str | None
    meeting_title: str | None
    citation: int | None
    passage: str | None
    author: str | None
    day: str
    notes: int
    tags: tuple[TagMark, ...]
    anchor: str | None


DAY = "coalesce(date(n.made_at, 'localtime'), substr(n.made_at, 1, 10))"
"""SQL: the day on which note `n` was written, where the reader lives."""
_ON = "iif(n.record_kind = 'source' AND n.citation_id IS NOT NULL, 'passage', n.record_kind)"
_AUTHOR = f"coalesce(n.author, '{NO_AUTHOR}')"
_LINES = f"""
  SELECT n.id, n.uid, substr(n.body, 1, {SHOWN}), {_ON}, n.record_kind, n.record_uid, n.field, n.citation_id,
    substr(c.exact, 1, {SHOWN}), n.author, {DAY},
    (SELECT count(*) FROM notes o WHERE o.record_kind = 'note' AND o.record_uid = n.uid), c.anchor
  FROM notes n LEFT JOIN citations c ON c.id = n.citation_id
"""
_TAGGED = f"""
  n.uid IN (WITH RECURSIVE {WIDER} SELECT g.record_uid FROM wider w JOIN taggings g ON g.tag_id = w.tag
    WHERE w.id = :tag AND g.record_kind = 'note')
"""
_CONDITIONS = {
    "author": f"{_AUTHOR} = :author",
    "since": f"substr({DAY}, 1, length(:since)) >= :since",
    "until": f"substr({DAY}, 1, length(:until)) <= :until",
    "tag": _TAGGED,
    "on": f"{_ON} = :on",
}
_TAG_COUNTS = f"""
  WITH RECURSIVE {WIDER}
  SELECT w.id, count(DISTINCT g.record_uid) FROM taggings g JOIN wider w ON w.tag = g.tag_id
  WHERE g.record_kind = 'note' GROUP BY w.id
"""


def find(library: Library, filters: NoteFilters, cancel: Cancel) -> array[int]:
    """Ids of the notes that the filters let through, newest first."""
    given = {name: value for name, value in filters._asdict().items() if value is not None}
    where = " AND ".join(_CONDITIONS[name] for name in given) or "1"
    with library.reading(cancel) as conn:
        rows = conn.execute(f"SELECT n.id FROM notes n WHERE {where} ORDER BY n.made_at DESC, n.id DESC", given)
        return array("q", (row[0] for row in rows))


def words(library: Library, cancel: Cancel) -> dict[int, str]:
    """For each note the folded words that a search looks in: its own, its author's, and the name of what it is on."""
    found: dict[int, str] = {}
    sql = (
        f"SELECT n.id, n.body || ' ' || {_AUTHOR} || ' ' || coalesce({TITLE}, '') || ' ' || coalesce(c.exact, '') "
        "FROM notes n LEFT JOIN citations c ON c.id = n.citation_id"
    )
    with library.reading(cancel) as conn:
        for key, text in conn.execute(sql):
            cancel.check()
            found[key] = folding.bare(text)
    return found


def narrow(ids: Iterable[int], searched: Mapping[int, str], text: str, cancel: Cancel) -> array[int]:
    """Those of the notes in which every word of a text occurs, in the order given."""
    wanted = folding.bare(text).split()
    found = array("q")
    for key in ids:
        cancel.check()
        if all(word in searched.get(key, "") for word in wanted):
            found.append(key)
    return found


def lines(library: Library, ids: Sequence[int]) -> list[NoteLine | None]:
    """At most a page of notes, in the order of their ids; None stands for a removed one."""
    with library.reading() as conn:
        return _lines(conn, ids)


def _lines(conn: sqlite3.Connection, ids: Sequence[int]) -> list[NoteLine | None]:
    rows = conn.execute(f"{_LINES} WHERE n.id IN ({', '.join('?' * len(ids))})", list(ids)).fetchall()
    named = record_titles.named(conn, {Record(row[4], row[5]) for row in rows})
    tags = tag_tree.marks_on(conn, "note", [row[1] for row in rows])
    found: dict[int, NoteLine] = {}
    for key, uid, body, on, kind, record_uid, field, citation, passage, author, day, notes, anchor in rows:
        record = Record(kind, record_uid)
        what = named.get(record, Named(""))
        found[key] = NoteLine(
            key, uid, body, on, record, field, *what, citation, passage, author, day, notes, tags.get(uid, ()), anchor
        )
    return [found.get(key) for key in ids]


def facets(library: Library, cancel: Cancel) -> NoteFacets:
    """The choices of every filter, and how many notes there are."""
    with library.reading(cancel) as conn:

        def counted(value: str, order: str) -> list[tuple[str, int]]:
            sql = f"SELECT {value}, count(*) FROM notes n GROUP BY 1 ORDER BY {order}"
            return conn.execute(sql).fetchall()

        on = dict(counted(_ON, "1"))
        return NoteFacets(
            counted(_AUTHOR, "count(*) DESC, 1"),
            counted(f"substr({DAY}, 1, 7)", "1 DESC"),
            tag_tree.choices(conn, dict(conn.execute(_TAG_COUNTS).fetchall())),
            [(kind, on[kind]) for kind in ON if kind in on],
            conn.execute("SELECT count(*) FROM notes").fetchone()[0],
        )
