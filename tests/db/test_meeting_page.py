import pytest

from db import Cancel, Cancelled, meeting_page
from db.errors import Gone
from db.references import Record


@pytest.fixture
def page(library, talks):
    def page(uid=talks.meeting):
        return meeting_page.read(library, uid, Cancel())

    return page


def test_the_page_has_all_that_stands_on_the_meeting(page, talks, library):
    library.readings.add(Record("outcome", talks.memorandum), field="act", about="the act", value="adopted")
    library.notes.add(Record("participation", talks.line), body="Look again")
    found = page()
    assert (found.facts.record, found.facts.uid, found.facts.city, found.facts.held) == (
        "meeting",
        "astana-01",
        None,
        "held",
    )
    assert [(line.party, line.role, line.head) for line in found.lines] == [("Russia", "guarantor", "Sergey Lavrov")]
    assert [line.text for line in found.outcomes] == ["Memorandum on zones", "A mechanism for the ceasefire"]
    assert [line.topics for line in found.outcomes] == [(), ("Ceasefire",)]
    assert [line.uid for line in found.quotes] == [talks.quote]
    assert [(line.record_kind, line.value, line.adopted) for line in found.readings] == [("outcome", "adopted", False)]
    assert [(note.record_uid, note.body, note.author) for note in found.notes] == [(talks.line, "Look again", "Ada")]
    assert [source.uid for source in found.sources] == [talks.source]
    assert found.sources[0].has_text


def test_another_meeting_shows_nothing_of_it(page, library, talks):
    other = library.meetings.add(kind="summit", title="Sochi")
    found = page(other)
    assert (found.lines, found.outcomes, found.quotes, found.cites, found.sources) == ([], [], [], [], [])


def test_an_event_has_its_note_as_summary_and_its_place_as_city(page, library):
    uid = library.events.add(
        kind="detainee-exchange", title="Exchange", happened="2018-11", place="Al-Bab", note="Twenty"
    )
    facts = page(uid).facts
    assert (facts.record, facts.starts, facts.ends, facts.city, facts.summary) == (
        "event", "2018-11", "2018-11", "Al-Bab", "Twenty",
    )  # fmt: skip


def test_citations_on_readings_and_notes_are_of_the_page_too(page, library, talks):
    reading = library.readings.add(
        Record("meeting", talks.meeting), field="starts", about="the day", value="2017-01-22"
    )
    note = library.notes.add(Record("quote", talks.quote), body="See")
    for record in (Record("reading", reading), Record("note", note), Record("participation", talks.line)):
        library.citations.add(record, source=talks.source)
    assert [cite.record_kind for cite in page().cites] == ["participation", "reading", "quote", "note"]


def test_sources_stand_once_in_the_order_in_which_the_page_cites_them(page, library, talks):
    first = library.sources.add(title="Cited above the quotes")
    library.citations.add(Record("meeting", talks.meeting), field="starts", source=first)
    library.citations.add(Record("outcome", talks.ceasefire), source=talks.source)
    assert [source.uid for source in page().sources] == [first, talks.source]
    assert not page().sources[0].has_text


def test_a_recalled_value_has_a_citation_without_a_source(page, library, talks):
    library.citations.add(Record("participation", talks.line))
    recalled = [cite for cite in page().cites if cite.basis == "recalled"]
    assert [(cite.record_kind, cite.source) for cite in recalled] == [("participation", None)]


def test_what_is_gone_says_so_in_a_sentence(page, library, talks):
    library.meetings.remove(talks.meeting)
    with pytest.raises(Gone, match="no longer in the library"):
        page()


def test_more_sources_than_one_query_takes_are_all_read(page, library, talks):
    with library.revise("Cite much"):
        for number in range(1200):
            source = library.sources.add(title=f"Source {number}")
            library.citations.add(Record("meeting", talks.meeting), source=source)
    assert [source.title for source in page().sources][:-1] == [f"Source {number}" for number in range(1200)]


def test_a_dropped_read_stops(library, talks):
    cancel = Cancel()
    cancel()
    with pytest.raises(Cancelled):
        meeting_page.read(library, talks.meeting, cancel)


def test_notes_on_all_that_the_page_shows_are_on_it(page, library, talks):
    line = library.notes.add(Record("participation", talks.line), field="head_id", body="Look again")
    reading = library.readings.add(Record("outcome", talks.memorandum), about="the act", value="adopted")
    on_reading = library.notes.add(Record("reading", reading), body="Which?")
    reply = library.notes.add(Record("note", line), body="I did")
    passage = library.notes.add_on_passage(talks.source, 4, 13, "Who?")
    library.notes.add_on_passage(library.sources.add(title="Not cited here", text="Other words"), 0, 5, "Not here")
    library.notes.add(Record("person", talks.lavrov), body="Not here")
    assert [(note.uid, note.title) for note in page().notes] == [
        (line, "Russia"), (on_reading, "the act"), (reply, "Look again"), (passage, "Joint statement"),
    ]  # fmt: skip
    first, *_, last = page().notes
    assert (first.field, first.author, first.passage, len(first.day)) == ("head_id", "Ada", None, 10)
    assert (last.record_kind, last.passage, last.citation) == (
        "source", "ministers", library.notes.get(passage).citation_id,
    )  # fmt: skip


def test_tags_stand_beside_what_has_them(page, library, talks):
    assert page().tags == {}
    first, second = library.tags.add(name="zones", colour="#a03c2e"), library.tags.add(name="doubt")
    meeting, outcome = Record("meeting", talks.meeting), Record("outcome", talks.ceasefire)
    library.tags.put(first, outcome)
    library.tags.put(second, outcome, meeting, Record("person", talks.lavrov))
    assert {record: [tag.name for tag in tags] for record, tags in page().tags.items()} == {
        outcome: ["zones", "doubt"], meeting: ["doubt"],
    }  # fmt: skip


def test_the_best_of_what_a_value_cites_is_what_shows_its_sentence(page, library, talks):
    record = Record("meeting", talks.meeting)
    library.citations.add(record, basis="recalled", field="number")
    recalled = page().best_cite(["number"])
    assert recalled is not None
    assert recalled.source is None
    library.citations.add(record, source=talks.source, field="number", relation="contradicts")
    library.citations.add(record, source=talks.source, field="number")
    passage = library.citations.add(record, source=talks.source, field="number", starts=0, ends=5)
    best = page().best_cite(["number"])
    assert best is not None
    assert best.uid == passage
    assert page().best_cite(["venue"]) is None
