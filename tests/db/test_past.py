"""Records that are gone are known by the history, and many are looked for at once."""

import pytest

from db import Cancel, step_changes
from db.past import Names
from db.references import Record


@pytest.fixture
def undone(library):
    """The step that took back an import of 300 outcomes, each with a note."""
    with library.revise("Import"):
        meeting = library.meetings.add(kind="round", title="First round")
        for number in range(300):
            outcome = library.outcomes.add(meeting=meeting, act="agreed", text=f"Outcome {number}")
            library.notes.add(Record("outcome", outcome), body=f"Note {number}")
    library.undo()
    return library.history.steps(Cancel(), limit=1)[0].id


def test_what_notes_stood_on_is_looked_for_once_for_a_page(library, undone):
    asked = []
    with library.reading() as conn:
        conn.set_trace_callback(asked.append)
        found = step_changes.read(conn, undone, None, 0, 1000)
        conn.set_trace_callback(None)
    notes = [change for change in found.changes if change.kind == "note"]
    assert {(note.title, note.owner and note.owner.title) for note in notes} == {
        (f"Note {n}", f"Outcome {n}") for n in range(300)
    }
    assert len([sql for sql in asked if "row_uid IN" in sql or "row_uid =" in sql]) == 1


def test_ids_are_those_that_records_have_or_had(library, talks):
    gone = library.people.add(name="Ada")
    key = library.people.get(gone).id
    library.people.remove(gone)
    with library.reading() as conn:
        lavrov = library.people.get(talks.lavrov).id
        for learned in (False, True):
            names = Names(conn)
            if learned:
                names.learn([("person", gone), ("person", talks.lavrov), ("person", "none"), ("place", "x"), (None, 1)])
            assert names.id_of("person", gone) == key
            assert names.id_of("person", talks.lavrov) == lavrov
            assert names.id_of("person", "none") is names.id_of("place", "x") is None
