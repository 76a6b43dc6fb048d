"""The line at the foot of a window, on which something is said in passing."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStatusBar, QStyle, QStyleOption, QWidget


class StatusLine(QStatusBar):
    """What is said stands under what the panes hold, and ends in an ellipsis where there is no room for it."""

    def __init__(self, margin: int, parent: QWidget | None = None) -> None:
        """`margin` is what the panes leave at their left, in pixels."""
        super().__init__(parent, sizeGripEnabled=False)
        self._margin = margin

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
