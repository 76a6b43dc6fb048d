"""The meetings, and what happened between them, as a list shows them: in order of time, narrowed by kind and words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from db.cancel import Cancel

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
  SELECT m.uid, m.title || ' ' || coalesce(m.city, '') || ' ' || coalesce((
      SELECT group_concat(p.name || ' ' || coalesce(p.short_name, '') || ' ' || coalesce(h.name, ''), ' ')
      FROM participations l JOIN parties p ON p.id = l.party_id LEFT JOIN people h ON h.id = l.head_id
      WHERE l.meeting_id = m.id), '')
    || ' ' || coalesce((SELECT group_concat(DISTINCT s.name) FROM quotes q JOIN people s ON s.id = q.speaker_id
      WHERE q.meeting_id = m.id), '')
  FROM meetings m
  UNION ALL SELECT uid, title || ' ' || coalesce(place, '') FROM events
"""


def lines(library: Library, cancel: Cancel) -> list[MeetingLine]:
    """All meetings and events, oldest first; those without a date last."""
    with library.reading(cancel) as conn:
        return [MeetingLine(*row) for row in conn.execute(_LINES)]


def words(library: Library, cancel: Cancel) -> dict[str, str]:
    """For each meeting and event the folded text that a filter looks in: title, city, parties, people."""
    with library.reading(cancel) as conn:
        return {uid: fold(text) for uid, text in conn.execute(_WORDS)}


def fold(text: str) -> str:
    """A text without case and diacritics, to compare by."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def narrow(
    rows: Iterable[MeetingLine], searched: dict[str, str], text: str, kinds: frozenset[str]
) -> list[MeetingLine]:
    """The rows of the given kinds (all when empty) in which each word of the text occurs."""
    wanted = fold(text).split()
    return [
        row
        for row in rows
        if (not kinds or row.kind in kinds) and all(word in searched.get(row.uid, "") for word in wanted)
    ]
