"""Quotes: the words of speakers, direct or reported, and the search for them."""

from __future__ import annotations

import re
import sqlite3
from array import array
from collections.abc import Sequence
from typing import ClassVar, NamedTuple, TypedDict, Unpack

from db import quote_index
from db.cancel import Cancel
from db.ordered import Ordered
from db.quote_query import Query
from db.vocabulary import FORMS

MARK, UNMARK = "\ufdd0", "\ufdd1"  # noncharacters of Unicode; a text that holds them goes without marks


class Quote(NamedTuple):
    """One quote as it is stored."""

    id: int
    uid: str
    meeting_id: int | None
    speaker_id: int | None
    party_id: int | None
    speaker_title: str | None
    said_on: str | None
    form: str
    language: str | None
    text: str
    position: int


class QuoteValues(TypedDict, total=False):
    """What people edit of a quote; `meeting`, `speaker` (a person) and `party` by uid."""

    meeting: str | None
    speaker: str | None
    party: str | None
    speaker_title: str | None
    said_on: str | None
    form: str
    language: str | None
    text: str


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


class Quotes(Ordered[Quote]):
    """The quotes of a library."""

    kind, table, label, title, row = "quote", "quotes", "quote", "text", Quote
    required = ("form", "text")
    words: ClassVar = {"form": FORMS}
    dates = ("said_on",)
    refers: ClassVar = {"meeting": "meetings", "speaker": "people", "party": "parties"}

    def add(self, *, uid: str | None = None, **given: Unpack[QuoteValues]) -> str:
        """A new quote, last of its meeting; its uid. Needs a form and a text."""
        return self._add(given, uid)

    def edit(self, uid: str, **given: Unpack[QuoteValues]) -> None:
        """Change fields of a quote; in another meeting it stands last."""
        self._edit(uid, given)

    def index(self, conn: sqlite3.Connection, revision: int) -> None:
        """Bring the full-text index in step with a revision, before its commit."""
        quote_index.refresh(conn, revision)

    def rebuild_index(self) -> None:
        """Make the full-text index anew."""
        with self._library.revise("Rebuild the index") as db:
            quote_index.rebuild(db.conn)

    def find(self, query: Query, cancel: Cancel, limit: int = -1) -> array[int]:
        """Ids of the quotes that a query matches, newest first; at most `limit` of them, all when negative."""
        sql = "SELECT rowid FROM quote_index WHERE quote_index MATCH ? ORDER BY rowid DESC LIMIT ?"
        with self._library.reading(cancel) as conn:
            rows = conn.execute(sql, [query.match, limit])
            return array("q", (quote_index.ID_MASK - (row[0] & quote_index.ID_MASK) for row in rows))

    def lines(self, ids: Sequence[int], query: Query | None = None) -> list[QuoteLine | None]:
        """At most a page of quotes as a list shows them, in the order of their ids; None stands for a removed one."""
        marks = ", ".join("?" * len(ids))
        with self._library.reading() as conn:
            found = {row[0]: QuoteLine(*row) for row in conn.execute(f"{_LINE} WHERE q.id IN ({marks})", list(ids))}
            if query and query.marks:
                for key, spans in self._spans(conn, ids, query).items():
                    if key in found and not {MARK, UNMARK} & set(found[key].text):
                        found[key] = found[key]._replace(marks=spans)
        return [found.get(key) for key in ids]

    def of_meeting(self, meeting: str) -> list[QuoteLine]:
        """The quotes of a meeting, in its order."""
        with self._library.reading() as conn:
            rows = conn.execute(f"{_LINE} WHERE m.uid = ? ORDER BY q.position, q.id", [meeting])
            return [QuoteLine(*row) for row in rows]

    def _spans(
        self, conn: sqlite3.Connection, ids: Sequence[int], query: Query
    ) -> dict[int, tuple[tuple[int, int], ...]]:
        """The matched words of each of the quotes."""
        marks = ", ".join("?" * len(ids))
        rows = conn.execute(
            f"SELECT rowid, highlight(quote_index, 0, '{MARK}', '{UNMARK}') FROM quote_index WHERE quote_index MATCH ? "
            f"AND rowid IN (SELECT place FROM quote_places WHERE quote_id IN ({marks}))",
            [query.match, *ids],
        )
        return {quote_index.quote_of(place): _parse_marks(text) for place, text in rows}


def _parse_marks(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the marked stretches in the text without its marks."""
    spans: list[tuple[int, int]] = []
    at = 0
    for number, piece in enumerate(re.split(f"[{MARK}{UNMARK}]", text)):
        if number % 2:
            spans.append((at, at + len(piece)))
        at += len(piece)
    return tuple(spans)
