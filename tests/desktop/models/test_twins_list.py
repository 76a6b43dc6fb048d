"""The pairs that may be one, as rows."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from db import Library
from db.references import Record
from desktop.models.twins_list import TwinsListModel


@pytest.fixture
def model(session, open_file, tmp_path, qtbot):
    """The model over a library with one pair of people and one of parties."""
    path = tmp_path / "talks.parley"
    with Library.create(path, "Talks") as library:
        for name in ("Ada Brandt", "Brandt, Ada", "Eve Cole"):
            library.people.add(uid=name, name=name)
        for name in ("Kyrgyzstan", "Kirgizstan"):
            library.parties.add(uid=name, name=name, kind="state")
    open_file(path)
    model = TwinsListModel(session)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    with qtbot.waitSignal(model.shown):
        model.reload()
    yield model
    tester.deleteLater()
    model.deleteLater()


def test_the_likeliest_come_first(model):
    said = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert said == [
        "Ada Brandt and Brandt, Ada: People · the same name",
        "Kirgizstan, State and Kyrgyzstan, State: Parties · nearly the same letters",
    ]


def test_a_row_gives_its_two_records_and_a_record_its_row(model):
    assert model.records(model.index(1)) == (Record("party", "Kirgizstan"), Record("party", "Kyrgyzstan"))
    assert model.records(QModelIndex()) is None
    assert model.index_of(Record("party", "Kyrgyzstan")).row() == 1
    assert not model.index_of(Record("person", "Eve Cole")).isValid()


def test_what_was_found_in_another_library_is_let_go(model):
    model.clear()
    assert model.rowCount() == 0
