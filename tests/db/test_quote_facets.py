"""Facets: their choices, the numbers of each, what is chosen, and how they follow edits."""

import pytest

from db import Cancel, Library, dataset, index_steps, indexing, quote_facets, quote_index, quote_search
from db.query_names import Names
from db.quote_query import parse
from db.references import Record


def found(library, text):
    return library.quotes.search(parse(text, names=Names(library, Cancel())), Cancel()).ids


@pytest.fixture
def facets(library):
    """Reads the facets of a search: label and number of each choice."""

    def facets(text=""):
        read = quote_facets.read(library, text, found(library, text), Cancel())
        return {field: [(choice.label, choice.number) for choice in facet.choices] for field, facet in read.items()}

    return facets


def test_an_empty_library_offers_nothing(facets):
    assert not any(facets().values())


@pytest.fixture(scope="module")
def astana(tmp_path_factory):
    """The library that ships, to be read."""
    path = tmp_path_factory.mktemp("astana") / "astana.parley"
    dataset.build(path)
    with Library(path, read_only="It is only read.") as library:
        yield library


@pytest.mark.parametrize("text", ["", "astana ", "a OR the ", "speaker:lavrov ", "year:2018 -platform "])
def test_each_choice_finds_as_many_quotes_as_it_says(astana, text):
    from db import query_choice

    read = quote_facets.read(astana, text, found(astana, text), Cancel())
    assert sum(bool(facet.choices) for facet in read.values()) >= 8
    for field, facet in read.items():
        for choice in facet.choices:
            narrowed = query_choice.narrowed(text, field, choice.value)
            assert len(found(astana, narrowed)) == choice.number, narrowed


def test_what_is_chosen_is_known_by_any_spelling_and_keeps_the_other_choices(astana):
    text = 'speaker:"Sergei Lavrov" year:2018 '
    read = quote_facets.read(astana, text, found(astana, text), Cancel())
    assert (read["speaker"].chosen, read["year"].chosen, read["role"].chosen) == ('"Sergei Lavrov"', "2018", "")
    assert len(read["speaker"].choices) > 1
    typed = quote_facets.read(astana, "speaker:lavr ", found(astana, "speaker:lavr "), Cancel())["speaker"]
    assert (typed.chosen, typed.choices[0].label) == ("lavr", "lavr")


def test_numbers_follow_every_edit_and_undo(library, talks, facets):
    before = facets()
    assert (before["speaker"], before["party"][1:]) == ([("Sergey Lavrov", 1)], [])
    guest = library.people.add(name="Aidarbek Tumatov")
    uids = [
        library.quotes.add(meeting=talks.meeting, speaker=guest, form="indirect", text="They met", said_on=said_on)
        for said_on in ("2018-03", "2018", None)
    ]
    after = facets()
    assert after["speaker"] == [("Aidarbek Tumatov", 3), ("Sergey Lavrov", 1)]
    assert after["party"][1:] == [("not known", 3)]
    assert after["year"] == [("2017", 1), ("2018", 2), ("not known", 1)]
    assert after["form"] == [("direct speech", 1), ("reported speech", 3)]
    library.quotes.edit(uids[0], form="direct")
    assert facets()["form"] == [("direct speech", 2), ("reported speech", 2)]
    library.quotes.remove(*uids[1:])
    assert facets()["year"] == [("2017", 1), ("2018", 1)]
    for _ in range(6):
        library.undo()
    assert facets() == before


def test_a_party_in_two_roles_counts_in_each_once(library, talks, facets):
    for _ in range(2):
        library.participations.add(meeting=talks.meeting, party=talks.russia, role="observer", attendance="reported")
    assert facets()["role"] == [("guarantor", 1), ("observer", 1)]


def test_tags_count_the_quotes_of_narrower_ones(library, talks):
    wide = library.tags.add(name="wide", colour="#a03c2e")
    tag, unused = library.tags.add(name="tag", parent=wide), library.tags.add(name="unused")
    library.tags.put(tag, Record("quote", talks.quote))
    library.tags.put(wide, Record("quote", talks.quote))
    library.tags.put(unused, Record("meeting", talks.meeting))
    read = quote_facets.read(library, "", found(library, ""), Cancel())["tag"]
    assert [choice[1:] for choice in read.choices] == [("wide", 1, "#a03c2e", 0), ("tag", 1, None, 1)]


def test_an_index_made_anew_is_counted_anew(library, talks, facets):
    before = facets()
    indexing.make_anew(library)
    library.quotes.check_again()
    assert facets() == before


