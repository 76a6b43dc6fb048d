"""Hands that are quicker than the disk: what is stored, copied or removed lands while one is somewhere else."""

import shutil
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db import name_matches
from db.references import Record
from tests.desktop.hands import HERE, choose, click, in_focus, outcomes


@pytest.fixture
def hold_writer(window):
    """Holds the writer back until the returned function is called."""
    held = []

    def hold_writer():
        held.append(go := threading.Event())
        window.session.run(lambda _: go.wait())
        return go.set

    yield hold_writer
    for go in held:
        go.set()


@pytest.mark.parametrize("slow", [False, True])
def test_a_line_that_is_clicked_while_one_types_in_another_form_is_the_one_that_stays(
    window, work, idle, qtbot, hold_writer, slow
):
    one, other = (Record("outcome", uid) for uid in outcomes(window)[:2])
    field = choose(window, qtbot, work, one).fields["text"]
    field.setFocus()
    qtbot.keyClicks(field.edit, "XX ")
    let_go = hold_writer() if slow else None
    click(window, work.list, work.list.model().index_of(other))
    if let_go:
        qtbot.waitUntil(lambda: window.editing.form.records == [other])
        let_go()
    idle(window.session)
    qtbot.waitUntil(lambda: window.editing.form.records == [other])
    qtbot.waitUntil(lambda: not work.list._timer.isActive())
    assert work.list.selected() == [other]
    assert window.session.library.outcomes.get(one.uid).text.startswith("XX ")
    qtbot.keyClick(work.list, Qt.Key.Key_Delete)
    idle(window.session)
    assert one.uid in outcomes(window)
    assert other.uid not in outcomes(window)


def begin_outcome(window, text="A made-up outcome"):
    """Fill the form of a new outcome and leave it in the text."""
    form = window.editing.form.form
    for name, value in (("act", "agreed"), ("text", text)):
        form.fields[name].show_text(value)
    return form


def test_what_is_new_is_marked_once_it_is_stored(window, work, idle, qtbot):
    choose(window, qtbot, work, Record("outcome", outcomes(window)[0]))
    qtbot.keyClick(work.list, Qt.Key.Key_Insert)
    form = begin_outcome(window)
    form.fields["text"].left.emit()
    idle(window.session)
    assert work.list.selected() == [form.record] == window.editing.form.records


def test_a_line_that_is_chosen_while_a_new_record_is_stored_stays_chosen(window, work, idle, qtbot, hold_writer):
    one, other = (Record("outcome", uid) for uid in outcomes(window)[:2])
    choose(window, qtbot, work, one)
    qtbot.keyClick(work.list, Qt.Key.Key_Insert)
    form = begin_outcome(window)
    let_go = hold_writer()
    form.fields["text"].setFocus()
    work.list._timer.setInterval(500)
    click(window, work.list, work.list.model().index_of(other))
    assert form.in_flight
    let_go()
    idle(window.session)
    assert work.list.selected() == [other]
    work.list._timer.setInterval(60)
    qtbot.waitUntil(lambda: window.editing.form.records == [other])
    assert form.record.uid in outcomes(window)


@pytest.mark.parametrize("go", ["next_meeting", "show_history", "title_page", "show_parties"])
def test_what_is_stored_in_the_form_of_a_meeting_leads_nowhere(window, work, idle, qtbot, go):
    form = choose(window, qtbot, work, Record("meeting", "astana-04"))
    form.fields["summary"].setFocus()
    qtbot.keyClicks(form.fields["summary"].edit, "Typed ")
    window.handlers.act(go)
    qtbot.waitUntil(lambda: window.trail.here != HERE)
    there = window.trail.here
    window.editing.leave()
    idle(window.session)
    assert window.session.library.meetings.get("astana-04").summary.startswith("Typed ")
    assert window.trail.here == there


@pytest.fixture
def copied(astana, tmp_path):
    """A copy of the library that is open."""
    return shutil.copy(astana, tmp_path / "copy.parley")


def test_a_new_meeting_gets_its_page_in_its_own_library_only(window, idle, copied, hold_writer):
    window.editing.add("meeting")
    form = window.editing.form.form
    for name, text in (("kind", "round"), ("title", "Made-up talks")):
        form.fields[name].show_text(text)
    let_go = hold_writer()
    window.open_path(copied)
    let_go()
    idle(window.session)
    assert window.trail.here.uid != form.record.uid


def test_a_copy_is_shown_in_its_own_library_only(window, work, idle, qtbot, copied, hold_writer):
    one = Record("outcome", outcomes(window)[0])
    choose(window, qtbot, work, one)
    let_go = hold_writer()
    window.editing.duplicate([one])
    window.open_path(copied)
    let_go()
    idle(window.session)
    assert not window.editing.is_open


