"""A list of records to choose from: one to edit, several to edit together, with keys for all that can be done."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from db.references import Record
from desktop.models.record_list import MOVABLE, RecordListModel
from desktop.views.record_list_delegate import RecordListDelegate

MERGED = ("party", "person", "topic", "tag")
MOST_CHOSEN = 2000  # rows whose records are edited together


class RecordListView(QTableView):
    """Wishes are told as signals; the list does nothing by itself."""

    chosen = Signal(list)
    """Records that are selected, 60 ms after the last move."""
    form_requested = Signal()
    add_requested = Signal(str, dict)
    insert_requested = Signal()
    remove_requested = Signal(list)
    duplicate_requested = Signal(list)
    merge_requested = Signal(Record)
    note_requested = Signal(Record)
    history_requested = Signal(Record)
    move_requested = Signal(list, int)

    def __init__(self, model: RecordListModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._records = model
        self._kept: list[Record] = []
        self._told: list[Record] = []
        self._wanted: Record | None = None
        self._row = 0
        self._timer = QTimer(self, singleShot=True, interval=60)
        self._timer.timeout.connect(self._tell)
        self.setObjectName("page")
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(RecordListDelegate(self))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.doubleClicked.connect(lambda _: self._enter())
        self.clicked.connect(self._click)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        model.move_requested.connect(self.move_requested)
        self.fit()

    def fit(self) -> None:
        """Give the rows the height that goes with the zoom."""
        delegate = self.itemDelegate()
        assert isinstance(delegate, RecordListDelegate)
        self.verticalHeader().setDefaultSectionSize(delegate.row_height())

    def selected(self) -> list[Record]:
        """The records that are selected, from top to bottom."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})[:MOST_CHOSEN]
        return [record for row in rows if (record := self._records.record(self._records.index(row, 0)))]

    def mark(self, record: Record) -> None:
        """Select the record whose form is shown, now or as soon as it is listed, without asking for its form."""
        self._told = [record]
        self.select(record)

    def select(self, record: Record) -> None:
        """Select a record, now or as soon as it is listed."""
        self._wanted = record
        index = self._records.index_of(record)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
            self._wanted = None

    def _keep(self) -> None:
        self._kept = self.selected() or self._kept
        self._row = self.currentIndex().row()

    def _restore(self) -> None:
        """Select what is wanted, else what was selected; where that is gone, the row that took its place."""
        if self._wanted:
            self.select(self._wanted)
            if self._wanted is None:
                return
        found = [index for record in self._kept if (index := self._records.index_of(record)).isValid()]
        model = self.selectionModel()
        model.blockSignals(True)
        if not found and self._kept and self._row >= 0 and self._records.rowCount():
            rows = range(min(self._row, self._records.rowCount() - 1), -1, -1)
            near = (self._records.index(row, 0) for row in rows)
            found = [index for index in near if self._records.record(index)][:1]
            self._kept = [record for index in found if (record := self._records.record(index))]
        for index in found:
            model.select(index, QItemSelectionModel.SelectionFlag.Select)
        if found:
            model.setCurrentIndex(found[-1], QItemSelectionModel.SelectionFlag.NoUpdate)
        model.blockSignals(False)
        self.viewport().update()
        if not self._wanted and self.selected() != self._told and self.isVisible():
            self._timer.start()

    def _tell(self) -> None:
        records = self.selected()
        if records and records != self._told:
            self._kept = self._told = records
            self.chosen.emit(records)

    def _click(self, index: QModelIndex) -> None:
        line = self._records.line(index)
        if line and line.add:
            self.add_requested.emit(*line.add)
        elif line:
            self._told = []
            self._timer.start()

    def _enter(self) -> None:
        line = self._records.line(self.currentIndex())
        if line and line.add:
            self.add_requested.emit(*line.add)
        elif line:
            self._timer.stop()
            self._told = []
            self._tell()
            self.form_requested.emit()

    def _step(self, by: int) -> None:
        """Move what is selected one place up or down."""
        records = self.selected()
        if records and all(record.kind == records[0].kind in MOVABLE for record in records):
            place = self._records.place(records[0]) + by
            if place >= 1:
                self.move_requested.emit(records, place)

    def _show_menu(self, at: QPoint) -> None:
        records = self.selected()
        menu = QMenu(self)
        if records:
            one = records[0]
            menu.addAction("Edit\tF2", self._enter)
            menu.addAction("Duplicate\tCtrl+D", lambda: self.duplicate_requested.emit(records))
            if len(records) == 1:
                menu.addAction("Add note\tCtrl+Shift+N", lambda: self.note_requested.emit(one))
                menu.addAction("History", lambda: self.history_requested.emit(one))
            if one.kind in MOVABLE:
                menu.addAction("Move up\tAlt+Shift+Up", lambda: self._step(-1))
                menu.addAction("Move down\tAlt+Shift+Down", lambda: self._step(1))
            if len(records) == 1 and one.kind in MERGED:
                menu.addAction("Merge with…", lambda: self.merge_requested.emit(one))
            menu.addSeparator()
            menu.addAction("Remove\tDel", lambda: self.remove_requested.emit(records))
        else:
            menu.addAction("Add\tIns", self.insert_requested.emit)
        menu.popup(self.viewport().mapToGlobal(at))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._timer.start()

    def selectAll(self) -> None:  # noqa: N802
        """Select the records of the section in which the cursor is."""
        model = self.selectionModel()
        for row in self._records.section(self.currentIndex()):
            model.select(self._records.index(row, 0), QItemSelectionModel.SelectionFlag.Select)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        moving = modifiers == Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not modifiers:
            self._enter()
        elif key == Qt.Key.Key_Insert:
            self.insert_requested.emit()
        elif key == Qt.Key.Key_Delete and self.selected():
            self.remove_requested.emit(self.selected())
        elif key == Qt.Key.Key_D and modifiers == Qt.KeyboardModifier.ControlModifier and self.selected():
            self.duplicate_requested.emit(self.selected())
        elif moving and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(-1 if key == Qt.Key.Key_Up else 1)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        else:
            super().keyPressEvent(event)
