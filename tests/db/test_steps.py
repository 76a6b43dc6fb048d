"""What a page of steps tells of each of them."""

import random
from contextlib import suppress

from db import revisions, steps
from db.cancel import Cancel
from db.errors import KnownError, NothingToUndo
from db.references import Record


def newest(library):
    """The newest step."""
    return library.history.steps(Cancel(), limit=1)[0]


def test_a_step_names_the_first_record_that_it_wrote(library, talks):
    library.outcomes.edit(talks.memorandum, text="Memorandum on four zones")
    assert newest(library).about == "Memorandum on four zones"
    library.meetings.remove(talks.meeting)
    assert newest(library).about == "First round"


def test_a_sitting_that_wrote_a_record_often_counts_it_once(library, talks):
    library.meetings.edit(talks.meeting, city="A")
    for city in ("As", "Ast", "Astana"):
        with library.revise("Edit meeting", into=newest(library).id):
            library.meetings.edit(talks.meeting, city=city)
    assert newest(library).changes == 1


def test_rows_above_a_thousand_are_not_counted(library, talks):
    with library.revise("Import"):
        for number in range(steps.MOST + 5):
            library.people.add(name=f"Person {number}")
    assert newest(library).changes == steps.MOST + 1


def test_long_titles_are_cut_and_stand_on_one_line(library, talks):
    library.outcomes.edit(talks.memorandum, text="First line\nsecond " + "word " * 100)
    about = newest(library).about
    assert about.startswith("First line second word")
    assert len(about) <= 120
    assert about.endswith("…")


def test_which_steps_stand_is_the_same_however_it_is_found(library, talks):
    dice = random.Random(5)
    for _ in range(60):
        try:
            dice.choice([
                library.undo, library.undo, library.redo,
                lambda: library.meetings.edit(talks.meeting, city=f"City {dice.random()}"),
                lambda: library.take_back(dice.choice(library.history.steps(Cancel())).id),
            ])()  # fmt: skip
        except KnownError:
            continue
        with library.reading() as conn:
            kinds = [(revision.id, revision.kind) for revision in revisions._standing(conn)]
            undoable = next(key for key, kind in kinds if kind in ("edit", "take-back"))
            assert revisions.last_undoable(conn).id == undoable
            newest = next(((key, kind) for key, kind in kinds if kind != "redo"), None)
            with suppress(NothingToUndo):
                assert newest == (revisions.last_redoable(conn).id, "undo")
    with library.reading() as conn:
        ids = [row[0] for row in conn.execute("SELECT id FROM revisions")]
        standing = {revision.id for revision in revisions._standing(conn)}
        assert standing == set(ids) - steps.taken_back_of(conn, ids)
        for some in (ids[:3], ids[5:9], ids[-4:]):
            assert standing & set(some) == set(some) - steps.taken_back_of(conn, some)
    assert {step.id for step in library.history.steps_of(Record("meeting", talks.meeting), Cancel()) if step.stands}
