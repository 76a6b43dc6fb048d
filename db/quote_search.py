"""The search for quotes: what a query finds, newest first, with the matched words."""

from __future__ import annotations

import re
import sqlite3
from array import array
from collections.abc import Iterable, Sequence

from db import quote_lines
from db.quote_index import ID_MASK, quote_of
from db.quote_lines import QuoteLine
from db.quote_query import Query

MARK, UNMARK = "\ufdd0", "\ufdd1"  # noncharacters of Unicode, which the index holds as spaces
_MARKED = f"SELECT rowid, highlight(quote_index, 0, '{MARK}', '{UNMARK}') FROM quote_index WHERE quote_index MATCH ?"
STRETCH = 4000  # ids read between two chances for other threads, about half a millisecond
Spans = tuple[tuple[int, int], ...]


def find(conn: sqlite3.Connection, query: Query, limit: int = -1) -> array[int]:
    """Ids of the quotes that a query matches, newest first; at most `limit` of them, all when negative."""
    # One text of all ids: a row for each would cost four times as much. The LIMIT keeps the order inside.
    row = conn.execute(
        f"SELECT group_concat({ID_MASK} - (rowid & {ID_MASK})) FROM ("
        "SELECT rowid FROM quote_index WHERE quote_index MATCH ? ORDER BY rowid DESC LIMIT ?)",
        [query.match, limit],
    ).fetchone()
    numbers: list[str] = row[0].split(",") if row[0] else []
    ids = array("q")
    for start in range(0, len(numbers), STRETCH):  # in one go it would keep the interpreter from all other threads
        ids.extend(map(int, numbers[start : start + STRETCH]))
    return ids


def first(conn: sqlite3.Connection, query: Query, limit: int) -> list[QuoteLine]:
    """The newest quotes that a query matches, with the matched words marked."""
    rows = conn.execute(f"{_MARKED} ORDER BY rowid DESC LIMIT ?", [query.match, limit]).fetchall()
    found = quote_lines.lines(conn, [quote_of(place) for place, _ in rows])
    return [line for line in _mark(found, rows, query) if line]


def marked(conn: sqlite3.Connection, ids: Sequence[int], query: Query) -> list[QuoteLine | None]:
    """A page of what a query found, with the matched words marked; `ids` follow each other in the result."""
    found = quote_lines.lines(conn, ids)
    if not query.marks:
        return found
    marks = ", ".join("?" * len(ids))
    # A range of rowids is read in one go; a list of them would run the query anew for each.
    ends = conn.execute(f"SELECT min(place), max(place) FROM quote_places WHERE quote_id IN ({marks})", list(ids))
    rows = conn.execute(f"{_MARKED} AND rowid BETWEEN ? AND ?", [query.match, *ends.fetchone()]).fetchall()
    return _mark(found, rows, query)


def _mark(lines: Iterable[QuoteLine | None], rows: Iterable[tuple[int, str]], query: Query) -> list[QuoteLine | None]:
    """The lines with the words that the index has marked in them."""
    texts = {quote_of(place): text for place, text in rows} if query.marks else {}
    return [line._replace(marks=_spans(texts[line.id])) if line and line.id in texts else line for line in lines]


def _spans(text: str) -> Spans:
    """Offsets of the marked stretches in the text without its marks."""
    spans: list[tuple[int, int]] = []
    at = 0
    for number, piece in enumerate(re.split(f"[{MARK}{UNMARK}]", text)):
        if number % 2:
            spans.append((at, at + len(piece)))
        at += len(piece)
    return tuple(spans)
