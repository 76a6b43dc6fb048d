"""From a number, a day or a place to the sentence behind it in one click, and back with one key."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor

from db import Library
from desktop.trail import Address, value_target

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def marked(window, idle):
    """The words that are marked in the source which is shown, once all is read."""

    def marked():
        idle(window.session)
        reader = window.meeting.reader_in_view()
        return reader.marked_text() if reader else None

    return marked


@pytest.fixture
def press(window, qtbot):
    """Presses a place of the row of a meeting, from its left and from its top, with Ctrl held."""

    def press(uid, left, top):
        view = window.meetings.list
        row = view.visualRect(view.model().index_of(uid))
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, CTRL, row.topLeft() + QPoint(left, top))

    return press


def test_what_the_head_of_a_page_says_leads_to_its_passage(window, marked, idle):
    window.trail.go(Address("astana-05"))
    idle(window.session)
    for field, words in (
        ("number", "July 4-5, 2017 (Fifth Meeting)"),
        ("city", "The fifth meeting is taking place in Astana"),
        ("days", "The fifth meeting is taking place in Astana on July 4-5, 2017"),
    ):
        assert f"href='{value_target(field)}'" in window.meeting._kicker.text()
        window.meeting._kicker.linkActivated.emit(value_target(field))
        assert marked() == words
        window.trail.back()
        assert window.trail.here == Address("astana-05")


def test_number_days_and_place_stand_each_with_its_own_citations(window, idle):
    window.trail.go(Address("astana-05"))
    idle(window.session)
    first = window.meeting.overview.toPlainText().replace("\xa0", " ").splitlines()[0]
    assert " ".join(first.split()) == "Round 5 1 2 · 4–5 July 2017 1 2 · Astana 1"


def test_ctrl_and_a_click_in_the_list_of_meetings_lead_there_too(window, marked, press):
    press("astana-02", 34, 26)
    assert marked() == "February 15-16, 2017 (Second Meeting)"
    assert window.trail.here == Address("astana-02", "sources", value_target("number"))
    window.trail.back()
    press("astana-03", 90, 40)
    assert window.trail.here == Address("astana-03", "sources", value_target("days"))
    assert marked() == "March 14-15, 2017 (Third Meeting)"


def test_a_meeting_without_a_number_leads_to_its_days(window, press):
    press("jog-2017-02-06", 34, 26)
    assert window.trail.here == Address("jog-2017-02-06", "sources", value_target("days"))


def test_ctrl_and_enter_do_it_by_keys(window, marked, qtbot):
    view = window.meetings.list
    view.mark(view.model().index_of("astana-04"))
    qtbot.keyClick(view, Qt.Key.Key_Return, CTRL)
    assert marked() == "May 3-4, 2017 (Fourth Meeting)"


def test_the_title_page_leads_from_years_and_days(window, marked):
    window.front.link_pressed.emit("days:astana-01")
    assert marked() == "January 23-24, 2017 (First Meeting)"


def test_of_several_values_on_one_passage_that_which_was_pressed_is_told_first(window, marked, idle):
    window.trail.go(Address("astana-02", "sources", value_target("number")))
    assert marked() == "February 15-16, 2017 (Second Meeting)"
    assert window.meeting.reader_in_view().text.marks_at_caret()[0].field == "number"
    window.trail.go(Address("astana-02", "sources", value_target("days")))
    assert marked() == "February 15-16, 2017 (Second Meeting)"
    assert window.meeting.reader_in_view().text.marks_at_caret()[0].field == "starts"


@pytest.mark.parametrize(("target", "what"), [("number", "number"), ("days", "days"), ("city", "place"), ("x", "")])
def test_where_no_source_is_named_the_page_is_shown_and_that_is_said(start, tmp_path, idle, target, what):
    file = tmp_path / "bare.parley"
    with Library.create(file, "Bare") as library:
        uid = library.meetings.add(kind="round", number=1, title="First", starts="2030-01", city="Geneva")
    window = start(file).window
    idle(window.session)
    window.trail.go(Address(uid, "sources", value_target(target)))
    idle(window.session)
    assert window.page_in_view() is window.meeting.overview
    assert window.statusBar().currentMessage() == (f"No source is named for {plural(what)}." if what else "")


def plural(what):
    return f"these {what}" if what == "days" else f"this {what}"


def test_a_source_without_its_text_shows_the_value_that_cites_it(window, idle, qtbot):
    window.resize(900, 420)
    window.trail.go(Address("astana-16", "sources", value_target("number")))
    idle(window.session)
    reader = window.meeting.reader_in_view()
    assert reader.view() is reader.uses
    shown = reader.uses.toPlainText()
    qtbot.waitUntil(lambda: "16th Int'l" in lines_in_view(reader.uses))
    assert "The text of this document is not held here." in shown
    assert "In its words: 16th Int'l High-Level Meeting on Syria within Astana Process" in shown


def lines_in_view(browser):
    """The text between the top and the bottom of what is seen of a page."""
    height = browser.viewport().height()
    cursor = browser.cursorForPosition(QPoint(0, 0))
    cursor.setPosition(browser.cursorForPosition(QPoint(9999, height)).position(), QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()
