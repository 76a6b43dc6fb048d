"""The list of kept searches: names, live counts, and no flicker while they are made anew."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from db import Library
from db.quote_search import MOST_COUNTED
from db.searches import Search
from desktop.models.search_list import LINE, SearchLine, SearchListModel, number, spoken

EDIT = Qt.ItemFlag.ItemIsEditable


@pytest.fixture
def talks(tmp_path):
    """A library with three quotes and two searches."""
    path = tmp_path / "talks.parley"
    with Library.create(path, "Talks") as library, library.revise("Made up"):
        for text in ("zones of peace", "zones again", "other words"):
            library.quotes.add(form="direct", text=text, uid=text[:7])
        library.searches.add(query="zones", uid="z", name="Zones")
        library.searches.add(query="other", uid="o", name="Else")
    return path


@pytest.fixture
def model(session, open_file, talks, qapp):
    """Its searches."""
    model = SearchListModel(session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    open_file(talks)
    yield model
    model.deleteLater()


@pytest.fixture
def write(session, idle):
    """Writes to the library and waits until the list knows."""

    def write(command):
        session.run(command)
        idle(session)

    return write


def shown(model):
    lines = [model.index(row).data(LINE) for row in range(model.rowCount())]
    return [(line.search.name, number(line)) for line in lines]


def test_searches_are_listed_by_name_with_their_counts(model, idle, session):
    idle(session)
    assert shown(model) == [("Else", "1"), ("Zones", "2")]
    assert model.index_for("zones", "date").row() == 1
    assert model.index_of("o").row() == 0
    assert not model.index_for("zones", "best").isValid()
    assert not model.index_of("none").isValid()


def test_counts_follow_every_change_and_its_undo(model, write):
    write(lambda library: library.quotes.add(form="direct", text="more zones"))
    assert shown(model) == [("Else", "1"), ("Zones", "3")]
    write(lambda library: library.undo())
    assert shown(model) == [("Else", "1"), ("Zones", "2")]


def test_a_count_stays_until_the_newer_one_is_there_and_only_its_row_is_painted(model, write, qtbot):
    seen = []
    model.modelReset.connect(lambda: seen.append("reset"))
    model.dataChanged.connect(lambda first, last: seen.append((first.row(), last.row(), shown(model)[first.row()][1])))
    write(lambda library: library.quotes.edit("zones o", text="words"))
    assert seen == [(1, 1, "1")]
    write(lambda library: library.people.add(name="Ada"))
    assert seen == [(1, 1, "1")]


def test_a_search_that_is_renamed_keeps_its_count(model, write):
    before = []
    model.modelReset.connect(lambda: before.extend(shown(model)))
    write(lambda library: library.searches.rename("z", "A first one"))
    assert before == [("A first one", "2"), ("Else", "1")]


def test_a_search_that_is_added_or_removed_is_listed_or_not(model, write, qtbot):
    with qtbot.waitSignal(model.shown) as told:
        write(lambda library: library.searches.remove("z", "o"))
    assert (told.args, shown(model)) == ([0], [])
    write(lambda library: library.searches.add(query="peace"))
    assert shown(model) == [("peace", "1")]


def test_a_change_right_after_a_search_was_added_does_not_keep_it_from_the_list(model, session, idle, qtbot):
    idle(session)
    session.library.searches.add(query="words", name="Added")
    session.library.people.add(name="Ada")  # the list hears of both together
    qtbot.waitUntil(lambda: ("Added", "1") in shown(model))


def test_another_library_has_its_own_searches(model, open_file, tmp_path, idle, session):
    Library.create(tmp_path / "other.parley", "Other").close()
    open_file(tmp_path / "other.parley")
    idle(session)
    assert shown(model) == []


def test_a_name_can_be_changed_only_where_the_library_can(model, session):
    assert model.index(0).flags() & EDIT
    session.library.read_only = "It is only read."
    assert not model.index(0).flags() & EDIT


@pytest.mark.parametrize(
    ("found", "text"), [(None, ""), (0, "0"), (1234, "1,234"), (MOST_COUNTED - 1, "10,000"), (MOST_COUNTED, "10,000+")]
)
def test_a_count_is_shown_as_far_as_it_goes(found, text):
    assert number(SearchLine(Search(1, "u", "n", "q", "date"), found)) == text


def test_a_row_is_read_out_with_what_it_searches_for():
    assert spoken(SearchLine(Search(1, "u", "Zones", "zone*", "date"), 1)) == "Zones: zone*, 1 quote"
    assert spoken(SearchLine(Search(1, "u", "zone*", "zone*", "date"), 2)) == "zone*, 2 quotes"
    assert spoken(SearchLine(Search(1, "u", "zone*", "zone*", "date"), None)) == "zone*"
