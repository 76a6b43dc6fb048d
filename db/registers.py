"""All parties, people, topics, sources, spellings or tags of a library, each with what it is used for."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from db import findings, folding, search_links, source_list, vocabulary
from db.cancel import Cancel
from db.query_completion import put
from db.record_lines import Link, RecordLine, colours, joined, marks, word
from db.references import Record

if TYPE_CHECKING:
    from db.library import Library


def _other_names(kind: str) -> str:
    """SQL: how many spellings a record in table `p` has besides its name."""
    return f"(SELECT count(*) FROM aliases WHERE record_kind = '{kind}' AND record_uid = p.uid AND form <> p.name)"


_PARTIES = f"""
  SELECT p.uid, p.kind, p.name, p.short_name,
    (SELECT count(DISTINCT meeting_id) FROM participations WHERE party_id = p.id),
    (SELECT count(*) FROM quotes WHERE party_id = p.id),
    {_other_names("party")}, {marks("party", "p")}
  FROM parties p ORDER BY p.id
"""
_PEOPLE = f"""
  SELECT p.uid, p.name, (SELECT count(DISTINCT meeting_id) FROM participations WHERE head_id = p.id),
    (SELECT count(*) FROM quotes WHERE speaker_id = p.id),
    {_other_names("person")}, {marks("person", "p")}
  FROM people p ORDER BY p.id
"""
_SPELLINGS = f"""
  SELECT a.uid, a.record_kind,
    coalesce(CASE a.record_kind WHEN 'party' THEN (SELECT name FROM parties WHERE uid = a.record_uid)
      WHEN 'person' THEN (SELECT name FROM people WHERE uid = a.record_uid) END, a.canonical),
    a.form, a.language, substr(a.note, 1, 200), a.record_uid, {marks("alias", "a")}
  FROM aliases a ORDER BY a.id
"""
_TOPICS = f"""
  SELECT t.id, t.parent_id, t.uid, t.label, substr(t.description, 1, 200),
    (SELECT count(*) FROM outcome_topics WHERE topic_id = t.id),
    (SELECT count(*) FROM events WHERE topic_id = t.id), NULL, {marks("topic", "t")}
  FROM topics t ORDER BY t.id
"""
_TAGS = f"""
  SELECT t.id, t.parent_id, t.uid, t.name, substr(t.description, 1, 200),
    (SELECT count(*) FROM taggings WHERE tag_id = t.id), 0, coalesce(t.colour, ''), {marks("tag", "t")}
  FROM tags t ORDER BY t.id
