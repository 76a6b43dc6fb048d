"""Quotes in many spellings, and what a search finds of them that knows the spellings of the library."""

from db import Cancel
from db.query_names import Names
from db.quote_query import parse


def asked(library, text, **given):
    """The query of a text."""
    return parse(text, names=Names(library, Cancel()), **given)


def add(library, *texts, **given):
    """Add a quote of each text."""
    for text in texts:
        library.quotes.add(form="direct", text=text, **given)


def found(library, text, **given):
    """The texts of the quotes that are found."""
    return {line.text for line in library.quotes.first(asked(library, text, **given), Cancel(), 99)}
