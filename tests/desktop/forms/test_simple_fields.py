"""Fields of a text, a date, a number, one of a few words: under the hand."""

import pytest
from PySide6.QtCore import Qt

from desktop.forms.simple_fields import ChoiceField, DateField, NumberField, TextField

KEYPAD = Qt.KeyboardModifier.KeypadModifier


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("held", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier])
def test_a_line_ends_in_one_way_whatever_is_held_with_return(shown, qtbot, key, held):
    field = TextField("Text")
    shown(field)
    qtbot.keyClicks(field.edit, "one")
    qtbot.keyClick(field.edit, key, held | (KEYPAD if key == Qt.Key.Key_Enter else held))
    qtbot.keyClicks(field.edit, "two")
    assert field.value() == "one\ntwo"


def test_a_date_is_not_rewritten_under_the_cursor_but_when_it_is_left(shown, after, qtbot):
    field = DateField("First day", "not known")
    shown(field, after)
    field.setFocus()
    qtbot.keyClicks(field.line, "2017-05")
    field.show_value("2017-05", {})  # stored after two quiet seconds
    qtbot.keyClicks(field.line, "-14")
    assert (field.text(), field.value()) == ("2017-05-14", "2017-05-14")
    qtbot.keyClick(field.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "2017-05-14".startswith(field.text())
    assert field.text() != "2017-05-14"
    field.line.selectAll()
    qtbot.keyClicks(field.line, "14.5.2017")
    field.show_value("2017-05-14", {})
    after.setFocus()
    assert field.text() == "14 May 2017"


def test_another_value_comes_into_the_field_though_one_is_in_it(shown):
    field = DateField("First day", "not known")
    shown(field)
    field.setFocus()
    field.show_value("2017-05", {})
    field.show_value("2018", {})
    assert field.text() == "2018"


def test_a_number_keeps_its_noughts_until_it_is_left(shown, after, qtbot):
    field = NumberField("Number")
    shown(field, after)
    field.setFocus()
    qtbot.keyClicks(field.line, "0")
    field.show_value(0, {})
    qtbot.keyClicks(field.line, "7")
    field.show_value(7, {})
    assert field.text() == "07"
    after.setFocus()
    assert field.text() == "7"


@pytest.fixture
def choice(shown, after):
    """A field with three words, and one after it; it has the focus."""
    field = ChoiceField("Act", {"signed": "signed", "agreed": "agreed", "discussed": "discussed"})
    shown(field, after)
    field.show_value("signed", {})
    field.setFocus()
    return field


def test_keys_that_lead_through_the_words_choose_none_before_the_field_is_left(choice, after, told, qtbot):
    said = told(choice)
    for _ in range(2):
        qtbot.keyClick(choice.box, Qt.Key.Key_Down)
    assert (choice.value(), said) == ("discussed", ["edited"] * 2)
    qtbot.keyClick(choice.box, Qt.Key.Key_Tab)
    assert after.line.hasFocus()
    assert said == ["edited"] * 2 + ["left"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_chooses_the_word_that_keys_led_to(choice, told, qtbot, key):
    said = told(choice)
    qtbot.keyClick(choice.box, Qt.Key.Key_Down)
    qtbot.keyClick(choice.box, key)
    assert said == ["edited", "left"]


@pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise|grabbing)", extend=True)
def test_a_word_of_the_open_list_counts_at_once(choice, told, qtbot):
    choice.box.showPopup()
    said = told(choice)
    view = choice.box.view()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert said == []
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert said == ["edited", "left"]
    assert choice.value() == "agreed"
