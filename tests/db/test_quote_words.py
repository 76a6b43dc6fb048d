import pytest

from tests.db.sounding import sounds_like


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lavrov", "لافروف"), ("Lawrow", "Лавров"), ("Lawrow", "لاوروف"), ("Onal", "Önal"), ("Toma", "Tohme"),
        ("Ali", "علي"),
        ("Idlib", "İdlip"), ("Jaafari", "الجعفري"), ("Susan", "סוסאן"), ("Dara'a", "درعا"), ("al-Quneitra", "Kuneytra"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_sound_alike(one, other):
    assert sounds_like(one, other)
    assert sounds_like(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ali", "ولی"), ("Ali", "جولة"), ("Ali", "الأهالي"), ("Khan", "كان"), ("Syria", "وزير"), ("Ahmad", "میخواهد"),
        ("Hassan", "حسين"), ("Hassan", "إحسان"), ("Hussein", "حسن"), ("Jaafari", "خبر"), ("Sedat", "ستاد"),
        ("Haji", "هیچ"), ("حسین", "سخن"), ("way", "We"), ("zzzz", "CSS"),
    ],
)  # fmt: skip
def test_words_of_few_consonants_sound_alike_only_in_all_that_is_told_of_the_rest(one, other):
    assert not sounds_like(one, other)
    assert not sounds_like(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("Önal", "Ünal"), ("Hassan", "Hussein"), ("Iran", "Iraq"), ("Ali", "All"), ("peace", "Bush")]
)
def test_other_names_with_the_same_consonants_do_not(one, other):
    assert not sounds_like(one, other)
