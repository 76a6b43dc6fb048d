"""All that a meeting or event holds, as one list to work with; each section ends with a row that adds."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from db import dates, vocabulary
from db.cancel import Cancel
from db.errors import Gone
from db.note_list import DAY, ON
from db.record_lines import RecordLine, colours, joined, marks, passages, seen, word
from db.record_titles import TITLE
from db.references import Record
from db.values import quoted

if TYPE_CHECKING:
    from db.library import Library

LONGEST = 400  # characters of a text that a row may need
_MEETING = f"""
  SELECT kind, number, title, starts, ends, city, {marks("meeting", "m")},
    {passages("meeting", "m")} FROM meetings m WHERE uid = :uid
"""
_EVENT = f"""
  SELECT kind, number, title, happened, happened, place, {marks("event", "e")},
    {passages("event", "e")} FROM events e WHERE uid = :uid
"""
_PARTICIPATIONS = f"""
  SELECT l.uid, l.role, p.name, l.attendance, h.name, substr(l.head_title, 1, {LONGEST}), substr(l.note, 1, {LONGEST}),
    {marks("participation", "l")},
    {passages("participation", "l")}
  FROM participations l JOIN meetings m ON m.id = l.meeting_id JOIN parties p ON p.id = l.party_id
    LEFT JOIN people h ON h.id = l.head_id
  WHERE m.uid = :uid ORDER BY l.id
"""
_OUTCOMES = f"""
  SELECT o.uid, o.act, substr(o.text, 1, {LONGEST}), substr(o.actor, 1, {LONGEST}),
    substr(o.act_as_worded, 1, {LONGEST}),
    (SELECT group_concat(label, ' / ') FROM (SELECT t.label FROM outcome_topics ot JOIN topics t ON t.id = ot.topic_id
      WHERE ot.outcome_id = o.id ORDER BY ot.id)),
    {marks("outcome", "o")},
    {passages("outcome", "o")}
  FROM outcomes o JOIN meetings m ON m.id = o.meeting_id WHERE m.uid = :uid ORDER BY o.position, o.id
"""
_QUOTES = f"""
  SELECT q.uid, q.form, substr(q.text, 1, {LONGEST}), s.name, substr(q.speaker_title, 1, {LONGEST}), q.said_on,
    {marks("quote", "q")},
    {passages("quote", "q")}
  FROM quotes q JOIN meetings m ON m.id = q.meeting_id LEFT JOIN people s ON s.id = q.speaker_id
  WHERE m.uid = :uid ORDER BY q.position, q.id
"""
_HERE = """
  WITH RECURSIVE here (kind, uid) AS (
    SELECT :kind, :uid
    UNION ALL SELECT 'participation', l.uid FROM participations l JOIN meetings m ON m.id = l.meeting_id
      WHERE m.uid = :uid
    UNION ALL SELECT 'outcome', o.uid FROM outcomes o JOIN meetings m ON m.id = o.meeting_id WHERE m.uid = :uid
    UNION ALL SELECT 'quote', q.uid FROM quotes q JOIN meetings m ON m.id = q.meeting_id WHERE m.uid = :uid)
"""
_READINGS = f"""{_HERE}
  SELECT r.uid, r.about, substr(r.value, 1, {LONGEST}), r.adopted, substr(r.reason, 1, {LONGEST}),
    {marks("reading", "r")},
    {passages("reading", "r")}
  FROM readings r JOIN here ON r.record_kind = here.kind AND r.record_uid = here.uid ORDER BY r.about, r.id
"""
_NOTES = f"""{_HERE},
  noted (kind, uid) AS (
    SELECT kind, uid FROM here
    UNION ALL SELECT 'reading', r.uid FROM readings r JOIN here
      ON r.record_kind = here.kind AND r.record_uid = here.uid
    UNION SELECT 'note', n.uid FROM notes n JOIN noted ON n.record_kind = noted.kind AND n.record_uid = noted.uid
    UNION SELECT 'citation', c.uid FROM citations c JOIN noted
      ON c.record_kind = noted.kind AND c.record_uid = noted.uid)
  SELECT n.uid, substr(n.body, 1, {LONGEST}), n.record_kind, n.field, {TITLE}, n.author, {DAY}, {marks("note", "n")}
  FROM notes n JOIN noted ON n.record_kind = noted.kind AND n.record_uid = noted.uid ORDER BY n.id
