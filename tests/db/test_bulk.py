"""Several records at once: one revision, all of it or nothing, a copy right after its original."""

import pytest

from db import Library, bulk, registers, work_list
from db.cancel import Cancel
from db.digest import content_digest
from db.errors import BadValue, Gone, InUse
from db.new_names import New
from db.references import Record


@pytest.fixture
def library(tmp_path):
    with Library.create(tmp_path / "talks.parley", "Talks", author="Ada") as library:
        library.meetings.add(kind="round", title="First talks", number=1, uid="m1", starts="2031-03-02")
        library.parties.add(name="Country A", kind="state", uid="a")
        library.parties.add(name="Country B", kind="state", uid="b")
        library.people.add(name="Bo Example", uid="bo")
        library.topics.add(name="Hotline", uid="t1")
        library.tags.add(name="to check", uid="g1", colour="#a03c2e")
        for at in range(1, 5):
            library.outcomes.add(meeting="m1", act="agreed", text=f"Result {at}", uid=f"o{at}")
        library.participations.add(
            meeting="m1", party="a", role="guarantor", attendance="reported", head="bo", uid="l1"
        )
        library.participations.add(meeting="m1", party="b", role="guarantor", attendance="reported", uid="l2")
        yield library


def digest(library):
    with library.reading() as conn:
        return content_digest(conn)


def newest(library):
    return library.history.steps(Cancel(), limit=1)[0].label


def texts(library):
    return [outcome.text for outcome in library.outcomes.of_meeting("m1")]


def test_several_outcomes_take_an_act_topics_and_tags_in_one_step(library):
    before = digest(library)
    bulk.edit(
        library,
        "outcome",
        ["o1", "o3"],
        {"act": "signed"},
        add_topics=["t1", New("topic", "Prisoners")],
        add_tags=["g1"],
    )
    assert newest(library) == "Edit 2 outcomes: act"
    assert [library.outcomes.get(uid).act for uid in ("o1", "o2", "o3")] == ["signed", "agreed", "signed"]
    assert [topic.label for topic in library.outcomes.topics("o3")] == ["Hotline", "Prisoners"]
    assert [tag.name for tag in library.tags.on(Record("outcome", "o1"))] == ["to check"]
    bulk.edit(library, "outcome", ["o1", "o3"], {}, take_topics=["t1"], take_tags=["g1"])
    assert [topic.label for topic in library.outcomes.topics("o3")] == ["Prisoners"]
    library.undo()
    library.undo()
    assert digest(library) == before


def test_a_refusal_names_the_record_and_leaves_all_as_it_was(library):
    before = digest(library)
    with pytest.raises(BadValue, match=r"“Country B”: Bo Example leads the delegation of Country A") as error:
        bulk.edit(library, "participation", ["l1", "l2"], {"head": "bo", "role": "observer"})
    assert error.value.field == "head"
    assert digest(library) == before


def test_records_of_several_kinds_are_removed_in_one_step(library):
    before = digest(library)
    bulk.remove(library, [Record("outcome", "o1"), Record("participation", "l1")])
    assert newest(library) == "Remove 2 records"
    assert texts(library) == ["Result 2", "Result 3", "Result 4"]
    library.undo()
    assert digest(library) == before


def test_what_others_need_is_not_removed(library):
    with pytest.raises(InUse, match="The party “Country A” cannot be removed: 1 participant line refers to it"):
        bulk.remove(library, [Record("party", "a")])
    bulk.remove(library, [Record("party", "a"), Record("participation", "l1")])


def test_a_copy_stands_right_after_its_original_with_its_topics_and_tags(library):
    library.outcomes.put_under("o2", "t1")
    library.tags.put("g1", Record("outcome", "o2"))
    copies = bulk.duplicate(library, [Record("outcome", "o2")])
    assert texts(library) == ["Result 1", "Result 2", "Result 2", "Result 3", "Result 4"]
    assert library.outcomes.of_meeting("m1")[2].uid == copies[0].uid
    assert [topic.uid for topic in library.outcomes.topics(copies[0].uid)] == ["t1"]
    assert [tag.uid for tag in library.tags.on(copies[0])] == ["g1"]
    assert newest(library) == "Duplicate outcome"


