"""Participants, outcomes and points in dispute of all meetings, each with the meeting on whose page it stands."""

import pytest

from db import registers
from db.cancel import Cancel
from db.references import Record


@pytest.fixture
def listed(library, talks):
    library.meetings.add(uid="early", kind="summit", title="Summit", starts="2016-12")
    library.participations.add(meeting="early", party=talks.turkey, role="host", attendance="announced", uid="l0")
    return lambda name: registers.lines(library, name, Cancel())


def test_participants_stand_under_their_meetings_the_first_one_first(listed, talks):
    first, second = listed("participants")
    assert (first.section, first.lead, first.title) == ("Summit · December 2016", "host", "Turkey")
    assert first.detail == "head not known · announced only"
    assert first.facets == {"role:host", "attendance:announced"}
    assert (second.record, second.meeting) == (Record("participation", talks.line), talks.meeting)


def test_outcomes_stand_in_the_order_of_their_meeting(listed, talks):
    lines = listed("outcomes")
    assert [(line.record.uid, line.lead, line.detail) for line in lines] == [
        (talks.memorandum, "signed", "no topic"), (talks.ceasefire, "agreed", "Ceasefire"),
    ]  # fmt: skip
    assert lines[0].facets == {"act:signed"}


def test_points_in_dispute_stand_together_with_the_place_of_each(listed, library, talks):
    for record, value, adopted in (
        (Record("meeting", talks.meeting), "24 January", True),
        (Record("meeting", "early"), "1 December", False),
        (Record("meeting", talks.meeting), "25 January", False),
    ):
        library.readings.add(record, about="the last day", value=value, adopted=adopted)
    lines = listed("disputes")
    assert [(line.section, line.lead, line.title, line.meeting) for line in lines] == [
        ("The last day · First round", "we follow", "24 January", talks.meeting),
        ("The last day · First round", "", "25 January", talks.meeting),
        ("The last day · Summit", "", "1 December", "early"),
    ]


@pytest.mark.parametrize("name", registers.FACETS)
def test_every_facet_of_a_line_has_a_word(listed, name):
    words = {f"{facet}:{key}" for facet, (_, choices) in registers.FACETS[name].items() for key in choices}
    for line in listed(name):
        assert line.facets <= words
        assert len(line.facets) == len(registers.FACETS[name])
