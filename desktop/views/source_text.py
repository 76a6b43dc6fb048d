"""The words of a source, to be read and selected; what rests on its passages is marked in them and beside them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QToolTip, QWidget

from db.source_page import Use
from desktop.models.passage_marks import Mark, PassageMarks, mark_words
from desktop.offsets import ShownText
from desktop.theme import theme
from desktop.views.reading_layout import ReadingLayout
from desktop.views.source_painting import Ground, Scene, gutter, paint_block
from desktop.widgets.plain_text import tooltip

MEASURE = "the words of those who met, as they stand in the source itself, word by word"  # a line
SETTLED = 250  # milliseconds after which a selection made by keys counts as made
Span = tuple[int, int]


class TextPlace(NamedTuple):
    """Where one is in a text, in code points: the first that is in view, the caret, and where its selection began."""

    top: int
    caret: int
    anchor: int


class SourceText(QPlainTextEdit):
    """A text that cannot be changed; offsets are code points of it, as the library counts them."""

    has_signs = True
    """Whether there is room at the left for pages and for what rests on passages."""
    marks_pressed = Signal(list)
    """Uses (list of Use) on the passages that were pressed, the shortest first."""
    settled = Signal()
    """The selection is what it will be for now; it may be none."""
    pointed = Signal(str)
    """What rests on the passage in which the caret is; empty where nothing does."""
    menu_wanted = Signal(QPoint, QPoint)
    """A menu for a point of the viewport is wanted, at a point of the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setObjectName("sourceText")
        self.setAccessibleName("Text of the source")
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
        self._marks = PassageMarks(self._text, ())
        self._passage: Span | None = None
        self._known = True
        self._words: Sequence[Span] = ()
        self._hits: Sequence[Span] = ()
        self._unseen: int | None = None  # what was to be brought into a view whose height was not known
        self._pages: list[tuple[int, str]] = []
        self._quiet = QTimer(self, singleShot=True, interval=SETTLED)
        self._quiet.timeout.connect(self.settled)
        self.selectionChanged.connect(self._quiet.start)
        self.cursorPositionChanged.connect(self._point)
        self.dress()

    def dress(self) -> None:
        """Take on the present look."""
        place = self.place()
        self.setFont(theme.font(theme.type.body))
        self._set_column()
        self.return_to(place)

    def show_text(self, text: ShownText, pages: Sequence[tuple[int, str]] = ()) -> None:
        """Show a text from its beginning, and where its pages begin; what is shown already stays as it is."""
        self._pages = [(text.to_document(place), number) for place, number in pages]
        if text.text == self._text.text:
            return
        self._text = text
        self._marks = PassageMarks(text, ())
        self._passage, self._words, self._hits = None, (), ()
        self.setPlainText(text.shown)

    def set_marks(self, uses: Sequence[Use]) -> None:
        """Mark the passages on which something rests."""
        self._marks = PassageMarks(self._text, uses)
        self.viewport().update()
        self._point()

    def set_passage(self, passage: Span | None, *, known: bool = True, words: Sequence[Span] = ()) -> None:
        """Put a ground under one passage, and another under words in it that were found; what is in view stays.

        A passage that is not `known` to stand there has a broken line and no ground.
        """
        self._known, self._words = known, words
        inside = passage is not None and passage[0] < passage[1] <= len(self._text.text)
        self._passage = self._span(passage) if inside and passage else None
        self.viewport().update()

    def set_hits(self, hits: Sequence[Span]) -> None:
        """Put a ground under everything that was found, given in the order of the text."""
        self._hits = hits
        self.viewport().update()

    def marked_text(self) -> str:
        """The words of the passage that has a ground; empty when none has."""
        if not self._passage:
            return ""
        first, last = (self._text.to_text(place) for place in self._passage)
        return self._text.text[first:last]

    def marked_words(self) -> list[str]:
        """The words in the marked passage that were found."""
        return [self.words(span) for span in self._words]

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
            self._scroll_to(first, self._visible_lines() // 4)
        self._quiet.stop()

    def words(self, span: Span) -> str:
        """The words of a part of the text, to the character."""
        return self._text.text[span[0] : span[1]]

    def bring_into_view(self, offset: int) -> None:
        """Put the caret at a place of the text, and that into the upper part of the view.

        Of a marked passage the first word that was found is brought into view as well.
        """
        self._unseen = None if self.isVisible() else offset
        at = self._document_place(offset)
        self._put_caret(at)
        self._scroll_to(at, self._visible_lines() // 4)
        word = self._span(self._words[0])[0] if self._words else at
        if not self._in_sight(word):
            self._scroll_to(word, self._visible_lines() // 4)

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

    def marks_at(self, at: QPoint) -> list[Use]:
        """What rests on the words under a point of the viewport, or is told by a sign beside their line."""
        found = self._line_at(at.y())
        if found is None:
            return []
        block, line, _ = found
        if at.x() < self._layout.left - theme.px(4):
            first = block.position() + line.textStart()
            return [mark.use for mark in self._beginning_in(first, first + line.textLength())]
        position = block.position() + line.xToCursor(at.x())
        edge = self._layout.stretches(line, line.textStart(), line.textStart() + line.textLength())
        if not any(left - 2 <= at.x() <= right + 2 for left, right in edge):
            return []
        return [mark.use for mark in self._marks.at(position)]

    def marks_at_caret(self) -> list[Use]:
        """What rests on the passage in which the caret is."""
        return [mark.use for mark in self._marks.at(self.textCursor().position())]

    def step_to_mark(self, step: int) -> bool:
        """Put the caret at the beginning of the next marked passage (1) or the one before (-1); False without one."""
        mark = self._marks.beyond(self.textCursor().position(), step)
        if mark:
            self._put_caret(mark.first)
            if not self._in_sight(mark.first):
                self._scroll_to(mark.first, self._visible_lines() // 4)
        return mark is not None

    def selection_corner(self) -> QPoint:
        """The point of the viewport below the end of the selection."""
        return self.cursorRect().bottomLeft()

    def _beginning_in(self, first: int, last: int) -> list[Mark]:
        return [mark for mark in self._marks.between(first, last + 1) if first <= mark.first < max(last, first + 1)]

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

    def _visible_lines(self) -> int:
        return max(1, int(self.viewport().height() / (self.fontMetrics().height() * 1.2)))

    def _in_sight(self, position: int) -> bool:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return self.viewport().rect().adjusted(0, 0, 0, -theme.px(24)).contains(self.cursorRect(cursor).center())

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

    def _set_column(self) -> None:
        """Give the column its measure, as far as there is room for it."""
        measure = QFontMetricsF(theme.font(theme.type.body)).horizontalAdvance(MEASURE)
        left = gutter(self.width()) if self.has_signs else 0
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

    def _point(self) -> None:
        uses = self.marks_at_caret()
        self.pointed.emit(mark_words(uses[0]).replace("\n— ", " — ").replace("\n", " · ") if uses else "")

    def _show_tip(self, event: QHelpEvent) -> None:
        tips = [mark_words(use) for use in self.marks_at(event.pos())]
        if tips:
            QToolTip.showText(event.globalPos(), tooltip("\n\n".join(tips)), self)
        else:
            QToolTip.hideText()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied is the source's own words, whatever the document makes of its line breaks."""
        data = QMimeData()
        cursor = self.textCursor()
        first, last = (self._text.to_text(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        data.setText(self._text.text[first:last])
        return data

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(self.viewport().mapFromGlobal(event.globalPos()), event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if uses := self.marks_at_caret():
                self.marks_pressed.emit(uses)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(self._on_line(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(self._on_line(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(self._on_line(event))
        if not event.buttons():
            found = self.marks_at(event.position().toPoint())
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.IBeamCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(self._on_line(event))
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._quiet.stop()
        self.settled.emit()
        if not self.textCursor().hasSelection() and (uses := self.marks_at(event.position().toPoint())):
            self.marks_pressed.emit(uses)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        seen = list(self._visible())
        if not seen:
            return
        first, last = seen[0][0].position(), seen[-1][0].position() + seen[-1][0].length()
        cursor = self.textCursor()
        selection = (cursor.selectionStart(), cursor.selectionEnd()) if cursor.hasSelection() else None
        grounds = self._grounds(first, last, selection)
        marks = self._marks.between(first, last)
        pages = [page for page in self._pages if first <= page[0] < last]
        for block, at in seen:
            start, end = block.position(), block.position() + block.length()
            scene = Scene(
                [ground for ground in grounds if ground.first < end and ground.last > start],
                [mark for mark in marks if mark.first < end and mark.last > start],
                selection,
                None if self._known else self._passage,
                [page for page in pages if start <= page[0] < end],
            )
            paint_block(painter, self._layout, block, at, scene)
            self._paint_caret(painter, block, at)

    def _grounds(self, first: int, last: int, selection: Span | None) -> list[Ground]:
        """The grounds in view, each over those before."""
        words = () if self._hits else self._words  # what is looked for in the text itself comes before
        ground = theme.colours.chosen if words else theme.colours.mark
        found = [Ground(*self._passage, ground)] if self._passage and self._known else []
        found += [Ground(*self._span(word), theme.colours.mark) for word in words]
        start, end = (bisect_left(self._hits, (self._text.to_text(place), 0)) for place in (first, last))
        found += [Ground(*self._span(hit), theme.colours.chosen) for hit in self._hits[max(0, start - 1) : end]]
        return [*found, Ground(*selection, theme.colours.accent)] if selection else found

    def _paint_caret(self, painter: QPainter, block: QTextBlock, at: QPointF) -> None:
        position = self.getPaintContext().cursorPosition - block.position()  # type: ignore[attr-defined]
        if self.hasFocus() and 0 <= position < block.length():
            painter.setPen(theme.colours.text)
            block.layout().drawCursor(painter, at, position, max(1, theme.px(1.5)))

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

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().viewportEvent(event)
