"""The title page of the library, shown until a meeting is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from db import Cancel, front_page
from db.front_page import FrontPage
from desktop.pages.front import front, no_library
from desktop.session import Session
from desktop.trail import DAYS, Address, value_target
from desktop.views.page_browser import PageBrowser


class FrontPanel(PageBrowser):
    """What the library holds and where to begin."""

    go_requested = Signal(Address)
    quotes_requested = Signal()
    """The list of all quotes is wanted."""
    meetings_requested = Signal(str)
    """The list of the meetings of a kind is wanted; of all meetings when it is empty."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("Title page of the library", parent)
        self._session = session
        self._reading: Cancel | None = None
        self._page: FrontPage | None = None
        self._stale = False
        session.opened.connect(self._begin)
        session.changed.connect(self._changed)
        self.link_pressed.connect(self._follow)
        if session.is_open:
            self.reload()

    def show_no_library(self) -> None:
        """Say what can be done while no library is open."""
        self.show_page(no_library())

    def library_uid(self) -> str:
        """The uid of the library, on which notes on the whole stand; empty until the page was read."""
        return self._page.facts.get("uid", "") if self._page else ""

    def reload(self) -> None:
        """Read the page again."""
        self._stale = False
        if self._reading:
            self._reading()
        self._reading = self._session.read(front_page.read, self._loaded)

    def redraw(self) -> None:
        """Show the page again in the present look."""
        if self._page:
            self.show_page(front(self._page, self._session.library.read_only))

    def _begin(self) -> None:
        """Let go of the library before."""
        self._page = None
        self.clear()
        self.reload()

    def _changed(self) -> None:
        """Read the page again, now or when it is next looked at: it counts whole tables."""
        self._stale = True
        if self.isVisible():
            self.reload()

    def _loaded(self, page: FrontPage) -> None:
        self._page = page
        self.redraw()

    def _follow(self, link: str) -> None:
        kind, _, key = link.partition(":")
        if kind == "page":
            self.go_requested.emit(Address("", key))
        elif kind == "days":
            self.go_requested.emit(Address(key, "sources", value_target(DAYS)))
        elif kind == "quotes":
            self.quotes_requested.emit()
        elif kind == "meetings":
            self.meetings_requested.emit(key)
        else:
            self.go_requested.emit(Address(key))

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self.reload()
        super().showEvent(event)
