"""Draws a document that is being imported: its name, and below it how it stands with it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop.models.import_list import ROW, ImportRow, State
from desktop.theme import theme
from desktop.views.row_painting import Index, RowDelegate, draw_ground, draw_line
from desktop.widgets.page_layout import MARGIN

MARK = 14  # pixels across the mark before a name, at 100 %


class ImportListDelegate(RowDelegate):
    """Paints ImportRow rows, all of one height."""

    around = 16

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, ImportRow):
            return
        area: QRect = option.rect  # type: ignore[attr-defined]
        draw_ground(painter, area, option.state)  # type: ignore[attr-defined]
        inner = area.adjusted(MARGIN, theme.px(7), -theme.px(20), -theme.px(7))
        self._paint_mark(painter, QRectF(inner.left(), inner.top(), theme.px(MARK), theme.px(20)), row)
        inner.setLeft(inner.left() + theme.px(MARK + 8))
        upper, lower = QRect(inner), QRect(inner)
        upper.setHeight(QFontMetrics(theme.font(theme.type.body)).height())
        lower.setTop(upper.bottom() + theme.px(2))
        c = theme.colours
        title = str(row.values.get("title") or row.name)
        draw_line(painter, upper, title, theme.font(theme.type.body), c.text)
        name = f"{row.name} · " if title != row.name else ""
        colour = c.warn if row.state is State.REFUSED else c.muted
        draw_line(painter, lower, name + row.words, theme.font(theme.type.small), colour)

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
