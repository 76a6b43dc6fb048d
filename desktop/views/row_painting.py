"""What the rows of most lists have in common: one height, the ground of the chosen one, lines of type."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.theme import theme
from desktop.widgets.page_layout import MARGIN

Index = QModelIndex | QPersistentModelIndex
State = QStyle.StateFlag
LONGEST = 500  # characters of a line that are set
ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class RowDelegate(QStyledItemDelegate):
    """Rows that are all of one height: so many lines of body and of small type, and pixels at 100 % around them."""

    lines: ClassVar[tuple[int, int]] = (1, 1)
    around: ClassVar[int] = 14
    least: ClassVar[int] = 240
    """The width in pixels at 100 % that a list asks for."""

    def row_height(self) -> int:
        """The height of every row at the present zoom."""
        sizes = (theme.type.body, theme.type.small)
        heights = (QFontMetrics(theme.font(size)).height() for size in sizes)
        return sum(number * height for number, height in zip(self.lines, heights, strict=True)) + theme.px(self.around)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme.px(self.least), self.row_height())


def draw_ground(
    painter: QPainter, area: QRect, state: State, *, left: float = MARGIN / 2, right: int = 8, parted: int | None = None
) -> None:
    """The ground of a row that is chosen or under the mouse, between its edges.

    Other rows are `parted` by a line so many pixels at 100 % short of the right edge, or by nothing.
    """
    c = theme.colours
    chosen = bool(state & State.State_Selected)
    painter.save()
    if chosen or state & State.State_MouseOver:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(c.accent) if state & State.State_HasFocus else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.chosen if chosen else c.side))
        painter.drawRoundedRect(QRectF(area).adjusted(left, 1.5, -theme.px(right), -1.5), 6, 6)
    elif parted is not None:
        painter.setPen(QColor(c.line))
        painter.drawLine(area.left() + MARGIN, area.bottom(), area.right() - theme.px(parted), area.bottom())
    painter.restore()


def draw_line(painter: QPainter, area: QRect, text: str, font: QFont, colour: str, *, right: bool = False) -> int:
    """One line of type, cut with an ellipsis where it is too long; its width."""
    metrics = QFontMetrics(font)
    shown = " ".join(text[:LONGEST].split())
    width = metrics.horizontalAdvance(shown)
    if width > area.width():  # to ask this first takes half of the time of an ellipsis that is not needed
        shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, max(0, area.width()))
        width = metrics.horizontalAdvance(shown)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    left = area.right() + 1 - width if right else area.left()
    # At a point: in a rectangle Qt would lay the line out once more.
    painter.drawText(QPointF(left, area.top() + (area.height() - metrics.height()) // 2 + metrics.ascent()), shown)
    return width
