"""The page of suggested quotes, opened with a library of talks, and what one does and reads on it."""

import pytest
from PySide6.QtWidgets import QLabel

from db import Cancel, Library
from desktop.views.suggestions_panel import SuggestionsPanel
from tests.desktop.suggested import fill


@pytest.fixture
def talks(open_file, tmp_path):
    """The uids of that library, which is open."""
    path = tmp_path / "talks.parley"
    with Library.create(path, "Talks") as library:
        talks = fill(library)
    open_file(path)
    return talks


@pytest.fixture
def library(session, talks):
    """That library."""
    return session.library


@pytest.fixture
def panel(session, talks, qtbot):
    """The page, shown in a window that is active, with the suggestions of the source."""
    panel = SuggestionsPanel(session)
    qtbot.addWidget(panel)
    panel.resize(640, 720)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    show(panel, talks.source, qtbot)
    return panel


def show(panel, source, qtbot):
    """Show the suggestions of a source."""
    panel.show_target(f"source:{source}")
    wait(panel, qtbot)


def wait(panel, qtbot):
    """Wait until all is read and stored."""
    qtbot.waitUntil(lambda: not panel._session.tasks.busy)


def said(panel):
    """All sentences that are shown."""
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def states(panel):
    """What was decided about each suggestion, in order."""
    model = panel.list.model()
    return [model.row(model.index(at)).state for at in range(model.rowCount())]


def press(panel, qtbot, *keys):
    """Press keys in the list."""
    for key in keys:
        qtbot.keyClick(panel.list, key)


def quotes(library):
    """The words of all quotes of a library."""
    return [quote.text for quote in library.quotes.all(Cancel())]
