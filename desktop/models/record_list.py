"""Lines of records under headings: all that a meeting holds, or all records of a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from db import Cancel, Library, folding
from db.record_lines import RecordLine
from db.references import Record
from db.values import count
from desktop.session import Session

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
LINE = Qt.ItemDataRole.UserRole
MOVING = "application/x-parley-records"
MOVABLE = ("outcome", "quote")
LONGEST = 400  # characters of a text that are read out
Read = Callable[[Library, Cancel], list[RecordLine]]


class Listed(NamedTuple):
    """A line with the words by which it is found: those of its title, and those of the whole row."""

    line: RecordLine
    title: str
    words: str


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
        self._listed: list[Listed] = []
        self._rows: list[Listed | str] = []
        self._places: dict[Record, int] = {}
        self._known: dict[Record, RecordLine] = {}
        self._filter = ""
        self._facets: frozenset[str] = frozenset()
        self._of = ""
        self._reading: Cancel | None = None

    @property
    def is_idle(self) -> bool:
        """Whether nothing was asked for yet."""
        return self._read is None

    @property
    def all(self) -> list[RecordLine]:
        """Every line, whatever the filter lets through."""
        return [listed.line for listed in self._listed]

    @property
    def read_only(self) -> bool:
        """Whether the lines may only be looked at."""
        return not self._session.is_open or bool(self._session.library.read_only)

    def show(self, read: Read | None) -> None:
        """Show the lines that a query gives, in place of those before; how many they are is told when they are read."""
        self._read = read
        self._take([])
        self.reload()

    def reload(self) -> None:
        """Read the lines again."""
        if self._reading:
            self._reading()
        if self._read and self._session.is_open:
            read = self._read
            self._reading = self._session.read(lambda library, cancel: _listed(read(library, cancel)), self._loaded)

    def narrow(self, text: str, facets: frozenset[str] = frozenset(), of: str = "") -> None:
        """Show only lines in which every word of a text occurs, that have all these facets and belong to a record."""
        self._filter, self._facets, self._of = text, facets, of
        self._lay_out()
        self._tell()

    def line(self, index: Index) -> RecordLine | None:
        """The line of a row; None for a heading."""
        row = self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None
        return row.line if isinstance(row, Listed) else None

    def record(self, index: Index) -> Record | None:
        """The record of a row."""
        line = self.line(index)
        return line.record if line else None

    def records(self, rows: Iterable[int]) -> list[Record]:
        """The records of rows, without those that have none."""
        found = (self._rows[row] for row in rows)
        return [row.line.record for row in found if isinstance(row, Listed) and row.line.record]

    def index_of(self, record: Record) -> QModelIndex:
        """The row of a record; invalid when it is not shown."""
        row = self._places.get(record)
        return QModelIndex() if row is None else self.index(row, 0)

    def holds(self, record: Record) -> bool:
        """Whether a record is listed, be it that the filter lets it through or not."""
        return record in self._known

    def place(self, record: Record) -> int:
        """The place, from 1, of a record among those of its kind; 0 when it is not listed."""
        return next((at for at, other in enumerate(self._of_kind(record.kind), 1) if other == record), 0)

    def section(self, index: Index) -> range:
        """The rows of records in the section of a row; they follow each other."""
        line = self.line(index)
        if line is None:
            return range(0)
        start, end = index.row(), index.row()
        while start > 0 and self._in_section(start - 1, line.section):
            start -= 1
        while end < len(self._rows) and self._in_section(end, line.section):
            end += 1
        return range(start, end)

    def row_beginning(self, text: str, start: int) -> QModelIndex:
        """The first row, from one on and round, with a word in its title that begins so; else with any such word."""
        sought = f" {folding.bare(text)}"
        rows = [*range(start, len(self._rows)), *range(min(start, len(self._rows)))]
        for field in ("title", "words"):
            for at in rows:
                row = self._rows[at]
                if isinstance(row, Listed) and row.line.record and sought in f" {getattr(row, field)}":
                    return self.index(at, 0)
        return QModelIndex()

    def _in_section(self, row: int, section: str) -> bool:
        found = self._rows[row]
        return isinstance(found, Listed) and found.line.record is not None and found.line.section == section

    def _of_kind(self, kind: str) -> Iterator[Record]:
        return (record for record in self._known if record.kind == kind)

    def _loaded(self, listed: list[Listed]) -> None:
        if listed != self._listed:
            self._take(listed)
        self._tell()

    def _take(self, listed: list[Listed]) -> None:
        self._listed = listed
        self._known = {one.line.record: one.line for one in listed if one.line.record}
        self._lay_out()

    def _lay_out(self) -> None:
        """Put headings between the lines that the filter lets through."""
        wanted = folding.bare(self._filter).split()
        addable = not wanted and not (self._facets or self._of or self.read_only)
        rows: list[Listed | str] = []
        places: dict[Record, int] = {}
        section = ""
        for listed in self._listed:
            line = listed.line
            if not addable if line.record is None else not self._passes(listed, wanted):
                continue
            if line.section != section:
                section = line.section
                rows.append(section)
            if line.record:
                places[line.record] = len(rows)
            rows.append(listed)
        self.beginResetModel()
        self._rows, self._places = rows, places
        self.endResetModel()

    def _passes(self, listed: Listed, wanted: list[str]) -> bool:
        line = listed.line
        narrowed = self._facets <= line.facets and (not self._of or self._of in line.of)
        return narrowed and all(word in listed.words for word in wanted)

    def _tell(self) -> None:
        self.shown.emit(len(self._places), len(self._known))

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line(index)
        if line is None:
            return Qt.ItemFlag.ItemIsDropEnabled if not index.isValid() else Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if line.record and line.record.kind in MOVABLE and not self.read_only:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, row = self.line(index), self._rows[index.row()]
        if role == LINE:
            return line or row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(line) if line else row
        return None

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MOVING]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override]
        records = self.records(sorted(index.row() for index in indexes))
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
        before, after = (self.record(self.index(at, 0)) if at < len(self._rows) else None for at in (row - 1, row))
        rest = [record for record in self._of_kind(records[0].kind) if record not in records]
        if after and after in rest:
            return rest.index(after) + 1
        if before and before in rest:
            return rest.index(before) + 2
        return 0


def _dragged(data: QMimeData) -> list[Record]:
    text = bytes(data.data(MOVING).data()).decode()
    return [Record(*line.split("\t", 1)) for line in text.split("\n") if "\t" in line]


def _listed(lines: list[RecordLine]) -> list[Listed]:
    """Lines with their words: finding those takes too long for the thread of the windows."""
    return [
        Listed(line, folding.bare(line.title), folding.bare(f"{line.lead} {line.title} {line.detail} {line.words}"))
        for line in lines
    ]


def spoken(line: RecordLine) -> str:
    """The whole row in words, as it is read out."""
    notes = line.notes and count(line.notes, "note", "notes")
    return ", ".join(part[:LONGEST] for part in (line.lead, line.title, line.detail, line.tail, notes) if part)
