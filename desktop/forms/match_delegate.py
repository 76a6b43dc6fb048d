"""Draws the list under a field for a name: the name and what tells it from others; a plus for what is made new."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from db.name_matches import NameMatch
from desktop.models.name_matches import ROW, below
from desktop.theme import theme

ONE, TWO = 32, 46  # pixels: a row of one line, and of two

Index = QModelIndex | QPersistentModelIndex


class MatchDelegate(QStyledItemDelegate):
    """Paints rows of NameMatch and New."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect  # type: ignore[attr-defined]
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.colours.chosen))
            painter.drawRoundedRect(QRectF(area).adjusted(4, 1, -4, -1), 5, 5)
            painter.restore()
        row = index.data(ROW)
        text = area.adjusted(theme.px(12), theme.px(3), -theme.px(12), -theme.px(3))
        if isinstance(row, NameMatch):
            self._paint_match(painter, text, row)
        elif row:
            self._paint_offer(painter, text, index.data())

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        return QSize(theme.px(120), theme.px(TWO if isinstance(row, NameMatch) and below(row) else ONE))

    def _paint_match(self, painter: QPainter, text: QRect, match: NameMatch) -> None:
        if match.colour:
            text = text.adjusted(paint_dot(painter, text, match.colour), 0, 0, 0)
        detail = "   ".join(below(match))
        if not detail:
            _line(painter, text, match.name, theme.type.body, theme.colours.text)
            return
        upper, lower = QRect(text), QRect(text)
        upper.setHeight(text.height() * 11 // 20)
        lower.setTop(upper.bottom())
        _line(painter, upper, match.name, theme.type.body, theme.colours.text)
        _line(painter, lower, detail, theme.type.small, theme.colours.muted)

    def _paint_offer(self, painter: QPainter, text: QRect, words: str) -> None:
        side = theme.px(9)
        sign = QRectF(text.left(), text.center().y() - side / 2, side, side)
        painter.save()
        painter.setPen(QPen(QColor(theme.colours.accent), max(1.4, theme.px(1.4))))
        middle = sign.center()
        painter.drawLine(QPointF(middle.x(), sign.top()), QPointF(middle.x(), sign.bottom()))
        painter.drawLine(QPointF(sign.left(), middle.y()), QPointF(sign.right(), middle.y()))
        painter.restore()
        _line(painter, text.adjusted(side + theme.px(8), 0, 0, 0), words, theme.type.body, theme.colours.accent)


def paint_dot(painter: QPainter, area: QRect, colour: str) -> int:
    """A dot of colour at the left of an area; the room that it takes."""
    side = theme.px(9)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QRectF(area.left(), area.center().y() - side / 2 + 0.5, side, side))
    painter.restore()
    return side + theme.px(7)


def _line(painter: QPainter, area: QRect, text: str, size: int, colour: str) -> None:
    font = theme.font(size)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(text[:500], Qt.TextElideMode.ElideRight, area.width())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
    painter.drawText(area, flags, shown)
