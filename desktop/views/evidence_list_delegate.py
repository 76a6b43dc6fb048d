"""Draws what lacks evidence: how it stands, the value or the point, and what it is of; meetings as headings."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from db.evidence_list import EvidenceLine, Heading
from desktop.models.evidence_list import detail, heading, title
from desktop.models.paged_list import LINE
from desktop.theme import theme
from desktop.views.row_links import LinkedLine, LinkedRowDelegate, halves, linked_line
from desktop.views.row_painting import Index, draw_ground, draw_line
from desktop.widgets.page_layout import MARGIN

LEAD = 116  # pixels at 100 % of the column that says how it stands
LEADS = {
    "unsourced": ("unsourced", ""), "recalled": ("recalled,", "not checked"), "announced": ("announced", "only"),
    "contradicted": ("contradicted", "only"), "changed": ("changed since", "it was cited"),
    "open": ("left open", ""), "followed": ("one followed", ""),
}  # fmt: skip
LONGEST = 400  # characters of a line that are set


class EvidenceListDelegate(LinkedRowDelegate):
    """Paints EvidenceLine and Heading rows, all of one height."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(LINE)
        area: QRect = option.rect  # type: ignore[attr-defined]
        inner = area.adjusted(MARGIN, theme.px(5), -theme.px(16), -theme.px(5))
        if isinstance(row, Heading):
            font = theme.font(theme.type.heading, bold=True)
            lower = QRect(inner)
            lower.setTop(inner.bottom() - QFontMetrics(font).height())
            draw_line(painter, lower, heading(row), font, theme.colours.text)
        elif isinstance(row, EvidenceLine):
            draw_ground(painter, area, option.state)  # type: ignore[attr-defined]
            self._paint_line(painter, area, row)
            self.draw_links(painter, option, index)

    def _paint_line(self, painter: QPainter, area: QRect, line: EvidenceLine) -> None:
        c, t = theme.colours, theme.type
        upper, lower = self._halves(area)
        room = _room_of_lead(upper)
        for half, words in zip((upper, lower), LEADS[line.state], strict=True):
            lead = QRect(half)
            lead.setWidth(room - theme.px(8))
            colour = c.warn if line.state != "followed" else c.muted
            draw_line(painter, lead, words, theme.font(t.small, bold=True), colour)
        upper.setLeft(upper.left() + room)
        draw_line(painter, upper, title(line), theme.font(t.body), c.text)

    def linked_lines(self, area: QRect, row: object) -> list[LinkedLine]:
        """What the value is of or what the readings say, and the sources of a value at the end."""
        if not isinstance(row, EvidenceLine):
            return []
        _, lower = self._halves(area)
        lower.setLeft(lower.left() + _room_of_lead(lower))
        return linked_line(lower, detail(row)[:LONGEST], row.tail, row.links)

    def _halves(self, area: QRect) -> tuple[QRect, QRect]:
        return halves(area.adjusted(MARGIN, theme.px(5), -theme.px(16), -theme.px(5)))


def _room_of_lead(area: QRect) -> int:
    """The width of the column that says how it stands."""
    return min(theme.px(LEAD), area.width() // 3)
