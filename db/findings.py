"""All participants, outcomes or points in dispute of a library, under the meetings to which they belong."""

from __future__ import annotations

import sqlite3

from db import dates, record_titles, vocabulary
from db.record_lines import RecordLine, colours, joined, marks, word
from db.references import Record

LONGEST = 400  # characters of a text that a row may need
_HEAD = "m.uid, m.title, m.starts, m.ends"
_BY_MEETING = "m.starts IS NULL, m.starts, m.id"
_PARTICIPANTS = f"""
  SELECT {_HEAD}, l.uid, l.role, p.name, l.attendance, h.name, substr(l.head_title, 1, {LONGEST}),
    {marks("participation", "l")}
  FROM participations l JOIN meetings m ON m.id = l.meeting_id JOIN parties p ON p.id = l.party_id
    LEFT JOIN people h ON h.id = l.head_id
  ORDER BY {_BY_MEETING}, l.id
"""
_OUTCOMES = f"""
  SELECT {_HEAD}, o.uid, o.act, substr(o.text, 1, {LONGEST}), substr(o.actor, 1, {LONGEST}),
    (SELECT group_concat(label, ' / ') FROM (SELECT t.label FROM outcome_topics ot JOIN topics t ON t.id = ot.topic_id
      WHERE ot.outcome_id = o.id ORDER BY ot.id)),
    {marks("outcome", "o")}
  FROM outcomes o JOIN meetings m ON m.id = o.meeting_id ORDER BY {_BY_MEETING}, o.position, o.id
"""
_DISPUTES = f"""
  SELECT r.uid, r.record_kind, r.record_uid, r.about, substr(r.value, 1, {LONGEST}), r.adopted,
    substr(r.reason, 1, {LONGEST}), {marks("reading", "r")}
  FROM readings r ORDER BY r.record_kind, r.record_uid, r.about, r.id
"""


def participants(conn: sqlite3.Connection) -> list[RecordLine]:
    """Every participant line, the first meeting first."""
    return [
        RecordLine(
            Record("participation", uid), _section(title, starts, ends), 0, word(vocabulary.ROLE, role), party,
            joined([head or "head not known", head_title, word(vocabulary.ATTENDANCE, attendance)]),
            notes, colours(tags), meeting=meeting, facets=frozenset({f"role:{role}", f"attendance:{attendance}"}),
        )
        for meeting, title, starts, ends, uid, role, party, attendance, head, head_title, notes, tags
        in conn.execute(_PARTICIPANTS)
    ]  # fmt: skip


def outcomes(conn: sqlite3.Connection) -> list[RecordLine]:
    """Every outcome, the first meeting first, in the order of their meeting."""
    return [
        RecordLine(
            Record("outcome", uid), _section(title, starts, ends), 0, word(vocabulary.ACTS, act), text,
            joined([topics or "no topic", actor]), notes, colours(tags), meeting=meeting,
            facets=frozenset({f"act:{act}"}),
        )
        for meeting, title, starts, ends, uid, act, text, actor, topics, notes, tags in conn.execute(_OUTCOMES)
    ]  # fmt: skip


def disputes(conn: sqlite3.Connection) -> list[RecordLine]:
    """Every value that a source gives on a point in dispute, those of one point together."""
    rows = conn.execute(_DISPUTES).fetchall()
    named = record_titles.named(conn, {Record(row[1], row[2]) for row in rows})
    found: list[RecordLine] = []
    for uid, kind, record_uid, about, value, adopted, reason, notes, tags in rows:
        what = named.get(Record(kind, record_uid))
        place = (what.meeting_title or what.title) if what else ""
        lead = "we follow" if adopted else ""
        point = joined([f"{about[:1].upper()}{about[1:]}", place])
        found.append(
            RecordLine(
                Record("reading", uid), point, 0, lead, value, reason or "",
                notes, colours(tags), meeting=(what and what.meeting) or "",
            )
        )  # fmt: skip
    return found


def _section(title: str, starts: str | None, ends: str | None) -> str:
    return joined([title, dates.span(starts, ends)])
