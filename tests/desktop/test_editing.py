"""Editing in the window: forms beside the page, what is chosen and marked, closing, read-only libraries."""

from PySide6.QtCore import Qt

from db.cancel import Cancel
from db.errors import DiskFull
from db.references import Record
from desktop import places
from desktop.commands import edit
from desktop.settings import AUTHOR, AUTHOR_ASKED, QUOTES_SHOWN
from desktop.trail import Address
from tests.desktop.hands import choose, newest, outcomes


def test_a_line_that_is_chosen_shows_its_form_in_place_of_the_quotes(window, work, idle, qtbot):
    form = choose(window, qtbot, work, Record("outcome", outcomes(window)[0]))
    assert form.fields["text"].text() == window.session.library.outcomes.get(outcomes(window)[0]).text
    assert window.quotes.isHidden()
    window.editing.form.close_form()
    assert not window.quotes.isHidden()


def test_an_edit_in_the_form_shows_in_the_list_and_on_the_page(window, work, idle, qtbot):
    form = choose(window, qtbot, work, Record("outcome", outcomes(window)[0]))
    form.fields["text"].show_text("A made-up wording")
    form.fields["text"].left.emit()
    idle(window.session)
    assert any("A made-up wording" in line.title for line in work.list.model().all)
    assert "A made-up wording" in window.meeting.overview.toPlainText()
    edit.undo(window.session)
    idle(window.session)
    assert form.fields["text"].text() != "A made-up wording"


