"""What is spelled as typed stands first, and can be asked for alone."""

import pytest

from db import exact_spelling, quote_search
from db.cancel import Cancel
from db.query_names import Names
from db.quote_query import parse
from db.quote_search import Counts

NO_CANCEL = Cancel()
TEXTS = {
    2001: "Önal came", 2002: "Onal came", 2003: "Mr ÖNAL left", 2004: "Onal met Önal", 2005: "Önals came",
    2006: "the Straße", 2007: "the Strasse", 2008: "إيران", 2009: "ايران", 2010: "Unal came",
    2011: "de-escalation", 2012: "deescalation", 2013: "de‑escalation", 2014: "Dera’a fell", 2015: "Dera'a stood",
    2016: "Deraa", 2017: "O\u0308nal said", 2018: "Onal-Party",
}  # fmt: skip


@pytest.fixture
def talks(library):
    """Quotes by their years; that of 2010 was said by Zoë."""
    zoe = library.people.add(name="Zoë Önal-Berg")
    with library.revise("Add"):
        for year, text in TEXTS.items():
            library.quotes.add(form="direct", said_on=str(year), text=text, speaker=zoe if year == 2010 else None)
    return library


def found(library, text, order="date"):
    """The years of what a search finds."""
    query = parse(text, names=Names(library, NO_CANCEL))
    lines = library.quotes.first(query, NO_CANCEL, 99, order)
    everything = library.quotes.search(query, NO_CANCEL, order)
    assert list(everything.ids) == [line.id for line in lines]
    assert sum(library.quotes.count(query, NO_CANCEL)) == len(lines)
    if order == "date":
        assert list(library.quotes.find(query, NO_CANCEL, 2)) == list(everything.ids[:2])
    return [int(line.said_on) for line in lines if not line.sounds]


@pytest.mark.parametrize(
    ("text", "first", "others"),
    [
        ("Önal ", {2001, 2003, 2004, 2010, 2017}, {2002, 2018}),
        ("önal ", {2001, 2003, 2004, 2010, 2017}, {2002, 2018}),
        ("onal ", {2002, 2004, 2018}, {2001, 2003, 2010, 2017}),
        ("Straße ", {2006}, {2007}),
        ("strasse ", {2007}, {2006}),
        ("إيران ", {2008}, {2009}),
        ("ايران ", {2009}, {2008}),
        ("onal came ", {2002}, {2001}),
        ("onal OR strasse ", {2002, 2004, 2007, 2018}, {2001, 2003, 2006, 2010, 2017}),
        ("Dera'a ", {2014, 2015}, {2016}),
    ],
)
def test_best_match_puts_what_is_spelled_as_typed_first(talks, text, first, others):
    years = found(talks, text, "best")
    assert {*years[: len(first)]} == first
    assert others <= {*years[len(first) :]}


def test_of_very_many_only_the_best_are_put_so(talks, monkeypatch):
    with talks.revise("Add"):
        talks.quotes.add(form="direct", said_on="2020", text="Noël, at more length than all others")
        for _ in range(20):
            talks.quotes.add(form="direct", said_on="2019", text="Noel")
    assert found(talks, "Noël ", "best")[0] == 2020
    monkeypatch.setattr(quote_search, "MOST_MARKED", 10)
    assert found(talks, "Noël ", "best") == [2019] * 20 + [2020]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("spellings:exact Önal ", {2001, 2003, 2004, 2010, 2017}),
        ("spellings:exact Öna", {2001, 2003, 2004, 2005, 2010, 2017}),
        ("spellings:exact Öna* ", {2001, 2003, 2004, 2005, 2010, 2017}),
        ("onal spellings:exactly ", {2002, 2004, 2018}),
        ('spellings:exact "önal came" ', {2001}),
        ("spellings:exact önal -onal ", {2001, 2003, 2010, 2017}),
        ("spellings:exact came NOT (önal OR unal) ", {2002, 2005}),
        ("spellings:exact unal -speaker:none ", {2010}),
        ("spellings:exact (onal OR year:2006) ", {2002, 2004, 2006, 2018}),
        ("spellings:exact (onal OR before:2002 after:2000) ", {2001, 2002, 2004, 2018}),
        ("spellings:exact onal near came ", {2002}),
        ("spellings:exact (-önal OR year:2006) year:2005-2007 ", {2005, 2006, 2007}),
        ("spellings:exact (-önal) (-onal) year:2001-2005 ", {2005}),
        ("spellings:exact (-önal) (-onal) ", {*TEXTS} - {2001, 2002, 2003, 2004, 2010, 2017, 2018}),
        ("spellings:exact straße ", {2006}),
        ("spellings:exact de-escalation ", {2011, 2013}),
        ("spellings:exact deescalation ", {2012}),
        ("spellings:exact Dera'a ", {2014, 2015}),
        ("spellings:exact ايران ", {2009}),
        ("spellings:exact Zoë", {2010}),
        ("spellings:exact Zoe ", set()),
        ("spellings:typed Zoe ", {2010}),
        ("spellings:exact ", {*TEXTS}),
        ("spellings:exact year:2001", {2001}),
        ("spellings:exact -önal year:2001-2004", {2002}),
    ],
)
def test_exactly_what_is_spelled_so_is_found_where_that_is_asked(talks, text, years):
    for order in ("date", "oldest", "best", "speaker", "length"):
        assert {*found(talks, text, order)} == years


def test_a_phrase_does_not_go_on_in_the_name_of_the_speaker(library):
    ada = library.people.add(name="Ada Berg")
    library.quotes.add(form="direct", said_on="2001", text="Péace, Ada, is peace", speaker=ada)
    assert found(library, '"peace ada" ') == [2001]
    assert found(library, 'spellings:exact "peace ada" ') == []


def test_many_batches_are_gone_through(talks, monkeypatch):
    monkeypatch.setattr(exact_spelling, "BATCH", 3)
    monkeypatch.setattr(quote_search, "_SIFTED", 2)
    assert found(talks, "spellings:exact önal ") == [2017, 2010, 2004, 2003, 2001]
    query = parse("spellings:exact önal ")
    assert talks.quotes.count(query, NO_CANCEL, most=3) == Counts(3, 0)


@pytest.mark.parametrize("word", ["exact", "exactly", "exac", "Exact"])
def test_the_wish_is_understood_also_while_it_is_typed(word):
    query = parse(f"spellings:{word} önal ")
    assert (query.exact, query.remark) == (True, "")
