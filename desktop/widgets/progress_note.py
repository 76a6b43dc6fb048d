"""How far something is that goes on in the background, and a button to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.widgets.plain_text import plain_label


class ProgressNote(QWidget):
    """A line for the status bar; it is hidden until it has something to say."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = plain_label(parent=self)
        stop = QToolButton(self)
        stop.setObjectName("link")
        stop.setText("Stop")
        stop.setAccessibleName("Stop making the texts ready for searching")
        stop.clicked.connect(self.stopped)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._label)
        layout.addWidget(stop)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence; with none the line is hidden."""
        self._label.setText(sentence)
        self.setVisible(bool(sentence))

    def text(self) -> str:
        """The sentence shown; empty when none is."""
        return "" if self.isHidden() else self._label.text()
