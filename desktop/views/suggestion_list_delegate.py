"""Draws a suggested quote: who, and what became of it; two lines of its words; its form and what to know of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop.models.suggestion_choices import ACCEPTED, REJECTED, STORED
from desktop.models.suggestion_list import ROW, SuggestionRow, remarks
from desktop.offsets import utf16_offset
from desktop.theme import theme
from desktop.views.row_painting import Index, RowDelegate, draw_ground, draw_line
from desktop.widgets.page_layout import MARGIN

LINES = 2
INDENT = 26  # room at the left for the sign of the state
LONGEST = 600  # characters laid out for a row


class SuggestionListDelegate(RowDelegate):
    """Paints SuggestionRow rows, all of one height."""

    lines = (2, 2)
    around = 28

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, SuggestionRow):
            return
        area: QRect = option.rect  # type: ignore[attr-defined]
        draw_ground(painter, area, option.state, parted=16)  # type: ignore[attr-defined]
        inner = area.adjusted(MARGIN + theme.px(INDENT), theme.px(9), -theme.px(20), -theme.px(9))
        self._paint_sign(painter, inner, row)
        top = self._paint_head(painter, inner, row)
        quiet = row.state in (STORED, REJECTED)
        colour = theme.colours.faint if quiet else theme.colours.text
        bottom = _paint_words(painter, QRect(inner.left(), top, inner.width(), 0), _shown(row), colour)
        height = QFontMetrics(theme.font(theme.type.small)).height()
        foot = QRect(inner.left(), bottom + theme.px(3), inner.width(), height)
        draw_line(painter, foot, " · ".join(remarks(row)), theme.font(theme.type.small), theme.colours.muted)

    def _paint_sign(self, painter: QPainter, inner: QRect, row: SuggestionRow) -> None:
        """A tick for what is accepted or stored, a cross for what is rejected; direct speech else shows its mark."""
        side = theme.px(11)
        area = QRectF(inner.left() - theme.px(INDENT), inner.top() + theme.px(3), side, side)
        if row.state in (ACCEPTED, STORED):
            _tick(painter, area, QColor(theme.colours.accent if row.state == ACCEPTED else theme.colours.faint))
        elif row.state == REJECTED:
            _cross(painter, area, QColor(theme.colours.faint))
        elif row.choice.form == "direct":
            painter.setFont(theme.font(theme.type.title, bold=True))
            painter.setPen(QColor(theme.colours.accent))
            painter.drawText(QPointF(area.left(), area.top() + theme.px(22)), "“")

    def _paint_head(self, painter: QPainter, area: QRect, row: SuggestionRow) -> int:
        """The speaker, and the state at the right; where the next line begins."""
        bold, small = theme.font(theme.type.small, bold=True), theme.font(theme.type.small)
        line = QRect(area.left(), area.top(), area.width(), QFontMetrics(bold).height())
        state = row.state
        if state:
            colour = theme.colours.accent if state == ACCEPTED else theme.colours.muted
            line.setRight(line.right() - draw_line(painter, line, state, small, colour, right=True) - theme.px(10))
        quiet = theme.colours.muted if state in (STORED, REJECTED) else theme.colours.text
        used = draw_line(painter, line, row.speaker or "Speaker not known", bold, quiet)
        rest = QRect(line.left() + used, line.top(), line.width() - used, line.height())
        if row.choice.title and rest.width() > theme.px(30):
            draw_line(painter, rest, f", {row.choice.title}", small, theme.colours.muted)
        return line.bottom() + theme.px(3)


def _shown(row: SuggestionRow) -> str:
    return " ".join(row.choice.words[:LONGEST].split())


def _paint_words(painter: QPainter, area: QRect, text: str, colour: str) -> int:
    """Two lines of words; where they end, though there are fewer."""
    font = theme.font(theme.type.body)
    metrics = QFontMetrics(font)
    step = metrics.height() + theme.px(1)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    layout.beginLayout()
    for number in range(LINES):
        made = layout.createLine()
        if not made.isValid():
            break
        made.setLineWidth(area.width())
        made.setPosition(QPointF(0, number * step))
        if number == LINES - 1 and made.textStart() + made.textLength() < utf16_offset(text, len(text)):
            made.setLineWidth(area.width() - metrics.horizontalAdvance(" …"))
            end = QPointF(area.left() + made.naturalTextRect().right() + theme.px(3), area.top() + LINES * step)
            painter.drawText(end - QPointF(0, metrics.descent() + theme.px(1)), "…")
    layout.endLayout()
    layout.draw(painter, QPointF(area.topLeft()))
    return area.top() + LINES * step


def _tick(painter: QPainter, area: QRectF, colour: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, theme.px(2)))
    low = QPointF(area.left() + area.width() * 0.4, area.bottom() - 1)
    painter.drawLine(QPointF(area.left(), area.center().y() + 1), low)
    painter.drawLine(low, QPointF(area.right(), area.top() + 1))
    painter.restore()


def _cross(painter: QPainter, area: QRectF, colour: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, theme.px(2)))
    painter.drawLine(area.topLeft(), area.bottomRight())
    painter.drawLine(area.topRight(), area.bottomLeft())
    painter.restore()
