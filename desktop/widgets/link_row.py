"""Words to press, side by side or one below the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.widgets.flow_layout import FlowLayout


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
        self._layout = QVBoxLayout(self) if down else FlowLayout(self, 14, fill=False)
        self._layout.setContentsMargins(0, 0, 0, 0)
        if down:
            self._layout.setSpacing(0)
        self._buttons: list[QToolButton] = []
        self.hide()

    def offer(self, acts: Iterable[tuple[str, Callable[[], object]]]) -> None:
        """Show these words, of which two may be the same, in place of those before; what is pressed is done."""
        for button in self._buttons:
            button.hide()
            self._layout.removeWidget(button)
            button.deleteLater()
        self._buttons = [link(words, act, self) for words, act in acts]
        for button in self._buttons:
            if self._down:
                button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._layout.addWidget(button)
        self.setVisible(bool(self._buttons))
