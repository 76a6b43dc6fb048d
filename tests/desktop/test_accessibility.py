"""Everything that takes the focus has a name, and the keyboard reaches everything."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from db import Cancel
from desktop.trail import Address
from tests.desktop.hands import in_focus


def takes_focus(widget):
    """Whether one can get to a widget with the keyboard or the mouse."""
    return widget.isEnabled() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def name_of(widget):
    """The name that a screen reader says."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def nameless(window):
    """The shown widgets that take the focus and have no name."""
    shown = [widget for widget in window.findChildren(QWidget) if widget.isVisible() and takes_focus(widget)]
    assert len(shown) > 8
    return [widget for widget in shown if not name_of(widget)]


@pytest.mark.parametrize("tab", ["overview", "quotes", "sources", "history"])
def test_every_widget_that_takes_the_focus_has_a_name_on_each_tab(window, idle, tab):
    window.trail.go(Address("ministerial-2018-03-16", tab))
    idle(window.session)
    assert nameless(window) == []


def test_so_has_everything_on_the_title_page_in_a_source_and_where_nothing_was_found(window, idle):
    assert nameless(window) == []
    window.banner.say("A notice.", "Do it")
    window.quotes.field.setText("zzz")
    window.meetings.filter.setText("zzz")
    line = window.quotes.list.model().quote(window.quotes.list.model().index(0, 0))
    window.trail.go(Address(line.meeting, "sources", f"quote:{line.uid}"))
    idle(window.session)
    assert nameless(window) == []


def test_so_has_everything_on_the_page_evidence_and_where_a_reading_is_followed(window, idle):
    window.trail.go(Address("", "evidence"))
    idle(window.session)
    assert nameless(window) == []
    window.trail.go(Address("summit-2"))
    idle(window.session)
    uid = next(line.uid for line in window.meeting._page.readings if not line.adopted)
    window.meeting.overview.link_pressed.emit(f"adopt:{uid}")
    idle(window.session)
    assert nameless(window) == []


@pytest.mark.parametrize("page", ["sources", "participants", "outcomes", "disputes"])
def test_so_has_everything_on_the_lists_of_the_library(window, idle, page):
    window.trail.go(Address("", page))
    idle(window.session)
    assert nameless(window) == []


@pytest.mark.parametrize("kind", ["source", "uses"])
def test_so_has_everything_where_a_source_is_read(window, idle, kind):
    held = next(one.uid for one in window.session.library.sources.all(Cancel()) if one.text_sha256)
    window.trail.go(Address("", "source", f"{kind}:{held}"))
    idle(window.session)
    reader = window.reader_in_view()
    reader.open_search()
    reader.head.address.click()
    assert nameless(window) == []
    reader.text.select((0, 20))
    for action in ("cite_passage", "tag_passage"):
        window.actions_by_name[action].trigger()
        idle(window.session)
        assert nameless(window) == []


@pytest.mark.parametrize("action", ["search_help", "about"])
def test_so_has_everything_in_the_dialogs(window, action):
    window.actions_by_name[action].trigger()
    dialog = next(one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window)
    found = [one for one in dialog.findChildren(QWidget) if one.isVisible() and takes_focus(one)]
    assert [one for one in found if not name_of(one)] == []


def test_tab_reaches_list_tabs_page_search_and_results_in_this_order(window, idle):
    window.trail.go(Address("astana-01"))
    idle(window.session)
    window.quotes.narrow.click()
    order, widget = [], window.meetings.filter
    for _ in range(200):
        if widget.isVisible() and takes_focus(widget):
            order.append(widget)
        widget = widget.nextInFocusChain()
        if widget is window.meetings.filter:
            break
    wanted = [
        window.meetings.filter, window.meetings.list, window.meeting.tabs, window.meeting.overview,
        window.quotes.field, window.quotes.facets["speaker"], window.quotes.list,
    ]  # fmt: skip
    assert [one for one in order if one in wanted] == wanted


def test_tab_comes_to_what_is_said_of_a_search_before_the_results_that_stand_below_it(window, idle, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.quotes.field.setText("lavrov ")
    idle(window.session)
    window.quotes.field.setFocus()
    names = []
    while in_focus() is not window.quotes.list:
        names.append(in_focus().accessibleName())
        qtbot.keyClick(in_focus(), Qt.Key.Key_Tab)
    assert names[-2:] == ["Save this search", "Only as typed"]


@pytest.mark.parametrize(
    "address",
    [
        ("", "notes"), ("", "evidence"), ("", "sources"), ("", "participants"), ("", "history"), ("", "check"),
        ("", "suggestions"), ("", "import"), ("astana-04", "edit"), ("astana-04", "sources", "source:seed-002"),
    ],
)  # fmt: skip
def test_the_key_tab_comes_to_everything_that_is_shown_and_round(window, idle, qtbot, address):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.trail.go(Address(*address))
    idle(window.session)
    window.meetings.filter.setFocus()
    seen = []
    while (here := in_focus()) not in seen:
        seen.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    assert here is window.meetings.filter
    shown = [widget for widget in window.findChildren(QWidget) if widget.isVisible() and takes_focus(widget)]
    by_tab = {one for one in shown if one.focusPolicy() & Qt.FocusPolicy.TabFocus and not one.focusProxy()}
    assert {name_of(one) for one in by_tab - set(seen)} == set()
    assert len(seen) > 10


def test_every_menu_and_action_has_a_key_to_reach_it(window):
    for menu in window.menuBar().findChildren(QMenu):
        letters = [
            action.text()[action.text().index("&") + 1].lower() for action in menu.actions() if "&" in action.text()
        ]
        assert len(letters) == len(set(letters)), menu.title()


def test_no_two_actions_have_the_same_keys(window):
    keys = [key.toString() for action in window.actions_by_name.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_kinds_and_marks_are_said_in_words_not_by_shapes_alone(window):
    model = window.meetings.list.model()
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert any("points disputed" in text for text in said)
    assert any("Working group" in text for text in said)
    assert all(said)
