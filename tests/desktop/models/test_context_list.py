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
    """The model over a few quotes."""
    with library.revise("Make speeches"):
        library.people.add(uid="p-peace", name="Ada Peace")
        for number, text in enumerate(TEXTS):
            library.quotes.add(uid=f"q-{number}", form="direct", text=text, said_on=f"{1999 - number}")
        for number in range(3):
            library.quotes.add(form="direct", text="So be it", said_on=f"{2000 + number}", speaker="p-peace")
    library.close()
    open_file(library.path)
    return ContextListModel(session)


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
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "Speaker not known, 1999"


def test_a_text_from_right_to_left_is_mirrored(show):
    (line,) = show("السلام ")
    assert (line.mirrored, line.before, line.after) == (True, "قالوا إن ", " ممكن")
    assert not show("once")[0].mirrored


def test_lines_are_put_in_order_by_the_words_beside(show):
    assert [line.after.strip() for line in show("peace ", "after")] == ["", "at once", "later", "now, and peace later"]
    assert [line.before.strip() for line in show("peace ", "before")] == ["", "Peace now, and", "No", "We want"]


@pytest.fixture
def step(monkeypatch):
    """Has the quotes read one by one."""
    for name in ("FIRST", "STRETCH", "LEAST"):
        monkeypatch.setattr(context_list, name, 1)


def test_more_quotes_are_read_as_one_comes_to_the_end(show, model, session, idle, step):
    told = []
    model.read.connect(told.append)
    assert len(show("peace -ada")) == 2
    assert model.canFetchMore()
    while model.canFetchMore():
        model.fetchMore()
        idle(session)
    assert (model.rowCount(), told) == (4, [1, 2, 3])


def test_quotes_that_have_the_word_only_in_the_name_of_the_speaker_are_passed_over(show, model, step):
    told = []
    model.read.connect(told.append)
    assert [line.hit for line in show("peace ")] == ["Peace", "peace"]
    assert told == [1, 2, 3, 4]


def test_qt_finds_nothing_wrong_with_the_model(show, model, session, idle, step):
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    assert len(show("peace ")) == 4
    assert len(show("peace ", "before")) == 4
    assert show("nowhere") == []


def test_only_the_first_are_put_in_order_by_the_words_beside_and_that_is_said(show, model, monkeypatch):
    told = []
    model.read.connect(told.append)
    monkeypatch.setattr(context_list, "MOST_SORTED", 2)
    assert len(show("peace -ada", "after")) == 3
    assert (told, model.canFetchMore()) == ([2], False)


def test_a_search_without_words_reads_nothing(show, model):
    told = []
    model.read.connect(told.append)
    assert (show("year:1999"), told) == ([], [1])
