"""A table that is damaged so that its ids do not rise: going through it ends, and is told."""

import sqlite3
from contextlib import closing

import pytest

from db import integrity, rising_ids


def test_a_later_id_is_the_one_to_go_on_after():
    assert rising_ids.onward(4, 9) == 9


@pytest.mark.parametrize("last", [4, 3, -1])
def test_an_id_that_does_not_rise_is_damage(last):
    with pytest.raises(sqlite3.DatabaseError) as told:
        rising_ids.onward(4, last)
    assert told.value.sqlite_errorcode == sqlite3.SQLITE_CORRUPT


def test_the_check_of_a_file_ends_where_the_ids_of_a_table_go_in_a_circle(library, talks):
    library.close()
    with closing(sqlite3.connect(library.path)) as conn:
        ((page,),) = conn.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'parties'").fetchall()
        ((size,),) = conn.execute("PRAGMA page_size").fetchall()
    content = bytearray(library.path.read_bytes())
    second_row = (page - 1) * size + 10  # where in the page it stands; now where nothing is, which is read as row 0
    content[second_row : second_row + 2] = (size // 2).to_bytes(2, "big")
    library.path.write_bytes(content)
    assert any("not in order" in problem for problem in integrity.check(library.path))
