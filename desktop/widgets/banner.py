"""A strip over the page for what a person has to know now; it stays until it is closed or replaced."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.widgets.flow_layout import flow_row
from desktop.widgets.plain_text import plain_label


class Banner(QFrame):
    """A sentence, at most two buttons, and a way to close it."""

    freed = Signal(str)
    """It has nothing to say any more; what it said last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAccessibleName("Notice")
        self._acts: list[Callable[[], None]] = []
        self._label = plain_label(parent=self)
        self._label.setWordWrap(True)
        self._button = QPushButton(self)
        self._button.clicked.connect(self._press)
        self._other = QPushButton(self)
        self._other.clicked.connect(self._press_other)
        close = QToolButton(self)
        close.setText("×")
        close.setAccessibleName("Close the notice")
        close.clicked.connect(self.hide)
        top = QHBoxLayout()
        top.addWidget(self._label, 1)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._acts_row = flow_row(self, 8, self._button, self._other)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 6, 8, 8)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self._acts_row)
        self.hide()

    def say(self, sentence: str, button: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a sentence, with a button for the next step if there is one."""
        self.offer(sentence, {button: act or self.hide} if button else {})

    def offer(self, sentence: str, acts: Mapping[str, Callable[[], None]]) -> None:
        """Show a sentence with at most two buttons for the next step."""
        self._label.setText(sentence)
        self.setAccessibleDescription(sentence)
        self._acts = list(acts.values())
        for at, button in enumerate((self._button, self._other)):
            words = [*acts][at] if at < len(acts) else ""
            button.setText(words)
            button.setVisible(bool(words))
        self._acts_row.setVisible(bool(acts))
        self.show()

    def text(self) -> str:
        """The sentence shown; empty when none is."""
        return "" if self.isHidden() else self._label.text()

    def setVisible(self, visible: bool) -> None:
        said = self.text()
        super().setVisible(visible)
        if said and not visible:
            self.freed.emit(said)

    def _press(self) -> None:
        for act in self._acts[:1]:
            act()

    def _press_other(self) -> None:
        for act in self._acts[1:]:
            act()
