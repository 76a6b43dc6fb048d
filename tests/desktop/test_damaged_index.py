"""A search index that is damaged never looks like a damaged library, and is made anew by one button."""

import sqlite3

from PySide6.QtWidgets import QPushButton


def test_a_damaged_index_is_made_anew_where_it_is_told_of(astana, start, idle):
    conn = sqlite3.connect(astana)
    conn.execute("DELETE FROM quote_index_data")
    conn.commit()
    conn.close()
    window = start(astana).window
    assert window.meetings.list.model().rowCount() > 54
    assert "The search index in “astana.parley” is damaged" in window.banner.text()
    window.banner.findChild(QPushButton).click()
    idle(window.session)
    assert window.banner.text() == ""
    assert window.quotes.list.model().rowCount() == 16
