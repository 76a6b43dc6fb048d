"""Each source says what it is and how much rests on it; filters know what it has."""

import pytest

from db import passages, registers
from db.cancel import Cancel
from db.new_names import New
from db.passages import Passage
from db.references import Record


@pytest.fixture
def listed(library):
    return lambda: registers.lines(library, "sources", Cancel())


def test_a_line_tells_author_publisher_day_type_and_language(library, listed):
    library.sources.add(
        title="Statement", authors="Example, Ada", publisher="A paper", published="2031-03", text="Words", type="news",
        language="ru",
    )  # fmt: skip
    library.sources.add(title="a leaflet", language="xx")
    first, second = listed()
    assert (first.title, first.detail, first.tail) == ("a leaflet", "undated · xx", "not used")
    assert second.detail == "Example, Ada · A paper · March 2031 · news report · Russian · full text"
    assert second.words == "ru"
    assert first.facets == {"text:no", "type:none", "used:no"}
    assert second.facets == {"text:yes", "type:news", "used:no"}


def test_it_counts_what_rests_on_it_and_not_what_only_holds_a_passage(listed, library, talks):
    library.citations.add(Record("quote", talks.quote), source=talks.source)
    library.citations.add(Record("meeting", talks.meeting), source=talks.source)
    library.notes.add_on_passage(talks.source, 0, 3, "Which?")
    library.notes.add(Record("quote", talks.quote), body="Really?", citation=talks.citation)
    passages.tag(library, Passage(talks.source, 0, 3), [New("tag", "place")])
    (line,) = listed()
    assert line.tail == "1 citation · 1 quote · 2 notes"
    assert "used:yes" in line.facets


def test_a_source_with_a_note_only_is_not_used(listed, library):
    uid = library.sources.add(title="Leaflet")
    library.notes.add(Record("source", uid), body="Find it")
    (line,) = listed()
    assert (line.tail, "used:no" in line.facets) == ("1 note", True)


def test_signs_before_a_title_do_not_put_it_first(library, listed):
    for title in ("[no title] talks", "Zones", "“Envoys” meet", "'Arms' control", "…", "(Brief) notes"):
        library.sources.add(title=title)
    assert [line.title for line in listed()] == [
        "…", "'Arms' control", "(Brief) notes", "“Envoys” meet", "[no title] talks", "Zones",
    ]  # fmt: skip
