"""What is said in passing stands away from the edge and ends where there is no room."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel

from desktop.widgets.status_line import StatusLine


@pytest.fixture
def line(qtbot):
    """A line that leaves 14 pixels, with something at its right."""
    line = StatusLine(14)
    line.setStyleSheet("background: white; color: black")
    line.addPermanentWidget(QLabel("saved"))
    qtbot.addWidget(line)
    line.resize(300, 30)
    line.show()
    qtbot.waitUntil(line.isVisible)
    return line


def inked(line):
    """The columns in which something is drawn, left of what stands at the right."""
    picture = line.grab().toImage()
    end = line.findChild(QLabel).x() - 2
    return [x for x in range(end) if any(QColor(picture.pixel(x, y)).lightness() < 128 for y in range(30))]


def test_a_sentence_begins_at_the_margin(line):
    assert inked(line) == []
    line.showMessage("Edit meeting: saved.")
    assert 14 <= inked(line)[0] <= 17
    line.clearMessage()
    assert inked(line) == []


def test_a_long_sentence_ends_before_what_stands_at_the_right(line):
    line.showMessage("A sentence far too long " * 9)
    assert inked(line)[-1] < line.findChild(QLabel).x() - 10
    assert line.currentMessage() == "A sentence far too long " * 9


def test_what_is_pointed_at_is_said_no_longer_than_that_and_takes_back_nothing_else(line):
    line.point("Cited for: a day")
    line.point("Cited for: a place")
    assert line.currentMessage() == "Cited for: a place"
    line.point("")
    assert line.currentMessage() == ""
    line.point("Cited for: a day")
    line.say("Edit meeting: saved.")
    line.point("")
    assert line.currentMessage() == "Edit meeting: saved."
