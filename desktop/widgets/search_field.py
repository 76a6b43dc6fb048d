"""A field that searches while one types."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

LONGEST = 10_000
LEAST = 16  # signs that have room
LEAVING = (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchField(QLineEdit):
    """One line of text that tells each change at once; Escape empties it, Down or Enter leaves it for the results."""

    searched = Signal()
    moved_down = Signal()

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMaxLength(LONGEST)
        self.textChanged.connect(self._changed)

    def minimumSizeHint(self) -> QSize:
        """Room for a few words at the present zoom."""
        return QSize(self.fontMetrics().averageCharWidth() * LEAST, super().minimumSizeHint().height())

    def _changed(self) -> None:
        if not self.isClearButtonEnabled():
            self.setClearButtonEnabled(True)  # not before: finding its icon takes 8 ms of the start
        self.searched.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.ignore()  # a file is for the window
        else:
            super().dragEnterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in LEAVING:
            self.moved_down.emit()
        else:
            super().keyPressEvent(event)
