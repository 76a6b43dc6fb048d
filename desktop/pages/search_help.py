"""How to search, with examples that the tests run."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from desktop.pages.markup import Page


class Section(NamedTuple):
    """A part of the language: examples of it, each with what it finds, and what else is to be known."""

    title: str
    examples: tuple[tuple[str, str], ...]
    rest: str


WORDS = Section(
    "Words",
    (
        ("astana platform", "quotes in which both words occur, in any order"),
        ("settle*", "every word that begins so: settlement, settled"),
        ('"Astana platform"', "these words next to each other, in these letters: no other spelling, no other script"),
        ('"Astana plat*"', "the last of them may be a beginning"),
        ("hostages OR civilians", "one of them, or both"),
        ("astana NOT geneva", "the first without the second"),
        ("astana -geneva", "the same, shorter"),
        ("(ceasefire OR armistice) kazakhstan", "parentheses group"),
        ("armistice near region", "both words, at most 10 words apart"),
        ("ceasefire near/3 process", "at most 3 words apart"),
        ("Lavrov", "names and titles of speakers are searched too"),
    ),
    "AND, OR and NOT are written in capitals; to search for the word near, put it in quotation marks. The last word "
    "counts as a beginning until a space follows it: that space is a part of the search, also when it is saved. "
    "Capital letters, accents, hyphens and apostrophes make no difference, also in quotation marks, unless "
    "spellings:exact is written beside them.",
)
SPELLINGS = Section(
    "Spellings",
    (
        ("eastern Ghouta", "also East Guta and whatever else the library knows it by"),
        ("Nur-Sultan", "also Astana, Астана, أستانا"),
        ("лавров", "Lavrov in every script"),
        ("cease fire", "also ceasefire, where the library has that as one word"),
        ("Lawrow", "names that sound alike, listed apart below the others"),
        ("spellings:typed Lavrov", "only as it is typed, wherever this stands in the search"),
        (
            "spellings:exact Çavuşoğlu",
            "exactly as it is spelled, with all accents and hyphens; only capitals may differ",
        ),
    ),
    "Other spellings come from the names and spellings of the parties, people, places and terms of the library: add to "
    "them on the page Spellings (Ctrl+5). What else was searched for is said under the field, and can be "
    "switched off there: then spellings:typed stands in the search, and is saved and linked with it. A name that is "
    "known to be another's is no match by its sound: Önal is not Ünal. A place is not looked for inside the name of a "
    "person: Astana does not find Nursultan Nazarbayev.",
)
FIELDS = Section(
    "Fields",
    (
        ("speaker:lavrov", "who said it, by any known spelling; speaker:none where that is not known"),
        ('speaker:"Javad Zarif" astana', "a name of several words"),
        ("party:Turkey", "for which party it was said; party:none where that is not known"),
        ("role:guarantor", "the role of that party at the meeting"),
        ("round:1", "said at a round of this number; round:1-3 for several"),
        ("kind:ministerial", "said at a meeting of this kind"),
        ("place:Nur-Sultan", "said at a meeting there, by any known spelling"),
        ("year:2018", "said in this year; year:2017-2019 in these; year:none without a date"),
        ("after:2018-03-15", "said after this day, month or year"),
        ('before:"17 March 2018"', "said before it"),
        ("form:reported", "direct or reported speech"),
        ("check:verbatim", "what comparing it with its source gave: also differs, missing, no text"),
        ("topic:ceasefire", "from a meeting with an outcome under this topic or a narrower one"),
        ("source:factsheet", "cited from a source with this in its title"),
        ("-role:host astana", "fields combine like words"),
    ),
    "tag:NAME finds quotes with a tag or a narrower one, has:note those with notes of yours. While you type a field, "
    "the names that fit it are listed: the arrow keys choose, Enter or Tab takes one. A quote of which only the month "
    "or year is known is after or before a day when all of that month or year is; one without a date is neither.",
)
SECTIONS = (WORDS, SPELLINGS, FIELDS)
EXAMPLES = tuple(example for section in SECTIONS for example in section.examples)


def search_help() -> Page:
    """The ways to search as rich text."""
    return Page(
        "<h1>How to search quotes</h1><p>The search runs while you type, and nothing that you type is an error: what "
        "is not understood is searched for as words or passed over, and said so.</p>"
        f"{''.join(map(_section, SECTIONS))}"
        "<h2>Results</h2><p>The newest quotes come first; the box below the field chooses another order. Best "
        "match puts what is spelled as you typed it, accents and all, before the same with other accents, and this "
        "before the same in another script; of very many quotes, the best few hundred are put so. "
        "What is written otherwise than you typed, with other accents too, says so in its last line, and names that "
        "only sound alike stand apart, below the others. The boxes under Narrow count who said what is found, when and "
        "where: a choice becomes a part of the search, where it can be changed or taken out by hand. In context (F8) "
        "sets the words found below one another, a line for each place; more come as you go down. F3 opens the next "
        "quote in its source, "
        "with the words found marked, Shift+F3 the one before; while the bar to find words in a source is open, they "
        "first go through that text.</p>"
        "<p>Enter or a click opens the meeting and shows the "
        "quote in its source. Ctrl+C copies it with its speaker, day and source. Where little is found, a search with "
        "the nearest words of the library is proposed, but never made unasked.</p>"
        "<h2>Find in everything</h2><p>Ctrl+K finds meetings, people, parties, topics, events, outcomes, sources and "
        "the words in them, notes, tags, readings and spellings as well as quotes, listed by kind with the best first. "
        "Up and Down choose, Enter opens, and Show all lists the rest of a kind.</p>"
        "<h2>Saved searches</h2><p>Save (Ctrl+Shift+D) keeps a search, with what the filters are set to, in the list "
        "below the meetings, where the number of its quotes follows every change. There, Enter or a click makes it "
        "again, F2 renames it, Delete removes it, and Ctrl+C copies a link that others can open: by Go, Open link, or "
        "by pasting it into their search field. Back and Forward go through searches as through pages.</p>",
        {},
    )


def _section(section: Section) -> str:
    rows = "".join(
        f"<tr><td width='45%'><b>{escape(query)}</b></td><td>{escape(meaning)}</td></tr>"
        for query, meaning in section.examples
    )
    return f"<h2>{section.title}</h2><table width='100%' cellspacing='0'>{rows}</table><p>{escape(section.rest)}</p>"
