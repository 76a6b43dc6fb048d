"""What was typed and not stored is offered in the window: at a start, when its form is left, one after the other."""

import pytest

from db.references import Record
from desktop import places
from desktop.draft_offers import Offer
from desktop.drafts import Draft
from tests.desktop.hands import newest

ROUND = Record("meeting", "astana-04")


def let_go(app, idle):
    """Let go of the library; what cannot be stored stays a draft."""
    idle(app)
    app.session.close()
    idle(app)


def test_what_was_typed_before_the_end_is_offered_at_the_next_start_and_not_again(start, astana, idle):
    first = start(astana)
    first.window.editing.edit([Record("meeting", "astana-04")])
    idle(first)
    form = first.window.editing.form.form
    form.fields["ends"].show_text("half a day")
    form.storing.keep_draft()
    let_go(first, idle)

    second = start(astana)
    idle(second)
    assert "was not saved when Parley ended: “half a day”" in second.window.banner.text()
    second.window.banner._button.click()
    idle(second)
    again = second.window.editing.form.form
    assert again.fields["ends"].text() == "half a day"
    again.fields["ends"].show_text("5 May 2017")
    again.fields["ends"].left.emit()
    idle(second)
    let_go(second, idle)

    third = start(astana)
    assert third.window.banner.text() == ""


def test_what_cannot_be_stored_when_its_form_is_left_is_offered_at_once(window, idle):
    window.editing.add("meeting")
    form = window.editing.form.form
    form.fields["title"].show_text("Half-typed talks")
    window.editing.form.close_form()
    idle(window.session)
    assert "is not saved yet and is kept as a draft: “Half-typed talks”" in window.banner.text()
    window.banner._button.click()
    idle(window.session)
    again = window.editing.form.form
    assert (again.record, again.new) == (form.record, True)
    assert again.fields["title"].text() == "Half-typed talks"
    assert window.banner.text() == ""
    again.fields["kind"].show_text("round")
    again.fields["kind"].left.emit()
    idle(window.session)
    assert newest(window) == "Add meeting"
    window.editing.form.close_form()
    idle(window.session)
    assert window.banner.text() == ""


def test_drafts_are_offered_one_after_the_other_and_can_be_thrown_away(window, idle):
    for text in ("One", "Other"):
        window.editing.add("person")
        window.editing.form.form.fields["tags"].edit.line.setText(text)
        window.editing.form.form.fields["tags"].edited.emit()
    window.editing.add("meeting")
    idle(window.session)
    window.editing.form.close_form()
    idle(window.session)
    assert "“One”" in window.banner.text()
    window.banner._other.click()
    idle(window.session)
    assert "“Other”" in window.banner.text()
    window.banner._other.click()
    idle(window.session)
    assert window.banner.text() == ""
    assert list(places.data_folder().glob("drafts/*/*.json")) == []


def test_a_draft_whose_text_was_stored_meanwhile_is_not_offered(start, astana, idle):
    first = start(astana)
    first.window.editing.edit([Record("meeting", "astana-04")])
    idle(first)
    form = first.window.editing.form.form
    form.fields["summary"].show_text("Typed and stored")
    form.storing.keep_draft()
    idle(first)
    first.session.library.meetings.edit("astana-04", summary="Typed and stored")
    let_go(first, idle)
    second = start(astana)
    idle(second)
    assert second.window.banner.text() == ""
    assert second.window.editing.drafts.of(Record("meeting", "astana-04")) is None


def keep(window, *uids, text="half a day"):
    """Keep drafts of meetings, as a form does."""
    drafts = window.editing.drafts
    for uid in uids:
        drafts.keep(Draft(Record("meeting", uid), False, uid, {"ends": text}, {}, drafts.library, text))


@pytest.fixture
def with_drafts(start, astana, idle):
    """A copy of the library that ships with drafts of an earlier start for three meetings."""
    first = start(astana)
    keep(first.window, "astana-04", "astana-05", "astana-06")
    let_go(first, idle)
    return astana


def removed_with_a_draft(app, idle):
    """The draft of an outcome that is no longer in the library."""
    uid = app.session.library.outcomes.of_meeting("astana-04")[0].uid
    drafts = app.window.editing.drafts
    drafts.keep(Draft(Record("outcome", uid), False, "Gone", {"text": "Long"}, {}, drafts.library, "Long"))
    app.session.run(lambda library: library.outcomes.remove(uid))
    idle(app)
    return drafts.of(Record("outcome", uid))