def test_a_copy_takes_nothing_from_what_was_chosen_since(window, work, idle, qtbot, hold_writer):
    one, other = (Record("outcome", uid) for uid in outcomes(window)[:2])
    choose(window, qtbot, work, one)
    let_go = hold_writer()
    qtbot.keyClick(work.list, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    click(window, work.list, work.list.model().index_of(other))
    qtbot.waitUntil(lambda: window.editing.form.records == [other])
    let_go()
    idle(window.session)
    assert window.editing.form.records == [other] == work.list.selected()


def test_a_form_that_was_begun_while_others_were_removed_stays(window, work, idle, qtbot, hold_writer):
    one = Record("outcome", outcomes(window)[0])
    choose(window, qtbot, work, one)
    let_go = hold_writer()
    qtbot.keyClick(work.list, Qt.Key.Key_Delete)
    window.editing.add_here("quote")
    form = window.editing.form.form
    let_go()
    idle(window.session)
    assert one.uid not in outcomes(window)
    assert window.editing.form.form is form
    assert window.editing.is_open


def type_fields(*texts):
    """Type into one field after the other from the one that has the focus, as fast as keys go."""
    for text in texts:
        QTest.keyClicks(in_focus(), text)
        QTest.keyClick(in_focus(), Qt.Key.Key_Tab)


@pytest.mark.parametrize("slow", [False, True])
def test_a_meeting_is_entered_without_a_wait(window, work, idle, qtbot, hold_writer, slow):
    window.editing.add("meeting")
    qtbot.waitUntil(window.editing.form.form.fields["tags"].isVisible)
    record = window.editing.form.form.record
    let_go = hold_writer() if slow else lambda: None
    type_fields("R", "23", "Made-up talks", "16.03.2031", "17 March 2031", "Here", "There", "Hall", "h", "All well")
    let_go()
    idle(window.session)
    assert window.editing.form._status.text() == "Saved"
    found = window.session.library.meetings.get(record.uid)
    assert (found.kind, found.number, found.title, found.held) == ("round", 23, "Made-up talks", "held")
    assert (found.starts, found.ends) == ("2031-03-16", "2031-03-17")
    assert (found.city, found.country, found.venue, found.summary) == ("Here", "There", "Hall", "All well")
    assert window.trail.here.uid == record.uid


@pytest.mark.parametrize("entered", [True, False])
def test_a_further_record_waits_for_a_name_that_is_still_looked_for(window, work, idle, qtbot, monkeypatch, entered):
    find, known = name_matches.find, threading.Event()

    def find_parties_late(library, kind, text, cancel, *rest):
        while kind == "party" and not known.wait(0.01):
            cancel.check()
        return find(library, kind, text, cancel, *rest)

    monkeypatch.setattr(name_matches, "find", find_parties_late)
    library = window.session.library
    library.parties.add(uid="p1", name="Made-up state", kind="state")
    library.people.add(uid="h1", name="Bo Example")
    idle(window.session)
    window.editing.add_here("participation")
    form = window.editing.form.form
    qtbot.waitUntil(lambda: form.fields["tags"].isVisible() and form.fields["party"].holds_focus())
    type_fields("made-up state", "obs", "rep")
    QTest.keyClicks(in_focus(), "bo example")
    QTest.keyClick(in_focus(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: form.fields["head"].text() == "Bo Example")
    assert window.editing.form.form is form
    if not entered:
        QTest.keyClick(in_focus(), Qt.Key.Key_Tab)
        QTest.keyClicks(in_focus(), "Minister")
    known.set()
    idle(window.session)
    assert (window.editing.form.form is not form) == entered
    assert [line.head_id for line in library.participations.of_meeting("astana-04")][-1] == library.people.get("h1").id


def test_participants_are_entered_one_after_the_other_without_a_wait(window, work, idle, qtbot):
    library = window.session.library
    library.parties.add(uid="p1", name="Made-up state", kind="state")
    library.parties.add(uid="p2", name="Made-up state of the north", kind="state")
    library.people.add(uid="h1", name="Bo Example")
    library.people.add(uid="h2", name="Cy Example")
    idle(window.session)
    window.editing.add_here("participation")
    for party, head in (("made-up state", "bo example"), ("Made-up state of the north", "cy example")):
        form = window.editing.form.form
        qtbot.waitUntil(lambda form=form: form.fields["tags"].isVisible() and form.fields["party"].holds_focus())
        type_fields(party, "obs", "rep")
        QTest.keyClicks(in_focus(), head)
        QTest.keyClick(in_focus(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda form=form: window.editing.form.form is not form)
    idle(window.session)
    lines = {line.party_id: line for line in library.participations.of_meeting("astana-04")}
    for party, head in (("p1", "h1"), ("p2", "h2")):
        line = lines[library.parties.get(party).id]
        assert (line.role, line.attendance, line.head_id) == ("observer", "reported", library.people.get(head).id)
    assert window.banner.text() == ""
