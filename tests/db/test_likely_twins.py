import shutil

import pytest

from db import Cancel, Cancelled, Library, dataset, kept_apart, likely_twins


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
        ("Muhammad Jaafari", "Muhammad Ja'afari", "the same letters"),
        ("Hossein Amir-Example", "Hossein Amirexample", "the same letters"),
        ("Sergei Example", "Sergey Example", "nearly the same letters"),
        ("Aleksandr Example", "Alexander Example", "nearly the same letters"),
        ("Muhammad al-Jaafari", "Mohamad al Ja'fari", "nearly the same letters"),
        ("Hossein Amir-Abdoli", "Hussein Amirabdoli", "nearly the same letters"),
        ("Yevgeny Example", "Evgeny Example", "nearly the same letters"),
        ("Osama Example", "Usama Example", "nearly the same letters"),
        ("Omar Sami", "Umar Sami", "nearly the same letters"),
        ("Beşar Caferi", "Bashar Jaafari", "nearly the same letters"),
        ("Kanat Tumış", "Qanat Tumysch", "nearly the same letters"),
        ("Ahmad Tomah", "Ahmed Touma", "nearly the same letters"),
        ("Abdul Rahman Sami", "Abdurrahman Sami", "nearly the same letters"),
        ("Nasr al-Hariri", "Nasr el Hariri", "nearly the same letters"),
        ("Ada an-Nuri", "Ada Nuri", "nearly the same letters"),
        ("Sergey Example", "Сергей Экзампле", "the same name in other letters"),
        ("Georgi Papas", "Γκεόργκι Παπάς", "the same name in other letters"),
        ("Mustafa Karim", "مصطفى كريم", "the same name in other letters"),
        ("Мустафа Карим", "مصطفى كريم", "the same name in other letters"),
        ("Ayman Susan", "אימן סוסאן", "the same name in other letters"),
        ("Ada Brandenburg", "Ada Brandemburg", "one letter differs"),
        ("Ada Brandenburg", "Ada Brandenbugr", "one letter differs"),
        ("Geir Brandt", "Geri Brandt", "two letters changed places"),
        ("Ada Brandenburg", "Ada Brandenbrug", "nearly the same letters"),
        ("A. Brandt", "Ada Brandt", "an initial in place of a name"),
        ("S. V. Example", "Sergey Viktorovich Example", "an initial in place of a name"),
        ("M. J. Zarif", "Mohammad Javad Sarif", "an initial in place of a name"),
        ("Brandt", "Ada Brandt", "one name is part of the other"),
        ("Rohani", "Hassan Rouhani", "one name is part of the other"),
        ("روحاني", "Hassan Rouhani", "one name is part of the other"),
        ("Ada Maria Brandt", "Ada Brandt", "one name is part of the other"),
        ("Ada M. Brandt", "Ada Brand", "one name is part of the other"),
        ("Cevad Zarif", "Mohammad Javad Zarif", "one name is part of the other"),
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
        ("Ali Hassan", "Ali Hussein"),
        ("Ali Hassan", "علي حسين"),
        ("Sergey Ivanov", "Sergey Ivanova"),
        ("Karim Amin", "Karima Amin"),
        ("Maria Ivanova", "Mario Ivanov"),
        ("Mohammed Ali", "Ahmed Ali"),
        ("Omar Sami", "Amir Sami"),
        ("Ali A. Khan", "Ali B. Khan"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("李伟", "黎薇"),
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
        ("Niger", "Nigeria"), ("Turkey", "Turkey and Russia"), ("Austria", "Australia"), ("OHCHR", "UNHCR"),
        ("North Example", "South Example"), ("Eastern Council", "Western Council"), ("Brigade 51", "Brigade 52"),
        ("Jordan", "Jordania"), ("Republic of A", "Kingdom of B"),
    ],
)  # fmt: skip
def test_parties_that_are_two(library, one, other):
    assert are_twins(library, one, other, "party") is None


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Kyrgyzstan", "Kirgizstan", "nearly the same letters"),
        ("Turkey", "Türkiye", "nearly the same letters"),
        ("Irak", "Iraq", "nearly the same letters"),
        ("Jabhat al-Nusra", "Jabhat an-Nusra", "nearly the same letters"),
        ("UN", "U.N.", "the same letters"),
        ("Kazakhstan", "Republic of Kazakhstan", "the same name but for the form of state"),
        ("Qazaqstan", "The Republic of Kazakstan", "the same name but for the form of state"),
        ("Iran", "Islamic Republic of Iran", "the same name but for the form of state"),
        ("Syria", "Syrian Arab Republic", "the same name but for the form of state"),
        ("Russia", "Russian Federation", "the same name but for the form of state"),
        ("Jordan", "Hashemite Kingdom of Jordan", "the same name but for the form of state"),
        ("United States", "United States of America", "the same name but for the form of state"),
        ("The United Nations", "United Nations", "the same name but for the form of state"),
    ],
)
def test_parties_that_may_be_one(library, one, other, why):
    assert are_twins(library, one, other, "party") == why


