"""Draws the lines of records: quiet headings, two lines of type with what leads them, tags and marks of notes."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from db.record_lines import RecordLine
from desktop.models.record_list import LINE
from desktop.theme import theme
from desktop.widgets.shapes import draw_note

Index = QModelIndex | QPersistentModelIndex
LEAD = 112  # pixels at 100 % of the column of acts, roles and the like
STEP = 20  # pixels at 100 % by which a narrower topic or tag stands in
MOST_TAGS = 4
LONGEST = 400  # characters of a title that are set
FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine


class RecordListDelegate(QStyledItemDelegate):
    """Paints RecordLine rows, all of one height."""

    def row_height(self) -> int:
        """The height of every row at the present zoom."""
        small, body = (QFontMetrics(theme.font(size)).height() for size in (theme.type.small, theme.type.body))
        return small + body + theme.px(14)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme.px(200), self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(LINE)
        area: QRect = option.rect  # type: ignore[attr-defined]
        inner = area.adjusted(theme.px(24), theme.px(5), -theme.px(16), -theme.px(5))
        if isinstance(row, RecordLine):
            self._paint_ground(painter, area, option.state)  # type: ignore[attr-defined]
            if row.record is None:
                _draw(painter, inner, row.title, theme.type.body, theme.colours.accent)
            else:
                self._paint_line(painter, inner, row)
        elif row:
            painter.setFont(theme.font(theme.type.heading, bold=True))
            painter.setPen(QColor(theme.colours.text))
            painter.drawText(inner, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, row)

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        c = theme.colours
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if not (chosen or state & QStyle.StateFlag.State_MouseOver):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(c.accent) if state & QStyle.StateFlag.State_HasFocus else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.chosen if chosen else c.side))
        painter.drawRoundedRect(QRectF(area).adjusted(theme.px(12), 1.5, -theme.px(8), -1.5), 6, 6)
        painter.restore()

    def _paint_line(self, painter: QPainter, inner: QRect, line: RecordLine) -> None:
        c = theme.colours
        half = inner.height() // 2
        upper, lower = QRect(inner), QRect(inner)
        upper.setHeight(half)
        lower.setTop(inner.top() + half)
        shift = theme.px(STEP) * line.level
        if line.lead:
            room = min(theme.px(LEAD), inner.width() // 3)
            lead = QRect(upper)
            lead.setWidth(room - theme.px(8))
            _draw(painter, lead, line.lead, theme.type.small, c.accent, bold=True)
            shift += room
        for area in (upper, lower):
            area.setLeft(inner.left() + shift)
        upper.setRight(inner.right() - self._paint_marks(painter, upper, line))
        _draw(painter, upper, line.title[:LONGEST].replace("\n", " "), theme.type.body, c.text)
        _draw(painter, lower, line.detail[:LONGEST].replace("\n", " "), theme.type.small, c.muted)

    def _paint_marks(self, painter: QPainter, area: QRect, line: RecordLine) -> int:
        """Dots of tags and the mark of notes, from the right; the room that they take."""
        side, right = theme.px(9), float(area.right())
        middle = area.center().y()
        if line.notes:
            draw_note(painter, QRectF(right - side, middle - side * 0.6, side, side * 1.2), QColor(theme.colours.muted))
            right -= side + theme.px(8)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour in line.tags[:MOST_TAGS]:
            painter.setBrush(QColor(colour or theme.colours.faint))
            painter.drawEllipse(QRectF(right - side, middle - side / 2, side, side))
            right -= side + theme.px(4)
        painter.restore()
        return round(area.right() - right)


def _draw(painter: QPainter, area: QRect, text: str, size: int, colour: str, *, bold: bool = False) -> None:
    """One line of type, cut with an ellipsis where it is too long."""
    font = theme.font(size, bold=bold)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(area, FLAGS, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width()))
