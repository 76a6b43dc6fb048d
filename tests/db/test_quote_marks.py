"""Marks agree with the index: what it finds is marked, and what is marked it finds."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.quote_marks import Marker
from db.quote_query import parse
from db.search_expressions import expression
from db.search_words import Sought, columns, words
from tests.db.sounding import sounds_like

TEXT = st.text(alphabet="abİşöÄL -'’\u200c\u0301Лаёةی ﻻ½2🕊", max_size=16)


@pytest.fixture(scope="module")
def index():
    """An index as that of quotes, without them."""
    conn = sqlite3.connect(":memory:")
    conn.execute(
        "CREATE VIRTUAL TABLE i USING fts5 (text, speaker, whole, latin, keys, facets, "
        "tokenize = \"unicode61 remove_diacritics 0 categories 'L* M* N* Co'\", prefix = '1 2 3')"
    )
    yield conn
    conn.close()


@given(TEXT, TEXT, st.booleans())
def test_a_text_has_marks_exactly_when_the_index_finds_it(index, text, typed, beginning):
    index.execute("DELETE FROM i")
    index.execute("INSERT INTO i VALUES (?, '', ?, ?, ?, '')", columns(text))
    match = expression(typed, beginning)
    found = bool(match) and index.execute("SELECT count(*) FROM i WHERE i MATCH ?", [match]).fetchone() == (1,)
    marks = Marker([Sought(tuple(words(typed)), beginning)]).marked(text, "").marks
    assert bool(marks) == found
    assert all(0 <= start < end <= len(text) for start, end in marks)
    assert list(marks) == sorted(marks)


@given(TEXT, TEXT)
def test_sounding_alike_goes_both_ways(one, other):
    for left in words(one):
        for right in words(other):
            assert sounds_like(left.raw, right.raw) == sounds_like(right.raw, left.raw)


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("De-escalation now", "escalation", ["escalation"]),
        ("De-escalation now", "deescalation", ["De-escalation"]),
        ("De-escalation now", "escalation now", ["escalation now"]),
        ("Нур-Султан", "nursultan", ["Нур-Султан"]),
        ("Сергей Лавров", "sergey lavrov", ["Сергей Лавров"]),
        ("🕊 Çavuşoğlu’s", "cavusoglu", ["Çavuşoğlu"]),
        ("lav\u00adrov", "lavrov", ["lav\u00adrov"]),
    ],
)
def test_marks_lie_on_what_was_found(text, typed, marked):
    found = Marker([Sought(tuple(words(typed)))]).marked(text, "")
    assert [text[start:end] for start, end in found.marks] == marked


def test_what_is_told_of_all_words_is_not_told_of_each():
    sought = [Sought(tuple(words(word))) for word in ("Иван", "Петров")]
    sought.append(Sought(tuple(words("Ivan Petrov")), typed="Иван Петров"))
    assert Marker(sought).marked("Ivan Petrov", "").reason == "“Ivan Petrov” is another spelling of “Иван Петров”"
    assert Marker(sought).marked("Ivan", "").reason == "“Ivan” has the sounds of “Иван”"


def test_what_only_sounds_so_is_marked_where_nothing_is_written_so():
    marker = Marker([Sought(tuple(words("lavrov")), sounds=("0lfrf0lavrov", "0lfrf0lawrow"))])
    assert marker.marked("Lawrow, Лавров", "").marks == ((8, 14),)
    assert marker.marked("Lawrow", "").marks == ((0, 6),)
    assert marker.marked("lawrow", "").marks == ()  # no name


def test_what_stands_near_something_is_not_marked_by_its_sound():
    marks = parse("Lawrow near zones ").marks
    assert Marker(marks).marked("Lavrov on zones", "").marks == ((10, 15),)


@pytest.mark.parametrize(
    ("text", "typed", "reason"),
    [
        ("Mr Önal came", "onal", "“Önal” for “onal”"),
        ("Mr Onal came", "Önal", "“Onal” for “Önal”"),
        ("ONAL came", "onal", ""),
        ("Onal and Önal came", "onal", ""),
        ("in der Straße", "strasse", "“Straße” for “strasse”"),
        ("قال إيران", "ايران", "“إيران” for “ايران”"),
        ("De‑escalation now", "de-escalation now", ""),
        ("lav\u00adrov", "lavrov", ""),
    ],
)
def test_other_marks_and_letters_are_told(text, typed, reason):
    assert Marker([Sought(tuple(words(typed)))]).marked(text, "").reason == reason


def test_a_beginning_has_other_marks_only_where_it_is_written_otherwise():
    begun = Marker([Sought(tuple(words("cav")), True)])
    assert begun.marked("Cavusoğlu", "").reason == ""
    assert begun.marked("Çavusoğlu", "").reason == "“Çavusoğlu” for “cav”"
