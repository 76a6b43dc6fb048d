"""The language of a text, by its smallest words."""

import pytest

from db.extraction import languages

TEXTS = {
    "en": "The ministers of the two countries met in the capital and said that they want peace.",
    "ru": "Министры двух стран встретились в столице и сказали, что они не хотят войны и что это их решение.",
    "uk": "Міністри двох країн зустрілися в столиці та сказали, що вони не хочуть війни і що це їх рішення.",
    "de": "Die Minister der beiden Länder trafen sich in der Hauptstadt und sagten, dass sie den Frieden wollen.",
    "fr": "Les ministres des deux pays se sont réunis dans la capitale et ont dit que la paix est une priorité.",
    "tr": "İki ülkenin bakanları başkentte bir araya geldi ve barış için daha çok çalışmak istediklerini söyledi.",
    "ar": "اجتمع وزراء البلدين في العاصمة و قالوا إن السلام هو ما يريدون من هذا اللقاء على أن يعود",
    "fa": "وزیران دو کشور در پایتخت دیدار کردند و گفتند که صلح را برای همه می خواهند و این دیدار با هم است",
    "el": "Οι υπουργοί συναντήθηκαν στην πρωτεύουσα.",
    "zh": "两国部长在首都会面。",
}


@pytest.mark.parametrize("language", TEXTS)
def test_the_language_of_a_text_is_known(language):
    assert languages.of_text(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "Novograd", "1234 5678", "Xyz qwv rtk."])
def test_a_text_that_says_too_little_has_none(text):
    assert languages.of_text(text) is None


def test_a_mark_of_a_language_is_shortened_or_passed_over():
    assert [languages.of_tag(tag) for tag in ("en-GB", "ru_RU", "FR", "english", "", None)] == [
        "en", "ru", "fr", None, None, None,
    ]  # fmt: skip
