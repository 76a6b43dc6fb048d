"""A list of records under the hand: keys, what is chosen, what stays chosen, and what a read-only library offers."""

import shutil

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QMenu

from db import Library, bulk, registers, work_list
from db.references import Record
from desktop.commands import edit
from desktop.commands import records as commands
from desktop.models.record_list import RecordListModel
from desktop.views.record_list import RecordListView

MOVING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
NOTING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ROUND = Record("meeting", "astana-04")
MENUS = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


@pytest.fixture
def show(session, idle, qtbot):
    """Shows the lines that a query gives in a list with the focus."""
    views = []

    def show(read):
        model = RecordListModel(session)
        views.append(view := RecordListView(model, "List"))
        model.setParent(view)
        qtbot.addWidget(view)
        view.resize(500, 500)
        view.show()
        model.show(read)
        idle(session)
        view.setFocus()
        return view

    yield show
    views.clear()


@pytest.fixture
def view(show, open_file, astana):
    """All that Round 4 holds."""
    open_file(astana)
    return show(round_4)


def round_4(library, cancel):
    return work_list.lines(library, ROUND, cancel)


def people(library, cancel):
    return registers.lines(library, "people", cancel)


def of_kind(view, kind):
    return [line.record for line in view.model().all if line.record and line.record.kind == kind]


def choose(view, *records):
    for at, record in enumerate(records):
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect if not at else QItemSelectionModel.SelectionFlag.Select
        view.selectionModel().setCurrentIndex(view.model().index_of(record), how)


def emitted(spy):
    return [spy.at(at) for at in range(spy.count())]


def menu_of(view):
    """What the menu of the chosen rows offers."""
    view.customContextMenuRequested.emit(QPoint(20, 20))
    menu = view.findChild(QMenu)
    texts = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    menu.close()
    return texts


# Choosing


def test_what_is_chosen_is_told_once_after_the_last_of_many_moves(view, qtbot):
    told = QSignalSpy(view.chosen)
    outcomes = of_kind(view, "outcome")
    for record in outcomes:
        choose(view, record)
    qtbot.waitUntil(lambda: told.count() > 0)
    assert emitted(told) == [[[outcomes[-1]]]]


def test_several_are_told_from_top_to_bottom_whatever_the_order_of_clicks(view, qtbot):
    first, second, third, *_ = of_kind(view, "outcome")
    choose(view, third, first, second)
    with qtbot.waitSignal(view.chosen) as told:
        pass
    assert told.args == [[first, second, third]]


def test_ctrl_a_chooses_the_section_in_which_the_cursor_is(view, qtbot):
    choose(view, of_kind(view, "outcome")[2])
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.selected() == of_kind(view, "outcome")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_enter_asks_for_the_form_of_the_row_at_once(view, qtbot, key):
    record = of_kind(view, "outcome")[1]
    view.selectionModel().setCurrentIndex(view.model().index_of(record), QItemSelectionModel.SelectionFlag.NoUpdate)
    with qtbot.waitSignals([view.chosen, view.form_requested], order="strict"):
        qtbot.keyClick(view, key)
    assert view.selected() == [record]


def test_a_row_that_adds_begins_a_record_by_enter_and_by_a_click(view, qtbot):
    rows = range(view.model().rowCount())
    row = next(row for row in rows if view.model().index(row, 0).data() == "Add outcome")
    index = view.model().index(row, 0)
    view.setCurrentIndex(index)
    with qtbot.waitSignal(view.add_requested) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert asked.args == ["outcome", {"meeting": "astana-04"}]
    view.scrollTo(index)
    with qtbot.waitSignal(view.add_requested):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())


def test_typing_goes_to_the_next_row_with_a_word_that_begins_so(view, qtbot):
    choose(view, ROUND)
    view.keyboardSearch("jor")
    assert view.model().line(view.currentIndex()).title == "Jordan"
    choose(view, ROUND)
    view._since.invalidate()
    for letter in "ONAL":  # nowhere in a title, but the name of a head, with its Ö
        view.keyboardSearch(letter)
    assert "Önal" in view.model().line(view.currentIndex()).detail
    view.keyboardSearch("there is no such row")
    assert "Önal" in view.model().line(view.currentIndex()).detail


def test_the_focus_is_seen_on_a_record_and_opens_no_form(view, show):
    fresh = show(people)
    fresh.clearFocus()
    told = QSignalSpy(fresh.chosen)
    fresh.setFocus()
    assert fresh.current() == of_kind(fresh, "person")[0]
    assert fresh.selected() == []
    fresh._tell()
    assert emitted(told) == []


# Wishes


