"""References that were read from files, and which of them are to become sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from db import Cancel, KnownError, Library, bibliography, dates, vocabulary
from db.bibliography import Planned, Reference
from desktop.session import Session

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
CANNOT = "Cannot be brought in"
LINE = Qt.ItemDataRole.UserRole


class ReferenceListModel(QAbstractTableModel):
    """One column of Planned, each to be taken or left."""

    shown = Signal()
    """The files were read."""
    chosen = Signal()
    """Other references than before are to be taken."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: list[Planned] = []
        self._wanted: list[bool] = []
        self._reading: Cancel | None = None

    def read(self, paths: Sequence[Path]) -> None:
        """Read files in the background, in place of those before."""
        self.stop()
        self._reading = self._session.read(lambda library, cancel: _read(library, paths, cancel), self._show)

    def stop(self) -> None:
        """Let a read go that is still under way."""
        if self._reading:
            self._reading()

    def planned(self, index: Index) -> Planned | None:
        """The reference of a row."""
        return self._rows[index.row()] if index.isValid() else None

    def wanted(self) -> list[Reference]:
        """The references that are to be taken, in their order."""
        return [row.reference for row, wanted in zip(self._rows, self._wanted, strict=True) if wanted]

    def can_be_taken(self) -> int:
        """How many references could be taken at all."""
        return sum(row.reference.values is not None for row in self._rows)

    def take(self, rows: Iterable[int], *, wanted: bool) -> None:
        """Take some rows, or leave them; those that cannot become a source stay left."""
        for row in rows:
            if self._rows[row].reference.values is not None:
                self._wanted[row] = wanted
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))
        self.chosen.emit()

    def _show(self, rows: list[Planned]) -> None:
        self.beginResetModel()
        self._rows = rows
        self._wanted = [row.wanted for row in rows]
        self.endResetModel()
        self.shown.emit()
        self.chosen.emit()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        can = self._rows[index.row()].reference.values is not None
        return flags | Qt.ItemFlag.ItemIsUserCheckable if can else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.planned(index)
        if row is None:
            return None
        if role == LINE:
            return row
        if role == Qt.ItemDataRole.CheckStateRole and row.reference.values is not None:
            return Qt.CheckState.Checked if self._wanted[index.row()] else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(
                part
                for part in (row.reference.title if row.reference.values else CANNOT, details(row.reference), *row.told)
                if part
            )
        if role == Qt.ItemDataRole.ToolTipRole and row.told:
            return "\n".join(row.told)
        return None


def details(reference: Reference) -> str:
    """What is known of a reference beside its title, and where it stands."""
    values = reference.values or {}
    published = values.get("published")
    parts = [
        values.get("authors"),
        values.get("publisher"),
        dates.words(published) if published else "",
        vocabulary.SOURCE_TYPES.get(values.get("type") or "", ""),
        ", ".join(part for part in (reference.file, reference.place) if part),
    ]
    return " · ".join(part for part in parts if part)


def _read(library: Library, paths: Sequence[Path], cancel: Cancel) -> list[Planned]:
    """What would become of all references of some files; a file that cannot be read is a row that says why."""
    found: list[Reference] = []
    for path in paths:
        try:
            found += bibliography.read_file(path, cancel)
        except KnownError as error:
            found.append(Reference(path.name, "", None, (str(error),)))
    return bibliography.plan(library, found, cancel)
