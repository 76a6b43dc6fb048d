"""What is suggested from a text."""

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import Cancel
from db.cancel import Cancelled
from db.speech import Suggestion, find
from tests.db.speech.labelled import passages

PIECES = [
    "“", "”", '"', "«", "»", "„", "‘", "’", "—", "- ", "\n", "\n\n", ", ", ". ", ": ", " said ", " сказал ", " dedi",
    "قال ", "Minister ", "Ada Brandt", "the minister", "words of some length", "\u00a0", "🕊", "é", "…", "\u064e",
]  # fmt: skip


def found(text, code=None):
    return list(find(text, code, Cancel()))


def at(text, span):
    """The words of a place that is known."""
    assert span is not None
    return text[slice(*span)]


def only(text, code: str | None = "en") -> Suggestion:
    (one,) = found(text, code)
    return one


def test_a_suggestion_says_where_its_words_and_its_speaker_stand():
    text = "“No nets were lost 🕊 at all,” said Harbour Minister Ada Brandt on Monday."
    one = only(text)
    assert (one.form, one.words, one.place) == ("direct", "No nets were lost 🕊 at all", "after")
    assert text[one.starts : one.ends] == one.words
    assert (one.speaker, one.title, one.language) == ("Ada Brandt", "Harbour Minister", "en")
    assert at(text, one.attribution) == "said Harbour Minister Ada Brandt"
    assert at(text, one.titled) == "Harbour Minister Ada Brandt"
    assert one.confidence > 0.9


def test_the_words_of_an_interrupted_quotation_are_joined_as_scholars_do():
    one = only("“No nets were lost,” said Ada Brandt, “and no boats either.”")
    assert one.words == "No nets were lost […] and no boats either."
    assert (one.place, len(one.parts)) == ("inside", 2)


def test_those_of_one_over_several_paragraphs_keep_them():
    one = only("Ada Brandt said: “No nets were lost.\n\n“No boats either.”")
    assert one.words == "No nets were lost.\n\nNo boats either."


def test_a_reported_sentence_is_taken_whole_and_without_line_breaks():
    text = (
        "The boats came home at last, one by one,\nwhile it rained. Minister Ada Brandt said that no nets\nwere lost."
    )
    one = only(text)
    assert one.words == "Minister Ada Brandt said that no nets were lost."
    assert text[one.starts : one.ends].startswith("Minister Ada")


def test_a_title_that_stands_elsewhere_is_known_with_its_place():
    text = "Harbour Minister Ada Brandt came late. “No nets were lost,” Brandt said."
    one = only(text)
    assert (one.speaker, one.title) == ("Ada Brandt", "Harbour Minister")
    assert at(text, one.titled) == "Harbour Minister Ada Brandt"


def test_an_uncertain_speaker_makes_a_suggestion_less_certain():
    certain = only("“No nets were lost,” said Ada Brandt.")
    pointed = found("Ada Brandt came late. “No nets were lost,” she said.")[0]
    unsaid = only("“No nets were lost at all this year.”")
    assert certain.confidence > pointed.confidence > unsaid.confidence
    assert (pointed.speaker, unsaid.speaker) == ("Ada Brandt", "")


def test_texts_with_signs_of_vowels_are_read_as_those_without():
    bare = "وقال وزير الصيد سمير نصر: «الشباك سليمة كلها». وشدد على أن الصيد مستمر."
    voweled = bare.replace("وشدد", "وشدَّد").replace("الشباك", "الشِّباكُ")
    plain, signed = found(bare, "ar"), found(voweled, "ar")
    assert [(one.form, one.speaker) for one in plain] == [(one.form, one.speaker) for one in signed]
    assert signed[0].words == "الشِّباكُ سليمة كلها"
    assert voweled[signed[0].starts : signed[0].ends] == signed[0].words


def test_the_language_is_told_by_the_text_where_it_is_not_known():
    assert only("„Kein Netz ging verloren“, sagte die Ministerin Ada Brandt nach der Sitzung.", None).language == "de"
    assert only("“No nets were lost,” said Ada Brandt of the ministry.", "kk").language == "en"


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=60), st.sampled_from(["en", "ru", "de", "fr", "tr", "ar", "fa", None])
)
def test_any_text_is_read_without_harm(pieces, code):
    text = "".join(pieces)
    for one in found(text, code):
        assert 0 <= one.starts < one.ends <= len(text)
        assert one.words.strip()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\0",
        "\ud800 “\ud800” said Ada Brandt.",
        "a" * 100_000,
        "“" * 5000,
        "\n" * 5000,
        "." * 100_000,
        ", " * 50_000,
    ],
)
def test_a_text_of_nothing_that_is_said_gives_no_error(text):
    found(text, "en")


def test_reading_stops_when_it_is_cancelled():
    cancel = Cancel()
    some = find("“No nets were lost,” said Ada Brandt.\n\n" * 1000, "en", cancel)
    next(some)
    cancel()
    with pytest.raises(Cancelled):
        list(some)


def test_two_texts_are_read_at_once():
    text = "\n\n".join(passage.text for passage in passages() if passage.language == "en")
    alone, results = found(text, "en"), []
    threads = [threading.Thread(target=lambda: results.append(found(text, "en"))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [alone, alone]


@pytest.mark.parametrize("verb", ["said", "told reporters", "said on Monday", "warned"])
def test_a_surname_that_stands_nowhere_else_says_who_spoke_after_the_words(verb):
    one = only(f"“The ice has come late this year,” Feld {verb}.")
    assert (one.form, one.words, one.speaker, one.place) == (
        "direct",
        "The ice has come late this year",
        "Feld",
        "after",
    )


@pytest.mark.parametrize(
    ("text", "code", "form", "speaker"),
    [
        ("Feld said: “The ice has come late this year.”", "en", "direct", "Feld"),
        ("Feld noted that the ice had come late.", "en", "indirect", "Feld"),
        ("Al-Harun noted that the ice had come late.", "en", "indirect", "Al-Harun"),
        ("Harun noted that the ice had come late.", "en", "indirect", "Harun"),
        ("Фельд заявил, что лёд пришёл поздно.", "ru", "indirect", "Фельд"),
    ],
)
def test_a_surname_alone_is_enough_for_people_who_are_known_beforehand(text, code, form, speaker):
    assert found(text, code) == []
    names = ["Jan Feld", "Nadim al-Harun", "Ян Фельд"]
    (one,) = find(text, code, Cancel(), names)
    assert (one.form, one.speaker) == (form, speaker)


def test_a_name_of_one_word_or_one_that_ends_with_a_title_is_no_surname():
    text = "Winter said that the ice had come late. Minister said that it had not."
    assert list(find(text, "en", Cancel(), ["Winter", "Prime Minister", ""])) == found(text, "en")
