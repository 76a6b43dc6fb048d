"""A source with all that rests on it, read in one go: quotes, values that cite it, notes, tagged passages."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from db import record_titles, source_pages, tag_tree
from db.cancel import Cancel
from db.errors import Gone
from db.note_list import DAY
from db.passages import WHOLE_TEXT
from db.record_titles import Named
from db.references import Record
from db.source_pages import Pages
from db.sources import Source
from db.tag_tree import TagMark

if TYPE_CHECKING:
    from db.library import Library

LONGEST = 600  # characters of a passage, or of a note, that a list or a tip may need
KINDS = ("quote", "citation", "note", "tag")
"""What can rest on a source: words of a speaker, a value of a record, a note, a passage with tags."""


class Use(NamedTuple):
    """One thing that rests on a source, at its place in the text (code points) or, without one, on the whole of it.

    `kind` is one of KINDS; `record` the quote, what cites, the note, or for a tagged passage its citation; `title` what
    that is called. `by` and `day` are speaker and day of a quote, author and day of a note. `id` and `citation` (a uid)
    are those of the citation, None for a note that has none.
    """

    kind: str
    id: int | None
    citation: str | None
    record: Record
    field: str | None
    relation: str
    basis: str
    starts: int | None
    ends: int | None
    exact: str | None
    as_worded: str | None
    page: str | None
    anchor: str | None
    title: str
    by: str | None = None
    day: str | None = None
    form: str | None = None
    meeting: str | None = None
    meeting_title: str | None = None
    tags: tuple[TagMark, ...] = ()


class SourcePage(NamedTuple):
    """A source, its pages, and all that rests on it: what has a place in the order of the text, then rest.

    `meetings` are the uids of the meetings on whose pages it is cited or quoted, each once.
    """

    source: Source
    pages: Pages
    uses: list[Use]
    meetings: list[str]

    def count(self, kind: str) -> int:
        """How many things of a kind rest on it; a quote that cites it twice counts once."""
        return len({use.record if kind == "quote" else use for use in self.uses if use.kind == kind})


class Place(NamedTuple):
    """A source and, in it, a citation and the place of its passage, as far as an address names one."""

    source: str
    citation: int | None = None
    span: tuple[int, int] | None = None
    known: bool = True
    """Whether the passage stands there; else the text was changed, and it only seems to."""


_CITATIONS = f"""
  SELECT c.id, c.uid, c.record_kind, c.record_uid, c.field, c.relation, c.basis, c.starts, c.ends,
    substr(c.exact, 1, {LONGEST}), c.as_worded, c.page, c.anchor
  FROM citations c JOIN sources s ON s.id = c.source_id
  WHERE s.uid = ? AND NOT EXISTS (SELECT 1 FROM notes n WHERE n.citation_id = c.id AND c.record_kind = 'note'
    AND c.record_uid = n.uid)
  ORDER BY c.id
"""
_NOTES = f"""
  SELECT c.id, c.uid, n.uid, n.field, c.starts, c.ends, substr(c.exact, 1, {LONGEST}), c.page, c.anchor,
    substr(n.body, 1, {LONGEST}), n.author, {DAY}
  FROM notes n LEFT JOIN citations c ON c.id = n.citation_id
  WHERE (n.record_kind = 'source' AND n.record_uid = :uid)
    OR c.source_id = (SELECT id FROM sources WHERE uid = :uid)
  ORDER BY n.id
"""
_SPEAKERS = """
  SELECT q.uid, p.name, q.speaker_title, q.said_on, q.form FROM quotes q LEFT JOIN people p ON p.id = q.speaker_id
  WHERE q.uid IN (SELECT c.record_uid FROM citations c JOIN sources s ON s.id = c.source_id
    WHERE s.uid = ? AND c.record_kind = 'quote')
