import pytest

from db import Cancel, bulk, record_form, record_titles
from db.record_titles import Named
from db.references import Record
from db.vocabulary import RECORD_KINDS


@pytest.fixture
def everything(library, talks):
    """A record of each kind."""
    reading = library.readings.add(Record("participation", talks.line), about="who led", value="Ada")
    note = library.notes.add(Record("reading", reading), body="Compare")
    alias = library.aliases.add(record_kind="person", record_uid=talks.lavrov, form="Lawrow")
    with library.reading() as conn:
        (uid,) = conn.execute("SELECT value FROM library WHERE key = 'uid'").fetchone()
    return {
        "meeting": talks.meeting, "event": library.events.add(kind="other", title="An exchange"),
        "party": talks.russia, "person": talks.lavrov, "participation": talks.line, "outcome": talks.ceasefire,
        "topic": talks.topic, "quote": talks.quote, "source": talks.source, "citation": talks.citation,
        "reading": reading, "alias": alias, "note": note,
        "tag": library.tags.add(name="zones"), "search": library.searches.add(query="zones"), "library": uid,
    }  # fmt: skip


def test_every_kind_has_a_title_and_its_meeting(library, talks, everything):
    assert set(everything) == set(RECORD_KINDS)
    with library.reading() as conn:
        found = record_titles.named(conn, {Record(*item) for item in everything.items()})
    at = (talks.meeting, "First round")
    assert {record.kind: named for record, named in found.items()} == {
        "meeting": Named("First round", *at), "event": Named("An exchange", everything["event"], "An exchange"),
        "party": Named("Russia"), "person": Named("Sergey Lavrov"), "participation": Named("Russia", *at),
        "outcome": Named("A mechanism for the ceasefire", *at), "topic": Named("Ceasefire"),
        "quote": Named("No military solution", *at), "source": Named("Joint statement"),
        "citation": Named("No military solution", *at), "reading": Named("who led", *at), "alias": Named("Lawrow"),
        "note": Named("Compare", *at), "tag": Named("zones"), "search": Named("zones"), "library": Named("Talks"),
    }  # fmt: skip


def test_a_citation_without_a_source_is_there_and_can_be_worked_with(library, talks):
    recalled = Record("citation", library.citations.add(Record("meeting", talks.meeting)))
    worded = Record("citation", library.citations.add(Record("meeting", talks.meeting), as_worded="the 23rd"))
    with library.reading() as conn:
        found = record_titles.named(conn, {recalled, worded})
    assert (found[recalled].title, found[worded].title) == ("recalled, no source", "the 23rd")
    note = library.notes.add(Record("meeting", talks.meeting), body="Who?")
    record_form.store(library, Record("note", note), {"citation": recalled.uid})
    assert record_form.read(library, recalled, Cancel()).title == "recalled, no source"
    library.notes.remove(note)
    bulk.remove(library, [recalled])
    assert [removed.title for removed in library.history.removed(Cancel())] == ["recalled, no source", "Who?"]
    library.citations.remove(worded.uid)
    assert library.history.title(worded) == "the 23rd"


def test_what_is_gone_is_left_out(library):
    with library.reading() as conn:
        assert record_titles.named(conn, {Record("quote", "none"), Record("note", "none")}) == {}


def test_a_passage_is_shown_on_the_page_that_cites_it_else_on_one_that_cites_its_source(library, talks):
    def meeting_citing(note):
        return record_titles.meeting_citing(library, library.notes.get(note).citation_id, Cancel())

    event = library.events.add(kind="other", title="An exchange")
    library.citations.add(Record("event", event), source=talks.source, starts=0, ends=8)
    early = library.notes.add_on_passage(talks.source, 4, 13, "Which?")
    late = library.notes.add_on_passage(talks.source, 60, 65, "Which?")
    assert (meeting_citing(early), meeting_citing(late)) == (event, talks.meeting)
    library.citations.remove(talks.citation)
    assert meeting_citing(late) == event
    other = library.sources.add(title="Not cited", text="Words")
    assert meeting_citing(library.notes.add_on_passage(other, 0, 5, "Which?")) is None
