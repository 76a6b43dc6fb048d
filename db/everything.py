"""The search in everything: records, passages of sources and quotes that a text finds, the best of each kind first.

Words are those of the quote search, with other spellings, other scripts and names that sound alike. What is written so
stands before what only sounds so, a name before a text, a whole word before a beginning. Of very many that are found
the first ones in the index are put in order.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from db import found_text, quote_search, quote_words, record_index
from db.cancel import Cancel
from db.found_text import Finding
from db.query_names import Names
from db.query_tree import EVERYTHING
from db.quote_query import Part, Query, parse
from db.record_entries import WORDS
from db.record_texts import PASSAGE
from db.search_rank import SOUND, Ranker
from db.search_words import columns

if TYPE_CHECKING:
    from db.library import Library

ORDER = (
    "meeting", "person", "party", "topic", "event", "quote", "outcome", "source", "note", "tag", "reading", "alias",
)  # fmt: skip
"""The kinds in the order in which they are shown where the best of each is as good."""
FIRST = 4
"""Shown of each kind at first."""
ALL = 200
"""Shown of one kind, and looked at of each to put the best first."""
ONLY_QUOTES = "Fields such as speaker: look among the quotes only."
_BY_SOUND = ("person", "party", "alias", "meeting")
"""Kinds that are found by their sound also where others are found as they are written."""
_LAST = SOUND - 1
_FOUND = """
  SELECT p.record_id, p.starts, p.ends, i.name, i.text FROM record_index i JOIN record_places p ON p.place = i.rowid
  WHERE i.record_index MATCH ? LIMIT ?
"""


class Group(NamedTuple):
    """What is found of one kind, the best first; there are `number` of them, or more when that is ALL."""

    kind: str
    findings: tuple[Finding, ...]
    number: int


class Everything(NamedTuple):
    """All that is found, other spellings that were searched for, what was not understood, whether all is indexed, and
    whether other spellings were left out.
    """

    groups: tuple[Group, ...]
    also: tuple[str, ...]
    remark: str
    whole: bool
    as_typed: bool = False


class _Candidate(NamedTuple):
    """A row of the index that may be shown; it is put in order by `rank`."""

    rank: tuple[int, ...]
    key: int
    span: tuple[int, int] | None


def find(library: Library, text: str, cancel: Cancel, *, kind: str | None = None, typing: bool = True) -> Everything:
    """The first of each kind, or up to ALL of one kind; nothing for a text without words or fields."""
    query = parse(text, typing=typing, names=Names(library, cancel))
    with library.reading(cancel) as conn:
        search = _Search(conn, query, cancel, FIRST if kind is None else ALL)
        groups = sorted(search.groups(ORDER if kind is None else (kind,)), key=lambda group: group[0])
        whole = record_index.is_whole(conn)
    remark = " ".join(filter(None, (query.remark, ONLY_QUOTES if _narrows(text, query) else "")))
    return Everything(tuple(group for _, group in groups), query.also, remark, whole, query.as_typed)


def _narrows(text: str, query: Query) -> bool:
    """Whether a search has fields that narrow quotes, and so finds nothing else."""
    named = {text[span.start : span.end - 1].lower() for span in query.spans if span.kind == "field"}
    return bool(named - {"spellings"})


class _Search:
    """One search in one state of the library."""

    def __init__(self, conn: sqlite3.Connection, query: Query, cancel: Cancel, most: int) -> None:
        self._conn, self._query, self._cancel, self._most = conn, query, cancel, most
        self._ranker = Ranker(query.marks)
        self._writer = found_text.Writer(conn, query.marks)
        of_records = bool(query.marks) and query.parts[0].bounds is None  # days and fields narrow quotes
        self._written = quote_words.resolved(conn, query.match, WORDS) if of_records else ""
        self._heard = ""
        if of_records and query.sound_match:
            self._heard = quote_words.only_heard(conn, query.sound_match, self._written, WORDS)

    def groups(self, kinds: Iterable[str]) -> Iterator[tuple[tuple[int, int], Group]]:
        """What is found of some kinds, each with what puts it in order among the others."""
        written = {kind: self._records(kind, self._written) for kind in kinds if kind != "quote"}
        none = not any(written.values())
        for kind in kinds:
            if kind == "quote":
                yield from self._quotes()
                continue
            found = written[kind]
            if self._heard and len(found) < self._most and (none or kind in _BY_SOUND):
                found += self._records(kind, self._heard, SOUND)
            if found:
                best = [(one.key, one.span, one.rank[0] >= SOUND) for one in found[: self._most]]
                group = Group(kind, tuple(self._writer.write(kind, best)), min(len(found), ALL))
                rank = max(found[0].rank[0], _LAST if kind == "alias" else 0)  # one is after what is called so
                yield (rank, ORDER.index(kind)), group

    def _records(self, kind: str, match: str, worse: int = 0) -> list[_Candidate]:
        """Records of a kind in order, each once."""
        if not match:
            return []
        found = self._candidates(kind, match, worse)
        if kind == "source":
            found += self._candidates(PASSAGE, match, worse)
        best: dict[int, _Candidate] = {}
        for one in sorted(found):
            had = best.setdefault(one.key, one)
            if had.span is None and one.span:
                best[one.key] = had._replace(span=one.span)  # a source that is called so shows a passage too
        return list(best.values())

    def _candidates(self, kind: str, match: str, worse: int) -> list[_Candidate]:
        self._cancel.check()
        rows = self._conn.execute(_FOUND, [f"({match}) AND facets : k{kind}", ALL])
        found: list[_Candidate] = []
        for number, (key, starts, ends, name, text) in enumerate(rows):
            span = None if starts is None else (starts, ends)
            rank, other = self._ranker.rank(name, text) + worse, self._ranker.is_other(name, text)
            order = rank, other, *self._ranker.parted(name, text), len(text), number
            found.append(_Candidate(order, key, span))
        return found

    def _quotes(self) -> Iterator[tuple[tuple[int, int], Group]]:
        """The quotes that are found, the best match first where that is known at once."""
        if not self._query.marks and self._query.parts == (Part(EVERYTHING),):
            return
        self._cancel.check()
        lines = quote_search.first(self._conn, self._query, self._most, "best")
        if lines:
            number = sum(quote_search.count(self._conn, self._query, ALL))
            worse = SOUND if lines[0].sounds else 0
            rank = self._ranker.rank("", columns(lines[0].text).text) + worse
            yield (rank, ORDER.index("quote")), Group("quote", tuple(map(self._writer.quote, lines)), min(number, ALL))
