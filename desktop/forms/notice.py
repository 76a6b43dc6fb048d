"""What a form has to say about its record, with what can be done."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.widgets.plain_text import plain_label


class Notice(QFrame):
    """A sentence and any number of words to press."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._label = plain_label(parent=self)
        self._label.setWordWrap(True)
        self._acts = QHBoxLayout()
        self._acts.setAlignment(Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 6)
        layout.setSpacing(2)
        layout.addWidget(self._label)
        layout.addLayout(self._acts)
        self.hide()

    def say(self, sentence: str, acts: Mapping[str, Callable[[], object]]) -> None:
        """Show a sentence and what can be done."""
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        while item := self._acts.takeAt(0):
            item.widget().deleteLater()
        for words, act in acts.items():
            button = QToolButton(self)
            button.setObjectName("link")
            button.setText(words)
            button.clicked.connect(lambda _=False, act=act: act())
            self._acts.addWidget(button)
        self.show()

    def text(self) -> str:
        """The sentence shown; empty when none is."""
        return "" if self.isHidden() else self._label.text()
