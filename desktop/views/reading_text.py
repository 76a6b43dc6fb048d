"""A text set to be read and selected in a column; places in it are code points, as the library counts them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QResizeEvent, QShowEvent, QTextBlock, QTextCursor, QTextLine
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from desktop.offsets import ShownText
from desktop.theme import theme
from desktop.views.reading_layout import ReadingLayout

MEASURE = "the words of those who met, as they stand in the source itself, word by word"  # a line
SETTLED = 250  # milliseconds after which a selection made by keys counts as made
Span = tuple[int, int]


class TextPlace(NamedTuple):
    """Where one is in a text, in code points: the first that is in view, the caret, and where its selection began."""

    top: int
    caret: int
    anchor: int


class ReadingText(QPlainTextEdit):
    """A text that cannot be changed; one comes back to where one was in it, whatever becomes of its column."""

    settled = Signal()
    """The selection is what it will be for now; it may be none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._layout = ReadingLayout(self.document())
        self.document().setDocumentLayout(self._layout)
        self.setViewportMargins(0, 6, 0, 0)
        self._text = ShownText("")
        self._unseen: int | None = None  # what was to be brought into a view whose height was not known
        self._quiet = QTimer(self, singleShot=True, interval=SETTLED)
        self._quiet.timeout.connect(self.settled)
        self.selectionChanged.connect(self._quiet.start)
        self.dress()

    def dress(self) -> None:
        """Take on the present look."""
        place = self.place()
        self.setFont(theme.font(theme.type.body))
        self._set_column()
        self.return_to(place)

    def show_text(self, text: ShownText) -> None:
        """Show a text from its beginning; what is shown already stays as it is."""
        if text.text != self._text.text:
            self._text = text
            self.setPlainText(text.shown)

    def selection(self) -> Span | None:
        """What is selected, without blanks around it; None when nothing is."""
        cursor = self.textCursor()
        starts, ends = (self._text.to_text(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        words = self._text.text[starts:ends]
        starts += len(words) - len(words.lstrip())
        ends -= len(words) - len(words.rstrip())
        return (starts, ends) if starts < ends else None

    def select(self, span: Span) -> None:
        """Select a part of the text and bring it into view."""
        first, last = self._span(span)
        cursor = QTextCursor(self.document())
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        if not self._in_sight(first):
            self._scroll_near(first)
        self._quiet.stop()

    def words(self, span: Span) -> str:
        """The words of a part of the text, to the character."""
        return self._text.text[span[0] : span[1]]

    def bring_into_view(self, offset: int) -> None:
        """Put the caret at a place of the text, and that into the upper part of the view."""
        self._unseen = None if self.isVisible() else offset
        at = self._document_place(offset)
        self._put_caret(at)
        self._scroll_near(at)

    def place(self) -> TextPlace:
        """Where one is in the text."""
        cursor = self.textCursor()
        block = self.firstVisibleBlock()
        line = self.verticalScrollBar().value() - block.firstLineNumber()
        inside = block.layout().lineAt(line).textStart() if 0 <= line < block.layout().lineCount() else 0
        return TextPlace(
            *(self._text.to_text(at) for at in (block.position() + inside, cursor.position(), cursor.anchor()))
        )

    def return_to(self, place: TextPlace) -> None:
        """Go back to where one was."""
        self._unseen = None
        self._put_caret(self._document_place(place.anchor), self._document_place(place.caret))
        self._scroll_to(self._document_place(place.top), 0)
        self._quiet.stop()

    def caret(self) -> int:
        """The place of the caret in the text."""
        return self._text.to_text(self.textCursor().position())

    def selection_corner(self) -> QPoint:
        """The point of the viewport below the end of the selection."""
        return self.cursorRect().bottomLeft()

    def _span(self, span: Span) -> Span:
        return self._document_place(span[0]), self._document_place(span[1])

    def _document_place(self, offset: int) -> int:
        """A place of the document; the last one for what lies beyond, as in a text that was cut meanwhile."""
        return min(self._text.to_document(offset), self.document().characterCount() - 1)

    def _put_caret(self, anchor: int, position: int | None = None) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(anchor)
        if position is not None:
            cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _scroll_near(self, position: int) -> None:
        """Bring a place into the upper part of the view."""
        self._scroll_to(position, self._visible_lines() // 4)

    def _in_sight(self, position: int) -> bool:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return self.viewport().rect().adjusted(0, 0, 0, -theme.px(24)).contains(self.cursorRect(cursor).center())

    def _visible_lines(self) -> int:
        return max(1, int(self.viewport().height() / (self.fontMetrics().height() * 1.2)))

    def _scroll_to(self, position: int, above: int) -> None:
        """Bring a place into view with so many lines above it; the paragraphs in between are set first."""
        block = self.document().findBlock(position)
        self.blockBoundingRect(block)
        lines, before = above, block.previous()
        while lines > 0 and before.isValid():
            self.blockBoundingRect(before)
            lines -= before.lineCount()
            before = before.previous()
        line = block.layout().lineForTextPosition(position - block.position()).lineNumber()
        self.verticalScrollBar().setValue(max(0, block.firstLineNumber() + max(0, line) - above))

    def _margin(self) -> int:
        """The room that is kept free at the left of the column."""
        return 0

    def _set_column(self) -> None:
        """Give the column its measure, as far as there is room for it."""
        measure = QFontMetricsF(theme.font(theme.type.body)).horizontalAdvance(MEASURE)
        left = self._margin()
        room = self.viewport().width() - left - theme.px(16)
        self._layout.set_column(float(left), max(80.0, min(measure, room)))

    def _visible(self) -> Iterator[tuple[QTextBlock, QPointF]]:
        """The paragraphs in view and their upper left corners."""
        block, at = self.firstVisibleBlock(), self.contentOffset()
        bottom = self.viewport().height()
        while block.isValid() and at.y() <= bottom:
            height = self.blockBoundingRect(block).height()
            yield block, QPointF(at)
            at.setY(at.y() + height)
            block = block.next()

    def _line_at(self, y: float) -> tuple[QTextBlock, QTextLine, float] | None:
        """The line at a height of the viewport, and its upper edge; None below the text."""
        for block, at in self._visible():
            for number in range(block.layout().lineCount()):
                line = block.layout().lineAt(number)
                top, height = self._layout.box(line)
                if at.y() + top <= y < at.y() + top + height:
                    return block, line, at.y() + line.y()
        return None

    def _on_line(self, event: QMouseEvent) -> QMouseEvent:
        """The same event moved from the room between two lines onto the line to which that belongs."""
        found = self._line_at(event.position().y())
        if found is None:
            return event
        _, line, top = found
        y = min(max(event.position().y(), top + 1), top + line.height() - 1)
        return QMouseEvent(
            event.type(), QPointF(event.position().x(), y), event.globalPosition(), event.button(), event.buttons(),
            event.modifiers(),
        )  # fmt: skip

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied is the source's own words, whatever the document makes of its line breaks."""
        data = QMimeData()
        cursor = self.textCursor()
        first, last = (self._text.to_text(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        data.setText(self._text.text[first:last])
        return data

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(self._on_line(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(self._on_line(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(self._on_line(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(self._on_line(event))
        if event.button() == Qt.MouseButton.LeftButton:
            self._quiet.stop()
            self.settled.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._unseen is not None:
            self.bring_into_view(self._unseen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self.place()
        super().resizeEvent(event)
        self._set_column()
        if event.oldSize().width() != event.size().width() and self._unseen is None:
            self.return_to(place)
