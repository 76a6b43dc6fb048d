from db.cancel import Cancel
from db.references import Record


def labels(steps):
    return [step.label for step in steps]


def newest(library):
    """The newest step."""
    return library.history.steps(Cancel(), limit=1)[0]


def test_steps_are_paged_from_the_newest(library, talks):
    whole = library.history.steps(Cancel())
    assert labels(whole)[:3] == ["Add citation", "Add quote", "Add source"]
    assert whole[3:5] == library.history.steps(Cancel(), before=whole[2].id, limit=2)
    assert {(step.author, step.kind, step.changes) for step in whole} == {("Ada", "edit", 1)}


def test_all_ids_come_at_once_and_pages_of_them_on_demand(library, talks):
    found = library.history.step_ids(None, Cancel())
    assert list(found.ids) == [step.id for step in library.history.steps(Cancel())]
    assert library.history.page(found.part(2, 3)) == library.history.steps(Cancel())[2:5]
    assert library.history.page(found.part(len(found), 3)) == []


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


def test_what_is_not_known_of_its_author_is_told_as_none(library, talks):
    library.author = None
    library.meetings.edit(talks.meeting, city="Astana")
    assert newest(library).author is None


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


def test_the_history_of_a_record_counts_and_names_only_what_concerns_it(library, talks):
    with library.revise("Correct both"):
        library.parties.edit(talks.turkey, name="Türkiye")
        library.outcomes.edit(talks.memorandum, text="Memorandum on four zones")
    (step,) = library.history.steps_of(Record("meeting", talks.meeting), Cancel(), limit=1)
    assert (step.changes, step.about) == (1, "Memorandum on four zones")
    assert newest(library).changes == 2
    mine = library.history.change_page(step.id, Record("meeting", talks.meeting), Cancel())
    assert ([change.kind for change in mine.changes], mine.after, mine.others) == (["outcome"], None, True)
    assert [change.kind for change in library.history.changes(step.id)] == ["party", "outcome"]


def test_the_history_of_the_library_itself_is_that_of_the_notes_on_it(library, talks):
    with library.reading() as conn:
        (uid,) = conn.execute("SELECT value FROM library WHERE key = 'uid'").fetchone()
    library.notes.add(Record("library", uid), body="Mind the gaps.")
    steps = library.history.steps_of(Record("library", uid), Cancel())
    assert [(step.label, step.about) for step in steps] == [("Add note", "Mind the gaps.")]


def test_a_record_has_its_title_also_after_its_removal(library, talks):
    library.quotes.remove(talks.quote)
    assert library.history.title(Record("quote", talks.quote)) == "No military solution"
    assert library.history.title(Record("quote", "none")) == ""


def test_a_removal_and_its_undo_are_steps_of_the_meeting(library, talks):
    library.outcomes.remove(talks.memorandum)
    library.undo()
    library.tags.add(name="elsewhere")
    steps = library.history.steps_of(Record("meeting", talks.meeting), Cancel(), limit=2)
    assert [(step.label, step.kind) for step in steps] == [
        ("Undo “Remove outcome”", "undo"),
        ("Remove outcome", "edit"),
    ]
