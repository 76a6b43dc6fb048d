"""Draws a document that is being imported: its name, and below it how it stands with it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.models.import_list import ROW, ImportRow, State
from desktop.theme import theme

MARGIN = 24
MARK = 14  # pixels across the mark before a name, at 100 %
FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
Index = QModelIndex | QPersistentModelIndex


class ImportListDelegate(QStyledItemDelegate):
    """Paints ImportRow rows, all of one height."""

    def row_height(self) -> int:
        """The height of every row at the present zoom."""
        small, body = (QFontMetrics(theme.font(size)).height() for size in (theme.type.small, theme.type.body))
        return body + small + theme.px(16)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme.px(240), self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, ImportRow):
            return
        area: QRect = option.rect  # type: ignore[attr-defined]
        self._paint_ground(painter, area, option.state)  # type: ignore[attr-defined]
        inner = area.adjusted(MARGIN, theme.px(7), -theme.px(20), -theme.px(7))
        self._paint_mark(painter, QRectF(inner.left(), inner.top(), theme.px(MARK), theme.px(20)), row)
        inner.setLeft(inner.left() + theme.px(MARK + 8))
        upper, lower = QRect(inner), QRect(inner)
        upper.setHeight(QFontMetrics(theme.font(theme.type.body)).height())
        lower.setTop(upper.bottom() + theme.px(2))
        c = theme.colours
        title = str(row.values.get("title") or row.name)
        _draw(painter, upper, title, theme.type.body, c.text)
        name = f"{row.name} · " if title != row.name else ""
        _draw(painter, lower, name + row.words, theme.type.small, c.warn if row.state is State.REFUSED else c.muted)

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        c = theme.colours
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(c.accent) if state & QStyle.StateFlag.State_HasFocus else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.chosen if chosen else c.side))
            painter.drawRoundedRect(QRectF(area).adjusted(MARGIN - 12, 1.5, -theme.px(8), -1.5), 6, 6)
        painter.restore()

    def _paint_mark(self, painter: QPainter, area: QRectF, row: ImportRow) -> None:
        """A sign for the state, which the words beside it say too: a tick, a cross, a ring, three dots."""
        c = theme.colours
        middle, arm = area.center(), area.width() / 2 - 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = c.accent if row.is_ready else c.warn if row.state is State.REFUSED else c.faint
        pen = QPen(QColor(colour), max(1.5, theme.px(2)))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if row.is_ready:
            low = middle + QPointF(-arm / 3, arm * 0.7)
            painter.drawPolyline([middle + QPointF(-arm, 0), low, middle + QPointF(arm, -arm * 0.7)])
        elif row.state in (State.REFUSED, State.STOPPED):
            painter.drawLine(middle - QPointF(arm, arm) * 0.7, middle + QPointF(arm, arm) * 0.7)
            painter.drawLine(middle - QPointF(arm, -arm) * 0.7, middle + QPointF(arm, -arm) * 0.7)
        elif row.state is State.TWIN:
            painter.drawEllipse(middle, arm * 0.8, arm * 0.8)
        else:
            for step in (-1, 0, 1):
                painter.drawPoint(middle + QPointF(step * arm * 0.8, 0))
        painter.restore()


def _draw(painter: QPainter, area: QRect, text: str, size: int, colour: str) -> None:
    font = theme.font(size)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(text[:500], Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, FLAGS, shown)
