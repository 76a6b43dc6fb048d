"""The pane around a form: its notes, the way of the key Tab through it, what can be done with its record."""

import pytest
from PySide6.QtCore import Qt

from db.references import Record
from tests.desktop.hands import in_focus, put


def link_words(row):
    """What a row of words offers, in order."""
    return [button.text() for button in row._buttons]


def test_notes_that_begin_alike_are_all_listed(panel, form_of, library, session, idle):
    bodies = ["See page 4", "See page 4", "x" * 100 + "a", "x" * 100 + "b"]
    uids = [library.notes.add(Record("outcome", "o1"), body=body) for body in bodies]
    form_of("outcome", "o1")
    assert len(link_words(panel._notes)) == 4
    panel._notes._buttons[3].click()
    idle(session)
    assert panel.records == [Record("note", uids[3])]


def tabs(qtbot, number, key=Qt.Key.Key_Tab):
    """Where the key Tab leads from where the focus is, so many times."""
    found = []
    for _ in range(number):
        qtbot.keyClick(in_focus(), key)
        found.append(in_focus().accessibleName())
    return found


OUTCOME = ["Act", "Text", "Topics", "Act in the source’s words", "Who did it", "Remark", "Tags"]
ACTS = ["Add note", "History", "Duplicate", "Remove"]


def test_tab_leads_through_the_fields_to_what_can_be_done_and_back_out_above(
    panel, form_of, library, settings, qtbot, session, idle
):
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.strip._decline()
    library.notes.add(Record("outcome", "o1"), body="See page 4")
    for record in (Record("meeting", "m1"), Record("outcome", "o1")):  # a second form takes the place of a first
        panel.show_record(record, focus=True)
        idle(session)
    qtbot.waitUntil(panel.form.fields["tags"].isVisible)
    assert tabs(qtbot, len(OUTCOME) + len(ACTS)) == [*OUTCOME[1:], "Note: See page 4", *ACTS]
    panel.form.focus_first()
    assert tabs(qtbot, 1, Qt.Key.Key_Backtab) == ["Close the form"]


def test_tab_leads_to_what_a_field_offers_before_the_next_field(panel, form_of, library, qtbot, session, idle):
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    form = form_of("outcome", "o1")
    form.fields["text"].show_text("mine")
    session.run(lambda library: library.outcomes.edit("o1", text="theirs"))
    idle(session)
    qtbot.waitUntil(form.fields["text"]._choices.isVisible)
    form.fields["act"].setFocus()
    assert tabs(qtbot, 4) == ["Text", "Keep what I typed", "Take the change", "Topics"]


def test_a_note_on_what_is_not_saved_yet_stores_that_first_or_says_what_is_missing(panel, library, session, idle):
    said = []
    panel.said.connect(said.append)
    panel.show_new("outcome", {"meeting": "m1"})
    outcome = panel.form
    outcome.fields["text"].show_text("To open a hotline")
    panel.acts.add_note()
    assert panel.form is outcome
    assert said == ["A note stands on a record that is saved: fill in what this one needs first."]
    outcome.fields["act"].show_text("agreed")
    panel.acts.add_note()
    idle(session)
    put(panel.form, body="Made up")
    idle(session)
    assert [note.body for note in library.notes.of(outcome.record)] == ["Made up"]


def test_a_note_on_several_is_not_begun_and_that_is_said(panel, library, session):
    said = []
    panel.said.connect(said.append)
    library.outcomes.add(meeting="m1", act="agreed", text="To exchange lists", uid="o2")
    panel.show_many([Record("outcome", "o1"), Record("outcome", "o2")])
    panel.acts.add_note()
    assert said == ["A note stands on one record: choose one alone."]


def press_ctrl_enter(qtbot, widget):
    qtbot.keyClick(widget, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("quick", [False, True])
def test_ctrl_enter_stores_the_name_that_is_being_typed(panel, library, session, qtbot, idle, quick):
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.show_new("participation", {"meeting": "m1", "party": "a", "role": "observer", "attendance": "reported"})
    idle(session)
    form = panel.form
    line = form.fields["head"].line
    line.setFocus()
    qtbot.keyClicks(line, "Bo Example")
    if not quick:
        idle(session)
    press_ctrl_enter(qtbot, line)
    idle(session)
    assert panel.form is not form
    assert panel.form.new
    (found,) = library.participations.of_meeting("m1")
    assert library.people.get("bo").id == found.head_id


def test_ctrl_enter_stays_while_a_name_means_nobody(panel, library, session, qtbot, idle):
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.show_new("participation", {"meeting": "m1", "party": "a", "role": "observer", "attendance": "reported"})
    idle(session)
    form = panel.form
    line = form.fields["head"].line
    line.setFocus()
    qtbot.keyClicks(line, "Nobody at all")
    press_ctrl_enter(qtbot, line)
    idle(session)
    assert panel.form is form
    assert line.hasFocus()
    assert line.text() == "Nobody at all"
    assert "is not a person that the library knows" in form.fields["head"].problem()


def test_the_numbers_beside_a_field_stand_on_one_line(panel, form_of, library, session, idle):
    meeting = library.meetings.add(kind="round", title="Lakes", city="Oslo")
    record = Record("meeting", meeting)
    for title in ("Paper", "Another", "A third"):
        library.citations.add(record, source=library.sources.add(title=title), field="city")
    panel.show()
    form = form_of("meeting", meeting)
    idle(session)
    buttons = form.fields["city"]._marks._buttons
    assert [button.text() for button in buttons] == ["1", "2", "3"]
    assert len({button.y() for button in buttons}) == 1
