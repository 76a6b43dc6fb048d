"""Facets beside a list: counted of what is found first, then of all."""

import pytest

from db import quote_facets, quote_search
from desktop.models.facet_counts import FacetCounts
from desktop.models.quote_list import PAGE, QuoteListModel

MANY = 3 * PAGE


@pytest.fixture
def many(library):
    """A library of more quotes than a page, those of the first year in reported speech."""
    with library.revise("Make quotes"):
        for number in range(MANY):
            form, year = ("direct", 2018) if number % 2 else ("indirect", 2017)
            library.quotes.add(form=form, text=f"They met {number}", said_on=str(year))
    library.close()
    return library.path


@pytest.fixture
def model(session):
    """A list of quotes, with no library yet."""
    return QuoteListModel(session)


@pytest.fixture
def told(session, model, many, open_file):
    """The facets that are told, one after the other, those of the start left out."""
    told = []
    counts = FacetCounts(session, model, model)
    counts.counted.connect(told.append)
    open_file(many)
    told.clear()
    return told


def numbers(facets):
    """The choices of the form of speech, and whether they are of all quotes."""
    return [(choice.label, choice.number) for choice in facets["form"].choices], facets["form"].whole


ALL = ([("direct speech", MANY // 2), ("reported speech", MANY // 2)], True)


def test_what_is_counted_whole_while_the_list_is_read_is_counted_once(model, told, session, idle):
    model.search("met ")
    idle(session)
    assert [numbers(facets) for facets in told] == [ALL]


def test_a_part_is_told_first_where_counting_all_takes_long_and_then_all(model, told, session, idle, monkeypatch):
    monkeypatch.setattr(quote_search, "STRETCH", 10)
    monkeypatch.setattr(quote_facets, "PATIENCE", 0)
    model.search("met ")
    idle(session)
    assert [numbers(facets) for facets in told] == [([("direct speech", 10)], False), ALL]


def test_what_is_told_is_of_the_search_made_last(model, told, session, idle):
    for text in ("m", "me", "met", "met ", "met 1 ", "form:reported "):
        model.search(text)
    idle(session)
    assert numbers(told[-1]) == ALL
    assert told[-1]["form"].chosen == "reported"
