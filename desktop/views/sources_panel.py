"""The sources of a meeting: their list, and the text of the one that is read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from db import Cancel, Library, meeting_page
from db.meeting_page import Cite, MeetingPage, SourceLine
from db.notes import PassageNote
from db.references import Record
from desktop.commands import anchors
from desktop.pages.sources import sources
from desktop.session import Session
from desktop.trail import Address
from desktop.views.page_browser import PageBrowser
from desktop.views.source_reader import SourceReader
from desktop.views.source_text import Span

Target = tuple[str, Span | None, int | None]
"""What is shown: a source, a passage of it, and the citation for whose sake."""


class SourcesPanel(QStackedWidget):
    """The list of sources, or one source with a passage marked."""

    left = Signal()
    shown = Signal()
    add_requested = Signal(str, dict)
    record_requested = Signal(Record)
    """A note was pressed in the text: its form is wanted."""
    go_requested = Signal(Address)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._page: MeetingPage | None = None
        self._reading: Cancel | None = None
        self._again = False  # the page was read again: what is shown of it stays in its place
        self._target: Target | None = None
        self.list = PageBrowser("Sources of the meeting", self)
        self.reader = SourceReader(self)
        self.addWidget(self.list)
        self.addWidget(self.reader)
        self.reader.left.connect(self.left)
        self.reader.note_wanted.connect(self._add_note)
        self.reader.strip.attach_requested.connect(self._attach)
        self.reader.strip.go_requested.connect(self.go_requested)
        self.reader.note_pressed.connect(lambda uid: self.record_requested.emit(Record("note", uid)))

    def show_page(self, page: MeetingPage) -> None:
        """Take the sources of a page; `show_list` or `show_source` follows and says what to show of them."""
        self._again = self.isVisible() and self._page is not None and self._page.facts.uid == page.facts.uid
        self._page = page

    def text_in_view(self) -> QWidget:
        """The list, or the text of the source that is read."""
        return self.reader.text if self.currentWidget() is self.reader else self.list

    def selection(self) -> tuple[str, int, int] | None:
        """The passage that is selected in the source that is read: its uid, start and end in code points."""
        return self.reader.selection() if self.currentWidget() is self.reader else None

    def show_list(self, chosen: str = "") -> None:
        """Show the list; a chosen source is brought into view."""
        again = self._is_again((chosen, None, None)) and self.currentWidget() is self.list
        if self._reading:
            self._reading()
        if self._page:
            self.list.show_page(sources(self._page, chosen), keep_place=again)
        self.setCurrentWidget(self.list)
        if chosen and not again:
            self.list.scrollToAnchor(chosen)

    def show_source(self, uid: str, passage: Span | None, cite: Cite | None = None) -> None:
        """Show the text of a source with a passage marked; where no text is held, the source in the list.

        With a `cite` it is the passage of that citation, which may stand there or not.
        """
        source = next((line for line in self._page.sources if line.uid == uid), None) if self._page else None
        if source is None or not source.has_text:
            self.show_list(uid)
            return
        again = self._is_again((uid, passage, cite.id if cite else None)) and self.currentWidget() is self.reader
        if self._reading:
            self._reading()

        def work(library: Library, cancel: Cancel) -> tuple[str, list[PassageNote]]:
            return meeting_page.source_text(library, uid, cancel), library.notes.on_passages(uid)

        self._reading = self._session.read(
            work, lambda found: self._read(source, found, passage, cite, keep_place=again)
        )

    def _is_again(self, target: Target) -> bool:
        """Whether this was shown before the page was read again, so that it is not asked for by a person."""
        again = self._again and target == self._target
        self._again, self._target = False, target
        return again

    def _read(
        self,
        source: SourceLine,
        found: tuple[str, list[PassageNote]],
        passage: Span | None,
        cite: Cite | None,
        *,
        keep_place: bool,
    ) -> None:
        self.setCurrentWidget(self.reader)
        writes = not self._session.library.read_only
        self.reader.text.may_note = writes
        text, notes = found
        self.reader.strip.show_cite(cite, passage, may_write=writes)
        known = cite is None or cite.anchor is None
        self.reader.show_source(source, text, passage, notes, known=known, keep_place=keep_place)
        self.shown.emit()

    def _attach(self, citation: str, place: Span | None) -> None:
        """Let a passage that lost its place stand at one that is shown, else at what is selected."""
        span = place or self.reader.text.selection()
        if span:
            anchors.reattach(self._session, citation, *span, self.reader.text.words(*span))

    def _add_note(self) -> None:
        passage = self.selection()
        if passage:
            self.add_requested.emit("note", dict(zip(("source", "starts", "ends"), passage, strict=True)))
