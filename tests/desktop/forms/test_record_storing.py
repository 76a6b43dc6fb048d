"""What is typed is stored when its field is left, as one revision for a sitting, or kept as a draft."""

import threading

import pytest
from PySide6.QtCore import Qt

from db import record_form
from db.cancel import Cancel
from db.new_names import New
from db.references import Record
from desktop.drafts import Drafts
from desktop.tasks import READERS
from tests.desktop.hands import labels, put

ROUND, OUTCOME = Record("meeting", "m1"), Record("outcome", "o1")


def test_a_field_is_stored_when_it_is_left(form_of, library, qtbot, idle, session):
    form = form_of("meeting", "m1")
    form.fields["ends"].show_text("3.3.2031")
    form.fields["ends"].left.emit()
    idle(session)
    assert library.meetings.get("m1").ends == "2031-03-03"
    assert labels(library)[0] == "Edit meeting: last day"
    assert form.fields["ends"].text() == "3 March 2031"
    assert not form.unsaved


def test_a_field_is_stored_after_quiet_and_the_sitting_is_one_revision(form_of, panel, library, qtbot, idle, session):
    form = form_of("outcome", "o1")
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    before = len(labels(library))
    field = form.fields["text"]
    field.setFocus()
    for text in ("To meet again in spring", "To meet again in spring 2032"):
        field.edit.setPlainText(text)
        form.storing._quiet.setInterval(1)
        form.storing._quiet.start()
        qtbot.waitUntil(lambda text=text: library.outcomes.get("o1").text == text)
        idle(session)
    assert len(labels(library)) == before + 1


def test_what_is_wrong_is_said_at_its_field_and_kept_as_a_draft(form_of, library, drafts, idle, session):
    form = form_of("meeting", "m1")
    form.fields["ends"].show_text("1 March 2031")
    form.fields["ends"].left.emit()
    idle(session)
    assert "before the start" in form.fields["ends"].problem()
    assert library.meetings.get("m1").ends is None
    assert drafts.of(Record("meeting", "m1")).texts == {"ends": "1 March 2031"}
    form.fields["ends"].show_text("")
    form.fields["ends"].left.emit()
    idle(session)
    assert form.fields["ends"].problem() == ""
    assert drafts.of(Record("meeting", "m1")) is None


def test_a_new_record_is_stored_once_it_has_all_that_it_needs(panel, library, idle, session):
    panel.show_new("outcome", {"meeting": "m1"})
    form = panel.form
    form.fields["text"].show_text("To open a hotline")
    form.fields["text"].left.emit()
    idle(session)
    assert len(library.outcomes.of_meeting("m1")) == 1
    form.fields["act"].show_text("agreed")
    form.fields["act"].left.emit()
    idle(session)
    assert [outcome.text for outcome in library.outcomes.of_meeting("m1")] == ["To meet again", "To open a hotline"]
    assert labels(library)[0] == "Add outcome"
    library.undo()
    assert len(library.outcomes.of_meeting("m1")) == 1


def test_drafts_of_another_start_are_found(session, library, drafts, qtbot, idle, form_of):
    form = form_of("outcome", "o1")
    form.fields["text"].show_text("Half a thou")
    form.storing.keep_draft()
    idle(session)
    later = Drafts(session)
    with qtbot.waitSignal(later.found) as found:
        later.begin()
    assert [draft.texts for draft in found.args[0]] == [{"text": "Half a thou"}]


def test_what_looks_like_a_slip_is_said_at_its_field_and_stored_all_the_same(form_of, library, idle, session):
    library.people.add(name="Cy Example", uid="cy")
    form = form_of("person", "cy")
    form.fields["name"].show_text("Bo Example")
    form.fields["name"].left.emit()
    idle(session)
    assert library.people.get("cy").name == "Bo Example"
    assert form.fields["name"].problem() == "There is a person of this name already."


