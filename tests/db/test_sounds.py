"""Words in any letters: as Latin ones, under the keys of their consonants, and how unlike two of them are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import sounds
from db.sounds import NEVER, Word


def word(text):
    (found,) = sounds.words(text)
    return found


def unlikeness(one, other):
    there, back = sounds.unlikeness(word(one), word(other)), sounds.unlikeness(word(other), word(one))
    assert there == back
    if there < NEVER and word(one).letters != word(other).letters:
        assert sounds.keys(word(one)) & sounds.keys(word(other))
    return there


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Лаврентьев", "lavrentev"), ("Қайрат", "qayrat"), ("Үнал", "ünal"), ("Μεβλούτ", "mevlut"),
        ("Çavuşoğlu", "chavushoglu"),
        ("Ja'afari", "jaafari"), ("İHSAN", "ihsan"), ("Tumış", "tumish"), ("Önal", "önal"), ("لافروف", "lafrwf"),
        ("الجعفري", "jafry"), ("אימן", "aymn"), ("ח'אגי", "khagy"), ("Straße", "strasse"), ("Զոհրապ", "zohrap"),
        ("ქართული", "kartuli"), ("李伟", "李伟"), ("17", "17"), ("ﻻفروف", "lafrwf"),
        ("طهران", "tħran"), ("تحرير", "tħryr"), ("مشهد", "mshhd"), ("هيثم", "hyθm"), ("منذر", "mnðr"),
    ],
)  # fmt: skip
def test_a_word_is_written_in_latin_letters(text, letters):
    assert word(text).letters == letters


def test_words_are_parted_by_what_is_no_letter():
    text = "Hossein Jaberi-Ansari, جابری\u200cانصاری 🕊 (2)"
    assert [found.letters for found in sounds.words(text)] == ["hossein", "jaberi", "ansari", "jabry", "ansary", "2"]
    assert sounds.words("🕊 — !") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei", "Sergey"), ("Lavrov", "Lawrow"), ("Лавров", "Lavrov"), ("Lavrentiev", "Lawrentijew"),
        ("Mohammed", "Mukhammad"), ("Hossein", "Хусейн"), ("Alloush", "Allouche"), ("Jaafari", "Caferi"),
        ("Zhanat", "Janat"), ("Yevgeny", "Evgeny"), ("Omar", "Umar"), ("Alexander", "Aleksandr"), ("Toma", "Tohme"),
        ("Tumysh", "Tumysch"), ("Khaji", "Hacı"), ("Asghar", "Asgar"), ("Önal", "Onal"), ("Ünal", "Unal"),
        ("Philip", "Filip"), ("Abdrakhmanov", "Әбдірахманов"), ("Çavuşoğlu", "Τσαβούσογλου"), ("Wasfi", "Uasfi"),
        ("Pedersen", "بيدرسون"), ("Selçuk", "سلجوق"), ("Nazarbayev", "نزارباييف"), ("Zarif", "ظريف"),
        ("Лаврентьев", "לברניתיב"), ("Susan", "סוסאן"), ("لافروف", "لاوروف"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_are_near(one, other):
    assert unlikeness(one, other) < 1.5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tehran", "طهران"), ("Tehran", "تهران"), ("Tahrir", "تحرير"), ("Zahran", "زهران"), ("Suhail", "سهيل"),
        ("Qahtan", "قحطان"), ("Tahrir", "תחריר"), ("Fathi", "فتحي"), ("Adham", "أدهم"), ("Mashhad", "مشهد"),
        ("Haitham", "هيثم"), ("Othman", "عثمان"), ("Osman", "عثمان"), ("Kadhimi", "كاظمي"), ("Kazemi", "كاظمي"),
        ("Monzer", "منذر"), ("Mundhir", "منذر"),
    ],
)  # fmt: skip
def test_h_th_and_dh_are_heard_where_an_abjad_has_letters_for_them(one, other):
    assert unlikeness(one, other) < sounds.BARE_VOWEL
    assert sounds.is_firm(word(one), word(other))


def test_an_h_of_its_own_makes_no_other_sound_of_the_letter_before():
    assert not sounds.is_firm(word("Jaafari"), word("زهورا"))
    assert unlikeness("Zhara", "زهرا") > unlikeness("Zahra", "زهرا") == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Önal", "Ünal"), ("Hassan", "Hussein"), ("Ivanov", "Ivanova"), ("Amin", "Amina"), ("Maria", "Mario"),
        ("Omar", "Amir"), ("Lavrov", "Lavrentiev"), ("Iran", "Iraq"), ("Li", "Lu"), ("Austria", "Australia"),
        ("Western", "Eastern"), ("51", "52"), ("Niger", "Nigeria"), ("Jafar", "Jafari"), ("李", "黎"),
    ],
)  # fmt: skip
def test_other_names_are_far(one, other):
    assert unlikeness(one, other) >= NEVER


def test_a_long_vowel_tells_words_without_short_ones_apart():
    assert unlikeness("Hassan", "حسن") == 0
    assert unlikeness("Hussein", "حسين") == 0
    assert unlikeness("Hassan", "حسين") == sounds.BARE_VOWEL


@given(st.text(max_size=40))
def test_any_text_has_words_that_are_like_themselves(text):
    for found in sounds.words(text):
        assert found.letters
        assert sounds.unlikeness(found, found) == 0
        assert 0 < len(sounds.readings(found)) <= sounds.MOST_READINGS
        assert sounds.keys(Word(found.letters, "", bare=False))


def test_a_word_of_many_letters_with_several_sounds_has_few_readings():
    assert len(sounds.readings(word("jwcjwcjwcjwcjwc" * 20))) <= sounds.MOST_READINGS
