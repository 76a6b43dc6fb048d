"""Draws the lines of records: quiet headings, two lines of type with what leads them, tags and marks of notes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from db.record_lines import RecordLine
from desktop.models.record_list import LINE
from desktop.theme import theme
from desktop.views.record_menu import keys_to_add
from desktop.views.row_links import LinkedLine, LinkedRowDelegate, halves, linked_line
from desktop.views.row_painting import Index, draw_line
from desktop.widgets.page_layout import MARGIN
from desktop.widgets.shapes import draw_dots, draw_note

LEAD = 112  # pixels at 100 % of the column of acts, roles and the like
LED = ("participation", "outcome", "quote", "reading", "note")  # kinds with that column
STEP = 20  # pixels at 100 % by which a narrower topic or tag stands in
MOST_TAGS = 4
CARRIED = 240  # pixels at 100 % of the words that the mouse carries
LONGEST = 400  # characters of a title that are set


class RecordListDelegate(LinkedRowDelegate):
    """Paints RecordLine rows, all of one height."""

    least = 200

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(LINE)
        area: QRect = option.rect  # type: ignore[attr-defined]
        inner = area.adjusted(MARGIN, theme.px(5), -theme.px(16), -theme.px(5))
        if isinstance(row, RecordLine):
            self._paint_ground(painter, area, option.state)  # type: ignore[attr-defined]
            if row.record is None:
                self._paint_adder(painter, inner, row)
            else:
                self._paint_line(painter, area, row)
                self.draw_links(painter, option, index)
        elif row:
            font = theme.font(theme.type.heading, bold=True)
            words = QFontMetrics(font).elidedText(row, Qt.TextElideMode.ElideRight, inner.width())
            painter.setFont(font)
            painter.setPen(QColor(theme.colours.text))
            painter.drawText(inner, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        c = theme.colours
        chosen, focused = bool(state & QStyle.StateFlag.State_Selected), state & QStyle.StateFlag.State_HasFocus
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        if not (chosen or focused or over):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(c.accent) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.chosen if chosen else c.side) if chosen or over else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(area).adjusted(MARGIN / 2, 1.5, -theme.px(8), -1.5), 6, 6)
        painter.restore()

    def _paint_line(self, painter: QPainter, area: QRect, line: RecordLine) -> None:
        c = theme.colours
        upper, lower = self._halves(area)
        room = self._room_of_lead(upper, line)
        for lead, words in zip((QRect(upper), QRect(lower)), _parted(line.lead, room - theme.px(8)), strict=True):
            lead.setWidth(room - theme.px(8))
            if room:
                draw_line(painter, lead, words, theme.font(theme.type.small, bold=True), c.muted)
        upper.setLeft(upper.left() + room + theme.px(STEP) * line.level)
        upper.setRight(upper.right() - self._paint_marks(painter, upper, line))
        draw_line(painter, upper, line.title, theme.font(theme.type.body), c.text)

    def linked_lines(self, area: QRect, row: object) -> list[LinkedLine]:
        """The detail of a row, and its tail at the end where it has one."""
        if not isinstance(row, RecordLine):
            return []
        _, lower = self._halves(area)
        lower.setLeft(lower.left() + self._room_of_lead(lower, row) + theme.px(STEP) * row.level)
        return linked_line(lower, row.detail[:LONGEST], row.tail, row.links)

    def _halves(self, area: QRect) -> tuple[QRect, QRect]:
        """The room for the first and the second line of a row."""
        return halves(area.adjusted(MARGIN, theme.px(5), -theme.px(16), -theme.px(5)))

    def _room_of_lead(self, area: QRect, line: RecordLine) -> int:
        """The width of the column in front of a row."""
        return min(theme.px(LEAD), area.width() // 3) if line.record and line.record.kind in LED else 0

    def _paint_marks(self, painter: QPainter, area: QRect, line: RecordLine) -> int:
        """Dots of tags and the mark of notes, from the right; the room that they take."""
        side, right = theme.px(9), float(area.right())
        middle, muted = area.center().y(), QColor(theme.colours.muted)
        if line.notes:
            draw_note(painter, QRectF(right - side, middle - side * 0.6, side, side * 1.2), muted)
            right -= side + theme.px(8)
        if line.tags:
            colours = [colour or None for colour in line.tags[:MOST_TAGS]]
            right -= draw_dots(painter, QPointF(right, middle), side, colours, muted)
        return round(area.right() - right) + (theme.px(4) if line.notes or line.tags else 0)

    def _paint_adder(self, painter: QPainter, inner: QRect, line: RecordLine) -> None:
        """The words of a row that adds, and the keys that do the same."""
        draw_line(painter, inner, line.title, theme.font(theme.type.body), theme.colours.accent)
        words = QFontMetrics(theme.font(theme.type.body)).horizontalAdvance(line.title)
        keys = QRect(inner)
        keys.setLeft(inner.left() + max(words, theme.px(LEAD)) + theme.px(16))
        pressed = keys_to_add(line.add[0]) if line.add else ""
        draw_line(painter, keys, pressed, theme.font(theme.type.small), theme.colours.muted)


def draw_carried(words: str, ratio: float) -> QPixmap:
    """What the mouse carries while lines are moved, for a screen of so many pixels to a point."""
    font = theme.font(theme.type.small)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(words[:LONGEST].replace("\n", " "), Qt.TextElideMode.ElideRight, theme.px(CARRIED))
    size = QSize(metrics.horizontalAdvance(shown) + theme.px(20), metrics.height() + theme.px(10))
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(theme.colours.accent))
    painter.setBrush(QColor(theme.colours.raised))
    painter.drawRoundedRect(QRectF(0.5, 0.5, size.width() - 1, size.height() - 1), 6, 6)
    draw_line(painter, QRect(theme.px(10), 0, size.width(), size.height()), shown, font, theme.colours.text)
    painter.end()
    return picture


def _parted(text: str, room: int) -> tuple[str, str]:
    """A word or two in front of a row, on two lines where there is no room for it on one."""
    first, _, second = text.partition(" ")
    wide = QFontMetrics(theme.font(theme.type.small, bold=True)).horizontalAdvance(text) > room
    return (first, second) if wide and second else (text, "")
