"""A bar to find words in what is shown above or below it: a field, how many were found, next and previous."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QWidget

from desktop.widgets.plain_text import plain_label

LONGEST = 1_000
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QFrame):
    """Enter leads to the next, Shift+Enter to the one before, Escape closes."""

    searched = Signal(str)
    """Words to find, 120 ms after the last letter."""
    stepped = Signal(int)
    """The next (1) or the previous one (-1) is wanted."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.field = QLineEdit(self, maxLength=LONGEST)
        self.field.setAccessibleName("Find in the text")
        self.field.setPlaceholderText("Find in the text")
        self.count = plain_label(name="count", parent=self)
        self._timer = QTimer(self, singleShot=True, interval=120)
        self._timer.timeout.connect(self._tell)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 6, 8, 6)
        layout.setSpacing(6)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.count)
        self.buttons = [
            self._button("‹", "Previous", "Previous (Shift+F3)", lambda: self.stepped.emit(-1)),
            self._button("›", "Next", "Next (F3)", lambda: self.stepped.emit(1)),
            self._button("×", "Close the bar", "Close (Escape)", self.close_bar),
        ]
        for button in self.buttons:
            layout.addWidget(button)
        self.field.textChanged.connect(self._timer.start)
        self.hide()

    def open(self, words: str = "") -> None:
        """Show the bar and put the cursor in it; `words` are looked for at once."""
        if words:
            self.field.setText(words)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._tell()

    def close_bar(self) -> None:
        """Put the bar away."""
        self._timer.stop()
        self.hide()
        self.closed.emit()

    def tell(self, at: int, found: int) -> None:
        """Say which one of how many is shown (`at` from 1, 0 for none of them); nothing while no words are given."""
        words = f"{at:,} of {found:,}" if at else f"{found:,} found"
        self.count.setText(("Not found" if not found else words) if self.field.text().strip() else "")
        for button in self.buttons[:2]:
            button.setEnabled(bool(found))

    def _tell(self) -> None:
        self._timer.stop()
        self.searched.emit(self.field.text())

    def _button(self, sign: str, name: str, tip: str, act) -> QToolButton:  # noqa: ANN001
        button = QToolButton(self)
        button.setText(sign)
        button.setAccessibleName(name)
        button.setToolTip(tip)
        button.clicked.connect(lambda _: act())
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in ENTER:
            if self._timer.isActive():
                self._tell()
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)
