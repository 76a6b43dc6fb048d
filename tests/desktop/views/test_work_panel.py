"""The tab Edit: it follows its meeting, the library that is open, and the address; it adds where the cursor is."""

import shutil

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtTest import QSignalSpy

from db import Library
from db.references import Record
from desktop.commands import edit
from desktop.trail import Address
from desktop.views.work_panel import HINT, WorkPanel

ROUND = Record("meeting", "astana-04")


@pytest.fixture
def panel(session, open_file, astana, idle, qtbot):
    """All that Round 4 holds."""
    open_file(astana)
    panel = WorkPanel(session)
    qtbot.addWidget(panel)
    panel.resize(600, 600)
    panel.show()
    panel.show_meeting(ROUND)
    idle(session)
    return panel


def lines(panel):
    return panel.list.model().all


def outcomes(panel):
    return [line.record for line in lines(panel) if line.record and line.record.kind == "outcome"]


def put_cursor(panel, record):
    index = panel.list.model().index_of(record)
    panel.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def test_the_meeting_itself_is_chosen_first(panel):
    assert panel.list.selected() == [ROUND]


def test_another_meeting_takes_the_place_of_the_one_before(panel, session, idle):
    other = Record("meeting", "astana-05")
    panel.show_meeting(other)
    idle(session)
    assert lines(panel)[0].record == other
    assert panel.list.selected() == [other]


def test_an_edit_shows_at_once_and_while_hidden_at_the_next_look(panel, session, idle):
    session.run(lambda library: library.meetings.edit("astana-04", title="First wording"))
    idle(session)
    assert lines(panel)[0].title == "First wording"
    panel.hide()
    session.run(lambda library: library.meetings.edit("astana-04", title="Second wording"))
    idle(session)
    assert lines(panel)[0].title == "First wording"
    panel.show_meeting(ROUND)
    panel.show()
    idle(session)
    assert lines(panel)[0].title == "Second wording"


def test_what_is_not_listed_makes_it_read_nothing(panel, session, idle):
    told = QSignalSpy(panel.list.model().shown)
    session.run(lambda library: library.aliases.add(record_kind="term", canonical="zone", form="area"))
    idle(session)
    assert told.count() == 0


def test_a_copy_of_the_library_is_read_anew_though_its_meetings_have_the_same_uids(
    panel, open_file, session, astana, tmp_path, idle
):
    copy = shutil.copy(astana, tmp_path / "copy.parley")
    with Library(copy) as library:
        library.meetings.edit("astana-04", title="Another wording")
    open_file(copy)
    assert lines(panel) == []
    panel.show_meeting(ROUND)
    idle(session)
    assert lines(panel)[0].title == "Another wording"


def test_a_meeting_that_goes_empties_the_list_and_its_return_fills_it(panel, session, idle):
    failed = QSignalSpy(session.tasks.failed)
    session.run(lambda library: library.meetings.remove("astana-04"))
    idle(session)
    assert lines(panel) == []
    edit.undo(session)
    idle(session)
    assert lines(panel)[0].record == ROUND
    assert failed.count() == 0  # the page of the meeting says that it is gone; once is enough


def test_an_address_chooses_its_record_once(panel):
    first, second, *_ = outcomes(panel)
    target = f"record:outcome:{second.uid}"
    panel.show_target(target)
    assert panel.list.selected() == [second]
    put_cursor(panel, first)
    panel.show_target(target)  # the page was only read again
    assert panel.list.selected() == [first]
    panel.hide()
    panel.show()
    panel.show_target(target)
    assert panel.list.selected() == [second]


def test_insert_adds_to_the_section_of_the_cursor_and_in_an_order_after_it(panel, qtbot):
    second = outcomes(panel)[1]
    line = next(line.record for line in lines(panel) if line.section == "Participants")
    for record, wish in (
        (second, ["outcome", {"meeting": "astana-04", "after": second.uid}]),
        (line, ["participation", {"meeting": "astana-04"}]),
    ):
        put_cursor(panel, record)
        with qtbot.waitSignal(panel.add_requested) as asked:
            panel.list.insert_requested.emit()
        assert asked.args == wish
    put_cursor(panel, ROUND)
    asked = QSignalSpy(panel.add_requested)
    panel.list.insert_requested.emit()
    assert asked.count() == 0


def test_moved_rows_stand_at_their_new_place(panel, session, idle):
    first, second, *rest = outcomes(panel)
    panel.list.move_requested.emit([second], 1)
    idle(session)
    assert outcomes(panel) == [second, first, *rest]


def test_the_history_of_a_row_has_a_page(panel, qtbot):
    with qtbot.waitSignal(panel.go_requested) as asked:
        panel.list.history_requested.emit(outcomes(panel)[0])
    assert asked.args == [Address("", "history", f"record:outcome:{outcomes(panel)[0].uid}")]


def test_a_library_that_may_only_be_read_says_why(panel, session, astana, idle):
    assert panel._hint.text() == HINT
    session.open(Library(astana, read_only="It is open elsewhere."), None)
    panel.show_meeting(ROUND)
    idle(session)
    assert panel._hint.text() == "It is open elsewhere."
    panel.resize(600, 100)
    assert panel._hint.isVisible()


def test_the_hint_gives_its_room_to_a_short_list(panel):
    assert panel._hint.isVisible()
    panel.resize(600, 200)
    assert not panel._hint.isVisible()
