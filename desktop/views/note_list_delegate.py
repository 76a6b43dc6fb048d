"""Draws a note: two lines of its words, what it is on, and who wrote it when, with its tags."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyleOptionViewItem

from db.note_list import NoteLine
from desktop.models.note_list import place, signature
from desktop.models.paged_list import LINE
from desktop.offsets import utf16_offset
from desktop.theme import theme
from desktop.views.row_painting import Index, RowDelegate, draw_ground, draw_line
from desktop.widgets.page_layout import MARGIN
from desktop.widgets.shapes import draw_dots

LINES = 2
MOST_TAGS = 4


class NoteListDelegate(RowDelegate):
    """Paints NoteLine rows, all of one height."""

    lines = (2, 2)
    around = 30
    least = 200

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        if not isinstance(line, NoteLine):
            return
        area: QRect = option.rect  # type: ignore[attr-defined]
        draw_ground(painter, area, option.state, parted=16)  # type: ignore[attr-defined]
        inner = area.adjusted(MARGIN, theme.px(10), -theme.px(16), -theme.px(10))
        bottom = self._paint_words(painter, inner, line)
        font = theme.font(theme.type.small)
        height = QFontMetrics(font).height()
        lower = QRect(inner.left(), bottom + theme.px(5), inner.width(), height)
        draw_line(painter, lower, place(line), font, theme.colours.muted)
        lower.moveTop(lower.bottom() + theme.px(3))
        used = draw_line(painter, lower, signature(line), font, theme.colours.faint)
        self._paint_tags(painter, lower.adjusted(used + theme.px(12), 0, 0, 0), line)

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
            left = name.left() + draw_line(painter, name, tag.name, font, theme.colours.muted) + theme.px(10)
