"""Who may be meant by a name that nobody is known by, as it is said and chosen."""

import pytest

from db import Cancel, speech
from db.new_names import New
from db.references import Record
from desktop.models import speaker_doubt
from desktop.models.suggestion_choices import ACCEPTED, Choices
from desktop.models.suggestion_list import SuggestionListModel, SuggestionRow, remarks
from tests.desktop.suggested import fill_doubted


@pytest.fixture
def source(library):
    return fill_doubted(library)


@pytest.fixture
def choices(library, source):
    return Choices(speech.read(library, source, Cancel()))


@pytest.fixture
def several(library):
    """The choices about a text in which “he” may be each of two, one of whom is new to the library."""
    library.people.add(name="Jan Feld")
    text = "The envoy Ove Lind met Jan Feld. He said the nets were lost. He added that it had rained."
    return Choices(speech.read(library, library.sources.add(title="Fourth day", text=text), Cancel()))


def answer(choices, at, number):
    """Choose one of those who may be meant, by number, for a suggestion."""
    found = choices.speech.found[at]
    _, one = list(speaker_doubt.answers(found))[number]
    choices.put(found, speaker_doubt.answered(found, choices.of(found), one))


def row(choices, at):
    return SuggestionRow(choices.speech.found[at], choices.of(choices.speech.found[at]))


def spellings(library, name):
    (person,) = [one for one in library.people.all(Cancel()) if one.name == name]
    return [alias.form for alias in library.aliases.of(Record("person", person.uid))]


def test_nobody_is_taken_before_it_is_said_and_the_list_says_why(choices):
    said = [speaker_doubt.remark(one, choices.of(one)) for one in choices.speech.found]
    assert said == [
        "sounds like Pyotr Ivanov",
        "sounds like Pyotr Ivanov",
        "is spelled nearly like Cy Green",
        "may be Nils Moss or Rita Moss",
    ]
    assert {choices.of(one).speaker for one in choices.speech.found} == {None}
    assert remarks(row(choices, 0)) == ["verbatim", "sounds like Pyotr Ivanov", "look closely"]
    model = SuggestionListModel()
    model.show(choices)
    assert model.index(0).data().startswith("Пётр Иванов, sounds like Pyotr Ivanov, verbatim, Мы хотим")


def test_all_who_may_be_meant_are_offered_and_somebody_else(choices):
    assert [words for words, _ in speaker_doubt.answers(choices.speech.found[3])] == [
        "Nils Moss", "Rita Moss", "Somebody else",
    ]  # fmt: skip
    assert next(speaker_doubt.answers(choices.speech.found[0]))[0] == "Pyotr Ivanov · Novogradia"


def test_two_of_one_name_are_offered_under_different_words(library, source):
    library.people.add(name="Nils Moss")
    found = speech.read(library, source, Cancel()).found[3]
    assert [words for words, _ in speaker_doubt.answers(found)][:2] == ["Nils Moss", "Nils Moss (2)"]


def test_a_name_in_other_letters_is_answered_once_and_kept_as_a_spelling(library, source, choices):
    answer(choices, 0, 0)
    assert [row(choices, at).speaker for at in (0, 1)] == ["Pyotr Ivanov"] * 2
    assert speaker_doubt.question(*row(choices, 1)) == "“Пётр Иванов” becomes a spelling of Pyotr Ivanov."
    assert remarks(row(choices, 1)) == ["verbatim", "“Пётр Иванов” in the text"]
    for found in choices.speech.found[:2]:
        choices.judge(found, ACCEPTED)
    made = speech.accept(library, source, choices.accepted()).quotes
    assert spellings(library, "Pyotr Ivanov") == ["Пётр Иванов"]
    assert {library.quotes.get(uid).party_id is None for uid in made} == {False}
    library.undo()
    assert spellings(library, "Pyotr Ivanov") == []


def test_a_name_with_other_letters_is_kept_only_if_one_says_so(library, source, choices):
    answer(choices, 2, 0)
    found = choices.speech.found[2]
    assert speaker_doubt.question(*row(choices, 2)) == "“Cy Greene” is no spelling of Cy Green yet."
    choices.judge(found, ACCEPTED)
    speech.accept(library, source, choices.accepted())
    assert spellings(library, "Cy Green") == []
    assert choices.accepted()[0].spelling is None
    choices.put(found, choices.of(found)._replace(kept=True))
    assert choices.accepted()[0].spelling == "Cy Greene"


def test_a_surname_of_two_is_asked_for_each_time_and_is_no_spelling(choices):
    answer(choices, 3, 1)
    assert row(choices, 3).speaker == "Rita Moss"
    assert speaker_doubt.question(*row(choices, 3)) == ""
    assert choices._first(choices.speech.found[3]).speaker is None


def test_somebody_else_is_new_where_the_name_is_whole_and_else_not_known(choices):
    answer(choices, 0, -1)
    answer(choices, 3, -1)
    assert choices.of(choices.speech.found[1]).speaker == New("person", "Пётр Иванов")
    assert (choices.of(choices.speech.found[3]).speaker, row(choices, 3).choice.settled) == (None, True)


def test_what_was_answered_outlives_a_change_elsewhere(library, source, choices):
    answer(choices, 0, 0)
    library.notes.add(Record("source", source), body="Read on a train")
    later = choices.taken_over(speech.read(library, source, Cancel(), choices.speech))
    assert [row(later, at).speaker for at in (0, 1)] == ["Pyotr Ivanov"] * 2


def test_who_was_accepted_speaks_still_when_the_name_is_no_longer_the_same(library, source):
    person = library.people.add(name="Cy Greene")
    choices = Choices(speech.read(library, source, Cancel()))
    choices.judge(choices.speech.found[2], ACCEPTED)
    library.people.edit(person, name="Cy Greener")
    later = choices.taken_over(speech.read(library, source, Cancel(), choices.speech))
    assert [one.speaker for one in later.accepted()] == [person]
    assert row(later, 2).speaker == "Cy Greener"


def test_where_a_text_names_nobody_and_two_fit_it_is_asked_and_neither_is_shown(several):
    assert [(row(several, at).speaker, row(several, at).choice.title) for at in (0, 1)] == [("", None)] * 2
    assert remarks(row(several, 0)) == ["reported", "may be Ove Lind or Jan Feld", "look closely"]
    assert speaker_doubt.question(*row(several, 0)) == "This may be Ove Lind or Jan Feld. Who is meant?"
    answers = [words for words, _ in speaker_doubt.answers(several.speech.found[0])]
    assert answers == ["Ove Lind · a new person", "Jan Feld", "Somebody else"]


def test_each_of_two_who_fit_can_be_chosen_and_the_title_goes_with_the_one_who_has_it(several):
    answer(several, 0, 0)
    assert (row(several, 0).choice.speaker, row(several, 0).choice.title) == (New("person", "Ove Lind"), "envoy")
    answer(several, 0, 1)
    assert (row(several, 0).speaker, row(several, 0).is_known, row(several, 0).choice.title) == ("Jan Feld", True, None)
    assert speaker_doubt.question(*row(several, 0)) == ""
    answer(several, 0, -1)
    assert (row(several, 0).speaker, row(several, 0).choice.speaker) == ("", None)


def test_who_of_two_is_meant_is_asked_each_time(several):
    answer(several, 0, 1)
    assert not row(several, 1).choice.settled
