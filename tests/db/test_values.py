"""Where a value is refused, the refusal says at which field."""

import pytest

from db.errors import BadValue
from db.references import Record


def refused(verb, *args, **given):
    with pytest.raises(BadValue) as error:
        verb(*args, **given)
    return error.value.field


@pytest.mark.parametrize(
    ("kind", "given", "field"),
    [
        ("meeting", {"ends": "2017-01-22"}, "ends"),
        ("meeting", {"starts": "2018", "ends": "2017"}, "ends"),
        ("meeting", {"starts": "January"}, "starts"),
        ("meeting", {"ends": "2017-02-30"}, "ends"),
        ("meeting", {"number": 0}, "number"),
        ("meeting", {"number": "one"}, "number"),
        ("meeting", {"title": " "}, "title"),
        ("meeting", {"kind": "party"}, "kind"),
        ("meeting", {"held": None}, "held"),
        ("participation", {"role": "guest"}, "role"),
        ("participation", {"party": None}, "party"),
        ("participation", {"meeting": ""}, "meeting"),
        ("outcome", {"text": None}, "text"),
        ("outcome", {"act": "sung"}, "act"),
        ("quote", {"said_on": "yesterday"}, "said_on"),
        ("quote", {"text": ""}, "text"),
        ("source", {"published": 2018}, "published"),
        ("citation", {"source": None}, "source"),
        ("citation", {"basis": "heard"}, "basis"),
        ("citation", {"ends": 1000}, "starts"),
        ("citation", {"exact": "other words"}, "exact"),
        ("person", {"name": "\0"}, "name"),
        ("topic", {"label": None}, "label"),
        ("topic", {"name": "zones"}, "name"),
    ],
)
def test_a_wrong_value_is_refused_at_its_field(library, talks, kind, given, field):
    library.topics.add(name="zones")
    uids = talks._asdict() | {"participation": talks.line, "person": talks.lavrov, "outcome": talks.ceasefire}
    assert refused(library.noun(kind).edit, uids[kind], **given) == field


def test_an_end_before_the_start_is_wrong_at_the_field_that_was_changed(library, talks):
    library.meetings.edit(talks.meeting, ends="2017-01-24")
    assert refused(library.meetings.edit, talks.meeting, starts="2017-01-25") == "starts"
    assert refused(library.meetings.edit, talks.meeting, starts="2017-01-25", ends="2017-01-24") == "ends"


def test_a_number_taken_twice_is_wrong_at_the_number(library, talks):
    assert refused(library.meetings.add, kind="round", number=1, title="Another") == "number"
    other = library.meetings.add(kind="summit", number=1, title="Summit")
    assert refused(library.meetings.edit, other, kind="round") == "number"
    library.events.add(kind="other", number=3, title="Event")
    assert refused(library.events.add, kind="other", number=3, title="Event") == "number"


def test_who_leads_two_delegations_is_wrong_at_the_head(library, talks):
    line = {"meeting": talks.meeting, "party": talks.turkey, "role": "guarantor", "attendance": "reported"}
    assert refused(library.participations.add, **line, head=talks.lavrov) == "head"


def test_a_tree_and_the_names_in_it_are_wrong_at_their_fields(library, talks):
    below = library.tags.add(name="below", parent=library.tags.add(name="above"))
    above = library.tags.get(below).parent_id
    uid = next(tag.uid for tag in library.tags.page([above]) if tag)
    assert refused(library.tags.edit, uid, parent=below) == "parent"
    assert refused(library.tags.add, name="above") == "name"
    assert refused(library.tags.edit, uid, colour="red") == "colour"


def test_spellings_notes_and_readings_are_wrong_at_their_fields(library, talks):
    assert refused(library.aliases.add, record_kind="party", canonical="x", form="x") == "record_uid"
    assert refused(library.aliases.add, record_kind="place", record_uid="x", canonical="x", form="x") == "record_uid"
    library.aliases.add(record_kind="term", canonical="zone", form="Zone")
    assert refused(library.aliases.add, record_kind="term", canonical="zone", form="Zone") == "form"
    on = Record("meeting", talks.meeting)
    assert refused(library.notes.add, on, body="b", field="colour") == "field"
    assert refused(library.notes.add, on, body="b", citation=talks.citation) == "citation"
    assert refused(library.readings.add, on, about="day") == "value"
    assert refused(library.outcomes.move, talks.ceasefire, 0) == "position"


def test_a_refusal_stays_short_whatever_the_text(library, talks):
    long = "x" * 100_000
    library.people.edit(talks.lavrov, name=long)
    line = {"meeting": talks.meeting, "party": talks.turkey, "role": "guarantor", "attendance": "reported"}
    for verb, given in (
        (library.participations.add, line | {"head": talks.lavrov}),
        (library.meetings.add, {"kind": long, "title": "x"}),
        (library.meetings.add, {"kind": "round", "title": "x", "number": long}),
        (library.meetings.add, {"kind": "round", "title": "x", "starts": long}),
        (library.tags.add, {"name": "x", "colour": long}),
    ):
        with pytest.raises(BadValue) as error:
            verb(**given)
        assert len(str(error.value)) < 250
