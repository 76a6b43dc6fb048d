"""Draws the history: a point on a line for each step, what it did and to what, by whom, and when."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from db.history import Removed, Step
from desktop.models.local_time import When, when
from desktop.models.paged_list import LINE
from desktop.models.step_list import ATTACHED, UNKNOWN, changes_in, kind_word, when_of
from desktop.theme import theme
from desktop.views.row_painting import Index, RowDelegate, draw_ground, draw_line

RAIL = 24  # pixels at 100 % from the left edge to the line of points
NARROW = 400  # pixels at 100 % below which the time of day gives room
LONGEST = 400  # characters of a text that are set
FLAGS = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter


class _Row(NamedTuple):
    """What is drawn of a step or of a removed record."""

    title: str
    about: str
    detail: str
    when: When
    stands: bool
    on_rail: bool


class StepListDelegate(RowDelegate):
    """Paints rows of Step and of Removed, all of one height."""

    least = 200

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = _row(index.data(LINE))
        if row is None:
            return
        area: QRect = option.rect  # type: ignore[attr-defined]
        draw_ground(painter, area, option.state, left=theme.px(12), right=12)  # type: ignore[attr-defined]
        if row.on_rail:
            self._paint_rail(painter, area, row, index)
        left = theme.px(RAIL + 20 if row.on_rail else RAIL)
        inner = area.adjusted(left, theme.px(6), -theme.px(24), -theme.px(6))
        half = inner.height() // 2
        upper, lower = QRect(inner), QRect(inner)
        upper.setHeight(half)
        lower.setTop(inner.top() + half)
        small, muted = theme.font(theme.type.small), theme.colours.muted
        if area.width() < theme.px(NARROW):
            lower.setRight(_draw_right(painter, lower, row.when.day, small, muted))
        else:
            upper.setRight(_draw_right(painter, upper, row.when.day, small, muted))
            lower.setRight(_draw_right(painter, lower, row.when.time, small, muted))
        self._paint_title(painter, upper, row)
        draw_line(painter, lower, row.detail, small, muted)

    def _paint_title(self, painter: QPainter, area: QRect, row: _Row) -> None:
        """What was done, and to which record; struck through where it was taken back."""
        body = theme.font(theme.type.body)
        body.setStrikeOut(not row.stands)
        colour = theme.colours.text if row.stands else theme.colours.muted
        used = draw_line(painter, area, row.title, body, colour)
        if row.about:
            rest = area.adjusted(used + theme.px(10), 0, 0, 0)
            draw_line(painter, rest, row.about, theme.font(theme.type.body), theme.colours.muted)

    def _paint_rail(self, painter: QPainter, area: QRect, row: _Row, index: Index) -> None:
        """The line from step to step, and the point: full where the step stands, a ring where it was taken back."""
        c = theme.colours
        x, middle, side = area.left() + theme.px(RAIL) + theme.px(4), area.center().y(), theme.px(8)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = middle if index.row() == 0 else area.top()
        bottom = middle if index.row() == index.model().rowCount() - 1 else area.bottom() + 1
        painter.fillRect(x, top, 1, bottom - top, QColor(c.faint))
        painter.setPen(QPen(QColor(c.accent if row.stands else c.faint), max(1.2, side / 6)))
        painter.setBrush(QColor(c.accent if row.stands else c.page))
        painter.drawEllipse(QRectF(x + 0.5 - side / 2, middle - side / 2, side, side))
        painter.restore()


def _row(line: object) -> _Row | None:
    """What to draw of the contents of a row."""
    if isinstance(line, Step):
        words = [line.author or UNKNOWN, changes_in(line), "" if line.stands else "taken back since"]
        detail = " · ".join(filter(None, words))
        return _Row(line.label, line.about, detail, when_of(line), line.stands, on_rail=True)
    if isinstance(line, Removed):
        of = "on" if line.kind in ATTACHED else "of"
        owner = f" {of} {kind_word(line.owner.kind)} “{line.owner.title}”" if line.owner else ""
        detail = f"{kind_word(line.kind).capitalize()}{owner} · {line.label} · {line.author or UNKNOWN}"
        return _Row(line.title or "Without a title", "", detail, when(line.made_at), stands=True, on_rail=False)
    return None


def _draw_right(painter: QPainter, area: QRect, words: str, font: QFont, colour: str) -> int:
    """One short line of type at the right; where what is to its left has to end."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(area, FLAGS | Qt.AlignmentFlag.AlignRight, words)
    return area.right() - QFontMetrics(font).horizontalAdvance(words) - theme.px(16)
