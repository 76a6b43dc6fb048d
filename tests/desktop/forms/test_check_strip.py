"""Below the words of a quote its form says how they stand in their source."""

import pytest
from PySide6.QtWidgets import QToolButton

from db.quotation import compare
from db.quotation_search import Checked, Found
from db.references import Record
from desktop.forms.check_strip import CheckStrip, sentence
from desktop.trail import Address

TEXT = "The minister said: we shall not sign the paper."
QUOTE = Record("quote", "q")


@pytest.fixture
def quote(library):
    """A quote that leaves a word out of its source."""
    library.sources.add(uid="s", title="One report", text=TEXT)
    library.quotes.add(uid="q", meeting="m1", form="direct", text="we shall sign the paper")
    library.citations.add(QUOTE, source="s")
    return QUOTE


@pytest.fixture
def shown(panel, session, qtbot):
    """Shows a record and gives the strip in its form, once it says what it is to say."""

    def shown(record, words):
        panel.show_record(record)
        qtbot.waitUntil(lambda: words in said(panel))
        return next(strip for strip in panel.findChildren(CheckStrip) if strip.isVisible())

    return shown


def said(panel):
    """The sentences of the strips that are to be seen, and what can be pressed there."""
    strips = [strip for strip in panel.findChildren(CheckStrip) if strip.isVisible()]
    acts = [act.text() for strip in strips for act in strip.findChildren(QToolButton) if act.isVisible()]
    return [*(strip.label.text() for strip in strips), *acts]


def test_the_form_of_a_quote_tells_the_words_that_differ(panel, quote, shown):
    strip = shown(quote, "Show the passage")
    assert said(panel) == [
        "! differs from its source (“One report”): “not” is left out.",
        "Show the passage",
        "Look in all sources",
    ]
    assert strip.label.objectName() == "problem"


def test_it_leads_to_the_passage_and_to_all_sources(panel, quote, shown, qtbot):
    strip = shown(quote, "Look in all sources")
    acts = {act.text(): act for act in strip.findChildren(QToolButton)}
    starts = TEXT.index("we shall")
    with qtbot.waitSignal(panel.go_requested) as went:
        acts["Show the passage"].click()
    assert went.args == [Address("", "source", f"source:s@{starts}-{len(TEXT) - 1}")]
    with qtbot.waitSignal(panel.go_requested) as went:
        acts["Look in all sources"].click()
    assert went.args == [Address("", "check", "quote:q")]


def test_it_follows_every_edit_of_the_words_and_of_what_they_cite(panel, quote, shown, idle, session, library, qtbot):
    strip = shown(quote, "Show the passage")
    library.quotes.edit("q", text="we shall not sign the paper")
    qtbot.waitUntil(lambda: said(panel) == ["= verbatim (“One report”)", "Show the passage"])
    assert strip.label.objectName() == "count"
    library.quotes.edit("q", text="Words of nobody")
    shown(quote, "× not in its source: none that it cites has these words.")
    library.sources.edit("s", text=None)
    shown(quote, "Not compared: no text of a source that it cites is held.")
    library.quotes.remove("q")
    qtbot.waitUntil(lambda: said(panel) == [])


def test_other_forms_and_new_quotes_say_nothing(panel, quote, idle, session):
    panel.show_record(Record("outcome", "o1"))
    idle(session)
    assert said(panel) == []
    panel.show_new("quote", {"meeting": "m1"})
    idle(session)
    assert said(panel) == []


@pytest.mark.parametrize(
    ("quotation", "result", "told"),
    [
        ("we shall not [ever] sign", "marks", "~ verbatim but for marks or brackets, with “[ever]” put in (“T”)"),
        ("we shall not [never] sign", "differs", "! differs from its source (“T”): “[never]” is put in."),
        ("we shall … sign", "differs", "! differs from its source (“T”): dots leave out “not”."),
        ("minister … we shall not sign a paper", "differs", ("! differs from its source (“T”): “the” has become “a”. "
         "Its dots leave out 1 word.")),
    ],
)  # fmt: skip
def test_brackets_and_dots_are_told(quotation, result, told):
    finding = compare(quotation, TEXT)
    assert finding.result == result
    assert sentence(Checked(quotation, result, Found("s", "T", None, None, finding, "", ""))) == told


def test_a_quote_that_begins_behind_a_not_says_so(panel, quote, shown, library):
    library.quotes.edit("q", text="sign the paper")
    shown(quote, "= verbatim (“One report”). In the source “not” stands right before these words.")


def test_long_titles_are_cut():
    found = Found("s", "Title " * 50, None, None, compare("We sign", "We sign."), "", "")
    assert len(sentence(Checked("We sign", "verbatim", found))) < 110
