"""The main window: builds the panes, wires them to each other, and hosts them.

The list of meetings is built first, and painted; the other panes are built when they are first needed, at the latest
in `finish`, which runs right after that paint.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from db import Changes
from desktop.about import NAME
from desktop.actions import make_actions
from desktop.commands import libraries
from desktop.menus import Menus
from desktop.models.meeting_list import MeetingListModel
from desktop.panes import Panes
from desktop.places import SUFFIX
from desktop.session import Session
from desktop.settings import GEOMETRY, PANES, PLACE, QUOTES_SHOWN, Settings
from desktop.trail import Address, Trail
from desktop.trouble import Trouble
from desktop.views.find_field import FindField
from desktop.views.meeting_list_panel import MeetingListPanel
from desktop.widgets.banner import Banner
from desktop.widgets.plain_text import plain_label, tooltip
from desktop.widgets.rest_stack import RestStack
from desktop.widgets.status_line import StatusLine
from desktop.window_parts import WindowParts

if TYPE_CHECKING:
    from desktop.views.source_reader import SourceReader

SIZE = (1280, 800)
EDGE = 14  # pixels that the side panes leave at their left
FRAME = 40  # room for the frame that the desktop draws around the window


class MainWindow(WindowParts, QMainWindow):
    """Round list, meeting page and quote search of one library."""

    def __init__(self, session: Session, settings: Settings, trouble: Trouble) -> None:
        super().__init__()
        self.setWindowTitle(NAME)
        self.setAcceptDrops(True)
        self.session, self.settings, self.trouble = session, settings, trouble
        self.trail = Trail(self)
        self.meetings = MeetingListPanel(MeetingListModel(session, self), self)
        self.banner = Banner(self)
        self.actions_by_name = make_actions(self)
        self.find_field = FindField(session, self)
        self.menus = Menus(self, self.actions_by_name, settings, self.find_field)
        self.pages = RestStack(self)
        self.panes = Panes(self.meetings, self)
        self.centre, self.right = self.panes.centre, self.panes.right
        self._file = plain_label(name="file")
        self._finished = False
        self._lay_out()
        self._connect()
        self._restore()

    def _lay_out(self) -> None:
        self.centre.hold(self.banner)
        self.centre.hold(self.pages, 1)
        self.setCentralWidget(self.panes)
        self.status_line = StatusLine(EDGE, self)
        self.setStatusBar(self.status_line)
        self.status_line.addPermanentWidget(self._file)

    def _connect(self) -> None:
        self.find_field.go_requested.connect(self.trail.go)
        self.find_field.left.connect(self._lead_to_page)
        self.meetings.open_requested.connect(self._open_meeting)
        self.meetings.value_requested.connect(lambda uid, value: self.trail.go(Address(uid, "sources", value)))
        self.menus.recent_chosen.connect(self.open_path)
        self.menus.theme_chosen.connect(self._set_theme)
        self.menus.triggered.connect(self._act)
        self.session.changed.connect(self._changed)
        self.session.opened.connect(self._opened)
        self.trail.leaving.connect(self._keep_place)
        self.trail.leaving.connect(lambda: self.status_line.point(""))
        self.trail.moved.connect(self._show)
        self.trouble.known.connect(self._say_trouble)

    def _restore(self) -> None:
        if not self.restoreGeometry(self.settings.get(GEOMETRY)):
            room = self.screen().availableSize()
            self.resize(min(SIZE[0], room.width() - FRAME), min(SIZE[1], room.height() - FRAME))
        if not self.panes.restoreState(self.settings.get(PANES)):
            self.panes.share_out(self.width())
        self.right.setVisible(self.settings.get(QUOTES_SHOWN))
        self.refresh_actions()

    def finish(self) -> None:
        """Build what was not needed to show the list, and go to the page that was shown last."""
        if not self._finished:
            self._finished = True
            self.quotes.show()
            self.searching.begin()
            self.editing.drafts.begin()
            self.indexing.begin()
            if self.session.is_open:
                self._go_to_kept_place()

    def open_path(self, path: Path) -> None:
        """Open a library; what is wrong with it is said in the window, and the present one stays."""
        try:
            libraries.open_library(self.session, self.settings, path)
        except Exception as error:  # noqa: BLE001 - the one place that shows errors sorts them
            self.trouble.tell(error)

    def take_in(self, paths: Sequence[Path]) -> None:
        """Open the library that is among files handed over, and import the others into it, or into the present one."""
        library = next((path for path in paths if path.suffix == SUFFIX), None)
        others = [path for path in paths if path.suffix != SUFFIX]
        if library or not self.session.is_open:
            self.open_path(library or paths[0])
        elif others:
            self.importing.take(others)
        if library and others:
            if libraries.is_open(self.session, library):
                self.importing.take(others)
            else:
                self.say(f"“{library.name}” was not opened, so nothing was imported into it.")

    def page_in_view(self) -> QWidget:
        """The text that the middle pane shows."""
        if self.pages.currentWidget() is self.meeting:
            return self.meeting.text_in_view()
        return self.library_pages.in_view() or self.front

    def reader_in_view(self) -> SourceReader | None:
        """The source that is read in the middle pane; None while another page is shown."""
        here = self.meeting if self.pages.currentWidget() is self.meeting else self.library_pages
        return here.reader_in_view()

    def say(self, sentence: str) -> None:
        """Say something in passing, in the status line."""
        self.status_line.say(sentence)

    def bring_to_front(self) -> None:
        """Show the window above the others, as after a second start."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized | Qt.WindowState.WindowActive)
        self.show()
        self.raise_()
        self.activateWindow()

    def refresh_actions(self) -> None:
        """Offer only what can be done now."""
        self.menus.refresh(self.trail, self.session, self.meeting.record() if self.trail.here.uid else None)

    def _say_trouble(self, sentence: str) -> None:
        if self.editing.stay_open():
            self.banner.say(sentence, "Close all the same", self.editing.close_all_the_same)
        else:
            self.banner.say(sentence)
        if not self.session.is_open:
            self.front.show_no_library()

    def _act(self, name: str) -> None:
        self.handlers.act(name)

    def _opened(self) -> None:
        library = self.session.library
        self.setWindowTitle(f"{library.path.stem} – {NAME}")
        self.banner.hide()
        self.status_line.clearMessage()
        self.meetings.begin()
        if library.read_only:
            self.banner.say(library.read_only, "Save a copy…", lambda: self._act("save_copy"))
        self._file.setText("read only" if library.read_only else "every change is saved")
        self._file.setToolTip(tooltip(str(library.path)))
        if self._finished:
            self._go_to_kept_place()

    def _go_to_kept_place(self) -> None:
        """Show the page that was shown last of this library, else its title page."""
        self.trail.clear()
        kept, _, place = self.settings.get(PLACE).partition("\n")
        self.trail.go(Address.parse(place) if kept == str(self.session.library.path) else Address())

    def _keep_place(self) -> None:
        """Keep where on the page that is left one is."""
        if self.pages.currentWidget() is self.meeting:
            self.trail.keep(self.meeting.place())
        elif self.pages.currentWidget() is self.front:
            self.trail.keep(self.front.place())
        else:
            self.trail.keep(self.library_pages.place())

    def _show(self, address: Address) -> None:
        place = self.trail.place
        self.meetings.show_meeting(address.uid)
        self.editing.follow(address)
        if address.uid:
            self.meeting.show_address(address, place)
            self.pages.setCurrentWidget(self.meeting)
        elif address.tab == "overview":
            self.pages.setCurrentWidget(self.front)
            if place:
                self.front.return_to(place)
        else:
            self.library_pages.show(address, place)
        self.refresh_actions()

    def _open_meeting(self, uid: str) -> None:
        here = self.trail.here
        self.trail.go(Address(uid, here.tab if here.uid else "overview"))

    def open_quote(self, meeting: str, quote: str) -> None:
        """Show a quote in its source, or among those of its meeting."""
        self.trail.go(Address(meeting, "sources" if meeting else "source", f"quote:{quote}"))

    def show_all_quotes(self) -> None:
        """Show the list of all quotes, and lead into it."""
        self.editing.close()
        self.right.show()
        self.quotes.clear()
        self.quotes.list.setFocus()

    def _lead_to_page(self) -> None:
        self.page_in_view().setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_theme(self, scheme: str) -> None:
        self.look.set_theme(scheme)

    def _changed(self, changes: Changes) -> None:
        self.say(f"{changes.label}: saved.")
        self.anchor_notice.look(changes)
        self.refresh_actions()

    def event(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.UpdateRequest:
            return super().event(event)
        self.session.tasks.way.enter()  # the event that paints all that has changed
        try:
            return super().event(event)
        finally:
            self.session.tasks.way.leave()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.editing.may_close():
            event.ignore()
            return
        self.settings.put(GEOMETRY, self.saveGeometry().data())
        self.settings.put(PANES, self.panes.saveState().data())
        self.settings.put(QUOTES_SHOWN, self.editing.right_was_shown)
        if self.session.is_open and self._finished:
            self.settings.put(PLACE, f"{self.session.library.path}\n{self.trail.here}")
        self.settings.sync()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.take_in(paths)
