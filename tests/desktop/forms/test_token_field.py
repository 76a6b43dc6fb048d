"""Several names: chips beside a line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.errors import BadValue
from db.new_names import New
from desktop.forms.token_field import TokenField

NAMES = {("topic", "zones"): "Zones", ("topic", "detainees"): "Detainees", ("tag", "method"): "method"}


@pytest.fixture
def make(session, shown, after):
    """A field of a kind, with one after it; it has the focus."""

    def make(kind):
        field = TokenField(session, kind, "Several")
        shown(field, after)
        field.setFocus()
        return field

    return make


def press(field, *keys):
    for key in keys:
        QTest.keyClick(field.line, key)


@pytest.fixture
def typed(qtbot):
    """Types a text into a field and waits until its list is there."""

    def typed(field, text):
        qtbot.keyClicks(field.line, text)
        qtbot.waitUntil(lambda: field.line.matches.knows(field.line.text()))

    return typed


def chips(field):
    return [chip.name for chip in field.edit.chips]


def test_names_are_chosen_one_after_the_other(make, typed, told, after):
    field = make("topic")
    said = told(field)
    typed(field, "zo")
    press(field, Qt.Key.Key_Return)
    typed(field, "det")
    press(field, Qt.Key.Key_Tab)
    assert field.value() == ("zones", "detainees")
    assert chips(field) == ["Zones", "Detainees"]
    assert after.line.hasFocus()
    assert said[-1] == "left"


def test_what_is_chosen_is_not_offered_again(make, typed):
    field = make("topic")
    field.show_value(("zones",), NAMES)
    typed(field, "zo")
    assert [field.line.matches.index(row).data() for row in range(field.line.matches.rowCount())] == ["New topic “zo”"]


def test_a_new_one_is_marked_as_new(make, typed):
    field = make("topic")
    typed(field, "Borders")
    press(field, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert field.value() == (New("topic", "Borders"),)
    assert field.edit.chips[0].accessibleName() == "Borders, new"
    field.show_value(("b",), {("topic", "b"): "Borders"})
    assert field.edit.chips[0].accessibleName() == "Borders"


def test_what_is_typed_and_not_chosen_is_no_value_yet(make, typed, told):
    field = make("topic")
    said = told(field)
    typed(field, "Borders")
    press(field, Qt.Key.Key_Tab)
    assert said[-1] == "left"
    with pytest.raises(BadValue, match="“Borders” is not a topic yet: choose one from the list or make it new"):
        field.value()
    assert field.text() == "Borders"


def test_leaving_with_a_known_name_takes_it_in(make, told, qtbot, after):
    field = make("topic")
    said = told(field)
    field.line.setText("ZONES")
    after.setFocus()
    qtbot.waitUntil(lambda: "left" in said)
    assert field.value() == ("zones",)


def test_spellings_are_taken_as_they_are_typed(make, qtbot, session):
    field = make("spelling")
    qtbot.keyClicks(field.line, "Brandt, Ada")
    with pytest.raises(BadValue, match="press Enter"):
        field.value()
    press(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field.line, "Brandt, Ada")
    press(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field.line, "A. Brandt")
    press(field, Qt.Key.Key_Tab)
    assert field.value() == ("Brandt, Ada", "A. Brandt")
    assert not session.tasks.busy


def test_keys_walk_over_the_chips_and_take_them_away(make, told):
    field = make("topic")
    field.show_value(("zones", "detainees"), NAMES)
    said = told(field)
    press(field, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert field.line.accessibleDescription() == "Zones: Delete takes it away"
    press(field, Qt.Key.Key_Delete)
    assert field.value() == ("detainees",)
    press(field, Qt.Key.Key_Right, Qt.Key.Key_Backspace)
    assert field.value() == ()
    assert said == ["edited", "edited"]
    press(field, Qt.Key.Key_Backspace, Qt.Key.Key_Left, Qt.Key.Key_Delete)
    assert field.value() == ()


def test_keys_stay_in_the_text_while_there_is_some(make, qtbot):
    field = make("topic")
    field.show_value(("zones",), NAMES)
    qtbot.keyClicks(field.line, "ab")
    press(field, Qt.Key.Key_Left, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
    assert (field.line.text(), chips(field)) == ("", ["Zones"])


def test_a_letter_goes_back_to_the_line(make, qtbot):
    field = make("topic")
    field.show_value(("zones",), NAMES)
    press(field, Qt.Key.Key_Left)
    qtbot.keyClicks(field.line, "d")
    press(field, Qt.Key.Key_Delete)
    assert (field.line.text(), chips(field)) == ("d", ["Zones"])


def test_a_cross_takes_its_chip_away(make, qtbot):
    field = make("topic")
    field.show_value(("zones", "detainees"), NAMES)
    cross = field.edit.chips[0].cross
    assert cross.accessibleName() == "Take away Zones"
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert field.value() == ("detainees",)
    assert field.line.hasFocus()


def test_tags_have_the_dot_of_their_colour(make, qtbot):
    field = make("tag")
    field.show_value(("method",), NAMES)
    qtbot.waitUntil(lambda: field.edit.chips[0].colour == "#3f66a8")
    field.grab()


def test_a_draft_comes_back_as_it_was(make, qtbot, told):
    field = make("topic")
    field.show_value(("zones", New("topic", "Borders")), NAMES)
    field.line.setText("det")
    draft = field.draft()
    assert field.text() == "Zones\nBorders\ndet"
    field.show_value((), NAMES)
    assert field.text() == ""
    said = told(field)
    field.show_draft(draft)
    assert said == ["edited"]
    assert field.text() == "Zones\nBorders\ndet"
    field.line.clear()
    qtbot.waitUntil(lambda: field.value() == ("zones", New("topic", "Borders")))


def test_a_draft_keeps_two_of_one_name_and_the_breaks_in_a_spelling(make):
    tags = make("tag")
    tags.show_value(("a", "b"), {("tag", "a"): "method", ("tag", "b"): "method"})
    spellings = make("spelling")
    spellings.show_value(("Bo\nEx", "Bo\r\nEx", " Bo "), {})
    for field, value in ((tags, ("a", "b")), (spellings, ("Bo\nEx", "Bo\r\nEx", " Bo "))):
        field.line.setText("half")
        draft = field.draft()
        field.show_value((), {})
        field.show_draft(draft)
        assert field.line.text() == "half"
        field.line.clear()
        assert field.value() == value


@pytest.mark.parametrize(
    "draft", ["half", '{"names": [["zones"]], "typed": ""}', '{"names": [[["treaty", "x", null], "x"]], "typed": ""}']
)
def test_what_is_no_list_of_names_counts_as_typed(make, draft):
    field = make("topic")
    field.show_draft(draft)
    assert (field.line.text(), chips(field)) == (draft, [])


def test_the_same_value_again_leaves_the_chips_alone(make):
    field = make("topic")
    field.show_value(("zones",), NAMES)
    chip = field.edit.chips[0]
    field.show_value(("zones",), NAMES)
    assert field.edit.chips == [chip]
    field.show_value(None, NAMES)
    assert chips(field) == []


def test_what_may_only_be_looked_at_loses_no_chip(make):
    field = make("topic")
    field.show_value(("zones",), NAMES)
    field.set_read_only(True)
    press(field, Qt.Key.Key_Backspace, Qt.Key.Key_Left, Qt.Key.Key_Delete)
    assert chips(field) == ["Zones"]
    assert field.edit.chips[0].cross.isHidden()


def test_names_are_plain_text_and_long_ones_stay_in_the_frame(make):
    field = make("spelling")
    field.show_value(("<b>Ada</b>", "x" * 500, "a\nb"), {})
    field.window().grab()
    assert chips(field) == ["<b>Ada</b>", "x" * 500, "a b"]
    assert all(chip.geometry().right() < field.edit.width() for chip in field.edit.chips)
    assert field.edit.chips[1].toolTip().startswith("<p")
    assert field.value() == ("<b>Ada</b>", "x" * 500, "a\nb")


def test_chips_wrap_and_the_field_grows(make):
    field = make("spelling")
    low = field.edit.heightForWidth(300)
    field.show_value(tuple(f"spelling number {number}" for number in range(6)), {})
    assert field.edit.heightForWidth(300) > 2 * low
    assert field.edit.heightForWidth(3000) == low
