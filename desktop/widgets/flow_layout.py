"""Widgets in rows, as words in a paragraph; the last may take what is left of its row."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """As high as its width makes it."""

    def __init__(self, parent: QWidget, spacing: int, *, fill: bool = True) -> None:
        """`fill` lets the last widget take what is left of its row."""
        super().__init__(parent)
        self._fill = fill
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)

    def insert_before_last(self, widget: QWidget) -> None:
        """Put a widget in as the last but one."""
        self.addWidget(widget)
        self._items.insert(len(self._items) - 2, self._items.pop())
        self.invalidate()

    def _arrange(self, area: QRect, *, place: bool) -> int:
        """The height that the rows take in an area; with `place` the widgets are put there."""
        margins = self.contentsMargins()
        inside = area.marginsRemoved(margins)
        x, y, row = inside.left(), inside.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            last = self._fill and item is self._items[-1]
            size = QSize(item.minimumSize().width() if last else item.sizeHint().width(), item.sizeHint().height())
            size.setWidth(min(size.width(), max(1, inside.width())))
            if x > inside.left() and x + size.width() > inside.right() + 1:
                x, y, row = inside.left(), y + row + self.spacing(), 0
            if last:
                size.setWidth(max(size.width(), inside.right() + 1 - x))
            if place:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self.spacing()
            row = max(row, size.height())
        return y + row - area.top() + margins.bottom()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._arrange(area, place=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        found = QSize()
        for item in self._items:
            found = found.expandedTo(item.minimumSize())
        margins: QMargins = self.contentsMargins()
        return found.grownBy(margins)
