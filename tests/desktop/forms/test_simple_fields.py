"""Fields of a text, a date, a number, one of a few words: under the hand."""

import pytest
from PySide6.QtCore import Qt

from desktop.forms.simple_fields import TextField

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
