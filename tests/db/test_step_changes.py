"""What a step did to each record, as one change with its fields before and after."""

import pytest

from db import step_changes
from db.cancel import Cancel
from db.errors import Damaged
from db.past import loaded
from db.references import Record
from db.word_diff import Segment


def newest(library):
    """The newest step."""
    return library.history.steps(Cancel(), limit=1)[0].id


def told(library):
    """The changes of the newest step."""
    return library.history.changes(newest(library))


def test_a_step_tells_each_field_before_and_after(library, talks):
    with library.revise("Correct the meeting"):
        library.meetings.edit(talks.meeting, city="Astana", number=2)
        library.participations.edit(talks.line, head=None)
    meeting, line = told(library)
    assert (meeting.kind, meeting.uid, meeting.operation, meeting.title) == (
        "meeting",
        talks.meeting,
        "update",
        "First round",
    )
    assert set(meeting.fields) == {("city", None, "Astana"), ("number", 1, 2)}
    assert (line.title, line.fields) == ("Russia", (("head_id", "Sergey Lavrov", None),))
    assert library.history.changes(newest(library), after=meeting.id) == [line]


def test_a_changed_text_has_its_changed_words(library, talks):
    library.outcomes.edit(talks.memorandum, text="Memorandum on four zones")
    (change,) = told(library)
    assert change.fields[0].words() == (
        Segment("same", "Memorandum on "),
        Segment("new", "four "),
        Segment("same", "zones"),
    )


def test_an_addition_tells_what_was_added_then(library, talks):
    first = library.history.steps(Cancel())[-1]
    library.meetings.edit(talks.meeting, title="Renamed", summary="Long")
    for remove in (library.meetings.remove, None):
        (change,) = library.history.changes(first.id)
        assert ("title", None, "First round") in change.fields
        assert not {"summary"} & {field[0] for field in change.fields}
        assert change.there is (remove is not None)
        if remove:
            remove(talks.meeting)


def test_what_is_gone_keeps_its_name_in_the_history(library, talks):
    library.meetings.remove(talks.meeting)
    library.people.remove(talks.lavrov)
    removed = library.history.steps(Cancel(), limit=2)[1]
    titles = {change.kind: change.title for change in library.history.changes(removed.id)}
    assert titles["participation"] == "Russia"
    assert titles["quote"] == "No military solution"
    line = next(change for change in library.history.changes(removed.id) if change.kind == "participation")
    assert ("head_id", "Sergey Lavrov", None) in line.fields


def test_a_sitting_is_one_change_from_its_first_value_to_its_last(library, talks):
    library.meetings.edit(talks.meeting, city="A")
    for values in ({"city": "As"}, {"venue": "Hotel"}, {"city": "Astana"}):
        with library.revise("Edit meeting", into=newest(library)):
            library.meetings.edit(talks.meeting, **values)
    (change,) = told(library)
    assert set(change.fields) == {("city", None, "Astana"), ("venue", None, "Hotel")}


def test_a_sitting_that_ends_where_it_began_changed_nothing(library, talks):
    library.meetings.edit(talks.meeting, title="Other")
    with library.revise("Edit meeting", into=newest(library)):
        library.meetings.edit(talks.meeting, title="First round")
    assert told(library) == []


def test_a_record_added_and_edited_in_one_step_was_added_as_it_ended(library, talks):
    with library.revise("Write"):
        uid = library.people.add(name="A")
        library.people.edit(uid, name="Ada")
    library.people.edit(uid, name="Later")
    (change,) = library.history.changes(library.history.steps(Cancel(), limit=2)[1].id)
    assert (change.operation, change.fields) == ("insert", (("name", None, "Ada"),))


def test_a_record_added_and_removed_in_one_step_is_not_told(library, talks):
    with library.revise("Try"):
        library.people.remove(library.people.add(name="Nobody"))
    assert told(library) == []


