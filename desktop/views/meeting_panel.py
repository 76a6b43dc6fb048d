"""The middle pane: the page of a meeting, under tabs; the last of them, Edit, lists all that it holds."""

from __future__ import annotations

from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from db import Cancel, Library, meeting_page
from db.errors import Gone
from db.meeting_page import Cite, MeetingPage
from db.references import Record
from desktop.commands import readings
from desktop.models.quote_list import citation_text
from desktop.pages.disputes import ADOPT, LEAVE_OPEN
from desktop.pages.markup import Page
from desktop.pages.notes import notes
from desktop.pages.overview import overview
from desktop.pages.quotes import quotes
from desktop.session import Session
from desktop.theme import theme
from desktop.trail import DAYS, TABS, Address, target_place
from desktop.views.adopt_strip import AdoptStrip
from desktop.views.meeting_kicker import MeetingKicker
from desktop.views.page_browser import PageBrowser, PagePlace
from desktop.views.source_reader import ReaderPlace, SourceReader
from desktop.views.sources_panel import SourcesPanel
from desktop.widgets.page_layout import MARGIN
from desktop.widgets.plain_text import plain_label
from desktop.widgets.rest_stack import RestStack

if TYPE_CHECKING:
    from desktop.views.history_panel import HistoryPanel
    from desktop.views.work_panel import WorkPanel

NARROW = 420  # width in pixels at 100 % below which participants stand in lines, not in columns
LABELS = {
    "overview": "Overview", "quotes": "Quotes", "sources": "Sources", "notes": "Notes", "history": "History",
    "edit": "Edit",
}  # fmt: skip
DAY_FIELDS = ("starts", "ends", "happened")
UNCITED = {
    "number": "No source is named for this number.",
    DAYS: "No source is named for these days.",
    "city": "No source is named for this place.",
    "place": "No source is named for this place.",
}
"""What is said where the passage behind a value is wanted and there is none."""
STALE = (
    "meetings", "events", "participations", "parties", "people", "outcomes", "outcome_topics", "topics", "quotes",
    "sources", "citations", "readings", "notes", "tags", "taggings", "quote_checks",
)  # fmt: skip


class MeetingPlace(NamedTuple):
    """Where one is on the page of a meeting: on which part, and where on that."""

    part: str
    inside: PagePlace | ReaderPlace


