"""Draws the list of meetings: headings of years, and two lines of type beside a badge for each meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from db.meeting_list import MeetingLine
from desktop.models.meeting_list import LINE, TAGS, heading, when
from desktop.theme import theme
from desktop.widgets.plain_text import tooltip
from desktop.widgets.shapes import DOT_STEP, draw_badge, draw_dots, draw_note, draw_unequal

if TYPE_CHECKING:
    from db.tag_tree import TagMark

SHAPES = {
    "round": "circle",
    "summit": "triangle",
    "ministerial": "diamond",
    "congress": "hexagon",
    "working-group": "square",
    "detainee-exchange": "arrows",
    "other": "square",
}
Index = QModelIndex | QPersistentModelIndex
MOST_TAGS = 4  # dots on a row


class MeetingListDelegate(QStyledItemDelegate):
    """Paints MeetingLine rows and the headings between them."""

    painted = Signal()
    """A row was painted for the first time; said once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fresh = True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(LINE)
        area: QRect = option.rect  # type: ignore[attr-defined]
        if isinstance(row, MeetingLine):
            self._paint_meeting(painter, area, row, index.data(TAGS), option.state)  # type: ignore[attr-defined]
            if self._fresh:
                self._fresh = False
                self.painted.emit()
        elif row:
            painter.setFont(theme.font(theme.type.small, bold=True))
            painter.setPen(QColor(theme.colours.muted))
            text = area.adjusted(theme.px(18), 0, -theme.px(8), -theme.px(4))
            painter.drawText(text, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, row)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        heading_row = not isinstance(index.data(LINE), MeetingLine)
        return QSize(theme.px(120), theme.px(30 if heading_row else 52))

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Qt would guess at markup in the text that the model has for a tooltip."""
        text = index.data(Qt.ItemDataRole.ToolTipRole)
        if event.type() != QEvent.Type.ToolTip or not text:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), tooltip(text), view)
        return True

    def is_on_days(self, area: QRect, line: MeetingLine, place: QPoint) -> bool:
        """Whether a place of a row is that of its days: the second line, all of it where the meeting has no number."""
        return not line.number or (place.x() > self._text_area(area).left() and place.y() > area.center().y())

    @staticmethod
    def _text_area(area: QRect) -> QRect:
        """Where the two lines of a row stand, beside the badge."""
        return area.adjusted(30 + theme.px(28), theme.px(6), -theme.px(16), -theme.px(6))

    def _paint_meeting(
        self,
        painter: QPainter,
        area: QRect,
        line: MeetingLine,
        tags: tuple[TagMark, ...],
        state: QStyle.StateFlag,
    ) -> None:
        c = theme.colours
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(c.accent) if state & QStyle.StateFlag.State_HasFocus else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.chosen if chosen else c.line))
            painter.setOpacity(1.0 if chosen else 0.5)
            painter.drawRoundedRect(QRectF(area).adjusted(theme.px(6), 1.5, -theme.px(6), -1.5), 6, 6)
            painter.restore()
        self._paint_badge(painter, area, line)
        text = self._text_area(area)
        room = self._paint_marks(painter, text, line)
        half = text.height() // 2
        upper, lower = QRect(text), QRect(text)
        upper.setHeight(half)
        lower.setTop(text.top() + half)
        lower.setWidth(lower.width() - room)
        if tags:
            upper.setWidth(upper.width() - self._paint_tags(painter, upper, heading(line), tags))
        _draw_line(painter, upper, heading(line), theme.type.body, c.text)
        _draw_line(painter, lower, when(line), theme.type.small, c.muted)

    def _paint_tags(self, painter: QPainter, area: QRect, title: str, tags: tuple[TagMark, ...]) -> int:
        """As many dots as leave room for the title, but at least one; the room that they take."""
        side, space = theme.px(8), theme.px(4)
        room = area.width() - space - QFontMetrics(theme.font(theme.type.body)).horizontalAdvance(title)
        number = max(1, min(MOST_TAGS, len(tags), round(room // (side * DOT_STEP))))
        end = QPointF(area.right(), area.center().y() + 1)
        colours = [tag.colour for tag in tags[:number]]
        return round(draw_dots(painter, end, side, colours, QColor(theme.colours.muted))) + space

    def _paint_badge(self, painter: QPainter, area: QRect, line: MeetingLine) -> None:
        side = theme.px(28 if line.kind == "round" else 20)
        colour = QColor(theme.colours.accent if line.kind == "round" else theme.colours.muted)
        badge = QRectF(0, 0, side, side)
        badge.moveCenter(QRectF(area).center())
        badge.moveLeft(area.left() + 20 + theme.px(14) - side / 2)
        draw_badge(painter, badge, SHAPES[line.kind], colour, dashed=line.held != "held")
        if line.kind == "round" and line.number is not None:
            painter.setFont(theme.font(theme.type.small, bold=True))
            painter.setPen(colour)
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(line.number))

    def _paint_marks(self, painter: QPainter, text: QRect, line: MeetingLine) -> int:
        """The marks at the right of the second line; the room that they take."""
        font = theme.font(theme.type.small)
        metrics = QFontMetrics(font)
        right, middle = text.right(), text.top() + text.height() * 3 // 4
        painter.setFont(font)
        colour = QColor(theme.colours.muted)
        painter.setPen(colour)
        if line.notes:
            side = theme.px(10)
            draw_note(painter, QRectF(right - side, middle - side * 0.6, side, side * 1.2), colour)
            right -= side + theme.px(8)
        words = {"planned": "planned", "unconfirmed": "unconfirmed"}.get(line.held, "")
        for word in filter(None, (str(line.disputed) if line.disputed else "", words)):
            width = metrics.horizontalAdvance(word)
            place = QRect(right - width, text.top() + text.height() // 2, width, text.height() // 2)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, word)
            right -= width + theme.px(4)
            if word.isdigit():
                side = theme.px(10)
                draw_unequal(painter, QRectF(right - side, middle - side / 2, side, side), colour)
                right -= side
            right -= theme.px(6)
        return text.right() - right


def _draw_line(painter: QPainter, area: QRect, text: str, size: int, colour: str) -> None:
    """One line of type, cut with an ellipsis where it is too long."""
    font = theme.font(size)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
    painter.drawText(area, flags, shown)
