"""From a row that cites several passages one goes through all of them, and comes back by one key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.references import Record
from desktop.trail import Address


@pytest.fixture
def line(window, idle):
    """The first line of Round 4 in the tab Edit that cites several sources, at which the cursor stands."""
    window.trail.go(Address("astana-04", "edit"))
    idle(window.session)
    work = window.meeting.work
    line = next(line for line in work._model.all if line.tail == "4 sources")
    work.list.select(line.record)
    idle(window.session)
    return line


def shown(window):
    return window.reader_in_view().head.beside.text()


def test_a_row_of_the_tab_edit_leads_to_each_of_its_sources_and_one_key_comes_back(window, idle, line):
    work = window.meeting.work
    work.list.setFocus()
    QTest.keyClick(work.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    idle(window.session)
    reader = window.reader_in_view()
    count = len(reader.content.beside.targets)
    assert count >= 4
    seen = set()
    for at in range(count):
        assert shown(window).endswith(f" {at + 1} of {count}")
        assert "outcome" in reader.head.beside.accessibleName()
        seen.add((reader.content.page.source.uid, reader.content.place.citation))
        QTest.keyClick(reader.view(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        idle(window.session)
    assert len(seen) == count
    assert len({source for source, _ in seen}) == 4
    assert f" 1 of {count}" in shown(window)
    window.actions_by_name["back"].trigger()
    idle(window.session)
    assert window.trail.here == Address("astana-04", "edit")
    assert work.list.current() == line.record


def test_the_words_are_pressed_as_well_and_the_keyboard_stays_on_them(window, idle, line):
    work = window.meeting.work
    work.list.follow_first()
    idle(window.session)
    strip = window.reader_in_view().head.beside
    previous, following = strip.previous, strip.next
    for expected in (2, 3):
        following.setFocus()
        following.click()
        idle(window.session)
        assert f" {expected} of " in strip.text()
    assert window.focusWidget() is following
    previous.click()
    idle(window.session)
    assert " 2 of " in strip.text()


def test_a_number_on_the_page_of_a_meeting_goes_through_what_its_field_cites_in_its_tab(window, idle):
    window.trail.go(Address("astana-04"))
    idle(window.session)
    days = [cite for cite in window.meeting._page.cites if (cite.record_kind, cite.field) == ("meeting", "starts")]
    first = days[0]
    window.meeting.overview.link_pressed.emit(f"cite:{first.id}")
    idle(window.session)
    reader = window.reader_in_view()
    reader.head.beside.step(1)
    idle(window.session)
    here = window.trail.here
    assert (here.uid, here.tab) == ("astana-04", "sources")
    assert here.target in {f"cite:{day.id}" for day in days[1:]}
    assert window.reader_in_view() is reader
    window.actions_by_name["back"].trigger()
    idle(window.session)
    assert window.trail.here == Address("astana-04")


def test_a_source_by_itself_and_a_single_passage_say_nothing(window, idle):
    window.trail.go(Address("", "source", "source:seed-002"))
    idle(window.session)
    assert shown(window) == ""
    window.session.run(
        lambda library: library.citations.add(Record("party", library.parties.add(name="Utopia", kind="state")),
                                              source="seed-002", uid="lonely")
    )  # fmt: skip
    window.trail.go(Address("", "source", "citation:lonely"))
    idle(window.session)
    assert shown(window) == ""
