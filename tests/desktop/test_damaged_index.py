"""A search index that is damaged never looks like a damaged library, and is made anew while the library is used."""

import sqlite3

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from db import KnownError, Library
from desktop.commands import indexing as commands
from desktop.commands import libraries
from desktop.views.quotes_panel import FAILED
from tests.desktop.hands import choose_entry

FAULTS = [
    "DELETE FROM quote_index_data", "UPDATE quote_index_data SET block = zeroblob(20) WHERE id > 10",
    "DELETE FROM quote_places", "DELETE FROM quote_words", "DROP TABLE quote_index", "DROP TABLE quote_words",
    "DROP TABLE quote_places", "DELETE FROM record_words", "DROP TABLE record_places",
]  # fmt: skip


def damage(path, statement="DELETE FROM quote_index_data"):
    conn = sqlite3.connect(path)
    conn.execute(statement)
    conn.commit()
    conn.close()


def quotes(window):
    return window.quotes.list.model().rowCount()


def test_where_it_may_only_be_read_a_search_says_that_a_copy_has_it_made_anew(astana, start, idle, qtbot, tmp_path):
    window = start(astana).window
    idle(window.session)
    damage(astana, "DROP TABLE quote_index_idx")
    window.session.open(Library(astana, read_only="Only to look at."), None)
    idle(window.session)
    window.banner.hide()
    window.quotes.field.setText("lavrov ")
    qtbot.waitUntil(lambda: "save a copy (File › Save a copy) and open that" in window.banner.text())
    assert quotes(window) == 0  # not those that were listed before
    assert any(label.text() == FAILED for label in window.quotes.findChildren(QLabel) if label.isVisible())
    window.quotes.field.clear()
    qtbot.waitUntil(lambda: quotes(window) == 16)
    window.quotes.field.setText("lavrov ")
    idle(window.session)  # a bug would be told in a dialog, which fails the test
    copy = tmp_path / "copy.parley"
    libraries.save_copy(window.session, copy, window.open_path)
    qtbot.waitUntil(lambda: "was made anew" in window.banner.text() or quotes(window) == 6, timeout=20_000)
    assert window.session.library.path == copy
    qtbot.waitUntil(lambda: quotes(window) == 6, timeout=20_000)


def test_what_was_found_in_everything_before_is_not_shown_for_a_search_that_fails(astana, start, idle, qtbot):
    window = start(astana).window
    idle(window.session)
    window.session.library.read_only = "Only to look at."
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.find_field.begin()
    window.find_field.setText("lavrov")
    qtbot.waitUntil(lambda: window.find_field.model.text == "lavrov")
    damage(astana, "DROP TABLE record_index_idx")
    window.find_field.setText("idlib")
    qtbot.waitUntil(lambda: "is damaged" in window.banner.text())
    assert not window.find_field.is_open


@pytest.mark.parametrize("statement", FAULTS)
def test_a_damaged_index_is_told_of_and_made_anew(astana, start, qtbot, idle, statement):
    damage(astana, statement)
    window = start(astana).window
    qtbot.waitUntil(lambda: "The search index was damaged, and was made anew." in window.banner.text(), timeout=20_000)
    assert window.banner.findChild(QPushButton).isHidden()
    idle(window.session)
    assert quotes(window) == 16
    window.quotes.field.setText("Lawrow ")
    qtbot.waitUntil(lambda: window.quotes.list.model().text == "Lawrow ")
    idle(window.session)
    assert quotes(window) == 7  # six and a heading
    assert window.session.library.read_only is None


def test_all_quotes_are_listed_while_it_is_made(astana, start, qtbot, idle, monkeypatch):
    damage(astana)
    monkeypatch.setattr(commands, "take_step", lambda *_: None)
    window = start(astana).window
    qtbot.waitUntil(lambda: "This is being done now" in window.banner.text())
    idle(window.session)
    assert window.banner.text().startswith("The search index in “astana.parley” is damaged.")
    assert window.meetings.list.model().rowCount() > 54
    box = window.quotes.order
    for order in ("oldest", "speaker", "length", "date"):
        choose_entry(box, box.itemText(box.findData(order)))
        idle(window.session)
        assert (window.quotes.ordering, quotes(window)) == (order, 16)


def test_one_that_is_damaged_again_is_made_anew_by_a_button(astana, start, qtbot, idle):
    damage(astana)
    window = start(astana).window
    qtbot.waitUntil(lambda: "was made anew" in window.banner.text(), timeout=20_000)
    window.session.library.writer.conn.execute("DELETE FROM quote_index_data")
    window.quotes.field.setText("Lavrov ")
    qtbot.waitUntil(lambda: "is damaged" in window.banner.text())
    window.banner.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: quotes(window) == 6, timeout=20_000)
    assert window.banner.text() == ""


def test_a_person_can_have_it_made_anew(astana, start, qtbot, idle):
    window = start(astana).window
    idle(window.session)
    said = []
    window.statusBar().messageChanged.connect(said.append)
    window.session.library.writer.conn.execute("DELETE FROM quote_words")
    window.actions_by_name["rebuild_index"].trigger()
    qtbot.waitUntil(lambda: "The search index was made anew." in said, timeout=20_000)
    with window.session.library.reading() as conn:
        assert conn.execute("SELECT count(*) FROM quote_words").fetchone()[0] > 100
    idle(window.session)
    assert quotes(window) == 16
    assert window.banner.text() == ""


def test_one_wish_more_changes_nothing_and_what_else_is_said_stays(astana, start, qtbot):
    window = start(astana).window
    said = []
    window.statusBar().messageChanged.connect(said.append)
    window.banner.say("Something else.")
    for _ in range(2):
        window.actions_by_name["rebuild_index"].trigger()
    qtbot.waitUntil(lambda: "The search index was made anew." in said, timeout=20_000)
    assert window.banner.text() == "Something else."


def test_it_is_not_said_any_more_that_it_is_being_made_once_one_has_stopped_that(astana, start, qtbot, monkeypatch):
    damage(astana)
    monkeypatch.setattr(commands, "take_step", lambda *_: None)
    window = start(astana).window
    qtbot.waitUntil(lambda: "This is being done now" in window.banner.text())
    qtbot.waitUntil(lambda: window.indexing.is_running)
    window.indexing.stop()
    assert window.banner.text() == ""


def test_that_it_cannot_be_made_says_nothing_of_what_was_found_before(astana, start, qtbot, monkeypatch):
    damage(astana)
    monkeypatch.setattr(commands, "take_step", lambda _session, _done, failed: failed(KnownError("The disk is full.")))
    window = start(astana).window
    qtbot.waitUntil(lambda: window.banner.text() == "Not all is ready for searching. The disk is full.")
    assert not window.indexing.is_running


def test_an_edit_that_meets_the_damage_has_it_mended(astana, start, qtbot):
    damage(astana)
    window = start(astana).window
    window.session.run(lambda library: library.quotes.add(form="direct", text="Quuxword"))
    qtbot.waitUntil(lambda: quotes(window) == 17, timeout=20_000)


def test_in_a_library_that_may_only_be_read_it_is_told_without_a_button(astana, start, idle):
    window = start(astana).window
    idle(window.session)
    damage(astana)
    window.session.open(Library(astana, read_only="Only to look at."), None)
    window.refresh_actions()
    idle(window.session)
    assert "The search index in “astana.parley” is damaged" in window.banner.text()
    assert window.banner.findChild(QPushButton).isHidden()
    assert not window.actions_by_name["rebuild_index"].isEnabled()
    assert quotes(window) == 16
