"""All participants, outcomes or points in dispute of a library, under the meetings to which they belong."""

from __future__ import annotations

import sqlite3

from db import dates, record_titles, vocabulary
from db.note_list import ON
from db.record_lines import RecordLine, colours, joined, marks, passages, seen, word
from db.references import Record

LONGEST = 400  # characters of a text that a row may need
_HEAD = "m.uid, m.title, m.starts, m.ends"
_BY_MEETING = "m.starts IS NULL, m.starts, m.id"
_PARTICIPANTS = f"""
  SELECT {_HEAD}, l.uid, l.role, p.name, l.attendance, h.name, substr(l.head_title, 1, {LONGEST}),
    {marks("participation", "l")}, p.uid, h.uid, {passages("participation", "l")}
  FROM participations l JOIN meetings m ON m.id = l.meeting_id JOIN parties p ON p.id = l.party_id
    LEFT JOIN people h ON h.id = l.head_id
  ORDER BY {_BY_MEETING}, l.id
"""
_OUTCOMES = f"""
  SELECT {_HEAD}, o.uid, o.act, substr(o.text, 1, {LONGEST}), substr(o.actor, 1, {LONGEST}),
    (SELECT group_concat(label, ' / ') FROM (SELECT t.label FROM outcome_topics ot JOIN topics t ON t.id = ot.topic_id
      WHERE ot.outcome_id = o.id ORDER BY ot.id)),
    {marks("outcome", "o")},
    (SELECT group_concat('topic:' || t.uid, ' ') FROM outcome_topics ot JOIN topics t ON t.id = ot.topic_id
      WHERE ot.outcome_id = o.id), {passages("outcome", "o")}
  FROM outcomes o JOIN meetings m ON m.id = o.meeting_id ORDER BY {_BY_MEETING}, o.position, o.id
"""
_EVENTS = f"""
  SELECT e.uid, e.kind, substr(e.title, 1, {LONGEST}), e.happened, e.place, t.label, t.uid, {marks("event", "e")},
    {passages("event", "e")}
  FROM events e LEFT JOIN topics t ON t.id = e.topic_id ORDER BY e.happened IS NULL, e.happened, e.number, e.id
"""
_TAGGED = """
  SELECT i.record_kind, i.record_uid, g.uid FROM taggings i JOIN tags g ON g.id = i.tag_id ORDER BY i.id
"""
_DISPUTES = f"""
  SELECT r.uid, r.record_kind, r.record_uid, r.about, substr(r.value, 1, {LONGEST}), r.adopted,
    substr(r.reason, 1, {LONGEST}), {marks("reading", "r")}, {passages("reading", "r")}
  FROM readings r ORDER BY r.record_kind, r.record_uid, r.about, r.id
"""


def participants(conn: sqlite3.Connection) -> list[RecordLine]:
    """Every participant line, the first meeting first."""
    found: list[RecordLine] = []
    for meeting, title, starts, ends, uid, role, party, attendance, head, head_title, *rest in conn.execute(
        _PARTICIPANTS
    ):
        notes, tags, party_uid, head_uid, sources, cite = rest
        tail, links = seen(sources, cite)
        found.append(
            RecordLine(
                Record("participation", uid), _section(title, starts, ends), 0, word(vocabulary.ROLE, role), party,
                joined([head or "head not known", head_title, word(vocabulary.ATTENDANCE, attendance)]),
                notes, colours(tags), meeting=meeting, facets=frozenset({f"role:{role}", f"attendance:{attendance}"}),
                tail=tail, links=links,
                of=frozenset({f"party:{party_uid}", *([f"person:{head_uid}"] if head_uid else [])}),
            )
        )  # fmt: skip
    return found


def outcomes(conn: sqlite3.Connection) -> list[RecordLine]:
    """Every outcome, the first meeting first, in the order of their meeting."""
    found: list[RecordLine] = []
    for meeting, title, starts, ends, uid, act, text, actor, topics, *rest in conn.execute(_OUTCOMES):
        notes, tags, topic_uids, sources, cite = rest
        tail, links = seen(sources, cite)
        found.append(
            RecordLine(
                Record("outcome", uid), _section(title, starts, ends), 0, word(vocabulary.ACTS, act), text,
                joined([topics or "no topic", actor]), notes, colours(tags), meeting=meeting,
                facets=frozenset({f"act:{act}"}), tail=tail, links=links, of=frozenset((topic_uids or "").split()),
            )
        )  # fmt: skip
    return found


def disputes(conn: sqlite3.Connection) -> list[RecordLine]:
    """Every value that a source gives on a point in dispute, those of one point together."""
    rows = conn.execute(_DISPUTES).fetchall()
    named = record_titles.named(conn, {Record(row[1], row[2]) for row in rows})
    found: list[RecordLine] = []
    for uid, kind, record_uid, about, value, adopted, reason, notes, tags, sources, cite in rows:
        what = named.get(Record(kind, record_uid))
        place = (what.meeting_title or what.title) if what else ""
        lead = "we follow" if adopted else ""
        point = joined([f"{about[:1].upper()}{about[1:]}", place])
        tail, links = seen(sources, cite)
        found.append(
            RecordLine(
                Record("reading", uid), point, 0, lead, value, reason or "",
                notes, colours(tags), meeting=(what and what.meeting) or "", tail=tail, links=links,
            )
        )  # fmt: skip
    return found


def events(conn: sqlite3.Connection) -> list[RecordLine]:
    """Everything that happened between the meetings, the first first."""
    found: list[RecordLine] = []
    for uid, kind, title, happened, place, topic, topic_uid, notes, tags, sources, cite in conn.execute(_EVENTS):
        tail, links = seen(sources, cite)
        found.append(
            RecordLine(
                Record("event", uid), "", 0, "", title,
                joined([word(vocabulary.EVENT_KINDS, kind), dates.words(happened) if happened else "", place, topic]),
                notes, colours(tags), meeting=uid, tail=tail, links=links,
                of=frozenset({f"topic:{topic_uid}"} if topic_uid else ()),
            )
        )  # fmt: skip
    return found


def tagged(conn: sqlite3.Connection) -> list[RecordLine]:
    """Everything that has a tag, by its kind."""
    tags_of: dict[Record, set[str]] = {}
    for kind, uid, tag in conn.execute(_TAGGED):
        tags_of.setdefault(Record(kind, uid), set()).add(f"tag:{tag}")
    named = record_titles.named(conn, set(tags_of))
    order = list(ON)
    found = [
        RecordLine(
            record, ON[record.kind].capitalize(), 0, "", what.title, what.meeting_title or "",
            meeting=what.meeting or "", of=frozenset(tags),
        )
        for record, tags in tags_of.items() if (what := named.get(record))
    ]  # fmt: skip
    return sorted(found, key=lambda line: order.index(line.record.kind) if line.record else 0)


def _section(title: str, starts: str | None, ends: str | None) -> str:
    return joined([title, dates.span(starts, ends)])
