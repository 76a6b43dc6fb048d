import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import Cancel
from db.query_completion import MOST, complete
from db.query_names import Names
from db.quote_query import parse


def choices(library, text):
    """What is offered where | stands in a text, as the texts that it leads to, again with |."""
    cursor = text.index("|")
    found = complete(library, text.replace("|", ""), cursor, Cancel())
    return [f"{one.text[: one.cursor]}|{one.text[one.cursor :]}" for one in found]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("sp|", "speaker:|"),
        ("astana ro|", "astana role:|"),
        ("astana ro| platform", "astana role:| platform"),
        ("-ye|", "-year:|"),
        ("speaker:lavro|", 'speaker:"Sergei Lavrov" |'),
        ("speaker: lavro|", 'speaker: "Sergei Lavrov" |'),
        ("speaker:лавров|", 'speaker:"Sergei Lavrov" |'),
        ("speaker:Sergei Lav|", 'speaker:"Sergei Lavrov" |'),
        ('speaker:"Sergei Lav|"', 'speaker:"Sergei Lavrov" |'),
        ("speaker:lavro| astana", 'speaker:"Sergei Lavrov"| astana'),
        ("party:rus|", "party:Russia |"),
        ("role:conf|", "role:conflict-party |"),
        ("kind:gr|", "kind:working-group |"),
        ("form:rep|", "form:indirect |"),
        ("has:|", "has:note |"),
        ("place:nur|", "place:Astana |"),
        ("place:New Y|", 'place:"New York" |'),
        ("round:1|", "round:1 |"),
        ("year:|", "year:2018 |"),
        ("topic:de-esc|", 'topic:"De-escalation zones" |'),
    ],
)
def test_what_is_likeliest_comes_first(shipped, text, first):
    assert choices(shipped, text)[0] == first


@pytest.mark.parametrize("text", ["|", "astana |", "zzz|", "(|", '"astana pl|', "astana sp| AND"])
def test_words_are_left_alone(shipped, text):
    found = choices(shipped, text)
    assert not found or text == "astana sp| AND"


def test_every_choice_is_understood_and_says_what_it_is(shipped):
    for field in ("speaker", "party", "role", "kind", "place", "topic", "source", "round", "year", "form"):
        found = complete(shipped, f"{field}:", len(field) + 1, Cancel())
        assert 0 < len(found) <= MOST
        for choice in found:
            query = parse(choice.text, names=Names(shipped, Cancel()), typing=False)
            assert query.remark == ""
            assert query.match != "facets : none" or field == "topic"


def test_two_parties_of_one_beginning_are_told_apart(library):
    library.parties.add(name="Ardania", short_name="ARD", kind="state")
    library.parties.add(name="Ardanian Union", kind="organisation")
    found = complete(library, "party:ard", 9, Cancel())
    assert [(choice.label, choice.detail) for choice in found] == [
        ("Ardania", "State · ARD"),
        ("Ardanian Union", "Organisation"),
    ]


@settings(max_examples=60)
@given(st.text(max_size=40) | st.sampled_from(["speaker:", 'place:"', "source:a", "a near b", "-("]), st.data())
def test_any_text_can_be_completed_anywhere(shipped, text, data):
    cursor = data.draw(st.integers(0, len(text)))
    for choice in complete(shipped, text, cursor, Cancel()):
        assert 0 < choice.cursor <= len(choice.text)


def test_of_names_that_fit_alike_who_is_quoted_most_comes_first(library):
    names = [f"Lanna Vos {number}" for number in range(30)]
    with library.revise("Add"):
        people = [library.people.add(name=name) for name in names]
        meeting = library.meetings.add(kind="round", number=1, title="First")
        for chief in people[:20]:
            party = library.parties.add(name=f"Party of {chief}", kind="state")
            library.participations.add(meeting=meeting, party=party, head=chief, role="observer", attendance="reported")
        for number, speaker in enumerate((people[25], people[28], people[28])):
            library.quotes.add(form="direct", text=f"They met {number}", speaker=speaker)
    assert choices(library, "speaker:la|")[:2] == ['speaker:"Lanna Vos 28" |', 'speaker:"Lanna Vos 25" |']
