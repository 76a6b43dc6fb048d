"""A form shows what is stored, and loses nothing of what is typed in it when that changes elsewhere."""

import pytest

from db.references import Record
from desktop.commands import records as commands

OUTCOME = Record("outcome", "o1")


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
    form.storing._insist("text", "Another text")
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


def test_the_cursor_comes_to_a_form_that_was_asked_for_before_it_was_read(panel, session, qtbot):
    panel.show_record(Record("meeting", "m1"))
    panel.show_record(Record("meeting", "m1"), focus=True)
    qtbot.waitUntil(lambda: bool(panel.form.fields) and panel.form.fields["kind"].holds_focus())


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


def test_the_status_says_that_a_change_made_elsewhere_was_in_the_way(form_of, panel, idle, session):
    form = form_of("outcome", "o1")
    form.fields["text"].show_text("mine")
    session.run(lambda library: library.outcomes.edit("o1", text="theirs"))
    form.fields["text"].left.emit()
    idle(session)
    assert panel._status.text() == "Not saved: it was changed elsewhere meanwhile. What you typed is kept as a draft."
    form.storing._give_way("text")
    assert (panel._status.text(), form.fields["text"].text()) == ("Saved", "theirs")


def test_the_status_says_that_a_removal_elsewhere_was_in_the_way(form_of, panel, idle, session):
    form = form_of("outcome", "o1")
    form.fields["text"].show_text("mine")
    session.run(lambda library: library.outcomes.remove("o1"))
    form.fields["text"].left.emit()
    idle(session)
    assert panel._status.text() == "Not saved; what you typed is kept as a draft."


def test_a_change_elsewhere_that_is_taken_back_is_in_the_way_no_more(form_of, library, idle, session):
    form = form_of("outcome", "o1")
    form.fields["text"].show_text("mine")
    session.run(lambda library: library.outcomes.edit("o1", text="theirs"))
    idle(session)
    assert form.fields["text"].problem()
    session.run(lambda library: library.undo())
    idle(session)
    assert form.fields["text"].problem() == ""
    assert library.outcomes.get("o1").text == "mine"


def gone_with_a_draft(form_of, panel, session, idle):
    """An outcome in whose form something is typed, and the removal of it elsewhere; the form is closed then."""
    form_of("outcome", "o1").fields["text"].show_text("What I think")
    session.run(lambda library: library.outcomes.remove("o1"))
    idle(session)
    panel.put_away()


def test_the_form_of_what_was_removed_shows_what_is_kept_of_it_as_a_draft(form_of, panel, drafts, session, idle):
    gone_with_a_draft(form_of, panel, session, idle)
    panel.show_record(OUTCOME, focus=True)
    panel.leave()
    assert drafts.of(OUTCOME)
    idle(session)
    assert panel.form.fields["text"].text() == "What I think"
    assert panel._notice.text() == "This outcome is no longer in the library. What you typed stays here."
    assert panel.form.fields["act"].value() is None
    assert [name for name, act in panel.acts.buttons.items() if not act.isHidden()] == ["history"]
    panel.form.fields["note"].show_text("And a note")
    panel.leave()
    assert {*drafts.of(OUTCOME).texts} == {"text", "note"}
    assert drafts.of(OUTCOME).title == "To meet again"


def test_what_was_removed_is_put_back_under_what_was_typed(form_of, panel, library, session, idle):
    gone_with_a_draft(form_of, panel, session, idle)
    panel.show_record(OUTCOME)
    idle(session)
    commands.restore(session, OUTCOME)
    idle(session)
    form = panel.form
    assert (form.fields["text"].text(), form.fields["act"].value()) == ("What I think", "agreed")
    assert panel._notice.text() == ""
    assert not panel.acts.buttons["remove"].isHidden()
    form.leave()
    idle(session)
    assert library.outcomes.get("o1").text == "What I think"
