"""The words of a source, to be read and selected; passages that have notes are marked in them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QTextEdit, QToolTip, QWidget

from db import dates
from db.notes import PassageNote
from desktop.offsets import document_offset, document_offsets, text_offset
from desktop.theme import theme
from desktop.widgets.plain_text import tooltip
from desktop.widgets.shapes import draw_note

LONGEST_SPACED = 400_000  # characters up to which lines are given more room
MARGIN = 24  # pixels at the left of the text, for the signs of notes
LONGEST_TIP = 600
Span = tuple[int, int]


class SourceText(QTextEdit):
    """A text that cannot be changed; offsets are code points of it, as the library counts them."""

    note_pressed = Signal(str)
    note_wanted = Signal()
    """A note on what is selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, readOnly=True, acceptRichText=False, undoRedoEnabled=False)
        self.setAccessibleName("Text of the source")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(0)
        self.may_note = False
        self._text = ""
        self._passage: QTextCursor | None = None
        self._notes: list[tuple[Span, PassageNote]] = []

    def show_text(self, text: str) -> None:
        """Show a text from its beginning; nothing is done when it is shown already."""
        if text == self._text:
            return
        self._text = text
        self._passage = None
        self.setPlainText(text)
        if len(text) <= LONGEST_SPACED:
            cursor = QTextCursor(self.document())
            cursor.select(QTextCursor.SelectionType.Document)
            spacing = QTextBlockFormat()
            spacing.setLineHeight(120, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.mergeBlockFormat(spacing)

    def mark(self, passage: Span | None, notes: Sequence[PassageNote], *, known: bool = True) -> None:
        """Mark a passage, and those that have notes; the place that is in view stays.

        A passage that is not `known` to stand there is marked in another way.
        """
        frame = self.document().rootFrame()
        layout = frame.frameFormat()
        layout.setLeftMargin(MARGIN)
        frame.setFrameFormat(layout)
        ends = [at for note in notes for at in (note.starts, note.ends)]
        places = document_offsets(self._text, [*ends, *(passage or ())])
        self._passage = self._cursor(*(places[at] for at in passage)) if passage else None
        self._notes = [((places[note.starts], places[note.ends]), note) for note in notes]
        looks = [_selection(self._passage, _passage_look() if known else _guess_look())] if self._passage else []
        look = _note_look()
        self.setExtraSelections([*looks, *(_selection(self._cursor(*span), look) for span, _ in self._notes)])

    def bring_into_view(self, offset: int) -> None:
        """Scroll to a place of the text."""
        place = QTextCursor(self.document())
        place.setPosition(document_offset(self._text, offset))
        self.setTextCursor(place)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(place).top() - self.viewport().height() // 4)

    def marked_text(self) -> str:
        """The words of the marked passage; empty when none is marked."""
        return self._passage.selectedText().replace("\u2029", "\n") if self._passage else ""

    def words(self, starts: int, ends: int) -> str:
        """What stands at a place of the text."""
        return self._text[starts:ends]

    def selection(self) -> Span | None:
        """What is selected, without blanks around it; None when nothing is."""
        cursor = self.textCursor()
        starts, ends = (text_offset(self._text, at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        words = self._text[starts:ends]
        starts += len(words) - len(words.lstrip())
        ends -= len(words) - len(words.rstrip())
        return (starts, ends) if starts < ends else None

    def notes_at(self, at: QPoint) -> list[PassageNote]:
        """The notes on the words under a point of the viewport."""
        shift = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        hit = self.document().documentLayout().hitTest(QPointF(at) + shift, Qt.HitTestAccuracy.ExactHit)
        return self._notes_around(hit)

    def menu_at(self, at: QPoint) -> QMenu:
        """The menu for a point of the viewport: what can be done with what is selected, and the notes there."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        own = QMenu(menu)
        if self.may_note:
            note = own.addAction("Note on this passage\tCtrl+Shift+N", self.note_wanted.emit)
            note.setEnabled(self.selection() is not None)
        for found in self.notes_at(at):
            beginning = " ".join(found.body[:40].split()).replace("&", "&&")
            own.addAction(f"Show the note “{beginning}”", lambda uid=found.uid: self.note_pressed.emit(uid))
        if own.actions():
            own.addSeparator()
        menu.insertActions(menu.actions()[0], own.actions())
        return menu

    def _notes_around(self, position: int) -> list[PassageNote]:
        return [note for (first, last), note in self._notes if first <= position < last]

    def _cursor(self, first: int, last: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        end = self.document().characterCount() - 1  # while a text that was cut is read again
        cursor.setPosition(min(first, end))
        cursor.setPosition(min(last, end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _show_tip(self, event: QHelpEvent) -> None:
        tips = [note_words(note) for note in self.notes_at(event.pos())]
        if tips:
            QToolTip.showText(event.globalPos(), tooltip("\n\n".join(tips)), self)
        else:
            QToolTip.hideText()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_at(self.viewport().mapFromGlobal(event.globalPos())).popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            for note in self._notes_around(self.textCursor().position())[:1]:
                self.note_pressed.emit(note.uid)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            found = self.notes_at(event.position().toPoint())
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.IBeamCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            for note in self.notes_at(event.position().toPoint())[:1]:
                self.note_pressed.emit(note.uid)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._notes:
            return
        first = self.cursorForPosition(QPoint(0, 0)).position()
        last = self.cursorForPosition(self.viewport().rect().bottomRight()).position()
        painter = QPainter(self.viewport())
        side = min(theme.px(10), MARGIN - 6)
        for (start, _), _ in self._notes:
            if first <= start <= last:
                line = self.cursorRect(self._cursor(start, start))
                area = QRectF((MARGIN - side) / 2, line.center().y() - side * 0.6, side, side * 1.2)
                draw_note(painter, area, QColor(theme.colours.accent))

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().viewportEvent(event)


def note_words(note: PassageNote) -> str:
    """A note as a tip shows it: its beginning, author and day."""
    body = note.body if len(note.body) <= LONGEST_TIP else note.body[: LONGEST_TIP - 1].rstrip() + "…"
    return f"{body}\n— {note.author or 'author not known'}, {dates.words(note.day)}"


def _selection(cursor: QTextCursor, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor = cursor  # type: ignore[attr-defined]
    made.format = look  # type: ignore[attr-defined]
    return made


def _passage_look() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setBackground(QColor(theme.colours.mark))
    look.setFontUnderline(True)
    return look


def _guess_look() -> QTextCharFormat:
    """The look of a place where a passage may stand: no ground, a broken line."""
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    look.setUnderlineColor(QColor(theme.colours.warn))
    look.setForeground(QColor(theme.colours.warn))
    return look


def _note_look() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    look.setUnderlineColor(QColor(theme.colours.accent))
    return look
