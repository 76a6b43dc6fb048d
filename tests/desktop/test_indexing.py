"""The index of records is made ready in the background, and the library can be used meanwhile."""

import sqlite3
from threading import Event

import pytest
from PySide6.QtWidgets import QPushButton, QToolButton

from db import Library, index_state, indexing, record_index
from desktop import indexing as background


@pytest.fixture
def unready(astana, monkeypatch):
    """A copy of the shipped library whose index is to be made anew, in many steps."""
    monkeypatch.setattr(record_index, "STEP", 3000)
    monkeypatch.setattr(background, "PATIENCE", 0)
    with Library(astana) as library:
        indexing.make_anew(library)
    return astana


def record_state(library):
    with library.reading() as conn:
        return index_state.read(conn)


def is_whole(window):
    with window.session.library.reading() as conn:
        return record_index.is_whole(conn)


@pytest.fixture
def part_done(start, unready, qtbot):
    """A window in which the index is being made."""
    window = start(unready).window
    qtbot.waitUntil(lambda: "%" in window.indexing.note.text())
    return window


def test_it_is_made_with_progress_shown_and_edits_are_taken_meanwhile(part_done, qtbot):
    window = part_done
    assert "Making the texts ready for searching: " in window.indexing.note.text()
    window.session.run(lambda library: library.people.add(name="Quuxname"))
    with qtbot.waitSignal(window.indexing.ended, timeout=20_000):
        pass
    qtbot.waitUntil(lambda: not window.session.tasks.busy)
    assert window.indexing.note.isHidden()
    with window.session.library.reading() as conn:
        assert (record_index.out_of_step(conn), record_index.is_whole(conn)) == (0, True)


def test_a_long_read_is_let_end_before_more_is_taken_in(part_done, qtbot):
    window, may_end = part_done, Event()
    ended = []
    window.session.read(lambda library, _: (may_end.wait(), record_state(library)), ended.append)
    qtbot.waitUntil(lambda: window.indexing.is_waiting)
    before = record_state(window.session.library)
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


def test_it_can_be_stopped_and_goes_on_at_the_next_opening(part_done, idle, qtbot):
    window = part_done
    window.indexing.note.findChild(QToolButton).click()
    idle(window.session)
    assert (window.indexing.is_running, is_whole(window), window.indexing.note.isHidden()) == (False, False, True)
    window.session.opened.emit()
    qtbot.waitUntil(lambda: is_whole(window), timeout=20_000)


def test_another_library_ends_it(part_done, tmp_path, idle):
    Library.create(tmp_path / "other.parley", "Other").close()
    part_done.open_path(tmp_path / "other.parley")
    idle(part_done.session)
    assert not part_done.indexing.is_running
    assert part_done.indexing.note.isHidden()


def test_a_full_disk_is_told_and_what_is_there_stays(part_done, qtbot):
    window = part_done

    def fill(library):
        pages = library.writer.conn.execute("PRAGMA page_count").fetchone()[0]
        library.writer.conn.execute(f"PRAGMA max_page_count = {pages}")

    window.session.run(fill)
    qtbot.waitUntil(lambda: "The disk is full" in window.banner.text(), timeout=20_000)
    assert "Not all is ready for searching" in window.banner.text()
    assert not window.indexing.is_running
    assert window.meetings.list.model().rowCount() > 54


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
    idle(window.session)
    assert "The search index in “astana.parley” is damaged" in window.banner.text()
    window.banner.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: not window.session.tasks.busy and is_whole(window), timeout=20_000)
    assert window.banner.text() == ""


def test_a_library_that_may_only_be_read_is_left_as_it_is(part_done, idle):
    part_done.indexing.stop()
    idle(part_done.session)
    part_done.session.library.read_only = "Only to look at."
    part_done.indexing.begin()
    idle(part_done.session)
    assert not part_done.indexing.is_running
