"""Words in context: a line for each place, mirrored from right to left, in the order of what stands beside them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from db import Cancel
from db.quote_query import parse
from desktop.models import context_list
from desktop.models.context_list import LINE, ContextListModel

TEXTS = ("Peace now, and\npeace later", "We want peace at once", "قالوا إن السلام ممكن", "No peace")


@pytest.fixture
def model(session, library, open_file):
    """The model over a few quotes, watched by Qt's own tester all the time."""
    with library.revise("Make speeches"):
        for number, text in enumerate(TEXTS):
            library.quotes.add(uid=f"q-{number}", form="direct", text=text, said_on=f"{1999 - number}")
    library.close()
    open_file(library.path)
    model = ContextListModel(session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    return model


@pytest.fixture
def show(model, session, idle):
    """Shows what a query finds; its lines."""

    def show(text, sort=""):
        query = parse(text)
        model.show_found(session.library.quotes.search(query, Cancel()).ids, query, sort)
        idle(session)
        return [model.index(row, 0).data(LINE) for row in range(model.rowCount())]

    return show


def test_each_place_is_a_line(show, model):
    assert [(line.before, line.hit, line.after) for line in show("peace ")] == [
        ("", "Peace", " now, and peace later"),
        ("Peace now, and ", "peace", " later"),
        ("We want ", "peace", " at once"),
        ("No ", "peace", ""),
    ]
    assert model.quote(model.index(2, 0)).text == TEXTS[1]
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Peace: Speaker not known")


def test_a_text_from_right_to_left_is_mirrored(show):
    (line,) = show("السلام ")
    assert (line.mirrored, line.before, line.after) == (True, "قالوا إن ", " ممكن")
    assert not show("once")[0].mirrored


def test_lines_are_put_in_order_by_the_words_beside(show):
    assert [line.after.strip() for line in show("peace ", "after")] == ["", "at once", "later", "now, and peace later"]
    assert [line.before.strip() for line in show("peace ", "before")] == ["", "Peace now, and", "No", "We want"]


def test_no_more_than_a_number_of_quotes_is_read_and_that_is_said(show, model, monkeypatch):
    told = []
    model.read.connect(told.append)
    monkeypatch.setattr(context_list, "MOST_QUOTES", 2)
    assert len(show("peace ")) == 3
    assert len(show("peace ", "after")) == 3
    assert told == [False, False]


def test_many_quotes_come_in_stretches(show, monkeypatch):
    monkeypatch.setattr(context_list, "FIRST", 1)
    monkeypatch.setattr(context_list, "STRETCH", 1)
    assert len(show("peace ")) == 4
    assert show("nowhere") == []
