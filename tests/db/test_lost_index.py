"""Whatever happened to the tables of the search indexes, it is noticed, and they are made anew from the rest."""

import sqlite3
from contextlib import suppress

import pytest

from db import Cancel, Library, everything, indexing, opening, quote_search, word_tables
from db.errors import IndexDamaged
from db.quote_query import parse
from db.schema import FORMAT

EMPTIED = [
    f"DELETE FROM {table}"
    for table in (
        "quote_index_data", "quote_index_content", "quote_index_docsize", "quote_places", "quote_words",
        "quote_index_data WHERE id > 10", "record_index", "record_index_data", "record_places", "record_words",
    )
]  # fmt: skip
BLANKED = [
    f"UPDATE {index}_index_data SET block = zeroblob({size}) WHERE {which}"
    for index in ("quote", "record")
    for size, which in (
        ("20", "id > 10"), ("length(block)", "id = 10"), (
            "length(block)", f"id = (SELECT max(id) FROM {index}_index_data)"),
    )
]  # fmt: skip
PARTS = [f"{index}_index_{part}" for index in ("quote", "record") for part in ("data", "idx", "content", "config")]


def alter(library, statement):
    library.close()
    conn = sqlite3.connect(library.path, isolation_level=None)
    conn.execute(statement)
    conn.close()


def found(library, text, order="date"):
    return len(library.quotes.search(parse(text), Cancel(), order).ids)


def test_the_tables_that_are_put_back_are_those_of_a_new_library(library):
    with library.reading() as conn:
        for name, sql in word_tables.TABLES.items():
            (made,) = conn.execute("SELECT sql FROM sqlite_schema WHERE name = ?", [name]).fetchone()
            assert " ".join(made.split()) == sql


@pytest.mark.parametrize("statement", [*EMPTIED, *BLANKED])
def test_what_the_index_lost_is_noticed(library, talks, statement):
    indexing.check(library, Cancel())
    alter(library, statement)
    for read_only in (None, "Only to look at."):
        with Library(library.path, read_only=read_only) as opened:
            with pytest.raises(IndexDamaged):
                indexing.check(opened, Cancel())
            assert found(opened, "") == found(opened, "", "oldest") == 1


@pytest.mark.parametrize("table", [*word_tables.TABLES, *PARTS])
def test_a_table_that_was_dropped_is_put_back(library, talks, table):
    alter(library, f"DROP {'INDEX' if table.endswith('of_record') else 'TABLE'} {table}")
    with Library(library.path, read_only="Only to look at.") as opened:
        with pytest.raises(IndexDamaged):
            indexing.check(opened, Cancel())
        assert found(opened, "") == 1
    with Library(library.path) as opened:
        assert opened.read_only is None
        with opened.reading() as conn:
            assert opening.fingerprint(conn) == opening.FINGERPRINTS[FORMAT]
        indexing.make_anew(opened)
        indexing.check(opened, Cancel())
        assert (found(opened, "military"), found(opened, "", "length")) == (1, 1)


@pytest.mark.parametrize("table", [*word_tables.TABLES, *PARTS])
@pytest.mark.parametrize("read_only", [None, "Only to look at."])
def test_whatever_table_was_dropped_a_search_finds_all_or_says_that_the_index_is_damaged(
    library, talks, table, read_only
):
    with Library(library.path, read_only=read_only) as opened:
        alter(library, f"DROP {'INDEX' if table.endswith('of_record') else 'TABLE'} {table}")
        for order in quote_search.ORDERS:
            with suppress(IndexDamaged):
                assert found(opened, "military", order) == 1
        with suppress(IndexDamaged):
            assert everything.find(opened, "military", Cancel()).groups


@pytest.mark.parametrize("table", ["quote_index", "quote_words", "quote_places", "record_words", *PARTS])
def test_a_table_dropped_while_the_library_is_open_does_not_stop_an_edit(library, talks, table):
    other = sqlite3.connect(library.path)
    other.execute(f"DROP TABLE {table}")
    other.close()
    library.quotes.add(form="direct", text="Quuxword")
    library.people.add(name="Quuxname")
    while not indexing.advance(library).whole:
        pass
    indexing.check(library, Cancel())
    assert (found(library, "quuxword"), found(library, "military")) == (1, 1)


def test_where_a_length_is_missing_the_index_is_at_fault(library, talks):
    alter(library, "DELETE FROM quote_places")
    with Library(library.path) as opened, pytest.raises(IndexDamaged):
        found(opened, "military", "length")


@pytest.mark.parametrize("most", [1, 2000])
@pytest.mark.parametrize("statement", [*EMPTIED[:5], *BLANKED[:3], "DROP TABLE quote_index", "DROP TABLE quote_places"])
def test_the_shortest_first_are_all_listed_also_where_the_index_cannot_be_made_anew(
    library, talks, statement, most, monkeypatch
):
    monkeypatch.setattr(quote_search, "_MOST_SORTED", most)
    for words in ("Short", "A longer one"):
        library.quotes.add(form="direct", text=words)
    alter(library, statement)
    with Library(library.path, read_only="Only to look at.") as opened:
        assert found(opened, "", "length") == 3
        assert len(opened.quotes.first(parse(""), Cancel(), 50, "length")) == 3


@pytest.mark.parametrize("order", ["length", "speaker"])
def test_what_is_found_one_by_one_is_all_that_is_found(library, talks, order, monkeypatch):
    monkeypatch.setattr(quote_search, "_MOST_SORTED", 0)
    assert found(library, "", order) == 1
    alter(library, BLANKED[0])
    with Library(library.path) as opened, pytest.raises(IndexDamaged):
        opened.quotes.first(parse(""), Cancel(), 50, order)


def test_where_the_index_has_a_quote_that_is_not_there_it_is_at_fault(library, talks, monkeypatch):
    monkeypatch.setattr(quote_search, "_MOST_SORTED", 0)
    alter(library, "UPDATE quote_places SET place = place - 5")  # that of another quote, which is not there
    with Library(library.path) as opened, pytest.raises(IndexDamaged):
        found(opened, "", "speaker")