def test_keys_wish_for_what_can_be_done_with_the_chosen_rows(view, qtbot):
    first, second, third, *_ = of_kind(view, "outcome")
    choose(view, second, third)
    for key, modifiers, signal, args in (
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, view.remove_requested, [[second, third]]),
        (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier, view.duplicate_requested, [[second, third]]),
        (Qt.Key.Key_Up, MOVING, view.move_requested, [[second, third], 1]),
        (Qt.Key.Key_Down, MOVING, view.move_requested, [[second, third], 3]),
        (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier, view.insert_requested, []),
    ):
        with qtbot.waitSignal(signal) as asked:
            qtbot.keyClick(view, key, modifiers)
        assert asked.args == args
    choose(view, first)
    with qtbot.waitSignal(view.note_requested) as asked:
        qtbot.keyClick(view, Qt.Key.Key_N, NOTING)
    assert asked.args == [first]


def test_nothing_is_moved_above_the_first_place_nor_what_has_no_order(view, qtbot):
    asked = QSignalSpy(view.move_requested)
    for record in (of_kind(view, "outcome")[0], of_kind(view, "participation")[1]):
        choose(view, record)
        qtbot.keyClick(view, Qt.Key.Key_Up, MOVING)
    choose(view, of_kind(view, "outcome")[1], of_kind(view, "participation")[1])
    qtbot.keyClick(view, Qt.Key.Key_Up, MOVING)
    assert emitted(asked) == []


@pytest.mark.parametrize(
    ("key", "modifiers", "taken"),
    [
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_N, NOTING, True),
        (Qt.Key.Key_P, NOTING, False),
    ],
)
def test_keys_about_the_row_do_not_go_to_the_window(view, key, modifiers, taken):
    choose(view, of_kind(view, "outcome")[0])
    event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, key, modifiers)
    event.ignore()
    view.event(event)
    assert event.isAccepted() == taken


@MENUS
def test_the_menu_offers_what_the_chosen_rows_can(view):
    first, second, *_ = of_kind(view, "outcome")
    choose(view, first)
    every = ["Edit", "Duplicate", "Add note", "History", "Move up", "Move down", "Remove"]
    assert menu_of(view) == [*every, "4 sources ›"]
    choose(view, first, second)
    assert menu_of(view) == [text for text in every if text not in ("Add note", "History")]
    choose(view, first, of_kind(view, "participation")[0])
    assert menu_of(view) == ["Edit", "Duplicate", "Remove"]
    view.clearSelection()
    assert menu_of(view) == ["Add", "3 sources ›"]


@MENUS
def test_a_person_can_be_merged(view, show):
    shown = show(people)
    choose(shown, of_kind(shown, "person")[0])
    assert "Merge with…" in menu_of(shown)


@MENUS
def test_a_library_that_may_only_be_read_is_looked_at_and_nothing_else(session, astana, show, qtbot):
    session.open(Library(astana, read_only="It is open elsewhere."), None)
    view = show(round_4)
    rows = [view.model().index(row, 0).data() for row in range(view.model().rowCount())]
    assert not [text for text in rows if text.startswith("Add ")]
    wishes = (
        view.remove_requested, view.duplicate_requested, view.insert_requested, view.move_requested,
        view.note_requested,
    )  # fmt: skip
    spies = [QSignalSpy(signal) for signal in wishes]
    choose(view, of_kind(view, "outcome")[1])
    for key, modifiers in (
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Up, MOVING),
        (Qt.Key.Key_N, NOTING),
    ):
        qtbot.keyClick(view, key, modifiers)
    assert [spy.count() for spy in spies] == [0] * len(wishes)
    choose(view, of_kind(view, "outcome")[1])
    assert menu_of(view) == ["Show in the form", "History", "3 sources ›"]
    with qtbot.waitSignal(view.form_requested):
        qtbot.keyClick(view, Qt.Key.Key_F2)
    outcome = view.model().index_of(of_kind(view, "outcome")[0])
    assert not view.model().flags(outcome) & Qt.ItemFlag.ItemIsDragEnabled


# Changes


def change(session, view, idle, work):
    session.run(work)
    idle(session)
    view.model().reload()
    idle(session)


def test_what_is_chosen_stays_so_when_the_list_is_read_again(session, view, idle):
    some = of_kind(view, "outcome")[1:3]
    choose(view, *some)
    change(session, view, idle, lambda library: library.outcomes.edit(some[0].uid, text="Made-up"))
    assert view.selected() == some
    assert view.model().line(view.model().index_of(some[0])).title == "Made-up"


def test_after_a_removal_the_row_that_took_the_place_is_chosen_and_told(session, view, idle, qtbot):
    outcomes = of_kind(view, "outcome")
    choose(view, *outcomes[1:4])
    qtbot.waitUntil(lambda: view._told == outcomes[1:4])
    with qtbot.waitSignal(view.chosen) as told:
        change(session, view, idle, lambda library: bulk.remove(library, outcomes[1:4]))
    assert told.args == [[outcomes[4]]]


