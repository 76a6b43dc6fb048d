"""The line at the foot of a window, on which something is said in passing."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStatusBar, QStyle, QStyleOption, QWidget

WHILE = 8000  # milliseconds for which something is said


class StatusLine(QStatusBar):
    """What is said stands under what the panes hold, and ends in an ellipsis where there is no room for it."""

    def __init__(self, margin: int, parent: QWidget | None = None) -> None:
        """`margin` is what the panes leave at their left, in pixels."""
        super().__init__(parent, sizeGripEnabled=False)
        self._margin = margin
        self._pointed = ""

    def say(self, sentence: str) -> None:
        """Say something in passing."""
        self.showMessage(sentence, WHILE)

    def point(self, sentence: str) -> None:
        """Say what the mouse or the caret is on; an empty sentence, when that is nothing any more, takes it back."""
        if sentence:
            self.say(sentence)
        elif self._pointed and self.currentMessage() == self._pointed:
            self.clearMessage()
        self._pointed = sentence

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = QStyleOption()
        look.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelStatusBar, look, painter, self)
        shown = [widget.x() for widget in self.findChildren(QWidget, options=_OWN) if widget.isVisible()]
        area = QRect(self._margin, 0, min(shown, default=self.width()) - 2 * self._margin, self.height())
        words = self.fontMetrics().elidedText(self.currentMessage(), Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(self.palette().windowText().color())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)


_OWN = Qt.FindChildOption.FindDirectChildrenOnly
