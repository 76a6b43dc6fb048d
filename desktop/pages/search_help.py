"""How to search, with examples that the tests run."""

from __future__ import annotations

from html import escape

from desktop.pages.markup import Page

EXAMPLES = (
    ("astana platform", "quotes in which both words occur, in any order"),
    ("settle*", "every word that begins so: settlement, settled"),
    ('"East Guta"', "these words next to each other"),
    ("hostages OR civilians", "one of them, or both"),
    ("astana NOT geneva", "the first without the second"),
    ("(ceasefire OR armistice) kazakhstan", "parentheses group"),
    ("Lavrov", "names and titles of speakers are searched too"),
)


def search_help() -> Page:
    """The ways to search as rich text."""
    rows = "".join(
        f"<tr><td width='45%'><b>{escape(query)}</b></td><td>{escape(meaning)}</td></tr>" for query, meaning in EXAMPLES
    )
    return Page(
        "<h1>How to search quotes</h1>"
        "<p>The search runs while you type; the last word counts as a beginning until a space follows it. Capital "
        "letters and accents make no difference: <b>Cavusoglu</b> finds Çavuşoğlu.</p>"
        f"<table width='100%' cellspacing='0'>{rows}</table>"
        "<p>AND, OR and NOT are written in capitals. What cannot be understood is passed over; a quotation mark that "
        "was not closed closes at the end. The newest quotes come first.</p>"
        "<p>Enter or a click opens the meeting and shows the quote in its source. Ctrl+C copies it with its "
        "speaker, day and source.</p>",
        {},
    )
