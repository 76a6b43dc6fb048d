"""Draws what lacks evidence: how it stands, the value or the point, and what it is of; meetings as headings."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from db.evidence_list import EvidenceLine, Heading
from db.record_lines import Link
from desktop.models.evidence_list import detail, heading, title
from desktop.models.paged_list import LINE
from desktop.theme import theme
from desktop.views.row_links import LinkedLine, Stretch, halves, linked_line

Index = QModelIndex | QPersistentModelIndex
MARGIN = 24
LEAD = 116  # pixels at 100 % of the column that says how it stands
LEADS = {
    "unsourced": ("unsourced", ""), "recalled": ("recalled,", "not checked"), "announced": ("announced", "only"),
    "contradicted": ("contradicted", "only"), "open": ("left open", ""), "followed": ("one followed", ""),
}  # fmt: skip
LONGEST = 400  # characters of a line that are set
FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine


class EvidenceListDelegate(QStyledItemDelegate):
    """Paints EvidenceLine and Heading rows, all of one height."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.over: tuple[int, Link] | None = None

    def row_height(self) -> int:
        """The height of every row at the present zoom."""
        small, body = (QFontMetrics(theme.font(size)).height() for size in (theme.type.small, theme.type.body))
        return small + body + theme.px(14)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme.px(240), self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(LINE)
        area: QRect = option.rect  # type: ignore[attr-defined]
        inner = area.adjusted(MARGIN, theme.px(5), -theme.px(16), -theme.px(5))
        if isinstance(row, Heading):
            font = theme.font(theme.type.heading, bold=True)
            lower = QRect(inner)
            lower.setTop(inner.bottom() - QFontMetrics(font).height())
            _draw(painter, lower, heading(row), theme.type.heading, theme.colours.text, bold=True)
        elif isinstance(row, EvidenceLine):
            self._paint_ground(painter, area, option.state)  # type: ignore[attr-defined]
            state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
            lit = bool(state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected))
            self._paint_line(painter, area, row, lit=lit, row=index.row())

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        c = theme.colours
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if not (chosen or state & QStyle.StateFlag.State_MouseOver):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(c.accent) if state & QStyle.StateFlag.State_HasFocus else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.chosen if chosen else c.side))
        painter.drawRoundedRect(QRectF(area).adjusted(MARGIN / 2, 1.5, -theme.px(8), -1.5), 6, 6)
        painter.restore()

    def _paint_line(self, painter: QPainter, area: QRect, line: EvidenceLine, *, lit: bool, row: int) -> None:
        c, t = theme.colours, theme.type
        upper, lower = self._halves(area)
        room = _room_of_lead(upper)
        for half, words in zip((upper, lower), LEADS[line.state], strict=True):
            lead = QRect(half)
            lead.setWidth(room - theme.px(8))
            _draw(painter, lead, words, t.small, c.warn if line.state != "followed" else c.muted, bold=True)
        upper.setLeft(upper.left() + room)
        _draw(painter, upper, title(line), t.body, c.text)
        over = self.over[1] if self.over and self.over[0] == row else None
        for part in self._second_line(area, line):
            part.draw(painter, c.muted, lit=lit, over=over)

    def stretches(self, area: QRect, row: object) -> list[Stretch]:
        """The links of a row that fills an area."""
        if not isinstance(row, EvidenceLine) or not row.links:
            return []
        return [stretch for part in self._second_line(area, row) for stretch in part.stretches()]

    def _second_line(self, area: QRect, line: EvidenceLine) -> list[LinkedLine]:
        """What the value is of or what the readings say, and the sources of a value at the end."""
        _, lower = self._halves(area)
        lower.setLeft(lower.left() + _room_of_lead(lower))
        return linked_line(lower, detail(line)[:LONGEST], line.tail, line.links)

    def _halves(self, area: QRect) -> tuple[QRect, QRect]:
        return halves(area.adjusted(MARGIN, theme.px(5), -theme.px(16), -theme.px(5)))


def _room_of_lead(area: QRect) -> int:
    """The width of the column that says how it stands."""
    return min(theme.px(LEAD), area.width() // 3)


def _draw(painter: QPainter, area: QRect, text: str, size: int, colour: str, *, bold: bool = False) -> None:
    """One line of type, cut with an ellipsis where it is too long."""
    font = theme.font(size, bold=bold)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = " ".join(text[:LONGEST].split())
    painter.drawText(area, FLAGS, QFontMetrics(font).elidedText(shown, Qt.TextElideMode.ElideRight, area.width()))
