"""Words to press, side by side or one below the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.plain_text import tooltip

INDENT = 6  # pixels at 100 % by which the words of a link stand inside it


class _Link(QToolButton):
    """A button that Enter presses as well as the space bar."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def link(words: str, act: Callable[[], object], parent: QWidget | None = None) -> QToolButton:
    """One word or sentence to press."""
    button = _Link(parent)
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
        self._layout = QVBoxLayout(self) if down else FlowLayout(self, 14)
        self._layout.setContentsMargins(0, 0, 0, 0)
        if down:
            self._layout.setSpacing(0)
        self._place = QWidget(self)  # is never shown: where the key Tab comes to the words, whenever they are made
        self._place.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._place.hide()
        self._buttons: list[QToolButton] = []
        self.hide()

    def offer(
        self, acts: Iterable[tuple[str, Callable[[], object]]], tips: Sequence[str] = (), *, by_key: bool = True
    ) -> None:
        """Show these words, of which two may be the same, in place of those before; what is pressed is done.

        Each may have a tip. Without `by_key` only the mouse can press them. Words that have the focus hand it to those
        that come in their place.
        """
        pressed = next((at for at, button in enumerate(self._buttons) if button.hasFocus()), None)
        gone, self._buttons = self._buttons, [link(words, act, self) for words, act in acts]
        stop = self._place
        for at, button in enumerate(self._buttons):
            if self._down:
                button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            if not by_key:
                button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolTip(tooltip(tips[at] if at < len(tips) else ""))
            self._layout.addWidget(button)
            if self._down:
                self._layout.setAlignment(button, Qt.AlignmentFlag.AlignLeft)
            button.show()  # now, not when the layout comes to it: it may be given the focus before
            self.setTabOrder(stop, button)
            stop = button
        if pressed is not None and self._buttons:
            self._buttons[min(pressed, len(self._buttons) - 1)].setFocus()
        for button in gone:
            button.hide()
            self._layout.removeWidget(button)
            button.deleteLater()
        self.setVisible(bool(self._buttons))
