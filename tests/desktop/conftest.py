"""A folder of its own for each test, real libraries, and the program itself."""

import gc
import os
import shutil
import sys
import threading
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from db import dataset
from desktop.application import Application
from desktop.commands import libraries
from desktop.session import Session
from desktop.settings import Settings
from desktop.tasks import READERS, Tasks
from desktop.theme import theme
from desktop.trail import Address

NO_WINDOW_MANAGER = "This plugin does not support (propagateSizeHints|raise)"


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(NO_WINDOW_MANAGER, extend=True))


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch, qapp):
    """The folder of a person who never started Parley; look and clipboard as at a start."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("PARLEY_HOME", str(folder))
    QGuiApplication.clipboard().clear()
    yield folder
    if (theme.dark, theme.zoom) != (False, 100):
        theme.apply("light", 100)


@pytest.fixture(scope="session")
def shipped_file(tmp_path_factory):
    """The library that ships, to be copied."""
    path = tmp_path_factory.mktemp("shipped") / "astana.parley"
    dataset.build(path)
    return path


@pytest.fixture
def astana(shipped_file, tmp_path):
    """A copy of the library that ships."""
    return Path(shutil.copy(shipped_file, tmp_path / "astana.parley"))


@pytest.fixture
def settings():
    """The settings of this test."""
    return Settings()


@pytest.fixture
def tasks(qtbot):
    """Worker threads, ended with the test."""
    tasks = Tasks()
    yield tasks
    tasks.close()
    deliver_what_landed()


@pytest.fixture
def session(tasks):
    """A session with no library yet."""
    session = Session(tasks)
    yield session
    session.close()


@pytest.fixture
def open_file(session, settings, qtbot):
    """Opens a library in the session; gives it once all is read."""

    def open_file(path):
        libraries.open_library(session, settings, path)
        qtbot.waitUntil(lambda: not session.tasks.busy)
        return session.library

    return open_file


@pytest.fixture
def bugs():
    """The reports of bugs that the program gave; a test that expects some takes them out."""
    reports = []
    yield reports
    assert reports == []


@pytest.fixture
def start(qtbot, monkeypatch, bugs):
    """Starts the program with a file, or with none; gives it once all is shown."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    started = []

    def start(file=None, problem=None, link=""):
        app = Application(["parley"])
        started.append(app)
        app.trouble.bug.connect(bugs.append)
        app.start(file, problem, link)
        qtbot.waitUntil(lambda: not app.tasks.busy and not app.window.windowIcon().isNull())
        return app

    yield start
    for app in started:
        app.window.close()
        app.stop()
        deliver_what_landed()
        app.window.deleteLater()
        app.qt.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.unfreeze()


@pytest.fixture
def app(start, astana):
    """The program with a copy of the library that ships."""
    return start(astana)


@pytest.fixture
def window(app):
    """Its window."""
    return app.window


@pytest.fixture
def idle(qtbot):
    """Waits until a program or a session has nothing under way."""

    def idle(of):
        qtbot.waitUntil(lambda: not of.tasks.busy)

    return idle


@pytest.fixture
def go(window, idle):
    """Goes to an address in the window and waits until it is shown."""

    def go(*address):
        window.trail.go(Address(*address))
        idle(window.session)

    return go


@pytest.fixture
def back(window, idle):
    """Goes back in the window and waits until that is shown."""

    def back():
        window.actions_by_name["back"].trigger()
        idle(window.session)

    return back


@pytest.fixture
def finish_reads(tasks):
    """Lets all reads asked for so far end, without their results being handed over."""

    def finish_reads():
        together = threading.Barrier(READERS + 1)
        for _ in range(READERS):
            tasks.read(lambda _: together.wait(), lambda _: None)
        together.wait()

    return finish_reads


def deliver_what_landed():
    """Hand over results that wait, so that none reaches the next test."""
    QApplication.sendPostedEvents()


@pytest.fixture
def work(window, idle, qtbot):
    """The tab Edit of Round 4, in a window that is active."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.trail.go(Address("astana-04", "edit"))
    idle(window.session)
    work = window.meeting.work
    qtbot.waitUntil(lambda: work.list.model().rowCount() > 10)
    return work
