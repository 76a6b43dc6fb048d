"""A field that searches: its button to empty it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from desktop.widgets.search_field import SearchField


@pytest.fixture
def field(qtbot):
    """An empty field that is shown."""
    field = SearchField("Search", "Search the words")
    qtbot.addWidget(field)
    field.resize(400, field.sizeHint().height())
    field.show()
    return field


def test_a_button_to_empty_it_is_there_while_there_is_text(field):
    assert field.findChild(QToolButton) is None
    field.setText("words")
    button = field.findChild(QToolButton)
    assert button.isVisible()
    assert field.rect().contains(button.geometry())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (field.text(), button.isVisible()) == ("", False)


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_button_is_as_high_as_the_field_at_every_zoom(field, way):
    field.setLayoutDirection(way)
    field.setText("words " * 40)
    heights = []
    for height in (30, 60):
        field.resize(400, height)
        heights.append(field.findChild(QToolButton).height())
        assert field.rect().contains(field.findChild(QToolButton).geometry())
        assert not field.cursorRect().intersects(field.findChild(QToolButton).geometry())
    assert heights == [26, 56]
