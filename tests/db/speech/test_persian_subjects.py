"""Who the subject of a clause in Persian is."""

import pytest

from db.speech import persian_subjects
from db.speech.lexicon import lexicon

FA = lexicon("fa")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("سفیر سابق آرتالیا در سازمان ملل، بوریس ولچف، در نامه‌ای ", "بوریس ولچف"),
        ("شهردار بندر یاقوت، سوسن کردآبادی، نزدیک نیمه‌شب ", "سوسن کردآبادی"),
        ("سخنگوی وزارت راه و ترابری، بهنود کاویان‌پور، روز یکشنبه ", "بهنود کاویان‌پور"),
        ("یان فان در هولمن در نامه‌ای ", "یان فان در هولمن"),
        ("ننه‌صغری، پیرترین عضو تعاونی، از بالای نردبان ", "ننه‌صغری"),
    ],
)
def test_an_office_and_the_name_behind_its_comma_are_one_person(text, name):
    found = persian_subjects.subject(FA, text, ())
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", ["خندید و ", "سری تکان داد و ", "بعد رو به من کرد و "])
def test_a_clause_that_begins_with_what_somebody_did_has_its_subject_before_it(text):
    found = persian_subjects.subject(FA, text, ())
    assert found is not None
    assert found.how == "pointed"
