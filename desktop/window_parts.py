"""The parts of the main window that are built when they are first needed: the list of meetings is painted before."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from desktop.panes import reach_after

if TYPE_CHECKING:
    from desktop.anchor_notice import AnchorNotice
    from desktop.editing import Editing
    from desktop.handlers import Handlers
    from desktop.importing import Importing
    from desktop.indexing import Indexing
    from desktop.library_pages import LibraryPages
    from desktop.look import Look
    from desktop.searching import Searching
    from desktop.views.front_panel import FrontPanel
    from desktop.views.meeting_panel import MeetingPanel
    from desktop.views.quotes_panel import QuotesPanel
    from desktop.window import MainWindow


class WindowParts:
    """What `window.<part>` reaches; each knows the window and is wired to it here."""

    @property
    def _window(self) -> MainWindow:
        return cast("MainWindow", self)

    @cached_property
    def front(self) -> FrontPanel:
        """The title page of the library."""
        from desktop.views.front_panel import FrontPanel

        panel = FrontPanel(self._window.session, self._window)
        panel.go_requested.connect(self._window.trail.go)
        panel.quotes_requested.connect(self._window.show_all_quotes)
        panel.meetings_requested.connect(self._window.meetings.show_kind)
        self._window.pages.addWidget(panel)
        reach_after(self._window.meetings.last_stop, panel)
        return panel

    @cached_property
    def meeting(self) -> MeetingPanel:
        """The page of a meeting."""
        from desktop.views.meeting_panel import MeetingPanel

        panel = MeetingPanel(self._window.session, self._window)
        panel.go_requested.connect(self._window.trail.go)
        panel.turn_requested.connect(self._window.trail.turn)
        panel.said.connect(self._window.say)
        panel.pointed.connect(self._window.status_line.point)
        panel.shown.connect(self._window.refresh_actions)
        self.editing.serve_meeting(panel)
        self._window.pages.addWidget(panel)
        reach_after(self._window.meetings.last_stop, panel)
        return panel

    @cached_property
    def quotes(self) -> QuotesPanel:
        """The quote search."""
        from desktop.models.quote_list import QuoteListModel
        from desktop.settings import NARROW, ORDER
        from desktop.views.quotes_panel import QuotesPanel

        session, settings = self._window.session, self._window.settings
        model = QuoteListModel(session, self._window)
        order, narrow = settings.get(ORDER), settings.get(NARROW)
        panel = QuotesPanel(session, model, self._window, order=order, narrow=narrow)
        panel.narrow_chosen.connect(lambda shown: settings.put(NARROW, shown))
        panel.open_requested.connect(self._window.open_quote)
        panel.order_chosen.connect(lambda order: settings.put(ORDER, order))
        panel.said.connect(self._window.say)
        self._window.right.hold(panel)
        return panel

    @cached_property
    def editing(self) -> Editing:
        """The forms."""
        from desktop.editing import Editing

        return Editing(self._window)

    @cached_property
    def library_pages(self) -> LibraryPages:
        """Registers, notes, history."""
        from desktop.library_pages import LibraryPages

        return LibraryPages(self._window, self._window.pages)

    @cached_property
    def importing(self) -> Importing:
        """Documents that are chosen, dropped or pasted."""
        from desktop.importing import Importing

        return Importing(self._window)

    @cached_property
    def indexing(self) -> Indexing:
        """The indexes of quotes and records, made ready in the background."""
        from desktop.indexing import Indexing

        return Indexing(self._window)

    @cached_property
    def anchor_notice(self) -> AnchorNotice:
        """What is said when passages lost their place."""
        from desktop.anchor_notice import AnchorNotice

        notice = AnchorNotice(self._window.session, self._window.banner, self._window)
        notice.go_requested.connect(self._window.trail.go)
        return notice

    @cached_property
    def searching(self) -> Searching:
        """Searches that are kept, sent as links, and come back to."""
        from desktop.searching import Searching

        return Searching(self._window)

    @cached_property
    def look(self) -> Look:
        """Theme and zoom."""
        from desktop.look import Look

        return Look(self._window)

    @cached_property
    def handlers(self) -> Handlers:
        """What each action does."""
        from desktop.handlers import Handlers

        return Handlers(self._window)
