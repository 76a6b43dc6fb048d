"""Speech in the labelled passages: what was reached is kept."""

import pytest

from db.speech.lexicon import LANGUAGES
from tests.db.speech.labelled import Score, found_in, passages, score

PASSAGES = list(passages())
REACHED = {
    ("direct", "tuned"): (1.0, 1.0),
    ("direct", "held"): (0.96, 0.95),
    ("indirect", "tuned"): (1.0, 1.0),
    ("indirect", "held"): (0.95, 0.93),
}
"""Precision and recall, speakers included, that no change may lower."""
PLACED = {("direct", "held"): 0.97, ("indirect", "held"): 0.93}
"""The share of the labels found in the held passages, whoever the speaker is taken for."""


@pytest.mark.parametrize("passage", [one for one in PASSAGES if not one.held], ids=lambda one: one.name)
def test_all_speech_of_a_passage_is_found_with_its_speaker_and_nothing_else(passage):
    assert sorted(found_in(passage)) == sorted(passage.said)


@pytest.mark.parametrize(("form", "part"), REACHED)
def test_no_change_finds_less_than_was_found(form, part):
    total = sum_of(form, part)
    precision, recall = REACHED[form, part]
    assert total.precision >= precision
    assert total.recall >= recall
    assert total.placed / total.labels >= PLACED.get((form, part), 1.0)


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


def sum_of(form, part):
    total = Score()
    for passage in PASSAGES:
        if passage.held == (part == "held"):
            total += score(
                [one for one in passage.said if one.form == form],
                [one for one in found_in(passage) if one.form == form],
            )
    return total
