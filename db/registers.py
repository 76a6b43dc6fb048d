"""All parties, people, topics, sources, spellings or tags of a library, each with what it is used for."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from db import dates, values, vocabulary
from db.cancel import Cancel
from db.record_lines import RecordLine, colours, joined, marks
from db.references import Record

if TYPE_CHECKING:
    from db.library import Library

_PARTIES = f"""
  SELECT p.uid, p.kind, p.name, p.short_name,
    (SELECT count(DISTINCT meeting_id) FROM participations WHERE party_id = p.id),
    (SELECT count(*) FROM quotes WHERE party_id = p.id),
    (SELECT count(*) FROM aliases WHERE record_kind = 'party' AND record_uid = p.uid), {marks("party", "p")}
  FROM parties p ORDER BY p.name, p.id
"""
_PEOPLE = f"""
  SELECT p.uid, p.name, (SELECT count(DISTINCT meeting_id) FROM participations WHERE head_id = p.id),
    (SELECT count(*) FROM quotes WHERE speaker_id = p.id),
    (SELECT count(*) FROM aliases WHERE record_kind = 'person' AND record_uid = p.uid), {marks("person", "p")}
  FROM people p ORDER BY p.name, p.id
"""
_SOURCES = f"""
  SELECT s.uid, s.title, s.publisher, s.published, s.text IS NOT NULL,
    (SELECT count(*) FROM citations WHERE source_id = s.id), {marks("source", "s")}
  FROM sources s ORDER BY s.title, s.id
"""
_SPELLINGS = f"""
  SELECT a.uid, a.record_kind, a.canonical, a.form, a.language, substr(a.note, 1, 200), {marks("alias", "a")}
  FROM aliases a ORDER BY a.canonical, a.form, a.id
"""
_TOPICS = f"""
  SELECT t.id, t.parent_id, t.uid, t.label, substr(t.description, 1, 200),
    (SELECT count(*) FROM outcome_topics WHERE topic_id = t.id), NULL, {marks("topic", "t")}
  FROM topics t ORDER BY t.label, t.id
"""
_TAGS = f"""
  SELECT t.id, t.parent_id, t.uid, t.name, substr(t.description, 1, 200),
    (SELECT count(*) FROM taggings WHERE tag_id = t.id), coalesce(t.colour, ''), {marks("tag", "t")}
  FROM tags t ORDER BY t.name, t.id
"""


def lines(library: Library, name: str, cancel: Cancel) -> list[RecordLine]:
    """The rows of a register: parties, people, topics, sources, spellings or tags."""
    with library.reading(cancel) as conn:
        return _READ[name](conn)


def _parties(conn: sqlite3.Connection) -> list[RecordLine]:
    order = list(vocabulary.PARTY_KINDS)
    rows = sorted(conn.execute(_PARTIES), key=lambda row: order.index(row[1]))
    return [
        RecordLine(
            Record("party", uid), vocabulary.PARTY_KINDS[kind], 0, "", name,
            joined([short, _used(meetings, quotes, spellings)]), notes, colours(tags),
        )
        for uid, kind, name, short, meetings, quotes, spellings, notes, tags in rows
    ]  # fmt: skip


def _people(conn: sqlite3.Connection) -> list[RecordLine]:
    return [
        RecordLine(Record("person", uid), "", 0, "", name, _used(led, quotes, spellings, "led"), notes, colours(tags))
        for uid, name, led, quotes, spellings, notes, tags in conn.execute(_PEOPLE)
    ]


def _used(meetings: int, quotes: int, spellings: int, verb: str = "at") -> str:
    words = [
        meetings
        and f"{'head of delegation at' if verb == 'led' else 'at'} {values.count(meetings, 'meeting', 'meetings')}",
        quotes and values.count(quotes, "quote", "quotes"),
        spellings and values.count(spellings, "other spelling", "other spellings"),
    ]
    return joined(words) or "not used yet"


def _sources(conn: sqlite3.Connection) -> list[RecordLine]:
    return [
        RecordLine(
            Record("source", uid), "", 0, "", title,
            joined([publisher, dates.words(published) if published else "undated",
                    values.count(cited, "citation", "citations"), text and "full text"]),
            notes, colours(tags),
        )
        for uid, title, publisher, published, text, cited, notes, tags in conn.execute(_SOURCES)
    ]  # fmt: skip


def _spellings(conn: sqlite3.Connection) -> list[RecordLine]:
    headings = {"party": "Of parties", "person": "Of people", "place": "Of places", "term": "Of terms"}
    order = list(headings)
    rows = sorted(conn.execute(_SPELLINGS), key=lambda row: order.index(row[1]))
    return [
        RecordLine(
            Record("alias", uid), headings[kind], 0, "", form, joined([canonical, language, note]), notes, colours(tags)
        )
        for uid, kind, canonical, form, language, note, notes, tags in rows
    ]


def _tree(conn: sqlite3.Connection, kind: str, sql: str, noun: tuple[str, str]) -> list[RecordLine]:
    """Rows in the order of their tree; those of a ring, which only a damaged file has, come last."""
    below: dict[int | None, list[tuple[Any, ...]]] = {}
    for row in conn.execute(sql):
        below.setdefault(row[1], []).append(row)
    found: list[RecordLine] = []
    waiting = [(row, 0) for row in reversed(below.get(None, []))]
    while waiting:
        (key, _, uid, name, description, used, colour, notes, tags), level = waiting.pop()
        own = () if colour is None else (colour,)
        detail = joined([values.count(used, *noun) if used else "not used yet", description])
        found.append(RecordLine(Record(kind, uid), "", level, "", name, detail, notes, (*own, *colours(tags))))
        waiting += [(row, level + 1) for row in reversed(below.get(key, []))]
    return found


def _topics(conn: sqlite3.Connection) -> list[RecordLine]:
    return list(_tree(conn, "topic", _TOPICS, ("outcome", "outcomes")))


def _tags(conn: sqlite3.Connection) -> list[RecordLine]:
    return list(_tree(conn, "tag", _TAGS, ("record", "records")))


_READ: dict[str, Callable[[sqlite3.Connection], list[RecordLine]]] = {
    "parties": _parties, "people": _people, "topics": _topics, "sources": _sources, "spellings": _spellings,
    "tags": _tags,
}  # fmt: skip
