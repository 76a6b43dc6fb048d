"""Widgets in rows."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from desktop.widgets.flow_layout import ROWS, FlowLayout, even_row, flow_row


@pytest.fixture
def flow(qtbot):
    """A layout of three boxes of 100 × 20 pixels and a last one of at least 30."""
    box = QWidget()
    qtbot.addWidget(box)
    last = QWidget(minimumWidth=30, minimumHeight=20)
    flow = FlowLayout(box, 10, wide=last)
    flow.setContentsMargins(0, 0, 0, 0)
    flow.addWidget(last)
    for _ in range(3):
        flow.insert_before_last(QWidget(minimumWidth=100, minimumHeight=20))
    box.show()
    yield flow
    box.close()


def places(flow):
    return [flow.itemAt(at).geometry().getRect() for at in range(flow.count())]


def test_a_row_is_filled_before_the_next_and_the_last_takes_the_rest(flow):
    flow.setGeometry(QRect(0, 0, 260, 80))
    assert places(flow) == [(0, 0, 100, 20), (110, 0, 100, 20), (0, 20 + ROWS, 100, 20), (110, 20 + ROWS, 150, 20)]
    assert flow.heightForWidth(260) == 40 + ROWS


def test_a_last_one_without_room_begins_a_row(flow):
    flow.setGeometry(QRect(0, 0, 100, 200))
    assert places(flow)[-2:] == [(0, 2 * (20 + ROWS), 100, 20), (0, 3 * (20 + ROWS), 100, 20)]


def test_hidden_and_removed_ones_take_no_room(flow):
    flow.itemAt(0).widget().hide()
    taken = flow.takeAt(1)
    taken.widget().hide()
    assert flow.heightForWidth(260) == 20
    assert flow.takeAt(9) is None
    assert flow.itemAt(9) is None


def test_the_wide_one_may_stand_first(qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    wide = QWidget(minimumWidth=60, minimumHeight=20)
    others = [QWidget(minimumWidth=100, minimumHeight=20) for _ in range(2)]
    flow = flow_row(box, 10, wide, *others, wide=wide).layout()
    assert flow
    box.show()
    flow.setGeometry(QRect(0, 0, 400, 80))
    assert places(flow) == [(0, 0, 180, 20), (190, 0, 100, 20), (300, 0, 100, 20)]
    flow.setGeometry(QRect(0, 0, 210, 80))
    assert places(flow) == [(0, 0, 100, 20), (110, 0, 100, 20), (0, 20 + ROWS, 100, 20)]
    box.close()


@pytest.mark.parametrize(
    ("width", "rows"),
    [
        (340, [(0, 0, 106, 20), (116, 0, 107, 20), (233, 0, 107, 20)]),
        (320, [(0, 0, 320, 20), (0, 20 + ROWS, 155, 20), (165, 20 + ROWS, 155, 20)]),
        (120, [(0, 0, 120, 20), (0, 20 + ROWS, 120, 20), (0, 2 * (20 + ROWS), 120, 20)]),
    ],
)
def test_even_ones_share_as_few_rows_as_have_room(qtbot, width, rows):
    box = QWidget()
    qtbot.addWidget(box)
    flow = even_row(box, 10, [QWidget(minimumWidth=101, minimumHeight=20) for _ in range(3)]).layout()
    assert flow
    box.show()
    flow.setGeometry(QRect(0, 0, width, 80))
    assert places(flow) == rows
    box.close()
