"""A source as it is held: its full text, with one passage marked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QToolButton, QVBoxLayout, QWidget

from db.meeting_page import SourceLine
from desktop.offsets import utf16_offset
from desktop.pages.markup import source_words
from desktop.theme import theme
from desktop.widgets.plain_text import plain_label

LONGEST_SPACED = 400_000  # characters up to which lines are given more room


class SourceReader(QWidget):
    """The text of one source; the words are the source's own, to the character."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._back = QToolButton(self)
        self._back.setObjectName("link")
        self._back.setText("‹ All sources of this page")
        self._back.clicked.connect(self.left)
        self._title = plain_label(name="paneTitle", parent=self)
        self._about = plain_label(name="hint", parent=self)
        for label in (self._title, self._about):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text = QTextEdit(self, readOnly=True, acceptRichText=False, undoRedoEnabled=False)
        self.text.setAccessibleName("Text of the source")
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.document().setDocumentMargin(0)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._back)
        top.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 8, 8, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self._title)
        layout.addWidget(self._about)
        layout.addSpacing(10)
        layout.addWidget(self.text, 1)

    def show_source(self, source: SourceLine, text: str, passage: tuple[int, int] | None) -> None:
        """Show the text of a source; the passage, in code points, is marked and brought into view."""
        self._title.setText(source.title)
        self._about.setText(source_words(source).removeprefix(f"{source.title}, "))
        self.text.setPlainText(text)
        if len(text) <= LONGEST_SPACED:
            self._space_lines()
        self.text.setExtraSelections([])
        if passage:
            self._mark(utf16_offset(text, passage[0]), utf16_offset(text, passage[1]))

    def marked_text(self) -> str:
        """The words of the marked passage; empty when none is marked."""
        selections = self.text.extraSelections()
        return selections[0].cursor.selectedText().replace("\u2029", "\n") if selections else ""  # type: ignore[attr-defined]

    def _space_lines(self) -> None:
        cursor = QTextCursor(self.text.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(120, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(spacing)

    def _mark(self, start: int, end: int) -> None:
        """Mark a passage given in Qt's units, and bring it into view."""
        cursor = self.text.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setBackground(QColor(theme.colours.mark))
        look.setFontUnderline(True)
        marked = QTextEdit.ExtraSelection()
        marked.cursor = cursor  # type: ignore[attr-defined]
        marked.format = look  # type: ignore[attr-defined]
        self.text.setExtraSelections([marked])
        place = QTextCursor(self.text.document())
        place.setPosition(start)
        self.text.setTextCursor(place)
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + self.text.cursorRect(place).top() - self.text.viewport().height() // 4)
