"""A passage can be cited for any record that is found by its words, and for each of its fields."""

import pytest

from db import cite_targets
from db.cancel import Cancel
from db.errors import Gone
from db.references import Record


@pytest.fixture
def find(library, talks):
    return lambda text: cite_targets.find(library, text, Cancel())


def test_a_meeting_offers_all_that_it_holds_but_notes_and_rows_that_add(library, talks):
    library.notes.add(Record("meeting", talks.meeting), body="Which?")
    reading = library.readings.add(Record("meeting", talks.meeting), about="the day", value="2017-01-22")
    lines = cite_targets.of_meeting(library, talks.meeting, Cancel())
    assert [line.record for line in lines] == [
        Record("meeting", talks.meeting), Record("participation", talks.line), Record("outcome", talks.memorandum),
        Record("outcome", talks.ceasefire), Record("quote", talks.quote), Record("reading", reading),
    ]  # fmt: skip


def test_an_event_offers_itself_and_what_is_gone_nothing(library):
    event = library.events.add(kind="other", title="Exchange")
    assert [line.record for line in cite_targets.of_meeting(library, event, Cancel())] == [Record("event", event)]
    assert cite_targets.of_meeting(library, "none", Cancel()) == []


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("first ROUND", "meeting", "meeting"), ("memorandum", "outcome", "memorandum"), ("russ", "party", "russia"),
        ("lavrov", "person", "lavrov"), ("russia first", "participation", "line"), ("military sol", "quote", "quote"),
        ("cease", "topic", "topic"),
    ],
)  # fmt: skip
def test_records_are_found_by_their_words(find, talks, text, kind, name):
    assert Record(kind, getattr(talks, name)) in [line.record for line in find(text)]


def test_words_that_are_nowhere_find_nothing_and_no_words_neither(find):
    assert find("zzz") == find("") == find("  ") == find("“”") == []


def test_only_so_many_of_a_kind_are_found(library, talks, find):
    with library.revise("Add many"):
        for number in range(100):
            library.people.add(name=f"Russian {number}")
    kinds = [line.record.kind for line in find("russia")]
    assert kinds.count("person") == cite_targets.MOST
    assert kinds.count("party") == 1


def test_fields_come_with_their_values_and_how_often_they_are_cited(library, talks):
    library.citations.add(Record("participation", talks.line), field="head_id", source=talks.source)
    library.citations.add(Record("participation", talks.line), source=talks.source)
    fields = {one.column: one for one in cite_targets.fields(library, Record("participation", talks.line), Cancel())}
    assert (fields[None].value, fields[None].cited) == ("Russia", 1)
    assert (fields["head_id"].label, fields["head_id"].value) == ("Head of delegation", "Sergey Lavrov")
    assert (fields["head_id"].cited, fields["role"].cited) == (1, 0)
    assert fields["role"].value == "guarantor"
    assert not {"uid", "id", "record_kind", "position"} & fields.keys()


@pytest.mark.parametrize("kind", cite_targets.CITABLE)
def test_every_field_offered_can_be_cited(library, talks, kind):
    made = {
        "event": lambda: library.events.add(kind="other", title="Exchange"),
        "reading": lambda: library.readings.add(Record("meeting", talks.meeting), about="day", value="2"),
        "alias": lambda: library.aliases.add(record_kind="term", canonical="zone", form="area"),
    }
    there = {"meeting": talks.meeting, "participation": talks.line, "outcome": talks.ceasefire, "quote": talks.quote,
             "party": talks.russia, "person": talks.lavrov, "topic": talks.topic}  # fmt: skip
    record = Record(kind, there.get(kind) or made[kind]())
    for one in cite_targets.fields(library, record, Cancel()):
        library.citations.add(record, field=one.column, source=talks.source)


def test_a_record_that_is_gone_says_so(library):
    with pytest.raises(Gone):
        cite_targets.fields(library, Record("meeting", "none"), Cancel())
