"""A line of the quotes found: its source is the one that the words are cited from."""

import pytest

from db import Cancel, source_page
from db.references import Record

WORDS = "We want peace, said the envoy."


@pytest.fixture
def quote(library, talks):
    """A quote without any citation."""
    return library.quotes.add(meeting=talks.meeting, form="direct", text="We want peace", said_on="2031-05-12")


@pytest.fixture
def sources(library, quote):
    """The source of the quote in the list, in the overview for other programs, where a click leads, and its check."""

    def sources():
        key = {line.uid: line.id for line in library.quotes.all(Cancel())}[quote]
        line = library.quotes.lines([key])[0]
        with library.reading() as conn:
            overview = conn.execute("SELECT source FROM quote_overview WHERE uid = ?", [quote]).fetchone()[0]
        place = source_page.place_of(library, f"quote:{quote}", Cancel())
        return line.source, overview, place and place.source, line.check

    return sources


def test_the_source_of_a_quote_is_that_of_its_words_and_not_that_of_its_day(library, quote, sources):
    calendar = library.sources.add(title="Calendar", text="The talks are on 12 May 2031.")
    library.citations.add(Record("quote", quote), source=calendar, field="said_on")
    assert sources() == (None, None, calendar, "no-text")
    transcript = library.sources.add(title="Transcript", text=WORDS)
    words = library.citations.add(Record("quote", quote), source=transcript, field="text", starts=0, ends=13)
    assert sources() == (transcript,) * 3 + ("verbatim",)
    better = library.sources.add(title="Better transcript", text=WORDS)
    library.citations.remove(words)
    library.citations.add(Record("quote", quote), source=better, field="text", starts=0, ends=13)
    assert sources() == (better,) * 3 + ("verbatim",)


def test_a_source_that_contradicts_the_words_is_not_theirs(library, quote, sources):
    other = library.sources.add(title="Denial", text="We do not want peace.")
    library.citations.add(Record("quote", quote), source=other, field="text", relation="contradicts")
    transcript = library.sources.add(title="Transcript", text=WORDS)
    library.citations.add(Record("quote", quote), source=transcript)
    assert sources() == (transcript,) * 3 + ("verbatim",)
