"""A small bar that appears beside what is selected, with what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from desktop.widgets.plain_text import tooltip


class SelectionBar(QFrame):
    """Words to press; it never takes the focus, which would take the selection's look away. Keys do the same."""

    pressed = Signal(str)

    def __init__(self, acts: Mapping[str, tuple[str, str]], parent: QWidget) -> None:
        """`acts` has for each name its word and a tip."""
        super().__init__(parent)
        self._over = parent
        self.setObjectName("bar")
        self.setAccessibleName("With the selected words")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3, 3, 3, 3)
        layout.setSpacing(0)
        for name, (word, tip) in acts.items():
            button = QToolButton(self)
            button.setText(word)
            button.setAccessibleName(word)
            button.setToolTip(tooltip(tip))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, name=name: self.pressed.emit(name))
            layout.addWidget(button)
        self.hide()

    def show_at(self, below: QPoint, above: QPoint) -> None:
        """Appear below a point of the parent; above another one where there is no room below."""
        self.adjustSize()
        room = self._over.rect()
        fits = below.y() + 6 + self.height() <= room.bottom()
        top = below.y() + 6 if fits else max(0, above.y() - 6 - self.height())
        left = min(max(below.x() - self.width() // 2, 8), max(8, room.width() - self.width() - 8))
        self.move(left, top)
        self.show()
        self.raise_()
