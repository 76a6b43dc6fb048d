"""Errors: known ones in the banner, bugs in the one dialog with a report, nothing swallowed."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from db import KnownError
from desktop.about import VERSION
from desktop.dialogs.bug_dialog import BugDialog


def bug_dialogs():
    """The bug dialogs that are open."""
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, BugDialog) and widget.isVisible()]


def report_of(dialog):
    """The report that a dialog shows."""
    return dialog.findChild(QPlainTextEdit).toPlainText()


@pytest.fixture
def taken(bugs):
    """Takes out the reports that the test expects."""

    def taken():
        reports = list(bugs)
        bugs.clear()
        return reports

    return taken


def test_a_bug_in_a_slot_ends_in_the_dialog_and_the_window_goes_on(window, qtbot, taken, capsys):
    QTimer.singleShot(0, [].pop)
    qtbot.waitUntil(lambda: bool(bug_dialogs()))
    (dialog,) = bug_dialogs()
    assert report_of(dialog).startswith(f"Parley {VERSION}, Python 3.")
    assert "IndexError: pop from empty list" in report_of(dialog)
    assert "IndexError: pop from empty list" in capsys.readouterr().err
    assert len(taken()) == 1
    assert window.banner.text() == ""


def test_a_bug_on_a_worker_thread_ends_there_too(app, idle, taken, capsys):
    app.session.run(lambda _: 1 / 0)
    app.session.read(lambda *_: {}["x"], print)
    idle(app)
    (dialog,) = bug_dialogs()
    assert "ZeroDivisionError" in report_of(dialog)
    assert "KeyError" in report_of(dialog)
    assert len(taken()) == 2
    capsys.readouterr()


def test_the_report_can_be_copied_and_the_dialog_closed(window, qtbot, taken, capsys):
    QTimer.singleShot(0, [].pop)
    qtbot.waitUntil(lambda: bool(bug_dialogs()))
    (dialog,) = bug_dialogs()
    buttons = {button.text().replace("&", ""): button for button in dialog.findChildren(QPushButton)}
    buttons["Copy the report"].click()
    assert QGuiApplication.clipboard().text() == report_of(dialog)
    buttons["Close"].click()
    assert bug_dialogs() == []
    taken()
    capsys.readouterr()


def test_a_known_error_is_a_sentence_in_the_banner_wherever_it_comes_from(app, qtbot, idle):
    def fail(*_):
        raise KnownError("The disk is <full>.")

    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: app.window.banner.text() == "The disk is <full>.")
    app.window.banner.hide()
    app.session.run(fail)
    idle(app)
    assert app.window.banner.text() == "The disk is <full>."
    assert app.window.banner.accessibleDescription() == "The disk is <full>."
    assert bug_dialogs() == []
