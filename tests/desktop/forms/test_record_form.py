"""A form stores each field when it is left, as one revision for a sitting, and loses nothing."""

import pytest

from db.cancel import Cancel
from db.references import Record
from desktop.drafts import Drafts


def labels(library):
    return [step.label for step in library.history.steps(Cancel())]


def type_in(qtbot, field, text):
    field.setFocus()
    qtbot.keyClicks(field.focusProxy(), text)


def leave(qtbot, field):
    field.left.emit()


def test_the_form_shows_what_is_stored(form_of):
    form = form_of("meeting", "m1")
    shown = {name: field.text() for name, field in form.fields.items()}
    assert (shown["title"], shown["number"], shown["starts"], shown["ends"]) == ("First talks", "1", "2 March 2031", "")
    assert form.fields["ends"].none.isChecked()
    assert not form.unsaved


def test_a_text_is_shown_whole_up_to_a_height(form_of, library, session, idle):
    short = form_of("outcome", "o1").fields["text"].edit.height()
    for lines in (6, 12, 200):
        session.run(lambda library, lines=lines: library.outcomes.edit("o1", text="A made-up line\n" * lines))
        idle(session)
        edit = form_of("outcome", "o1").fields["text"].edit
        assert (edit.verticalScrollBar().maximum() == 0) == (lines < 14)
        assert short < edit.height() < 500


def test_a_field_is_stored_when_it_is_left(form_of, library, qtbot, idle, session):
    form = form_of("meeting", "m1")
    form.fields["ends"].show_text("3.3.2031")
    form.fields["ends"].left.emit()
    idle(session)
    assert library.meetings.get("m1").ends == "2031-03-03"
    assert labels(library)[0] == "Edit meeting: last day"
    assert form.fields["ends"].text() == "3 March 2031"
    assert not form.unsaved


def test_a_field_is_stored_after_quiet_and_the_sitting_is_one_revision(
    form_of, library, monkeypatch, qtbot, idle, session
):
    form = form_of("outcome", "o1")
    before = len(labels(library))
    field = form.fields["text"]
    field.setFocus()
    for text in ("To meet again in spring", "To meet again in spring 2032"):
        field.edit.setPlainText(text)
        form._quiet.setInterval(1)
        form._quiet.start()
        qtbot.waitUntil(lambda text=text: library.outcomes.get("o1").text == text)
        idle(session)
    assert len(labels(library)) in (before + 1, before + 2)


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


def test_a_change_elsewhere_is_shown_and_loses_no_typed_text(form_of, library, idle, session):
    form = form_of("outcome", "o1")
    form.fields["text"].show_text("What I think")
    session.run(lambda library: library.outcomes.edit("o1", text="Another text"))
    idle(session)
    assert form.fields["text"].text() == "What I think"
    assert "changed meanwhile to “Another text”" in form.fields["text"].problem()
    form.fields["text"].left.emit()
    idle(session)
    assert library.outcomes.get("o1").text == "Another text"
    form._insist("text", "Another text")
    idle(session)
    assert library.outcomes.get("o1").text == "What I think"


def test_a_record_removed_elsewhere_leaves_the_form_with_its_text(form_of, panel, library, idle, session):
    form = form_of("outcome", "o1")
    form.fields["text"].show_text("What I think")
    session.run(lambda library: library.outcomes.remove("o1"))
    idle(session)
    assert "no longer in the library" in panel._notice.text()
    assert form.fields["text"].text() == "What I think"
    session.run(lambda library: library.undo())
    idle(session)
    assert panel._notice.text() == ""
    assert form.fields["text"].text() == "What I think"


@pytest.mark.parametrize("kind", ["meeting", "outcome", "party", "person"])
def test_every_field_has_a_name_for_a_screen_reader(form_of, kind):
    form = form_of(kind, {"meeting": "m1", "outcome": "o1", "party": "a", "person": "bo"}[kind])
    for field in form.fields.values():
        assert field.focusProxy().accessibleName()


def test_drafts_of_another_start_are_found(session, library, drafts, qtbot, idle, form_of):
    form = form_of("outcome", "o1")
    form.fields["text"].show_text("Half a thou")
    form.keep_draft()
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


def test_the_cursor_comes_to_a_form_that_was_asked_for_before_it_was_read(panel, session, qtbot):
    panel.show_record(Record("meeting", "m1"))
    panel.show_record(Record("meeting", "m1"), focus=True)
    qtbot.waitUntil(lambda: bool(panel.form.fields) and panel.form.fields["kind"].holds_focus())


def test_the_draft_is_no_older_than_what_is_sent_to_be_stored(form_of, drafts, idle, session):
    form = form_of("outcome", "o1")
    form.fields["text"].show_text("Begun")
    form.keep_draft()
    form.fields["text"].show_text("Begun and gone on with")
    form.fields["text"].left.emit()
    assert form.in_flight
    assert drafts.of(Record("outcome", "o1")).texts == {"text": "Begun and gone on with"}
    idle(session)
    assert drafts.of(Record("outcome", "o1")) is None


def test_a_further_record_is_begun_only_when_the_one_before_can_be_saved(panel, idle, session):
    panel.show_new("outcome", {"meeting": "m1"})
    form = panel.form
    form.fields["text"].show_text("To open a hotline")
    panel.add_another()
    assert panel.form is form
    assert panel._status.text() == "Kept as a draft; to be saved it needs: act."
    form.fields["act"].show_text("agreed")
    panel.add_another()
    assert panel.form is not form
    idle(session)


def test_the_form_of_a_source_says_in_empty_fields_what_goes_in(library, form_of):
    form = form_of("source", library.sources.add(title="Report"))
    assert list(form.fields)[:4] == ["type", "title", "authors", "publisher"]
    assert form.fields["authors"].line.placeholderText() == "Family, Given; Family, Given"
    assert form.fields["note"].edit.placeholderText()


def test_what_is_no_address_is_said_at_its_field(library, form_of, session, qtbot):
    form = form_of("source", library.sources.add(title="Report"))
    qtbot.keyClicks(form.fields["url"].line, "example.org")
    form.fields["url"].left.emit()
    qtbot.waitUntil(lambda: bool(form.fields["url"].problem()))
    assert form.fields["url"].problem().startswith("“example.org” is not an address of the web")
