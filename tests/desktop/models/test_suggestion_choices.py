"""What is decided about suggestions."""

import pytest

from db import Cancel, speech
from db.new_names import New
from db.references import Record
from db.speech import Passage
from desktop.models.suggestion_choices import ACCEPTED, OPEN, REJECTED, Choices
from tests.desktop.suggested import WORDS, fill


@pytest.fixture
def talks(library):
    return fill(library)


@pytest.fixture
def choices(library, talks):
    return Choices(speech.read(library, talks.source, Cancel()))


def again(library, talks, choices):
    return choices.taken_over(speech.read(library, talks.source, Cancel(), choices.speech))


def test_a_suggestion_begins_as_it_was_found_in_the_only_meeting_of_its_source(choices, talks):
    first, *_, last = map(choices.of, choices.speech.found)
    assert (first.verdict, first.form, first.words) == (OPEN, "direct", WORDS[0])
    assert (first.speaker, first.called, first.title) == (talks.brandt, "Ada Brandt", "Harbour Minister")
    assert (first.meeting, first.held_at) == (talks.meeting, "Fishing talks")
    assert (last.speaker, last.called) == (New("person", "Olga Winter"), "Olga Winter")
    assert not choices.any_to_store


def test_the_same_verdict_again_takes_it_back(choices):
    one = choices.speech.found[0]
    choices.judge(one, ACCEPTED)
    assert [chosen.words for chosen in choices.accepted()] == [WORDS[0]]
    choices.judge(one, REJECTED)
    assert choices.accepted() == []
    assert choices.rejected() == [Passage("direct", WORDS[0])]
    choices.judge(one, REJECTED)
    assert not choices.any_to_store


def test_what_is_accepted_is_what_will_be_stored(library, talks, choices):
    for one in choices.speech.found:
        choices.judge(one, ACCEPTED)
    speech.accept(library, talks.source, choices.accepted())
    stored = [quote for _, quote in sorted((quote.position, quote) for quote in library.quotes.all(Cancel()))]
    assert [quote.text for quote in stored] == WORDS
    assert [quote.party_id is not None for quote in stored] == [True, True, True, False]


def test_other_words_and_another_speaker_are_stored_in_place_of_the_first(library, talks, choices):
    one = choices.speech.found[0]
    start = choices.speech.text.index("nets were lost")
    choices.change_span(one, (start, start + len("nets were lost")))
    choices.put(one, choices.of(one)._replace(speaker=talks.feld, called="Jan Feld", form="indirect", title=None))
    choices.judge(one, ACCEPTED)
    (uid,) = speech.accept(library, talks.source, choices.accepted()).quotes
    quote = library.quotes.get(uid)
    assert (quote.form, quote.text, quote.speaker_title) == ("indirect", "nets were lost", None)
    assert quote.speaker_id == library.people.get(talks.feld).id
    assert [cite.exact for cite in library.citations.of(Record("quote", uid))] == ["nets were lost"]


def test_the_first_meeting_that_is_chosen_is_proposed_for_all_that_have_none(library, talks):
    outcome = library.outcomes.add(meeting=talks.other, act="agreed", text="To meet again")
    library.citations.add(Record("outcome", outcome), source=talks.source)
    choices = Choices(speech.read(library, talks.source, Cancel()))
    first, second, *_ = choices.speech.found
    assert choices.of(first).meeting is None
    choices.put(first, choices.of(first)._replace(meeting=talks.other, held_at="Later talks"))
    assert choices.of(second).held_at == "Later talks"
    choices.put(second, choices.of(second)._replace(meeting=talks.meeting, held_at="Fishing talks"))
    assert choices.of(choices.speech.found[2]).held_at == "Later talks"


def test_decisions_outlive_a_change_elsewhere_in_the_library(library, talks, choices):
    first, second, *_ = choices.speech.found
    choices.judge(first, ACCEPTED)
    choices.judge(second, REJECTED)
    library.people.add(name="Olga Winter")
    fresh = again(library, talks, choices)
    assert [fresh.of(one).verdict for one in fresh.speech.found] == [ACCEPTED, REJECTED, OPEN, OPEN]
    speech.accept(library, talks.source, fresh.accepted(), fresh.rejected())
    stored = again(library, talks, fresh)
    assert stored.speech.found[0].stored
    assert not stored.any_to_store


def test_what_was_rejected_earlier_can_be_restored(library, talks, choices):
    one = choices.speech.found[1]
    speech.accept(library, talks.source, [], [Passage(one.suggestion.form, one.suggestion.words)])
    fresh = again(library, talks, choices)
    assert fresh.of(fresh.speech.found[1]).verdict == REJECTED
    assert not fresh.any_to_store
    fresh.judge(fresh.speech.found[1], REJECTED)
    assert fresh.restored() == [Passage("indirect", WORDS[1])]
    fresh.judge(fresh.speech.found[1], ACCEPTED)
    assert len(fresh.accepted()) == len(fresh.restored()) == 1


def test_decisions_go_on_in_a_text_that_was_corrected_elsewhere(library, talks, choices):
    one, two, *_ = choices.speech.found
    choices.judge(one, ACCEPTED)
    choices.judge(two, REJECTED)
    start = choices.speech.text.index("nets were lost")
    choices.change_span(one, (start, start + len("nets were lost")))
    library.sources.edit(talks.source, text="A new beginning.\n\n" + choices.speech.text)
    later = again(library, talks, choices)
    assert [chosen.words for chosen in later.accepted()] == ["nets were lost"]
    assert later.speech.text[slice(*later.of(later.speech.found[0]).span)] == "nets were lost"
    assert (later.rejected(), later.ended) == (choices.rejected(), 0)


def test_a_decision_about_words_that_are_no_longer_there_ends_and_is_counted(library, talks, choices):
    one, two, *_ = choices.speech.found
    choices.judge(one, ACCEPTED)
    choices.judge(two, ACCEPTED)
    library.sources.edit(talks.source, text=choices.speech.text.replace("nets were lost", "nets were found"))
    later = again(library, talks, choices)
    assert [chosen.words for chosen in later.accepted()] == [two.suggestion.words]
    assert later.ended == 1
