"""Puts the program together: look, settings, library, window, and a second start that finds the first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from db import KnownError, copying
from desktop import places
from desktop.about import APP_ID, NAME, VERSION
from desktop.icons import app_icon, icon
from desktop.session import Session
from desktop.settings import THEME, ZOOM, Settings
from desktop.tasks import Tasks
from desktop.theme import MORE_FONTS, load_fonts, theme
from desktop.trouble import Trouble
from desktop.window import MainWindow


class Application:
    """The running program with its one window."""

    def __init__(self, arguments: list[str]) -> None:
        self.qt = QApplication.instance() or QApplication(arguments)
        assert isinstance(self.qt, QApplication)
        self.qt.setApplicationName(NAME)
        self.qt.setApplicationVersion(VERSION)
        self.qt.setDesktopFileName(APP_ID)
        self.qt.setStyle("Fusion")
        load_fonts()
        self.settings = Settings()
        theme.apply(self.settings.get(THEME), self.settings.get(ZOOM))
        self.trouble = Trouble()
        self.trouble.catch_all()
        self.tasks = Tasks()
        self.tasks.failed.connect(self.trouble.tell)
        self.session = Session(self.tasks)
        self.window = MainWindow(self.session, self.settings, self.trouble)
        self.trouble.bug.connect(self._show_bug)

    def start(self, file: Path | None) -> None:
        """Show the window with a library: the one named, else the person's own copy of the shipped one."""
        own = places.data_folder() / places.LIBRARY_NAME
        if file is not None:
            self.window.open_path(file)
        elif own.exists():
            self.window.open_path(own)
        else:
            self.window.say("Making your copy of the shipped library …")
            self.tasks.read(lambda cancel: places.own_copy(), self.window.open_path)
        self.window.show()
        QTimer.singleShot(0, self._settle)

    def stop(self) -> None:
        """Finish what is being written and close the library."""
        self.session.close()
        self.tasks.close()

    def _settle(self) -> None:
        """What can wait until the window is painted."""
        self.window.menus.dress(icon)
        self.window.setWindowIcon(app_icon())
        load_fonts(MORE_FONTS)
        if self.session.is_open:
            self.session.read(copying.quick_check, self._checked)

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


def run(arguments: list[str], file: Path | None) -> int:
    """Run the program until its window is closed; the exit code."""
    from desktop import first_window

    try:
        folder = places.data_folder()
    except KnownError as error:
        folder, problem = None, str(error)
    app = Application(arguments)
    if folder is None:
        app.window.banner.say(problem)
        app.window.show()
        code = app.qt.exec()
        app.stop()
        return code
    lock = first_window.instance_lock(folder)
    first = lock.tryLock(0)
    if not first and first_window.call_first(folder, file):
        app.stop()
        return 0
    app.start(file)
    if first:
        listener = first_window.FirstWindow(folder, app.window)
        listener.called.connect(lambda path: _answer(app, path))
    code = app.qt.exec()
    app.stop()
    lock.unlock()
    return code


def _answer(app: Application, path: str) -> None:
    """A later start: come to the front, and open its file."""
    app.window.bring_to_front()
    if path:
        app.window.open_path(Path(path))

