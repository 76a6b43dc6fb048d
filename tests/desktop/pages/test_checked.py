"""The page of what looking for a quotation gave."""

import re

import pytest

from db import Cancel
from db.quotation_search import MOST, verify
from desktop.pages import checked

TEXT = "Before it all. The minister said: we shall not sign the paper, and we shall not read it."


@pytest.fixture
def sources(library):
    """A library with three sources, one of them without a text."""
    library.sources.add(uid="one", title="One report", publisher="The Gazette", published="2031-03-14", text=TEXT)
    library.sources.add(uid="two", title="<b>Two</b>", text="“We shall not sign the\npaper.”")
    library.sources.add(uid="none", title="Not held")
    return library


def shown(library, words, plain):
    """The page for some words, and what a person reads of it."""
    page = checked.findings(verify(library, words))
    return page, plain(page)


def test_each_passage_leads_to_its_place_and_differing_words_look_different(sources, plain):
    page, read = shown(sources, "we shall not burn the paper", plain)
    starts = TEXT.index("we shall")
    assert re.findall(r"href='([^']+)'", page.html)[0] == f"passage:one:{starts}:{starts + 27}"
    assert "! differs from its source  One report The Gazette, 14 March 2031" in read
    assert "The minister said: we shall not sign burn the paper, and we shall not read it." in read
    assert re.search(r"line-through'>sign<", page.html)
    assert re.search(r"underline'>burn<", page.html)
    assert "only in the source · only in your words" in read.replace("  ", " ")
    assert all(page.tips.values())


def test_words_that_begin_behind_a_not_are_told(sources, plain):
    assert "In the source “not” stands right before these words." in shown(sources, "sign the paper", plain)[1]
    assert "right before" not in shown(sources, "not sign the paper", plain)[1]


def test_what_dots_and_brackets_stand_for_is_shown(sources, plain):
    _, read = shown(sources, "we shall not sign … and we [the envoys] shall not read", plain)
    assert "~ verbatim but for marks or brackets, with “[the envoys]” put in  One report" in read
    assert "we shall not sign the paper, and we [the envoys] shall not read it." in read
    assert "left out by your dots · your own, in brackets" in read.replace("  ", " ")
    _, read = shown(sources, "we shall not sign the paper, and [they] shall not read", plain)
    assert "! differs from its source  One report" in read


def test_the_sentence_says_where_it_was_looked(sources, plain):
    _, read = shown(sources, "We shall not sign the paper", plain)
    assert read.startswith(
        "In 1 source verbatim but for marks or brackets, in 1 source with other words. Looked for in 2 texts; of 1 "
        "source no text"
    )
    assert "<b>Two</b>" in read
    _, read = shown(sources, "Nothing that anybody ever wrote", plain)
    assert read.startswith("No source has these words, or most of them. Looked for in 2 texts; of 1 source")
    _, read = shown(sources, "…", plain)
    assert read == "There is no word in this that could be looked for."


def test_of_very_many_sources_only_the_first_are_shown(library, plain):
    with library.revise("Fill"):
        for at in range(MOST + 1):
            library.sources.add(title=str(at), text=f"Report {at}: the talks go on.")
    _, read = shown(library, "the talks go on", plain)
    assert read.startswith(f"These are the first {MOST} sources in which the words stand; there may be more.")


def test_long_passages_are_cut_in_the_middle(library, plain):
    text = f"{'First words. ' * 10}{'Long words in between. ' * 200}{'Last words. ' * 10}"
    library.sources.add(uid="long", title="Long", text=text)
    _, read = shown(library, text, plain)
    assert len(read) < 1000
    assert "First words. First words." in read
    assert "Last words. Last words." in read


def test_quotes_to_be_looked_at_are_listed_with_their_results(library, plain):
    source = library.sources.add(title="One report", text=TEXT)
    person = library.people.add(name="Ada Brandt")
    for uid, text in (
        ("a", "we shall not burn the paper"),
        ("b", "Words <i>of</i> nobody"),
        ("c", "we shall not sign"),
    ):
        library.quotes.add(uid=uid, form="direct", text=text, speaker=person, said_on="2031-03-14")
        library.citations.add(("quote", uid), source=source)
    page = checked.amiss(*library.quotes.amiss(checked.SHOWN, Cancel()))
    read = plain(page)
    assert read.startswith("3 quotes: 1 is verbatim, 1 differs from its source, 1 is not in its source.")
    assert "× not in its source  Words <i>of</i> nobody\nAda Brandt, 14 March 2031, One report" in read
    assert re.findall(r"href='([^']+)'", page.html) == ["quote:b", "quote:a"]
    cut = plain(checked.amiss(*library.quotes.amiss(1, Cancel())))
    assert cut.endswith("… and 1 more.")


def test_a_library_without_quotes_says_so(library, plain):
    assert plain(checked.amiss(*library.quotes.amiss(5, Cancel()))) == "This library holds no quotes yet."
