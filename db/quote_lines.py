"""Quotes as lists show them: each with its speaker, party, meeting and first source."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from db import tag_tree
from db.tag_tree import TagMark


class QuoteLine(NamedTuple):
    """A quote as a list shows it; `marks` are the matched words as offsets into `text`, in code points.

    `check` is what comparing it with its sources gave, a key of CHECKS; `page` the page of that source, as
    it is cited. `reason` says in words what was found where that is not as typed; `sounds` whether it was found only by
    how that sounds.
    """

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
    notes: int = 0
    check: str | None = None
    authors: str | None = None
    page: str | None = None
    tags: tuple[TagMark, ...] = ()
    marks: tuple[tuple[int, int], ...] = ()
    reason: str = ""
    sounds: bool = False


_LINE = """
  SELECT q.id, q.uid, q.text, q.form, q.said_on, s.name, q.speaker_title, p.name,
    (SELECT l.role FROM participations l WHERE l.meeting_id = q.meeting_id AND l.party_id = q.party_id
      ORDER BY l.id LIMIT 1),
    m.uid, m.title, d.uid, d.title, d.publisher, d.published, d.url, coalesce(c.basis = 'recalled', 0),
    (SELECT count(*) FROM notes n WHERE n.record_kind = 'quote' AND n.record_uid = q.uid),
    (SELECT k.result FROM quote_checks k WHERE k.quote_id = q.id),
    d.authors, c.page
  FROM quotes q LEFT JOIN people s ON s.id = q.speaker_id LEFT JOIN parties p ON p.id = q.party_id
    LEFT JOIN meetings m ON m.id = q.meeting_id
    LEFT JOIN citations c ON c.id = (SELECT id FROM citations WHERE record_kind = 'quote' AND record_uid = q.uid
      AND (field IS NULL OR field = 'text') AND relation <> 'contradicts'
      ORDER BY source_id IS NULL, field IS NULL, id LIMIT 1)
    LEFT JOIN sources d ON d.id = c.source_id
"""


def lines(conn: sqlite3.Connection, ids: Sequence[int]) -> list[QuoteLine | None]:
    """At most a page of quotes, in the order of their ids; None stands for a removed one."""
    marks = ", ".join("?" * len(ids))
    found = {line.id: line for line in _read(conn, f"WHERE q.id IN ({marks})", ids)}
    return [found.get(key) for key in ids]


def of_meeting(conn: sqlite3.Connection, meeting: str) -> list[QuoteLine]:
    """The quotes of a meeting, in its order."""
    return _read(conn, "WHERE m.uid = ? ORDER BY q.position, q.id", [meeting])


def _read(conn: sqlite3.Connection, clause: str, args: Sequence[int | str]) -> list[QuoteLine]:
    found = [QuoteLine(*row) for row in conn.execute(f"{_LINE} {clause}", list(args))]
    tags = tag_tree.marks_on(conn, "quote", [line.uid for line in found])
    return [line._replace(tags=tags[line.uid]) if line.uid in tags else line for line in found] if tags else found
