"""Draws a found quote: who, tags and notes; three lines of its words with the matches marked; where it was said."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from db import dates
from db.quote_lines import QuoteLine
from desktop.models import check_words
from desktop.models.quote_list import LINE, Heading
from desktop.offsets import utf16_offset
from desktop.theme import theme
from desktop.views.marked_text import marked_range
from desktop.views.row_painting import draw_line
from desktop.widgets.shapes import draw_dots, draw_note

LINES = 3
MOST_TAGS = 4  # dots on a row
INDENT = 16
LONGEST = 1200  # characters laid out for a row
LEAST = 30  # pixels at 100 % into which words of the last line are put
Index = QModelIndex | QPersistentModelIndex
FORM_WORDS = {"direct": "direct", "indirect": "reported"}


class Extract(NamedTuple):
    """The part of a quote that a row shows, with the matches in it, in code points."""

    text: str
    marks: list[tuple[int, int]]


def extract(line: QuoteLine, width: int) -> Extract:
    """The part of a quote around its first match, which stands on one of the first two lines of so many characters."""
    start = 0
    if line.marks and line.marks[0][1] > 2 * width:
        start = max(0, line.marks[0][0] - width // 2)
        space = line.text.rfind(" ", max(0, start - width), start)  # not every script parts its words
        start = space + 1 if space >= 0 else start
    cut = line.text[start : start + LONGEST].replace("\n", " ")
    before = "… " if start else ""
    shift = len(before) - start
    marks = [(first + shift, last + shift) for first, last in line.marks if start <= first and last <= start + LONGEST]
    return Extract(before + cut, marks)


class QuoteListDelegate(QStyledItemDelegate):
    """Paints QuoteLine rows, all of one height."""

    def row_height(self) -> int:
        """The height of every row at the present zoom."""
        small, body = (QFontMetrics(theme.font(size)).height() for size in (theme.type.small, theme.type.body))
        return 2 * small + LINES * (body + theme.px(1)) + theme.px(26)

    def heading_height(self) -> int:
        """The height of the row that parts quotes which only sound alike."""
        return QFontMetrics(theme.font(theme.type.small, bold=True)).height() + theme.px(20)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme.px(200), self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        area: QRect = option.rect  # type: ignore[attr-defined]
        if isinstance(line, Heading):
            self._paint_heading(painter, area, str(line))
        if not isinstance(line, QuoteLine):
            return
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        self._paint_ground(painter, area, state)
        inner = area.adjusted(INDENT + theme.px(20), theme.px(8), -theme.px(14), -theme.px(8))
        if line.form == "direct":
            painter.setFont(theme.font(theme.type.title, bold=True))
            painter.setPen(QColor(theme.colours.accent))
            painter.drawText(area.left() + 8 + theme.px(7), inner.top() + theme.px(34), "“")
        top = self._paint_head(painter, inner, line)
        self._paint_words(painter, QRect(inner.left(), top, inner.width(), inner.bottom() - top), line)
        self._paint_foot(painter, inner, line)

    def _paint_heading(self, painter: QPainter, area: QRect, words: str) -> None:
        painter.setPen(QColor(theme.colours.line))
        painter.drawLine(area.left() + theme.px(14), area.bottom(), area.right() - theme.px(14), area.bottom())
        inner = area.adjusted(theme.px(14), theme.px(8), -theme.px(14), 0)
        draw_line(painter, inner, words, theme.font(theme.type.small, bold=True), theme.colours.muted)

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        c = theme.colours
        if state & QStyle.StateFlag.State_Selected:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(c.accent) if state & QStyle.StateFlag.State_HasFocus else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.chosen))
            painter.drawRoundedRect(QRectF(area).adjusted(theme.px(6), 1.5, -theme.px(6), -1.5), 6, 6)
            painter.restore()
        else:
            painter.setPen(QColor(c.line))
            painter.drawLine(
                area.left() + INDENT + theme.px(20), area.bottom(), area.right() - theme.px(14), area.bottom()
            )

    def _paint_head(self, painter: QPainter, area: QRect, line: QuoteLine) -> int:
        """The speaker; where the next line begins."""
        bold, small = theme.font(theme.type.small, bold=True), theme.font(theme.type.small)
        height = QFontMetrics(bold).height()
        row = QRect(area.left(), area.top(), area.width(), height)
        row.setWidth(row.width() - self._paint_marks(painter, row, line))
        name = line.speaker or "Speaker not known"
        used = draw_line(painter, row, name, bold, theme.colours.text)
        row.setLeft(row.left() + used)
        if line.speaker_title and row.width() > theme.px(30):
            draw_line(painter, row, f", {line.speaker_title}", small, theme.colours.muted)
        return area.top() + height + theme.px(3)

    def _paint_marks(self, painter: QPainter, row: QRect, line: QuoteLine) -> int:
        """The dots of tags and the sign of notes, at the right; the room that they take."""
        side, colour, right = theme.px(8), QColor(theme.colours.muted), float(row.right())
        if line.notes:
            width = theme.px(10)
            draw_note(painter, QRectF(right - width, row.center().y() - width * 0.6, width, width * 1.2), colour)
            right -= width + theme.px(6)
        if line.tags:
            colours = [tag.colour for tag in line.tags[:MOST_TAGS]]
            right -= draw_dots(painter, QPointF(right, row.center().y() + 1), side, colours, colour)
        return round(row.right() - right) + (theme.px(4) if line.notes or line.tags else 0)

    def _paint_words(self, painter: QPainter, area: QRect, line: QuoteLine) -> None:
        font = theme.font(theme.type.body)
        text, marks = extract(line, area.width() // QFontMetrics(font).averageCharWidth())
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([marked_range(text, *span) for span in marks])
        metrics = QFontMetrics(layout.font())
        layout.beginLayout()
        y = 0.0
        for number in range(LINES):
            made = layout.createLine()
            if not made.isValid():
                break
            made.setLineWidth(area.width())
            made.setPosition(QPointF(0, y))
            y += metrics.height() + theme.px(1)
            if number == LINES - 1 and made.textStart() + made.textLength() < utf16_offset(text, len(text)):
                made.setLineWidth(area.width() - metrics.horizontalAdvance(" …"))
                self._paint_more(painter, area, made.naturalTextRect().right(), y - metrics.descent() - theme.px(1))
        layout.endLayout()
        painter.setPen(QColor(theme.colours.text))
        layout.draw(painter, QPointF(area.topLeft()))

    def _paint_more(self, painter: QPainter, area: QRect, x: float, y: float) -> None:
        """The sign that the quote goes on."""
        painter.setFont(theme.font(theme.type.body))
        painter.setPen(QColor(theme.colours.muted))
        painter.drawText(QPointF(area.left() + x + theme.px(3), area.top() + y), "…")

    def _paint_foot(self, painter: QPainter, area: QRect, line: QuoteLine) -> None:
        font = theme.font(theme.type.small)
        metrics = QFontMetrics(font)
        height, space, dot = metrics.height(), metrics.horizontalAdvance(" "), metrics.horizontalAdvance(" · ")
        row = QRect(area.left(), area.bottom() - height, area.width(), height)
        muted, warn = theme.colours.muted, theme.colours.warn
        words = [(dates.words(line.said_on), muted), (FORM_WORDS[line.form], muted)]
        words.append(("recalled, not checked" if line.recalled else "", muted))
        amiss = line.check in check_words.AMISS  # comes first: the end of the line may have no room
        words.insert(0 if amiss else 3, (check_words.short(line.check), warn if amiss else muted))
        words.append((line.meeting_title or "", muted))
        words.insert(0, (line.reason, theme.colours.accent))
        shown = [word for word in words if word[0]]
        for at, (text, colour) in enumerate(shown):
            if row.width() - bool(at) * dot <= theme.px(LEAST):
                break
            if at:
                draw_line(painter, row.adjusted(space, 0, 0, 0), "·", font, muted)
                row.setLeft(row.left() + dot)
            row.setLeft(row.left() + draw_line(painter, row, text, font, colour))
