"""One name: typed, found by any spelling, chosen by keys and mouse, or made new."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.errors import BadValue
from db.new_names import New
from desktop.forms.name_field import NameField


@pytest.fixture
def field(session, shown, after):
    """A field for a person, and one after it, in a window; the first has the focus."""
    field = NameField(session, "person", "Head of delegation", unknown="not known")
    shown(field, after)
    field.setFocus()
    return field


@pytest.fixture
def typed(field, session, qtbot):
    """Types a text into the field and waits until its list is open."""

    def typed(text):
        qtbot.keyClicks(field.line, text)
        qtbot.waitUntil(lambda: field.line.matches.knows(field.line.text()))

    return typed


def press(field, key):
    QTest.keyClick(field.line, key)


def press_ctrl_enter(field):
    QTest.keyClick(field.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_enter_takes_the_first_row(field, typed, told):
    said = told(field)
    typed("bra")
    assert field.line.is_open
    assert field.line.hasFocus()
    press(field, Qt.Key.Key_Return)
    assert (field.value(), field.text()) == ("ada", "Ada Brandt")
    assert said == ["edited"] * 4 + ["left"]
    assert not field.line.is_open


def test_tab_takes_it_too_and_goes_on(field, typed, after):
    typed("cole")
    press(field, Qt.Key.Key_Tab)
    assert field.value() == "adam"
    assert after.line.hasFocus()


def test_arrows_go_through_the_list_and_round(field, typed):
    typed("ada")
    press(field, Qt.Key.Key_Down)
    press(field, Qt.Key.Key_Return)
    assert field.value() == "adam"
    field.line.selectAll()
    typed("ada")
    press(field, Qt.Key.Key_Up)
    press(field, Qt.Key.Key_Return)
    assert field.value() == New("person", "ada")
    assert field.text() == "ada"


def test_a_row_is_clicked_without_taking_the_focus(field, typed, qtbot):
    typed("ada")
    view = field.line.popup.list
    place = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert field.value() == "adam"
    assert field.line.hasFocus()


def test_escape_closes_the_list_and_nothing_else(field, typed, qtbot):
    typed("ada")
    press(field, Qt.Key.Key_Escape)
    assert not field.line.is_open
    assert field.text() == "ada"
    press(field, Qt.Key.Key_Return)
    with pytest.raises(BadValue, match=r"“ada” is not a person that the library knows\. Choose one"):
        field.value()


def test_down_in_an_empty_field_shows_what_is_used_most(field, qtbot):
    press(field, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: field.line.is_open)
    assert field.line.popup.current() is None
    press(field, Qt.Key.Key_Tab)
    assert field.value() is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_key_before_the_list_came_takes_what_is_called_so(field, qtbot, key):
    qtbot.keyClicks(field.line, "adam cole")
    press(field, key)
    qtbot.waitUntil(lambda: field.text() == "Adam Cole")
    assert field.value() == "adam"


def test_enter_before_the_list_came_takes_nothing_unseen_that_only_begins_so(field, qtbot):
    qtbot.keyClicks(field.line, "bra")
    press(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field.line.is_open)
    assert field.text() == "bra"
    press(field, Qt.Key.Key_Return)
    assert field.value() == "ada"


def test_tab_before_the_list_came_takes_nothing_unseen_that_only_begins_so(field, qtbot, after, session, idle):
    qtbot.keyClicks(field.line, "bra")
    press(field, Qt.Key.Key_Tab)
    idle(session)
    assert field.text() == "bra"
    with pytest.raises(BadValue, match="“bra” is not a person"):
        field.value()


def test_enter_takes_the_row_that_is_shown_as_chosen_whatever_was_changed_elsewhere(field, typed, session, idle, qtbot):
    typed("ada")
    press(field, Qt.Key.Key_Down)
    session.run(lambda library: library.topics.edit("zones", label="Zones of calm"))
    idle(session)
    assert field.line.popup.current().uid == "adam"
    press(field, Qt.Key.Key_Return)
    assert field.value() == "adam"


@pytest.mark.parametrize("quick", [False, True])
def test_ctrl_enter_takes_the_name_first(field, typed, qtbot, quick, session, idle):
    field.show_value("ada", {("person", "ada"): "Ada Brandt"})
    field.line.selectAll()
    further = []
    field.further.connect(lambda: further.append(field.value()))
    if quick:
        qtbot.keyClicks(field.line, "adam cole")
    else:
        typed("col")
    press_ctrl_enter(field)
    idle(session)
    assert field.value() == "adam"
    assert further == (["adam"] if quick else [])


def test_ctrl_enter_asks_for_nothing_further_once_one_types_on(field, qtbot, session, idle):
    further = []
    field.further.connect(lambda: further.append(1))
    qtbot.keyClicks(field.line, "adam cole")
    press_ctrl_enter(field)
    qtbot.keyClicks(field.line, "x")
    idle(session)
    assert (field.text(), further) == ("adam colex", [])


def test_leaving_with_a_known_spelling_chooses_its_record(field, typed, told, qtbot, after):
    said = told(field)
    field.line.setText("ада брандт")
    after.setFocus()
    assert said == []
    qtbot.waitUntil(lambda: said == ["edited", "left"])
    assert (field.value(), field.text()) == ("ada", "Ada Brandt")


def test_leaving_with_what_nobody_is_called_says_so_and_keeps_it(field, typed, told, qtbot, after):
    said = told(field)
    typed("Eve")
    after.setFocus()
    assert said[-1] == "left"
    assert field.text() == "Eve"
    with pytest.raises(BadValue, match="“Eve” is not a person"):
        field.value()


def test_two_of_one_name_have_to_be_told_apart(field, typed, names, session, qtbot):
    names.people.add(name="Ada Brandt")
    typed("Ada Brandt")
    press(field, Qt.Key.Key_Tab)
    with pytest.raises(BadValue, match="2 people are called “Ada Brandt”: choose the one meant"):
        field.value()


def test_a_stored_value_is_shown_by_its_name(field, told):
    said = told(field)
    field.show_value("ada", {("person", "ada"): "Ada Brandt"})
    assert (field.text(), field.value(), said) == ("Ada Brandt", "ada", [])
    field.show_value(None, {})
    assert (field.text(), field.value()) == ("", None)
    field.show_value(New("person", "Eve"), {})
    assert (field.text(), field.value()) == ("Eve", New("person", "Eve"))


def test_a_name_changed_by_a_letter_is_no_longer_the_record(field, typed):
    field.show_value("ada", {("person", "ada"): "Ada Brandt"})
    field.line.end(False)
    typed("x")
    with pytest.raises(BadValue):
        field.value()
    press(field, Qt.Key.Key_Escape)
    press(field, Qt.Key.Key_Backspace)
    assert field.value() == "ada"


def test_a_draft_of_a_known_name_needs_no_choice(field, told, qtbot):
    said = told(field)
    field.show_text("Adam Cole")
    assert said == ["edited"]
    qtbot.waitUntil(lambda: field.line.matches.knows("Adam Cole"))
    assert (field.value(), said) == ("adam", ["edited"])
    field.show_text("Ada")
    qtbot.waitUntil(lambda: field.line.matches.knows("Ada"))
    with pytest.raises(BadValue):
        field.value()
    assert field.text() == "Ada"


@pytest.mark.parametrize("value", ["other", New("person", "Ada Brandt")])
def test_a_draft_keeps_which_of_one_name_was_chosen(field, names, value, session, idle):
    names.people.add(uid="other", name="Ada Brandt")
    field.show_value(value, {("person", "other"): "Ada Brandt"})
    draft = field.draft()
    field.show_value(None, {})
    field.show_draft(draft)
    idle(session)
    assert (field.value(), field.text()) == (value, "Ada Brandt")


@pytest.mark.parametrize("text", ["Eve", "", '{"names": [["ada", 3]]}', "[]", "3"])
def test_a_draft_of_what_is_only_typed_is_what_is_typed(field, text, session, idle):
    field.show_text(text)
    draft = field.draft()
    field.show_value("ada", {("person", "ada"): "Ada Brandt"})
    field.show_draft(draft)
    idle(session)
    assert field.text() == text


def test_not_known_empties_the_field(field, told):
    field.show_value("ada", {("person", "ada"): "Ada Brandt"})
    said = told(field)
    field.none.click()
    assert (field.value(), said) == (None, ["edited", "left"])


@pytest.mark.parametrize("text", ["<b>Ada</b>", "🕊", "a\0b", "x" * 100_000, "إعلان"])
def test_any_text_is_kept_and_nothing_is_read_as_markup(field, qtbot, text):
    field.show_text(text)
    field.line.ask()
    qtbot.waitUntil(lambda: field.line.matches.knows(field.line.text()))
    assert field.text() == text
    with pytest.raises(BadValue):
        field.value()


def test_a_meeting_cannot_be_made_by_its_name_alone(session, shown, qtbot):
    field = NameField(session, "meeting", "Meeting")
    shown(field)
    field.show_text("Nowhere")
    with pytest.raises(BadValue, match=r"Choose one from the list\.$"):
        field.value()


def test_what_may_only_be_looked_at_opens_no_list(field, qtbot, session):
    field.set_read_only(True)
    press(field, Qt.Key.Key_Down)
    assert not session.tasks.busy
    assert not field.line.is_open


def test_a_press_elsewhere_closes_the_list(field, typed, qtbot):
    typed("ada")
    qtbot.mouseClick(field.window(), Qt.MouseButton.LeftButton, pos=field.window().rect().bottomLeft())
    assert not field.line.is_open


def test_the_list_has_no_focus_and_a_name(field, typed):
    typed("ada")
    popup = field.line.popup
    assert popup.focusPolicy() == popup.list.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert popup.list.accessibleName() == "Known names"
    assert field.line.accessibleName() == "Head of delegation"
    assert field.window().rect().contains(popup.geometry())


def test_where_there_is_no_room_below_the_list_lies_above(field, typed, after):
    window = field.window()
    window.layout().insertStretch(0, 1)
    window.layout().setStretch(window.layout().count() - 1, 0)
    window.layout().activate()
    after.hide()
    typed("ada")
    assert field.line.popup.geometry().bottom() < field.line.mapTo(window, field.line.rect().topLeft()).y()


def test_what_will_be_made_is_marked_as_new(field, typed):
    plain = field.line.textMargins().right()
    field.show_value(New("person", "Eve"), {})
    marked = field.line.grab().toImage()
    assert field.line.textMargins().right() > plain
    typed("x")
    assert field.line.textMargins().right() == plain
    field.show_value("eve", {("person", "eve"): "Eve"})
    assert field.line.grab().toImage() != marked


def test_a_field_that_goes_takes_its_open_list_along_before_the_rows(field, typed, qtbot):
    typed("ada")
    popup = field.line.popup
    assert popup.list.currentIndex().isValid()
    with qtbot.waitSignal(popup.destroyed):
        shiboken6.delete(field)
        popup.list.reset()  # as Qt does a little later with a view whose rows are gone
