from collections import Counter
from typing import NamedTuple

import pytest

from db import Library, coverage, dataset
from db.coverage import STATES, Share
from db.references import Record

TEXT = "The ministers met. “No military solution”, said Mr. Lavrov 🕊 in Astana. إعلان. The end."


class Talks(NamedTuple):
    """Uids of a small library: one meeting with all that can stand on it."""

    meeting: str
    russia: str
    turkey: str
    lavrov: str
    line: str
    memorandum: str
    ceasefire: str
    topic: str
    source: str
    quote: str
    citation: str


@pytest.fixture
def talks(library):
    """A meeting with a participant line, two outcomes, a topic and a quote that is cited from a source."""
    meeting = library.meetings.add(uid="astana-01", kind="round", number=1, title="First round", starts="2017-01-23")
    russia = library.parties.add(name="Russia", kind="state")
    turkey = library.parties.add(name="Turkey", kind="state", short_name="TR")
    lavrov = library.people.add(name="Sergey Lavrov")
    line = library.participations.add(
        meeting=meeting, party=russia, role="guarantor", attendance="reported", head=lavrov
    )
    memorandum = library.outcomes.add(meeting=meeting, act="signed", text="Memorandum on zones")
    ceasefire = library.outcomes.add(meeting=meeting, act="agreed", text="A mechanism for the ceasefire")
    topic = library.topics.add(name="ceasefire", label="Ceasefire")
    library.outcomes.put_under(ceasefire, topic)
    source = library.sources.add(title="Joint statement", text=TEXT)
    quote = library.quotes.add(
        meeting=meeting, speaker=lavrov, party=russia, form="direct", text="No military solution", said_on="2017-01-24"
    )
    starts = TEXT.index("No military")
    citation = library.citations.add(Record("quote", quote), source=source, starts=starts, ends=starts + 20)
    return Talks(meeting, russia, turkey, lavrov, line, memorandum, ceasefire, topic, source, quote, citation)


@pytest.fixture(scope="session")
def shipped(tmp_path_factory):
    """The bundled library, open to be read."""
    path = tmp_path_factory.mktemp("shipped") / "astana.parley"
    dataset.build(path)
    with Library(path, read_only="It is only read.") as library:
        yield library


@pytest.fixture
def shares(library):
    """How all values stand by the number of their meeting, less than 0 for that of an event, looked at together."""

    def shares():
        found = {}
        with library.reading() as conn:
            for value in coverage.values(conn):
                found.setdefault(value.place, Counter())[STATES[value.state]] += 1
        return {place: Share(**counts) for place, counts in found.items()}

    return shares
