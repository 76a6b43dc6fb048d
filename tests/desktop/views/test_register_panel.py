"""The registers of a library: filtered, counted, empty, up to date."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from db import Library
from db.references import Record
from desktop.commands import edit
from desktop.trail import Address
from desktop.views.register_panel import KINDS, MADE_ELSEWHERE, RegisterPanel
from tests.desktop.hands import choose_entry


@pytest.fixture
def show(session, idle, qtbot):
    """Shows a register of the open library."""
    panels = []

    def show(name):
        panels.append(panel := RegisterPanel(session, name))
        qtbot.addWidget(panel)
        panel.resize(600, 500)
        panel.show()
        idle(session)
        return panel

    yield show
    panels.clear()


@pytest.fixture
def blank(empty, tmp_path):
    """The file of a library with nothing in it."""
    return shutil.copy(empty, tmp_path / "blank.parley")


def titles(panel):
    rows = (panel.list.model().index(row, 0) for row in range(panel.list.model().rowCount()))
    return [line.title for index in rows if (line := panel.list.model().line(index))]


def test_the_filter_keeps_what_holds_every_word_and_counts_it(show, open_file, astana, qtbot):
    open_file(astana)
    panel = show("people")
    total = panel._count.text()
    panel.filter.setText("onal sed")
    assert titles(panel) == ["Sedat Önal"]
    assert panel._count.text() == f"1 of {total}"
    qtbot.keyClick(panel.filter, Qt.Key.Key_Down)
    assert panel.list.hasFocus()


def test_where_nothing_is_found_one_button_shows_all_again(show, open_file, astana):
    open_file(astana)
    panel = show("topics")
    every = titles(panel)
    panel.filter.setText("<Iran> " * 100)
    assert panel._stack.currentWidget() is panel._empty
    assert "Nothing here has “<Iran>" in panel._empty._label.text()
    assert len(panel._empty._label.text()) < 100
    panel._empty._button.click()
    assert titles(panel) == every


@pytest.mark.parametrize("name", MADE_ELSEWHERE)
def test_an_empty_list_of_what_meetings_hold_offers_nothing_and_keeps_the_focus_in_sight(show, open_file, blank, name):
    open_file(blank)
    panel = show(name)
    assert panel._empty._button.isHidden()
    assert panel._new.isHidden()
    assert panel.view() is panel.filter


@pytest.mark.parametrize("name", [name for name in KINDS if name not in MADE_ELSEWHERE])
def test_an_empty_register_offers_its_first_record(show, open_file, blank, name, qtbot):
    open_file(blank)
    panel = show(name)
    assert panel._stack.currentWidget() is panel._empty
    assert panel.view() is panel._new
    with qtbot.waitSignal(panel.add_requested) as asked:
        panel._empty._button.click()
    assert asked.args == [KINDS[name][0], {}]


def test_an_empty_register_keeps_the_focus_where_one_can_go_on(show, open_file, blank, session, idle):
    open_file(blank)
    panel = show("tags")
    panel.setFocus()
    assert panel._new.hasFocus()
    session.run(lambda library: library.tags.add(name="to check", uid="g"))
    idle(session)
    assert titles(panel) == ["to check"]
    assert panel.list.hasFocus()
    edit.undo(session)
    idle(session)
    assert panel._new.hasFocus()


def make(path):
    """The file of a library with a few sources."""
    with Library.create(path, "Talks") as library:
        library.meetings.add(uid="m", kind="round", title="Round")
        library.sources.add(title="Statement", authors="Önal, Bea", language="ru", type="statement", text="Words")
        library.sources.add(uid="cited", title="Report", publisher="Agency", type="news")
        library.citations.add(Record("meeting", "m"), source="cited")
    return path


@pytest.fixture
def sources(copy_of):
    """The file of a library with a few sources."""
    return copy_of(make, "sources.parley")


@pytest.mark.parametrize(
    ("words", "found"),
    [("onal", ["Statement"]), ("russian", ["Statement"]), ("ru", ["Statement"]), ("agency", ["Report"]), ("zzz", [])],
)
def test_sources_are_found_by_author_publisher_and_language(show, open_file, sources, words, found):
    open_file(sources)
    panel = show("sources")
    panel.filter.setText(words)
    assert titles(panel) == found


def test_sources_are_narrowed_by_text_type_and_use(show, open_file, sources, session, idle):
    open_file(sources)
    panel = show("sources")
    assert [panel.boxes["type"].itemText(at) for at in range(3)] == [
        "Type", "news report (1)", "statement or communiqué (1)",
    ]  # fmt: skip
    for facet, words, found in (
        ("text", "with text", "Statement"), ("text", "without text", "Report"), ("type", "news", "Report"),
        ("used", "used", "Report"), ("used", "not used", "Statement"),
    ):  # fmt: skip
        panel._show_all()
        choose_entry(panel.boxes[facet], words)
        assert titles(panel) == [found]
        assert panel._count.text() == "1 of 2"
    choose_entry(panel.boxes["type"], "news")
    assert panel._empty._label.text() == "Nothing here is like this."
    panel._empty._button.click()
    assert titles(panel) == ["Report", "Statement"]


def test_a_choice_that_no_longer_occurs_narrows_nothing(show, open_file, sources, session, idle):
    open_file(sources)
    panel = show("sources")
    choose_entry(panel.boxes["type"], "news")
    session.run(lambda library: library.sources.edit("cited", type="book"))
    idle(session)
    assert titles(panel) == ["Report", "Statement"]


def test_enter_and_a_double_click_open_a_source(show, open_file, sources, qtbot):
    open_file(sources)
    panel = show("sources")
    panel.list.select(Record("source", "cited"))
    with qtbot.waitSignal(panel.go_requested) as asked:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert asked.args == [Address("", "source", "source:cited")]
    with qtbot.waitSignal(panel.go_requested) as asked:
        panel.list.doubleClicked.emit(panel.list.currentIndex())
    assert asked.args == [Address("", "source", "source:cited")]
    panel.list._menu.offer(panel.list.selected(), read_only=False)
    assert panel.list._menu.actions()[0].text() == "Open\tEnter"


def test_home_and_end_lead_to_the_first_and_last_line(show, open_file, sources, qtbot):
    open_file(sources)
    panel = show("sources")
    qtbot.keyClick(panel.list, Qt.Key.Key_End)
    assert panel.list.model().line(panel.list.currentIndex()).title == "Statement"
    qtbot.keyClick(panel.list, Qt.Key.Key_Home)
    assert panel.list.current() == Record("source", "cited")


def test_it_follows_edits_while_it_is_seen_and_else_at_the_next_look(show, open_file, astana, session, idle):
    open_file(astana)
    panel = show("topics")
    session.run(lambda library: library.topics.add(name="Aardvarks"))
    idle(session)
    assert titles(panel)[0] == "Aardvarks"
    panel.hide()
    edit.undo(session)
    idle(session)
    assert titles(panel)[0] == "Aardvarks"
    panel.show()
    idle(session)
    assert "Aardvarks" not in titles(panel)


def test_what_it_does_not_show_makes_it_read_nothing(show, open_file, astana, session, idle):
    open_file(astana)
    panel = show("spellings")
    told = QSignalSpy(panel.list.model().shown)
    session.run(lambda library: library.meetings.edit("astana-04", city="Made-up"))
    idle(session)
    assert told.count() == 0


def test_another_library_is_shown_whole(show, open_file, astana, blank):
    open_file(astana)
    panel = show("parties")
    panel.filter.setText("russia")
    open_file(blank)
    assert panel.filter.text() == ""
    assert titles(panel) == []
    assert panel._stack.currentWidget() is panel._empty


def test_an_address_chooses_its_record_whatever_the_filter_hides(show, open_file, astana, session):
    library = open_file(astana)
    panel = show("parties")
    panel.filter.setText("turkey")
    russia = next(party.uid for party in library.parties.page(range(1, 50)) if party and party.name == "Russia")
    panel.show_target(f"record:party:{russia}")
    assert panel.list.selected() == [Record("party", russia)]


def test_a_library_that_may_only_be_read_offers_no_new_record(show, session, blank):
    session.open(Library(blank, read_only="It is open elsewhere."), None)
    panel = show("tags")
    assert not panel._new.isEnabled()
    assert panel._new.toolTip() == "It is open elsewhere."
    assert panel._empty._button.isHidden()
