"""The words of a source, to be read and selected; what rests on its passages is marked in them and beside them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QToolTip, QWidget

from db.source_page import Use
from desktop.models.passage_marks import Mark, PassageMarks, mark_words
from desktop.offsets import ShownText
from desktop.theme import theme
from desktop.views.reading_text import ReadingText, Span
from desktop.views.source_painting import Ground, Scene, gutter, paint_block
from desktop.widgets.plain_text import tooltip


class SourceText(ReadingText):
    """Shows the passages on which something rests, the one that was come for, and what was found in the text."""

    has_signs = True
    """Whether there is room at the left for pages and for what rests on passages."""
    marks_pressed = Signal(list)
    """Uses (list of Use) on the passages that were pressed, the shortest first."""
    pointed = Signal(str)
    """What rests on the passage in which the caret is; empty where nothing does."""
    menu_wanted = Signal(QPoint, QPoint)
    """A menu for a point of the viewport is wanted, at a point of the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sourceText")
        self.setAccessibleName("Text of the source")
        self._marks = PassageMarks(self._text, ())
        self._passage: Span | None = None
        self._known = True
        self._words: Sequence[Span] = ()
        self._cited: int | None = None
        self._hits: Sequence[Span] = ()
        self._pages: list[tuple[int, str]] = []
        self.cursorPositionChanged.connect(self._point)

    def show_text(self, text: ShownText, pages: Sequence[tuple[int, str]] = ()) -> None:
        """Show a text from its beginning, and where its pages begin; what is shown already stays as it is."""
        self._pages = [(text.to_document(place), number) for place, number in pages]
        if text.text != self._text.text:
            self._marks = PassageMarks(text, ())
            self._passage, self._words, self._hits = None, (), ()
        super().show_text(text)

    def set_marks(self, uses: Sequence[Use]) -> None:
        """Mark the passages on which something rests."""
        self._marks = PassageMarks(self._text, uses)
        self.viewport().update()
        self._point()

    def set_passage(
        self,
        passage: Span | None,
        *,
        known: bool = True,
        words: Sequence[Span] = (),
        citation: int | None = None,
    ) -> None:
        """Put a ground under one passage, and another under words in it that were found; what is in view stays.

        A passage that is not `known` to stand there has a broken line and no ground. The id of the citation that it
        is of says which comes first where it is cited more than once.
        """
        self._known, self._words, self._cited = known, words, citation
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

    def bring_into_view(self, offset: int) -> None:
        """Put the caret at a place of the text, and that into the upper part of the view.

        Of a marked passage the first word that was found is brought into view as well.
        """
        super().bring_into_view(offset)
        word = self._document_place(self._words[0][0] if self._words else offset)
        if not self._in_sight(word):
            self._scroll_near(word)

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
        """What rests on the passage in which the caret is, the citation that is shown first."""
        uses = [mark.use for mark in self._marks.at(self.textCursor().position())]
        return sorted(uses, key=lambda use: use.kind != "citation" or use.id != self._cited)

    def step_to_mark(self, step: int) -> bool:
        """Put the caret at the beginning of the next marked passage (1) or the one before (-1); False without one."""
        mark = self._marks.beyond(self.textCursor().position(), step)
        if mark:
            self._put_caret(mark.first)
            if not self._in_sight(mark.first):
                self._scroll_near(mark.first)
        return mark is not None

    def _beginning_in(self, first: int, last: int) -> list[Mark]:
        return [mark for mark in self._marks.between(first, last + 1) if first <= mark.first < max(last, first + 1)]

    def _point(self) -> None:
        uses = self.marks_at_caret()
        self.pointed.emit(mark_words(uses[0]).replace("\n— ", " — ").replace("\n", " · ") if uses else "")

    def _margin(self) -> int:
        return gutter(self.width()) if self.has_signs else 0

    def _show_tip(self, event: QHelpEvent) -> None:
        tips = [mark_words(use) for use in self.marks_at(event.pos())]
        if tips:
            QToolTip.showText(event.globalPos(), tooltip("\n\n".join(tips)), self)
        else:
            QToolTip.hideText()

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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(self.viewport().mapFromGlobal(event.globalPos()), event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if uses := self.marks_at_caret():
                self.marks_pressed.emit(uses)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            found = self.marks_at(event.position().toPoint())
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.IBeamCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        if uses := self.marks_at(event.position().toPoint()):
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

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().viewportEvent(event)
