"""The rows under a field for a name, over real libraries."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from db import Library
from db.new_names import New
from db.vocabulary import PARTY_KINDS
from desktop.models.name_matches import ROW, NameMatchesModel


def make(path):
    """The file of a library with a few made-up people and parties."""
    with Library.create(path, "Talks") as library:
        for name in ("Ada Brandt", "Adam Cole", "Canada Dry"):
            library.people.add(name=name)
        library.parties.add(name="Country A", short_name="CA", kind="state")
        library.topics.add(name="zones", label="Zones")
    return path


@pytest.fixture
def talks(open_file, copy_of):
    """An open library with a few made-up people and parties."""
    return open_file(copy_of(make))


@pytest.fixture
def model(session, talks, qtbot):
    """Makes a model of a kind."""
    made = []

    def model(kind):
        it = NameMatchesModel(session, kind)
        made.append((it, QAbstractItemModelTester(it, QAbstractItemModelTester.FailureReportingMode.Fatal)))
        return it

    yield model
    for it, _ in made:
        it.deleteLater()


@pytest.fixture
def look_up(qtbot):
    """Looks a text up; gives the rows as they are shown."""

    def look_up(model, text):
        with qtbot.waitSignal(model.found):
            model.look_up(text)
        return [model.index(row).data() for row in range(model.rowCount())]

    return look_up


def test_matches_come_before_what_can_be_made_new(model, look_up):
    people = model("person")
    assert look_up(people, " ada ") == ["Ada Brandt", "Adam Cole", "Canada Dry", "New person “ada”"]
    assert people.row(people.index(3)) == New("person", "ada")
    assert people.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Ada Brandt"
    assert people.index(3).data(Qt.ItemDataRole.AccessibleTextRole) == "New person “ada”"


def test_a_party_can_be_made_of_each_kind(model, look_up):
    parties = model("party")
    assert look_up(parties, "country b")[1:] == [
        f"New party “country b”: {kind.lower()}" for kind in PARTY_KINDS.values()
    ]
    assert parties.index(1).data(ROW) == New("party", "country b", "state")
    look_up(parties, "ca")
    assert parties.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Country A, State · CA, “CA”"


def test_a_known_name_can_be_given_to_another_person_but_not_to_another_topic(model, look_up):
    assert look_up(model("person"), "Ada Brandt") == ["Ada Brandt", "Another person called “Ada Brandt”"]
    assert look_up(model("topic"), "zones") == ["Zones"]
    assert look_up(model("meeting"), "zones") == []


def test_nothing_typed_offers_nothing_new_and_chooses_nothing_beforehand(model, look_up):
    people = model("person")
    assert look_up(people, "") == ["Ada Brandt", "Adam Cole", "Canada Dry"]
    assert people.likely() == -1


def test_only_a_beginning_is_chosen_beforehand(model, look_up, talks):
    people = model("person")
    look_up(people, "co")
    assert people.likely() == 0
    look_up(people, "nada")
    assert people.likely() == -1
    talks.people.add(name="Ada Brandt")
    look_up(people, "ada brandt")
    assert (people.likely(), len(people.exact())) == (-1, 2)


def test_of_two_spelled_alike_the_one_to_the_letter_is_exact(model, look_up, talks):
    talks.people.add(name="Önal")
    talks.people.add(name="Onal")
    people = model("person")
    look_up(people, "Önal")
    assert [match.name for match in people.exact()] == ["Önal"]
    look_up(people, "ONAL")
    assert len(people.exact()) == 2


def test_what_is_chosen_already_is_left_out_and_not_offered_as_new(model, look_up, talks):
    topics = model("topic")
    look_up(topics, "zones")
    topics.leave_out(frozenset({topics.exact()[0].uid}))
    assert look_up(topics, "zones") == []


def test_only_the_newest_text_lands(model, qtbot, session):
    people = model("person")
    found = []
    people.found.connect(lambda: found.append(people.text))
    for text in ("a", "ad", "ada"):
        people.look_up(text)
    assert not people.knows("ada")
    qtbot.waitUntil(lambda: not session.tasks.busy)
    assert found[-1] == "ada"
    assert people.knows("ada")


def test_after_a_change_what_was_found_no_longer_counts(model, look_up, talks, qtbot):
    people = model("person")
    look_up(people, "ada")
    talks.people.add(name="Ada")
    qtbot.waitUntil(lambda: not people.knows("ada"))
    assert people.rowCount()


def test_a_list_that_is_gone_is_not_filled(session, talks, qtbot):
    model = NameMatchesModel(session, "person")
    model.look_up("ada")
    model.deleteLater()
    qtbot.waitUntil(lambda: not session.tasks.busy)
