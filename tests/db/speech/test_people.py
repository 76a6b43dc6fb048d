"""Whom of the library a suggestion means."""

import pytest

from db import Cancel
from db.speech.people import LETTERS, MOST, SEVERAL, SHARED, SOUND, People
from db.speech.shapes import Suggestion


def said_by(speaker, title="", language="en"):
    return Suggestion(
        "direct", 0, 1, ((0, 1),), "x", None, "none", speaker, title, None, "named", 1.0, language
    )  # fmt: skip


@pytest.fixture
def match(library, talks):
    """Names and parties that the library, as it is when asked, gives for a speaker and a title."""

    def match(speaker, title="", language="en", meetings=()):
        found = People(library, frozenset(meetings), Cancel()).match(said_by(speaker, title, language))
        return tuple(one and one.name for one in found[:2])

    return match


@pytest.fixture
def doubt(library, talks):
    """Why it is not sure whom a speaker means, and who it may be with the party."""

    def doubt(speaker, title="", meetings=()):
        found = People(library, frozenset(meetings), Cancel()).match(said_by(speaker, title))
        assert found.speaker is None
        return found.doubt, [(one.name, one.party and one.party.name) for one in found.maybe]

    return doubt


@pytest.fixture
def meant(library, talks):
    """Why it is not sure whom a text means that names nobody, and who of several it may be, with title and party."""

    def meant(speaker, *others, title="", how="pointed"):
        one = said_by(speaker, title)._replace(others=others, how=how)
        found = People(library, frozenset(), Cancel()).match(one)
        maybe = [(who.name, bool(who.uid), who.party and who.party.name) for who in found.maybe]
        return found.speaker and found.speaker.name, found.doubt, maybe, found.party and found.party.name

    return meant


@pytest.mark.parametrize("name", ["Ada Brandt", "ADA BRANDT", "Brandt", "Ada M. Brandt", "A. Brandt"])
def test_a_person_is_known_by_name_and_surname(match, name):
    assert match(name)[0] == "Ada Brandt"


@pytest.mark.parametrize("name", ["Пётр Иванов", "بيوتر إيفانوف", "Pjotr Iwanow", "П. Иванов", "Иванов"])
def test_a_name_known_in_other_letters_only_may_mean_that_person(library, doubt, name):
    library.people.add(name="Pyotr Ivanov")
    assert doubt(name) == (SOUND, [("Pyotr Ivanov", None)])


def test_a_name_in_arabic_letters_may_mean_somebody_known_in_latin_ones(library, doubt):
    library.people.add(name="Sami Haddad")
    assert doubt("سامي حداد") == (SOUND, [("Sami Haddad", None)])
    assert doubt("سامي كرم") == ("", [])


@pytest.mark.parametrize("name", ["Ada Brandts", "Ada Brand", "Adah Brandt"])
def test_a_name_that_differs_by_letters_means_nobody_surely(doubt, name):
    assert doubt(name)[1] == [("Ada Brandt", "Ardania")]


def test_a_first_name_that_is_nearly_that_of_the_only_one_of_a_surname_is_in_doubt(library, doubt):
    library.people.add(name="Marina Green")
    assert doubt("Maria Green") == (LETTERS, [("Marina Green", None)])


def test_all_who_may_be_meant_are_given_and_each_with_a_party(library, talks, doubt):
    library.people.add(name="Ян Фельд")
    assert doubt("يان فلد") == (SOUND, [("Jan Feld", "Veltria"), ("Ян Фельд", None)])
    assert doubt("يان فلد", "envoy of Ardania") == (SOUND, [("Jan Feld", "Veltria"), ("Ян Фельд", "Ardania")])


def test_of_those_who_may_be_meant_those_of_the_meeting_come_first_then_the_most_alike(library, talks, doubt):
    for name in ("Jan Fild", "Jan Velt", "Jahn Feldt", "Jan Felt", "Yan Feldt"):
        library.people.add(name=name)
    first, *others = [name for name, _ in doubt("Ян Вельт")[1]]
    assert first == "Jan Velt"
    assert len(others) == MOST - 1
    assert doubt("Ян Вельт", meetings=[talks.meeting])[1][:2] == [("Jan Feld", "Veltria"), ("Jan Velt", None)]


def test_a_known_spelling_means_nobody_who_only_sounds_alike(library, match):
    library.people.add(name="Pyotr Ivanov")
    library.people.add(name="Пётр Иванов")
    assert match("Пётр Иванов")[0] == "Пётр Иванов"
    assert match("Петр Иванов")[0] == "Пётр Иванов"
    assert match("Pyotr Ivanov")[0] == "Pyotr Ivanov"


def test_a_spelling_that_is_kept_leaves_no_doubt(library, doubt, match):
    ivanov = library.people.add(name="Pyotr Ivanov")
    assert doubt("Пётр Иванов")[0] == SOUND
    library.aliases.add_spellings("person", ivanov, ["Пётр Иванов"])
    assert match("Пётр Иванов")[0] == "Pyotr Ivanov"


