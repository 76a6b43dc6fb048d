"""The sources of a meeting: their list, and the text of the one that is read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from db import Cancel, meeting_page
from db.meeting_page import MeetingPage, SourceLine
from desktop.pages.sources import sources
from desktop.session import Session
from desktop.views.page_browser import PageBrowser
from desktop.views.source_reader import SourceReader


class SourcesPanel(QStackedWidget):
    """The list of sources, or one source with a passage marked."""

    left = Signal()
    shown = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._page: MeetingPage | None = None
        self._reading: Cancel | None = None
        self.list = PageBrowser("Sources of the meeting", self)
        self.reader = SourceReader(self)
        self.addWidget(self.list)
        self.addWidget(self.reader)
        self.reader.left.connect(self.left)

    def show_page(self, page: MeetingPage) -> None:
        """Take the sources of a page."""
        self._page = page
        self.show_list()

    def text_in_view(self) -> QWidget:
        """The list, or the text of the source that is read."""
        return self.reader.text if self.currentWidget() is self.reader else self.list

    def show_list(self, chosen: str = "") -> None:
        """Show the list; a chosen source is brought into view."""
        if self._reading:
            self._reading()
        if self._page:
            self.list.show_page(sources(self._page, chosen))
        self.setCurrentWidget(self.list)
        if chosen:
            self.list.scrollToAnchor(chosen)

    def show_source(self, uid: str, passage: tuple[int, int] | None) -> None:
        """Show the text of a source with a passage marked; where no text is held, the source in the list."""
        source = next((line for line in self._page.sources if line.uid == uid), None) if self._page else None
        if source is None or not source.has_text:
            self.show_list(uid)
            return
        if self._reading:
            self._reading()
        self._reading = self._session.read(
            lambda library, cancel: meeting_page.source_text(library, uid, cancel),
            lambda text: self._read(source, text, passage),
        )

    def _read(self, source: SourceLine, text: str, passage: tuple[int, int] | None) -> None:
        self.setCurrentWidget(self.reader)
        self.reader.show_source(source, text, passage)
        self.shown.emit()
