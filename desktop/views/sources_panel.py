"""The sources of a meeting: their list, and the one that is read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.meeting_page import MeetingPage
from desktop.pages.sources import sources
from desktop.session import Session
from desktop.views.page_browser import PageBrowser
from desktop.views.source_reader import SourceReader


class SourcesPanel(QStackedWidget):
    """The list of sources, or one source with a passage marked."""

    shown = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: MeetingPage | None = None
        self._again = False  # the page was read again: what is shown of it stays in its place
        self._target = ""
        self.list = PageBrowser("Sources of the meeting", self)
        self.reader = SourceReader(session, self)
        self.addWidget(self.list)
        self.addWidget(self.reader)
        self.reader.shown.connect(self._show_reader)
        self.reader.missing.connect(self.show_list)
        session.opened.connect(self._forget)

    def show_page(self, page: MeetingPage) -> None:
        """Take the sources of a page; `show_list` or `show_source` follows and says what to show of them."""
        self._again = self.isVisible() and self._page is not None and self._page.facts.uid == page.facts.uid
        self._page = page

    def view(self) -> QWidget:
        """The list, or the text of the source that is read."""
        return self.reader.view() if self.currentWidget() is self.reader else self.list

    def reader_in_view(self) -> SourceReader | None:
        """The reader while a source is read; None while the list is shown."""
        return self.reader if self.currentWidget() is self.reader else None

    def show_list(self) -> None:
        """Show the list of sources."""
        again = self._is_again("") and self.currentWidget() is self.list
        self.reader.content.forget()
        if self._page:
            self.list.show_page(sources(self._page), keep_place=again)
        self.setCurrentWidget(self.list)
        self.shown.emit()

    def show_source(self, target: str) -> None:
        """Show a source of the page, or a passage in one, by its target; what is shown already stays in its place."""
        again = self._is_again(target) and self.currentWidget() is self.reader
        if self._page and not again:  # the reader itself sees what was changed
            self.reader.show_target(target, self._page.facts.uid)

    def _is_again(self, target: str) -> bool:
        """Whether this was shown before the page was read again, so that it is not asked for by a person."""
        again = self._again and target == self._target
        self._again, self._target = False, target
        return again

    def _show_reader(self) -> None:
        had_focus = self.list.hasFocus()
        self.setCurrentWidget(self.reader)
        if had_focus:
            self.reader.view().setFocus()
        self.shown.emit()

    def _forget(self) -> None:
        self._page, self._target = None, ""
