"""Transcripts: who speaks stands before a colon; what looks like one and is none is left alone."""

import pytest

from db import Cancel
from db.speech import find


def told(text, code="en", names=()):
    return [(one.words, one.speaker) for one in find(text, code, Cancel(), names)]


def test_the_turns_of_a_press_conference_are_speech_and_its_questions_are_none():
    text = """Press conference of the Foreign Minister of Ardania, Mira Kolen

QUESTION: Will the talks go on in spring?
KOLEN: We agreed on three points today. The next round is in March.
QUESTION: And where will that be, if I may ask?
FOREIGN MINISTER KOLEN: That is not settled yet.
MODERATOR: Thank you all for coming here today."""
    (first, second) = find(text, "en", Cancel())
    assert (first.form, first.words) == ("direct", "We agreed on three points today. The next round is in March.")
    assert (first.speaker, first.title, first.place) == ("Mira Kolen", "Foreign Minister of Ardania", "before")
    assert first.attribution
    assert text[slice(*first.attribution)] == "KOLEN"
    assert (second.words, second.speaker) == ("That is not settled yet.", "Mira Kolen")


def test_a_turn_goes_on_up_to_the_next_one_and_the_last_ends_with_its_paragraph():
    text = """Mr. De Varga: I thank the assembly. The road is long.

We have gone half of it.

Ms. Stern: My government does not share that view.

Mr. De Varga: Then let us walk on together.

The meeting rose at noon."""
    assert told(text) == [
        ("I thank the assembly. The road is long.\n\nWe have gone half of it.", "De Varga"),
        ("My government does not share that view.", "Stern"),
        ("Then let us walk on together.", "De Varga"),
    ]


@pytest.mark.parametrize(
    ("code", "text", "words", "speaker"),
    [
        ("ru", "Вопрос: Когда?\n\nС.В.Лазорев: Мы договорились встретиться в марте.",
         "Мы договорились встретиться в марте.", "С.В.Лазорев"),
        ("de", "Frage: Wann?\n\nHerr Holt: Wir reisen ab, wenn der Hafen offen ist.",
         "Wir reisen ab, wenn der Hafen offen ist.", "Holt"),
        ("fr", "Question : Quand ?\n\nM. Castel : Nous partirons quand le port sera ouvert.",
         "Nous partirons quand le port sera ouvert.", "Castel"),
        ("tr", "Soru: Ne zaman?\n\nSayın Demirhan: Liman açılınca gideceğiz, daha önce değil.",
         "Liman açılınca gideceğiz, daha önce değil.", "Demirhan"),
        ("en", "Q: When will you go?\n\nA: We will go when the ice is gone.", "We will go when the ice is gone.", ""),
    ],
)  # fmt: skip
def test_questions_and_answers_are_read_in_several_languages(code, text, words, speaker):
    assert told(text, code) == [(words, speaker)]


def test_who_is_known_beforehand_may_be_called_by_the_surname():
    text = "Question: When?\n\nKolen: We will go when the ice is gone."
    assert told(text) == []
    assert told(text, names=["Mira Kolen"]) == [("We will go when the ice is gone.", "Kolen")]


@pytest.mark.parametrize(
    "text",
    [
        "Date: 4 May 2031 in the harbour hall.\nPlace: the old customs house at the pier.\nNote: it was cut.",
        "EXECUTIVE SUMMARY: The parties agreed on a plan.\n\nKEY POINTS: The harbour opens in May and closes in June.",
        "Mr. Arne Holt: head of the Ardanian delegation.\n\nMs. Mira Kolen: envoy of the League of the lakes.",
        "Ardania: The delegation left on Monday.\n\nVeltria: The delegation stayed.\n\nArdania: It gave no reason why.",
        "A: The harbour and its pier.\n\nB: The customs house there.\n\nA: The harbour is closed in winter.",
        "Article 1: The parties shall open the harbour.\n\nArticle 2: The parties shall close the pier.",
        "Arne Holt met the envoy.\n\nHolt: the man who opened the harbour.\n\nMonday: the talks went on without him.",
        "Question: Will the talks go on in spring?",
    ],
)
def test_a_colon_behind_something_else_makes_no_transcript(text):
    assert told(text) == []
