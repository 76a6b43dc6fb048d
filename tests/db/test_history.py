from db.cancel import Cancel
from db.references import Record


def labels(steps):
    return [step.label for step in steps]


def test_steps_are_paged_from_the_newest(library, talks):
    whole = library.history.steps(Cancel())
    assert labels(whole)[:3] == ["Add citation", "Add quote", "Add source"]
    assert whole[3:5] == library.history.steps(Cancel(), before=whole[2].id, limit=2)
    assert {(step.author, step.kind, step.changes) for step in whole} == {("Ada", "edit", 1)}


def test_what_was_taken_back_does_not_stand(library, talks):
    library.meetings.edit(talks.meeting, city="Astana")
    library.undo()
    undone, edited, *_ = library.history.steps(Cancel())
    assert (undone.label, undone.stands, edited.label, edited.stands) == (
        "Undo “Edit meeting”",
        True,
        "Edit meeting",
        False,
    )
    library.redo()
    assert [step.stands for step in library.history.steps(Cancel(), limit=3)] == [True, False, True]


def test_a_step_tells_each_field_before_and_after(library, talks):
    with library.revise("Correct the meeting"):
        library.meetings.edit(talks.meeting, city="Astana", number=2)
        library.participations.edit(talks.line, head=None)
    step = library.history.steps(Cancel(), limit=1)[0]
    meeting, line = library.history.changes(step.id)
    assert (meeting.kind, meeting.uid, meeting.operation, meeting.title) == (
        "meeting",
        talks.meeting,
        "update",
        "First round",
    )
    assert set(meeting.fields) == {("city", None, "Astana"), ("number", 1, 2)}
    assert (line.title, line.fields) == ("Russia", (("head_id", "Sergey Lavrov", None),))
    assert library.history.changes(step.id, after=meeting.id) == [line]


def test_an_addition_tells_what_was_added_then(library, talks):
    first = library.history.steps(Cancel())[-1]
    library.meetings.edit(talks.meeting, title="Renamed", summary="Long")
    for remove in (library.meetings.remove, None):
        (change,) = library.history.changes(first.id)
        assert ("title", None, "First round") in change.fields
        assert not {"summary"} & {field[0] for field in change.fields}
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


def test_the_history_of_a_record_holds_that_of_its_parts(library, talks):
    library.parties.edit(talks.turkey, name="Türkiye")
    library.notes.add(Record("outcome", talks.memorandum), body="Signed where?")
    library.quotes.remove(talks.quote)
    steps = labels(library.history.steps_of(Record("meeting", talks.meeting), Cancel()))
    assert steps[:3] == ["Remove quote", "Add note", "Add citation"]
    assert steps[-1] == "Add meeting"
    assert not {"Edit party", "Add source", "Add topic"} & set(steps)
    assert "Put outcome under topic" in steps
    assert labels(library.history.steps_of(Record("quote", talks.quote), Cancel())) == [
        "Remove quote",
        "Add citation",
        "Add quote",
    ]
    assert library.history.steps_of(Record("quote", "none"), Cancel()) == []
