"""A sitting at a field is one revision, however often it was stored meanwhile."""

import pytest

from db import Library
from db.cancel import Cancel
from db.digest import content_digest
from db.errors import BadValue


@pytest.fixture
def library(tmp_path):
    with Library.create(tmp_path / "talks.parley", "Talks", author="Ada") as library:
        yield library


@pytest.fixture
def meeting(library):
    return library.meetings.add(kind="round", title="Talks")


def store(library, uid, title, into=None):
    told = []
    library.on_change(told.append)
    with library.revise("Edit meeting: Title", into=into):
        library.meetings.edit(uid, title=title)
    return told[0].revision


def steps(library):
    return [step.label for step in library.history.steps(Cancel())]


def test_a_sitting_that_goes_on_stays_one_revision(library, meeting):
    first = store(library, meeting, "T")
    assert store(library, meeting, "Ta", into=first) == first
    assert store(library, meeting, "Talk", into=first) == first
    assert steps(library) == ["Edit meeting: Title", "Add meeting"]
    library.undo()
    assert library.meetings.get(meeting).title == "Talks"
    library.redo()
    assert library.meetings.get(meeting).title == "Talk"


def test_a_sitting_that_adds_a_record_and_goes_on_is_undone_as_one(library):
    with library.reading() as conn:
        before = content_digest(conn)
    told = []
    library.on_change(told.append)
    with library.revise("Add person"):
        uid = library.people.add(name="A")
    with library.revise("Edit person", into=told[0].revision):
        library.people.edit(uid, name="Ada")
    library.undo()
    with library.reading() as conn:
        assert content_digest(conn) == before
    library.redo()
    assert library.people.get(uid).name == "Ada"


def test_after_another_step_a_sitting_begins_a_revision_of_its_own(library, meeting):
    first = store(library, meeting, "A")
    library.people.add(name="Ada")
    assert store(library, meeting, "B", into=first) > first
    assert len(steps(library)) == 4


def test_after_undo_a_sitting_begins_a_revision_of_its_own(library, meeting):
    first = store(library, meeting, "A")
    library.undo()
    second = store(library, meeting, "B", into=first)
    assert second > first
    library.undo()
    assert library.meetings.get(meeting).title == "Talks"


def test_another_author_does_not_write_into_a_revision(library, meeting):
    first = store(library, meeting, "A")
    library.author = "Bo"
    assert store(library, meeting, "B", into=first) > first


def test_a_step_that_was_taken_up_again_and_failed_keeps_what_it_had(library, meeting):
    first = store(library, meeting, "A")

    def fail():
        with library.revise("Edit meeting: Title", into=first):
            library.meetings.edit(meeting, title="B")
            library.meetings.edit(meeting, title="")

    with pytest.raises(BadValue):
        fail()
    assert library.meetings.get(meeting).title == "A"
    library.undo()
    assert library.meetings.get(meeting).title == "Talks"
