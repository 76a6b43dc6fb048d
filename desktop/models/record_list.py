"""Lines of records under headings: all that a meeting holds, or all records of a kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from db import Cancel, Library, folding
from db.record_lines import RecordLine
from db.references import Record
from desktop.session import Session

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
LINE = Qt.ItemDataRole.UserRole
MOVING = "application/x-parley-records"
MOVABLE = ("outcome", "quote")
Read = Callable[[Library, Cancel], list[RecordLine]]


class RecordListModel(QAbstractTableModel):
    """One column of RecordLine, and of str for a heading."""

    shown = Signal(int, int)
    """How many records are shown, and how many there are."""
    move_requested = Signal(list, int)
    """Records that were dropped, and their new place (from 1) in the list of their meeting."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._read: Read | None = None
        self.all: list[RecordLine] = []
        """Every line, whatever the filter lets through."""
        self._rows: list[RecordLine | str] = []
        self._filter = ""
        self._reading: Cancel | None = None

    @property
    def is_idle(self) -> bool:
        """Whether nothing was asked for yet."""
        return self._read is None

    def show(self, read: Read | None) -> None:
        """Show the lines that a query gives, in place of those before."""
        self._read = read
        self.all = []
        self._lay_out()
        self.reload()

    def reload(self) -> None:
        """Read the lines again."""
        if self._reading:
            self._reading()
        if self._read and self._session.is_open:
            self._reading = self._session.read(self._read, self._loaded)

    def narrow(self, text: str) -> None:
        """Show only lines in which every word of a text occurs."""
        self._filter = text
        self._lay_out()

    def line(self, index: Index) -> RecordLine | None:
        """The line of a row; None for a heading."""
        row = self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None
        return row if isinstance(row, RecordLine) else None

    def record(self, index: Index) -> Record | None:
        """The record of a row."""
        line = self.line(index)
        return line.record if line else None

    def index_of(self, record: Record) -> QModelIndex:
        """The row of a record; invalid when it is not shown."""
        for at, row in enumerate(self._rows):
            if isinstance(row, RecordLine) and row.record == record:
                return self.index(at, 0)
        return QModelIndex()

    def place(self, record: Record) -> int:
        """The place, from 1, of a record among those of its kind that are shown."""
        same = [line.record for line in self.all if line.record and line.record.kind == record.kind]
        return same.index(record) + 1 if record in same else 0

    def section(self, index: Index) -> list[int]:
        """The rows of records in the section of a row."""
        line = self.line(index)
        if line is None:
            return []
        rows = enumerate(self._rows)
        return [at for at, row in rows if isinstance(row, RecordLine) and row.record and row.section == line.section]

    def _loaded(self, lines: list[RecordLine]) -> None:
        if lines != self.all:
            self.all = lines
            self._lay_out()
        else:
            self._tell()

    def _lay_out(self) -> None:
        """Put headings between the lines that the filter lets through."""
        wanted = folding.bare(self._filter).split()
        rows: list[RecordLine | str] = []
        section = ""
        for line in self.all:
            words = folding.bare(f"{line.lead} {line.title} {line.detail}") if wanted else ""
            if wanted and (line.record is None or not all(word in words for word in wanted)):
                continue
            if line.section != section:
                section = line.section
                rows.append(section)
            rows.append(line)
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        self._tell()

    def _tell(self) -> None:
        shown = sum(isinstance(row, RecordLine) and row.record is not None for row in self._rows)
        self.shown.emit(shown, sum(line.record is not None for line in self.all))

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line(index)
        if line is None:
            return Qt.ItemFlag.ItemIsDropEnabled if not index.isValid() else Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if line.record and line.record.kind in MOVABLE and not self._session.library.read_only:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()] if index.isValid() else None
        if role == LINE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(row) if isinstance(row, RecordLine) else row
        return None

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MOVING]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override]
        records = [record for index in indexes if (record := self.record(index))]
        data = QMimeData()
        data.setData(MOVING, "\n".join(f"{record.kind}\t{record.uid}" for record in records).encode())
        return data

    def canDropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, _parent: Index) -> bool:
        return self._drop_place(data, row) > 0

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, _parent: Index) -> bool:
        place = self._drop_place(data, row)
        if place:
            self.move_requested.emit(_dragged(data), place)
        return False  # the rows move when the library says so, not before

    def _drop_place(self, data: QMimeData, row: int) -> int:
        """The place, from 1, that a drop before a row means; 0 where it may not be dropped."""
        records = _dragged(data)
        if not records or row < 1 or len({record.kind for record in records}) != 1:
            return 0
        kind = records[0].kind
        before, after = (self.record(self.index(at, 0)) if at < len(self._rows) else None for at in (row - 1, row))
        rest = [line.record for line in self.all if line.record and line.record.kind == kind]
        rest = [record for record in rest if record not in records]
        if after and after in rest:
            return rest.index(after) + 1
        if before and before in rest:
            return rest.index(before) + 2
        return 0


def _dragged(data: QMimeData) -> list[Record]:
    text = bytes(data.data(MOVING).data()).decode()
    return [Record(*line.split("\t", 1)) for line in text.split("\n") if "\t" in line]


def spoken(line: RecordLine) -> str:
    """The whole row in words, as it is read out."""
    return ", ".join(part for part in (line.lead, line.title, line.detail) if part)
