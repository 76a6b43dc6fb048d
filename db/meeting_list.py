"""The meetings, and what happened between them, as a list shows them: in order of time, narrowed by kind and words."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import TYPE_CHECKING, NamedTuple

from db import dates, folding
from db.cancel import Cancel
from db.vocabulary import EVENT_KINDS, MEETING_KINDS

if TYPE_CHECKING:
    from db.library import Library


class MeetingLine(NamedTuple):
    """A row of the list: a meeting, or an event (then `record` is event and counts are 0)."""

    record: str
    uid: str
    kind: str
    number: int | None
    title: str
    starts: str | None
    ends: str | None
    city: str | None
    held: str
    disputed: int
    notes: int


_LINES = """
  SELECT * FROM (
  SELECT 'meeting' AS record, uid, kind, number, title, starts, ends, city, held, disputed, notes FROM meeting_overview
  UNION ALL
  SELECT 'event', e.uid, e.kind, e.number, e.title, e.happened, e.happened, e.place, 'held', 0,
    (SELECT count(*) FROM notes n WHERE n.record_kind = 'event' AND n.record_uid = e.uid)
  FROM events e)
  ORDER BY starts IS NULL, starts, ends, number, uid
"""
_WORDS = """
  SELECT m.uid, m.kind, m.number, m.starts, m.ends, m.title || ' ' || coalesce(m.city, '') || ' ' || coalesce((
      SELECT group_concat(p.name || ' ' || coalesce(p.short_name, '') || ' ' || coalesce(h.name, ''), ' ')
      FROM participations l JOIN parties p ON p.id = l.party_id LEFT JOIN people h ON h.id = l.head_id
      WHERE l.meeting_id = m.id), '')
    || ' ' || coalesce((SELECT group_concat(DISTINCT s.name) FROM quotes q JOIN people s ON s.id = q.speaker_id
      WHERE q.meeting_id = m.id), '')
  FROM meetings m
  UNION ALL SELECT uid, kind, number, happened, happened, title || ' ' || coalesce(place, '') FROM events
"""


def lines(library: Library, cancel: Cancel) -> list[MeetingLine]:
    """All meetings and events, oldest first; those without a date last."""
    with library.reading(cancel) as conn:
        return [MeetingLine(*row) for row in conn.execute(_LINES)]


def words(library: Library, cancel: Cancel) -> dict[str, str]:
    """For each meeting and event the folded words that a filter looks in: all that its row and page head say of it."""
    with library.reading(cancel) as conn:
        return {row[0]: _words(*row[1:]) for row in conn.execute(_WORDS)}


def _words(kind: str, number: int | None, starts: str | None, ends: str | None, text: str) -> str:
    """Kind and number, days, title, city, parties and people, folded, with a space around each word."""
    label = {**MEETING_KINDS, **EVENT_KINDS}[kind]
    whole = f"{label} {number or ''} {dates.span(starts, ends)} {text}"
    return f" {' '.join(folding.bare(whole).split())} "


def narrow(
    rows: Iterable[MeetingLine],
    searched: dict[str, str],
    text: str,
    kinds: frozenset[str],
    among: Container[str] | None = None,
) -> list[MeetingLine]:
    """The rows of the given kinds (all when empty) in which each word of the text occurs; numbers only as a whole.

    `among` are the uids to choose from, such as those that have a tag; None stands for all.
    """
    wanted = [f" {word} " if word.isdigit() else word for word in folding.bare(text).split()]
    return [
        row
        for row in rows
        if (not kinds or row.kind in kinds)
        and (among is None or row.uid in among)
        and all(word in searched.get(row.uid, "") for word in wanted)
    ]