"""


def lines(library: Library, record: Record, cancel: Cancel) -> list[RecordLine]:
    """The rows of a meeting or event, under headings; Gone when it is no longer in the library."""
    args = {"kind": record.kind, "uid": record.uid}
    with library.reading(cancel) as conn:
        found = [_head(conn, record, args)]
        if record.kind == "meeting":
            here = {"meeting": record.uid}
            found += _participants(conn, args)
            found.append(_add("Participants", "Add participant", "participation", here))
            found += _outcomes(conn, args)
            found.append(_add("Outcomes", "Add outcome", "outcome", here))
            found += _quotes(conn, args)
            found.append(_add("Quotes", "Add quote", "quote", here))
        on = {"record": (record.kind, record.uid)}
        found += _readings(conn, args)
        found.append(_add("Sources disagree", "Add reading", "reading", on))
        found += _notes(conn, args)
        found.append(_add("Notes", "Add note", "note", on))
    return found


def _add(section: str, words: str, kind: str, known: dict[str, Any]) -> RecordLine:
    return RecordLine(None, section, 0, "", words, "", add=(kind, known))


def _head(conn: sqlite3.Connection, record: Record, args: dict[str, str]) -> RecordLine:
    row = conn.execute(_MEETING if record.kind == "meeting" else _EVENT, args).fetchone()
    if row is None:
        raise Gone(f"This {record.kind} is no longer in the library. Choose another from the list.")
    kind, number, title, starts, ends, city, notes, tags, *sources = row
    called = word({**vocabulary.MEETING_KINDS, **vocabulary.EVENT_KINDS}, kind)
    detail = joined([f"{called} {number or ''}".strip(), dates.span(starts, ends), city])
    return _cited(sources, record, record.kind.capitalize(), 0, "", title, detail, notes, colours(tags))


def _cited(sources: Sequence[Any], *told: Any) -> RecordLine:
    """A row with the number of its sources at the end, which leads to its first passage."""
    tail, links = seen(*sources)
    return RecordLine(*told, tail=tail, links=links)


def _participants(conn: sqlite3.Connection, args: dict[str, str]) -> list[RecordLine]:
    """The participant lines by role; a word that only a file altered by others holds is shown as it is, last."""
    order = {role: place for place, role in enumerate(vocabulary.ROLE)}
    rows = sorted(conn.execute(_PARTICIPATIONS, args), key=lambda row: order.get(row[1], len(order)))
    return [
        _cited(
            sources, Record("participation", uid), "Participants", 0, word(vocabulary.ROLE, role), party,
            joined([head or "head not known", title, word(vocabulary.ATTENDANCE, attendance), note]),
            notes, colours(tags),
        )
        for uid, role, party, attendance, head, title, note, notes, tags, *sources in rows
    ]  # fmt: skip


def _outcomes(conn: sqlite3.Connection, args: dict[str, str]) -> list[RecordLine]:
    return [
        _cited(
            sources, Record("outcome", uid), "Outcomes", 0, word(vocabulary.ACTS, act), text,
            joined([topics or "no topic", actor, worded and f"“{worded}”"]), notes, colours(tags),
        )
        for uid, act, text, actor, worded, topics, notes, tags, *sources in conn.execute(_OUTCOMES, args)
    ]  # fmt: skip


def _quotes(conn: sqlite3.Connection, args: dict[str, str]) -> list[RecordLine]:
    return [
        _cited(
            sources, Record("quote", uid), "Quotes", 0, "verbatim" if form == "direct" else "reported", text,
            joined([speaker or "speaker not known", title, dates.words(said)]), notes, colours(tags),
        )
        for uid, form, text, speaker, title, said, notes, tags, *sources in conn.execute(_QUOTES, args)
    ]  # fmt: skip


def _readings(conn: sqlite3.Connection, args: dict[str, str]) -> list[RecordLine]:
    return [
        _cited(
            sources, Record("reading", uid), "Sources disagree", 0, "we follow" if adopted else "", value,
            joined([about, reason]), notes, colours(tags),
        )
        for uid, about, value, adopted, reason, notes, tags, *sources in conn.execute(_READINGS, args)
    ]  # fmt: skip


def _notes(conn: sqlite3.Connection, args: dict[str, str]) -> list[RecordLine]:
    return [
        RecordLine(
            Record("note", uid), "Notes", 0, f"on {ON[kind]}", body,
            joined([title and quoted(title), _field(kind, field), author or "author not known", dates.words(day)]),
            notes, colours(tags),
        )
        for uid, body, kind, field, title, author, day, notes, tags in conn.execute(_NOTES, args)
    ]  # fmt: skip


def _field(kind: str, field: str | None) -> str | None:
    return field and f"field “{vocabulary.field_label(kind, field)}”"
