"""The indexes are made ready in the background, and the library can be used meanwhile."""

import sqlite3
from threading import Event

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from db import Cancel, Library, everything, index_steps, indexing, quote_index, record_index
from db.index_state import VERSION
from db.indexing import INDEXES
from desktop import indexing as background

UNREADY = "Not all quotes are ready for searching yet: there may be more."


@pytest.fixture
def small_steps(monkeypatch):
    monkeypatch.setattr(index_steps, "STEP", 3000)
    monkeypatch.setattr(quote_index, "_BATCH", 5)
    monkeypatch.setattr(background, "PATIENCE", 0)


@pytest.fixture
def unready(astana, small_steps):
    """A copy of the shipped library whose indexes are to be made anew, in many steps."""
    with Library(astana) as library:
        indexing.begin_anew(library)
    return astana


@pytest.fixture
def older(astana, small_steps):
    """A copy of the shipped library whose indexes are of an older version."""
    conn = sqlite3.connect(astana, isolation_level=None)
    conn.execute("UPDATE library SET value = replace(value, ?, '1/') WHERE key GLOB '*_index'", [VERSION[:2]])
    conn.close()
    return astana


def states(library):
    with library.reading() as conn:
        return [index_steps.state_of(conn, index) for index in INDEXES]


def is_whole(window):
    with window.session.library.reading() as conn:
        return all(index_steps.is_whole(conn, index) for index in INDEXES)


def wrong(window):
    with window.session.library.reading() as conn:
        return quote_index.out_of_step(conn), record_index.out_of_step(conn)


def said_of_quotes(window):
    """The notes that are shown above the list of quotes."""
    return [label.text() for label in window.quotes.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def held_up(start, monkeypatch):
    """Starts the program with a library of which no index is made until one calls `go_on`."""

    def held_up(path):
        with monkeypatch.context() as patch:
            patch.setattr(background.commands, "take_step", lambda *_: None)
            window = start(path).window

        def go_on():
            window.indexing.stop()
            window.indexing.begin()

        return window, go_on

    return held_up


@pytest.fixture
def part_done(start, unready, qtbot):
    """A window in which the indexes are being made."""
    window = start(unready).window
    qtbot.waitUntil(lambda: "%" in window.indexing.note.text())
    return window


def fill_the_disk(library):
    pages = library.writer.conn.execute("PRAGMA page_count").fetchone()[0]
    library.writer.conn.execute(f"PRAGMA max_page_count = {pages}")


def free_the_disk(library):
    library.writer.conn.execute("PRAGMA max_page_count = 1000000")


def test_they_are_made_with_progress_shown_and_edits_are_taken_meanwhile(part_done, qtbot):
    window = part_done
    assert "Making the texts ready for searching: " in window.indexing.note.text()
    window.session.run(lambda library: library.people.add(name="Quuxname"))
    window.session.run(lambda library: library.quotes.add(form="direct", text="Quuxword"))
    with qtbot.waitSignal(window.indexing.ended, timeout=20_000):
        pass
    qtbot.waitUntil(lambda: not window.session.tasks.busy)
    assert window.indexing.note.isHidden()
    assert (wrong(window), is_whole(window)) == ((0, 0), True)
    assert window.quotes.list.model().rowCount() == 17
    assert UNREADY not in said_of_quotes(window)


def test_quotes_in_an_older_index_are_all_found_meanwhile(held_up, older, qtbot):
    window, go_on = held_up(older)
    numbers = set()
    window.quotes.list.model().searched.connect(lambda number, _: numbers.add(number))
    qtbot.waitUntil(lambda: UNREADY in said_of_quotes(window))
    assert window.quotes.list.model().rowCount() == 16
    go_on()
    qtbot.waitUntil(lambda: is_whole(window) and not window.indexing.is_running, timeout=20_000)
    qtbot.waitUntil(lambda: not window.session.tasks.busy)
    assert UNREADY not in said_of_quotes(window)
    assert (numbers, wrong(window)) == ({16}, (0, 0))


def test_kept_searches_are_counted_once_all_quotes_are_ready_and_not_before(held_up, unready, qtbot):
    with Library(unready) as library:
        library.searches.add(query="lavrov ")
    window, go_on = held_up(unready)
    kept = window.searching.panel.list.model()
    qtbot.waitUntil(lambda: kept.rowCount() == 1 and UNREADY in said_of_quotes(window))
    counts = []
    kept.dataChanged.connect(lambda *_: counts.append(kept.line(kept.index(0, 0)).found))
    qtbot.waitUntil(lambda: not window.session.tasks.busy)
    assert kept.line(kept.index(0, 0)).found is None
    counts.clear()
    go_on()
    qtbot.waitUntil(lambda: is_whole(window) and not window.session.tasks.busy, timeout=20_000)
    assert counts == [6]


def test_an_empty_list_of_quotes_does_not_say_meanwhile_that_there_are_none(held_up, unready, qtbot):
    window, go_on = held_up(unready)
    qtbot.waitUntil(lambda: window.quotes.list.model().rowCount() == 16)  # without a search all are listed
    window.quotes.field.setText("settlement ")
    qtbot.waitUntil(lambda: "No quote that is ready for searching was found yet." in said_of_quotes(window))
    assert UNREADY in said_of_quotes(window)
    go_on()
    qtbot.waitUntil(lambda: 0 < window.quotes.list.model().rowCount() < 16, timeout=20_000)
    assert UNREADY not in said_of_quotes(window)


def test_a_long_read_is_let_end_before_more_is_taken_in(part_done, qtbot):
    window, may_end = part_done, Event()
    ended = []
    window.session.read(lambda library, _: (may_end.wait(), states(library)), ended.append)
    qtbot.waitUntil(lambda: window.indexing.is_waiting)
    before = states(window.session.library)
    may_end.set()
    qtbot.waitUntil(lambda: ended != [])
    assert ended == [(True, before)]
    qtbot.waitUntil(lambda: is_whole(window), timeout=20_000)


def test_the_search_says_meanwhile_that_not_all_is_ready(part_done, qtbot):
    window = part_done
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.find_field.begin()
    window.find_field.setText("astana")
    qtbot.waitUntil(lambda: window.find_field.model.result is not None)
    assert "Not all is ready for searching yet" in window.find_field.popup.note()


def test_what_is_not_found_meanwhile_is_not_said_to_be_nowhere(held_up, unready, qtbot):
    window, _ = held_up(unready)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.find_field.begin()
    window.find_field.setText("quuxquux")
    qtbot.waitUntil(lambda: window.find_field.model.text == "quuxquux")
    assert window.find_field.popup.note().startswith("Nothing that is ready for searching holds “quuxquux”.")


def test_it_can_be_stopped_and_goes_on_at_the_next_opening(part_done, idle, qtbot):
    window = part_done
    window.indexing.note.findChild(QToolButton).click()
    idle(window.session)
    assert (window.indexing.is_running, is_whole(window), window.indexing.note.isHidden()) == (False, False, True)
    window.session.run(lambda library: library.people.add(name="Quuxname"))
    idle(window.session)
    assert not window.indexing.is_running
    window.session.opened.emit()
    qtbot.waitUntil(lambda: is_whole(window), timeout=20_000)
    assert wrong(window) == (0, 0)


def test_another_library_ends_it(part_done, tmp_path, idle):
    Library.create(tmp_path / "other.parley", "Other").close()
    part_done.open_path(tmp_path / "other.parley")
    idle(part_done.session)
    assert not part_done.indexing.is_running
    assert part_done.indexing.note.isHidden()


def test_a_full_disk_is_told_what_is_there_stays_and_it_goes_on_when_there_is_room(part_done, qtbot):
    window = part_done
    window.session.run(fill_the_disk)
    qtbot.waitUntil(lambda: "The disk is full" in window.banner.text(), timeout=20_000)
    assert "Not all is ready for searching: what was found before is still found." in window.banner.text()
    assert not window.indexing.is_running
    assert window.meetings.list.model().rowCount() > 54
    window.session.run(free_the_disk)
    window.banner.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: is_whole(window), timeout=20_000)
    assert (wrong(window), window.banner.text()) == ((0, 0), "")


