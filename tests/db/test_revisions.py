import sqlite3

import pytest

from db import Library, revisions
from db.cancel import Cancel
from db.digest import content_digest
from db.errors import Conflict, NothingToUndo
from db.references import Record


def digest(library):
    with library.reading() as conn:
        return content_digest(conn)


def newest(library):
    return library.history.steps(Cancel(), limit=1)[0].id


def test_undo_and_redo_name_what_they_do_and_survive_a_restart(library, talks):
    before = digest(library)
    library.outcomes.edit(talks.memorandum, text="A memorandum")
    after = digest(library)
    library.close()
    with Library(library.path) as again:
        assert again.undo_labels() == ("Edit outcome", None)
        assert again.undo().label == "Edit outcome"
        assert digest(again) == before
        assert again.undo_labels() == ("Add citation", "Edit outcome")
        assert again.history.steps(Cancel(), limit=1)[0].label == "Undo “Edit outcome”"
    with Library(library.path) as again:
        again.redo()
        assert digest(again) == after
        assert again.history.steps(Cancel(), limit=1)[0].label == "Redo “Edit outcome”"


def test_all_can_be_undone_to_the_start_and_redone_to_the_end(library, talks):
    states = [digest(library)]
    while library.undo_labels()[0]:
        library.undo()
        states.append(digest(library))
    with pytest.raises(NothingToUndo, match="nothing to undo"):
        library.undo()
    with library.reading() as conn:
        assert conn.execute("SELECT count(*) FROM meetings").fetchone() == (0,)
    for state in states[-2::-1]:
        library.redo()
        assert digest(library) == state
    with pytest.raises(NothingToUndo, match="nothing to redo"):
        library.redo()


def test_a_new_step_ends_what_could_be_redone(library, talks):
    library.undo()
    library.people.add(name="A")
    with pytest.raises(NothingToUndo):
        library.redo()


def test_an_old_step_is_taken_back_and_later_ones_stay(library, talks):
    library.meetings.edit(talks.meeting, city="Astana")
    city = newest(library)
    library.meetings.edit(talks.meeting, venue="Rixos President Hotel")
    library.people.edit(talks.lavrov, name="S. Lavrov")
    before = digest(library)
    assert library.take_back(city).label == "Edit meeting"
    meeting = library.meetings.get(talks.meeting)
    assert (meeting.city, meeting.venue) == (None, "Rixos President Hotel")
    assert library.undo_labels()[0] == "Take back “Edit meeting”"
    library.undo()
    assert digest(library) == before
    library.redo()
    library.close()
    with Library(library.path) as again:
        assert again.meetings.get(talks.meeting).city is None
        again.undo()
        assert digest(again) == before


def test_a_value_changed_later_is_not_taken_back(library, talks):
    library.meetings.edit(talks.meeting, city="Astana", country="Kazakhstan")
    first = newest(library)
    library.author = "Grace"
    library.meetings.edit(talks.meeting, city="Nur-Sultan")
    second = newest(library)
    with pytest.raises(Conflict) as refused:
        library.take_back(first)
    day = library.history.steps(Cancel(), limit=1)[0].made_at[:10]
    assert str(refused.value) == (
        f"“Edit meeting” cannot be taken back: “Edit meeting” of {day} by Grace changed the same value later. "
        "Take that back first."
    )
    library.take_back(second)
    library.take_back(first)
    assert library.meetings.get(talks.meeting)[7:9] == (None, None)


def test_a_step_is_taken_back_once(library, talks):
    library.meetings.edit(talks.meeting, city="Astana")
    step = newest(library)
    library.take_back(step)
    with pytest.raises(Conflict, match="has been taken back already"):
        library.take_back(step)
    library.undo()
    library.take_back(step)
    assert library.meetings.get(talks.meeting).city is None


def test_a_take_back_can_itself_be_taken_back(library, talks):
    library.meetings.edit(talks.meeting, city="Astana")
    first = newest(library)
    library.people.edit(talks.lavrov, name="S. Lavrov")
    library.take_back(first)
    library.people.edit(talks.lavrov, name="Lavrov")
    library.take_back(newest(library) - 1)
    assert library.meetings.get(talks.meeting).city == "Astana"


def test_a_later_take_back_of_an_older_step_counts_as_a_later_change(library, talks):
    """Older x: a→b, newer x: b→c; newer taken back, then older (x: a); now the newer may not simply come again."""
    library.meetings.edit(talks.meeting, city="b")
    older = newest(library)
    library.meetings.edit(talks.meeting, city="c")
    library.take_back(newest(library))
    back = newest(library)
    library.take_back(older)
    with pytest.raises(Conflict, match=r"“Take back “Edit meeting”” .* changed the same value later"):
        library.take_back(back)
    assert library.meetings.get(talks.meeting).city is None


def test_redone_steps_can_be_taken_back(library, talks):
    library.meetings.edit(talks.meeting, city="Astana")
    step = newest(library)
    library.undo()
    library.redo()
    library.people.add(name="A")
    library.take_back(step)
    assert library.meetings.get(talks.meeting).city is None


