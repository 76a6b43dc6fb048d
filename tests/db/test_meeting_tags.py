import pytest

from db import Cancel, meeting_list, meeting_tags
from db.references import Record


@pytest.fixture
def tags(library):
    """A wide tag and one below it, by name."""
    wide = library.tags.add(name="zones", colour="#a03c2e")
    return {"zones": wide, "idlib": library.tags.add(name="idlib", parent=wide)}


def read(library):
    return meeting_tags.read(library, Cancel())


def key(library, uid):
    return library.tags.get(uid).id


def test_a_library_without_tags_has_none(library, talks):
    assert read(library) == ({}, [], {})


@pytest.mark.parametrize("part", ["meeting", "participation", "outcome", "quote", "reading", "note", "citation"])
def test_a_tag_on_any_part_counts_for_the_meeting(library, talks, tags, part):
    uids = {
        "meeting": talks.meeting, "participation": talks.line, "outcome": talks.ceasefire, "quote": talks.quote,
        "citation": talks.citation,
        "reading": library.readings.add(Record("outcome", talks.ceasefire), about="the act", value="agreed"),
        "note": library.notes.add(Record("quote", talks.quote), body="Compare"),
    }  # fmt: skip
    library.tags.put(tags["idlib"], Record(part, uids[part]))
    found = read(library)
    assert [mark.name for mark in found.on[talks.meeting]] == ["idlib"]
    assert found.found_on([key(library, tags["idlib"])]) == {talks.meeting}
    assert found.found_on([key(library, tags["zones"])]) == {talks.meeting}
    assert [(choice.name, choice.level, choice.number) for choice in found.choices] == [
        ("zones", 0, 1),
        ("idlib", 1, 1),
    ]


def test_a_wider_tag_is_not_found_under_a_narrower_one(library, talks, tags):
    library.tags.put(tags["zones"], Record("meeting", talks.meeting))
    assert read(library).found_on([key(library, tags["idlib"])]) == frozenset()


def test_own_tags_of_a_meeting_stand_before_those_of_its_parts(library, talks):
    for name, record in (("a", Record("quote", talks.quote)), ("b", Record("meeting", talks.meeting))):
        library.tags.put(library.tags.add(name=name), record)
    assert [mark.name for mark in read(library).on[talks.meeting]] == ["b", "a"]


def test_events_have_tags_and_people_count_for_no_meeting(library, talks, tags):
    event = library.events.add(kind="other", title="Event")
    library.tags.put(tags["zones"], Record("event", event), Record("person", talks.lavrov))
    found = read(library)
    assert set(found.on) == {event}
    assert found.found_on([key(library, tags["zones"])]) == {event}


def test_the_list_is_narrowed_to_meetings_with_a_tag(library, talks, tags):
    library.meetings.add(uid="astana-02", kind="round", number=2, title="Second round")
    library.tags.put(tags["idlib"], Record("meeting", "astana-02"))
    rows = meeting_list.lines(library, Cancel())
    among = read(library).found_on([key(library, tags["zones"])])
    assert [row.uid for row in meeting_list.narrow(rows, {}, "", frozenset(), among)] == ["astana-02"]
    assert meeting_list.narrow(rows, {}, "", frozenset({"summit"}), among) == []
