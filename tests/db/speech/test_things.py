"""Names of things in quotation marks between an office and the name of a person."""

import pytest

from db import Cancel
from db.speech import find


@pytest.mark.parametrize(
    ("text", "code", "speaker", "title"),
    [
        (
            "«Мы открываем второй цех», — сказала директор завода «Заря» Нина Ярцева.",
            "ru",
            "Нина Ярцева",
            "директор завода «Заря»",
        ),
        (
            "وقالت مديرة شركة «النور» هالة القرشاوي: «سنفتح المصنع في الربيع».",
            "ar",
            "هالة القرشاوي",
            "مديرة شركة «النور»",
        ),
    ],
)
def test_the_name_of_a_thing_belongs_to_the_title_and_is_kept_as_the_text_has_it(text, code, speaker, title):
    (found,) = find(text, code, Cancel())
    assert (found.speaker, found.title.removeprefix("و")) == (speaker, title)


@pytest.mark.parametrize("text", ["وی افزود که راه باز است.", "ندا پاکروان گفت: راه تا شنبه باز است."])
def test_speech_without_marks_needs_a_colon_and_a_speaker(text):
    found = [one for one in find(text, "fa", Cancel()) if one.form == "direct"]
    assert [one.speaker for one in found] == (["ندا پاکروان"] if ":" in text else [])
