"""A record as it was, as a page."""

import re

import pytest

from db import Cancel, Library
from db.references import Record
from desktop.models.step_details import read_then
from desktop.pages.then import removed_page, then_page


def make(path):
    """The file of a library with a meeting that has parts, written by Ada."""
    with Library.create(path, "Then", author="Ada") as library, library.revise("Write down"):
        library.meetings.add(uid="m", kind="round", title="Round A", starts="2024-05", city="City A")
        party = library.parties.add(name="Country A", kind="state")
        library.participations.add(meeting="m", party=party, role="host", attendance="invited")
        library.outcomes.add(uid="o", meeting="m", act="agreed", text="A mechanism was made")
        library.notes.add(Record("outcome", "o"), uid="n", body="Where?")
    return path


@pytest.fixture
def library(copy_of):
    """A library with a meeting that has parts, written by Ada."""
    with Library(copy_of(make, "then.parley"), author="Ada") as library:
        yield library


def past(library, moment=None, day=""):
    """The meeting as it was after the first step, or at another moment."""
    first = library.history.steps(Cancel())[-1].id
    return read_then(library, Record("meeting", "m"), first if moment is None else moment, day, Cancel())


def test_values_stand_beside_those_of_now(library, plain):
    library.meetings.edit("m", city="City B", venue="Hotel A")
    shown = plain(then_page(past(library)))
    assert re.match(r"Round A\nAs it was after “Write down” \(Ada, .*\)\.\n", shown)
    assert re.search(r"City\n+City A\nnow: City B", shown)
    assert re.search(r"Venue\n+not known\nnow: Hotel A", shown)
    assert re.search(r"First day\n+May 2024\n", shown)


def test_parts_stand_under_headings_and_say_what_became_of_them(library, plain):
    library.outcomes.edit("o", text="A mechanism was planned")
    library.notes.remove("n")
    library.quotes.add(meeting="m", form="direct", text="Came later")
    shown = plain(then_page(past(library)))
    assert "Participants\nCountry A host · invited\n" in shown
    assert "Outcomes\nA mechanism was made agreed changed since\n" in shown
    assert "Note: Where? Ada removed since" in shown
    assert "1 thing was added to it since." in shown.lower() or "1 thing was added to it since" in shown


def test_a_day_is_said_with_the_last_step_by_then(library, plain):
    shown = plain(then_page(past(library, "2099-01-01T23:59:59Z", "2099-01-01")))
    assert "As it was at the end of 1 January 2099. The last step by then was of " in shown


def test_before_it_was_added_it_was_not_there(library, plain):
    shown = plain(then_page(past(library, "1999-12-31", "1999-12-31")))
    assert "This record was not in the library then. It is in the library now." in shown


def test_a_removed_record_is_shown_as_it_was_with_the_step_that_removed_it(library, plain):
    library.meetings.remove("m")
    (removed,) = library.history.removed(Cancel())
    page = removed_page(removed, past(library, removed.revision - 1))
    shown = plain(page)
    assert re.match(r"Round A\nMeeting · removed by Remove meeting · Ada · ", shown)
    assert f"href='step:{removed.revision}'" in page.html
    assert "A mechanism was made agreed" in shown
    assert "removed since" not in shown
    assert "It has been removed since." in plain(then_page(past(library)))


def test_hostile_texts_are_shown_as_typed(library, plain):
    hostile = "<img src='file:x'><Iran> & </p>"
    library.meetings.edit("m", title=hostile, city=hostile)
    library.notes.edit("n", body=hostile)
    library.author = hostile
    library.outcomes.edit("o", note=hostile)
    newest = library.history.steps(Cancel(), limit=1)[0].id
    page = then_page(past(library, newest))
    assert plain(page).count(hostile) >= 5
    assert "<img" not in page.html


def test_long_texts_are_cut(library, plain):
    library.notes.edit("n", body="word " * 1000)
    library.meetings.edit("m", summary="word " * 1000)
    newest = library.history.steps(Cancel(), limit=1)[0].id
    shown = plain(then_page(past(library, newest)))
    assert "Copy all 5,000 characters" in shown
    assert len(shown) < 2500
