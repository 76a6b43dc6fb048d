"""The page of suggested quotes."""

import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from db import Cancel, Library
from db.references import Record
from db.speech import finding, source_speech
from desktop.models.suggestion_choices import ACCEPTED, REJECTED
from desktop.views import suggestions_panel
from desktop.views.suggestion_details import around
from desktop.views.suggestions_panel import NO_SOURCE, NO_TEXT, NOTHING, READING, REFUSED_BEFORE, WHO, SuggestionsPanel
from tests.desktop.suggested import TEXT, WORDS, fill, fill_doubted

KEY = Qt.Key


@pytest.fixture
def talks(open_file, tmp_path):
    path = tmp_path / "talks.parley"
    with Library.create(path, "Talks") as library:
        talks = fill(library)
    open_file(path)
    return talks


@pytest.fixture
def library(session, talks):
    return session.library


@pytest.fixture
def panel(session, talks, qtbot):
    """The page, shown, with the suggestions of the source."""
    panel = SuggestionsPanel(session)
    qtbot.addWidget(panel)
    panel.resize(640, 720)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    show(panel, talks.source, qtbot)
    return panel


def show(panel, source, qtbot):
    panel.show_target(f"source:{source}")
    wait(panel, qtbot)


def wait(panel, qtbot):
    qtbot.waitUntil(lambda: not panel._session.tasks.busy)


