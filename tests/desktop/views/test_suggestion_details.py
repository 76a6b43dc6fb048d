"""The fields of a suggested quote, the words around it, and who is asked to be meant."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from db import Cancel
from desktop.models.suggestion_choices import ACCEPTED, REJECTED
from desktop.views.suggestion_details import around
from desktop.views.suggestions_panel import WHO
from tests.desktop.suggested import TEXT, WORDS, fill_doubted
from tests.desktop.suggestions_page import library, panel, press, quotes, show, states, talks, wait

__all__ = ["library", "panel", "talks"]  # fixtures
KEY = Qt.Key


def test_a_key_leads_to_the_fields_and_escape_back(panel, qtbot):
    press(panel, qtbot, KEY.Key_E)
    assert panel.details.speaker.line.hasFocus()
    qtbot.keyClick(panel.details.speaker.line, KEY.Key_Escape)
    assert panel.list.hasFocus()
    press(panel, qtbot, KEY.Key_F2)
    assert panel.details.speaker.line.hasFocus()


def test_what_is_changed_in_the_fields_is_stored(panel, library, talks, qtbot):
    press(panel, qtbot, KEY.Key_E)
    panel.details.title.line.setFocus()
    panel.details.title.line.selectAll()
    qtbot.keyClicks(panel.details.title.line, "Minister of Harbours")
    panel.details.form.box.setCurrentIndex(1)
    panel.details.form.box.activated.emit(1)
    panel.list.setFocus()
    assert panel.list.row().choice.title == "Minister of Harbours"
    press(panel, qtbot, KEY.Key_A)
    panel.store_all()
    wait(panel, qtbot)
    (quote,) = library.quotes.all(Cancel())
    assert (quote.form, quote.speaker_title) == ("indirect", "Minister of Harbours")


def test_what_is_being_typed_counts_when_one_stores_from_the_field(panel, library, qtbot):
    press(panel, qtbot, KEY.Key_A, KEY.Key_Up)
    line = panel.details.title.line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Minister")
    qtbot.keyClick(line, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait(panel, qtbot)
    assert [quote.speaker_title for quote in library.quotes.all(Cancel())] == ["Minister"]


def test_a_text_with_line_ends_of_windows_is_marked_in_its_place(panel, library, qtbot):
    source = library.sources.add(title="From a page", text=TEXT.replace("\n", "\r\n"))
    show(panel, source, qtbot)
    press(panel, qtbot, KEY.Key_Down, KEY.Key_Down)
    assert panel.details.text.marked_text() == WORDS[2]


def test_another_speaker_is_found_by_name(panel, library, talks, qtbot):
    line = panel.details.speaker.line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "feld")
    qtbot.waitUntil(lambda: line.is_open)
    qtbot.keyClick(line, KEY.Key_Return)
    panel.list.setFocus()
    assert (panel.list.row().choice.speaker, panel.list.row().speaker) == (talks.feld, "Jan Feld")
    press(panel, qtbot, KEY.Key_A)
    panel.store_all()
    wait(panel, qtbot)
    (quote,) = library.quotes.all(Cancel())
    assert quote.party_id == library.parties.all(Cancel())[1].id  # that of the other speaker


def test_a_name_that_nobody_has_is_said_at_its_field_and_changes_nothing(panel, qtbot):
    line = panel.details.speaker.line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "zzz")
    panel.list.setFocus()
    wait(panel, qtbot)
    assert "“zzz” is not a person" in panel.details.speaker.problem()
    assert panel.list.row().choice.called == "Ada Brandt"
    press(panel, qtbot, KEY.Key_Down)
    assert panel.details.speaker.line.text() == "Jan Feld"
    assert panel.details.speaker.problem() == ""


def test_selected_words_become_the_quote(panel, library, qtbot):
    press(panel, qtbot, KEY.Key_Down)
    text = panel.details.text
    text.setFocus()
    place = text.toPlainText().index("the ice 🧊 had come")
    cursor = text.textCursor()
    cursor.setPosition(place)
    cursor.setPosition(place + len("the ice 🧊 had come") + 1, cursor.MoveMode.KeepAnchor)  # Qt counts 🧊 twice
    text.setTextCursor(cursor)
    qtbot.keyClick(text, KEY.Key_Return)
    assert panel.list.row().choice.words == "the ice 🧊 had come"
    assert text.marked_text() == "the ice 🧊 had come"
    qtbot.keyClick(text, KEY.Key_Escape)
    press(panel, qtbot, KEY.Key_A)
    panel.store_all()
    wait(panel, qtbot)
    assert quotes(library) == ["the ice 🧊 had come"]


def test_the_buttons_do_what_the_keys_do(panel, qtbot):
    qtbot.mouseClick(panel.details.accept, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.details.reject, Qt.MouseButton.LeftButton)
    assert states(panel)[:2] == [ACCEPTED, REJECTED]
    press(panel, qtbot, KEY.Key_Up)
    assert panel.details.reject.text() == "Rejected (R)"


def test_a_double_click_leads_to_the_fields(panel, qtbot):
    place = panel.list.visualRect(panel.list.model().index(1, 0)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel.details.speaker.line.hasFocus()
    assert panel.list.currentIndex().row() == 1


@pytest.mark.parametrize(
    "span", [(0, 5), (TEXT.index("No nets"), TEXT.index("No nets") + 4), (len(TEXT) - 8, len(TEXT)), (0, len(TEXT))]
)
def test_the_text_around_a_passage_holds_it_whole(span):
    start, end = around(TEXT, *span)
    assert 0 <= start <= span[0] < span[1] <= end <= len(TEXT)


def test_of_a_long_text_only_what_is_near_is_shown():
    text = "word " * 100_000
    start, end = around(text, 200_000, 200_020)
    assert 200_020 - 200_000 < end - start < 2000
    start, end = around("x" * 100_000, 50_000, 50_010)
    assert start <= 50_000 < 50_010 <= end


@pytest.fixture
def doubted(panel, library, qtbot):
    """The page with a text that names people otherwise than the library knows them."""
    source = fill_doubted(library)
    wait(panel, qtbot)
    show(panel, source, qtbot)
    return panel


def offered(panel):
    return [one for one in panel.details.speaker.findChildren(QToolButton, "link") if one.isVisible()]


def wait_for(panel, qtbot, *words):
    qtbot.waitUntil(lambda: [one.text() for one in offered(panel)] == [*words])


def test_who_is_meant_has_to_be_chosen_before_it_is_accepted(doubted, qtbot):
    field = doubted.details.speaker
    assert field.problem() == "“Пётр Иванов” sounds like Pyotr Ivanov. Who is meant?"
    assert field.line.accessibleDescription() == field.problem()
    with qtbot.waitSignal(doubted.said) as told:
        press(doubted, qtbot, KEY.Key_A)
    assert told.args == [WHO]
    assert states(doubted) == ["", "", "", ""]
    first, other = offered(doubted)
    assert (first.text(), other.text(), first.hasFocus()) == ("Pyotr Ivanov · Novogradia", "Somebody else", True)
    qtbot.keyClick(first, KEY.Key_Return)
    assert (field.line.text(), doubted.list.hasFocus()) == ("Pyotr Ivanov", True)
    assert field.problem() == "“Пётр Иванов” becomes a spelling of Pyotr Ivanov."
    press(doubted, qtbot, KEY.Key_A, KEY.Key_A)
    assert states(doubted) == [ACCEPTED, ACCEPTED, "", ""]


def test_a_spelling_is_kept_with_the_quotes_or_not_as_one_chooses(doubted, library, qtbot):
    press(doubted, qtbot, KEY.Key_A)
    qtbot.keyClick(offered(doubted)[0], KEY.Key_Space)
    wait_for(doubted, qtbot, "Do not keep it")
    offered(doubted)[0].click()
    wait_for(doubted, qtbot, "Keep it as a spelling")
    offered(doubted)[0].click()
    press(doubted, qtbot, KEY.Key_A)
    doubted.store_all()
    wait(doubted, qtbot)
    assert [alias.form for alias in library.aliases.all(Cancel())] == ["Пётр Иванов"]
    assert len(quotes(library)) == 1
    assert doubted.list.model().row(doubted.list.model().index(1)).found.match.speaker.name == "Pyotr Ivanov"


def test_walking_over_the_fields_leaves_what_is_asked_where_it_is(doubted, qtbot):
    press(doubted, qtbot, KEY.Key_E)
    before = offered(doubted)
    qtbot.keyClick(doubted.details.speaker.line, KEY.Key_Tab)
    assert offered(doubted) == before
    assert before[0].hasFocus()


def test_what_is_rejected_needs_no_answer_and_another_row_asks_its_own(doubted, qtbot):
    press(doubted, qtbot, KEY.Key_R, KEY.Key_Down)
    assert states(doubted)[0] == REJECTED
    wait_for(doubted, qtbot, "Cy Green", "Somebody else")
    press(doubted, qtbot, KEY.Key_Down)
    wait_for(doubted, qtbot, "Nils Moss", "Rita Moss", "Somebody else")


def test_what_is_asked_has_its_full_height_where_there_is_little_room(doubted, qtbot):
    doubted.resize(500, 420)
    field = doubted.details.speaker
    press(doubted, qtbot, KEY.Key_A)
    qtbot.waitUntil(lambda: field.width() < 300)
    qtbot.waitUntil(lambda: field.height() >= field.heightForWidth(field.width()))
    assert field.heightForWidth(field.width()) > field.minimumSizeHint().height()  # the words need more than one line


def test_who_is_found_by_name_where_two_fit_gets_not_the_title_of_the_likeliest(panel, library, talks, qtbot):
    text = "The envoy Ove Lind met Jan Feld. He said that the nets were lost."
    source = library.sources.add(title="Fourth day", text=text)
    wait(panel, qtbot)
    show(panel, source, qtbot)
    wait_for(panel, qtbot, "Ove Lind · a new person", "Jan Feld · Veltria", "Somebody else")
    assert panel.details.speaker.problem() == "This may be Ove Lind or Jan Feld. Who is meant?"
    line = panel.details.speaker.line
    line.setFocus()
    qtbot.keyClicks(line, "feld")
    qtbot.waitUntil(lambda: line.is_open)
    qtbot.keyClick(line, KEY.Key_Return)
    panel.list.setFocus()
    assert (panel.list.row().choice.speaker, panel.list.row().choice.title) == (talks.feld, None)
    press(panel, qtbot, KEY.Key_A)
    panel.store_all()
    wait(panel, qtbot)
    (quote,) = library.quotes.all(Cancel())
    assert (quote.speaker_title, quote.party_id is None) == (None, False)
