"""How a source is painted: its words, grounds behind some of them, lines under passages, signs and pages beside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextBlock, QTextCharFormat, QTextLayout, QTextLine

from db.source_page import Use
from desktop.models.passage_marks import Mark
from desktop.theme import theme
from desktop.views.reading_layout import ReadingLayout
from desktop.widgets.shapes import draw_label, draw_note, draw_pin, draw_unequal, draw_words

SIGN = 10  # pixels at 100 %
SIGNS = 2  # beside one line; where there are more a number takes the place of the last
GUTTER, SLIM = 64, 30  # pixels at 100 % at the left of the text, for pages and signs; in a narrow pane for one sign
NARROW = 400  # pixels at 100 %
GAP = 10  # pixels at 100 % between the signs and the text
_LANE = 2.5  # pixels between the lines under passages that lie in each other
_LINES = {
    "quote": (Qt.PenStyle.SolidLine, 1.4), "citation": (Qt.PenStyle.SolidLine, 1.0),
    "note": (Qt.PenStyle.DotLine, 1.6), "tag": (Qt.PenStyle.DashLine, 1.4),
}  # fmt: skip


def gutter(width: int) -> int:
    """The room at the left of the text in a pane so wide."""
    return theme.px(GUTTER if width >= theme.px(NARROW) else SLIM)


class Ground(NamedTuple):
    """A colour behind a part of the document."""

    first: int
    last: int
    colour: str


class Scene(NamedTuple):
    """What is painted beside the words: all of it in places of the document."""

    grounds: Sequence[Ground]
    marks: Sequence[Mark]
    selection: tuple[int, int] | None
    guess: tuple[int, int] | None
    """Where a passage only seems to stand."""
    pages: Sequence[tuple[int, str]]
    """First place and number of the pages that begin in view."""


def paint_block(painter: QPainter, layout: ReadingLayout, block: QTextBlock, at: QPointF, scene: Scene) -> None:
    """Paint one paragraph; `at` is its upper left corner."""
    start = block.position()
    text = block.layout()
    lines = [text.lineAt(number) for number in range(text.lineCount())]
    for line in lines:
        for ground in scene.grounds:
            _fill(painter, layout, block, line, at, ground)
    painter.setPen(QColor(theme.colours.text))
    looks = [
        *_coloured(scene.guess, start, block.length(), theme.colours.warn),
        *_coloured(scene.selection, start, block.length(), theme.colours.on_accent),
    ]
    text.draw(painter, at, looks)
    for line in lines:
        here = [mark for mark in scene.marks if _begins_in(mark.first - start, line, block)]
        for mark in scene.marks:
            _underline(painter, layout, block, line, at, mark)
        if scene.guess:
            broken = QPen(QColor(theme.colours.warn), 1.6, Qt.PenStyle.DashLine)
            _draw_under(painter, layout, line, at, (scene.guess[0] - start, scene.guess[1] - start), 0, broken)
        top, height = layout.box(line)
        middle = at.y() + top + height / 2
        if here:
            _paint_signs(painter, layout.left, middle, [mark.use for mark in here])
        pages = [number for place, number in scene.pages if _begins_in(place - start, line, block)]
        if pages and layout.left >= theme.px(GUTTER):
            _paint_page(painter, at.y() + top, height, pages)


def _begins_in(place: int, line: QTextLine, block: QTextBlock) -> bool:
    """Whether a place of a paragraph is on a line; its end counts as on the last."""
    end = line.textStart() + line.textLength()
    return line.textStart() <= place < end or place == end == block.length() - 1


def _fill(
    painter: QPainter, layout: ReadingLayout, block: QTextBlock, line: QTextLine, at: QPointF, ground: Ground
) -> None:
    top, height = layout.box(line)
    start = block.position()
    for left, right in layout.stretches(line, ground.first - start, ground.last - start):
        area = QRectF(at.x() + left, at.y() + top, right - left, height)
        painter.fillRect(area.adjusted(-1, 0, 1, 0), QColor(ground.colour))


def _coloured(span: tuple[int, int] | None, start: int, length: int, colour: str) -> list[QTextLayout.FormatRange]:
    """A part of a paragraph in a colour of type."""
    if span is None or span[1] <= start or span[0] >= start + length:
        return []
    found = QTextLayout.FormatRange()
    found.start = max(0, span[0] - start)  # type: ignore[attr-defined]
    found.length = min(length, span[1] - start) - found.start  # type: ignore[attr-defined]
    look = QTextCharFormat()
    look.setForeground(QColor(colour))
    found.format = look  # type: ignore[attr-defined]
    return [found]


def _underline(
    painter: QPainter, layout: ReadingLayout, block: QTextBlock, line: QTextLine, at: QPointF, mark: Mark
) -> None:
    start = block.position()
    style, width = _LINES[mark.use.kind]
    pen = QPen(QColor(_colour(mark.use)), width, style, Qt.PenCapStyle.FlatCap)
    _draw_under(painter, layout, line, at, (mark.first - start, mark.last - start), mark.lane, pen)


def _draw_under(
    painter: QPainter,
    layout: ReadingLayout,
    line: QTextLine,
    at: QPointF,
    span: tuple[int, int],
    lane: int,
    pen: QPen,
) -> None:
    """A line under a part of a paragraph, as far as that stands on a line of it."""
    y = at.y() + line.y() + line.ascent() + theme.px(3) + lane * _LANE
    painter.setPen(pen)
    for left, right in layout.stretches(line, *span):
        painter.drawLine(QPointF(at.x() + left, y), QPointF(at.x() + right, y))


def _colour(use: Use) -> str:
    """The colour of the line under a passage."""
    if use.kind == "tag":
        return next((tag.colour for tag in use.tags if tag.colour), theme.colours.faint)
    return theme.colours.faint if use.kind == "citation" else theme.colours.accent


def _paint_signs(painter: QPainter, left: float, middle: float, uses: list[Use]) -> None:
    """The signs beside a line, the first nearest to the text, which begins at `left`."""
    side, most = theme.px(SIGN), SIGNS if left >= theme.px(GUTTER) else 1
    right = left - theme.px(GAP)
    areas = [
        QRectF(right - (at + 1) * side - at * theme.px(5), middle - side / 2, side, side)
        for at in range(min(len(uses), most))
    ]
    more = len(uses) - most + 1 if len(uses) > most > 1 else 0
    for area, use in zip(areas[:-1] if more else areas, uses, strict=False):
        _paint_sign(painter, area, use)
    if more:
        painter.setFont(theme.font(theme.type.small, bold=True))
        painter.setPen(QColor(theme.colours.muted))
        painter.drawText(areas[-1].adjusted(-6, -4, 6, 4), Qt.AlignmentFlag.AlignCenter, f"+{more}")


def _paint_sign(painter: QPainter, area: QRectF, use: Use) -> None:
    accent, muted = QColor(theme.colours.accent), QColor(theme.colours.muted)
    if use.kind == "quote":
        draw_words(painter, area, accent)
    elif use.kind == "note":
        draw_note(painter, area.adjusted(1, -1, -1, 1), accent)
    elif use.kind == "tag":
        colour = next((tag.colour for tag in use.tags if tag.colour), None)
        draw_label(painter, area, muted, QColor(colour) if colour else None)
    elif use.relation == "contradicts":
        draw_unequal(painter, area, muted)
    else:
        draw_pin(painter, area, muted, dashed=use.relation == "inferred")


def _paint_page(painter: QPainter, top: float, height: float, pages: list[str]) -> None:
    """The number of the page that begins on a line."""
    painter.setFont(theme.font(theme.type.small))
    painter.setPen(QColor(theme.colours.faint))
    words = pages[-1]
    metrics = QFontMetricsF(painter.font())
    area = QRectF(theme.px(6), top, max(theme.px(22), metrics.horizontalAdvance(words)), height)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
