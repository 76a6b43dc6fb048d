"""Words are found whatever their case, accents and line breaks, each at its place to the character."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.cancel import Cancel, Cancelled
from db.text_search import Searchable


def found(text, wanted):
    return [text[start:end] for start, end in Searchable(text, Cancel()).find(wanted, Cancel())]


@pytest.mark.parametrize(
    ("text", "wanted", "words"),
    [
        ("Önal met ONAL and onal.", "önal", ["Önal", "ONAL", "onal"]),
        ("a cafe\u0301, a café", "cafe", ["cafe\u0301", "café"]),
        ("the cease-\nfire, cease–fire", "cease-fire", ["cease–fire"]),
        ("no\r\n  military\tsolution", "no military solution", ["no\r\n  military\tsolution"]),
        ("He said “no”.", '"no"', ["“no”"]),
        ("it’s", "it's", ["it’s"]),
        ("Ёлка и ещё", "еще", ["ещё"]),
        ("السَّلامُ عليكم", "السلام", ["السَّلامُ"]),
        ("ایران and ايران", "ايران", ["ایران", "ايران"]),
        ("de\u00adescalation", "deescalation", ["de\u00adescalation"]),
        ("😀 zone 😀 Zone", "zone", ["zone", "Zone"]),
        ("(3) a [b] c.d* 3)", "(3)", ["(3)"]),
        ("İstanbul, ISTANBUL", "istanbul", ["İstanbul", "ISTANBUL"]),
        ("nothing here", "", []),
        ("nothing here", "  \n ", []),
        ("", "a", []),
    ],
)
def test_words_are_found_as_a_reader_means_them(text, wanted, words):
    assert found(text, wanted) == words


def test_what_follows_an_accent_keeps_its_place():
    text = "e\u0301" * 1000 + "end " + "a\u0301" * 10 + "END"
    assert [(start, text[start:end]) for start, end in Searchable(text, Cancel()).find("end", Cancel())] == [
        (2000, "end"),
        (2024, "END"),
    ]


@given(st.text(alphabet="aAáé\u0301 \nb😀ß", max_size=40), st.text(alphabet="ab é", min_size=1, max_size=5))
def test_every_hit_is_the_words_and_lies_in_the_text(text, wanted):
    spans = Searchable(text, Cancel()).find(wanted, Cancel())
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    for start, end in spans:
        assert found(text[start:end], wanted) == [text[start:end]]


def test_a_long_text_stops_when_it_is_told_to():
    cancel = Cancel()
    cancel()
    with pytest.raises(Cancelled):
        Searchable("a" * 10, cancel)
    with pytest.raises(Cancelled):
        Searchable("a" * 10, Cancel()).find("a", cancel)