def test_a_record_edited_and_removed_in_one_step_was_removed_as_it_began(library, talks):
    uid = library.people.add(name="Ada")
    with library.revise("Clear"):
        library.people.edit(uid, name="A")
        library.people.remove(uid)
    (change,) = told(library)
    assert (change.operation, change.fields, change.there) == ("delete", (("name", "Ada", None),), False)


def test_a_record_removed_and_put_back_in_one_step_was_edited(library, talks):
    uid = library.people.add(name="Ada")
    with library.revise("Replace") as db:
        row = db.conn.execute("SELECT id, uid FROM people WHERE uid = ?", [uid]).fetchone()
        db.conn.execute("DELETE FROM people WHERE uid = ?", [uid])
        db.conn.execute("INSERT INTO people (id, uid, name) VALUES (?, ?, 'Countess')", row)
    (change,) = told(library)
    assert (change.operation, change.fields) == ("update", (("name", "Ada", "Countess"),))


def test_parts_and_what_stands_on_records_name_what_they_belong_to(library, talks):
    library.outcomes.edit(talks.memorandum, note="See")
    assert told(library)[0].owner == ("meeting", talks.meeting, "First round")
    library.notes.add(Record("outcome", talks.memorandum), body="Signed where?")
    assert told(library)[0].owner == ("outcome", talks.memorandum, "Memorandum on zones")
    library.outcomes.put_under(talks.memorandum, talks.topic)
    (put,) = told(library)
    assert (put.title, put.owner.title) == ("Ceasefire", "Memorandum on zones")
    assert put.record == Record("outcome", talks.memorandum)
    library.parties.edit(talks.turkey, short_name=None)
    assert told(library)[0].owner is None


def test_what_moves_to_another_record_tells_both_by_name(library, talks):
    library.aliases.add_spellings("party", talks.turkey, ["Türkiye"])
    library.parties.merge(talks.russia, talks.turkey)
    moved = next(change for change in told(library) if change.kind == "alias" and change.operation == "update")
    assert ("record_uid", "Turkey", "Russia") in moved.fields


def test_pages_follow_each_other_without_gap_or_repetition(library, talks):
    with library.revise("Import"):
        uids = [library.people.add(name=f"Person {number}") for number in range(10)]
        for uid in uids:
            library.people.edit(uid, name=f"Renamed {uid}")
    found, after = [], 0
    while after is not None:
        page = library.history.change_page(newest(library), None, Cancel(), after=after, limit=3)
        found += [change.uid for change in page.changes]
        after = page.after
    assert found == uids


def test_pages_of_one_record_follow_each_other_too(library, talks):
    library.meetings.remove(talks.meeting)
    of = Record("meeting", talks.meeting)
    whole = library.history.change_page(newest(library), of, Cancel())
    assert whole.after is None
    assert len(whole.changes) > 5
    first = library.history.change_page(newest(library), of, Cancel(), limit=2)
    rest = library.history.change_page(newest(library), of, Cancel(), after=first.after)
    assert first.changes + rest.changes == whole.changes


@pytest.mark.parametrize("of", [None, "source"])
def test_a_page_of_huge_texts_ends_early(library, talks, monkeypatch, of):
    monkeypatch.setattr(step_changes, "LARGEST", 100)
    with library.revise("Import"):
        uids = [library.sources.add(title=f"Source {number}", text="word " * 50) for number in range(3)]
    record = of and Record("source", uids[0])
    page = library.history.change_page(newest(library), record, Cancel())
    assert len(page.changes) == 1
    assert (page.after is None) == (of is not None)


def test_a_step_without_changes_is_empty(library, talks):
    assert library.history.change_page(10**6, None, Cancel()) == ([], None, False)


@pytest.mark.parametrize("image", ["[", "5", '"text"', "[1]"])
def test_a_damaged_image_is_said_to_be_one(image):
    with pytest.raises(Damaged, match="part of the history is damaged"):
        loaded(image)
