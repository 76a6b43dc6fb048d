"""All sources of a library, each with what rests on it, and what a filter may narrow them to."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from db import dates, folding, values
from db.record_lines import Link, RecordLine, colours, joined, marks
from db.references import Record
from db.vocabulary import LANGUAGES, SOURCE_TYPES

NO_TYPE = "none"
FACETS: dict[str, tuple[str, Mapping[str, str]]] = {
    "text": ("Text", {"yes": "with text", "no": "without text"}),
    "type": ("Type", {**SOURCE_TYPES, NO_TYPE: "type not known"}),
    "used": ("Use", {"yes": "used", "no": "not used"}),
}
"""What sources can be narrowed by: its name, and the words for each choice; a facet of a line is `type:news`."""

_LINES = f"""
  WITH rests (source_id, quotes, cited) AS (
    SELECT c.source_id, count(DISTINCT iif(c.record_kind = 'quote', c.record_uid, NULL)),
      sum(c.record_kind NOT IN ('quote', 'note') AND NOT (c.record_kind = 'source' AND c.record_uid = o.uid))
    FROM citations c JOIN sources o ON o.id = c.source_id GROUP BY c.source_id),
  noted (source_id, notes) AS (
    SELECT c.source_id, count(*) FROM notes n JOIN citations c ON c.id = n.citation_id
    WHERE n.record_kind <> 'source' AND c.source_id IS NOT NULL GROUP BY c.source_id)
  SELECT s.uid, s.title, s.authors, s.publisher, s.published, s.language, s.type, s.text_sha256 IS NOT NULL,
    coalesce(r.quotes, 0), coalesce(r.cited, 0), coalesce(d.notes, 0), {marks("source", "s")}
  FROM sources s LEFT JOIN rests r ON r.source_id = s.id LEFT JOIN noted d ON d.source_id = s.id ORDER BY s.id
"""


class _Row(NamedTuple):
    uid: str
    title: str
    authors: str | None
    publisher: str | None
    published: str | None
    language: str | None
    type: str | None
    has_text: int
    quotes: int
    cited: int
    notes_elsewhere: int
    notes: int
    tags: str | None


def read(conn: sqlite3.Connection) -> list[RecordLine]:
    """A line for each source, by title; quotation marks and brackets around it do not count."""
    rows = (_Row._make(row) for row in conn.execute(_LINES))
    return [_line(row) for row in sorted(rows, key=lambda row: _sorting(row.title))]


def _sorting(title: str) -> str:
    """A title from its first letter or digit on, as far as it has one."""
    bare = folding.bare(title)
    return bare[next((at for at, sign in enumerate(bare) if sign.isalnum()), 0) :]


def _line(row: _Row) -> RecordLine:
    language = LANGUAGES.get(row.language or "", row.language or "")
    kind = SOURCE_TYPES.get(row.type or "", row.type or "")
    notes = row.notes + row.notes_elsewhere
    rests = [
        row.cited and values.count(row.cited, "citation", "citations"),
        row.quotes and values.count(row.quotes, "quote", "quotes"),
        notes and values.count(notes, "note", "notes"),
    ]
    used = bool(row.cited or row.quotes)
    return RecordLine(
        Record("source", row.uid), "", 0, "", row.title,
        joined([row.authors, row.publisher, dates.words(row.published) if row.published else "undated", kind, language,
                "full text" if row.has_text else ""]),
        0, colours(row.tags),
        tail=joined(rests) or "not used",
        links=(Link(joined(rests), f"source uses:{row.uid}"),) if any(rests) else (),
        words=row.language or "",
        facets=frozenset({
            f"text:{'yes' if row.has_text else 'no'}", f"type:{row.type or NO_TYPE}", f"used:{'yes' if used else 'no'}",
        }),
    )  # fmt: skip
