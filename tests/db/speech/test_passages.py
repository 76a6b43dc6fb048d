"""Speech in the labelled passages: what was reached is kept."""

import pytest

from db.speech.lexicon import LANGUAGES
from tests.db.speech.labelled import Score, found_in, passages, score

PASSAGES = list(passages())
REACHED = {
    ("direct", True): (0.8, 0.77),
    ("direct", False): (0.988, 0.985),
    ("indirect", True): (0.82, 0.84),
    ("indirect", False): (0.98, 0.975),
}
"""Precision and recall of the passages that are held and of the others, speakers included, that no change may lower."""
PLACED = {"direct": 0.9, "indirect": 0.93}
"""The share of the labels found in the held passages, whoever the speaker is taken for."""


@pytest.mark.parametrize("passage", [one for one in PASSAGES if one.part == "tuned"], ids=lambda one: one.name)
def test_all_speech_of_a_passage_is_found_with_its_speaker_and_nothing_else(passage):
    assert sorted(found_in(passage)) == sorted(passage.said)


@pytest.mark.parametrize("passage", [one for one in PASSAGES if one.part == "missed"], ids=lambda one: one.name)
def test_a_passage_that_is_read_rightly_now_is_no_longer_called_missed(passage):
    assert sorted(found_in(passage)) != sorted(passage.said)


@pytest.mark.parametrize(("form", "held"), REACHED)
def test_no_change_finds_less_than_was_found(form, held):
    total = sum_of(form, held=held)
    precision, recall = REACHED[form, held]
    assert total.precision >= precision
    assert total.recall >= recall
    assert not held or total.placed / total.labels >= PLACED[form]


def test_of_all_direct_speech_nineteen_in_twenty_are_found_and_right():
    total = sum_of("direct", held=True) + sum_of("direct", held=False)
    assert min(total.precision, total.recall) >= 0.95


def test_the_passages_are_many_in_all_languages_and_some_of_them_are_held():
    assert {one.language for one in PASSAGES} == set(LANGUAGES)
    assert len({one.name for one in PASSAGES}) == len(PASSAGES) >= 100
    for code in LANGUAGES:
        parts = [one.held for one in PASSAGES if one.language == code]
        assert 0.05 <= sum(parts) / len(parts) <= 0.75
    assert sum(not one.said for one in PASSAGES) >= 15


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda one: one.name)
def test_a_language_is_told_by_its_text(passage):
    from db.speech.language import language_of

    assert language_of(passage.text) == passage.language


def sum_of(form, *, held):
    total = Score()
    for passage in PASSAGES:
        if passage.held == held:
            total += score(
                [one for one in passage.said if one.form == form],
                [one for one in found_in(passage) if one.form == form],
            )
    return total
