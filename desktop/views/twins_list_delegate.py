"""Draws two records beside one another, and below them why they may be one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from db.likely_twins import LikelyTwins
from db.name_matches import NameMatch
from desktop.models.twins_list import PAIR, why
from desktop.theme import theme

MARGIN = 24
FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
Index = QModelIndex | QPersistentModelIndex


class TwinsListDelegate(QStyledItemDelegate):
    """Paints LikelyTwins rows, all of one height."""

    def row_height(self) -> int:
        """The height of every row at the present zoom."""
        small, body = (QFontMetrics(theme.font(size)).height() for size in (theme.type.small, theme.type.body))
        return body + 2 * small + theme.px(28)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme.px(240), self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        pair = index.data(PAIR)
        if not isinstance(pair, LikelyTwins):
            return
        area: QRect = option.rect  # type: ignore[attr-defined]
        self._paint_ground(painter, area, option.state)  # type: ignore[attr-defined]
        inner = area.adjusted(MARGIN, theme.px(10), -theme.px(20), -theme.px(10))
        half = (inner.width() - theme.px(24)) // 2
        left, right = QRect(inner), QRect(inner)
        left.setWidth(half)
        right.setLeft(inner.right() - half + 1)
        colour = theme.colours.muted if pair.apart else theme.colours.text
        self._paint_record(painter, left, pair.one, colour)
        bottom = self._paint_record(painter, right, pair.other, colour)
        last = QRect(inner.left(), bottom + theme.px(5), inner.width(), inner.bottom() - bottom)
        _draw(painter, last, why(pair), theme.type.small, theme.colours.faint)

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        c = theme.colours
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(c.accent) if state & QStyle.StateFlag.State_HasFocus else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.chosen if chosen else c.side))
            painter.drawRoundedRect(QRectF(area).adjusted(theme.px(12), 1.5, -theme.px(8), -1.5), 6, 6)
        else:
            painter.setPen(QColor(c.line))
            painter.drawLine(area.left() + MARGIN, area.bottom(), area.right() - theme.px(16), area.bottom())
        painter.restore()

    def _paint_record(self, painter: QPainter, area: QRect, one: NameMatch, colour: str) -> int:
        """A name and what tells it from others; where they end."""
        upper = QRect(area)
        upper.setHeight(QFontMetrics(theme.font(theme.type.body)).height())
        lower = QRect(area)
        lower.setTop(upper.bottom() + 1)
        lower.setHeight(QFontMetrics(theme.font(theme.type.small)).height())
        _draw(painter, upper, one.name, theme.type.body, colour)
        _draw(painter, lower, one.detail, theme.type.small, theme.colours.muted)
        return lower.bottom()


def _draw(painter: QPainter, area: QRect, text: str, size: int, colour: str) -> None:
    font = theme.font(size)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(text[:500], Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, FLAGS, shown)