"""


FACETS: dict[str, dict[str, tuple[str, Mapping[str, str]]]] = {
    "sources": source_list.FACETS,
    "participants": {"role": ("Role", vocabulary.ROLE), "attendance": ("Attendance", vocabulary.ATTENDANCE)},
    "outcomes": {"act": ("Act", vocabulary.ACTS)},
}
"""By what some registers can be narrowed: for each facet its name and the words for its choices."""


def lines(library: Library, name: str, cancel: Cancel) -> list[RecordLine]:
    """The rows of a register: parties, people, topics, sources, spellings, tags, participants, outcomes, disputes."""
    with library.reading(cancel) as conn:
        return _READ[name](conn)


def _parties(conn: sqlite3.Connection) -> list[RecordLine]:
    order = {kind: place for place, kind in enumerate(vocabulary.PARTY_KINDS)}
    rows = sorted(conn.execute(_PARTIES), key=lambda row: (order.get(row[1], len(order)), folding.bare(row[2])))
    found: list[RecordLine] = []
    for uid, kind, name, short, meetings, quotes, spellings, notes, tags in rows:
        links = (
            *_counted(meetings, ("at {} meeting", "at {} meetings"), f"participants of:party:{uid}"),
            *_counted(quotes, ("{} quote", "{} quotes"), search_links.link(f"party:{put(name)}")),
            *_counted(spellings, _SPELLED, f"spellings of:party:{uid}"),
        )
        heading = word(vocabulary.PARTY_KINDS, kind)
        found.append(
            RecordLine(
                Record("party", uid), heading, 0, "", name, joined([short, _told(links)]), notes, colours(tags),
                links=links,
            )
        )  # fmt: skip
    return found


def _people(conn: sqlite3.Connection) -> list[RecordLine]:
    found: list[RecordLine] = []
    for uid, name, led, quotes, spellings, notes, tags in _by_name(conn, _PEOPLE):
        links = (
            *_counted(led, _LED, f"participants of:person:{uid}"),
            *_counted(quotes, ("{} quote", "{} quotes"), search_links.link(f"speaker:{put(name)}")),
            *_counted(spellings, _SPELLED, f"spellings of:person:{uid}"),
        )
        found.append(
            RecordLine(Record("person", uid), "", 0, "", name, _told(links), notes, colours(tags), links=links)
        )
    return found


def _by_name(conn: sqlite3.Connection, sql: str) -> list[tuple[Any, ...]]:
    """Rows by their second column as people look for it: Ünal beside Unal, small letters beside capitals."""
    return sorted(conn.execute(sql), key=lambda row: folding.bare(row[1]))


_LED = ("head of delegation at {} meeting", "head of delegation at {} meetings")
_SPELLED = ("{} other spelling", "{} other spellings")


def _counted(number: int, words: tuple[str, str], target: str) -> tuple[Link, ...]:
    """A count in words that leads to what it counts; nothing where there is nothing."""
    return (Link(words[number != 1].format(f"{number:,}"), target),) if number else ()


def _told(links: Sequence[Link]) -> str:
    return joined([link.words for link in links]) or "not used yet"


def _spellings(conn: sqlite3.Connection) -> list[RecordLine]:
    headings = {"party": "Of parties", "person": "Of people", "place": "Of places", "term": "Of terms"}
    order = {kind: place for place, kind in enumerate(headings)}
    rows = sorted(
        conn.execute(_SPELLINGS), key=lambda row: (order.get(row[1], len(order)), *map(folding.bare, row[2:4]))
    )
    return [
        RecordLine(
            Record("alias", uid), word(headings, kind), 0, "", form, joined([canonical, language, note]), notes,
            colours(tags), of=frozenset({f"{kind}:{of}"} if of else ()),
        )
        for uid, kind, canonical, form, language, note, of, notes, tags in rows
    ]  # fmt: skip


Uses = tuple[tuple[tuple[str, str], str], ...]
"""For each number of a row its words for one and for several, and the page that lists what it counts."""


def _tree(conn: sqlite3.Connection, kind: str, sql: str, uses: Uses) -> list[RecordLine]:
    """Rows in the order of their tree; those of a ring, which only a damaged file has, come last."""
    rows = {row[0]: row for row in sorted(conn.execute(sql), key=lambda row: folding.bare(row[3]))}
    below: dict[int | None, list[int]] = {}
    for key, row in rows.items():
        below.setdefault(row[1], []).append(key)
    levels: dict[int, int] = {}
    for start in (*below.get(None, ()), *rows):
        waiting = [(start, 0)]
        while waiting:
            key, level = waiting.pop()
            if key not in levels:
                levels[key] = level
                waiting += [(narrower, level + 1) for narrower in reversed(below.get(key, []))]
    return [_branch(kind, rows[key], level, uses) for key, level in levels.items()]


def _branch(kind: str, row: tuple[Any, ...], level: int, uses: Uses) -> RecordLine:
    _, _, uid, name, description, used, events, colour, notes, tags = row
    links = tuple(
        link
        for number, (words, page) in zip((used, events), uses, strict=False)  # a tag counts but one thing
        for link in _counted(number, words, f"{page} of:{kind}:{uid}")
    )
    own = () if colour is None else (colour,)
    detail = joined([_told(links), description])
    return RecordLine(Record(kind, uid), "", level, "", name, detail, notes, (*own, *colours(tags)), links=links)


_OF_TOPICS: Uses = ((("{} outcome", "{} outcomes"), "outcomes"), (("{} event", "{} events"), "events"))
_OF_TAGS: Uses = ((("{} record", "{} records"), "tagged"),)


def _topics(conn: sqlite3.Connection) -> list[RecordLine]:
    return _tree(conn, "topic", _TOPICS, _OF_TOPICS)


def _tags(conn: sqlite3.Connection) -> list[RecordLine]:
    return _tree(conn, "tag", _TAGS, _OF_TAGS)


_READ: dict[str, Callable[[sqlite3.Connection], list[RecordLine]]] = {
    "parties": _parties, "people": _people, "topics": _topics, "sources": source_list.read, "spellings": _spellings,
    "tags": _tags, "participants": findings.participants, "outcomes": findings.outcomes, "disputes": findings.disputes,
    "events": findings.events, "tagged": findings.tagged,
}  # fmt: skip