def test_any_spelling_of_the_library_counts(library, talks, match):
    for form in ("Ада Брандт", "آدا برانت"):
        library.aliases.add(record_kind="person", record_uid=talks.brandt, form=form)
    assert match("Ада Брандт", language="ru")[0] == "Ada Brandt"
    assert match("آدا برانت", language="ar")[0] == "Ada Brandt"


@pytest.mark.parametrize("name", ["Ida Brandt", "Bert Brandt", "Olga Winter", "Brand", "", "—"])
def test_somebody_else_is_not_taken_for_a_person_of_the_library(match, name):
    assert match(name)[0] is None


def test_a_name_that_two_have_means_neither_and_may_mean_each(library, talks, match, doubt):
    library.people.add(name="Olaf Brandt")
    assert doubt("Brandt") == (SHARED, [("Ada Brandt", "Ardania"), ("Olaf Brandt", None)])
    assert match("Ada Brandt")[0] == "Ada Brandt"
    library.people.add(name="Ada Brandt")
    assert doubt("Ada Brandt") == (SHARED, [("Ada Brandt", "Ardania"), ("Ada Brandt", None)])


def test_people_with_names_that_are_nearly_alike_are_kept_apart(library, match):
    for name in ("Sedat Önol", "Sedat Ünol"):
        library.people.add(name=name)
    assert match("Sedat Önol")[0] == "Sedat Önol"
    assert match("Sedat Ünol")[0] == "Sedat Ünol"


def test_a_name_at_the_end_of_a_title_is_found(match):
    assert match("", "negotiator of Veltria Jan Feld")[0] == "Jan Feld"


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("the Veltrian negotiator", ("Jan Feld", "Veltria")),
        ("the chief negotiator of Veltria", ("Jan Feld", "Veltria")),
        ("the Ardanian harbour minister", ("Ada Brandt", "Ardania")),
        ("the Ardanian ambassador", (None, "Ardania")),
        ("the minister", (None, None)),
        ("the Norvian negotiator", (None, None)),
    ],
)
def test_an_office_means_the_one_person_who_holds_it_for_its_party(match, title, found):
    assert match("", title) == found


def test_of_several_holders_of_an_office_the_one_of_the_meeting_is_meant(library, talks, match):
    other = library.meetings.add(kind="round", number=3, title="Later talks")
    later = library.people.add(name="Rita Moss")
    library.participations.add(
        meeting=other, party=talks.veltria, role="participant", attendance="reported", head=later,
        head_title="negotiator",
    )  # fmt: skip
    assert match("", "the Veltrian negotiator")[0] is None
    assert match("", "the Veltrian negotiator", meetings=[talks.meeting])[0] == "Jan Feld"
    assert match("", "the Veltrian negotiator", meetings=[other])[0] == "Rita Moss"


def test_the_party_of_a_speaker_is_that_of_the_meeting_else_the_only_one_ever(library, talks, match):
    assert match("Jan Feld") == ("Jan Feld", "Veltria")
    other = library.meetings.add(kind="round", number=3, title="Later talks")
    library.participations.add(
        meeting=other, party=talks.ardania, role="participant", attendance="reported", head=talks.feld
    )
    assert match("Jan Feld") == ("Jan Feld", None)
    assert match("Jan Feld", meetings=[talks.meeting]) == ("Jan Feld", "Veltria")
    assert match("Jan Feld", "the Ardanian envoy") == ("Jan Feld", "Ardania")


def test_all_whom_a_text_may_mean_are_given_the_likeliest_first_and_the_new_among_them(library, talks, meant):
    library.people.add(name="Pyotr Ivanov")
    brandt, feld = ("Ada Brandt", True, "Ardania"), ("Jan Feld", True, "Veltria")
    assert meant("Ada Brandt", "Jan Feld") == (None, SEVERAL, [brandt, feld], None)
    assert meant("Feld", "Olga Winter", "Brandt") == (
        None, SEVERAL, [feld, ("Olga Winter", False, None), brandt], None,
    )  # fmt: skip
    assert meant("Olga Winter", "Пётр Иванов")[2] == [("Olga Winter", False, None), ("Pyotr Ivanov", True, None)]


def test_the_party_of_a_title_is_known_whoever_of_several_has_it(meant):
    assert meant("Jan Feld", "Olga Winter", title="Ardanian envoy", how="titled")[3] == "Ardania"
    assert meant("Jan Feld", "Olga Winter", title="Ardanian envoy")[3] is None


def test_two_spellings_of_one_person_are_no_two_whom_a_text_may_mean(meant):
    assert meant("Ada Brandt", "Brandt", "A. Brandt") == ("Ada Brandt", "", [], "Ardania")


def test_somebody_brought_in_by_a_title_may_be_who_alone_holds_that_office_and_need_not(meant):
    assert meant("", title="Veltrian negotiator", how="titled")[:2] == ("Jan Feld", "")
    assert meant("", title="Veltrian negotiator", how="somebody") == (
        None, SEVERAL, [("Jan Feld", True, "Veltria")], "Veltria",
    )  # fmt: skip
