import shutil

import pytest

from db import Cancel, Cancelled, Library, dataset, likely_twins
from db.likely_twins import bones


@pytest.fixture(scope="session")
def shipped(tmp_path_factory):
    """The library that ships."""
    path = tmp_path_factory.mktemp("twins") / "astana.parley"
    dataset.build(path)
    return path


def found(library, kind="person"):
    """The pairs of names that are given, each with its reason."""
    return {
        frozenset((pair.one.name, pair.other.name)): pair.why for pair in likely_twins.find(library, kind, Cancel())
    }


def are_twins(library, one, other, kind="person"):
    for name in (one, other):
        library.noun(kind).add(name=name, **({"kind": "state"} if kind == "party" else {}))
    return found(library, kind).get(frozenset((one, other)))


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Ada Brandt", "Brandt, Ada", "the same name"),
        ("Ada Brandt", "ADA  BRÁNDT", "the same name"),
        ("Sergei Example", "Sergey Example", "nearly the same letters"),
        ("Aleksandr Example", "Alexander Example", "nearly the same letters"),
        ("Muhammad al-Jaafari", "Mohamad al Ja'fari", "nearly the same letters"),
        ("Ada Brandenburg", "Ada Brandemburg", "one letter differs"),
        ("Ada Brandenburg", "Ada Brandenbugr", "one letter differs"),
        ("Ada Brandenburg", "Ada Brandenbrug", "nearly the same letters"),
        ("A. Brandt", "Ada Brandt", "an initial in place of a name"),
        ("Brandt", "Ada Brandt", "one name is part of the other"),
        ("Ada Maria Brandt", "Ada Brandt", "one name is part of the other"),
    ],
)
def test_people_who_may_be_one(library, one, other, why):
    assert are_twins(library, one, other) == why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sedat Önal", "Sedat Ünal"),
        ("Önal", "Ünal"),
        ("Alexander Lavrentiev", "Sergei Lavrov"),
        ("Ada Brandt", "Eve Brandt"),
        ("Ada Brandt", "Ada Cole"),
        ("Li", "Lu"),
        ("🕊", "🕊🕊"),
    ],
)
def test_people_who_are_two(library, one, other):
    assert are_twins(library, one, other) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iran", "Iraq"), ("Country A", "Country B"), ("Country A", "Country Alpha"), ("Group 1", "Group 12"),
        ("Niger", "Nigeria"), ("Turkey", "Turkey and Russia"),
    ],
)  # fmt: skip
def test_parties_that_are_two(library, one, other):
    assert are_twins(library, one, other, "party") is None


def test_parties_that_may_be_one(library):
    assert are_twins(library, "Kyrgyzstan", "Kirgizstan", "party")
    library.parties.add(name="United Example", short_name="UE", kind="organisation")
    library.parties.add(name="UE", kind="organisation")
    assert found(library, "party")[frozenset(("United Example", "UE"))] == "a spelling that both have"


def test_a_shared_spelling_tells_of_twins(library):
    ada, eve = library.people.add(name="Ada Brandt"), library.people.add(name="Eve Cole")
    for uid in (ada, eve):
        library.aliases.add(record_kind="person", record_uid=uid, form="Ада")
    assert found(library) == {frozenset(("Ada Brandt", "Eve Cole")): "a spelling that both have"}


def test_a_name_that_is_part_of_several_tells_nothing(library):
    for name in ("Brandt", "Ada Brandt", "Eve Brandt"):
        library.people.add(name=name)
    assert found(library) == {}


def test_those_who_led_two_delegations_of_one_meeting_are_two(library, talks):
    library.participations.add(
        meeting=talks.meeting,
        party=talks.turkey,
        role="guarantor",
        attendance="reported",
        head=library.people.add(name="Sergei Lavrov"),
    )
    assert found(library) == {}


def test_parties_at_one_table_are_two(library, talks):
    twin = library.parties.add(name="Russia", kind="state")
    assert found(library, "party")
    library.participations.add(meeting=talks.meeting, party=twin, role="observer", attendance="reported")
    assert found(library, "party") == {}


def test_the_more_used_comes_first(library, talks):
    library.people.add(name="Sergei Lavrov")
    (pair,) = likely_twins.find(library, "person", Cancel())
    assert (pair.one.name, pair.other.name, pair.kind) == ("Sergey Lavrov", "Sergei Lavrov", "person")
    library.people.merge(pair.one.uid, pair.other.uid)
    assert found(library) == {}


def test_the_likeliest_come_first(library):
    for name in ("Ada Brandt", "Brandt Ada", "A. Cole", "Adam Cole"):
        library.people.add(name=name)
    scores = [pair.score for pair in likely_twins.find(library, "person", Cancel())]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == 2


@pytest.mark.parametrize("kind", likely_twins.KINDS)
def test_the_library_that_ships_holds_no_twins(shipped, tmp_path, kind):
    with Library(shutil.copy(shipped, tmp_path / "astana.parley")) as library:
        assert found(library, kind) == {}


def test_what_is_common_makes_no_crowd_of_pairs(library):
    with library.revise("Fill"):
        for number in range(400):
            library.people.add(name=f"Mohammad {chr(97 + number % 26)}{number:03}x")
    assert len(found(library)) <= likely_twins.MOST


@pytest.mark.parametrize(
    ("one", "other"),
    [("alexander", "aleksandr"), ("mohammad", "muhamed"), ("yusuf", "iusuf"), ("chavusoglu", "chavushoglu")],
)
def test_words_written_in_two_ways_have_the_same_bones(one, other):
    assert (bones(one) == bones(other)) == (one != "chavusoglu")


def test_a_raised_cancel_stops_the_search(library):
    library.people.add(name="Ada")
    cancel = Cancel()
    cancel()
    with pytest.raises(Cancelled):
        likely_twins.find(library, "person", cancel)
