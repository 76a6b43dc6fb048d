"""The models of the history: every id, a few pages, and rows that keep their place while steps come."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from db import Library
from db.references import Record
from desktop.models.paged_list import PAGE, PAGES
from desktop.models.step_list import RemovedListModel, StepListModel

MANY = 3 * PAGE


def make_file(path):
    """The file of a library with a meeting that was often edited, and with people."""
    with Library.create(path, "History", author="Ada") as library:
        library.meetings.add(uid="m", kind="round", title="Round A")
        for number in range(MANY):
            library.meetings.edit("m", summary=f"Summary {number}")
        library.people.add(uid="p", name="Countess")
    return path


@pytest.fixture
def file(copy_of):
    """A library with a meeting that was often edited, and with people."""
    return copy_of(make_file, "history.parley")


@pytest.fixture
def make(session, open_file, file, idle):
    """Makes a model over the library, watched by Qt's own tester all the time, and shows a history in it."""

    def make(kind, record=None):
        model = kind(session)
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
        if not session.is_open:
            open_file(file)
        model.show_record(record)
        idle(session)
        return model

    return make


def said(model, rows=3):
    """The first rows as they are read out, up to their author."""
    return [
        model.index(row, 0).data().split(", author not known")[0].split(", Ada")[0]
        for row in range(min(rows, model.rowCount()))
    ]


def test_the_newest_steps_stand_first_and_every_step_is_there(make, qtmodeltester):
    model = make(StepListModel)
    qtmodeltester.check(model)
    assert model.rowCount() == MANY + 2
    assert said(model) == ["Add person, Countess", "Edit meeting, Round A", "Edit meeting, Round A"]
    assert model.step(MANY + 1).label == "Add meeting"
    assert model.step(MANY + 2) is None


def test_the_history_of_a_record_has_only_its_steps(make):
    model = make(StepListModel, Record("person", "p"))
    assert said(model) == ["Add person, Countess"]


def test_a_row_is_read_out_with_author_time_and_whether_it_stands(make, session, idle):
    model = make(StepListModel)
    session.run(lambda library: library.undo())
    idle(session)
    model.refresh()
    idle(session)
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("1 change, taken back since")
    assert model.step(0).label == "Undo “Add person”"


def test_new_steps_come_above_and_those_shown_stay_in_place(make, session, idle):
    model = make(StepListModel)
    inserted = []
    model.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    model.modelReset.connect(lambda: inserted.append("reset"))
    session.run(lambda library: library.people.edit("p", name="Duchess"))
    session.run(lambda library: library.people.edit("p", name="Queen"))
    idle(session)
    model.refresh()
    idle(session)
    assert inserted == [(0, 1)]
    assert said(model, 1) == ["Edit person, Queen"]


def test_only_a_few_pages_are_kept(make):
    model = make(StepListModel)
    for row in range(0, model.rowCount(), PAGE):
        model.row(model.index(row, 0))
    assert len(model._pages) <= PAGES


def test_ids_are_found_and_told(make):
    model = make(StepListModel)
    key = model.id_at(5)
    assert model.index_of(key).row() == 5
    assert not model.index_of(10**6).isValid()
    assert model.id_at(10**6) is None


def test_removed_records_stand_with_their_step_and_go_when_restored(make, session, idle, qtmodeltester):
    make(StepListModel)
    session.run(lambda library: library.people.remove("p"))
    idle(session)
    model = make(RemovedListModel)
    qtmodeltester.check(model)
    assert said(model) == ["person, Countess, Remove person"]
    assert model.removed(0).uid == "p"
    session.run(lambda library: library.history.restore(Record("person", "p")))
    idle(session)
    model.refresh()
    idle(session)
    assert model.rowCount() == 0


def test_another_library_begins_anew(make, session, open_file, idle, tmp_path):
    model = make(StepListModel)
    Library.create(tmp_path / "other.parley", "Other").close()
    open_file(tmp_path / "other.parley")
    model.show_record(None)
    idle(session)
    assert model.rowCount() == 0
