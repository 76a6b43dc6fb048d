"""A strip over the page for what a person has to know now; it stays until it is closed or replaced."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from desktop.widgets.plain_text import plain_label


class Banner(QFrame):
    """A sentence, at most one button, and a way to close it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAccessibleName("Notice")
        self._act: Callable[[], None] | None = None
        self._label = plain_label(parent=self)
        self._label.setWordWrap(True)
        self._button = QPushButton(self)
        self._button.clicked.connect(self._press)
        close = QToolButton(self)
        close.setText("×")
        close.setAccessibleName("Close the notice")
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 8, 6)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._button)
        layout.addWidget(close)
        self.hide()

    def say(self, sentence: str, button: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a sentence, with a button for the next step if there is one."""
        self._label.setText(sentence)
        self.setAccessibleDescription(sentence)
        self._act = act
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self.show()

    def text(self) -> str:
        """The sentence shown; empty when none is."""
        return "" if self.isHidden() else self._label.text()

    def _press(self) -> None:
        if self._act:
            self._act()
