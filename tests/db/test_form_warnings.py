"""What looks like a slip in a form is told, and refused nowhere."""

import pytest

from db import Cancel, record_form
from db.records import new_uid
from db.references import Record


def values_of(library, kind, uid):
    return record_form.read(library, Record(kind, uid), Cancel()).values


def warned(library, kind, uid, **given):
    values = {} if uid is None else values_of(library, kind, uid)
    found = record_form.warnings(library, Record(kind, uid or new_uid()), values | given, Cancel())
    return [one.field for one in found]


def test_a_party_twice_in_one_role_is_told_and_not_refused(library, talks):
    line = {"meeting": talks.meeting, "party": talks.russia, "role": "guarantor"}
    assert warned(library, "participation", None, **line) == ["party"]
    assert warned(library, "participation", None, **line | {"role": "host"}) == []
    assert warned(library, "participation", talks.line) == []
    record_form.store(library, Record("participation", new_uid()), line | {"attendance": "reported"}, new=True)
    assert len(library.participations.of_meeting(talks.meeting)) == 2


def test_what_is_there_already_is_told(library, talks):
    assert warned(library, "person", None, name="Sergey Lavrov") == ["name"]
    assert warned(library, "person", talks.lavrov) == []
    assert warned(library, "party", None, name="Turkey") == ["name"]
    assert warned(library, "outcome", talks.ceasefire, text="Memorandum on zones") == ["text"]
    other = library.meetings.add(kind="round", title="Second round")
    assert warned(library, "outcome", None, meeting=other, text="Memorandum on zones") == []
    assert warned(library, "quote", None, meeting=talks.meeting, text="No military solution") == ["text"]
    assert warned(library, "topic", None, name="x") == []


def test_words_said_long_before_their_meeting_are_told(library, talks):
    assert warned(library, "quote", talks.quote, said_on="2007-01-24") == ["said_on"]
    assert warned(library, "quote", talks.quote, said_on="2016-12-31") == []
    assert warned(library, "quote", talks.quote, said_on=None, meeting=None) == []
    new_year = library.meetings.add(kind="round", title="In the new year", starts="2018-01-01")
    for said, told in (("2017", []), ("2017-01", []), ("2016", ["said_on"]), ("2016-12-31", ["said_on"])):
        assert warned(library, "quote", None, meeting=new_year, said_on=said) == told


def test_a_source_looked_at_before_it_was_published_is_told(library, talks):
    assert warned(library, "source", None, title="A", published="2030-05-04", accessed="2030-05-03") == ["accessed"]
    assert warned(library, "source", None, title="A", published="2030-05-04", accessed="2030-05") == []
    assert warned(library, "source", None, title="A", published="2030", accessed="2030-05-03") == []


@pytest.mark.parametrize(
    ("language", "told"), [("English", ["language"]), ("EN", ["language"]), ("fa", []), (None, [])]
)
def test_a_language_that_is_not_two_small_letters_is_told(library, talks, language, told):
    assert warned(library, "source", None, title="A", language=language) == told


def test_what_hangs_on_the_text_of_a_source_is_told_before_and_after_it_is_changed(library, talks):
    def told():
        values = values_of(library, "source", talks.source)
        return record_form.warnings(library, Record("source", talks.source), values, Cancel())

    assert [(one.field, one.page) for one in told()] == [("text", "")]
    assert told()[0].sentence.startswith("1 passage is cited from this text;")
    library.sources.edit(talks.source, text="Nothing of it.")
    assert [(one.field, one.page) for one in told()] == [("text", "anchors")]
    assert told()[0].sentence == ("1 passage that is cited from this text lost its place and waits to be looked at.")
    library.citations.remove(talks.citation)
    assert told() == []
