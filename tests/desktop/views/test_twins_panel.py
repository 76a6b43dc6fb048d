"""The page of likely twins."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from db import Library
from db.references import Record
from desktop.views.twins_panel import ARE_TWO, LOOKING, MAY_BE_ONE, NONE, TwinsPanel
from tests.desktop.hands import in_focus

PAIRS = (("Ada Brandt", "Brandt, Ada"), ("Sergei Example", "Sergey Example"))


def make(path):
    """The file of a library in which two people stand twice."""
    with Library.create(path, "Talks") as library:
        for name in (*PAIRS[0], *PAIRS[1]):
            library.people.add(uid=name, name=name)
    return path


@pytest.fixture
def library(open_file, copy_of):
    """An open library in which two people stand twice."""
    return open_file(copy_of(make))


@pytest.fixture
def panel(session, library, qtbot):
    """The page, shown, once all names are compared."""
    panel = TwinsPanel(session)
    qtbot.addWidget(panel)
    panel.resize(600, 400)
    panel.show()
    qtbot.waitUntil(lambda: not session.tasks.busy)
    return panel


def records(pair):
    return [Record("person", name) for name in pair]


def said(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_enter_asks_to_compare_a_pair(panel, qtbot):
    assert "2 pairs" in said(panel)
    with qtbot.waitSignal(panel.merge_requested) as asked:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert asked.args == records(PAIRS[0])
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.merge_requested) as asked:
        panel.look.click()
    assert asked.args == records(PAIRS[1])


def test_so_does_a_double_click(panel, qtbot):
    panel.grab()
    place = panel.list.visualRect(panel.list.model().index(1, 0)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(panel.merge_requested) as asked:
        qtbot.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == records(PAIRS[1])


def test_delete_says_that_two_are_two_and_takes_it_back(panel, library, session, qtbot):
    library.author = "Bo"
    model = panel.list.model()
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "1 pair · 1 kept apart" in said(panel))
    assert model.records(model.index(1)) == tuple(records(PAIRS[0]))
    assert "two, says Bo, " in model.index(1).data()
    assert panel.list.currentIndex().row() == 0
    assert panel.part.text() == ARE_TWO
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.part.text() == MAY_BE_ONE
    panel.part.click()
    qtbot.waitUntil(lambda: "2 pairs" in said(panel))
    assert model.records(model.index(0)) == tuple(records(PAIRS[0]))


def test_after_a_merge_the_next_pair_is_chosen(panel, library, session, qtbot):
    library.people.merge(*PAIRS[0])
    qtbot.waitUntil(lambda: panel.list.model().rowCount() == 1)
    assert panel.list.currentIndex().row() == 0
    library.people.merge(*PAIRS[1])
    qtbot.waitUntil(lambda: NONE in said(panel))
    assert not panel.look.isEnabled()
    library.undo()
    qtbot.waitUntil(lambda: "1 pair" in said(panel))


def test_when_no_pair_is_left_the_focus_goes_from_the_button_to_what_is_said_and_back_to_the_list(
    panel, library, qtbot
):
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.part.setFocus()
    library.people.merge(*PAIRS[0])
    library.people.merge(*PAIRS[1])
    qtbot.waitUntil(lambda: NONE in said(panel))
    assert in_focus().property("text") == NONE
    library.undo()
    qtbot.waitUntil(lambda: "1 pair" in said(panel))
    assert in_focus() is panel.list


def test_a_page_that_is_not_shown_compares_nothing_until_it_is(panel, library, session, qtbot):
    panel.hide()
    library.people.merge(*PAIRS[0])
    qtbot.waitUntil(lambda: not session.tasks.busy)
    assert panel.list.model().rowCount() == 2
    panel.show()
    qtbot.waitUntil(lambda: panel.list.model().rowCount() == 1)


def test_the_pair_of_an_address_is_chosen(panel):
    panel.show_target("record:person:Sergey Example")
    assert panel.list.currentIndex().row() == 1


def test_another_library_begins_anew(panel, session, open_file, tmp_path, qtbot):
    path = tmp_path / "other.parley"
    Library.create(path, "Other").close()
    open_file(path)
    qtbot.waitUntil(lambda: NONE in said(panel))
    assert LOOKING not in said(panel)


def test_two_sources_with_one_address_are_asked_about(panel, library, session, qtbot):
    for uid in ("s1", "s2"):
        library.sources.add(uid=uid, title=f"Statement {uid}", url="https://example.org/a")
    qtbot.waitUntil(lambda: "3 pairs" in said(panel))
    model = panel.list.model()
    row = next(at for at in range(3) if "the same address" in model.index(at).data())
    panel.list.choose(model.index(row))
    with qtbot.waitSignal(panel.merge_requested) as asked:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert asked.args == [Record("source", "s1"), Record("source", "s2")]
