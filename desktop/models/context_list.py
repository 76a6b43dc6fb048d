"""Words found in quotes, each with what stands before and after it: a line for every place."""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterator
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from db import Cancel, Library, folding
from db.quote_lines import QuoteLine
from db.quote_query import Query
from desktop.models.quote_list import LINE, spoken
from desktop.session import Session

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
MOST_QUOTES = 2000
"""Quotes whose words are shown in context, the first of those found."""
FIRST = 64
STRETCH = 250  # quotes read in one go
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


class ContextListModel(QAbstractTableModel):
    """One column of ContextLine; reads only what it is asked to show."""

    read = Signal(bool)
    """The lines are there; whether they are those of all quotes."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lines: list[ContextLine] = []
        self._reading: Cancel | None = None
        session.opened.connect(self.clear)

    def clear(self) -> None:
        """Show nothing."""
        if self._reading:
            self._reading()
            self._reading = None
        self._put([])

    def show_found(self, ids: array[int], query: Query, sort: str = "") -> None:
        """Show the lines of quotes that a query found, in their order, or in one of SORTS when all are read."""
        if self._reading:
            self._reading()
        wanted = ids[:MOST_QUOTES]
        if sort:
            self._reading = self._session.read(
                lambda library, cancel: _sorted(library, wanted, query, sort, cancel),
                lambda lines: self._end(lines, len(wanted) == len(ids)),
            )
        else:
            self._go_on([], wanted, 0, query, len(wanted) == len(ids))

    def quote(self, index: Index) -> QuoteLine | None:
        """The quote of a row."""
        return self._lines[index.row()].quote if index.isValid() else None

    def _go_on(self, lines: list[ContextLine], ids: array[int], start: int, query: Query, whole: bool) -> None:
        """Read the next quotes; the first few are shown at once."""
        end = start + (STRETCH if start else FIRST)

        def show(more: list[ContextLine]) -> None:
            if not start:
                self._put(more)
            elif more:
                self.beginInsertRows(ROOT, len(self._lines), len(self._lines) + len(more) - 1)
                self._lines += more
                self.endInsertRows()
            if end < len(ids):
                self._go_on(lines, ids, end, query, whole)
            else:
                self._reading = None
                self.read.emit(whole)

        self._reading = self._session.read(lambda library, cancel: _read(library, ids[start:end], query, cancel), show)

    def _end(self, lines: list[ContextLine], whole: bool) -> None:
        self._reading = None
        self._put(lines)
        self.read.emit(whole)

    def _put(self, lines: list[ContextLine]) -> None:
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

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
