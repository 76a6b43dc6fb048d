"""Words to press, which change with what there is to do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.widgets.link_row import LinkRow
from tests.desktop.hands import in_focus


@pytest.fixture(params=[False, True], ids=["beside", "below"])
def row(qtbot, request):
    """A row between two fields, the first of which has the focus; all were made before the row is filled."""
    box = QWidget()
    qtbot.addWidget(box)
    layout = QVBoxLayout(box)
    first = QLineEdit("first", box)
    row = LinkRow(box, down=request.param)
    for part in (first, row, QLineEdit("last", box)):
        layout.addWidget(part)
    box.show()
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    first.setFocus()
    yield row
    box.close()


def offer(row, *words):
    row.offer([(one, lambda: None) for one in words])


def test_the_key_tab_comes_to_the_words_where_they_stand_whenever_they_were_made(row):
    met = []
    for words in (("a",), ("b", "c"), ()):
        offer(row, *words)
        for _ in range(len(words) + 2):
            met.append(in_focus().property("text"))
            QTest.keyClick(in_focus(), Qt.Key.Key_Tab)
    assert met == ["first", "a", "last", "first", "b", "c", "last", "first", "last"]


def test_words_that_have_the_focus_hand_it_to_those_in_their_place(row):
    offer(row, "a", "b", "c")
    row._buttons[2].setFocus()
    offer(row, "d", "e")
    assert in_focus().property("text") == "e"
    offer(row, "f", "g", "h")
    assert in_focus().property("text") == "g"


def test_words_take_no_focus_that_others_have(row):
    offer(row, "a")
    offer(row, "b")
    assert in_focus().property("text") == "first"
