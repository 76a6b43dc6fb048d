"""A list of lines to choose one from, under headings: the keys go through it, Enter takes the line."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from db.record_lines import RecordLine
from desktop.models.record_list import RecordListModel
from desktop.views.record_list_delegate import RecordListDelegate
from desktop.views.row_list import RowListView


class PickList(RowListView):
    """One line is always chosen, if there is any."""

    chosen = Signal(RecordLine)
    taken = Signal()
    """Enter was pressed, or a line was pressed twice."""

    def __init__(self, model: RecordListModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, RecordListDelegate, name, parent)
        self._lines = model
        model.shown.connect(self._choose_first)
        self.selectionModel().selectionChanged.connect(self._selected_otherwise)
        self.doubleClicked.connect(lambda _: self.taken.emit())

    def line(self) -> RecordLine | None:
        """The line that is chosen."""
        return self._lines.line(self.currentIndex())

    def _choose_first(self) -> None:
        rows = (self._lines.index(row, 0) for row in range(self._lines.rowCount()))
        self.setCurrentIndex(next((index for index in rows if self._lines.line(index)), QModelIndex()))

    def _selected_otherwise(self) -> None:
        if line := self.line():
            self.chosen.emit(line)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self._choose_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        else:
            super().keyPressEvent(event)
