"""Draws a word in its context: the word in the middle of the line, what stands before and after it at its sides."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from desktop.models.context_list import ContextLine
from desktop.models.quote_list import LINE
from desktop.theme import theme
from desktop.widgets.plain_text import tooltip

Index = QModelIndex | QPersistentModelIndex
GAP = 5  # pixels at 100 % between the word and its context
CLOSE = 2  # where no space stands between them
MARGIN = 12
MOST_OF_LINE = 0.5
"""Share of a line that a phrase may take."""


class ContextListDelegate(QStyledItemDelegate):
    """Paints ContextLine rows, all of one height."""

    def row_height(self) -> int:
        """The height of every row at the present zoom."""
        return QFontMetrics(theme.font(theme.type.body)).height() + theme.px(8)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme.px(200), self.row_height())

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Who said it and when; Qt would guess at markup in that."""
        text = index.data(Qt.ItemDataRole.ToolTipRole)
        if event.type() != QEvent.Type.ToolTip or not text:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), tooltip(text), view)
        return True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        if not isinstance(line, ContextLine):
            return
        area: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            _paint_chosen(painter, area, bool(state & QStyle.StateFlag.State_HasFocus))
        painter.save()
        way = Qt.LayoutDirection.RightToLeft if line.mirrored else Qt.LayoutDirection.LeftToRight
        painter.setLayoutDirection(way)
        self._paint_line(painter, area.adjusted(theme.px(MARGIN), 0, -theme.px(MARGIN), 0), line)
        painter.restore()

    def _paint_line(self, painter: QPainter, area: QRect, line: ContextLine) -> None:
        bold, plain = theme.font(theme.type.body, bold=True), theme.font(theme.type.body)
        metrics = QFontMetrics(bold)
        shown = metrics.elidedText(line.hit, Qt.TextElideMode.ElideMiddle, int(area.width() * MOST_OF_LINE))
        width = metrics.horizontalAdvance(shown) + 2
        middle = QRect(area.center().x() - width // 2, area.top(), width, area.height())
        before, after = (theme.px(GAP if edge == " " else CLOSE) for edge in (line.before[-1:], line.after[:1]))
        left_gap, right_gap = (after, before) if line.mirrored else (before, after)
        left = QRect(area.left(), area.top(), middle.left() - left_gap - area.left(), area.height())
        right = QRect(middle.right() + right_gap, area.top(), area.right() - middle.right() - right_gap, area.height())
        mark = QRectF(middle.adjusted(-theme.px(2), theme.px(3), theme.px(2), -theme.px(3)))
        painter.fillRect(mark, QColor(theme.colours.mark))
        _draw(painter, middle, shown, bold, Qt.AlignmentFlag.AlignHCenter)
        first, last = (right, left) if line.mirrored else (left, right)
        for place, words, way in (
            (first, line.before.rstrip(), Qt.TextElideMode.ElideLeft),
            (last, line.after.lstrip(), Qt.TextElideMode.ElideRight),
        ):
            cut = QFontMetrics(plain).elidedText(words, way, max(0, place.width()))
            side = Qt.AlignmentFlag.AlignRight if place is left else Qt.AlignmentFlag.AlignLeft
            _draw(painter, place, cut, plain, side)


def _draw(painter: QPainter, area: QRect, text: str, font: QFont, side: Qt.AlignmentFlag) -> None:
    painter.setFont(font)
    painter.setPen(QColor(theme.colours.text))
    kept = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | side
    painter.drawText(area, kept | Qt.TextFlag.TextSingleLine, text)


def _paint_chosen(painter: QPainter, area: QRect, focused: bool) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(theme.colours.accent) if focused else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours.chosen))
    painter.drawRoundedRect(QRectF(area).adjusted(theme.px(4), 0.5, -theme.px(4), -0.5), 5, 5)
    painter.restore()
