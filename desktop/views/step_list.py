"""The list of steps, or of removed records: arrows move, Enter leads to the details."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.models.paged_list import PagedListModel
from desktop.views.row_list import RowListView
from desktop.views.step_list_delegate import StepListDelegate


class StepListView(RowListView):
    """One column of two-line rows; the row chosen stays so while others come and go."""

    chosen = Signal(int)
    """The id of the row that is chosen, 60 ms after the last move."""
    entered = Signal()

    def __init__(self, model: PagedListModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, StepListDelegate, name, parent)
        self._rows = model
        self._wanted: int | None = None
        self._timer = QTimer(self, singleShot=True, interval=60)  # holding an arrow key reads only where it stops
        self._timer.timeout.connect(self.tell)
        self.clicked.connect(lambda _: self._timer.start())
        self.selectionModel().selectionChanged.connect(self._selected_otherwise)
        self.doubleClicked.connect(lambda _: self.entered.emit())
        model.rowsInserted.connect(self._keep_place)
        model.shown.connect(self._restore)

    def choose(self, key: int | None) -> None:
        """Choose the row with an id, now or when it is listed; None stands for the first."""
        self._wanted = key
        index = self._rows.index(0, 0) if key is None else self._rows.index_of(key)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _restore(self) -> None:
        """Choose again what was chosen, else the first row."""
        index = self._rows.index_of(self._wanted) if self._wanted is not None else QModelIndex()
        if not index.isValid() and self._rows.rowCount():
            index = self._rows.index(0, 0)
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def _keep_place(self, _parent: QModelIndex, first: int, last: int) -> None:
        """Rows that come above what is looked at do not push it down."""
        bar = self.verticalScrollBar()
        if bar.value() > 0:
            bar.setValue(bar.value() + (last - first + 1) * self.rowHeight(0))

    def tell(self) -> None:
        """Tell which row is chosen."""
        self._timer.stop()
        key = self._rows.id_at(self.currentIndex().row())
        if key is not None:
            self._wanted = key
            self.chosen.emit(key)

    def _selected_otherwise(self, selected: QItemSelection) -> None:
        if selected.indexes():
            self._timer.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus is always seen: it stands on a row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tell()
            self.entered.emit()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            last = self._rows.rowCount() - 1
            self.setCurrentIndex(self._rows.index(0 if event.key() == Qt.Key.Key_Home else last, 0))
        else:
            super().keyPressEvent(event)
