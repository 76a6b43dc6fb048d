"""Draws lines of text with the words marked that were found in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

from desktop.offsets import utf16_offset
from desktop.theme import theme


def marked_range(text: str, start: int, end: int) -> QTextLayout.FormatRange:
    """The look of a match: ground and weight, so that it shows without colour too."""
    made = QTextLayout.FormatRange()
    made.start = utf16_offset(text, start)  # type: ignore[attr-defined]
    made.length = utf16_offset(text, end) - made.start  # type: ignore[attr-defined]
    look = QTextCharFormat()
    look.setBackground(QColor(theme.colours.mark))
    look.setFontWeight(QFont.Weight.Bold)
    made.format = look  # type: ignore[attr-defined]
    return made


def is_longer(text: str, marks: Sequence[tuple[int, int]], font: QFont, width: int) -> bool:
    """Whether a text has no room in one line."""
    layout = _laid_out(text, marks, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return line.textLength() < utf16_offset(text, len(text))


def draw_marked(
    painter: QPainter,
    area: QRect,
    text: str,
    marks: Sequence[tuple[int, int]],
    font: QFont,
    colour: str,
    lines: int = 1,
) -> float:
    """Draw at most so many lines, with an ellipsis where the text goes on; the width of the last of them."""
    layout = _laid_out(text, marks, font)
    metrics = QFontMetrics(font)
    whole, y, width, more = utf16_offset(text, len(text)), 0.0, 0.0, False
    layout.beginLayout()
    for number in range(lines):
        made = layout.createLine()
        if not made.isValid():
            break
        made.setLineWidth(area.width())
        made.setPosition(QPointF(0, y))
        if number == lines - 1 and made.textStart() + made.textLength() < whole:
            made.setLineWidth(area.width() - metrics.horizontalAdvance(" …"))
            more = True
        y += metrics.height()
        width = made.naturalTextRect().right()
    layout.endLayout()
    painter.setPen(QColor(colour))
    layout.draw(painter, QPointF(area.topLeft()))
    if more:
        painter.setFont(font)
        painter.drawText(QPointF(area.left() + width + theme.px(3), area.top() + y - metrics.descent()), "…")
    return width


def _laid_out(text: str, marks: Sequence[tuple[int, int]], font: QFont) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([marked_range(text, *span) for span in marks])
    return layout
