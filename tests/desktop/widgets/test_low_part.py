"""A part of a pane takes the height it needs, and in a low pane leaves room for what stands below."""

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.widgets.flow_layout import even_row
from desktop.widgets.low_part import SHARE, LowPart


class Pane(QWidget):
    """Eight buttons in a part above what has the rest."""

    def __init__(self):
        super().__init__()
        self.part = LowPart(even_row(self, 6, [QPushButton(f"Button {number}") for number in range(8)]), self)
        self.rest = QWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.part)
        layout.addWidget(self.rest, 1)


@pytest.fixture
def pane(qtbot):
    """A pane with much room."""
    pane = Pane()
    qtbot.addWidget(pane)
    pane.resize(200, 800)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


def test_where_there_is_room_all_is_seen(pane):
    assert pane.part.height() == pane.part.widget().heightForWidth(200)
    assert not pane.part.verticalScrollBar().isVisible()


def test_in_a_low_pane_it_scrolls_and_shows_what_has_the_focus(pane, qtbot):
    pane.resize(200, 160)
    qtbot.waitUntil(lambda: pane.part.height() == 160 // SHARE)
    assert pane.rest.height() > 160 // 2
    last = pane.part.findChildren(QPushButton)[-1]
    pane.part.findChildren(QPushButton)[-2].setFocus()
    pane.part.focusNextChild()
    qtbot.waitUntil(last.hasFocus)
    assert not last.visibleRegion().isEmpty()
    pane.resize(200, 800)
    qtbot.waitUntil(lambda: pane.part.height() > 100)


def test_it_follows_what_is_shown_in_it(pane, qtbot):
    before = pane.part.height()
    for button in pane.part.findChildren(QPushButton)[2:]:
        button.hide()
    qtbot.waitUntil(lambda: pane.part.height() < before)
