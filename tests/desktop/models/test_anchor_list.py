"""The passages that lost their place, as rows."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from db import anchor_review
from desktop.models import anchor_list
from desktop.models.anchor_list import AnchorListModel
from tests.desktop.moved_passages import make


@pytest.fixture
def library(open_file, tmp_path):
    """An open library in which four passages lost their place."""
    return open_file(make(tmp_path / "talks.parley"))


@pytest.fixture
def model(session, library, qtbot):
    """The model, read."""
    model = AnchorListModel(session)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    with qtbot.waitSignal(model.shown):
        model.show_source(None)
    yield model
    tester.deleteLater()
    model.deleteLater()


def test_each_row_says_behind_what_it_stands_how_alike_it_is_and_its_words(model):
    said = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert said[0] == (
        "Outcome “To meet again” · Text · Talks by the sea: nearly the same words; was “The ministers met”; "
        "now “the ministers met”"
    )
    assert said[1].endswith("same words and surroundings; was “No military solution is left”")
    assert "2 places look alike; was “by the harbour”" in said[2]
    assert ": not found; was “A list of names" in said[3]


def test_what_went_and_what_came_is_marked_for_every_place(model):
    near = model.row(model.index(0))
    assert [tuple(one) for one in near.words[0]] == [("gone", "The"), ("new", "the"), ("same", " ministers met")]
    assert [len(model.row(model.index(row)).words) for row in range(4)] == [1, 1, 2, 0]


def test_very_long_words_are_set_side_by_side(monkeypatch):
    monkeypatch.setattr(anchor_list, "LONGEST", 10)
    assert [one.kind for one in anchor_list._marked("one two three", "one two four")] == ["gone", "new"]


def test_what_is_put_right_goes_and_the_rest_is_kept_as_it_was_found(model, library, qtbot):
    before = {row: model.row(model.index(row)) for row in range(4)}
    with qtbot.waitSignal(model.shown) as shown:
        anchor_review.accept_all_same(library)
        model.reload()
    assert shown.args[0].counts.total == model.rowCount() == 3
    assert model.row(model.index(0)).words is before[0].words
    assert model.row(QModelIndex()) is None
    assert not model.index_of("same").isValid()
    assert model.index_of("orphan").row() == 2


def test_same_words_in_other_surroundings_are_told_from_others(model, library, qtbot):
    library.sources.edit("minutes", text="Much later, and elsewhere: the ministers met, No military solution is left?")
    with qtbot.waitSignal(model.shown):
        model.reload()
    said = [anchor_list.state_words(model.row(model.index(row)).line) for row in range(model.rowCount())]
    assert "same words, other surroundings" in said


def test_another_library_is_let_go(model):
    model.clear()
    assert (model.rowCount(), model.source) == (0, None)
