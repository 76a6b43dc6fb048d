"""The other pages: quotes, sources, the title page, how to search, About."""

import re

import pytest

from db import Cancel, Library, front_page
from db.front_page import Year
from db.query_names import Names
from db.quote_query import parse
from desktop.about import VERSION
from desktop.pages.about import about
from desktop.pages.front import front
from desktop.pages.quotes import quotes
from desktop.pages.search_help import EXAMPLES, search_help
from desktop.pages.sources import sources


def test_direct_reported_and_recalled_speech_are_told_apart_in_words(full, plain):
    shown = plain(quotes(full))
    direct, reported = shown.split("As reported")
    assert "In their own words" in direct
    assert "“the passage”" in direct
    assert "the reported speech\n" in reported
    assert "“the reported speech”" not in reported
    assert "reported speech" in reported
    recalled = direct[direct.index("“the recalled speech”") :]
    assert "Speaker not known, date not known · direct speech recalled, not checked" in recalled


def test_a_quote_leads_to_its_source_only_where_there_is_one(full):
    page = quotes(full)
    assert re.findall(r"href='quote:([^']+)'", page.html) == ["q-direct"]
    assert sorted(re.findall(r"href='copy:([^']+)'", page.html)) == ["q-direct", "q-recalled", "q-reported"]


def test_a_meeting_without_quotes_says_so(full, plain):
    assert plain(quotes(full._replace(quotes=[]))) == "No quotes are recorded for this meeting."


def test_sources_have_the_numbers_of_their_marks(full, plain):
    shown = plain(sources(full))
    assert shown.index("the source title") < shown.index("the other source")
    assert re.findall(r"<a name='([^']+)'></a>(\d)", sources(full).html) == [("s", "1"), ("s-without-text", "2")]


def test_every_source_can_be_opened_and_it_is_said_whose_text_is_held(full, plain):
    assert re.findall(r"href='source:([^']+)'", sources(full).html) == ["s", "s-without-text"]
    assert "· full text held" in plain(sources(full))
    assert "undated" in plain(sources(full))


def test_a_source_tells_all_that_scholars_keep_of_it(full, plain):
    shown = plain(sources(full))
    assert "the authors · the publisher, 1 February 2018 · news report · English · full text held" in shown
    assert "https://example.org/?a=1&b=<2> · looked at on 3 February 2018" in shown
    assert "archived copy: https://example.org/kept" in shown
    assert "rights: the rights" in shown


def test_a_page_without_sources_says_so(full, plain):
    assert plain(sources(full._replace(sources=[]))) == "Nothing on this page cites a source."


@pytest.fixture
def first(shipped_file):
    """The data of the title page of the shipped library."""
    with Library(shipped_file) as library:
        return front_page.read(library, Cancel())


def test_the_title_page_tells_what_the_library_holds_and_where_to_begin(first, plain):
    page = front(first, None)
    shown = plain(page)
    assert shown.startswith("The Astana Process on Syria\n2016–2024\n54 meetings: 22 rounds, 7 summits")
    assert re.findall(r"href='meeting:([^']+)'", page.html) == ["astana-01", "astana-22"]


def test_every_count_of_the_title_page_leads_to_what_it_counts(first):
    html = front(first, None).html
    for link, count in (
        ("meetings:", first.counts["meetings"]), ("page:participants", first.counts["participations"]),
        ("page:outcomes", first.counts["outcomes"]), ("quotes:", first.counts["quotes"]),
        ("page:sources", first.counts["sources"]), ("page:disputes", first.counts["readings"]),
    ):  # fmt: skip
        assert f"href='{link}'><b>{count:,}</b>" in html
    assert {f"meetings:{kind}" for kind in first.kinds} <= set(re.findall(r"href='([^']+)'", html))


def test_one_of_a_kind_is_not_many(first, plain):
    counts = dict.fromkeys(first.counts, 1)
    shown = plain(front(first._replace(counts=counts, kinds={"round": 1}), None))
    assert "1 meeting: 1 round." in shown
    assert (
        "1 line of participants, 1 outcome, 1 quote, 1 source; 1 reading of 1 point on which sources disagree." in shown
    )


def test_the_title_page_of_one_year_names_it_once(first, plain):
    assert "\n2018\n" in plain(front(first._replace(years=[Year("2018", "any")]), None))


def test_the_title_page_says_why_a_library_may_only_be_read(first, plain):
    assert plain(front(first, "It is <locked>.")).rstrip().endswith("It is <locked>.")


@pytest.mark.parametrize("query", [query for query, _ in EXAMPLES])
def test_every_example_of_the_help_finds_quotes_of_the_shipped_library(shipped_file, query):
    with Library(shipped_file, read_only="It is only read.") as library:
        asked = parse(query, names=Names(library, Cancel()))
        assert asked.remark == "" or " near" in query
        assert len(library.quotes.find(asked, Cancel())) > 0


def test_the_help_shows_every_example(plain):
    shown = plain(search_help())
    assert [query for query, _ in EXAMPLES if query not in shown] == []


def test_about_tells_the_versions_and_licences(plain):
    shown = plain(about())
    assert shown.startswith(f"Parley {VERSION}")
    for word in ("Qt", "SQLite", "Python", "MIT", "LGPL", "Open Font License"):
        assert word in shown
