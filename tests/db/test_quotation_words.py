"""What counts as a word of a text, and what typography is passed over."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.quotation_words import is_odd, read, settled, vowels_clash
from tests.db.speeches import SPEECHES

TEXTS = st.text(alphabet="ab é1,.’'-\n\u00ad\u200c“ﬁ\u0301中مَ🕊", max_size=40)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("“No” – said «he»", ["No", "-", "said", "he"]),
        ("de-escalation, state’s", ["de", "-", "escalation", ",", "state's"]),
        ("5,400 and 3, 4 at 14:30", ["5,400", "and", "3", ",", "4", "at", "14:30"]),
        ("l’accord qu'Ada O'Neil", ["l'", "accord", "qu'", "Ada", "O'Neil"]),
        ("wait... or … or . . .", ["wait", "…", "or", "…", "or", "…"]),
        ("ﬁnal ＡＢ soft\u00adly zero\u200bwidth", ["final", "AB", "softly", "zerowidth"]),
        ("مُحَمَّد كتـــاب ﻛﺘﺎﺏ", ["محمد", "كتاب", "كتاب"]),
        ("第一轮 会谈。", ["第", "一", "轮", "会", "谈", "。"]),
        ("x² 50% $5.3 a/b", ["x²", "50", "%", "$", "5.3", "a", "/", "b"]),
        ("🕊 peace", ["🕊", "peace"]),
        ("a\u200c\u200c \u200cb", ["a", "b"]),
    ],
)
def test_words_and_marks_are_told_apart(text, keys):
    assert read(text).keys == keys


@given(TEXTS)
def test_each_key_stands_where_it_is_said_to(text):
    words = read(text)
    assert words.joined.split() == list(words.keys)
    assert all(words.keys)
    before = 0
    for at, key in enumerate(words.keys):
        assert before <= words.starts[at] < words.ends[at] <= len(text)
        before = words.ends[at]
        if not is_odd(text) and key.isalnum():
            assert unicodedata.normalize("NFC", words.slice(at, at + 1)) == key


@given(st.sampled_from(sorted(SPEECHES)))
def test_composed_and_decomposed_letters_are_the_same(language):
    text = SPEECHES[language]
    assert read(unicodedata.normalize("NFD", text)).keys == read(text).keys


@given(TEXTS, st.lists(st.sampled_from("ab,."), min_size=1, max_size=2))
def test_all_places_of_some_words_are_found(text, keys):
    words = read(text)
    expected = [at for at in range(len(words.keys)) if words.keys[at : at + len(keys)] == keys]
    assert words.find(keys) == expected
    assert words.find(keys, 1) == expected[:1]


def test_seams_are_read_as_the_other_text_has_them():
    seams = read("nego-\ntiators, de-\nescalation, Al-\nNahr, می‌رود, کتاب‌ها")
    other = read("the de-escalation; می رود")
    assert settled(seams, other).keys == [
        "negotiators", ",", "de", "-", "escalation", ",", "Al", "-", "Nahr", ",", "مي", "رود", ",", "كتابها",
    ]  # fmt: skip
    assert settled(seams, read("AlNahr")).keys[4] == "AlNahr"
    plain = read("no seam")
    assert settled(plain, other) is plain


def test_numbers_at_the_end_of_a_line_are_never_joined():
    assert read("from 1-\n0 to").keys == ["from", "1", "-", "0", "to"]


def test_vowel_signs_clash_where_both_words_have_others():
    assert vowels_clash("مَلِك", "مَلَك")
    assert not vowels_clash("مَلِك", "ملك")
    assert not vowels_clash("مَلك", "ملِك")


@pytest.mark.parametrize(
    ("text", "quotation", "again"),
    [
        ("A military solution.", "military solution", False),
        ("A mili-\ntary solution.", "military solution", False),
        ("A mili-\ntary solution.", "a mili-tary solution", True),
        ("A mili\u200ctary solution.", "a military solution", False),
        ("A mili\u200ctary solution.", "a mili tary solution", True),
    ],
)
def test_a_text_is_read_again_only_for_a_seam_that_counts(text, quotation, again):
    words = read(text)
    assert (settled(words, read(quotation)) is not words) == again
