"""The searches that are kept, each with how many quotes it finds now."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from db import Cancel, Changes, Library
from db.quote_search import MOST_COUNTED
from db.searches import Search
from desktop.session import Session

LINE = Qt.ItemDataRole.UserRole
ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class SearchLine(NamedTuple):
    """A search and how many quotes it finds; None while that is not known."""

    search: Search
    found: int | None


class SearchListModel(QAbstractListModel):
    """Rows of SearchLine by name; counts are made in the background, and stay until newer ones are there."""

    shown = Signal(int)
    """How many searches there are."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: list[Search] = []
        self._counts: dict[str, int] = {}
        self._reading: Cancel | None = None
        self._counting: Cancel | None = None
        self._ready = True
        session.opened.connect(self._begin)
        session.changed.connect(self._changed)

    def reload(self) -> None:
        """Read the searches, now and from now on whenever they may have changed."""
        if self._reading:
            self._reading()
        if self._session.is_open:
            self._reading = self._session.read(lambda library, cancel: library.searches.all(cancel), self._show)

    def show_ready(self, ready: bool) -> None:
        """Show no counts while not all quotes are ready for searching: they would be too low."""
        if ready != self._ready:
            self._ready = ready
            self._count()

    def line(self, index: Index) -> SearchLine | None:
        """The search of a row."""
        if not index.isValid():
            return None
        search = self._rows[index.row()]
        return SearchLine(search, self._counts.get(search.query))

    def index_of(self, uid: str) -> QModelIndex:
        """The row of a search; an invalid index when it is not listed."""
        return next((self.index(row) for row, search in enumerate(self._rows) if search.uid == uid), QModelIndex())

    def index_for(self, query: str, ordering: str) -> QModelIndex:
        """The row of a search for just this; an invalid index when none is kept."""
        rows = (at for at, search in enumerate(self._rows) if (search.query, search.ordering) == (query, ordering))
        return self.index(next(rows, -1))

    def _begin(self) -> None:
        """Let go of the library before."""
        self._counts.clear()
        self._show([])
        self.reload()

    def _changed(self, changes: Changes) -> None:
        if changes.touch("searches"):
            self.reload()
        elif self._rows:
            self._count()

    def _show(self, rows: list[Search]) -> None:
        if rows != self._rows:  # else a name that is being written would be lost
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        self.shown.emit(len(rows))
        if rows:
            self._count()

    def _count(self) -> None:
        if self._counting:
            self._counting()
        if not self._ready:
            self._counted({})
            return
        queries = list(dict.fromkeys(search.query for search in self._rows))

        def count(library: Library, cancel: Cancel) -> dict[str, int]:
            return {query: library.searches.count(query, cancel) for query in queries}

        self._counting = self._session.read(count, self._counted)

    def _counted(self, counts: dict[str, int]) -> None:
        before, self._counts = self._counts, counts
        for row, search in enumerate(self._rows):
            if before.get(search.query) != counts.get(search.query):
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        writable = index.isValid() and self._session.is_open and not self._session.library.read_only
        return flags | Qt.ItemFlag.ItemIsEditable if writable else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index)
        if line is None:
            return None
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return line.search.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(line)
        return None


def number(line: SearchLine) -> str:
    """How many quotes a search finds; empty while that is not known."""
    if line.found is None:
        return ""
    return f"{MOST_COUNTED - 1:,}+" if line.found >= MOST_COUNTED else f"{line.found:,}"


def spoken(line: SearchLine) -> str:
    """A row in words."""
    shown = number(line)
    more = f", {shown} {'quote' if line.found == 1 else 'quotes'}" if shown else ""
    query = f": {line.search.query}" if line.search.query != line.search.name else ""
    return f"{line.search.name}{query}{more}"
