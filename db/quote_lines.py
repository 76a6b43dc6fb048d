"""Quotes as lists show them: each with its speaker, party, meeting and first source."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple


class QuoteLine(NamedTuple):
    """A quote as a list shows it; `marks` are the matched words as offsets into `text`, in code points."""

    id: int
    uid: str
    text: str
    form: str
    said_on: str | None
    speaker: str | None
    speaker_title: str | None
    party: str | None
    role: str | None
    meeting: str | None
    meeting_title: str | None
    source: str | None
    source_title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    recalled: bool
    marks: tuple[tuple[int, int], ...] = ()


_LINE = """
  SELECT q.id, q.uid, q.text, q.form, q.said_on, s.name, q.speaker_title, p.name,
    (SELECT l.role FROM participations l WHERE l.meeting_id = q.meeting_id AND l.party_id = q.party_id
      ORDER BY l.id LIMIT 1),
    m.uid, m.title, d.uid, d.title, d.publisher, d.published, d.url, coalesce(c.basis = 'recalled', 0)
  FROM quotes q LEFT JOIN people s ON s.id = q.speaker_id LEFT JOIN parties p ON p.id = q.party_id
    LEFT JOIN meetings m ON m.id = q.meeting_id
    LEFT JOIN citations c ON c.id = (SELECT min(id) FROM citations WHERE record_kind = 'quote' AND record_uid = q.uid)
    LEFT JOIN sources d ON d.id = c.source_id
"""


def lines(conn: sqlite3.Connection, ids: Sequence[int]) -> list[QuoteLine | None]:
    """At most a page of quotes, in the order of their ids; None stands for a removed one."""
    marks = ", ".join("?" * len(ids))
    found = {row[0]: QuoteLine(*row) for row in conn.execute(f"{_LINE} WHERE q.id IN ({marks})", list(ids))}
    return [found.get(key) for key in ids]


def of_meeting(conn: sqlite3.Connection, meeting: str) -> list[QuoteLine]:
    """The quotes of a meeting, in its order."""
    return [QuoteLine(*row) for row in conn.execute(f"{_LINE} WHERE m.uid = ? ORDER BY q.position, q.id", [meeting])]
