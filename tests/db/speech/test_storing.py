"""Accepted suggestions become quotes in one step."""

import pytest

from db import Cancel, speech
from db.errors import BadValue
from db.new_names import New
from db.references import Record
from db.speech import Chosen, Passage
from db.speech.storing import words_of


@pytest.fixture
def found(library, talks):
    return speech.read(library, talks.source, Cancel()).found


def chosen(one, talks, **changed):
    """A suggestion as it is accepted without a change, in the meeting of the source."""
    it, match = one.suggestion, one.match
    return Chosen(
        it.form, it.starts, it.ends, it.words if len(it.parts) == 1 else "", it.words,
        match.speaker and match.speaker.uid, it.title or None, match.party and match.party.uid, talks.meeting, "en",
        it.titled,
    )._replace(**changed)  # fmt: skip


def accept(library, talks, found, *numbers, **more):
    return speech.accept(library, talks.source, [chosen(found[number], talks) for number in numbers], **more)


def test_all_that_is_accepted_is_one_step(library, talks, found):
    steps = library.undo_labels()
    accepted = accept(library, talks, found, 0, 1, 2)
    assert (len(accepted.quotes), accepted.passed_over) == (3, 0)
    assert library.undo_labels()[0] == "Add 3 quotes from “Second day”"
    library.undo()
    assert library.quotes.all(Cancel()) == []
    assert library.undo_labels()[0] == steps[0]


def test_a_quote_has_all_that_is_known_and_cites_its_passages(library, talks, found):
    (uid,) = accept(library, talks, found, 0).quotes
    quote = library.quotes.get(uid)
    assert (quote.form, quote.text, quote.speaker_title) == ("direct", "No nets were lost", "Harbour Minister")
    assert (quote.said_on, quote.language, quote.position) == (None, "en", 1)
    assert quote.meeting_id == library.meetings.get(talks.meeting).id
    assert quote.speaker_id == library.people.get(talks.brandt).id
    assert quote.party_id == library.parties.get(talks.ardania).id
    cites = {one.field: one.exact for one in library.citations.of(Record("quote", uid))}
    assert cites == {"text": "No nets were lost", "speaker_title": "Harbour Minister Ada Brandt"}


def test_a_quote_cites_the_page_of_its_words_and_of_its_title(library, talks, found):
    library.sources.edit(talks.source, pages=f"[0, {found[0].suggestion.starts}]")
    (uid,) = accept(library, talks, found, 0).quotes
    pages = {one.field: one.page for one in library.citations.of(Record("quote", uid))}
    assert pages == {"text": "2", "speaker_title": "2"}
    (line,) = library.quotes.lines([library.quotes.get(uid).id])
    assert line.page == "2"


def test_what_is_a_quote_already_is_passed_over(library, talks, found):
    accept(library, talks, found, 0)
    accepted = accept(library, talks, found, 0, 1, 1)
    assert (len(accepted.quotes), accepted.passed_over) == (1, 2)
    assert [one.stored is not None for one in speech.read(library, talks.source, Cancel()).found] == [
        True,
        True,
        False,
        False,
    ]


def test_a_person_who_is_new_is_made_once(library, talks, found):
    new = New("person", "Olga Winter")
    one, other = chosen(found[3], talks, speaker=new), chosen(found[2], talks, speaker=new, party=None)
    accepted = speech.accept(library, talks.source, [one, other])
    (olga,) = [person for person in library.people.all(Cancel()) if person.name == "Olga Winter"]
    assert {library.quotes.get(uid).speaker_id for uid in accepted.quotes} == {olga.id}


def test_the_party_of_another_speaker_is_looked_up(library, talks, found):
    changed = chosen(found[3], talks, speaker=talks.feld, party=None)
    (uid,) = speech.accept(library, talks.source, [changed]).quotes
    assert library.quotes.get(uid).party_id == library.parties.get(talks.veltria).id


def test_the_words_for_a_speaker_are_kept_as_a_spelling_once_and_in_the_same_step(library, talks, found):
    some = [chosen(found[at], talks, speaker=talks.feld, spelling="Ян Фельд") for at in (1, 3)]
    speech.accept(library, talks.source, some)
    feld = Record("person", talks.feld)
    assert [alias.form for alias in library.aliases.of(feld)] == ["Ян Фельд"]
    library.undo()
    assert (library.aliases.of(feld), library.quotes.all(Cancel())) == ([], [])


def test_a_text_that_was_changed_meanwhile_stores_nothing(library, talks, found):
    library.sources.edit(talks.source, text="Now " + library.sources.text(talks.source))
    with pytest.raises(BadValue):
        accept(library, talks, found, 0, 1)
    assert library.quotes.all(Cancel()) == []


def test_what_is_rejected_is_remembered_in_the_same_step(library, talks, found):
    refused = Passage(found[1].suggestion.form, found[1].suggestion.words)
    accept(library, talks, found, 0, rejected=[refused])
    assert [one.rejected for one in speech.read(library, talks.source, Cancel()).found] == [False, True, False, False]
    library.undo()
    assert not any(one.rejected or one.stored for one in speech.read(library, talks.source, Cancel()).found)


def test_rejecting_alone_and_taking_it_back_are_steps_too(library, talks, found):
    refused = Passage(found[1].suggestion.form, found[1].suggestion.words)
    speech.accept(library, talks.source, [], rejected=[refused])
    assert library.undo_labels()[0] == "Reject 1 suggestion from “Second day”"
    speech.accept(library, talks.source, [], restored=[refused])
    assert library.undo_labels()[0] == "Suggest again from “Second day”"
    assert not any(one.rejected for one in speech.read(library, talks.source, Cancel()).found)


def test_nothing_chosen_is_no_step(library, talks):
    before = library.undo_labels()
    assert speech.accept(library, talks.source, []) == ([], 0)
    assert library.undo_labels() == before


def test_other_words_of_the_text_lose_the_line_breaks_of_a_page_only():
    text = "One line\nand the next.\n\nA paragraph\n of its own."
    assert words_of(text, (0, len(text))) == "One line and the next.\n\nA paragraph of its own."
