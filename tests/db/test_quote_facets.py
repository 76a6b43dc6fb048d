from db import Cancel, quote_facets
from db.quote_query import Filters, parse
from db.references import Record


def count(library, **filters):
    return len(library.quotes.find(parse("", Filters(**filters)), Cancel()))


def test_an_empty_library_offers_nothing(library):
    assert quote_facets.read(library, Cancel()) == ([], [], [], [], [])


def test_each_choice_finds_as_many_quotes_as_it_says(library, talks):
    guest = library.people.add(name="Aidarbek Tumatov")
    library.participations.add(meeting=talks.meeting, party=talks.turkey, role="guarantor", attendance="reported")
    for said_on, speaker, party in (
        ("2018-03", guest, talks.turkey),
        ("2018", guest, None),
        (None, None, talks.russia),
    ):
        library.quotes.add(
            meeting=talks.meeting, speaker=speaker, party=party, form="indirect", text="They met", said_on=said_on
        )
    facets = quote_facets.read(library, Cancel())
    assert [(name, number) for _, name, number in facets.speakers] == [("Aidarbek Tumatov", 2), ("Sergey Lavrov", 1)]
    assert (facets.roles, facets.years, facets.forms) == (
        [("guarantor", 3)], [(2017, 1), (2018, 2)], [("direct", 1), ("indirect", 3)],
    )  # fmt: skip
    assert [count(library, speaker=key) for key, _, _ in facets.speakers] == [2, 1]
    assert [count(library, role=role) for role, _ in facets.roles] == [3]
    assert [count(library, year=year) for year, _ in facets.years] == [1, 2]
    assert [count(library, form=form) for form, _ in facets.forms] == [1, 3]


def test_a_party_in_two_roles_counts_in_each_once(library, talks):
    for _ in range(2):
        library.participations.add(meeting=talks.meeting, party=talks.russia, role="observer", attendance="reported")
    facets = quote_facets.read(library, Cancel())
    assert sorted(facets.roles) == [("guarantor", 1), ("observer", 1)]
    assert [count(library, role=role) for role, _ in facets.roles] == [1, 1]


def test_tags_count_the_quotes_of_narrower_ones(library, talks):
    wide = library.tags.add(name="wide", colour="#a03c2e")
    tag, unused = library.tags.add(name="tag", parent=wide), library.tags.add(name="unused")
    library.tags.put(tag, Record("quote", talks.quote))
    library.tags.put(wide, Record("quote", talks.quote))
    library.tags.put(unused, Record("meeting", talks.meeting))
    choices = quote_facets.read(library, Cancel()).tags
    assert [choice[1:] for choice in choices] == [("wide", "#a03c2e", 0, 1), ("tag", None, 1, 1)]
    assert [count(library, tag=choice.id) for choice in choices] == [1, 1]
