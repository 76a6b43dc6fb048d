"""A source as it is held: its full text, with one passage marked, and the passages that have notes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from db.meeting_page import SourceLine
from db.notes import PassageNote
from desktop.pages.markup import source_words
from desktop.views.passage_strip import PassageStrip
from desktop.views.source_text import MARGIN, SourceText, Span
from desktop.widgets.plain_text import plain_label


class SourceReader(QWidget):
    """The text of one source; the words are the source's own, to the character."""

    left = Signal()
    note_wanted = Signal()
    note_pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._source = ""
        self._back = QToolButton(self)
        self._back.setObjectName("link")
        self._back.setText("‹ All sources of this page")
        self._back.clicked.connect(self.left)
        self._title = plain_label(name="paneTitle", parent=self)
        self._about = plain_label(name="hint", parent=self)
        for label in (self._title, self._about):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text = SourceText(self)
        self.strip = PassageStrip(self)
        self.text.selectionChanged.connect(lambda: self.strip.offer_selection(self.text.textCursor().hasSelection()))
        self.text.note_wanted.connect(self.note_wanted)
        self.text.note_pressed.connect(self.note_pressed)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._back)
        top.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, 8, 8, 10)
        head.setSpacing(4)
        head.addLayout(top)
        head.addWidget(self._title)
        head.addWidget(self._about)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.strip)
        layout.addWidget(self.text, 1)

    def show_source(
        self,
        source: SourceLine,
        text: str,
        passage: Span | None,
        notes: Sequence[PassageNote] = (),
        *,
        known: bool = True,
        keep_place: bool = False,
    ) -> None:
        """Show the text of a source; the passage, in code points, is marked and brought into view.

        One that is not `known` to stand there looks different.
        """
        self._title.setText(source.title)
        self._about.setText(source_words(source).removeprefix(f"{source.title}, "))
        place = self.text.verticalScrollBar().value()
        if not keep_place or source.uid != self._source:
            self._source = source.uid
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.text.show_text(text)
        self.text.mark(passage, notes, known=known)
        if keep_place:
            self.text.verticalScrollBar().setValue(place)
        elif passage:
            self.text.bring_into_view(passage[0])

    def marked_text(self) -> str:
        """The words of the marked passage; empty when none is marked."""
        return self.text.marked_text()

    def selection(self) -> tuple[str, int, int] | None:
        """The passage that is selected: the uid of its source, where it starts and ends; None when none is."""
        span = self.text.selection() if self._source else None
        return (self._source, *span) if span else None