@pytest.mark.parametrize(
    ("kind", "uid"),
    [("meeting", "m1"), ("party", "a"), ("person", "bo"), ("topic", "t1"), ("tag", "g1"), ("participation", "l2")],
)
def test_every_kind_can_be_copied_and_the_copy_undone(library, kind, uid):
    before = digest(library)
    (copy,) = bulk.duplicate(library, [Record(kind, uid)])
    assert library.noun(kind).get(copy.uid).uid == copy.uid
    library.undo()
    assert digest(library) == before


def test_a_line_whose_head_leads_already_is_copied_with_that_head(library):
    (copy,) = bulk.duplicate(library, [Record("participation", "l1")])
    assert library.participations.get(copy.uid).head_id is not None


def test_several_outcomes_move_together(library):
    bulk.move(library, [Record("outcome", "o1"), Record("outcome", "o2")], 3)
    assert texts(library) == ["Result 3", "Result 4", "Result 1", "Result 2"]
    assert newest(library) == "Move 2 outcomes"
    bulk.move(library, [Record("outcome", "o4")], 1)
    assert texts(library)[0] == "Result 4"
    with pytest.raises(BadValue, match="has no place in an order"):
        bulk.move(library, [Record("party", "a")], 1)


def test_the_work_list_has_all_that_a_meeting_holds_and_a_row_to_add_each(library):
    library.notes.add(Record("outcome", "o1"), body="Look again", field="act")
    library.readings.add(Record("meeting", "m1"), about="the day", value="2 March")
    found = work_list.lines(library, Record("meeting", "m1"), Cancel())
    assert found[0].title == "First talks"
    assert [line.title for line in found if line.section == "Participants"] == [
        "Country A",
        "Country B",
        "Add participant",
    ]
    assert [line.lead for line in found if line.section == "Outcomes"] == ["agreed"] * 4 + [""]
    assert [line.notes for line in found if line.section == "Outcomes"] == [1, 0, 0, 0, 0]
    assert next(line.detail.partition(" · ")[0] for line in found if line.section == "Notes") == "on the field “Act”"
    assert [line.add[0] for line in found if line.add] == ["participation", "outcome", "quote", "reading", "note"]
    with pytest.raises(Gone):
        work_list.lines(library, Record("meeting", "none"), Cancel())


def test_the_registers_count_uses_and_show_trees(library):
    library.topics.add(name="Calls", parent="t1")
    library.outcomes.put_under("o1", "t1")
    parties = registers.lines(library, "parties", Cancel())
    assert [(line.title, line.detail) for line in parties] == [
        ("Country A", "at 1 meeting"),
        ("Country B", "at 1 meeting"),
    ]
    topics = registers.lines(library, "topics", Cancel())
    assert [(line.title, line.level, line.detail) for line in topics] == [
        ("Hotline", 0, "1 outcome"),
        ("Calls", 1, "not used yet"),
    ]
    tags = registers.lines(library, "tags", Cancel())
    assert [(line.title, line.tags) for line in tags] == [("to check", ("#a03c2e",))]
    people = registers.lines(library, "people", Cancel())
    assert [line.detail for line in people] == ["head of delegation at 1 meeting"]
    for name in ("sources", "spellings"):
        assert registers.lines(library, name, Cancel()) == []


def test_a_record_is_copied_any_number_of_times_under_names_of_their_own(library):
    tag = library.tags.add(name="read")
    for _ in range(3):
        bulk.duplicate(library, [Record("tag", tag)])
    names = [found.name for found in library.tags.all(Cancel())]
    assert names == ["read", "read (copy 2)", "read (copy 3)", "read (copy)", "to check"]
