"""What a form has to say about its record, with what can be done."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.widgets.link_row import LinkRow
from desktop.widgets.plain_text import plain_label


class Notice(QFrame):
    """A sentence and any number of words to press."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._label = plain_label(parent=self)
        self._label.setWordWrap(True)
        self._acts = LinkRow(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 6)
        layout.setSpacing(2)
        layout.addWidget(self._label)
        layout.addWidget(self._acts)
        self.hide()

    def say(self, sentence: str, acts: Mapping[str, Callable[[], object]]) -> None:
        """Show a sentence and what can be done."""
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        self._acts.offer(acts.items())
        self.show()

    def text(self) -> str:
        """The sentence shown; empty when none is."""
        return "" if self.isHidden() else self._label.text()
