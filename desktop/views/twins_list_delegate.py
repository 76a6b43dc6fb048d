"""Draws two records beside one another, and below them why they may be one."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from db.likely_twins import LikelyTwins
from db.name_matches import NameMatch
from desktop.models.twins_list import PAIR, why
from desktop.theme import theme
from desktop.views.row_painting import Index, RowDelegate, draw_ground, draw_line
from desktop.widgets.page_layout import MARGIN


class TwinsListDelegate(RowDelegate):
    """Paints LikelyTwins rows, all of one height."""

    lines = (1, 2)
    around = 28

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        pair = index.data(PAIR)
        if not isinstance(pair, LikelyTwins):
            return
        area: QRect = option.rect  # type: ignore[attr-defined]
        draw_ground(painter, area, option.state, parted=16)  # type: ignore[attr-defined]
        inner = area.adjusted(MARGIN, theme.px(10), -theme.px(20), -theme.px(10))
        half = (inner.width() - theme.px(24)) // 2
        left, right = QRect(inner), QRect(inner)
        left.setWidth(half)
        right.setLeft(inner.right() - half + 1)
        colour = theme.colours.muted if pair.apart else theme.colours.text
        self._paint_record(painter, left, pair.one, colour)
        bottom = self._paint_record(painter, right, pair.other, colour)
        last = QRect(inner.left(), bottom + theme.px(5), inner.width(), inner.bottom() - bottom)
        draw_line(painter, last, why(pair), theme.font(theme.type.small), theme.colours.faint)

    def _paint_record(self, painter: QPainter, area: QRect, one: NameMatch, colour: str) -> int:
        """A name and what tells it from others; where they end."""
        upper = QRect(area)
        upper.setHeight(QFontMetrics(theme.font(theme.type.body)).height())
        lower = QRect(area)
        lower.setTop(upper.bottom() + 1)
        lower.setHeight(QFontMetrics(theme.font(theme.type.small)).height())
        draw_line(painter, upper, one.name, theme.font(theme.type.body), colour)
        draw_line(painter, lower, one.detail, theme.font(theme.type.small), theme.colours.muted)
        return lower.bottom()
