"""Widgets that know nothing of libraries: fields, notes, the banner, shapes, plain text."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QPushButton

from desktop.views.meeting_list_delegate import SHAPES
from desktop.widgets.banner import Banner
from desktop.widgets.empty_note import EmptyNote
from desktop.widgets.plain_text import plain_label, tooltip
from desktop.widgets.search_field import LONGEST, SearchField
from desktop.widgets.shapes import draw_badge, draw_note, draw_unequal


@pytest.fixture
def field(qtbot):
    """A search field."""
    field = SearchField("Search", "Type here")
    qtbot.addWidget(field)
    return field


def test_each_letter_is_told_at_once(field, qtbot):
    told = []
    field.searched.connect(lambda: told.append(field.text()))
    qtbot.keyClicks(field, "abc")
    assert told == ["a", "ab", "abc"]


def test_escape_empties_the_field_once(field, qtbot):
    field.setText("abc")
    with qtbot.waitSignal(field.searched):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(field.searched):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_PageDown])
def test_down_leaves_the_field(field, qtbot, key):
    with qtbot.waitSignal(field.moved_down):
        qtbot.keyClick(field, key)


def test_the_field_takes_so_many_characters_and_no_more(field):
    field.setText("x" * (LONGEST + 5))
    assert len(field.text()) == LONGEST
    assert (field.accessibleName(), field.placeholderText()) == ("Search", "Type here")


def test_a_note_has_a_button_only_when_there_is_a_next_step(qtbot):
    note = EmptyNote()
    qtbot.addWidget(note)
    (button,) = note.findChildren(QPushButton)
    note.say("Nothing here.", "")
    assert button.isHidden()
    note.say("Nothing here.", "Show all")
    assert not button.isHidden()
    with qtbot.waitSignal(note.pressed):
        button.click()


def test_a_note_keeps_the_focus_whether_it_has_a_button_or_not(qtbot):
    note = EmptyNote()
    qtbot.addWidget(note)
    note.say("Looking …", "")
    note.show()
    note.activateWindow()
    qtbot.waitUntil(note.isActiveWindow)
    note.setFocus()
    for button in ("", "Show all", "Show more", ""):
        note.say("Nothing here.", button)
        assert note.view().hasFocus()
        assert note.view().property("text") == (button or "Nothing here.")


def test_the_banner_says_one_thing_at_a_time_and_can_be_closed(qtbot):
    banner = Banner()
    qtbot.addWidget(banner)
    done = []
    assert banner.text() == ""
    banner.say("First.", "Do it", lambda: done.append(1))
    button = next(button for button in banner.findChildren(QPushButton) if button.text() == "Do it")
    button.click()
    banner.say("Second.")
    assert (banner.text(), button.isHidden(), done) == ("Second.", True, [1])
    button.click()
    assert done == [1]
    banner.hide()
    assert banner.text() == ""


def test_a_label_takes_no_markup(qtbot):
    label = plain_label("<b>bold</b> &amp;", "name")
    qtbot.addWidget(label)
    assert (label.text(), label.textFormat(), label.objectName()) == (
        "<b>bold</b> &amp;", Qt.TextFormat.PlainText, "name",
    )  # fmt: skip
    assert tooltip("") == ""


def drawn(paint):
    """How many pixels something paints."""
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    paint(painter, QRectF(6, 6, 28, 28))
    painter.end()
    return frozenset((x, y) for x in range(40) for y in range(40) if image.pixel(x, y) != image.pixel(0, 0))


def test_each_shape_looks_different_and_so_does_its_dashed_form(qapp):
    white = QColor("white")
    shapes = sorted(set(SHAPES.values()))
    whole = [drawn(lambda p, a, shape=shape: draw_badge(p, a, shape, white)) for shape in shapes]
    dashed = [drawn(lambda p, a, shape=shape: draw_badge(p, a, shape, white, dashed=True)) for shape in shapes]
    signs = [drawn(lambda p, a: draw_note(p, a, white)), drawn(lambda p, a: draw_unequal(p, a, white))]
    assert len(set(whole + dashed + signs)) >= len(whole) + len(dashed) + len(signs) - 1  # arrows have no dashed form
    assert all(whole + dashed + signs)
