"""Widgets in rows, as words in a paragraph; one may take what is left of its row."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

ROWS = 6  # pixels between two rows at most: what stands below belongs to what stands beside
_Row = list[tuple[QLayoutItem, int]]
"""The items of a row with their widths."""


class FlowLayout(QLayout):
    """As high as its width makes it."""

    def __init__(self, parent: QWidget, spacing: int, *, wide: QWidget | None = None) -> None:
        """`wide` takes what is left of its row, and asks for its least width only."""
        super().__init__(parent)
        self._wide = wide
        self._items: list[QLayoutItem] = []
        self._between_rows = min(spacing, ROWS)
        self.setSpacing(spacing)

    def insert_before_last(self, widget: QWidget) -> None:
        """Put a widget in as the last but one."""
        self.addWidget(widget)
        self._items.insert(len(self._items) - 2, self._items.pop())
        self.invalidate()

    def _rows(self, width: int) -> list[_Row]:
        """The items that are shown, by rows, with their widths."""
        rows: list[_Row] = []
        left = 0
        for item in self._shown():
            least = item.minimumSize() if item.widget() is self._wide else item.sizeHint()
            wanted = min(least.width(), max(1, width))
            if not rows or wanted > left:
                rows.append([])
                left = width
            rows[-1].append((item, wanted))
            left -= wanted + self.spacing()
        return [self._widened(row, width) for row in rows]

    def _widened(self, row: _Row, width: int) -> _Row:
        rest = width - sum(wanted + self.spacing() for _, wanted in row) + self.spacing()
        return [(item, wanted + (max(0, rest) if item.widget() is self._wide else 0)) for item, wanted in row]

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, area: QRect, *, place: bool) -> int:
        """The height that the rows take in an area; with `place` the widgets are put there."""
        margins = self.contentsMargins()
        inside = area.marginsRemoved(margins)
        y = inside.top()
        for row in self._rows(inside.width()):
            x, height = inside.left(), max(item.sizeHint().height() for item, _ in row)
            for item, width in row:
                own = item.sizeHint().height()
                if place:
                    item.setGeometry(QRect(x, y + (height - own) // 2, width, own))
                x += width + self.spacing()
            y += height + self._between_rows
        return max(inside.top(), y - self._between_rows) - area.top() + margins.bottom()

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


class EvenLayout(FlowLayout):
    """Rows that are filled, all widgets of a row as wide as one another; as many in a row as have room."""

    def _rows(self, width: int) -> list[_Row]:
        items = self._shown()
        least = max((item.minimumSize().width() for item in items), default=1)
        rows = -(-len(items) // max(1, (width + self.spacing()) // (least + self.spacing())))
        return [
            self._shared(items[len(items) * at // rows : len(items) * (at + 1) // rows], width) for at in range(rows)
        ]

    def _shared(self, items: list[QLayoutItem], width: int) -> _Row:
        edges = [(width + self.spacing()) * at // len(items) for at in range(len(items) + 1)]
        return [(item, end - start - self.spacing()) for item, (start, end) in zip(items, pairwise(edges), strict=True)]


def even_row(parent: QWidget, spacing: int, widgets: Iterable[QWidget]) -> QWidget:
    """Widgets of one width in a row, in several where there is no room."""
    row = QWidget(parent)
    _fill(EvenLayout(row, spacing), widgets)
    return row


def flow_row(parent: QWidget, spacing: int, *widgets: QWidget, wide: QWidget | None = None) -> QWidget:
    """Widgets in a row that breaks where they have no room; `wide` takes what is left."""
    row = QWidget(parent)
    _fill(FlowLayout(row, spacing, wide=wide), widgets)
    return row


def _fill(layout: FlowLayout, widgets: Iterable[QWidget]) -> None:
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
