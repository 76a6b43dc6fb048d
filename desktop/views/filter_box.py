"""A filter of a list: all, or one of the choices that occur, each with how often it does."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QWidget

from db.tag_tree import TagChoice
from desktop.theme import theme
from desktop.widgets.plain_text import tooltip
from desktop.widgets.shapes import draw_dots

DOT = 10  # pixels at 100 %


class FilterBox(QComboBox):
    """One filter."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self.setAccessibleName(f"Filter by {label.lower()}")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self._size_icons()
        self.addItem(label, None)
        self.currentIndexChanged.connect(self._mark)

    def fill(self, choices: list[tuple[Any, str, int]]) -> None:
        """Offer these choices, (value, label, number), and keep the present one if it is among them."""
        self._fill([(QIcon(), f"{label} ({count:,})", value) for value, label, count in choices])

    def fill_tags(self, tags: list[TagChoice]) -> None:
        """Offer these tags, narrower ones set in, each with a dot of its colour."""
        self._fill([(dot(tag.colour), f"{'    ' * tag.level}{tag.name} ({tag.number:,})", tag.id) for tag in tags])

    def choose_all(self) -> None:
        """Filter by nothing."""
        self.setCurrentIndex(0)

    def choice(self) -> str:
        """The present choice without its number; empty when it is all."""
        return self.currentText().rpartition(" (")[0].strip() if self.currentIndex() > 0 else ""

    def _fill(self, items: list[tuple[QIcon, str, Any]]) -> None:
        kept = self.currentData()
        self.blockSignals(True)
        self.clear()
        self.addItem(self._label, None)
        for icon, text, value in items:
            self.addItem(icon, text, value)
        self.setCurrentIndex(max(0, self.findData(kept)))
        self.blockSignals(False)
        self._mark()

    def _size_icons(self) -> None:
        self.setIconSize(QSize(theme.px(DOT), theme.px(DOT)))

    def _mark(self) -> None:
        self.setToolTip(tooltip(self.choice()))  # its name may be longer than there is room for
        chosen = self.currentIndex() > 0
        if self.property("chosen") != chosen:
            self.setProperty("chosen", chosen)
            self.style().unpolish(self)
            self.style().polish(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size_icons()


def dot(colour: str | None) -> QIcon:
    """The dot of a tag as an icon."""
    scale = 2  # fine enough for screens of twice the usual number of pixels
    side = theme.px(DOT) * scale
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_dots(painter, QPointF(side, side / 2), side, [colour], QColor(theme.colours.muted))
    painter.end()
    return QIcon(pixmap)
