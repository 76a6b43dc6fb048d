"""What names, titles and pronouns tell."""

import pytest

from db.speech import gender


@pytest.mark.parametrize(
    ("code", "name", "title", "told"),
    [
        ("en", "Marta Lind", "spokeswoman of the ministry", "f"), ("en", "Jan Feld", "chairman", "m"),
        ("en", "Mira Kolen", "foreign minister", "f"), ("de", "Mira Kolen", "Außenministerin", "f"),
        ("de", "Jan Feld", "Außenminister", "m"), ("fr", "Mira Kolen", "présidente", "f"),
        ("fr", "Jan Feld", "envoyé de la Ligue", "m"), ("ru", "Рената Осипова", "", "f"),
        ("ru", "Игорь Стожаров", "", "m"), ("ru", "Мира Колен", "", "f"), ("ru", "Никита Лунёв", "", "m"),
        ("ar", "ميرا كولن", "وزيرة الخارجية", "f"), ("ar", "سمير نصر", "وزير الخارجية", "m"),
        ("tr", "Mira Kolen", "Bakan", ""), ("ru", "", "", ""),
    ],
)  # fmt: skip
def test_a_name_or_title_tells_women_from_men(code, name, title, told):
    assert gender.of_person(code, name, title) == told


@pytest.mark.parametrize(
    ("code", "words", "told"),
    [("en", "she", "f"), ("en", "in his words", "m"), ("ru", "по её словам", "f"), ("ar", "وأضافت", "f"),
     ("ar", "أضاف", "m"), ("ar", "لفت", "m"), ("fr", "elle", "f"), ("tr", "o", ""), ("en", "", "")],
)  # fmt: skip
def test_so_does_a_pronoun_or_the_ending_of_a_verb(code, words, told):
    assert gender.of_pronoun(code, words) == told
