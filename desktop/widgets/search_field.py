"""A field that searches while one types."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

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
        self._clear: QToolButton | None = None
        self.textChanged.connect(self._changed)

    def minimumSizeHint(self) -> QSize:
        """Room for a few words at the present zoom."""
        return QSize(self.fontMetrics().averageCharWidth() * LEAST, super().minimumSizeHint().height())

    def _changed(self) -> None:
        if self._clear is None:
            self._clear = self._button()  # not before: most fields stay empty at the start
        self._clear.setVisible(bool(self.text()))
        self.searched.emit()

    def _button(self) -> QToolButton:
        """What empties the field; that of Qt would stay as small at every zoom."""
        button = QToolButton(self)
        button.setObjectName("clear")
        button.setText("×")
        button.setAccessibleName("Empty the field")
        button.setToolTip("Empty the field (Escape)")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.clicked.connect(self.clear)
        self._clear = button
        self._place()
        return button

    def _place(self) -> None:
        """Put the button at the end, as high as the field is inside."""
        if self._clear is None:
            return
        side = self.height() - 4
        left = 2 if self.isRightToLeft() else self.width() - side - 2
        self._clear.setGeometry(left, 2, side, side)
        room = max(0, side - self.fontMetrics().averageCharWidth())
        self.setTextMargins(*((room, 0, 0, 0) if self.isRightToLeft() else (0, 0, room, 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

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
