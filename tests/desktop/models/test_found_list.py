"""The rows of the list under the search in everything."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from db.everything import FIRST
from db.found_text import Finding
from desktop.models.found_list import ROW, FoundListModel, Heading, Way


@pytest.fixture
def model(session, open_file, astana):
    """The model over the shipped library, watched by Qt's own tester."""
    model = FoundListModel(session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    open_file(astana)
    return model


@pytest.fixture
def rows(model, session, idle):
    """Looks for a text; the rows."""

    def rows(text, kind=None):
        model.search(text, kind)
        idle(session)
        return [model.data(model.index(row), ROW) for row in range(model.rowCount())]

    return rows


def test_each_kind_has_a_heading_with_the_best_below_it(rows):
    found = rows("lavrov")
    assert found[0] == Heading("People")
    assert isinstance(found[1], Finding)
    assert found[1].name == "Sergei Lavrov"


def test_a_kind_with_more_leads_to_all_of_it_and_back(rows):
    ways = {row.kind: row.text for row in rows("astana") if isinstance(row, Way)}
    assert ways["meeting"].startswith("Show all ")
    assert ways["source"].startswith("Show ")
    found = rows("astana", "meeting")
    assert found[0] == Way("‹ All kinds", None)
    assert len(found) > FIRST + 2
    assert [row for row in found if isinstance(row, Heading)] == [Heading("Meetings")]


def test_headings_cannot_be_chosen(rows, model):
    rows("lavrov")
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable
    assert (model.can_be_chosen(0), model.first()) == (False, 1)


def test_rows_are_said_in_words(rows, model):
    rows("lavrov")
    said = [model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert said[:2] == ["People", said[1]]
    assert said[1].startswith("person: Sergei Lavrov")


def test_without_a_text_nothing_is_found(rows, model):
    assert rows("lavrov") != []
    assert rows("  ") == []
    assert (model.result, model.first()) == (None, -1)


def test_a_search_that_is_typed_over_is_never_shown(model, session, idle):
    told = []
    model.found.connect(told.append)
    for text in ("l", "la", "lav"):
        model.search(text)
    idle(session)
    assert told == ["lav"]


def test_another_library_lets_go_of_what_was_found(rows, model, open_file, tmp_path, session, idle):
    rows("lavrov")
    from db import Library

    Library.create(tmp_path / "other.parley", "Other").close()
    open_file(tmp_path / "other.parley")
    assert model.rowCount() == 0