def said(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def states(panel):
    model = panel.list.model()
    return [model.row(model.index(at)).state for at in range(model.rowCount())]


def press(panel, qtbot, *keys):
    for key in keys:
        qtbot.keyClick(panel.list, key)


def quotes(library):
    return [quote.text for quote in library.quotes.all(Cancel())]


def test_the_suggestions_of_a_source_are_listed_and_the_first_is_shown_in_its_text(panel):
    assert "4 suggestions" in said(panel)
    assert panel.list.row().choice.words == WORDS[0]
    assert panel.details.text.marked_text() == WORDS[0]
    assert "Ada Brandt of Ardania" in panel.details.text.toPlainText()
    assert panel.details.speaker.line.text() == "Ada Brandt"
    assert panel.details.meeting.line.text() == "Fishing talks"
    assert panel.list.hasFocus()


def test_keys_accept_and_reject_and_lead_to_the_next_that_is_open(panel, qtbot):
    press(panel, qtbot, KEY.Key_A, KEY.Key_R, KEY.Key_Return)
    assert states(panel) == [ACCEPTED, REJECTED, ACCEPTED, ""]
    assert panel.list.currentIndex().row() == 3
    press(panel, qtbot, KEY.Key_Up)
    assert panel.list.currentIndex().row() == 2
    press(panel, qtbot, KEY.Key_A)
    assert states(panel)[2] == ""
    assert panel.list.currentIndex().row() == 2
    assert panel.store.text() == "Store 1 quote"


def test_one_key_stores_all_that_is_accepted_as_one_step(panel, library, qtbot):
    press(panel, qtbot, KEY.Key_A, KEY.Key_R, KEY.Key_A)
    with qtbot.waitSignal(panel.said) as told:
        qtbot.keyClick(panel.list, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["2 quotes stored."]
    wait(panel, qtbot)
    assert quotes(library) == [WORDS[0], WORDS[2]]
    assert states(panel) == ["stored", "stored", ""]  # what was rejected is out of the way
    assert not panel.store.isEnabled()
    library.undo()
    wait(panel, qtbot)
    assert quotes(library) == []
    assert states(panel) == ["", "", "", ""]


def test_what_was_rejected_does_not_come_back_but_can_be_asked_for(panel, session, talks, library, qtbot):
    press(panel, qtbot, *[KEY.Key_R] * 4)
    panel.store.click()
    wait(panel, qtbot)
    assert REFUSED_BEFORE in said(panel)
    other = SuggestionsPanel(session)
    qtbot.addWidget(other)
    other.show()
    show(other, talks.source, qtbot)
    assert REFUSED_BEFORE in said(other)
    qtbot.mouseClick(
        next(b for b in other.findChildren(QPushButton) if b.text() == "Show them"), Qt.MouseButton.LeftButton
    )
    assert states(other) == [REJECTED] * 4
    other.list.choose(0)
    press(other, qtbot, KEY.Key_R)
    other.store_all()
    wait(other, qtbot)
    assert states(panel) == [""]


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


def test_filters_narrow_the_list(panel, qtbot):
    press(panel, qtbot, KEY.Key_A)
    panel.form.setCurrentIndex(panel.form.findData("indirect"))
    panel.narrow()
    assert states(panel) == [""]
    panel.form.choose_all()
    panel.state.setCurrentIndex(panel.state.findData(ACCEPTED))
    panel.narrow()
    assert states(panel) == [ACCEPTED]


@pytest.mark.parametrize(
    ("kind", "sentence", "button"),
    [
        ("none", NO_SOURCE, "Show the sources"),
        ("bare", NO_TEXT, "Show the sources"),
        ("dull", NOTHING, "Show the sources"),
    ],
)
def test_an_empty_page_says_why_and_leads_on(session, library, talks, qtbot, kind, sentence, button):
    panel = SuggestionsPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    source = {"none": "", "bare": talks.bare}.get(kind)
    if source is None:
        source = library.sources.add(title="Tide tables", text="High water at noon. Low water at six.")
    panel.show_target(f"source:{source}" if source else "")
    wait(panel, qtbot)
    assert sentence in said(panel)
    assert not panel.store.isVisible()
    with qtbot.waitSignal(panel.go_requested) as asked:
        next(one for one in panel.findChildren(QPushButton) if one.text() == button).click()
    assert asked.args[0].tab == "sources"
    assert asked.args[0].target == (f"record:source:{source}" if source else "")


def test_a_library_that_is_read_only_shows_them_and_stores_nothing(open_file, session, talks, qtbot, monkeypatch):
    monkeypatch.setattr(session.library, "read_only", "This library is open for reading only.")
    panel = SuggestionsPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    show(panel, talks.source, qtbot)
    panel.list.choose(0)
    with qtbot.waitSignal(panel.said) as told:
        press(panel, qtbot, KEY.Key_A)
    assert told.args == ["This library is open for reading only."]
    assert states(panel) == ["", "", "", ""]
    assert not panel.details.accept.isVisible()
    panel.store_all()
    assert not panel.store.isEnabled()


def test_decisions_about_a_source_wait_while_another_is_looked_at(panel, talks, qtbot):
    press(panel, qtbot, KEY.Key_A, KEY.Key_R)
    show(panel, talks.bare, qtbot)
    show(panel, talks.source, qtbot)
    assert states(panel) == [ACCEPTED, REJECTED, "", ""]


def test_what_changes_in_the_library_is_shown_and_the_place_is_kept(panel, library, talks, qtbot):
    press(panel, qtbot, KEY.Key_A, KEY.Key_Down, KEY.Key_Down)
    library.people.edit(talks.brandt, name="Ada Brandtova")
    wait(panel, qtbot)
    assert states(panel)[0] == ACCEPTED
    assert panel.list.currentIndex().row() == 3
    assert panel.list.model().row(panel.list.model().index(0)).speaker == "Ada Brandtova"


def test_a_source_that_is_removed_is_let_go_of(panel, library, talks, qtbot):
    library.citations.remove(*(one.uid for one in library.citations.of(Record("meeting", talks.meeting))))
    library.sources.remove(talks.source)
    wait(panel, qtbot)
    assert NO_SOURCE in said(panel)


def test_a_text_that_is_changed_before_it_is_stored_stores_nothing_wrong(panel, library, talks, qtbot):
    press(panel, qtbot, KEY.Key_A)
    panel.hide()
    library.sources.edit(talks.source, text="Now: " + TEXT)
    panel.store_all()
    wait(panel, qtbot)
    assert quotes(library) == []
    assert panel.list.model().choices.speech.text.startswith("Now")


def test_another_library_begins_anew(panel, open_file, tmp_path, qtbot):
    path = tmp_path / "other.parley"
    Library.create(path, "Other").close()
    open_file(path)
    wait(panel, qtbot)
    assert NO_SOURCE in said(panel)


def test_what_was_decided_is_stored_when_one_leaves_the_library(panel, session, open_file, talks, tmp_path, qtbot):
    left = session.library.path
    press(panel, qtbot, KEY.Key_A, KEY.Key_R)
    show(panel, talks.bare, qtbot)
    path = tmp_path / "other.parley"
    Library.create(path, "Other").close()
    open_file(path)
    wait(panel, qtbot)
    assert NO_SOURCE in said(panel)
    with Library(left) as library:
        assert quotes(library) == [WORDS[0]]
        assert str(library.undo_labels()[0]).startswith("Add 1 quote from ")
        assert [one.rejected for one in source_speech.read(library, talks.source, Cancel()).found][1]


def test_a_text_that_was_corrected_elsewhere_keeps_what_was_decided_and_tells_what_it_could_not(
    panel, library, talks, qtbot
):
    told = []
    panel.said.connect(told.append)
    press(panel, qtbot, KEY.Key_A, KEY.Key_A)
    library.sources.edit(talks.source, text="Now: " + TEXT)
    wait(panel, qtbot)
    assert (states(panel)[:2], told) == ([ACCEPTED, ACCEPTED], [])
    library.sources.edit(talks.source, text=TEXT.replace("nets were lost", "nets were found"))
    wait(panel, qtbot)
    assert [state for state in states(panel) if state] == [ACCEPTED]
    assert told == ["1 decision was dropped: the text was changed, and what was decided about stands there no longer."]


def test_reading_can_be_stopped_and_begun_again(session, talks, qtbot, monkeypatch):
    """A text that takes long says so after a while, and the button stops it."""
    begun, go = threading.Event(), threading.Event()
    found = finding.find

    def slow(text, code, cancel, names):
        begun.set()
        while not go.wait(0.01):
            cancel.check()
        return found(text, code, cancel, names)

    monkeypatch.setattr("db.speech.source_speech.find", slow)
    panel = SuggestionsPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_target(f"source:{talks.source}")
    assert begun.wait(10)
    qtbot.waitUntil(lambda: READING in said(panel))
    next(one for one in panel.findChildren(QPushButton) if one.text() == "Cancel").click()
    wait(panel, qtbot)
    assert suggestions_panel.STOPPED in said(panel)
    go.set()
    next(one for one in panel.findChildren(QPushButton) if one.text() == "Read it again").click()
    wait(panel, qtbot)
    assert states(panel) == ["", "", "", ""]


def test_list_and_details_stand_side_by_side_where_there_is_room(panel):
    assert panel._split.orientation() == Qt.Orientation.Vertical
    panel.resize(1100, 700)
    assert panel._split.orientation() == Qt.Orientation.Horizontal


def test_a_double_click_leads_to_the_fields(panel, qtbot):
    place = panel.list.visualRect(panel.list.model().index(1, 0)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel.details.speaker.line.hasFocus()
    assert panel.list.currentIndex().row() == 1


def test_every_state_can_be_painted(panel, qtbot):
    press(panel, qtbot, KEY.Key_A, KEY.Key_R)
    image = panel.grab().toImage()
    assert image.pixelColor(QPoint(5, image.height() - 5)).isValid()
    panel.store_all()
    wait(panel, qtbot)
    panel.grab()
    panel.redraw()


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
