"""Suggestions as a list shows them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from db import Cancel, speech
from db.speech import Passage
from desktop.models.suggestion_choices import ACCEPTED, OPEN, REJECTED, STORED, Choices
from desktop.models.suggestion_list import SuggestionListModel, remarks
from tests.desktop.suggested import WORDS, fill


@pytest.fixture
def talks(library):
    return fill(library)


@pytest.fixture
def choices(library, talks):
    return Choices(speech.read(library, talks.source, Cancel()))


@pytest.fixture
def model(choices, qapp):
    model = SuggestionListModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(choices)
    return model


def words(model):
    return [model.row(model.index(at)).choice.words for at in range(model.rowCount())]


def test_rows_stand_in_the_order_of_the_text(model):
    assert words(model) == WORDS
    assert model.row(model.index(9)) is None
    assert model.index(0).data() == f"Ada Brandt, verbatim, {WORDS[0]}"
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is None


def test_a_verdict_repaints_its_row_and_is_said(model, qtbot):
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.judge(model.index(1), ACCEPTED)
    assert changed.args[0].row() == 1
    assert model.index(1).data().startswith("accepted, Jan Feld, reported, ")
    assert model.choices.counts() == {"all": 4, OPEN: 3, ACCEPTED: 1, REJECTED: 0, STORED: 0}


def test_the_next_open_one_is_looked_for_round_the_list(model):
    assert model.next_open(0) == 1
    assert model.next_open(3) == 0
    for row in (0, 1, 3):
        model.judge(model.index(row), REJECTED)
    assert model.next_open(3) == 2
    model.judge(model.index(2), ACCEPTED)
    assert model.next_open(3) == 3


def test_filters_let_through_a_form_and_a_state(model):
    model.judge(model.index(2), ACCEPTED)
    model.narrow("indirect", None)
    assert words(model) == [WORDS[1]]
    model.narrow(None, ACCEPTED)
    assert words(model) == [WORDS[2]]
    model.narrow(None, OPEN)
    assert words(model) == [WORDS[0], WORDS[1], WORDS[3]]


def test_what_was_rejected_earlier_is_shown_only_when_it_is_asked_for(library, talks, model, choices):
    speech.accept(library, talks.source, [], [Passage("direct", WORDS[2])])
    model.show(choices.taken_over(speech.read(library, talks.source, Cancel())))
    assert words(model) == [WORDS[0], WORDS[1], WORDS[3]]
    model.narrow(None, REJECTED)
    assert words(model) == [WORDS[2]]


def test_a_stored_one_is_decided(library, talks, model, choices):
    choices.judge(choices.speech.found[0], ACCEPTED)
    speech.accept(library, talks.source, choices.accepted())
    model.show(choices.taken_over(speech.read(library, talks.source, Cancel())))
    assert model.row(model.index(0)).state == "stored"
    model.judge(model.index(0), REJECTED)
    assert model.row(model.index(0)).state == "stored"


def test_the_last_line_says_what_to_know(model):
    rows = [model.row(model.index(at)) for at in range(4)]
    assert remarks(rows[0]) == ["verbatim", "Fishing talks"]
    assert remarks(rows[3]) == ["verbatim", "a new person", "Fishing talks"]
    unknown = rows[3]._replace(choice=rows[3].choice._replace(speaker=None, called="", meeting=None, held_at=""))
    assert remarks(unknown) == ["verbatim", "not among the people of this library"]


def test_nothing_is_shown_of_no_source(model):
    model.show(None)
    assert (model.rowCount(), model.choices) == (0, None)
