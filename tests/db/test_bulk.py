"""Several records at once: one revision, all of it or nothing."""

import pytest

from db import Cancel, bulk
from db.errors import BadValue, Gone, InUse
from db.new_names import New
from db.references import Record
from tests.db.first_talks import digest, fill, newest, results


@pytest.fixture(autouse=True)
def talks(library):
    fill(library)


def outcomes(*numbers):
    return [Record("outcome", f"o{number}") for number in numbers]


def test_several_outcomes_take_an_act_topics_and_tags_in_one_step(library):
    before = digest(library)
    topics = ["t1", New("topic", "Prisoners")]
    bulk.edit(library, "outcome", ["o1", "o3"], {"act": "signed"}, add_topics=topics, add_tags=["g1"])
    assert newest(library) == "Edit 2 outcomes: act, topics, tags"
    assert [library.outcomes.get(uid).act for uid in ("o1", "o2", "o3")] == ["signed", "agreed", "signed"]
    assert [topic.label for topic in library.outcomes.topics("o3")] == ["Hotline", "Prisoners"]
    assert [tag.name for tag in library.tags.on(Record("outcome", "o1"))] == ["to check"]
    bulk.edit(library, "outcome", ["o1", "o3"], {}, take_topics=["t1"], take_tags=["g1"])
    assert [topic.label for topic in library.outcomes.topics("o3")] == ["Prisoners"]
    library.undo()
    library.undo()
    assert digest(library) == before


def test_a_new_name_in_a_field_is_made_once_for_all(library):
    bulk.edit(library, "participation", ["l2"], {"party": New("party", "Country C", "state")})
    library.quotes.add(meeting="m1", form="direct", text="Yes", uid="q1")
    library.quotes.add(meeting="m1", form="direct", text="No", uid="q2")
    bulk.edit(library, "quote", ["q1", "q2"], {"speaker": New("person", "Ada"), "said_on": "2031-03"})
    assert newest(library) == "Edit 2 quotes: speaker, said on"
    assert [person.name for person in library.people.all(Cancel())] == ["Ada", "Bo Example"]
    assert library.quotes.get("q1").speaker_id == library.quotes.get("q2").speaker_id is not None


def test_many_fields_are_counted_in_the_label(library):
    given = {"act": "signed", "actor": "all", "note": "?", "act_as_worded": "signed it"}
    bulk.edit(library, "outcome", ["o1"], given)
    assert newest(library) == "Edit 1 outcome: 4 fields"


def test_what_is_so_already_makes_no_step(library):
    before = newest(library)
    bulk.edit(library, "outcome", ["o1", "o2"], {"act": "agreed"}, take_tags=["g1"])
    assert newest(library) == before


def test_a_sitting_is_one_step_and_what_is_so_already_is_none_to_go_on_with(library):
    before, steps = digest(library), len(library.history.steps(Cancel()))
    first = bulk.edit(library, "outcome", ["o1", "o2"], {"act": "signed"})
    assert bulk.edit(library, "outcome", ["o1", "o2"], {"act": "adopted"}, into=first) == first
    assert len(library.history.steps(Cancel())) == steps + 1
    library.undo()
    assert digest(library) == before
    assert bulk.edit(library, "outcome", ["o1", "o2"], {"act": "agreed"}) == 0


def test_a_refusal_names_the_record_and_leaves_all_as_it_was(library):
    before = digest(library)
    with pytest.raises(BadValue, match=r"“Country B”: Bo Example leads the delegation of Country A") as error:
        bulk.edit(library, "participation", ["l1", "l2"], {"head": "bo", "role": "observer"})
    assert error.value.field == "head"
    with pytest.raises(Gone, match="This outcome is no longer"):
        bulk.edit(library, "outcome", ["o1", "gone"], {"act": "signed"}, add_tags=[New("tag", "new")])
    assert digest(library) == before


def test_only_what_is_there_is_taken_off_and_only_outcomes_stand_under_topics(library):
    with pytest.raises(BadValue, match="There is no tag “odd” to take off"):
        bulk.edit(library, "outcome", ["o1"], {}, take_tags=[New("tag", "odd")])
    with pytest.raises(BadValue, match="Only outcomes stand under topics"):
        bulk.edit(library, "party", ["a"], {}, add_topics=["t1"])


def test_records_of_several_kinds_are_removed_in_one_step(library):
    before = digest(library)
    bulk.remove(library, [*outcomes(1), Record("participation", "l1")])
    assert newest(library) == "Remove 2 records"
    assert results(library) == ["Result 2", "Result 3", "Result 4"]
    library.undo()
    assert digest(library) == before
    bulk.remove(library, outcomes(2))
    assert newest(library) == "Remove outcome “Result 2”"


def test_a_meeting_is_removed_together_with_what_it_holds(library):
    bulk.remove(library, [*outcomes(1), Record("meeting", "m1"), Record("party", "a"), *outcomes(1)])
    assert library.outcomes.all(Cancel()) == []


def test_the_first_that_others_need_is_named_and_nothing_is_removed(library):
    before = digest(library)
    with pytest.raises(InUse, match="The party “Country A” cannot be removed: 1 participant line refers to it"):
        bulk.remove(library, [*outcomes(1), Record("party", "a"), Record("party", "b")])
    assert digest(library) == before
    bulk.remove(library, [Record("party", "a"), Record("participation", "l1")])


def test_several_outcomes_move_together(library):
    bulk.move(library, outcomes(1, 2), 3)
    assert results(library) == ["Result 3", "Result 4", "Result 1", "Result 2"]
    assert newest(library) == "Move 2 outcomes"
    bulk.move(library, outcomes(4, 4), 1)
    assert results(library) == ["Result 4", "Result 3", "Result 1", "Result 2"]
    assert newest(library) == "Move outcome"
    bulk.move(library, outcomes(3, 1), 99)
    assert results(library) == ["Result 4", "Result 2", "Result 3", "Result 1"]


def test_what_has_no_order_or_not_one_meeting_is_not_moved(library):
    library.meetings.add(kind="round", title="Other talks", uid="m2")
    library.outcomes.add(meeting="m2", act="agreed", text="Elsewhere", uid="o9")
    for records, words in (
        ([Record("party", "a")], "has no place in an order"),
        ([*outcomes(1), Record("party", "a")], "Only records of one kind"),
        (outcomes(1, 9), "Only records of one meeting"),
    ):
        with pytest.raises(BadValue, match=words):
            bulk.move(library, records, 1)


def test_nothing_chosen_is_nothing_done(library):
    before = newest(library)
    bulk.remove(library, [])
    bulk.move(library, [], 1)
    bulk.edit(library, "outcome", [], {"act": "signed"})
    assert bulk.duplicate(library, []) == []
    assert newest(library) == before