def test_keys_move_copy_and_remove_what_is_chosen(window, work, idle, qtbot):
    first, second, *rest = outcomes(window)
    choose(window, qtbot, work, Record("outcome", second))
    moving = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(work.list, Qt.Key.Key_Up, moving)
    idle(window.session)
    assert outcomes(window) == [second, first, *rest]
    qtbot.keyClick(work.list, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    idle(window.session)
    assert len(outcomes(window)) == len(rest) + 3
    work.list.select(Record("outcome", second))
    qtbot.keyClick(work.list, Qt.Key.Key_Delete)
    idle(window.session)
    assert second not in outcomes(window)
    assert newest(window).startswith("Remove outcome “")


def test_a_copy_is_chosen_and_its_form_shown(window, work, idle, qtbot):
    first, second, *_ = outcomes(window)
    some = [Record("outcome", uid) for uid in (first, second)]
    window.editing.duplicate(some)
    idle(window.session)
    copies = [Record("outcome", uid) for uid in outcomes(window)[1:4:2]]
    assert work.list.selected() == window.editing.form.records == copies
    assert not {*copies} & {*some}


def test_what_is_begun_by_insert_stands_after_the_chosen_line_and_the_next_after_that(window, work, idle, qtbot):
    first, *rest = outcomes(window)
    choose(window, qtbot, work, Record("outcome", first))
    qtbot.keyClick(work.list, Qt.Key.Key_Insert)
    for text in ("One", "Two"):
        form = window.editing.form.form
        for name, value in (("act", "agreed"), ("text", text)):
            form.fields[name].show_text(value)
            form.fields[name].left.emit()
        idle(window.session)
        window.editing.form.add_another()
        idle(window.session)
    texts = [outcome.text for outcome in window.session.library.outcomes.of_meeting("astana-04")]
    assert texts[1:3] == ["One", "Two"]
    assert outcomes(window)[3:] == rest


def test_lines_of_several_kinds_have_no_form_but_can_be_removed_as_one_step(window, work, idle, qtbot):
    first, second, *rest = outcomes(window)
    choose(window, qtbot, work, Record("outcome", first))
    line = next(line.record for line in work.list.model().all if line.section == "Participants")
    work.list.select(Record("outcome", second), line)
    qtbot.waitUntil(lambda: not window.editing.is_open)
    assert "several kinds" in window.statusBar().currentMessage()
    qtbot.keyClick(work.list, Qt.Key.Key_Delete)
    idle(window.session)
    assert outcomes(window) == [first, *rest]
    assert newest(window) == "Remove 2 records"


def test_several_lines_are_edited_together_as_one_step(window, work, idle, qtbot):
    some = [Record("outcome", uid) for uid in outcomes(window)[:3]]
    window.editing.edit(some)
    form = window.editing.form.form
    assert window.editing.form._kind.text() == "3 outcomes"
    form.fields["act"].show_text("discussed")
    form.fields["act"].left.emit()
    idle(window.session)
    assert {window.session.library.outcomes.get(record.uid).act for record in some} == {"discussed"}
    assert newest(window) == "Edit 3 outcomes: act"


def test_a_new_record_begins_with_what_was_chosen_for_the_one_before(window, work, idle, qtbot):
    window.editing.add_here("outcome")
    form = window.editing.form.form
    for name, text in (("act", "agreed"), ("text", "One")):
        form.fields[name].show_text(text)
        form.fields[name].left.emit()
    idle(window.session)
    window.editing.form.add_another()
    idle(window.session)
    again = window.editing.form.form
    assert again is not form
    assert again.fields["act"].value() == "agreed"
    again.fields["text"].show_text("Two")
    again.fields["text"].left.emit()
    idle(window.session)
    texts = [outcome.text for outcome in window.session.library.outcomes.of_meeting("astana-04")]
    assert texts[-2:] == ["One", "Two"]


def test_what_is_known_of_a_new_record_is_shown_by_its_name(window, work, idle):
    window.editing.add_here("quote")
    idle(window.session)
    title = window.session.library.meetings.get("astana-04").title
    assert window.editing.form.form.fields["meeting"].text() == title


def test_a_citation_is_corrected_in_its_form_and_leads_to_its_source(window, idle):
    cited = window.session.library.citations.of(Record("meeting", "astana-04"))[0]
    window.editing.edit([Record("citation", cited.uid)])
    idle(window.session)
    panel = window.editing.form
    panel.form.fields["relation"].show_value("inferred", {})
    panel.form.fields["relation"]._choose()
    idle(window.session)
    assert window.session.library.citations.get(cited.uid).relation == "inferred"
    assert newest(window) == "Edit citation: relation"
    panel._cites._buttons[0].click()
    idle(window.session)
    assert window.trail.here == Address("", "source", f"cite:{cited.id}")


def test_a_new_meeting_gets_its_page(window, idle):
    window.editing.add("meeting", {"held": "held"})
    form = window.editing.form.form
    for name, text in (("kind", "round"), ("title", "Made-up talks")):
        form.fields[name].show_text(text)
        form.fields[name].left.emit()
    idle(window.session)
    assert window.trail.here == Address(form.record.uid, "edit")


def test_a_new_record_says_where_it_will_stand(window, idle):
    window.trail.go(Address("astana-04"))
    idle(window.session)
    title = window.session.library.meetings.get("astana-04").title
    for kind in ("participation", "outcome", "reading"):
        window.editing.add_here(kind)
        idle(window.session)
        assert window.editing.form._place.text() == title
    window.editing.add_here("quote")
    idle(window.session)
    assert window.editing.form.form.fields["meeting"].text() == title
    source = next(one for one in window.session.library.sources.all(Cancel()) if one.text_sha256)
    words = window.session.library.sources.text(source.uid)[:40]
    window.editing.add("note", {"source": source.uid, "starts": 0, "ends": 40})
    idle(window.session)
    assert window.editing.form._place.text() == f"{source.title}: “{' '.join(words.split())}”"


def test_the_name_is_asked_once_and_recorded(window, idle, settings):
    window.editing.edit([Record("meeting", "astana-04")])
    strip = window.editing.form.strip
    assert not strip.isHidden()
    strip.line.setText("Ada Example")
    strip._take()
    assert (window.settings.get(AUTHOR), window.settings.get(AUTHOR_ASKED)) == ("Ada Example", True)
    window.session.run(lambda library: library.meetings.edit("astana-04", city="Here"))
    idle(window.session)
    assert window.session.library.history.steps(Cancel(), limit=1)[0].author == "Ada Example"
    window.editing.edit([Record("meeting", "astana-05")])
    assert strip.isHidden()


def test_a_library_that_may_only_be_read_offers_no_editing_and_says_why(start, astana, idle):
    first = start(astana)
    second = start(astana)  # the lock of the first makes this one read-only
    idle(second)
    assert second.session.library.read_only
    for name in ("new_meeting", "add_outcome", "add_note", "edit_meeting"):
        assert not second.window.actions_by_name[name].isEnabled()
    second.window.editing.edit([Record("meeting", "astana-04")])
    idle(second)
    panel = second.window.editing.form
    assert panel._notice.text() == second.session.library.read_only
    assert panel.form.fields["title"].line.isReadOnly()
    assert first.session.is_open


def test_an_event_has_readings_and_notes_but_no_outcomes(window, idle):
    event = window.session.library.events.all(Cancel())[0].uid
    window.trail.go(Address(event))
    idle(window.session)
    enabled = {name: window.actions_by_name[name].isEnabled() for name in ("add_outcome", "add_reading", "add_note")}
    assert enabled == {"add_outcome": False, "add_reading": True, "add_note": True}
    window.editing.add_here("outcome")
    assert "belong to a meeting; this is an event" in window.statusBar().currentMessage()
    window.editing.add_here("reading")
    idle(window.session)
    form = window.editing.form.form
    for name, text in (("about", "place"), ("value", "Elsewhere")):
        form.fields[name].show_text(text)
        form.fields[name].left.emit()
    idle(window.session)
    assert [reading.value for reading in window.session.library.readings.of(Record("event", event))] == ["Elsewhere"]


def test_a_new_event_gets_its_page(window, idle):
    window.handlers.act("new_event")
    idle(window.session)
    form = window.editing.form.form
    for name, text in (("kind", "other"), ("title", "Made-up exchange")):
        form.fields[name].show_text(text)
        form.fields[name].left.emit()
    idle(window.session)
    assert window.trail.here == Address(form.record.uid, "edit")


def test_the_quotes_and_a_form_take_turns_in_the_right_pane(window, work, idle, qtbot):
    choose(window, qtbot, work, Record("outcome", outcomes(window)[0]))
    window.handlers.act("find_quotes")
    assert window.quotes.isVisible()
    assert not window.editing.is_open
    window.handlers.act("show_quotes")
    assert window.right.isHidden()
    window.editing.edit([Record("meeting", "astana-04")])
    idle(window.session)
    assert window.editing.form.isVisible()
    window.close()
    assert window.settings.get(QUOTES_SHOWN) is False


def test_the_quotes_are_shown_in_place_of_a_form_by_their_key(window, work, idle, qtbot):
    choose(window, qtbot, work, Record("outcome", outcomes(window)[0]))
    window.handlers.act("show_quotes")
    assert window.quotes.isVisible()


def test_the_next_pane_is_the_form_while_it_is_open(window, work, idle, qtbot):
    form = choose(window, qtbot, work, Record("meeting", "astana-04"))
    work.list.setFocus()
    window.handlers.act("next_pane")
    qtbot.waitUntil(form.fields["kind"].holds_focus)


def test_a_window_with_a_field_being_stored_closes_when_that_is_done(window, work, idle, qtbot):
    form = choose(window, qtbot, work, Record("outcome", outcomes(window)[0]))
    form.fields["text"].show_text("Typed just before closing")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert window.session.library.outcomes.get(form.record.uid).text == "Typed just before closing"


def test_a_window_whose_last_write_fails_stays_open_and_says_so(window, work, idle, qtbot):
    choose(window, qtbot, work, Record("outcome", outcomes(window)[0]))

    def fail(_):
        raise DiskFull("The disk is full.")

    window.session.run(fail)
    window.close()
    idle(window.session)
    assert window.isVisible()
    assert window.banner.text() == "The disk is full."


def test_a_press_on_a_record_of_the_page_shows_its_form(window, idle):
    window.trail.go(Address("astana-04"))
    idle(window.session)
    uid = outcomes(window)[0]
    window.meeting.overview.link_pressed.emit(f"record:outcome:{uid}")
    assert window.editing.form.records == [Record("outcome", uid)]


def fill_the_disk(library):
    """Let the file of a library grow no more."""
    pages = library._conn.execute("PRAGMA page_count").fetchone()[0]
    library._conn.execute(f"PRAGMA max_page_count = {pages}")


def test_a_window_whose_last_text_finds_no_room_stays_open_and_can_be_closed_all_the_same(window, work, idle, qtbot):
    form = choose(window, qtbot, work, Record("meeting", "astana-04"))
    fill_the_disk(window.session.library)
    text = "A made-up text that is too long. " * 20_000
    form.fields["summary"].show_text(text)
    for _ in range(2):
        window.close()
        idle(window.session)
        assert window.isVisible()
        assert "The disk is full" in window.banner.text()
    assert window.editing.drafts.of(form.record).texts == {"summary": text}
    window.banner._button.click()
    idle(window.session)
    assert not window.isVisible()


def test_a_window_whose_last_draft_cannot_be_kept_stays_open_and_says_so(window, work, idle, qtbot):
    form = choose(window, qtbot, work, Record("meeting", "astana-04"))
    (places.data_folder() / "drafts").write_text("no folder")
    form.fields["ends"].show_text("half a day")
    window.close()
    idle(window.session)
    assert window.isVisible()
    assert "cannot be kept as a draft" in window.banner.text()
