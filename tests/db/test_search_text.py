import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from db.cancel import Cancel
from db.query_names import Names
from db.query_tree import NOTHING
from db.quote_query import Filters, parse
from db.search_text import written


@pytest.mark.parametrize(
    ("text", "filters", "whole"),
    [
        ("zones", {}, "zones"),
        (" a OR b ", {}, "a OR b"),
        ("zones", {"speaker": "Sergey Lavrov"}, 'speaker:"Sergey Lavrov" zones'),
        ("", {"role": "conflict-party", "year": 2018}, 'role:"conflict party" year:2018'),
        ("speech", {"form": "indirect", "tag": "idlib"}, 'form:"reported speech" tag:"idlib" speech'),
        ("a OR b", {"year": 2018}, "year:2018 (a OR b)"),
        ('a OR "b', {"year": 2018}, 'year:2018 (a OR "b")'),
        ("(a OR b) c", {"year": 2018}, "year:2018 (a OR b) c"),
        ("(a OR b", {"year": 2018}, "year:2018 (a OR b"),
        ("c OR (a", {"year": 2018}, "year:2018 (c OR (a))"),
        ("a OR b) c OR d)", {"year": 2018}, "year:2018 (a OR b) (c OR d)"),
        (")))", {"year": 2018}, "year:2018"),
        ("x", {"speaker": 'Ada "the" (elder)'}, 'speaker:"Ada  the  (elder)" x'),
    ],
)
def test_filters_become_fields_before_the_text(text, filters, whole):
    assert written(text, **filters) == whole


@pytest.fixture
def found(library, talks):
    """What searches find among quotes of two years, speakers and forms."""
    ada = library.people.add(name='Ada "the" (elder)')
    with library.revise("Some quotes"):
        for number in range(24):
            library.quotes.add(
                meeting=talks.meeting, party=talks.russia if number % 3 else talks.turkey,
                speaker=ada if number % 2 else talks.lavrov, said_on=f"201{7 + number % 4 // 2}-02-03",
                form="direct" if number % 5 else "indirect",
                text=f"{'ab'[number % 2]} {'cd'[number % 3 % 2]} alpha {number}",
            )  # fmt: skip

    def found(text, filters=None):
        return [*library.quotes.find(parse(text, filters, names=Names(library, Cancel())), Cancel())]

    return found


WORDS = st.sampled_from(["a", "b", "c", "d", "OR", "NOT", "-b", "(", ")", '"', "alpha", "AND", "near", "alp*"])


def test_the_written_search_finds_what_the_filters_find(found, library, talks):
    people = {person.name: person.id for person in library.people.all(Cancel())}

    @given(st.lists(WORDS, max_size=8), st.sampled_from([None, *people]), st.sampled_from([None, 2017, 2018]),
           st.sampled_from([None, "direct", "indirect"]))  # fmt: skip
    def agrees(words, speaker, year, form):
        text = " ".join(words) + " "  # a last word still being typed is a beginning, which one in parentheses is not
        assume(parse(text).match != NOTHING)
        filters = Filters(speaker=people.get(speaker or ""), year=year, form=form)
        assert found(written(text, speaker=speaker, year=year, form=form) + " ") == found(text, filters)

    agrees()


def test_a_word_that_is_being_typed_stays_one(found):
    assert found(written("alp", year=2018)) == found("alp", Filters(year=2018)) != []
