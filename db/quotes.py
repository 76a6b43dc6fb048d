"""Quotes: the words of speakers, direct or reported, and the search for them."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar, NamedTuple, TypedDict, TypeVar, Unpack

from db import quote_checks, quote_index, quote_lines, quote_search, quote_words
from db.cancel import Cancel
from db.errors import IndexDamaged
from db.ordered import Ordered
from db.query_names import Names
from db.query_tree import EVERYTHING
from db.quote_checks import Again
from db.quote_lines import QuoteLine
from db.quote_marks import Marker, Span
from db.quote_query import Query, parse
from db.quote_search import Counts, Found
from db.record_entries import WORDS
from db.vocabulary import FORMS

_Result = TypeVar("_Result")


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
        """Bring the full-text index and the checks of quotes in step with a revision, before its commit."""
        quote_index.refresh(conn, revision, quote_checks.refresh(conn, revision))

    def look_again(self, cancel: Cancel) -> Again:
        """Compare all quotes with their sources; nothing is stored."""
        with self._library.reading(cancel) as conn:
            return quote_checks.look_again(conn, cancel)

    def check_again(self, ids: Sequence[int] | None = None) -> None:
        """Compare quotes with their sources anew and keep what that gives, of all of them unless some are named."""
        with self._library.revise("Check quotes again") as db:
            if ids is None:
                ids = quote_checks.rebuild(db.conn)
            else:
                quote_checks.put(db.conn, ids)
            quote_index.put(db.conn, ids)

    def amiss(self, limit: int, cancel: Cancel) -> tuple[dict[str, int], list[QuoteLine]]:
        """How many quotes there are of each result of comparing, and the first that are not in their sources."""
        with self._library.reading(cancel) as conn:
            found = quote_lines.lines(conn, quote_checks.amiss(conn, limit))
            return quote_checks.results(conn), [line for line in found if line]

    def find(self, query: Query, cancel: Cancel, limit: int = -1) -> array[int]:
        """Ids of the quotes that a query matches, newest first; at most `limit` of them, all when negative."""
        with self._library.reading(cancel) as conn:
            return quote_search.find(conn, query, limit)

    def search(self, query: Query, cancel: Cancel, order: str = "date", *, patient: bool = True) -> Found:
        """All that a query finds, in one of ORDERS; of common words the best match only when `patient`."""
        return self._in_order(query, order, cancel, partial(quote_search.search, query=query, patient=patient))

    def count(self, query: Query, cancel: Cancel, most: int = quote_search.MOST_COUNTED) -> Counts:
        """How many quotes a query finds, as written and by sound, counted up to `most`; all when negative."""
        with self._library.reading(cancel) as conn:
            return quote_search.count(conn, query, most)

    def first(self, query: Query, cancel: Cancel, limit: int, order: str = "date") -> list[QuoteLine]:
        """The first quotes that a query matches, with the matched words marked; see `search`, which is not patient."""
        return self._in_order(query, order, cancel, partial(quote_search.first, query=query, limit=limit))

    def _in_order(self, query: Query, order: str, cancel: Cancel, search: Callable[..., _Result]) -> _Result:
        """What a search finds in an order; by date where the lengths of all quotes stand in an index that is damaged
        and cannot be made anew.
        """
        try:
            with self._library.reading(cancel) as conn:
                return search(conn, order=order)
        except IndexDamaged:
            if not self._library.read_only or order != "length" or query.match != EVERYTHING:
                raise
        with self._library.reading(cancel) as conn:
            return search(conn, order="date")

    def ranks_at_once(self, query: Query, cancel: Cancel) -> bool:
        """Whether the best matches of a query are found at once; else they stand by date until `search` has ranked."""
        with self._library.reading(cancel) as conn:
            return quote_search.ranks_at_once(conn, query)

    def marked(self, ids: Sequence[int], query: Query, cancel: Cancel) -> list[QuoteLine | None]:
        """A page of what a query found, with the matched words marked."""
        with self._library.reading(cancel) as conn:
            return quote_search.marked(conn, ids, query)

    def marks_in(self, text: str, search: str, cancel: Cancel) -> tuple[Span, ...]:
        """Where in a text the words of a search for quotes stand, in whatever spelling; offsets in code points."""
        query = parse(search, names=Names(self._library, cancel))
        if not query.marks:
            return ()
        with self._library.reading(cancel) as conn:
            return Marker(query.marks, partial(quote_words.heard, conn, table=WORDS)).marked(text, "").marks

    def lines(self, ids: Sequence[int]) -> list[QuoteLine | None]:
        """At most a page of quotes as a list shows them, in the order of their ids; None stands for a removed one."""
        with self._library.reading() as conn:
            return quote_lines.lines(conn, ids)

    def of_meeting(self, meeting: str) -> list[QuoteLine]:
        """The quotes of a meeting, in its order."""
        with self._library.reading() as conn:
            return quote_lines.of_meeting(conn, meeting)