def test_a_row_removed_and_put_back_in_one_step_is_undone(library, talks):
    before = digest(library)
    with library.revise("Replace") as db:
        row = db.conn.execute("SELECT * FROM outcomes WHERE uid = ?", [talks.memorandum]).fetchone()
        db.conn.execute("UPDATE outcomes SET note = 'first' WHERE id = ?", [row[0]])
        db.conn.execute("DELETE FROM outcomes WHERE id = ?", [row[0]])
        db.conn.execute("INSERT INTO outcomes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", [*row[:7], "again", None])
        db.conn.execute("UPDATE outcomes SET note = 'last' WHERE id = ?", [row[0]])
    after = digest(library)
    library.undo()
    assert digest(library) == before
    library.redo()
    assert digest(library) == after


def test_a_row_added_and_removed_in_one_step_leaves_nothing(library, talks):
    before = digest(library)
    with library.revise("Try"):
        uid = library.outcomes.add(meeting=talks.meeting, act="agreed", text="No")
        library.outcomes.edit(uid, text="Still no")
        library.outcomes.remove(uid)
    library.undo()
    assert digest(library) == before
    library.redo()
    assert digest(library) == before


def test_replace_does_not_escape_the_log(library, talks):
    before = digest(library)
    with library.revise("Replace") as db:
        db.conn.execute("REPLACE INTO people (id, uid, name) SELECT id, uid, 'Other' FROM people")
    library.undo()
    assert digest(library) == before


def test_what_came_with_the_library_is_not_taken_back(library):
    with library.revise("Astana Process 1.0", kind="dataset"):
        library.people.add(name="A")
    shipped = newest(library)
    with pytest.raises(NothingToUndo):
        library.undo()
    with pytest.raises(Conflict, match="came with the library"):
        library.take_back(shipped)
    library.people.add(name="B")
    library.undo()


def test_a_step_that_is_not_there_is_not_taken_back(library):
    with pytest.raises(NothingToUndo, match="holds no step 7"):
        library.take_back(7)


def test_a_step_on_which_later_records_stand_is_not_taken_back(library, talks):
    first = library.history.steps(Cancel())[-1].id
    with pytest.raises(Conflict, match="would refer to a meeting that is not in the library"):
        library.take_back(first)
    library.people.add(name="A")
    person = newest(library)
    uid = library.people.all(Cancel())[0].uid
    library.notes.add(Record("person", uid), body="Who?")
    with pytest.raises(Conflict, match="1 note stands on what it would remove"):
        library.take_back(person)
    library.take_back(newest(library))
    library.take_back(person)


def test_a_removal_is_not_taken_back_into_nothing(library, talks):
    note = library.notes.add(Record("outcome", talks.memorandum), body="x")
    library.notes.remove(note)
    removed = newest(library)
    library.outcomes.remove(talks.memorandum)
    with pytest.raises(Conflict, match="a note would stand on an outcome that is not"):
        library.take_back(removed)
    library.take_back(newest(library))
    library.take_back(removed)
    assert library.notes.get(note).body == "x"


def test_what_was_added_again_later_is_not_put_back_twice(library, talks):
    library.outcomes.take_from(talks.ceasefire, talks.topic)
    taken = newest(library)
    library.outcomes.put_under(talks.ceasefire, talks.topic)
    with pytest.raises(Conflict, match="does not go together with what was changed since"):
        library.take_back(taken)
    assert len(library.outcomes.topics(talks.ceasefire)) == 1


def test_steps_that_wrote_nothing_leave_no_trace(library, talks):
    before = newest(library)
    library.meetings.edit(talks.meeting, title="First round")
    assert newest(library) == before


def test_the_history_cannot_be_rewritten_by_accident(library, talks):
    with pytest.raises(sqlite3.IntegrityError), library.revise("Forget") as db:
        db.conn.execute("DELETE FROM revisions")
    with pytest.raises(sqlite3.IntegrityError), library.revise("Wrong kind", kind="mistake"):
        pass
    assert library.undo_labels()[0] == "Add citation"


def test_what_can_be_undone_is_found_at_once_however_much_was_undone(library, talks):
    for number in range(30):
        library.meetings.edit(talks.meeting, summary=f"Summary {number}")
    with library.reading() as conn:
        (steps,) = conn.execute("SELECT count(*) FROM revisions").fetchone()
    for _ in range(25):
        library.undo()
    for _ in range(10):
        library.redo()
    for _ in range(3):
        library.undo()
    assert library.meetings.get(talks.meeting).summary == "Summary 11"
    asked = []
    with library.reading() as conn:
        conn.set_trace_callback(asked.append)
        assert revisions.last_undoable(conn).id == steps - 18
        assert revisions.last_redoable(conn).reverts == steps - 17
        conn.set_trace_callback(None)
    assert len(asked) < 10


def test_an_undo_that_was_taken_back_out_of_turn_can_be_undone(library, talks):
    library.meetings.edit(talks.meeting, summary="One")
    library.outcomes.edit(talks.memorandum, text="Two")
    library.undo()
    undone = library.history.steps(Cancel(), limit=1)[0].id
    library.undo()
    library.take_back(undone)
    assert library.undo_labels() == ("Take back “Edit outcome”", None)
    library.undo()
    assert library.undo_labels()[0] == "Add citation"
