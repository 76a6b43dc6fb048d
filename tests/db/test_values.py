"""Where a value is refused, the refusal says at which field."""

import pytest

from db import Cancel, record_form
from db.errors import BadValue, Broken, Conflict, InUse
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


@pytest.mark.parametrize(
    ("verb", "given", "sentence"),
    [
        ("readings", {"about": "", "value": "A"}, "A reading needs a point in dispute: it cannot be empty."),
        ("aliases", {"form": "x"}, "A spelling needs a kind: it cannot be empty."),
        ("topics", {"label": "x"}, "A topic needs a short name: it cannot be empty."),
        ("quotes", {"form": "direct", "said_on": "20\0"}, "“Said on” holds a NUL character, which no text can keep."),
        ("quotes", {"form": "direct", "said_on": 2018}, "“Said on” must hold a date."),
        ("quotes", {"form": "loud"}, "“loud” is not a form: choose one of direct, indirect."),
        ("meetings", {"number": 2**70}, "“Number” holds too large a number."),
    ],
)
def test_a_refusal_calls_a_field_as_its_form_does(library, talks, verb, given, sentence):
    on = (Record("meeting", talks.meeting),) if verb == "readings" else ()
    with pytest.raises(BadValue) as error:
        getattr(library, verb).add(*on, **given)
    assert str(error.value).startswith(sentence)


def test_sets_are_spoken_of_as_their_fields(library, talks):
    with pytest.raises(BadValue, match="“Tags” holds a NUL character"):
        record_form.store(library, Record("quote", talks.quote), {"tags": ("a\0b",)})


def test_several_records_that_are_in_use_are_spoken_of_as_several(library, talks):
    other = library.people.add(name="Ada")
    library.quotes.add(form="direct", text="Words", speaker=other)
    with pytest.raises(InUse, match="These people cannot be removed: 1 participant line and 2 quotes refer to them"):
        library.people.remove(talks.lavrov, other)


def test_tags_are_spoken_of_as_tags(library, talks):
    library.tags.put(library.tags.add(name="seen"), Record("outcome", talks.ceasefire))
    library.outcomes.take_from(talks.ceasefire, talks.topic)

    def write():
        with library.revise("By hand") as db:
            db.conn.execute("DELETE FROM outcomes WHERE uid = ?", [talks.ceasefire])

    with pytest.raises(Broken, match="1 tag stands on what it would remove"):
        write()


def test_a_tag_in_use_is_not_taken_back_and_the_sentence_speaks_of_records(library, talks):
    tag = library.tags.add(name="seen")
    added = library.history.steps(Cancel(), limit=1)[0].id
    library.tags.put(tag, Record("quote", talks.quote))
    with pytest.raises(Conflict, match="a tagged record would refer to a tag that is not in the library"):
        library.take_back(added)