def test_after_the_removal_of_the_last_of_a_section_the_one_above_is_chosen(session, view, idle):
    outcomes = of_kind(view, "outcome")
    choose(view, outcomes[-1])
    change(session, view, idle, lambda library: bulk.remove(library, outcomes[-1:]))
    assert view.selected() == [outcomes[-2]]


def test_what_an_undo_brings_back_can_be_chosen_before_it_is_listed(session, view, idle):
    record = of_kind(view, "outcome")[2]
    change(session, view, idle, lambda library: bulk.remove(library, [record]))
    view.select(record)
    assert view.selected() != [record]
    edit.undo(session)
    idle(session)
    view.model().reload()
    idle(session)
    assert view.selected() == [record]


def test_what_is_marked_is_chosen_without_its_form_being_asked_for(view, qtbot):
    told = QSignalSpy(view.chosen)
    some = of_kind(view, "outcome")[:2]
    view.mark(*some)
    assert view.selected() == some
    qtbot.waitUntil(lambda: not view._timer.isActive())
    assert emitted(told) == []


def test_what_is_marked_before_it_is_listed_is_not_overtaken_by_an_older_choice(session, view, idle, qtbot):
    told = QSignalSpy(view.chosen)
    view._timer.setInterval(60_000)
    choose(view, ROUND)  # to be told later
    copies = []
    commands.duplicate(session, of_kind(view, "outcome")[:2], copies.extend)
    idle(session)
    view._timer.setInterval(60)
    view.mark(*copies)
    assert not view._timer.isActive()
    view.model().reload()
    idle(session)
    assert view.selected() == copies
    qtbot.waitUntil(lambda: not view._timer.isActive())
    assert emitted(told) == []


def test_a_choice_is_under_way_until_it_is_told_or_something_else_is_shown(view, qtbot):
    first, second, *_ = of_kind(view, "outcome")
    assert not view.is_choosing
    choose(view, first)
    assert view.is_choosing
    with qtbot.waitSignal(view.chosen):
        pass
    assert not view.is_choosing
    choose(view, second)
    view.rest()
    assert not view.is_choosing
    assert not view._timer.isActive()
    view.mark(first)
    assert not view.is_choosing


def test_a_mark_that_is_never_listed_gives_way_to_what_one_chooses(session, view, idle):
    first, second, *_ = of_kind(view, "outcome")
    view.mark(Record("note", "on something else"))
    choose(view, first)
    change(session, view, idle, lambda library: bulk.remove(library, [first]))
    assert view.selected() == [second]
    assert view._wanted == []


def test_the_place_in_the_list_stays_when_it_is_read_again_and_follows_what_is_moved(session, view, idle):
    view.scrollToBottom()
    place = view.verticalScrollBar().value()
    change(session, view, idle, lambda library: library.meetings.edit("astana-04", city="Made-up"))
    assert view.verticalScrollBar().value() == place > 0
    record = of_kind(view, "outcome")[0]
    choose(view, record)
    view.scrollTo(view.model().index_of(record))
    commands.move(session, [record], 99)
    idle(session)
    view.resize(500, 150)
    view.scrollTo(view.currentIndex())
    view.model().reload()
    idle(session)
    assert view.viewport().rect().intersects(view.visualRect(view.model().index_of(record)))


def test_what_the_filter_hides_stays_chosen_and_no_other_row_is_chosen_for_it(view, qtbot):
    record = of_kind(view, "outcome")[0]
    choose(view, record)
    qtbot.waitUntil(lambda: view._told == [record])
    view.model().narrow("jordan")
    assert view.selected() == []
    view.model().narrow("")
    assert view.selected() == [record]


def test_ten_thousand_rows_are_chosen_as_one_span(session, open_file, empty, tmp_path, idle, show):
    open_file(shutil.copy(empty, tmp_path / "people.parley"))
    uids = [f"p{number}" for number in range(10_000)]

    def enter(library):
        with library.revise("Enter") as db:
            rows = [(uid, f"Person {at:05}") for at, uid in enumerate(uids)]
            db.conn.executemany("INSERT INTO people (uid, name) VALUES (?, ?)", rows)

    session.run(enter)
    idle(session)
    view = show(people)
    choose(view, Record("person", "p5000"))
    view.selectAll()
    assert view.selectionModel().selection().count() == 1
    assert view.selected() == [Record("person", uid) for uid in uids]
    view.model().beginResetModel()
    view.model().endResetModel()
    assert view.selectionModel().selection().count() == 1
    assert len(view.selected()) == 10_000