def test_quotes_that_are_taken_in_between_two_edits_are_counted(library, talks, facets, monkeypatch):
    monkeypatch.setattr(index_steps, "STEP", 1)
    monkeypatch.setattr(quote_index, "_BATCH", 1)
    added = [
        library.quotes.add(form="indirect", text=f"word{number}", said_on=f"20{number}") for number in range(30, 36)
    ]
    indexing.begin_anew(library)
    whole, seen = False, []
    while not whole:
        library.quotes.edit(added[3], text=f"other{len(seen)}")
        seen.append(dict(facets()["year"]))
        whole = indexing.advance(library).quotes
    assert [len(years) for years in seen] == sorted(len(years) for years in seen)
    assert len(seen) > 6
    assert dict(facets()["year"]) == {"2017": 1, **{f"20{number}": 1 for number in range(30, 36)}}
    assert seen[-1].items() <= dict(facets()["year"]).items()


@pytest.fixture
def many(library, talks):
    """A library with a few dozen quotes."""
    with library.revise("Add") as _:
        for number in range(40):
            form = "direct" if number % 4 else "indirect"
            library.quotes.add(meeting=talks.meeting, form=form, text=f"They met {number}", said_on="2018")
    return library


def test_counting_that_takes_too_long_stops_and_says_so(many, monkeypatch):
    monkeypatch.setattr(quote_facets, "_STRETCH", 1)
    for ids in (found(many, ""), found(many, "")[:3]):
        whole = quote_facets.count(many, ids, Cancel())
        part = quote_facets.count(many, ids, Cancel(), patience=-1)
        assert (whole.whole, whole.numbers["all"]) == (True, len(ids))
        assert (part.whole, part.numbers["all"]) == (False, 1)


def test_few_and_many_quotes_are_counted_alike(many, monkeypatch):
    ids = found(many, "form:direct ")
    one_by_one = [quote_facets.count(many, ids[at : at + 1], Cancel()).numbers for at in range(len(ids))]
    at_once = quote_facets.count(many, ids, Cancel()).numbers
    assert at_once["fdirect"] == len(ids) == 31
    assert at_once == {token: sum(one.get(token, 0) for one in one_by_one) for token in at_once}


def test_a_chosen_field_whose_quotes_take_too_long_to_find_is_counted_in_part_and_says_so(many, monkeypatch):
    monkeypatch.setattr(quote_search, "STRETCH", 20)
    text = "year:2018 form:indirect "
    whole = quote_facets.read(many, text, found(many, text), Cancel())
    part = quote_facets.read(many, text, found(many, text), Cancel(), patience=0)
    assert whole["year"].whole
    assert [facets["year"].choices[0].number for facets in (whole, part)] == [10, 10]
    assert [(choice.label, choice.number) for choice in part["form"].choices] == [
        ("direct speech", 15), ("reported speech", 5),
    ]  # fmt: skip
    assert [choice.number for choice in whole["form"].choices] == [30, 10]
    assert (whole["form"].whole, part["form"].whole) == (True, False)


def test_of_quotes_that_are_not_all_found_in_time_the_newest_are_counted(many, monkeypatch):
    monkeypatch.setattr(quote_search, "STRETCH", 20)
    whole = quote_facets.read_as_found(many, "met ", Cancel())
    assert whole == quote_facets.read(many, "met ", found(many, "met "), Cancel())
    assert all(facet.whole for facet in whole.values())
    monkeypatch.setattr(quote_facets, "PATIENCE", 0)
    part = quote_facets.read_as_found(many, "met ", Cancel())
    assert [(choice.label, choice.number) for choice in part["form"].choices] == [
        ("direct speech", 15), ("reported speech", 5),
    ]  # fmt: skip
    assert not any(facet.whole for facet in part.values())


def test_quotes_without_a_speaker_or_party_are_counted_and_found(library, talks, facets):
    for number in range(3):
        library.quotes.add(form="direct", text="Nobody knows who said this", speaker=talks.lavrov if number else None)
    assert facets()["speaker"][-1] == ("not known", 1)
    assert facets()["party"][-1] == ("not known", 3)
    for text, number in (("speaker:none ", 1), ("party:none ", 3), ("party:unknown ", 3), ("-party:none ", 1)):
        assert len(found(library, text)) == number
    chosen = quote_facets.read(library, "party:none ", found(library, "party:none "), Cancel())["party"]
    assert (chosen.chosen, chosen.choices[-1].number) == ("none", 3)