def test_older_indexes_are_in_use_while_the_disk_is_full(held_up, older, idle, qtbot):
    window, go_on = held_up(older)
    window.session.run(lambda library: library.writer.conn.execute("VACUUM"))
    window.session.run(fill_the_disk)
    idle(window.session)
    go_on()
    qtbot.waitUntil(lambda: "The disk is full" in window.banner.text(), timeout=20_000)
    assert not is_whole(window)
    assert "what was found before is still found" in window.banner.text()
    window.quotes.field.put("lavrov")
    qtbot.waitUntil(lambda: window.quotes.list.model().rowCount() == 6)
    assert len(everything.find(window.session.library, "lavrov", Cancel()).groups) > 2
    assert UNREADY in said_of_quotes(window)


def test_a_damaged_index_is_made_anew_where_it_is_told_of(astana, start, idle, qtbot):
    conn = sqlite3.connect(astana)
    conn.execute("DELETE FROM record_index_data")
    conn.commit()
    conn.close()
    window = start(astana).window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.find_field.begin()
    window.find_field.setText("lavrov")
    qtbot.waitUntil(lambda: "was damaged, and was made anew" in window.banner.text(), timeout=20_000)
    qtbot.waitUntil(lambda: not window.session.tasks.busy and is_whole(window), timeout=20_000)


def test_a_library_that_may_only_be_read_is_left_as_it_is(part_done, idle):
    part_done.indexing.stop()
    idle(part_done.session)
    part_done.session.library.read_only = "Only to look at."
    part_done.indexing.begin()
    idle(part_done.session)
    assert not part_done.indexing.is_running
