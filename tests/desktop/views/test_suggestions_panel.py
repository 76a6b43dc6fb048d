"""The page of suggested quotes."""

import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from db import Cancel, Library
from db.references import Record
from db.speech import finding, source_speech
from desktop.models.suggestion_choices import ACCEPTED, REJECTED
from desktop.views import suggestions_panel
from desktop.views.suggestions_panel import NO_SOURCE, NO_TEXT, NOTHING, READING, REFUSED_BEFORE, SuggestionsPanel
from tests.desktop.suggested import TEXT, WORDS
from tests.desktop.suggestions_page import library, panel, press, quotes, said, show, states, talks, wait

__all__ = ["library", "panel", "talks"]  # fixtures
KEY = Qt.Key


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
    other.resize(900, 600)
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


def test_every_state_can_be_painted(panel, qtbot):
    press(panel, qtbot, KEY.Key_A, KEY.Key_R)
    image = panel.grab().toImage()
    assert image.pixelColor(QPoint(5, image.height() - 5)).isValid()
    panel.store_all()
    wait(panel, qtbot)
    panel.grab()
    panel.redraw()
