from hypothesis import given
from hypothesis import strategies as st

from db.folding import fold, letters


@given(st.text())
def test_every_place_stays_the_same(text):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_letters_lose_their_marks_in_every_script():
    assert fold("Éclair ё й İ ş أ إ آ") == "Eclair е и I s ا ا ا"
    assert fold("إِعْلَان") == "ا\u0301ع\u0301ل\u0301ان"


def test_letters_made_of_letters_stay():
    assert fold("한국 阿 ß æ ø ı") == "한국 阿 ß æ ø ı"


def test_what_is_no_letter_or_digit_is_a_space():
    assert fold("de-escalation, “x”\n🕊\ufdd0½ 2254/2015") == "de escalation   x    ½ 2254 2015"


@given(st.text())
def test_letters_to_compare_by_are_settled_at_once(text):
    assert letters(letters(text)) == letters(text)
