"""Words found in quotes, each with what stands before and after it: a line for every place."""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterator
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

from db import Cancel, Library, dates, folding
from db.quote_lines import QuoteLine
from db.quote_query import Query, parse
from desktop.models.one_column import ROOT, Index, OneColumnModel
from desktop.models.quote_list import LINE, attribution, spoken
from desktop.session import Session

MOST_SORTED = 2000
"""Quotes whose lines are put in order by the words beside, the first of those found."""
FIRST = 64
STRETCH = 250  # quotes read in one go
LEAST = 64  # lines that are read at once, as long as there are any
LONGEST = 160  # characters on each side
SORTED_BY = 6  # words on a side that lines are put in order by
SORTS = {"before": "Word before", "after": "Word after"}
"""Orders of the lines beside that of the quotes."""


class ContextLine(NamedTuple):
    """A place of a word in a quote, in one line; `mirrored` where the quote runs from right to left."""

    quote: QuoteLine
    before: str
    hit: str
    after: str
    mirrored: bool


def lines_of(quote: QuoteLine) -> Iterator[ContextLine]:
    """A line for each match in a quote."""
    text = quote.text.translate(_ONE_LINE)
    mirrored = _runs_left(text)
    for start, end in quote.marks:
        yield ContextLine(
            quote, text[max(0, start - LONGEST) : start], text[start:end], text[end : end + LONGEST], mirrored
        )


class ContextListModel(OneColumnModel):
    """One column of ContextLine; more quotes are read as one comes to the end of what was read."""

    read = Signal(int)
    """Lines are there; those of how many of the quotes."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lines: list[ContextLine] = []
        self._ids = array("q")
        self._query = parse("")
        self._next = 0  # the first quote that was not read
        self._reading: Cancel | None = None
        session.opened.connect(self.clear)

    def clear(self) -> None:
        """Show nothing."""
        self._begin(array("q"), parse(""))
        self._put([])

    def show_found(self, ids: array[int], query: Query, sort: str = "") -> None:
        """Show the lines of quotes that a query found, in their order; those of the first few also in one of SORTS."""
        self._begin(ids, query)
        if not query.marks:
            self._next = len(ids)
            self._end([])
        elif sort:
            self._next = len(ids)  # to what stands in such an order nothing can be added at its end
            wanted = ids[:MOST_SORTED]
            self._reading = self._session.read(
                lambda library, cancel: _sorted(library, wanted, query, sort, cancel),
                lambda lines: self._end(lines, len(wanted)),
            )
        else:
            self._go_on(LEAST)

    def quote(self, index: Index) -> QuoteLine | None:
        """The quote of a row."""
        return self._lines[index.row()].quote if index.isValid() else None

    def _begin(self, ids: array[int], query: Query) -> None:
        if self._reading:
            self._reading()
            self._reading = None
        self._ids, self._query, self._next = ids, query, 0

    def _go_on(self, wanted: int) -> None:
        """Read the next quotes until there are so many more lines."""
        start, query = self._next, self._query
        ids = self._ids[start : start + (STRETCH if start else FIRST)]

        def show(more: list[ContextLine]) -> None:
            self._reading = None
            self._next += len(ids)
            if not start:
                self._put(more)
            elif more:
                self.beginInsertRows(ROOT, len(self._lines), len(self._lines) + len(more) - 1)
                self._lines += more
                self.endInsertRows()
            self.read.emit(self._next)
            if len(more) < wanted and self.canFetchMore():
                self._go_on(wanted - len(more))

        self._reading = self._session.read(lambda library, cancel: _read(library, ids, query, cancel), show)

    def _end(self, lines: list[ContextLine], quotes: int | None = None) -> None:
        self._reading = None
        self._put(lines)
        self.read.emit(self._next if quotes is None else quotes)

    def _put(self, lines: list[ContextLine]) -> None:
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def canFetchMore(self, parent: Index = ROOT) -> bool:
        return not parent.isValid() and self._reading is None and self._next < len(self._ids)

    def fetchMore(self, parent: Index = ROOT) -> None:
        if self.canFetchMore(parent):
            self._go_on(LEAST)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{line.before}{line.hit}{line.after}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.hit}: {spoken(line.quote)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{attribution(line.quote)}, {dates.words(line.quote.said_on)}"
        return None


_ONE_LINE = dict.fromkeys(map(ord, "\n\r\t\v\f\x85\u2028\u2029"), " ")


def _read(library: Library, ids: array[int], query: Query, cancel: Cancel) -> list[ContextLine]:
    found = library.quotes.marked(ids, query, cancel)
    return [line for quote in found if quote for line in lines_of(quote)]


def _sorted(library: Library, ids: array[int], query: Query, sort: str, cancel: Cancel) -> list[ContextLine]:
    lines: list[ContextLine] = []
    for start in range(0, len(ids), STRETCH):
        cancel.check()
        lines += _read(library, ids[start : start + STRETCH], query, cancel)
    return sorted(lines, key=_words_after if sort == "after" else _words_before)


def _words_after(line: ContextLine) -> list[str]:
    return _words(line.after)[:SORTED_BY]


def _words_before(line: ContextLine) -> list[str]:
    return _words(line.before)[: -SORTED_BY - 1 : -1]


def _words(text: str) -> list[str]:
    return "".join(sign if sign.isalnum() else " " for sign in folding.bare(text)).split()


def _runs_left(text: str) -> bool:
    """Whether a text runs from right to left, as its first letter tells."""
    kinds = (unicodedata.bidirectional(sign) for sign in text)
    return next((kind in ("R", "AL") for kind in kinds if kind in ("L", "R", "AL")), False)
