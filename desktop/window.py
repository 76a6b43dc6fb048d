"""The main window: builds the panes, wires them to each other, and hosts them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from db import Changes
from desktop import places
from desktop.about import NAME
from desktop.actions import make_actions
from desktop.commands import edit, libraries
from desktop.dialogs import choose
from desktop.icons import icon
from desktop.menus import Menus
from desktop.models.meeting_list import MeetingListModel
from desktop.models.quote_list import QuoteListModel
from desktop.session import Session
from desktop.settings import GEOMETRY, PANES, PLACE, QUOTES_SHOWN, THEME, ZOOM, Settings
from desktop.theme import ZOOMS, theme
from desktop.trail import Address, Trail
from desktop.trouble import Trouble
from desktop.views.front_panel import FrontPanel
from desktop.views.meeting_list_panel import MeetingListPanel
from desktop.views.meeting_panel import MeetingPanel
from desktop.views.quotes_panel import QuotesPanel
from desktop.widgets.banner import Banner
from desktop.widgets.plain_text import plain_label

SIZE = (1280, 800)
FRAME = 40  # room for the frame that the desktop draws around the window
LEFT, RIGHT = (300, 26), (380, 31)  # widths of the side panes at 100 %, and their largest share of the window


class MainWindow(QMainWindow):
    """Round list, meeting page and quote search of one library."""

    def __init__(self, session: Session, settings: Settings, trouble: Trouble) -> None:
        super().__init__()
        self.setWindowTitle(NAME)
        self.setAcceptDrops(True)
        self.session, self.settings, self.trouble = session, settings, trouble
        self.trail = Trail(self)
        self.meetings = MeetingListPanel(MeetingListModel(session, self), self)
        self.front = FrontPanel(session, self)
        self.meeting = MeetingPanel(session, self)
        self.quotes = QuotesPanel(session, QuoteListModel(session, self), self)
        self.banner = Banner(self)
        self.actions_by_name = make_actions(self)
        self.menus = Menus(self, self.actions_by_name, settings)
        self._file = plain_label(name="file")
        self._lay_out()
        self._connect()
        self._restore()

    def _lay_out(self) -> None:
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.front)
        self._pages.addWidget(self.meeting)
        centre = QWidget(self)
        centre.setObjectName("page")
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self._pages, 1)
        self._panes = QSplitter(Qt.Orientation.Horizontal, self, childrenCollapsible=False, handleWidth=1)
        for pane, least, stretch in ((self.meetings, 180, 0), (centre, 280, 1), (self.quotes, 220, 0)):
            pane.setMinimumWidth(least)
            self._panes.addWidget(pane)
            self._panes.setStretchFactor(self._panes.count() - 1, stretch)
        self.setCentralWidget(self._panes)
        self.statusBar().addPermanentWidget(self._file)
        self.statusBar().setSizeGripEnabled(False)

    def _connect(self) -> None:
        self.front.go_requested.connect(self.trail.go)
        self.meeting.go_requested.connect(self.trail.go)
        self.meeting.said.connect(self.say)
        self.meetings.open_requested.connect(self._open_meeting)
        self.menus.recent_chosen.connect(self.open_path)
        self.menus.theme_chosen.connect(self._set_theme)
        self.menus.triggered.connect(self._act)
        self.quotes.copied.connect(self.say)
        self.quotes.open_requested.connect(self._open_quote)
        self.session.changed.connect(self._changed)
        self.session.opened.connect(self._opened)
        self.trail.moved.connect(self._show)
        self.trouble.known.connect(self.banner.say)

    def _restore(self) -> None:
        if not self.restoreGeometry(self.settings.get(GEOMETRY)):
            room = self.screen().availableSize()
            self.resize(min(SIZE[0], room.width() - FRAME), min(SIZE[1], room.height() - FRAME))
        if not self._panes.restoreState(self.settings.get(PANES)):
            self._share_out()
        self.quotes.setVisible(self.settings.get(QUOTES_SHOWN))
        self._refresh_actions()

    def open_path(self, path: Path) -> None:
        """Open a library; what is wrong with it is said in the window, and the present one stays."""
        try:
            libraries.open_library(self.session, self.settings, path)
        except Exception as error:  # noqa: BLE001 - the one place that shows errors sorts them
            self.trouble.tell(error)

    def say(self, sentence: str) -> None:
        """Say something in passing, in the status line."""
        self.statusBar().showMessage(sentence, 8000)

    def bring_to_front(self) -> None:
        """Show the window above the others, as after a second start."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized | Qt.WindowState.WindowActive)
        self.show()
        self.raise_()
        self.activateWindow()

    def _opened(self) -> None:
        library = self.session.library
        self.setWindowTitle(f"{library.path.stem} – {NAME}")
        self.banner.hide()
        self.statusBar().clearMessage()
        if library.read_only:
            self.banner.say(library.read_only, "Save a copy…", self._save_copy)
        self._file.setText("read only" if library.read_only else "every change is saved")
        self._file.setToolTip(str(library.path))
        self.trail.clear()
        kept, _, place = self.settings.get(PLACE).partition("\n")
        self.trail.go(Address.parse(place) if kept == str(library.path) else Address())
        self._refresh_actions()

    def _show(self, address: Address) -> None:
        self._pages.setCurrentWidget(self.meeting if address.uid else self.front)
        self.meetings.show_meeting(address.uid)
        if address.uid:
            self.meeting.show_address(address)
        self._refresh_actions()

    def _open_meeting(self, uid: str) -> None:
        here = self.trail.here
        self.trail.go(Address(uid, here.tab if here.uid else "overview"))

    def _open_quote(self, meeting: str, quote: str) -> None:
        self.trail.go(Address(meeting, "sources", f"quote:{quote}"))

    def _changed(self, changes: Changes) -> None:
        self.say(f"{changes.label}: saved.")
        self._refresh_actions()

    def _refresh_actions(self) -> None:
        self.menus.refresh(self.trail, self.session)

    def _act(self, name: str) -> None:
        """Do the action of a name."""
        steps = {
            "new_library": self._new_library, "open_library": self._open_library, "open_shipped": self._open_shipped,
            "save_copy": self._save_copy, "quit": self.close, "copy_quote": self.quotes.copy,
            "undo": lambda: edit.undo(self.session), "redo": lambda: edit.redo(self.session),
            "find_quotes": self._find_quotes, "filter_meetings": self.meetings.filter.setFocus,
            "show_quotes": lambda: self.quotes.setVisible(self.quotes.isHidden()),
            "zoom_in": lambda: self._zoom(1), "zoom_out": lambda: self._zoom(-1), "zoom_reset": lambda: self._zoom(0),
            "back": self.trail.back, "forward": self.trail.forward, "title_page": lambda: self.trail.go(Address()),
            "next_meeting": lambda: self.meetings.list.step(1),
            "previous_meeting": lambda: self.meetings.list.step(-1),
            "search_help": lambda: choose.show_search_help(self), "about": lambda: choose.show_about(self),
        }  # fmt: skip
        steps[name]()

    def _find_quotes(self) -> None:
        self.quotes.show()
        self.quotes.field.setFocus()
        self.quotes.field.selectAll()

    def _new_library(self) -> None:
        choose.new_file(self, lambda path: self._try(libraries.new_library, path))

    def _open_library(self) -> None:
        choose.existing_file(self, self.open_path)

    def _open_shipped(self) -> None:
        self.say("Making a fresh copy …")
        self.session.tasks.read(lambda _: places.fresh_copy(), self.open_path)

    def _save_copy(self) -> None:
        choose.copy_file(
            self, lambda path: libraries.save_copy(self.session, path, lambda at: self.say(f"Copied to “{at.name}”."))
        )

    def _try(self, command, path: Path) -> None:  # noqa: ANN001
        try:
            command(self.session, self.settings, path)
        except Exception as error:  # noqa: BLE001 - the one place that shows errors sorts them
            self.trouble.tell(error)

    def _set_theme(self, scheme: str) -> None:
        self.settings.put(THEME, scheme)
        self._dress()

    def _zoom(self, step: int) -> None:
        at = min(range(len(ZOOMS)), key=lambda n: abs(ZOOMS[n] - theme.zoom))
        zoom = ZOOMS[max(0, min(len(ZOOMS) - 1, at + step))] if step else 100
        self.settings.put(ZOOM, zoom)
        self._dress()
        self._share_out()
        self.say(f"Zoom {zoom} %")

    def _share_out(self) -> None:
        """Give the side panes widths that go with the zoom, as far as the window has room."""
        left, right = (min(width * theme.zoom, self.width() * share) // 100 for width, share in (LEFT, RIGHT))
        self._panes.setSizes([left, self.width() - left - right, right])

    def _dress(self) -> None:
        """Give everything the look of the settings."""
        theme.apply(self.settings.get(THEME), self.settings.get(ZOOM))
        self.menus.dress(icon)
        self.front.redraw()
        self.meeting.redraw()
        self.meetings.list.scheduleDelayedItemsLayout()
        self.quotes.list.fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.put(GEOMETRY, self.saveGeometry().data())
        self.settings.put(PANES, self._panes.saveState().data())
        self.settings.put(QUOTES_SHOWN, not self.quotes.isHidden())
        if self.session.is_open:
            self.settings.put(PLACE, f"{self.session.library.path}\n{self.trail.here}")
        self.settings.sync()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        chosen = next((path for path in paths if path.suffix == places.SUFFIX), paths[0])
        event.acceptProposedAction()
        self.open_path(chosen)