"""


def read(library: Library, uid: str, cancel: Cancel) -> SourcePage:
    """A source and what rests on it; Gone when it is no longer in the library."""
    with library.reading(cancel) as conn:
        source = library.sources.get(uid)
        uses = [*_cited(conn, uid), *_noted(conn, uid)]
        uses = _with_tags(conn, uses)
        meetings = _meetings(conn, uses)
    uses.sort(key=lambda use: (use.starts is None, use.starts or 0, use.ends or 0, KINDS.index(use.kind)))
    return SourcePage(source, source_pages.read(source.pages), uses, meetings)


def text(library: Library, uid: str, cancel: Cancel) -> str:
    """The full text of a source, empty when none is held; Gone when the source is."""
    with library.reading(cancel) as conn:
        row = conn.execute("SELECT coalesce(text, '') FROM sources WHERE uid = ?", [uid]).fetchone()
        if row is None:
            raise Gone("This source is no longer in the library.")
        return row[0]


_PLACE = (
    "SELECT s.uid, c.id, coalesce(c.starts, c.moved_starts), coalesce(c.ends, c.moved_ends), c.anchor IS NULL "
    "FROM citations c JOIN sources s ON s.id = c.source_id"
)
_PLACES = {
    "cite": f"{_PLACE} WHERE c.id = CAST(? AS INTEGER)",
    "row": f"{_PLACE} WHERE c.id = CAST(? AS INTEGER)",
    "citation": f"{_PLACE} WHERE c.uid = ?",
    "quote": f"{_PLACE} WHERE c.record_kind = 'quote' AND c.record_uid = ? "
    "ORDER BY coalesce(c.field, 'text') <> 'text', c.relation = 'contradicts', c.field IS NULL, c.starts IS NULL, "
    "c.exact IS NULL, c.id",
    "note": f"{_PLACE} JOIN notes n ON n.citation_id = c.id WHERE n.uid = ?",
    "source": "SELECT uid, NULL, NULL, NULL, 1 FROM sources WHERE uid = ?",
    "uses": "SELECT uid, NULL, NULL, NULL, 1 FROM sources WHERE uid = ?",
}


def place_of(library: Library, target: str, cancel: Cancel) -> Place | None:
    """What a target as `cite:12`, `row:12`, `citation:UID`, `quote:UID` or `uses:UID` names; None for nothing."""
    kind, _, key = target.partition(":")
    with library.reading(cancel) as conn:
        row = conn.execute(_PLACES[kind], [key]).fetchone() if kind in _PLACES else None
    if row is None:
        return None
    source, citation, starts, ends, known = row
    return Place(source, citation, None if starts is None else (starts, ends), bool(known))


def _cited(conn: sqlite3.Connection, uid: str) -> Iterable[Use]:
    """The citations of a source but for those that only hold the passage of a note."""
    rows = conn.execute(_CITATIONS, [uid]).fetchall()
    named = record_titles.named(conn, {Record(row[2], row[3]) for row in rows})
    speakers = {row[0]: row[1:] for row in conn.execute(_SPEAKERS, [uid])}
    for key, own, kind, record_uid, field, *rest in rows:
        record = Record(kind, record_uid)
        if record == ("source", uid) and field == WHOLE_TEXT:
            yield Use._make(("tag", key, own, Record("citation", own), None, *rest, "", *(None,) * 5, ()))
            continue
        what = named.get(record, Named(""))
        name, title, *said = speakers.get(record_uid, (None,) * 4) if kind == "quote" else (None,) * 4
        by = ", ".join(part for part in (name, title) if part) or None
        use = "quote" if kind == "quote" else "citation"
        yield Use._make(
            (use, key, own, record, field, *rest, what.title, by, *said, what.meeting, what.meeting_title, ())
        )


def _noted(conn: sqlite3.Connection, uid: str) -> Iterable[Use]:
    for key, own, note, field, starts, ends, exact, page, anchor, body, author, day in conn.execute(
        _NOTES, {"uid": uid}
    ):
        yield Use(
            "note", key, own, Record("note", note), field, "states", "seen", starts, ends, exact, None, page, anchor,
            title=body, by=author, day=day,
        )  # fmt: skip


def _meetings(conn: sqlite3.Connection, uses: list[Use]) -> list[str]:
    """The meetings among what uses belong to; the others are events."""
    found = dict.fromkeys(use.meeting for use in uses if use.meeting)
    known = "SELECT 1 FROM meetings WHERE uid = ?"
    return [uid for uid in found if conn.execute(known, [uid]).fetchone()]


def _with_tags(conn: sqlite3.Connection, uses: list[Use]) -> list[Use]:
    """The same with the tags on what rests there."""
    tags: dict[Record, tuple[TagMark, ...]] = {}
    for kind in {use.record.kind for use in uses}:
        found = tag_tree.marks_on(conn, kind, list({use.record.uid for use in uses if use.record.kind == kind}))
        tags |= {Record(kind, uid): marks for uid, marks in found.items()}
    return [use._replace(tags=tags[use.record]) if use.record in tags else use for use in uses]