def test_a_new_reading_is_not_followed_unless_it_is_chosen(panel, library, idle, session):
    panel.show_new("reading", {"record": ("meeting", "m1")})
    for name, text in (("about", "the first day"), ("value", "1 March")):
        panel.form.fields[name].show_text(text)
        panel.form.fields[name].left.emit()
    idle(session)
    (reading,) = library.readings.of(Record("meeting", "m1"))
    assert (reading.value, reading.adopted) == ("1 March", 0)
    panel.form.fields["adopted"].show_text("1")
    panel.form.fields["adopted"].left.emit()
    idle(session)
    assert library.readings.get(reading.uid).adopted == 1


@pytest.mark.parametrize(
    "text", ["<b>x</b> <img src=file:x>", "a\r\nb\rc\nd", "🕊 سلام שלום", ("word " * 20 + "\n") * 9_900 + "end"]
)
def test_any_text_of_a_note_comes_back_as_it_was(panel, library, idle, session, text):
    panel.show_new("note", {"record": ("meeting", "m1")})
    panel.form.fields["body"].show_text(text)
    panel.form.fields["body"].left.emit()
    idle(session)
    (note,) = library.notes.of(Record("meeting", "m1"))
    assert note.body == text
    panel.show_record(Record("note", note.uid))
    idle(session)
    assert panel.form.fields["body"].text() == text


def test_the_draft_is_no_older_than_what_is_sent_to_be_stored(form_of, drafts, idle, session):
    form = form_of("outcome", "o1")
    form.fields["text"].show_text("Begun")
    form.storing.keep_draft()
    form.fields["text"].show_text("Begun and gone on with")
    form.fields["text"].left.emit()
    assert form.in_flight
    assert drafts.of(Record("outcome", "o1")).texts == {"text": "Begun and gone on with"}
    idle(session)
    assert drafts.of(Record("outcome", "o1")) is None


def test_what_was_refused_is_tried_again_when_its_cause_is_mended(form_of, panel, library, idle, session):
    form = form_of("meeting", "m1")
    put(form, ends="1 March 2031")
    idle(session)
    assert "before the start" in form.fields["ends"].problem()
    put(form, city="Here")
    idle(session)
    assert "before the start" in form.fields["ends"].problem()
    assert panel._status.text() == "Not saved; what you typed is kept as a draft."
    put(form, starts="28 February 2031")
    idle(session)
    assert library.meetings.get("m1").ends == "2031-03-01"
    assert form.fields["ends"].problem() == ""
    assert panel._status.text() == "Saved"
    assert not form.unsaved


def test_the_status_names_a_changed_field_whose_sources_were_cited_for_what_stood_there(
    form_of, panel, library, idle, session
):
    source = library.sources.add(title="Calendar")
    library.citations.add(Record("meeting", "m1"), source=source, field="starts")
    library.citations.add(Record("meeting", "m1"), source=source, field="city", relation="contradicts")
    form = form_of("meeting", "m1")
    put(form, city="Elsewhere")
    idle(session)
    assert panel._status.text() == "Saved"
    put(form, starts="1 March 2031")
    idle(session)
    label = form.fields["starts"].label
    sentence = f"Saved. See whether the sources of {label} say this too: they were cited for what stood there."
    assert panel._status.text() == sentence


def test_a_refusal_at_another_field_goes_with_what_caused_it(form_of, library, idle, session):
    form = form_of("meeting", "m1")
    put(form, ends="3 March 2031")
    idle(session)
    put(form, starts="4 March 2031")
    idle(session)
    (said,) = [name for name, field in form.fields.items() if field.problem()]
    put(form, starts="2 March 2031")
    idle(session)
    assert form.fields[said].problem() == ""


def test_what_the_form_itself_stores_is_not_taken_for_a_change_made_elsewhere(form_of, library, session, qtbot, idle):
    form = form_of("outcome", "o1")
    field = form.fields["text"]
    read, stored = threading.Event(), threading.Event()
    for _ in range(READERS):
        session.tasks.read(lambda _: read.wait(), lambda _: None)
    session.run(lambda library: library.outcomes.edit("o1", note="Changed elsewhere"))  # the form asks to read it
    qtbot.waitUntil(lambda: not session.tasks.writing)
    library.on_change(lambda _: stored.wait())
    field.show_text("one")
    form.leave()
    field.show_text("one two")
    read.set()
    qtbot.waitUntil(lambda: session.tasks._running == 1)  # what is stored is not told yet
    assert field.problem() == ""
    stored.set()
    idle(session)
    assert field.problem() == ""
    form.leave()
    idle(session)
    assert library.outcomes.get("o1").text == "one two"
    assert form.fields["note"].text() == "Changed elsewhere"


