"""Lines of records under headings: narrowed, moved by dropping, read out whole."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from db import work_list
from db.references import Record
from desktop.models.record_list import RecordListModel


@pytest.fixture
def model(session, open_file, astana, idle):
    """All that Round 4 holds."""
    open_file(astana)
    model = RecordListModel(session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show(lambda library, cancel: work_list.lines(library, Record("meeting", "astana-04"), cancel))
    idle(session)
    return model


def shown(model):
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def outcomes(model):
    return [line.record for line in model.all if line.record and line.record.kind == "outcome"]


def test_headings_stand_over_lines_and_cannot_be_chosen(model):
    rows = shown(model)
    assert {"Participants", "Outcomes", "Quotes"} <= {*rows}
    heading = model.index(rows.index("Participants"), 0)
    assert model.flags(heading) == Qt.ItemFlag.NoItemFlags
    assert model.record(heading) is None


def test_a_filter_keeps_lines_that_hold_every_word(model):
    model.narrow("lavrentiev rus")
    assert [row.partition(",")[2].split(",")[0] for row in shown(model)[1:]] == [" Russia"]
    model.narrow("")
    assert "Add outcome" in shown(model)


def test_an_outcome_dropped_before_another_asks_for_its_place(model, qtbot):
    first, *_, last = outcomes(model)
    data = model.mimeData([model.index_of(last)])
    with qtbot.waitSignal(model.move_requested) as asked:
        model.dropMimeData(data, Qt.DropAction.MoveAction, model.index_of(first).row(), 0, QModelIndex())
    assert asked.args == [[last], 1]


def test_an_outcome_cannot_be_dropped_among_participants(model):
    data = model.mimeData([model.index_of(outcomes(model)[0])])
    line = next(line.record for line in model.all if line.record and line.record.kind == "participation")
    row = model.index_of(line).row()
    assert not model.canDropMimeData(data, Qt.DropAction.MoveAction, row, 0, QModelIndex())


def test_participants_cannot_be_dragged_but_outcomes_can(model):
    line = next(line.record for line in model.all if line.record and line.record.kind == "participation")
    assert not model.flags(model.index_of(line)) & Qt.ItemFlag.ItemIsDragEnabled
    assert model.flags(model.index_of(outcomes(model)[0])) & Qt.ItemFlag.ItemIsDragEnabled
