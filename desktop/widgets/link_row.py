"""Words to press, side by side or one below the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QToolButton, QWidget


def link(words: str, act: Callable[[], object], parent: QWidget | None = None) -> QToolButton:
    """One word or sentence to press."""
    button = QToolButton(parent)
    button.setObjectName("link")
    button.setText(words.replace("&", "&&"))
    button.setAccessibleName(words)
    button.clicked.connect(lambda _: act())
    return button


class LinkRow(QWidget):
    """Any number of words to press, which change with what there is to do."""

    def __init__(self, parent: QWidget | None = None, *, down: bool = False) -> None:
        super().__init__(parent)
        self._down = down
        direction = QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight
        self._layout = QBoxLayout(direction, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0 if down else 14)
        self._buttons: list[QToolButton] = []
        if not down:
            self._layout.addStretch(1)
        self.hide()

    def offer(self, acts: Mapping[str, Callable[[], object]]) -> None:
        """Show these words in place of those before; what is pressed is done."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [link(words, act, self) for words, act in acts.items()]
        for at, button in enumerate(self._buttons):
            if self._down:
                button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._layout.insertWidget(at, button)
        self.setVisible(bool(acts))
