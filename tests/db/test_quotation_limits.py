"""Quotations and texts of any size and of any signs are compared, soon and to the code point."""

import random
import unicodedata

import pytest

from db.quotation import MISSING, compare
from db.quotation_shape import LONGEST
from db.quotation_words import is_word, read
from tests.db.sound_findings import SAME, assert_sound
from tests.db.speeches import SPEECHES

ENGLISH = SPEECHES["en"]


@pytest.mark.parametrize("quotation", ["", " \n", "…", "[…]", "[the minister]", "[[[]", "”", "!?", ".", "\0", "\ud800"])
def test_a_quotation_without_words_is_nowhere(quotation):
    assert compare(quotation, ENGLISH) == MISSING
    assert compare(quotation, "") == MISSING


def test_one_letter_is_found_only_where_it_is_a_word():
    assert compare("a", ENGLISH).result == "verbatim"
    assert compare("a", ENGLISH).starts == ENGLISH.index(" a ") + 1
    assert compare("x", ENGLISH) == MISSING


def test_a_nul_is_passed_over_and_offsets_still_count_it():
    found = compare("We do\0 not accept", "So: We do not\0 accept it.")
    assert found.result == "marks"
    assert (found.starts, found.ends) == (4, 21)


def test_offsets_count_code_points():
    text = f"🕊🕊 {unicodedata.normalize('NFD', SPEECHES['tr'])}"
    found = compare("askerî çözümünü", text)
    assert found.result == "verbatim"
    assert unicodedata.normalize("NFC", text[found.starts : found.ends]) == "askerî çözümünü"


def test_a_megabyte_is_compared():
    text = f"{ENGLISH} " * 2500
    quotation = text[: LONGEST * 4 + 1]
    assert compare(quotation[: quotation.rindex(" ")], text).result == "verbatim"
    assert compare(f"{quotation} not so", text) == MISSING
    assert compare(f"{ENGLISH} not so", text).result == "differs"


@pytest.mark.parametrize(
    "piece",
    ["a", "[a]a", "a[", "[ a", "1'", ". ", "a-\n"],
    ids=["word", "remarks", "opens", "open", "feet", "stops", "cut"],
)
def test_what_is_made_to_take_for_ever_does_not(piece):
    hostile = piece * ((LONGEST - 1) // len(piece))
    assert_sound(compare(hostile, ENGLISH), ENGLISH)
    assert_sound(compare("We do not accept", hostile), hostile)


@pytest.mark.parametrize(
    ("quotation", "between"),
    [
        ("we agree … to war", "\n" * 40_000),
        ("we agree … to war", f"” {'a' * 40_000} “"),
        ("we agree … to war", f"” {'a. ' * 40} “" + " " * 40_000),
        (f"we agree [sic{' ' * 40_000}x] to war", " "),
        (f"we agree [{' ' * 40_000}x] to war", " "),
        (f"we agree x[{'a' * 40_000}]x to war", " "),
    ],
    ids=["lines", "word", "stops", "remark", "spaces", "letters"],
)
def test_what_dots_and_brackets_hold_may_be_long(quotation, between):
    source = f"So we agree{between}to war."
    assert_sound(compare(quotation, source), source)


def test_any_two_texts_can_be_compared():
    signs = random.Random(4).choices("ab .,…[]()-\n’“\u00ad\u200cмя中1", k=40_000)
    for at in range(0, len(signs), 40):
        one, other = "".join(signs[at : at + 15]), "".join(signs[at + 15 : at + 40])
        assert_sound(compare(one, other), other)
        assert compare(one, f"{one} ! {other}").result in SAME or not any(is_word(key) for key in read(one).keys)