def test_a_name_that_was_made_just_now_is_no_change_made_elsewhere(form_of, library, idle, session):
    form = form_of("outcome", "o1")
    field = form.fields["tags"]
    field._pick(New("tag", "one"))
    form.leave()
    field._pick(New("tag", "two"))
    idle(session)
    assert field.problem() == ""
    form.leave()
    idle(session)
    assert sorted(tag.name for tag in library.tags.all(Cancel())) == ["one", "two"]
    assert len(field.value()) == 2


def test_a_bug_in_one_store_is_told_and_blocks_nothing_after_it(form_of, panel, library, idle, session):
    bugs, told = [], []
    session.tasks.failed.connect(bugs.append)
    panel.troubled.connect(lambda error: told.append(str(error)))
    form = form_of("outcome", "o1")
    author, library._author = library.author, object()
    put(form, text="One")
    idle(session)
    assert len(bugs) == 1
    assert told == ["An error in Parley itself stopped this; nothing was stored."]
    assert form.fields["text"].problem() == told[0]
    assert panel._status.text() == "Not saved; what you typed is kept as a draft."
    library.author = author
    put(form, note="Two")
    idle(session)
    found = library.outcomes.get("o1")
    assert (found.text, found.note) == ("One", "Two")
    assert not form.unsaved


def test_a_form_that_is_left_before_it_was_read_keeps_the_draft(form_of, panel, drafts, session, idle):
    form = form_of("meeting", "m1")
    put(form, ends="half a day")
    panel.put_away()
    panel.show_record(ROUND)
    panel.put_away()
    assert drafts.of(ROUND).texts == {"ends": "half a day"}
    idle(session)
    assert form_of("meeting", "m1").fields["ends"].text() == "half a day"


def test_two_tags_of_one_name_survive_half_a_tag_beside_them(form_of, panel, library, session, idle):
    for parent, child in (("A", "a"), ("B", "b")):
        library.tags.add(uid=parent, name=parent)
        library.tags.add(uid=child, name="method", parent=parent)
        library.tags.put(child, OUTCOME)
    field = form_of("outcome", "o1").fields["tags"]
    field.line.setText("half")
    field._edit()
    panel.put_away()
    idle(session)
    field = form_of("outcome", "o1").fields["tags"]
    assert field.line.text() == "half"
    field.line.clear()
    field._edit()
    field.left.emit()
    idle(session)
    assert {*record_form.read(library, OUTCOME, Cancel()).tags} == {"a", "b"}


def test_a_word_that_keys_led_to_makes_no_record_before_it_is_left(panel, library, session, qtbot, idle):
    panel.show_new("outcome", {"meeting": "m1"})
    form = panel.form
    put(form, text="To open a hotline")
    box = form.fields["act"].box
    box.setFocus()
    for _ in range(2):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    form.storing._store_sitting()  # as after two quiet seconds
    idle(session)
    assert len(library.outcomes.of_meeting("m1")) == 1
    qtbot.keyClick(box, Qt.Key.Key_Return)
    idle(session)
    assert [outcome.act for outcome in library.outcomes.of_meeting("m1")] == ["agreed", "adopted"]


def test_keys_that_lead_through_words_are_one_step(form_of, library, session, qtbot, idle):
    form = form_of("outcome", "o1")
    before = len(labels(library))
    box = form.fields["act"].box
    box.setFocus()
    for _ in range(3):
        qtbot.keyClick(box, Qt.Key.Key_Down)
        idle(session)
    form.fields["text"].setFocus()
    idle(session)
    assert len(labels(library)) == before + 1
