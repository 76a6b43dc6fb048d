"""Text set to be read: a column of some width, lines well apart, each paragraph in the direction of its script.

Qt lays out a paragraph only when it is looked at, so a text of any length opens at once.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextLine, QTextOption
from PySide6.QtWidgets import QPlainTextDocumentLayout

SPACING = 1.6  # from line to line, in sizes of the type


class ReadingLayout(QPlainTextDocumentLayout):
    """The layout of a plain text; its column begins at `left` and is `width` wide, in pixels."""

    left = 0.0
    width = 400.0

    def set_column(self, left: float, width: float) -> None:
        """Set the text in another column; what was set is let go of."""
        if (left, width) != (self.left, self.width):
            self.left, self.width = left, width
            self.document().markContentsDirty(0, self.document().characterCount())

    def step(self, line: QTextLine) -> float:
        """The height of a line with the room around it."""
        return max(round(self.document().defaultFont().pixelSize() * SPACING), line.height())

    def box(self, line: QTextLine) -> tuple[float, float]:
        """Top and height of a line with the room around it, in its paragraph."""
        step = self.step(line)
        return line.y() - (step - line.height()) / 2, step

    def stretches(self, line: QTextLine, first: int, last: int) -> list[tuple[float, float]]:
        """Where a part of a paragraph stands on a line, left and right edges; in pieces where scripts run both ways."""
        starts = max(first, line.textStart())
        ends = min(last, line.textStart() + line.textLength())
        if starts >= ends:
            return []
        found: list[tuple[float, float]] = []
        for run in line.glyphRuns(starts, ends - starts):
            places = [place.x() for place in run.positions()]
            widths = [advance.x() for advance in run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())]
            found.append((min(places), max(map(sum, zip(places, widths, strict=True)))))
        return found

    def _lay_out(self, block: QTextBlock) -> None:
        text = block.layout()
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(block.textDirection())
        if block.textDirection() == Qt.LayoutDirection.RightToLeft:
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        text.setTextOption(option)
        text.beginLayout()
        y = 0.0
        while (line := text.createLine()).isValid():
            line.setLineWidth(self.width)
            step = self.step(line)
            line.setPosition(QPointF(self.left, y + (step - line.height()) / 2))
            y += step
        text.endLayout()
        before = self.document().lineCount()
        block.setLineCount(text.lineCount())
        if before != self.document().lineCount():
            self.documentSizeChanged.emit(self.documentSize())

    def documentChanged(self, start: int, removed: int, added: int) -> None:  # noqa: N802
        super().documentChanged(start, removed, added)
        if self.document().blockCount() == 1:
            self.document().firstBlock().layout().clearLayout()  # Qt has set a single paragraph in its own way

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802
        if not block.isValid():
            return QRectF()
        text = block.layout()
        if not text.lineCount():
            self._lay_out(block)
        top, height = self.box(text.lineAt(text.lineCount() - 1))
        return QRectF(0, 0, self.left + self.width, top + height)