def test_a_short_name_is_a_spelling_of_a_party(library):
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
    twin = library.parties.add(name="Rossia", kind="state")
    assert found(library, "party")
    library.participations.add(meeting=talks.meeting, party=twin, role="observer", attendance="reported")
    assert found(library, "party") == {}


def test_parties_of_the_very_same_name_are_listed_although_they_sat_at_one_table(library, talks):
    twin = library.parties.add(name="Russia", kind="state")
    library.participations.add(meeting=talks.meeting, party=twin, role="observer", attendance="reported")
    assert found(library, "party") == {frozenset(("Russia",)): "the same name"}


def test_a_pair_that_was_kept_apart_comes_last_with_who_said_so_until_that_is_taken_back(library):
    uids = [library.people.add(name=name) for name in ("Ada Brandt", "Brandt Ada")]
    for name in ("Eva Cole", "Eva Kole"):
        library.people.add(name=name)
    library.author = "Bo"

    def order():
        found = likely_twins.find(library, "person", Cancel())
        return [({pair.one.name, pair.other.name}, pair.apart and pair.apart.author) for pair in found]

    brandts, coles = {"Ada Brandt", "Brandt Ada"}, {"Eva Cole", "Eva Kole"}
    assert order() == [(brandts, None), (coles, None)]
    kept_apart.keep(library, "person", *uids)
    assert order() == [(coles, None), (brandts, "Bo")]
    kept_apart.forget(library, "person", *reversed(uids))
    assert order() == [(brandts, None), (coles, None)]


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


def test_most_spellings_of_the_library_that_ships_would_be_found_as_second_records(shipped, tmp_path):
    """Each, entered as one more person beside all others, whose spellings are not known."""
    with Library(shutil.copy(shipped, tmp_path / "astana.parley")) as library:
        with library.reading() as conn:
            spellings = conn.execute(
                "SELECT p.name, a.form FROM aliases a JOIN people p ON p.uid = a.record_uid "
                "WHERE a.record_kind = 'person' ORDER BY a.id"
            ).fetchall()
        library.aliases.remove(*(alias.uid for alias in library.aliases.all(Cancel())))
        hits, wrong = 0, []
        for name, form in spellings:
            uid = library.people.add(name=form)
            pairs = likely_twins.find(library, "person", Cancel())
            named = [{pair.one.name, pair.other.name} for pair in pairs]
            hits += {name, form} in named
            wrong += [pair for pair in named if pair != {name, form}]
            library.people.remove(uid)
    assert len(spellings) == 139
    assert hits >= 128
    assert wrong == []


def test_a_raised_cancel_stops_the_search(library):
    library.people.add(name="Ada")
    cancel = Cancel()
    cancel()
    with pytest.raises(Cancelled):
        likely_twins.find(library, "person", cancel)
