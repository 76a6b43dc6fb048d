"""The model of all notes: pages over ids, right through searches, edits, undo and other libraries."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from db import Library
from db.note_list import NoteFilters
from db.references import Record
from desktop.commands import edit, libraries
from desktop.models.note_list import NoteListModel, place, signature
from desktop.models.paged_list import LINE, PAGE

MANY = 2 * PAGE + 7


@pytest.fixture
def file(library):
    """A library of many notes on one meeting, the newest last."""
    with library.revise("Write notes"):
        library.meetings.add(uid="m", kind="round", number=1, title="Round one")
        for number in range(MANY):
            library.notes.add(Record("meeting", "m"), uid=f"n-{number}", body=f"Number {number}")
    library.close()
    return library.path


@pytest.fixture
def model(session, open_file, file, idle):
    """The model, watched by Qt's own tester all the time."""
    model = NoteListModel(session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    open_file(file)
    model.begin()
    idle(session)
    return model


@pytest.fixture
def found(model, session, idle):
    """Searches to the end; the uids found."""

    def found(text="", **filters):
        model.search(text, NoteFilters(**filters))
        idle(session)
        return [model.note(row).uid for row in range(model.rowCount())]

    return found


def test_the_newest_note_comes_first(model, found, qtmodeltester):
    qtmodeltester.check(model)
    assert found() == [f"n-{number}" for number in reversed(range(MANY))]


def test_words_and_filters_narrow_together(found):
    assert found("number 12") == ["n-129", "n-128", "n-127", "n-126", "n-125", "n-124", "n-123", "n-122", "n-121",
                                  "n-120", "n-112", "n-12"]  # fmt: skip
    assert found("number 12", on="quote") == []
    assert found("ROUND one number 77") == ["n-77"]
    assert found("number", author="Bea") == []


def test_what_is_written_later_is_found_too(model, found, session, idle):
    assert found("zones") == []
    session.run(lambda library: library.notes.edit("n-3", body="On zones"))
    idle(session)
    model.reread()
    idle(session)
    assert [model.note(row).uid for row in range(model.rowCount())] == ["n-3"]
    edit.undo(session)
    idle(session)
    model.reread()
    idle(session)
    assert model.rowCount() == 0


def test_a_removed_note_goes_and_comes_back(model, found, session, idle):
    session.run(lambda library: library.notes.remove("n-5"))
    idle(session)
    assert model.index(MANY - 6, 0).data(LINE) is None
    model.reread()
    idle(session)
    assert model.rowCount() == MANY - 1
    edit.undo(session)
    idle(session)
    model.reread()
    idle(session)
    assert model.rowCount() == MANY


def test_a_new_note_stands_before_the_others_which_keep_their_place(model, session, idle):
    resets = []
    model.modelReset.connect(lambda: resets.append(1))
    session.run(lambda library: library.notes.add(Record("note", "n-5"), uid="reply", body="Indeed"))
    idle(session)
    model.reread()
    idle(session)
    assert (model.note(0).uid, model.rowCount(), resets) == ("reply", MANY + 1, [])


def test_another_library_has_notes_of_its_own(model, session, settings, tmp_path, idle):
    Library.create(tmp_path / "other.parley", "Other").close()
    libraries.open_library(session, settings, tmp_path / "other.parley")
    model.begin()
    assert model.rowCount() == 0
    idle(session)
    assert model.rowCount() == 0


def test_rows_say_what_a_note_is_on_and_whose_it_is(model, session, idle):
    line = model.note(0)
    assert place(line) == "Meeting “Round one”"
    assert place(line._replace(field="starts")) == "Meeting “Round one” · First day"
    on_outcome = line._replace(on="outcome", record=Record("outcome", "o"), title="A\n paper", field="act")
    assert place(on_outcome) == "Outcome “A paper” · Act · Round one"
    passage = line._replace(
        on="passage", record=Record("source", "s"), title="Statement", passage="some\nwords", meeting=None
    )
    assert place(passage) == "Passage “some words” · Statement"
    assert place(passage._replace(anchor="orphan")) == (
        "Passage “some words” · lost its place when the text was changed · Statement"
    )
    assert place(line._replace(on="library", record=Record("library", "x"))) == "The library as a whole"
    assert signature(line._replace(author=None, day="2018-06-28", notes=2)) == (
        "Author not known · 28 June 2018 · 2 notes on it"
    )


def test_a_row_is_read_out_with_its_tags(model, session, idle):
    session.run(lambda library: library.tags.put(library.tags.add(name="doubt"), Record("note", f"n-{MANY - 1}")))
    idle(session)
    model.reread()
    idle(session)
    said = model.index(0, 0).data()
    assert said.startswith(f"Number {MANY - 1}; Meeting “Round one”; Ada · ")
    assert said.endswith("; tags: doubt")
