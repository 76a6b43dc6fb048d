"""What hands do in the window, without waiting for what the program makes of it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db import Cancel
from desktop.trail import Address

HERE = Address("astana-04", "edit")
"""The tab Edit of Round 4."""


def outcomes(window):
    """The uids of the outcomes of Round 4, in order."""
    return [outcome.uid for outcome in window.session.library.outcomes.of_meeting("astana-04")]


def choose(window, qtbot, work, record):
    """Choose a line; the form of its record, once it is filled."""
    work.list.select(record)
    qtbot.waitUntil(lambda: window.editing.form.records == [record])
    qtbot.waitUntil(lambda: not window.session.tasks.busy)
    return window.editing.form.form


def choose_entry(box, words):
    """Choose the entry of a box that begins with some words."""
    at = next(at for at in range(box.count()) if box.itemText(at).startswith(words))
    box.setCurrentIndex(at)
    box.activated.emit(at)


def click(window, view, index):
    """Press on a row, as a hand does: the focus goes to its list first."""
    view.scrollTo(index)
    at = view.viewport().mapTo(window, view.visualRect(index).center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def in_focus() -> QWidget:
    """What has the focus."""
    widget = QApplication.focusWidget()
    assert widget
    return widget


def put(form, **texts):
    """Put texts into the fields of a form and leave each."""
    for name, text in texts.items():
        form.fields[name].show_text(text)
        form.fields[name].left.emit()


def labels(library):
    """What the steps of a library are called, the newest first."""
    return [step.label for step in library.history.steps(Cancel())]


def newest(window):
    """What the newest step is called."""
    return window.session.library.history.steps(Cancel(), limit=1)[0].label
