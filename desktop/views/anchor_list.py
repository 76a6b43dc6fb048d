"""The list of passages to review: its keys accept a place, keep or remove the citation, or show the source."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.models.anchor_list import AnchorListModel
from desktop.views.anchor_list_delegate import AnchorListDelegate
from desktop.views.row_list import RowListView

KEYS = {
    Qt.Key.Key_Return: "accept", Qt.Key.Key_Enter: "accept", Qt.Key.Key_A: "accept", Qt.Key.Key_O: "keep",
    Qt.Key.Key_Delete: "remove", Qt.Key.Key_S: "show",
}  # fmt: skip
"""What each key of the list wishes; the digits accept the place of their number."""
ALL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def wish_of(event: QKeyEvent) -> str:
    """What a key wishes: `accept`, `accept:3`, `all`, `keep`, `remove`, `show`; empty for any other.

    A key that is held down wishes once: it would go through passages that nobody has looked at.
    """
    if event.isAutoRepeat():
        return ""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() == Qt.Key.Key_A and held == ALL:
        return "all"
    if held:
        return ""
    if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
        return f"accept:{event.key() - Qt.Key.Key_0}"
    return KEYS.get(Qt.Key(event.key()), "")


class AnchorListView(RowListView):
    """One column of rows; after one is put right the next is chosen."""

    wished = Signal(str)
    chosen = Signal()
    """Another row is the current one, or the same was read again."""

    def __init__(self, model: AnchorListModel, parent: QWidget | None = None) -> None:
        super().__init__(model, AnchorListDelegate, "Passages to review", parent)
        self._rows = model
        self._at = 0
        self.selectionModel().selectionChanged.connect(self._selected_otherwise)
        self.doubleClicked.connect(lambda _: self.wished.emit("show"))
        self.fit()

    def fit(self) -> None:
        """Give the rows the height that goes with the type."""
        super().fit()
        self.setMinimumHeight(self._delegate.row_height())

    def choose(self, index: QModelIndex | None = None) -> None:
        """Choose a row; without one the row that stands where the last one stood."""
        last = self._rows.rowCount() - 1
        if last >= 0:
            index = index if index and index.isValid() else self._rows.index(min(self._at, last))
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _selected_otherwise(self) -> None:
        if self.currentIndex().isValid():
            self._at = self.currentIndex().row()
            self.chosen.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = wish_of(event)
        if wish:
            self.wished.emit(wish)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            last = self._rows.rowCount() - 1
            self.choose(self._rows.index(0 if event.key() == Qt.Key.Key_Home else last))
        else:
            super().keyPressEvent(event)
