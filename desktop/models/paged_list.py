"""A list of any length: the ids of all rows, and the contents of the few pages of them that are looked at."""

from __future__ import annotations

from abc import abstractmethod
from array import array
from collections import OrderedDict
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from db import Cancel, Library
from desktop.models.one_column import ROOT, Index, OneColumnModel
from desktop.session import Session

LINE = Qt.ItemDataRole.UserRole
PAGE = 64
PAGES = 32


class PagedListModel(OneColumnModel):
    """One column of rows; a subclass reads the ids in the background, and a page of rows by them at once."""

    shown = Signal()
    """All ids have come."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ids = array("q")
        self._pages: OrderedDict[int, list[Any]] = OrderedDict()
        self._reading: Cancel | None = None

    @abstractmethod
    def read_ids(self, library: Library, cancel: Cancel) -> Any:
        """What `ids_of` and `keep` take: on a worker thread."""

    @abstractmethod
    def ids_of(self, found: Any) -> array[int]:
        """The ids in what was read."""

    def keep(self, found: Any) -> None:
        """Remember what was read, from which pages are to be read from now on."""

    @abstractmethod
    def read_page(self, start: int, limit: int) -> list[Any]:
        """Some rows, from one on; None stands for one that is gone."""

    @abstractmethod
    def words(self, row: Any) -> str:
        """A row as it is read out."""

    def refresh(self) -> None:
        """Read all again; rows that stay keep their place."""
        if self._reading:
            self._reading()
        if self._session.is_open:
            self._reading = self._session.read(self.read_ids, self._show)

    def begin(self) -> None:
        """Let go of all rows, whose ids mean others from now on, and read anew."""
        self.beginResetModel()
        self._ids = array("q")
        self._pages.clear()
        self.endResetModel()
        self.refresh()

    def row(self, index: Index) -> Any:
        """The contents of a row; None for one that is gone."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        number, at = divmod(index.row(), PAGE)
        if number not in self._pages:
            self._pages[number] = self.read_page(number * PAGE, PAGE)
            if len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        page = self._pages[number]
        return page[at] if at < len(page) else None

    def id_at(self, row: int) -> int | None:
        """The id of a row; None when there is no such row."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def index_of(self, key: int) -> QModelIndex:
        """The row with an id; invalid when there is none."""
        return self.index(self._ids.index(key), 0) if key in self._ids else QModelIndex()

    def _show(self, found: Any) -> None:
        """Put new rows before those there are; where others went, show all anew."""
        before, new = self._ids, self.ids_of(found)
        more = len(new) - len(before)
        self._pages.clear()
        if more > 0 and before and new[more:] == before:
            self.beginInsertRows(ROOT, 0, more - 1)
            self._take(found, new)
            self.endInsertRows()
        elif new != before:
            self.beginResetModel()
            self._take(found, new)
            self.endResetModel()
        else:
            self._take(found, new)
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))
        self.shown.emit()

    def _take(self, found: Any, ids: array[int]) -> None:
        self._ids = ids
        self._pages.clear()
        self.keep(found)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == LINE:
            return self.row(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row = self.row(index)
            return None if row is None else self.words(row)
        return None
