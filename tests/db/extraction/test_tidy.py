"""Text as it is stored: nothing that cannot be seen, no word changed."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from db.extraction.tidy import fact, tidy


def test_breaks_gaps_and_blanks_at_the_ends_of_lines_are_put_right():
    assert tidy("One\r\ntwo  \rthree\u2028four\n\n\n\n\x0cfive  ") == "One\ntwo\nthree\nfour\n\nfive"


def test_hidden_signs_go_and_halves_of_signs_are_marked():
    assert tidy("\ufeffa\0b\u00adc\x1fd\ud800e") == "abcd\ufffde"


def test_what_joins_and_directs_letters_stays():
    text = "می‌خواهیم \u200fשלום 👩‍🔬 a\xa0b"
    assert tidy(text) == text


def test_equal_ways_to_write_a_letter_become_one():
    assert tidy("re\u0301union") == "réunion"


@given(st.text())
def test_the_words_of_any_text_are_the_same_after(text):
    found = tidy(text)
    assert tidy(found) == found
    assert "\0" not in found
    found.encode()
    shown = [sign for sign in unicodedata.normalize("NFC", text) if sign.isalpha()]
    assert [sign for sign in found if sign.isalpha()] == shown


def test_a_fact_is_one_line_of_bounded_length():
    assert fact("  A\n title\t of\0 two ") == "A title of two"
    assert fact("  \n") is None
    assert fact(["A"]) is None
    assert len(fact("x" * 90_000) or "") == 2000
