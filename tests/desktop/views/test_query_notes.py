"""What is said below the field of the quote search."""

import pytest
from PySide6.QtWidgets import QToolButton

from desktop.widgets.plain_text import named


@pytest.fixture
def search(window, app, idle):
    """Searches for a text, to the end."""

    def search(text):
        window.quotes.field.setText(text)
        idle(app)
        return window.quotes.notes

    return search


def links(notes):
    return {button.text(): button for button in notes.findChildren(QToolButton) if not button.isHidden()}


def shown(*labels):
    return [label.text() for label in labels if label.isVisibleTo(label.window())]


def test_other_spellings_are_named_and_can_be_left_out(search, window, app, idle):
    notes = search("eastern Ghouta ")
    assert notes._also.text().startswith(f"Also searched: {named(('East Guta', 'Gutha orientale'))}, ")
    assert window.quotes._count.text() == "3 quotes"
    links(notes)["Only as typed"].click()
    idle(app)
    assert notes._also.text() == "Searched only as typed"
    assert window.quotes._count.text() == "0 quotes"
    assert window.quotes.field.text() == "spellings:typed eastern Ghouta "
    links(notes)["Search other spellings too"].click()
    idle(app)
    assert (window.quotes.field.text(), window.quotes._count.text()) == ("eastern Ghouta ", "3 quotes")


def test_nothing_is_said_of_a_search_that_is_what_it_seems(search):
    notes = search("hostages ")
    assert shown(notes._also, notes._remark) == []
    assert "Only as typed" not in links(notes)


def test_what_was_not_understood_is_said(search):
    notes = search("solution OR colour:red ")
    assert shown(notes._remark)[0].startswith("“colour:” is no field, so it was searched for as a word.")


def test_what_may_be_meant_is_offered_and_searched_for_only_when_pressed(search, window, app, idle):
    notes = search("ceasfire ")
    assert window.quotes.field.text() == "ceasfire "
    links(notes)["Did you mean ceasefire?"].click()
    idle(app)
    assert window.quotes.field.text() == "ceasefire "
    assert window.focusWidget() is window.quotes.field
    assert window.quotes._count.text() != "0 quotes"
    assert not any(text.startswith("Did you mean") for text in links(notes))


def test_a_hostile_search_is_shown_as_it_stands(search):
    notes = search("speaker:<b>zarif</b> <img src=x>")
    assert "<b>" in notes._remark.text() or notes._remark.isHidden()


def test_what_leads_to_less_stands_below_where_there_is_no_room_beside(search, window, qtbot):
    window.resize(1280, 800)
    window.panes.share_out(1280)
    notes = search("eastern Ghouta ")
    switch = links(notes)["Only as typed"]
    qtbot.waitUntil(lambda: switch.mapTo(notes, switch.rect().topLeft()).y() < notes._also.geometry().bottom())
    window.look.zoom(200)
    qtbot.waitUntil(lambda: switch.mapTo(notes, switch.rect().topLeft()).y() >= notes._also.geometry().bottom())
    assert notes._also.width() > 0.8 * notes.width()


def test_names_written_from_the_right_stand_in_their_order_from_the_left(search, window):
    notes = search("Lavrov ")
    label = notes._also
    assert {"لافروف", "Лавров"} <= {name.strip("\u2068\u2069") for name in label.text().split(": ")[1].split(", ")}
    picture = label.grab().toImage()
    ground = picture.pixel(picture.width() - 1, 0)
    columns = (any(picture.pixel(x, y) != ground for y in range(picture.height())) for x in range(picture.width()))
    assert next(x for x, inked in enumerate(columns) if inked) < 12  # it begins at the left edge
