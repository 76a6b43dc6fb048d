"""Words in all their forms: what the index holds of a text, and what finds it."""

import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.search_expressions import expression
from db.search_words import MOST_PARTS, columns, small, sound_groups, words

ALPHABET = "aeéşıİßçÄKlLvV  -'’\u200c\u00ad\u0301\u200fЛаёқƏإةىيیکلا שםﻻ阿한½2٢🕊_.\n"


def forms(text):
    (word,) = words(text)
    return word


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("LAVROV", "lavrov"), ("Éclair", "eclair"), ("İzmir", "izmir"), ("Tumış", "tumis"), ("Straße", "strasse"),
        ("Łódź", "lodz"), ("Əliyev", "eliyev"), ("Ёлка", "елка"), ("Қазақстан", "казакстан"), ("إِعْلَان", "اعلان"),
        ("ســـلام", "سلام"), ("علی", "علي"), ("مصطفى", "مصطفي"), ("کشور", "كشور"), ("طعمة", "طعمه"),
        ("ﻻفروف", "لافروف"),
        ("שָׁלוֹם", "שלומ"), ("٢٠١٥", "2015"), ("ＡＢ", "ab"), ("한국", "한국"), ("ΑΣΤΑΝΑΣ", "αστανασ"),
        ("lav\u00adrov", "lavrov"),
    ],
)  # fmt: skip
def test_letters_that_stand_for_one_another_are_one(text, parts):
    assert forms(text).parts == (parts,)
    assert forms(unicodedata.normalize("NFD", text)).parts == (parts,)


@pytest.mark.parametrize("text", ["De-escalation", "de‐escalation", "de\u2011escalation", "DE\u200cescalation"])
def test_a_word_with_a_hyphen_is_held_in_parts_and_joined(text):
    word = forms(text)
    assert (word.parts, word.whole) == (("de", "escalation"), "deescalation")


@pytest.mark.parametrize("text", ["Dera'a", "Dera’a", "Deraʿa", "Dera`a"])
def test_a_word_with_an_apostrophe_is_held_in_parts_and_joined(text):
    assert forms(text).whole == "deraa"


def test_dashes_and_quotation_marks_end_a_word():
    text = "Astana—Geneva, ‘talks’ -- 2015–2017"
    assert [text[word.starts : word.ends] for word in words(text)] == ["Astana", "Geneva", "talks", "2015", "2017"]


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("Лавров", ("lavrov",)), ("Нур-Султан", ("nur", "sultan", "nursultan")), ("Μεβλούτ", ("mevlut",)),
        ("Çavuşoğlu", ("chavushoglu",)), ("Müller", ("mueller",)), ("Lavrov", ()), ("café", ()), ("لافروف", ()),
        ("阿斯", ()),
    ],
)  # fmt: skip
def test_other_letters_are_held_in_latin_ones_too(text, latin):
    assert forms(text).latin == latin


def test_only_what_may_be_a_name_is_held_by_its_sound():
    assert [word.is_name for word in words("the Talks of al-Jaafari عن لافروف")] == [
        False,
        True,
        False,
        True,
        False,
        True,
    ]
    held = columns("the talks with Lavrov")
    assert held == ("the talks with lavrov", "", "", "0lfrf0lavrov")


@pytest.mark.parametrize("text", ["Lavrov’s", "d'Lavrov", "al-Lavrov", "Лавров", "LAVROV"])
def test_what_is_put_before_and_after_a_name_is_not_heard(text):
    assert forms(text).keys == ("0lfrf0lavrov",)


def test_a_phrase_is_not_looked_for_by_its_sound():
    assert " OR keys : (" in expression("lavrov", heard=sound_groups("lavrov"))
    assert sound_groups("sergei lavrov") == []
    assert "keys : (" not in expression("lavrov")


@pytest.mark.parametrize("text", ["10th", "S300", "in2018", "The", "their", "Über", "Есть", "هذا", "وقالت", "ab"])
def test_a_word_with_a_digit_or_of_every_text_is_not_looked_for_by_its_sound(text):
    assert sound_groups(text) == []


def test_a_word_of_every_text_that_is_known_as_a_name_is_looked_for_by_its_sound():
    assert sound_groups("Will", known=True)


@pytest.mark.parametrize(
    "text",
    [
        "The", "L’un", "It’s", "Этот", "Çünkü", "قال", "وقالت", "على", "إليها", "بالوزير", "قواتهم", "می‌خواهد",
        "کتاب‌های", "برای", "לא",
    ],
)  # fmt: skip
def test_words_of_every_text_are_no_names(text):
    assert [word.is_name for word in words(text)] == [False]


@pytest.mark.parametrize(
    "text", ["لافروف", "علي", "علی", "عبد", "محمد‌جواد", "Lavrov", "Anders", "D'Artagnan", "Лавров"]
)
def test_names_are_no_words_of_every_text(text):
    assert [word.is_name for word in words(text)] == [True]


@pytest.mark.parametrize(("text", "whole"), [("U.N.", "un"), ("the U.S.-led one", "us"), ("ООН, О.О.Н.", "оон")])
def test_an_acronym_is_one_word_with_its_points_and_without(text, whole):
    assert whole in columns(text).whole.split()
    assert [word.whole for word in words("in 1.5.2018 a.b2 end. A new")] == [""] * 9


def test_an_acronym_that_is_spelled_as_a_word_of_every_text_is_told_from_it():
    assert columns("the US and us").keys == columns("the U.S. and us").keys == "1us"
    assert columns("Us and us").keys == ""


def test_a_name_that_stands_beside_others_each_time_is_held_as_such():
    assert "3mira" in columns("Mira Kolen received us in Mira").keys
    assert "3mira" not in columns("Mira Kolen came, and Mira Kolen left").keys
    assert "3mira" not in columns("in Mira").keys


def test_words_without_a_capital_are_told_from_texts_that_have_capitals():
    assert small(["The Lake lake of Önal", "all is small", "Он любит Мир мира"]) == {"lake", "lyubit", "mira"}


def test_a_word_of_very_many_parts_goes_on_as_another():
    assert [len(word.parts) for word in words("a-" * 40)] == [MOST_PARTS, MOST_PARTS, 40 - 2 * MOST_PARTS]


@pytest.mark.parametrize("text", ["", "?!", "🕊️", "_", "—", "\u200f", "\u0301"])
def test_what_has_no_letter_or_digit_is_no_word(text):
    assert words(text) == []
    assert expression(text) == ""


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


@given(st.text(alphabet=ALPHABET, max_size=30) | st.text(max_size=30))
def test_any_text_is_found_by_each_of_its_words_and_by_all_in_order(index, text):
    index.execute("DELETE FROM i")
    held = columns(text)
    index.execute("INSERT INTO i VALUES (?, '', ?, ?, ?, 'all')", held)
    found = words(text)
    assert held.text.split() == [part for word in found for part in word.parts]
    for some in (*([word] for word in found), found[:20]):
        for beginning in (False, True):
            match = expression(some, beginning, sound_groups(some[0].raw) if some else ())
            assert not match or index.execute("SELECT count(*) FROM i WHERE i MATCH ?", [match]).fetchone() == (1,)


@given(st.text(alphabet=ALPHABET, max_size=30))
def test_words_stand_in_order_where_they_say(text):
    at = 0
    for word in words(text):
        assert at <= word.starts < word.ends <= len(text)
        assert not text[word.starts].isspace()
        assert not text[word.ends - 1].isspace()
        at = word.ends
