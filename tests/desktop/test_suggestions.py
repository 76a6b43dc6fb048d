"""Suggested quotes in the window: reached from the list of sources, stored, and found among the quotes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from db import Library
from desktop.trail import Address
from tests.desktop.suggested import WORDS, fill
from tests.desktop.test_accessibility import nameless


@pytest.fixture
def talks(tmp_path):
    path = tmp_path / "talks.parley"
    with Library.create(path, "Talks") as library:
        return path, fill(library)


@pytest.fixture
def window(start, talks, idle):
    app = start(talks[0])
    idle(app)
    return app.window


@pytest.fixture
def sources(window, talks, idle):
    """The list of sources, with the one that has a text chosen."""
    window.trail.go(Address("", "sources", f"record:source:{talks[1].source}"))
    idle(window.session)
    panel = window.library_pages.in_view()
    panel.list.setFocus()
    return panel


def page(window):
    return window.library_pages.in_view()


def listed(window, idle):
    """The words of what is suggested on the page that is shown."""
    idle(window.session)
    model = page(window).list.model()
    return [model.row(model.index(at)).choice.words for at in range(model.rowCount())]


def test_the_button_over_the_sources_leads_to_the_suggestions(window, sources, idle):
    next(one for one in sources.findChildren(QPushButton) if one.text() == "Suggest quotes").click()
    assert listed(window, idle) == WORDS
    assert page(window).list.hasFocus()


def test_so_do_a_key_and_the_menu_of_a_line(window, sources, talks, idle, qtbot):
    here = Address("", "suggestions", f"source:{talks[1].source}")
    qtbot.keyClick(sources.list, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.trail.here == here
    assert listed(window, idle) == WORDS
    window.trail.back()
    menu = sources.list.findChild(QMenu)
    menu.offer(sources.list.selected(), read_only=False)
    next(action for action in menu.actions() if action.text().startswith("Suggested quotes")).trigger()
    assert window.trail.here == here


def test_other_registers_have_no_such_button(window, idle):
    window.trail.go(Address("", "people"))
    assert not page(window).suggest.isVisible()


def test_the_menu_go_leads_there_and_says_to_choose_a_source(window, idle):
    window.actions_by_name["show_suggestions"].trigger()
    idle(window.session)
    assert isinstance(QApplication.focusWidget(), QPushButton)
    QApplication.focusWidget().click()  # type: ignore[union-attr]
    assert window.trail.here.tab == "sources"


def test_from_a_source_that_is_read_it_leads_to_that(window, talks, idle):
    window.trail.go(Address(talks[1].meeting, "sources", f"source:{talks[1].source}"))
    idle(window.session)
    window.actions_by_name["show_suggestions"].trigger()
    assert listed(window, idle) == WORDS


def test_what_is_stored_stands_in_the_meeting_and_can_be_undone(window, sources, talks, idle, qtbot):
    window.trail.go(Address("", "suggestions", f"source:{talks[1].source}"))
    idle(window.session)
    panel = page(window)
    for _ in range(2):
        qtbot.keyClick(panel.list, Qt.Key.Key_A)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    idle(window.session)
    window.trail.go(Address(talks[1].meeting, "quotes"))
    idle(window.session)
    assert WORDS[0] in window.meeting.text_in_view().toPlainText()
    window.actions_by_name["undo"].trigger()
    idle(window.session)
    assert WORDS[0] not in window.meeting.text_in_view().toPlainText()


def test_everything_on_the_page_has_a_name(window, talks, idle):
    window.trail.go(Address("", "suggestions", f"source:{talks[1].source}"))
    idle(window.session)
    assert nameless(window) == []
    window.trail.go(Address("", "suggestions", f"source:{talks[1].bare}"))
    idle(window.session)
    assert nameless(window) == []


def test_the_page_is_shown_again_at_the_next_start(start, window, talks, idle, bugs):
    window.trail.go(Address("", "suggestions", f"source:{talks[1].source}"))
    idle(window.session)
    assert Address.parse(str(window.trail.here)) == window.trail.here
    window.look.zoom(150)
    window.look.set_theme("dark")
    assert listed(window, idle) == WORDS
