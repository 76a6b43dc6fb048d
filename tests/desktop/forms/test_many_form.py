"""The form for several records: each choice goes to all of them once, and what is half typed is not lost."""

import threading

import pytest
from PySide6.QtCore import Qt

from db import record_form
from db.cancel import Cancel
from db.new_names import New
from db.references import Record
from desktop.commands import edit
from tests.desktop.hands import labels

SOME = [Record("outcome", "o1"), Record("outcome", "o2")]


@pytest.fixture
def form(panel, library, qtbot):
    """The form for two outcomes, with the focus in the window."""
    library.outcomes.add(meeting="m1", act="agreed", text="To exchange lists", uid="o2")
    library.tags.add(name="method", uid="method")
    panel.show_many(SOME)
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel.form


def acts(library):
    return [library.outcomes.get(record.uid).act for record in SOME]


def tags(library):
    return [record_form.read(library, record, Cancel()).tags for record in SOME]


def test_what_was_chosen_is_not_done_again_after_it_was_undone(form, panel, library, session, qtbot, idle):
    field = form.fields["act"]
    field.box.setFocus()
    field.show_text("signed")
    field.left.emit()
    idle(session)
    assert acts(library) == ["signed", "signed"]
    assert field.box.currentText() == "leave as they are"
    assert panel._status.text() == "Saved for all. Act: Signed"
    edit.undo(session)
    idle(session)
    qtbot.keyClick(field.box, Qt.Key.Key_Tab)
    panel.leave()
    idle(session)
    assert acts(library) == ["agreed", "agreed"]


def test_keys_that_lead_through_the_words_are_one_step_when_the_field_is_left(form, library, session, qtbot, idle):
    before = len(labels(library))
    box = form.fields["act"].box
    box.setFocus()
    for _ in range(4):
        qtbot.keyClick(box, Qt.Key.Key_Down)
        idle(session)
    assert len(labels(library)) == before
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    idle(session)
    assert acts(library) == ["established", "established"]
    assert len(labels(library)) == before + 1


def test_choices_of_one_sitting_at_a_field_are_one_step(form, library, session, qtbot, idle):
    before = len(labels(library))
    field = form.fields["act"]
    field.setFocus()
    for act in ("signed", "adopted"):
        field.show_text(act)
        field.left.emit()
        idle(session)
    assert acts(library) == ["adopted", "adopted"]
    assert len(labels(library)) == before + 1


def test_a_form_that_is_closed_with_a_choice_in_it_does_it(form, panel, library, session, qtbot, idle):
    box = form.fields["act"].box
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    panel.put_away()
    idle(session)
    assert acts(library) == ["signed", "signed"]


def test_a_form_outlives_all_of_its_writes(form, panel, library, session, qtbot, idle):
    gone = []
    form.destroyed.connect(lambda: gone.append(len(labels(library))))
    before = len(labels(library))
    first, second = threading.Event(), threading.Event()
    for act, held in (("signed", first), ("adopted", second)):
        session.run(lambda _, held=held: held.wait())
        form.fields["act"].show_text(act)
        form.fields["act"].left.emit()
    panel.show_record(Record("meeting", "m1"))
    first.set()
    qtbot.waitUntil(lambda: len(labels(library)) == before + 1)
    assert form.in_flight
    second.set()
    qtbot.waitUntil(lambda: bool(gone))
    assert acts(library) == ["adopted", "adopted"]


def test_what_is_half_typed_stands_there_again_and_that_is_said(form, panel, session, idle):
    said = []
    panel.said.connect(said.append)
    field = form.fields["add_tags"]
    field.setFocus()
    field._pick(New("tag", "new one"))
    field.line.setText("half a tag")
    field._edit()
    panel.show_record(Record("meeting", "m1"))
    idle(session)
    (sentence,) = said
    assert sentence.startswith("“new one”, “half a tag” went to nothing yet: choose it from the list or make it new.")
    panel.show_many(SOME)
    field = panel.form.fields["add_tags"]
    assert field.text() == "new one\nhalf a tag"
    field.line.clear()
    assert field.value() == (New("tag", "new one"),)


def test_what_is_put_on_all_leaves_the_field_and_comes_back_when_it_is_refused(form, library, session, idle):
    field = form.fields["take_tags"]
    field.setFocus()
    field._pick(New("tag", "nowhere"))
    field.left.emit()
    assert field.value() == ()
    field._pick(New("tag", "typed since"))
    idle(session)
    assert field.problem() == "There is no tag “nowhere” to take off."
    assert [token.name for token in field.value()] == ["nowhere", "typed since"]
    put_on = form.fields["add_tags"]
    put_on.show_value(("method",), {("tag", "method"): "method"})
    put_on.edited.emit()
    put_on.left.emit()
    idle(session)
    assert (put_on.value(), tags(library)) == ((), [("method",), ("method",)])


def test_the_same_lines_again_keep_their_form(form, panel):
    panel.show_many(SOME)
    assert panel.form is form


@pytest.fixture
def many(library, panel, session, idle):
    """The form for three sources."""
    uids = [library.sources.add(title=f"Source {number}") for number in range(3)]
    idle(session)
    panel.show_many([Record("source", uid) for uid in uids])
    return panel.form


def type_into(field, text, qtbot):
    qtbot.keyClicks(field.line, text)
    field.left.emit()


def test_sources_get_one_type_publisher_and_language(library, many, session, qtbot, idle):
    many.fields["type"].show_text("news")
    many.fields["type"].left.emit()
    type_into(many.fields["publisher"], "The Lake Post", qtbot)
    type_into(many.fields["language"], "en", qtbot)
    idle(session)
    found = [library.sources.get(record.uid) for record in many.records]
    assert {(source.type, source.publisher, source.language) for source in found} == {("news", "The Lake Post", "en")}
    assert library.undo_labels()[0] == "Edit 3 sources: language"


def test_a_line_that_was_not_typed_in_again_is_not_stored_again(library, many, session, qtbot, idle):
    type_into(many.fields["publisher"], "The Lake Post", qtbot)
    idle(session)
    library.undo()
    many.fields["publisher"].left.emit()
    idle(session)
    assert library.sources.get(many.records[0].uid).publisher is None
    type_into(many.fields["publisher"], "!", qtbot)
    idle(session)
    assert library.sources.get(many.records[0].uid).publisher == "The Lake Post!"


def test_an_empty_line_leaves_all_as_they_are(library, many, session, idle):
    many.fields["publisher"].left.emit()
    idle(session)
    assert library.sources.get(many.records[0].uid).publisher is None
