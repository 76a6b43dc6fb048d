"""Draws a passage that lost its place: what it stands behind, its old words, and those that stand there now."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop.models.anchor_list import ROW, ReviewRow, place, state_words
from desktop.offsets import utf16_offset
from desktop.pages.history import THIN
from desktop.theme import theme
from desktop.views.row_painting import ONE_LINE, Index, RowDelegate, draw_ground
from desktop.widgets.page_layout import MARGIN

CONTEXT = 18  # characters shown before a passage
LED_BY = 24  # characters shown before the first change in a long passage
LONGEST = 400  # characters laid out for a line
Piece = tuple[str, str]
"""A stretch of text and how it looks: plain, quiet, gone or new."""


class AnchorListDelegate(RowDelegate):
    """Paints ReviewRow rows, all of one height."""

    lines = (2, 1)
    around = 26

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, ReviewRow):
            return
        area: QRect = option.rect  # type: ignore[attr-defined]
        draw_ground(painter, area, option.state, parted=16)  # type: ignore[attr-defined]
        inner = area.adjusted(MARGIN, theme.px(8), -theme.px(20), -theme.px(8))
        font = theme.font(theme.type.small)
        head = QRect(inner.left(), inner.top(), inner.width(), QFontMetrics(font).height())
        self._paint_head(painter, head, row, font)
        top = head.bottom() + theme.px(4)
        for pieces in (_old(row), _new(row)):
            line = QRect(inner.left(), top, inner.width(), QFontMetrics(theme.font(theme.type.body)).height())
            _draw_pieces(painter, line, pieces)
            top = line.bottom() + theme.px(2)

    def _paint_head(self, painter: QPainter, area: QRect, row: ReviewRow, font: QFont) -> None:
        """What the passage stands behind, and at the right how like it what was found is."""
        metrics = QFontMetrics(font)
        state = state_words(row.line)
        painter.setFont(font)
        painter.setPen(QColor(theme.colours.muted if row.line.state == "same" else theme.colours.warn))
        painter.drawText(area, ONE_LINE | Qt.AlignmentFlag.AlignRight, state)
        room = area.width() - metrics.horizontalAdvance(state) - theme.px(12)
        painter.setPen(QColor(theme.colours.muted))
        painter.drawText(area, ONE_LINE, metrics.elidedText(place(row.line), Qt.TextElideMode.ElideRight, room))


def _old(row: ReviewRow) -> list[Piece]:
    """The words as they stood, with a little of what was around them."""
    sought, left_out = row.line.sought, _left_out(row)
    words = [(f"…{sought.exact[left_out:]}" if left_out else sought.exact, "plain")]
    return _in_context("" if left_out else sought.prefix, words, sought.suffix)


def _new(row: ReviewRow) -> list[Piece]:
    """What stands there now, with what went and what came; or why nothing is proposed."""
    line = row.line
    if line.state == "same":
        return [("The same, further on or back in the text", "quiet")]
    if line.state == "several":
        return [("None of them is chosen", "quiet")]
    if not line.candidates or not row.words:
        return [("Nothing like it stands in the text any more", "quiet")]
    looks = {"same": "plain", "gone": "gone", "new": "new"}
    best, left_out = line.candidates[0], _left_out(row)
    words = [(f"{THIN if kind == 'new' else ''}{text}", looks[kind]) for kind, text in row.words[0]]
    if left_out:
        words[0] = (f"…{words[0][0][left_out:]}", words[0][1])
    return _in_context("" if left_out else best.before, words, best.after)


def _left_out(row: ReviewRow) -> int:
    """How many characters at the beginning of a passage are left out, for the first change in it to be in view."""
    first = row.words[0][0] if row.line.state == "near" and row.words and row.words[0] else None
    if first is None or first.kind != "same" or len(row.words[0]) == 1 or len(first.text) <= LED_BY + CONTEXT:
        return 0
    start = len(first.text) - LED_BY
    blank = first.text.find(" ", start)
    return blank + 1 if blank >= 0 else start


def _in_context(before: str, words: list[Piece], after: str) -> list[Piece]:
    """Words with a little of what is before them and all that is kept of what is after."""
    start = (f"…{before[-CONTEXT:]}", "quiet") if before else ("", "quiet")
    return [start, *words, (f"{after}…" if after else "", "quiet")]


def _draw_pieces(painter: QPainter, area: QRect, pieces: Iterable[Piece]) -> None:
    """One line of type in which stretches look different, cut where there is no more room."""
    font = theme.font(theme.type.body)
    text = ""
    formats: list[QTextLayout.FormatRange] = []
    for words, look in pieces:
        shown = " ".join(words.split("\n"))[: LONGEST - len(text)]
        formats.append(_range(utf16_offset(text, len(text)), utf16_offset(shown, len(shown)), look))
        text += shown
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    layout.setTextOption(option)
    layout.setFormats(formats)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(area.width())
    cut = line.textLength() < utf16_offset(text, len(text))
    if cut:
        line.setLineWidth(area.width() - QFontMetrics(font).horizontalAdvance(" …"))
    line.setPosition(QPointF(0, 0))
    layout.endLayout()
    painter.setPen(QColor(theme.colours.text))
    layout.draw(painter, QPointF(area.topLeft()))
    if cut:
        painter.setFont(font)
        painter.setPen(QColor(theme.colours.muted))
        at = area.left() + round(line.naturalTextRect().right()) + theme.px(3)
        painter.drawText(QRect(at, area.top(), area.width(), area.height()), ONE_LINE, "…")


def _range(start: int, length: int, kind: str) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    look = QTextCharFormat()
    colour = {"quiet": theme.colours.muted, "gone": theme.colours.muted, "new": theme.colours.accent}.get(kind)
    if colour:
        look.setForeground(QColor(colour))
    look.setFontStrikeOut(kind == "gone")
    look.setFontUnderline(kind == "new")
    made.start, made.length, made.format = start, length, look  # type: ignore[attr-defined]
    return made
