"""Puts the program together: look, settings, library, window, and a second start that finds the first."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QLockFile, Qt, QTimer
from PySide6.QtWidgets import QApplication

from db import Cancel, KnownError, Library
from db.errors import IndexDamaged
from desktop import memory, places
from desktop.about import APP_ID, NAME, VERSION
from desktop.icons import app_icon
from desktop.session import Session
from desktop.settings import THEME, ZOOM, Settings
from desktop.tasks import Tasks
from desktop.theme import MORE_FONTS, load_fonts, theme
from desktop.trouble import Trouble
from desktop.window import MainWindow

SWITCH = 0.0002  # seconds after which a worker thread that computes gives way to the GUI thread; Python's own is 0.005
PATIENCE = 300  # milliseconds after which the rest of a start follows all the same: the list may stay empty


class Application:
    """The running program with its one window."""

    def __init__(self, arguments: list[str]) -> None:
        sys.setswitchinterval(SWITCH)
        memory.give_back_large_blocks()
        self.qt = QApplication.instance() or QApplication(arguments)
        assert isinstance(self.qt, QApplication)
        self.qt.setApplicationName(NAME)
        self.qt.setApplicationVersion(VERSION)
        self.qt.setDesktopFileName(APP_ID)
        self.qt.setStyle("Fusion")
        load_fonts()
        self.settings = Settings()
        theme.apply(self.settings.get(THEME), self.settings.get(ZOOM))
        self._settled = False
        self._link = ""
        self.trouble = Trouble()
        self.trouble.catch_all()
        self.tasks = Tasks()
        self.tasks.failed.connect(self._failed)
        self.session = Session(self.tasks)
        self.window = MainWindow(self.session, self.settings, self.trouble)
        self.trouble.bug.connect(self._show_bug)

    def start(self, file: Path | None, problem: KnownError | None = None, link: str = "") -> None:
        """Show the window with a library: the one named, else the person's own copy of the shipped one.

        The problem, if there is one, is why there is no folder for that copy. A link is opened in the library.
        """
        self._link = link
        if file is not None:
            self.window.open_path(file)
        elif problem:
            self.trouble.tell(problem)
        elif places.is_there(own := places.data_folder() / places.LIBRARY_NAME):
            self.window.open_path(own)
        else:
            self.window.say("Making your copy of the shipped library …")
            self.tasks.read(lambda _: places.own_copy(), self.window.open_path)
        self.window.meetings.list.delegate.painted.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        QTimer.singleShot(PATIENCE, self._settle)
        self.window.show()

    def stop(self) -> None:
        """Finish what is being written and close the library."""
        self.session.close()
        self.tasks.close()

    def listen(self) -> None:
        """Hear of later starts: come forward, and open the file that they name."""
        from desktop.first_window import FirstWindow

        FirstWindow(places.data_folder(), self.window).called.connect(self._called)

    def _failed(self, error: Exception) -> None:
        """Work in the background failed; an index can be made anew, all else is told."""
        if isinstance(error, IndexDamaged) and self.session.is_open:
            self.window.indexing.mend(error)
        else:
            self.trouble.tell(error)

    def _called(self, file: str, link: str) -> None:
        self.window.bring_to_front()
        if file:
            self.window.open_path(Path(file))
        if link and self._settled and self.session.is_open:
            self.window.searching.open_link(link)
        elif link:
            self._link = link

    def _settle(self) -> None:
        """What can wait until the list is painted; done once."""
        if self._settled:
            return
        self._settled = True
        self.window.finish()
        self.window.menus.dress()
        self.window.setWindowIcon(app_icon())
        load_fonts(MORE_FONTS)
        self.session.opened.connect(self._opened)
        if self.session.is_open:
            self._opened()
        gc.freeze()  # what is there now stays: looking through it for garbage again and again held the window for 25 ms

    def _opened(self) -> None:
        self._check()
        if self._link:
            self.window.searching.open_link(self._link)
            self._link = ""

    def _check(self) -> None:
        """Look, in the background, whether the file is sound."""
        self.session.read(_quick_check, self._checked)

    def _checked(self, problem: str | None) -> None:
        if problem:
            self.window.banner.say(
                f"This library is damaged ({problem}). Keep the file as it is, and open a backup or a copy of it.",
            )

    def _show_bug(self, report: str) -> None:
        from desktop.dialogs.bug_dialog import BugDialog

        if not hasattr(self, "_bugs"):
            self._bugs = BugDialog(self.window)
        self._bugs.add(report)


def _quick_check(library: Library, cancel: Cancel) -> str | None:
    from db import copying, indexing

    problem = copying.quick_check(library, cancel)
    if not problem:
        indexing.check(library, cancel)  # after the other, which read all of a file that was not in memory
    return problem


def run(arguments: list[str], file: Path | None, link: str = "") -> int:
    """Run the program until its window is closed; the exit code. A link is opened in the library."""
    lock, problem = _instance_lock()
    first = lock is not None and lock.tryLock(0)
    if lock and not first and _call_first(file, link):
        return 0
    app = Application(arguments)
    app.start(file, problem, link)
    if first:
        QTimer.singleShot(0, app.listen)
    code = app.qt.exec()
    app.stop()
    return code


def _instance_lock() -> tuple[QLockFile | None, KnownError | None]:
    """The lock by which a start sees whether it is the first; or why there is no folder to lock."""
    try:
        lock = QLockFile(str(places.data_folder() / ".parley.lock"))
    except KnownError as error:
        return None, error
    lock.setStaleLockTime(0)
    return lock, None


def _call_first(file: Path | None, link: str) -> bool:
    """Ask the window of the first start to come forward, with a file and a link to open; whether it answered."""
    from desktop import first_window

    return first_window.call_first(places.data_folder(), file, link)
