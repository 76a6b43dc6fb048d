"""The rows of the list under a search."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from db.name_matches import NameMatch
from desktop.models.name_matches import ROW
from desktop.models.query_choices import QueryChoicesModel


@pytest.fixture
def model(session, open_file, astana):
    """The model over the shipped library, watched by Qt's own tester."""
    model = QueryChoicesModel(session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    open_file(astana)
    return model


def rows(model, role: int = Qt.ItemDataRole.DisplayRole):
    return [model.data(model.index(row), role) for row in range(model.rowCount())]


def test_only_what_was_looked_up_last_is_told(model, session, idle):
    told = []
    model.found.connect(told.append)
    model.look_up("kind:", 5)
    model.look_up("kind:mini", 9)
    idle(session)
    assert told == ["kind:mini"]
    assert rows(model) == ["ministerial"]


def test_rows_are_drawn_and_read_out_with_what_tells_them_apart(model, session, idle):
    model.look_up("speaker:lavro", 13)
    idle(session)
    assert rows(model, Qt.ItemDataRole.AccessibleTextRole) == ["Sergei Lavrov, Russia"]
    (row,) = rows(model, ROW)
    assert isinstance(row, NameMatch)
    assert (row.name, row.detail) == ("Sergei Lavrov", "Russia")
    assert model.row(model.index(0)).text == 'speaker:"Sergei Lavrov" '


def test_without_a_library_nothing_is_looked_up(session):
    model = QueryChoicesModel(session)
    model.look_up("speaker:", 8)
    assert model.rowCount() == 0
