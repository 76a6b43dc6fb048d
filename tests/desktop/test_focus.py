"""The keyboard: the focus is always seen, goes from pane to pane, and typing keeps its place."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db import Cancel, Library
from db.references import Record
from desktop.actions import SHOWN
from desktop.trail import Address
from tests.desktop.hands import in_focus


def test_the_list_that_gets_the_focus_shows_where_it_is(window, idle):
    window.meetings.list.setFocus()
    assert window.meetings.list.currentIndex().data().startswith("Ministerial · Moscow")
    idle(window.session)
    assert window.trail.here == Address(), "the focus alone opens nothing"


def test_enter_leads_from_the_search_to_its_first_result(window, idle):
    window.quotes.field.setFocus()
    QTest.keyClicks(window.quotes.field, "guta")
    idle(window.session)
    QTest.keyClick(window.quotes.field, Qt.Key.Key_Return)
    assert window.quotes.list.hasFocus()
    assert window.quotes.list.currentIndex().row() == 0


def test_enter_where_nothing_was_found_stays_in_the_field_so_that_one_can_type_on(window, idle):
    window.quotes.field.setFocus()
    QTest.keyClicks(window.quotes.field, "zzz")
    idle(window.session)
    QTest.keyClick(window.quotes.field, Qt.Key.Key_Return)
    window.quotes.field.selectAll()
    QTest.keyClicks(window.quotes.field, "g")
    idle(window.session)
    assert window.quotes.field.hasFocus()


def test_a_key_leads_from_pane_to_pane_and_round(window, idle):
    window.trail.go(Address("astana-04"))
    idle(window.session)
    window.meetings.filter.setFocus()
    met = []
    for _ in range(3):
        window.actions_by_name["next_pane"].trigger()
        met.append(window.focusWidget())
    assert met == [window.meeting.overview, window.quotes.field, window.meetings.list]


def test_a_hidden_pane_is_passed_over(window, idle):
    window.actions_by_name["show_quotes"].trigger()
    window.front.setFocus()
    window.actions_by_name["next_pane"].trigger()
    assert window.focusWidget() is window.meetings.list


def test_an_edit_leaves_the_page_where_it_was_scrolled_to(window, idle):
    window.trail.go(Address("astana-04"))
    idle(window.session)
    bar = window.meeting.overview.verticalScrollBar()
    bar.setValue(200)
    first = window.session.library.outcomes.all(Cancel())[0].uid
    window.session.run(lambda library: library.outcomes.edit(first, note="seen again"))
    idle(window.session)
    assert bar.value() == 200


def test_another_meeting_is_shown_from_its_top(window, idle):
    window.trail.go(Address("astana-04"))
    idle(window.session)
    window.meeting.overview.verticalScrollBar().setValue(200)
    window.trail.go(Address("astana-05"))
    idle(window.session)
    assert window.meeting.overview.verticalScrollBar().value() == 0


def test_a_page_on_which_nothing_is_listed_has_the_focus_all_the_same(start, tmp_path, idle, qtbot):
    path = tmp_path / "empty.parley"
    Library.create(path, "Empty").close()
    window = start(path).window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for action in SHOWN:
        window.meetings.list.setFocus()
        window.actions_by_name[action].trigger()
        idle(window.session)
        assert window.page_in_view().isAncestorOf(in_focus()), action


def test_a_page_that_is_read_while_it_has_the_focus_shows_where_that_is(window, idle, qtbot):
    window.session.run(lambda library: library.notes.add(Record("meeting", "astana-04"), body="Made up"))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for action in ("show_sources", "show_parties", "show_topics", "show_notes", "show_evidence", "show_history"):
        window.actions_by_name[action].trigger()
        idle(window.session)
        page = window.page_in_view()
        assert in_focus() is page.view(), action
        assert page.view().currentIndex().isValid(), action


def test_enter_in_the_search_of_notes_stays_there_where_nothing_was_found(window, idle, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.trail.go(Address("", "notes"))
    idle(window.session)
    field = window.library_pages.in_view().field
    field.setFocus()
    QTest.keyClicks(field, "zzz")
    idle(window.session)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "z")
    idle(window.session)
    assert (field.text(), field.hasFocus()) == ("zzzz", True)