def test_the_form_of_what_was_removed_meanwhile_is_offered_with_what_was_typed(start, astana, idle):
    first = start(astana)
    removed_with_a_draft(first, idle)
    let_go(first, idle)
    second = start(astana)
    idle(second)
    assert "“Long”" in second.window.banner.text()
    second.window.banner._button.click()
    idle(second)
    panel = second.window.editing.form
    assert panel.form.fields["text"].text() == "Long"
    assert "no longer in the library" in panel._notice.text()


def test_a_record_that_is_removed_while_its_draft_is_looked_at_stops_nothing(app, window, idle):
    draft, offers = removed_with_a_draft(app, idle), window.editing._offers
    keep(window, "astana-05")
    offers._waiting.append(Offer(window.editing.drafts.of(Record("meeting", "astana-05")), earlier=True))
    offers._compare(Offer(draft, earlier=True), there=True)  # as it was a moment ago
    idle(app)
    assert "“Long”" in window.banner.text()
    assert offers._compared is None
    window.banner._other.click()
    idle(app)
    assert "“astana-05”" in window.banner.text()


def test_an_offer_waits_until_what_else_is_said_was_read(start, with_drafts, idle):
    second = start(with_drafts)
    window = second.window
    assert "“astana-04”" in window.banner.text()
    window.banner.say("The disk is full.")
    window.banner.hide()
    idle(second)
    assert "“astana-04”" in window.banner.text()
    window.banner.say("The disk is full.")
    keep(window, "astana-07")
    window.editing._offers.add(window.editing.drafts.of(Record("meeting", "astana-07")))
    idle(second)
    assert window.banner.text() == "The disk is full."
    window.banner.hide()
    idle(second)
    for uid in ("astana-04", "astana-05", "astana-06", "astana-07"):
        assert f"“{uid}”" in window.banner.text()
        window.banner._other.click()
        idle(second)
    assert window.banner.text() == ""


def test_an_offer_that_is_closed_without_an_answer_comes_again_at_the_next_start(start, with_drafts, idle):
    second = start(with_drafts)
    for _ in range(3):
        assert "was not saved" in second.window.banner.text()
        second.window.banner.hide()
        idle(second)
    assert second.window.banner.text() == ""
    let_go(second, idle)
    assert "“astana-04”" in start(with_drafts).window.banner.text()


def test_a_library_that_may_only_be_read_offers_no_draft_and_keeps_it(start, with_drafts, idle):
    holder = start(with_drafts)
    let_go_of = holder.window.editing.drafts
    reader = start(with_drafts)
    idle(reader)
    assert reader.window.banner.text() == reader.session.library.read_only
    reader.window.banner.hide()
    idle(reader)
    assert reader.window.banner.text() == ""
    assert let_go_of.of(ROUND)
    assert len(list(places.data_folder().glob("drafts/*/*.json"))) == 3


def test_offers_of_one_library_are_not_made_in_another(start, with_drafts, idle, tmp_path):
    second = start(with_drafts)
    other = tmp_path / "other.parley"
    other.write_bytes(with_drafts.read_bytes())
    second.window.open_path(other)
    idle(second)
    assert second.window.banner.text() == ""
    second.window.open_path(with_drafts)
    idle(second)
    assert "“astana-04”" in second.window.banner.text()


def test_what_is_left_in_a_form_when_another_library_is_opened_is_offered_in_its_own(start, astana, idle, tmp_path):
    app = start(astana)
    window = app.window
    other = tmp_path / "other.parley"
    other.write_bytes(astana.read_bytes())
    window.editing.edit([ROUND])
    idle(app)
    form = window.editing.form.form
    form.fields["ends"].show_text("half a day")
    form.fields["ends"].left.emit()
    form.fields["summary"].show_text("A made-up summary")
    window.open_path(other)
    idle(app)
    window.editing.edit([ROUND])
    idle(app)
    assert window.editing.form.form.fields["ends"].text() == "4 May 2017"
    assert (window.banner.text(), window.editing.form.form.unsaved) == ("", False)
    window.open_path(astana)
    idle(app)
    assert "“half a day”" in window.banner.text()
    assert app.session.library.meetings.get("astana-04").summary == "A made-up summary"