class MeetingPanel(QWidget):
    """The page of one meeting or event."""

    go_requested = Signal(Address)
    turn_requested = Signal(Address)
    said = Signal(str)
    pointed = Signal(str)
    """What the link says on which the mouse or the keyboard is; empty on none."""
    shown = Signal()
    record_requested = Signal(Record)
    """One record was pressed on the page: its form is wanted."""
    edit_requested = Signal(list)
    add_requested = Signal(str, dict)
    work_made = Signal(object)
    """The list of the tab Edit was built."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._address = Address()
        self._page: MeetingPage | None = None
        self._reading: Cancel | None = None
        self._return: MeetingPlace | None = None
        self._narrow = False
        self._kicker = MeetingKicker(self)
        self._title = plain_label(name="pageTitle", parent=self)
        self._title.setWordWrap(True)
        self._title.setSizePolicy(self._kicker.sizePolicy())
        self.tabs = QTabBar(self, drawBase=False, expanding=False)
        self.tabs.setAccessibleName("Parts of the page")
        for tab in TABS:
            self.tabs.addTab(LABELS[tab])
        self.overview = PageBrowser("Overview of the meeting", self)
        self.quotes = PageBrowser("Quotes of the meeting", self)
        self.sources = SourcesPanel(session, self)
        self.notes = PageBrowser("Notes on the meeting", self)
        self._stack = RestStack(self)
        for widget in (self.overview, self.quotes, self.sources, self.notes):
            self._stack.addWidget(widget)
        self.strip = AdoptStrip(session, self)
        self._slow = QTimer(self, singleShot=True, interval=300)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, 16, MARGIN, 0)
        head.setSpacing(4)
        head.addWidget(self._kicker)
        head.addWidget(self._title)
        head.addWidget(self.tabs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.strip)

    def _connect(self) -> None:
        for browser in (self.overview, self.quotes, self.notes, self.sources.list):
            browser.link_pressed.connect(self._follow)
            browser.pointed.connect(self.pointed)
        self._session.changed.connect(self._changed)
        self._session.opened.connect(self._begin)
        self._session.tasks.failed.connect(self._failed)
        self._slow.timeout.connect(lambda: self._kicker.say("Reading …"))
        self._kicker.value_pressed.connect(self._follow)
        self.sources.reader.go_requested.connect(self.go_requested)
        self.sources.reader.turn_requested.connect(self.turn_requested)
        self.strip.left.connect(self.overview.setFocus)
        self.strip.asked.connect(self.overview.scroll_to, Qt.ConnectionType.QueuedConnection)
        self.tabs.tabBarClicked.connect(self._click_tab)
        self.tabs.currentChanged.connect(self._choose_tab)

    @cached_property
    def history(self) -> HistoryPanel:
        """Who changed what of the meeting."""
        from desktop.views.history_panel import HistoryPanel

        panel = HistoryPanel(self._session, self)
        panel.edit_requested.connect(self.edit_requested)
        panel.said.connect(self.said)
        panel.pointed.connect(self.pointed)
        panel.go_requested.connect(self.go_requested)
        self._stack.addWidget(panel)
        return panel

    @cached_property
    def work(self) -> WorkPanel:
        """The list of all that the meeting holds, to edit it."""
        from desktop.views.work_panel import WorkPanel

        panel = WorkPanel(self._session, self)
        self._stack.addWidget(panel)
        self.work_made.emit(panel)
        return panel

    def record(self) -> Record:
        """The meeting or event that is shown."""
        shown = self._page.facts if self._page else None
        return Record(shown.record if shown and shown.uid == self._address.uid else "meeting", self._address.uid)

    def reader_in_view(self) -> SourceReader | None:
        """The source that is read on the tab Sources; None while another is shown."""
        return self.sources.reader_in_view() if self._stack.currentWidget() is self.sources else None

    def place(self) -> MeetingPlace | None:
        """Where one is on the page, to come back to it; None where that is the same each time."""
        here = self._stack.currentWidget()
        if reader := self.reader_in_view():
            return MeetingPlace("reader", reader.place())
        for name, browser in self._browsers().items():
            if here is browser or (name == "sources" and here is self.sources):
                return MeetingPlace(name, browser.place())
        return None

    def show_address(self, address: Address, place: MeetingPlace | None = None) -> None:
        """Show a meeting, one of its tabs, and on it a passage or quote, or the place at which one was before."""
        self._return = place
        known = self._page is not None and self._page.facts.uid == address.uid
        if address != self._address:
            self.strip.hide()
        self._address = address
        self.sources.reader.sought = address.sought
        if known:
            self._show_place()
        else:
            self._read()

    def redraw(self) -> None:
        """Show the page again in the present look."""
        for panel in (self.__dict__.get("work"), self.__dict__.get("history")):
            if panel:
                panel.redraw()
        if self._page:
            self._shown(self._page)

    def text_in_view(self) -> QWidget:
        """The text of the tab that is shown."""
        if self._stack.currentWidget() is self.sources:
            return self.sources.view()
        if self._stack.currentWidget() is self.__dict__.get("work"):
            return self.work.view()
        return self._stack.currentWidget() or self.overview

    def _begin(self) -> None:
        """Let go of the library before: a copy of it has meetings with the same uids."""
        if self._reading:
            self._reading()
        self._slow.stop()
        self._page = None

    def _read(self) -> None:
        if self._reading:
            self._reading()
        uid = self._address.uid
        self._slow.start()
        self._reading = self._session.read(lambda library, cancel: _page_or_why(library, uid, cancel), self._landed)

    def _landed(self, found: MeetingPage | Gone) -> None:
        if isinstance(found, Gone):
            self._show_none(str(found))
        else:
            self._shown(found)

    def _failed(self) -> None:
        """A page that could not be read leaves no other one standing in its place."""
        if self._slow.isActive() or self._page is None:
            self._show_none("")

    def _show_none(self, sentence: str) -> None:
        self._slow.stop()
        self._page = None
        self._kicker.clear()
        self._title.clear()
        for browser in (self.overview, self.quotes, self.notes):
            browser.show_page(Page(f"<p class='lead quiet'>{escape(sentence)}</p>", {}))
        self._stack.setCurrentWidget(self.overview)

    def _changed(self, changes) -> None:  # noqa: ANN001
        if self._address.uid and changes.touch(*STALE):
            self._read()

    def _shown(self, page: MeetingPage) -> None:
        self._slow.stop()
        same = self._page is not None and self._page.facts.uid == page.facts.uid
        self._page = page
        self._kicker.show_facts(page.facts)
        self._title.setText(page.facts.title)
        self._show_overview(page, keep_place=same)
        self.quotes.show_page(quotes(page), keep_place=same)
        self.notes.show_page(notes(page), keep_place=same)
        self.sources.show_page(page)
        self._label_tabs()
        self._show_place(again=same)

    def _show_overview(self, page: MeetingPage, *, keep_place: bool) -> None:
        self._narrow = self._is_narrow()
        writable = self._session.is_open and not self._session.library.read_only
        self.overview.show_page(overview(page, narrow=self._narrow, writable=writable), keep_place=keep_place)

    def _label_tabs(self) -> None:
        """Name the tabs, with the numbers of quotes and sources where there is room."""
        page = self._page
        counts = {"quotes": len(page.quotes), "sources": len(page.sources), "notes": len(page.notes)} if page else {}
        for numbered in (True, False):
            for at, tab in enumerate(TABS):
                count = counts.get(tab) if numbered else None
                self.tabs.setTabText(at, f"{LABELS[tab]} ({count})" if count else LABELS[tab])
            if self.tabs.sizeHint().width() <= self.width() - 2 * MARGIN:
                break

    def _show_place(self, *, again: bool = False) -> None:
        """Bring the tab and the target of the address into view; what is only read `again` stays in its place."""
        target, _ = target_place(self._address.target)
        kind, _, key = target.partition(":")
        cite = self._cite(kind, key)
        tab = self._address.tab
        if kind == "quote" and not (cite and cite.source):
            tab = "quotes"  # it was recalled: there is no source to show it in
        elif kind == "value" and not (cite and cite.source):
            tab = "overview"
            self.said.emit(UNCITED.get(key, ""))
        at = TABS.index(tab)
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(at)
        self.tabs.blockSignals(False)
        self._show_part(tab)
        if tab == "sources":
            self._show_source(kind, cite)
        elif kind in ("quote", "record") and not again and not self._return:
            self._scroll_to(tab, key.rpartition(":")[2])
        self._go_back()
        self.shown.emit()

    def _go_back(self) -> None:
        """Go to the place at which one was when the page was left."""
        place, self._return = self._return, None
        if place and isinstance(place.inside, ReaderPlace):
            self.sources.reader.return_to(place.inside)
        elif place and isinstance(place.inside, PagePlace):
            self._browsers()[place.part].return_to(place.inside)

    def _browsers(self) -> dict[str, PageBrowser]:
        return {"overview": self.overview, "quotes": self.quotes, "notes": self.notes, "sources": self.sources.list}

    def _scroll_to(self, tab: str, uid: str) -> None:
        """Bring the line of a record into view, on a tab that has such lines, and put the keyboard on it."""
        browser = self._browsers().get(tab)
        if browser:
            browser.go_to(uid)

    def _show_part(self, tab: str) -> None:
        parts = {"overview": self.overview, "quotes": self.quotes, "sources": self.sources, "notes": self.notes}
        if tab == "history":
            self.history.show_record(self.record())
            self._stack.setCurrentWidget(self.history)
        elif tab == "edit":
            self.work.show_meeting(self.record())
            self.work.show_target(self._address.target)
            self._stack.setCurrentWidget(self.work)
        else:
            self._stack.setCurrentWidget(parts[tab])

    def _show_source(self, kind: str, cite: Cite | None) -> None:
        """Show a source with a passage, or what the address names on it, which the reader looks up."""
        if kind in ("quote", "value") and cite and cite.source:
            self.sources.show_source(f"cite:{cite.id}")
        elif kind in ("cite", "row", "source", "uses", "note"):
            self.sources.show_source(self._address.target)
        else:
            self.sources.show_list()

    def _cite(self, kind: str, key: str) -> Cite | None:
        """The citation that an address names: by its number, by its quote, or by the value that it stands behind."""
        if not self._page:
            return None
        if kind == "cite":
            return next((cite for cite in self._page.cites if str(cite.id) == key), None)
        if kind == "value":
            return self._page.best_cite(DAY_FIELDS if key == DAYS else (key,))
        of_quote = [cite for cite in self._page.cites if kind == cite.record_kind == "quote" and cite.record_uid == key]
        return next((cite for cite in of_quote if cite.exact), of_quote[0] if of_quote else None)

    def _follow(self, link: str) -> None:
        kind, _, key = link.partition(":")
        if kind == "copy":
            self._copy(key)
        elif kind == ADOPT:
            self.strip.ask(key)
        elif kind == LEAVE_OPEN:
            readings.leave_open(self._session, key)
        elif kind == "evidence":
            self.go_requested.emit(Address("", "evidence", "record:{}:{}".format(*self.record())))
        elif kind == "record":
            self.record_requested.emit(Record(*key.split(":", 1)))
        elif kind == "check":
            self.go_requested.emit(Address("", "check", f"quote:{key}"))
        elif kind in ("cite", "quote", "source", "uses", "value"):
            self.go_requested.emit(Address(self._address.uid, "sources", link))

    def _copy(self, uid: str) -> None:
        for line in self._page.quotes if self._page else []:
            if line.uid == uid:
                QGuiApplication.clipboard().setText(citation_text(line))
                self.said.emit("The quote was copied with its speaker, day and source.")

    def _choose_tab(self, at: int) -> None:
        self.go_requested.emit(Address(self._address.uid, TABS[at]))

    def _click_tab(self, at: int) -> None:
        """A click on the present tab leads back to its beginning."""
        if at == self.tabs.currentIndex() and self._address.target:
            self._choose_tab(at)

    def _is_narrow(self) -> bool:
        """Whether the page has no room for columns."""
        return self.width() < theme.px(NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._label_tabs()
        if self._page and self._narrow != self._is_narrow():
            self._show_overview(self._page, keep_place=True)
        super().resizeEvent(event)


def _page_or_why(library: Library, uid: str, cancel: Cancel) -> MeetingPage | Gone:
    """The page of a meeting; else the reason why there is none, to be said in its place."""
    try:
        return meeting_page.read(library, uid, cancel)
    except Gone as gone:
        return gone
