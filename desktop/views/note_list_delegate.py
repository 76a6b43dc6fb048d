"""Draws a note: two lines of its words, what it is on, and who wrote it when, with its tags."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from db.note_list import NoteLine
from desktop.models.note_list import place, signature
from desktop.models.paged_list import LINE
from desktop.offsets import utf16_offset
from desktop.theme import theme
from desktop.widgets.shapes import draw_dots

LINES = 2
MARGIN = 24
MOST_TAGS = 4
FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
Index = QModelIndex | QPersistentModelIndex


class NoteListDelegate(QStyledItemDelegate):
    """Paints NoteLine rows, all of one height."""

    def row_height(self) -> int:
        """The height of every row at the present zoom."""
        small, body = (QFontMetrics(theme.font(size)).height() for size in (theme.type.small, theme.type.body))
        return 2 * small + LINES * (body + theme.px(1)) + theme.px(28)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme.px(200), self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        if not isinstance(line, NoteLine):
            return
        area: QRect = option.rect  # type: ignore[attr-defined]
        self._paint_ground(painter, area, option.state)  # type: ignore[attr-defined]
        inner = area.adjusted(MARGIN, theme.px(10), -theme.px(16), -theme.px(10))
        bottom = self._paint_words(painter, inner, line)
        font = theme.font(theme.type.small)
        height = QFontMetrics(font).height()
        lower = QRect(inner.left(), bottom + theme.px(5), inner.width(), height)
        _draw(painter, lower, place(line), font, theme.colours.muted)
        lower.moveTop(lower.bottom() + theme.px(3))
        used = _draw(painter, lower, signature(line), font, theme.colours.faint)
        self._paint_tags(painter, lower.adjusted(used + theme.px(12), 0, 0, 0), line)

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        c = theme.colours
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QColor(c.accent) if state & QStyle.StateFlag.State_HasFocus else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.chosen if chosen else c.side))
            painter.drawRoundedRect(QRectF(area).adjusted(theme.px(12), 1.5, -theme.px(8), -1.5), 6, 6)
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setPen(QColor(c.line))
            painter.drawLine(area.left() + MARGIN, area.bottom(), area.right() - theme.px(16), area.bottom())
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRect, line: NoteLine) -> int:
        """The first lines of a note, a single one half a line lower; where they end."""
        font = theme.font(theme.type.body)
        metrics = QFontMetrics(font)
        text = " ".join(line.body.split())
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0.0
        more: QPointF | None = None
        for number in range(LINES):
            made = layout.createLine()
            if not made.isValid():
                break
            made.setLineWidth(area.width())
            made.setPosition(QPointF(0, y))
            y += metrics.height() + theme.px(1)
            if number == LINES - 1 and made.textStart() + made.textLength() < utf16_offset(text, len(text)):
                made.setLineWidth(area.width() - metrics.horizontalAdvance(" …"))
                more = QPointF(made.naturalTextRect().right() + theme.px(3), y - metrics.descent() - theme.px(1))
        layout.endLayout()
        top = area.top() + round((LINES * (metrics.height() + theme.px(1)) - y) / 2)
        painter.setPen(QColor(theme.colours.text))
        layout.draw(painter, QPointF(area.left(), top))
        if more:
            painter.setFont(font)
            painter.drawText(QPointF(area.left(), top) + more, "…")
        return top + round(y)

    def _paint_tags(self, painter: QPainter, area: QRect, line: NoteLine) -> None:
        """Each tag as a dot and its name, as far as there is room."""
        font, side, left = theme.font(theme.type.small), theme.px(8), area.left()
        for tag in line.tags[:MOST_TAGS]:
            room = area.right() - left - side - theme.px(5)
            if room < theme.px(30):
                return
            end = QPointF(left + side, area.center().y() + 1)
            draw_dots(painter, end, side, [tag.colour], QColor(theme.colours.muted))
            name = QRect(left + side + theme.px(5), area.top(), room, area.height())
            left = name.left() + _draw(painter, name, tag.name, font, theme.colours.muted) + theme.px(10)


def _draw(painter: QPainter, area: QRect, text: str, font: QFont, colour: str) -> int:
    """One line of type, cut with an ellipsis where it is too long; its width."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(area, FLAGS, shown)
    return metrics.horizontalAdvance(shown)
