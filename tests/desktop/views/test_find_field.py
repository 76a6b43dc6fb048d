"""The field in the tool bar that finds in everything: keys, notes, where it leads and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db import Library
from db.references import Record
from desktop.models.found_list import Way
from desktop.trail import Address
from desktop.views.found_list_delegate import FoundListDelegate

ENTER, DOWN, UP, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Escape


@pytest.fixture
def field(window, qtbot):
    """The field, in a window that is active."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window.find_field


@pytest.fixture
def find(window, field, app, idle):
    """Presses Ctrl+K and types a text; the popup once it is found."""

    def find(text):
        window.actions_by_name["find_everything"].trigger()
        QTest.keyClicks(field, text) if text.isascii() else field.setText(text)
        idle(app)
        return field.popup

    return find


def press(field, *keys):
    for key in keys:
        QTest.keyClick(field, key)


def names(field):
    return [field.model.index(row).data() for row in range(field.model.rowCount())]


def test_it_says_what_it_searches_before_anything_is_typed(find, field):
    popup = find("")
    assert popup.isVisible()
    assert "Finds meetings, people, parties" in popup.note()
    assert popup.list.isHidden()


@pytest.mark.parametrize("text", ["lavrov", "Лавров", "لافروف", "Lawrow"])
def test_any_spelling_finds_the_person_who_is_opened_by_enter(window, app, idle, find, field, text):
    assert find(text).current().name == "Sergei Lavrov"
    press(field, ENTER)
    idle(app)
    here = window.trail.here
    assert (here.tab, here.target.rpartition(":")[0]) == ("people", "record:person")
    assert not field.is_open
    assert window.library_pages.in_view().isAncestorOf(window.focusWidget())
    window.trail.back()
    assert window.trail.here == Address()


def test_enter_right_after_typing_opens_what_is_found_then(window, app, idle, field):
    window.actions_by_name["find_everything"].trigger()
    field.setText("lavrov")
    press(field, ENTER)
    idle(app)
    assert window.trail.here.tab == "people"


def test_a_passage_is_opened_at_its_words(window, app, idle, find, field):
    popup = find("dialogue complementary geneva")
    found = popup.current()
    assert (found.kind, found.name) == ("source", "Factsheet on the Astana Process")
    press(field, ENTER)
    idle(app)
    assert window.trail.here.target == f"source:{found.uid}@{found.span[0]}-{found.span[1]}"
    assert window.reader_in_view().source == Record("source", found.uid)


def test_arrows_pass_over_headings_and_go_round(find, field):
    popup = find("lavrov")
    rows = [row for row in range(field.model.rowCount()) if field.model.can_be_chosen(row)]
    seen = []
    for _ in range(len(rows) + 1):
        seen.append(popup.list.currentIndex().row())
        press(field, DOWN)
    assert seen == [*rows, rows[0]]
    press(field, UP)
    assert popup.list.currentIndex().row() == rows[0]
    press(field, UP)
    assert popup.list.currentIndex().row() == rows[-1]


def test_escape_closes_and_returns_the_focus(window, find, field):
    window.quotes.field.setFocus()
    assert find("lavrov").isVisible()
    press(field, ESCAPE)
    assert not field.is_open
    assert window.focusWidget() is window.quotes.field
    assert field.text() == "lavrov"


def test_what_was_typed_is_typed_over_the_next_time(find, field):
    find("lavrov")
    press(field, ESCAPE)
    find("idlib")
    assert field.text() == "idlib"


def test_all_of_a_kind_are_shown_and_escape_leads_back_to_all_kinds(app, idle, find, field):
    popup = find("astana")
    rows = field.model.rowCount()
    way = next(
        row for row in range(rows)
        if isinstance(found := field.model.row(field.model.index(row)), Way) and found.kind == "meeting"
    )  # fmt: skip
    popup.list.setCurrentIndex(field.model.index(way))
    press(field, ENTER)
    idle(app)
    assert field.model.kind == "meeting"
    assert names(field)[:2] == ["‹ All kinds", "Meetings"]
    press(field, ESCAPE)
    idle(app)
    assert (field.model.kind, field.model.rowCount(), field.is_open) == (None, rows, True)


def test_a_click_opens_as_enter_does(window, app, idle, find, field):
    popup = find("lavrov")
    at = popup.list.visualRect(field.model.index(1)).center()
    QTest.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    idle(app)
    assert window.trail.here.tab == "people"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("998877665", "Nothing in this library holds “998877665”."),
        ("()", "There is no letter or digit to search for in this."),
        ("daesh", "Also searched: "),
    ],
)
def test_what_is_to_be_said_of_a_search_stands_below_it(find, text, said):
    assert said in find(text).note()


def test_what_was_changed_is_found_at_once(window, app, idle, find, field):
    find("quuxland")
    assert field.model.rowCount() == 0
    window.session.run(lambda library: library.parties.add(name="Quuxland", kind="state"))
    idle(app)
    assert names(field) == ["Parties", "Quuxland"]


def test_leaving_the_field_closes_the_list(window, find, field):
    find("lavrov")
    window.meetings.filter.setFocus()
    assert not field.is_open


@pytest.mark.parametrize("text", ["<b>bold</b> <img src='file:///x'>", "x" * 10_000, "🕊" * 3000, "\u202e\u0000"])
def test_hostile_text_is_no_trouble(find, field, text):
    field.setFocus()
    field.setText(text)
    find("")
    assert field.is_open


def test_every_row_is_painted(window, find, field, qtbot):
    popup = find("astana")
    assert isinstance(popup.list.itemDelegate(), FoundListDelegate)
    assert not popup.grab().isNull()
    field.setText("lavrov")
    qtbot.waitUntil(lambda: field.model.text == "lavrov")
    assert not popup.grab().isNull()


def test_every_part_has_a_name(field, find):
    popup = find("lavrov")
    assert field.accessibleName() == "Find in everything"
    assert popup.list.accessibleName() == "What was found"


def make(path):
    """The file of a library whose records have markup for names."""
    with Library.create(path, "Hostile") as library:
        library.people.add(name="<img src='file:///x'> quuxname")
    return path


@pytest.fixture
def hostile(copy_of):
    """A library whose records have markup for names."""
    return copy_of(make, "hostile.parley")


def test_markup_in_names_is_shown_as_it_stands(start, hostile, idle):
    app = start(hostile)
    app.window.find_field.begin()
    app.window.find_field.setText("quuxname")
    idle(app)
    assert names(app.window.find_field) == ["People", "<img src='file:///x'> quuxname"]


def test_other_spellings_can_be_left_out_and_searched_again(app, idle, find, field):
    find("eastern Ghouta ")
    assert names(field)[-1] == "Search only as typed"
    press(field, UP, ENTER)
    idle(app)
    assert field.text() == "spellings:typed eastern Ghouta "
    assert "Also searched" not in field.popup.note()
    assert names(field)[-1] == "Search other spellings too"
    press(field, UP, ENTER)
    idle(app)
    assert (field.text(), names(field)[-1]) == ("eastern Ghouta ", "Search only as typed")


def test_fields_alone_find_quotes(find, field):
    popup = find("speaker:lavrov ")
    assert names(field)[0] == "Quotes"
    assert popup.note() == "Fields such as speaker: look among the quotes only."
