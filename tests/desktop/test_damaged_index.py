"""A search index that is damaged never looks like a damaged library, and is made anew by one button."""

import sqlite3

from PySide6.QtWidgets import QPushButton


def damage(path):
    conn = sqlite3.connect(path)
    conn.execute("DELETE FROM quote_index_data")
    conn.commit()
    conn.close()


def test_a_damaged_index_is_made_anew_where_it_is_told_of(astana, start, qtbot):
    damage(astana)
    window = start(astana).window
    assert window.meetings.list.model().rowCount() > 54
    assert "The search index in “astana.parley” is damaged" in window.banner.text()
    window.banner.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: window.quotes.list.model().rowCount() == 16, timeout=20_000)
    assert window.banner.text() == ""


def test_an_edit_that_meets_the_damage_has_it_mended(astana, start, qtbot):
    damage(astana)
    window = start(astana).window
    window.session.run(lambda library: library.quotes.add(form="direct", text="Quuxword"))
    qtbot.waitUntil(lambda: window.quotes.list.model().rowCount() == 17, timeout=20_000)


def test_in_a_library_that_may_only_be_read_it_is_told_without_a_button(astana, start, idle):
    damage(astana)
    window = start(astana).window
    window.session.library.read_only = "Only to look at."
    window.quotes.search()
    idle(window.session)
    assert "The search index in “astana.parley” is damaged" in window.banner.text()
    assert window.banner.findChild(QPushButton).isHidden()
