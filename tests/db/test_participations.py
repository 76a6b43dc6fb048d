import pytest

from db.errors import BadValue, Gone


def test_one_person_leads_one_delegation_of_a_meeting(library, talks):
    line = {"meeting": talks.meeting, "party": talks.turkey, "role": "guarantor", "attendance": "reported"}
    with pytest.raises(BadValue, match="Sergey Lavrov leads the delegation of Russia at this meeting already"):
        library.participations.add(**line, head=talks.lavrov)
    uid = library.participations.add(**line)
    with pytest.raises(BadValue, match="leads the delegation"):
        library.participations.edit(uid, head=talks.lavrov)
    other = library.meetings.add(kind="round", number=2, title="Second round")
    library.participations.edit(uid, meeting=other, head=talks.lavrov)
    with pytest.raises(BadValue, match="leads the delegation"):
        library.participations.edit(uid, meeting=talks.meeting)


def test_one_party_may_have_two_lines_under_one_head(library, talks):
    library.participations.add(
        meeting=talks.meeting, party=talks.russia, role="host", attendance="reported", head=talks.lavrov
    )
    assert [line.role for line in library.participations.of_meeting(talks.meeting)] == ["guarantor", "host"]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"role": "guest"}, "“guest” is not a role"),
        ({"role": None}, "A participant line needs a role"),
        ({"attendance": "seen"}, "“seen” is not an attendance"),
        ({"meeting": None}, "needs a meeting"),
        ({"party": None}, "needs a party"),
    ],
)
def test_a_wrong_line_is_refused(library, talks, given, sentence):
    with pytest.raises(BadValue, match=sentence):
        library.participations.edit(talks.line, **given)


def test_a_removed_person_cannot_lead(library, talks):
    with pytest.raises(Gone, match="This head of delegation is no longer in the library"):
        library.participations.edit(talks.line, head="nobody")


def test_several_lines_are_edited_as_one_step(library, talks):
    other = library.participations.add(
        meeting=talks.meeting, party=talks.turkey, role="guarantor", attendance="reported"
    )
    with library.revise("Set role of 2 participants"):
        for uid in (talks.line, other):
            library.participations.edit(uid, role="observer")
    library.undo()
    assert {line.role for line in library.participations.of_meeting(talks.meeting)} == {"guarantor"}
