"""The field of the quote search: what is offered while one types, which keys take it, how it is coloured."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester

from desktop.theme import theme


@pytest.fixture
def field(window, qtbot, idle):
    """The field, with the focus, in a window that is active."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field = window.quotes.field
    QAbstractItemModelTester(field.choices, QAbstractItemModelTester.FailureReportingMode.Warning, field)
    field.setFocus()
    idle(window.session)
    return field


@pytest.fixture
def write(field, window, qtbot, idle):
    """Types into the field and waits until all is found."""

    def write(text):
        qtbot.keyClicks(field, text)
        idle(window.session)

    return write


def offered(field):
    model = field.choices
    return [model.data(model.index(row)) for row in range(model.rowCount())] if field.is_open else []


def test_names_are_offered_for_a_field_and_enter_takes_the_first(field, write, window, qtbot, idle):
    write("speaker:lavro")
    assert offered(field) == ["Sergei Lavrov"]
    qtbot.keyClick(field, Qt.Key.Key_Return)
    idle(window.session)
    assert field.text() == 'speaker:"Sergei Lavrov" '
    assert not field.is_open
    assert field.hasFocus()
    assert window.quotes._count.text() == "6 quotes"


def test_tab_takes_what_is_chosen_and_leaves_the_field_only_then(field, write, qtbot):
    write("party:rus")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert (field.text(), field.hasFocus()) == ("party:Russia ", True)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert not field.hasFocus()


def test_the_name_of_a_field_is_only_taken_when_it_was_chosen(field, write, window, qtbot, idle):
    write("spea")
    assert offered(field) == ["speaker:"]
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    idle(window.session)
    assert field.text() == "speaker:"
    assert len(offered(field)) > 10


def test_enter_goes_to_the_quotes_while_nothing_is_chosen(field, write, window, qtbot):
    write("spea")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), field.is_open) == ("spea", False)
    assert window.quotes.list.hasFocus() or not window.quotes.list.model().rowCount()


def test_one_letter_of_a_word_offers_nothing(field, write):
    write("s")
    assert not field.is_open


def test_escape_closes_the_list_first_and_then_empties_the_field(field, write, qtbot):
    write("place:as")
    assert field.is_open
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.is_open) == ("place:as", False)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_a_click_takes_a_choice_and_it_can_be_undone(field, write, qtbot):
    write("kind:mini")
    view = field.popup.list
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 0)).center())
    assert field.text() == "kind:ministerial "
    field.undo()
    assert field.text() == "kind:mini"


def test_choices_count_code_points(field, write):
    field.setText("🕊🕊 ")
    write("party:rus")
    field.take(field.choices.row(field.choices.index(0)))
    assert field.text() == "🕊🕊 party:Russia "
    assert field.cursorPosition() == len(field.text()) + 2


def test_the_list_closes_with_the_focus(field, write, window):
    write("place:as")
    window.quotes.list.setFocus()
    assert not field.is_open


INKS = ("text", "muted", "accent", "warn")


def colours(field, *words):
    """The inks in which words are written."""
    field.ensurePolished()
    field.home(False)
    image = field.grab().toImage()
    found = []
    for word in words:
        at = field.text().index(word)
        field.setCursorPosition(at)
        left = field.cursorRect().center().x()
        field.setCursorPosition(at + len(word))
        right = field.cursorRect().center().x()
        pixels = {
            image.pixelColor(QPoint(x, y) * image.devicePixelRatio()).rgb()
            for x in range(left, right)
            for y in range(4, field.height() - 4)
        }
        found.append({name for name in INKS if any(is_near(pixel, getattr(theme.colours, name)) for pixel in pixels)})
    return found


def is_near(pixel, colour):
    one, other = QColor(pixel), QColor(colour)
    apart = (one.red() - other.red(), one.green() - other.green(), one.blue() - other.blue())
    return sum(map(abs, apart)) < 30


def test_fields_values_and_operators_have_colours(field, write, qtbot):
    write("ww AND year:2018 ")
    field.close_list()
    word, operator, name, value = colours(field, "ww", "AND", "year:", "2018")
    assert "accent" in operator & value
    assert "muted" in name
    assert "text" in word
    assert "accent" not in word | name


def test_what_is_not_known_is_coloured_once_it_was_looked_up(field, write):
    write("year:9999999 ")
    field.close_list()
    assert "warn" in colours(field, "9999999")[0]


def test_what_an_input_method_composes_is_left_alone(field):
    field.setText("year:2018 ")
    field.inputMethodEvent(QInputMethodEvent("ni", []))
    field.colour(())
    assert field._composing
    commit = QInputMethodEvent("", [])
    commit.setCommitString("你")
    field.inputMethodEvent(commit)
    assert field.text() == "year:2018 你"


def test_a_very_long_search_is_not_coloured(field, app, idle):
    field.setText("NOT " * 2400)
    idle(app)
    assert "text" in colours(field, "NOT")[0]
    assert "accent" not in colours(field, "NOT")[0]
