"""The list of all that a meeting holds."""

import pytest

from db import Cancel, work_list
from db.errors import Gone
from db.references import Record
from tests.db.first_talks import fill

MEETING = Record("meeting", "m1")


@pytest.fixture(autouse=True)
def talks(library):
    fill(library)


def listed(library, section):
    return [line for line in work_list.lines(library, MEETING, Cancel()) if line.section == section]


def test_a_meeting_has_its_sections_in_order_each_with_a_row_that_adds(library):
    library.quotes.add(meeting="m1", speaker="bo", form="indirect", text="More talks will follow", said_on="2031-03")
    found = work_list.lines(library, MEETING, Cancel())
    assert list(dict.fromkeys(line.section for line in found)) == [
        "Meeting", "Participants", "Outcomes", "Quotes", "Sources disagree", "Notes",
    ]  # fmt: skip
    here, on = {"meeting": "m1"}, {"record": ("meeting", "m1")}
    assert [line.add for line in found if line.add] == [
        ("participation", here), ("outcome", here), ("quote", here), ("reading", on), ("note", on),
    ]  # fmt: skip
    assert (found[0].title, found[0].detail) == ("First talks", "Round 1 · 2 March 2031")
    assert listed(library, "Quotes")[0][4:6] == ("More talks will follow", "Bo Example · March 2031")


def test_participants_stand_by_role_with_their_heads(library):
    library.participations.edit("l1", role="observer", head_title="Minister")
    found = listed(library, "Participants")
    assert [line.title for line in found] == ["Country B", "Country A", "Add participant"]
    assert [line.detail for line in found[:2]] == ["head not known · reported", "Bo Example · Minister · reported"]


def test_outcomes_stand_in_order_with_topics_tags_and_notes(library):
    library.outcomes.put_under("o1", library.topics.add(name="Zones"), "t1")
    library.tags.put("g1", Record("outcome", "o1"))
    library.tags.put(library.tags.add(name="read"), Record("outcome", "o1"))
    library.notes.add(Record("outcome", "o1"), body="Look again", field="act")
    library.outcomes.move("o1", 2)
    found = listed(library, "Outcomes")
    assert [line.title for line in found] == ["Result 2", "Result 1", "Result 3", "Result 4", "Add outcome"]
    assert [line.lead for line in found] == ["agreed"] * 4 + [""]
    assert (found[1].detail, found[1].notes, found[1].tags) == ("Zones / Hotline", 1, ("#a03c2e", ""))
    assert (found[0].detail, found[0].notes, found[0].tags) == ("no topic", 0, ())


def test_notes_on_any_part_say_what_they_stand_on(library):
    note = library.notes.add(Record("outcome", "o1"), body="Look again", field="act")
    reading = library.readings.add(Record("participation", "l1"), about="who led", value="Bo", adopted=True)
    library.notes.add(Record("reading", reading), body="Odd")
    library.notes.add(Record("note", note), body="I did")
    library.notes.add(Record("party", "a"), body="On no part of the meeting")
    found = listed(library, "Notes")
    assert [(line.lead, line.title, line.notes) for line in found[:-1]] == [
        ("on outcome", "Look again", 1), ("on reading", "Odd", 0), ("on note", "I did", 0),
    ]  # fmt: skip
    assert found[0].detail.startswith("“Result 1” · field “Act” · Ada · ")
    followed = listed(library, "Sources disagree")[0]
    assert (followed.lead, followed.title, followed.detail) == ("we follow", "Bo", "who led")


def test_notes_on_citations_of_any_part_are_listed(library):
    source = library.sources.add(title="Statement", text="abcdef")
    reading = library.readings.add(Record("participation", "l1"), about="who led", value="Bo")
    for kind, uid in (("outcome", "o1"), ("reading", reading)):
        citation = library.citations.add(Record(kind, uid), source=source, starts=0, ends=3)
        library.notes.add(Record("citation", citation), body=f"On the citation of the {kind}")
    recalled = library.citations.add(Record("meeting", "m1"))
    library.notes.add(Record("citation", recalled), body="From memory")
    assert [(line.lead, line.title, line.detail.split(" · ")[0]) for line in listed(library, "Notes")[:-1]] == [
        ("on citation", "On the citation of the outcome", "“abc”"),
        ("on citation", "On the citation of the reading", "“abc”"),
        ("on citation", "From memory", "“recalled, no source”"),
    ]


def test_an_event_has_what_stands_on_it(library):
    event = Record("event", library.events.add(kind="other", title="A visit", happened="2031", place="Town"))
    found = work_list.lines(library, event, Cancel())
    assert [line.section for line in found] == ["Event", "Sources disagree", "Notes"]
    assert found[0].detail == "Other event · 2031 · Town"


def test_what_is_gone_has_no_list(library):
    for kind in ("meeting", "event"):
        with pytest.raises(Gone, match=f"This {kind} is no longer"):
            work_list.lines(library, Record(kind, "none"), Cancel())


def test_rows_say_in_how_many_sources_they_were_seen_as_the_registers_do(library):
    one, other = (library.sources.add(title=title) for title in ("Statement", "Press release"))
    first = library.citations.add(Record("outcome", "o1"), source=one)
    library.citations.add(Record("outcome", "o1"), source=other, field="act")
    library.citations.add(Record("participation", "l1"), source=one)
    found = {line.record: line for line in work_list.lines(library, MEETING, Cancel())}
    outcome = found[Record("outcome", "o1")]
    assert (outcome.tail, outcome.links[0].target) == ("2 sources", f"source row:{library.citations.get(first).id}")
    assert found[Record("participation", "l1")].tail == "1 source"
    assert found[MEETING].tail == ""
