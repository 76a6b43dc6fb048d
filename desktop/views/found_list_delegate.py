"""Draws the list under the search in everything: headings of kinds, what is found with its words, ways to the rest."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from db.found_text import Finding
from desktop.models.found_list import ROW, Heading, Way
from desktop.theme import theme
from desktop.views.marked_text import draw_marked, is_longer

SIDE = 14  # pixels at either side, at 100 %
NAMELESS_LINES = 2
SHARE = 0.4  # of the width for where a record belongs, beside its name

Index = QModelIndex | QPersistentModelIndex


class FoundListDelegate(QStyledItemDelegate):
    """Paints rows of Heading, Finding and Way."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect  # type: ignore[attr-defined]
        row = index.data(ROW)
        if option.state & QStyle.StateFlag.State_Selected and not isinstance(row, Heading):  # type: ignore[attr-defined]
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.colours.chosen))
            painter.drawRoundedRect(QRectF(area).adjusted(4, 1, -4, -1), 5, 5)
            painter.restore()
        inner = area.adjusted(theme.px(SIDE), theme.px(5), -theme.px(SIDE), -theme.px(4))
        if isinstance(row, Finding):
            self._paint_finding(painter, inner, row)
        elif isinstance(row, Heading):
            font = theme.font(theme.type.small, bold=True)
            inner.setTop(inner.bottom() - QFontMetrics(font).height())
            draw_marked(painter, inner, row.text, (), font, theme.colours.muted)
        elif isinstance(row, Way):
            draw_marked(painter, inner, row.text, (), theme.font(theme.type.small), theme.colours.accent)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        body, small = (QFontMetrics(theme.font(size)).height() for size in (theme.type.body, theme.type.small))
        height = small + theme.px(18 if isinstance(row, Heading) else 9)
        if isinstance(row, Finding):
            height = body + theme.px(9)
            if not row.name:
                height += (body if self._is_long(row) else 0) + (small + theme.px(2) if _below(row) else 0)
            elif row.passage or row.reason:
                height += small + theme.px(1)
        return QSize(theme.px(200), height)

    def _is_long(self, row: Finding) -> bool:
        """Whether the words of a record without a name take two lines."""
        view = self.parent()
        assert isinstance(view, QListView)
        width = view.viewport().width() - 2 * theme.px(SIDE)
        return is_longer(row.passage, row.passage_marks, theme.font(theme.type.body), width)

    def _paint_finding(self, painter: QPainter, area: QRect, row: Finding) -> None:
        body, small = theme.font(theme.type.body), theme.font(theme.type.small)
        height, c = QFontMetrics(body).height(), theme.colours
        if row.name:
            name = QRect(area.left(), area.top(), area.width() - self._paint_detail(painter, area, row.detail), height)
            draw_marked(painter, name, row.name, row.name_marks, body, c.text)
            area.setTop(area.top() + height + theme.px(1))
            self._paint_words(painter, area, row)
            return
        lines = NAMELESS_LINES if self._is_long(row) else 1
        draw_marked(painter, area, row.passage, row.passage_marks, body, c.text, lines)
        area.setTop(area.top() + lines * height + theme.px(1))
        draw_marked(painter, area, _below(row), (), small, c.muted)

    def _paint_detail(self, painter: QPainter, area: QRect, detail: str) -> int:
        """Where a record belongs, at the right of its name; the room that it takes."""
        if not detail:
            return 0
        font = theme.font(theme.type.small)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(detail, Qt.TextElideMode.ElideRight, round(area.width() * SHARE))
        painter.setFont(font)
        painter.setPen(QColor(theme.colours.muted))
        line = QRect(area.left(), area.top(), area.width(), QFontMetrics(theme.font(theme.type.body)).height())
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown) + theme.px(16)

    def _paint_words(self, painter: QPainter, area: QRect, row: Finding) -> None:
        """The words around what was found; without any, why the record is found."""
        font, c = theme.font(theme.type.small), theme.colours
        if not row.passage:
            draw_marked(painter, area, row.reason, (), theme.font(theme.type.small, italic=True), c.muted)
            return
        used = draw_marked(painter, area, row.passage, row.passage_marks, font, c.muted)
        left = area.width() - round(used) - theme.px(16)
        if row.reason and left > theme.px(80):
            area.setLeft(area.right() - left)
            draw_marked(painter, area, row.reason, (), theme.font(theme.type.small, italic=True), c.muted)


def _below(row: Finding) -> str:
    """What stands under the words of a record that has no name."""
    return " · ".join(filter(None, (row.detail, row.reason)))
