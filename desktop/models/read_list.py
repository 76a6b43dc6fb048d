"""A list whose rows are read in the background and shown all at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex

from db import Cancel, Library
from desktop.session import Session

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class ReadListModel(QAbstractListModel):
    """Rows of one type; until others are read those there are stay shown."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: Sequence[Any] = ()
        self._reading: Cancel | None = None
        self.destroyed.connect(self.stop)

    def stop(self) -> None:
        """Wait for no rows any more."""
        if self._reading:
            self._reading()

    def row(self, index: Index) -> Any:
        """What stands in a row; None where there is none."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def _read(self, work: Callable[[Library, Cancel], Any], done: Callable[[Any], None]) -> None:
        """Read in the background; what is still being read is dropped."""
        self.stop()
        self._reading = self._session.read(work, done)

    def _fill(self, rows: Sequence[Any]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)
