"""The session: commands and change notices, libraries that replace each other, and an end that loses nothing."""

import threading

import pytest

from db import Cancel, Library
from desktop.commands import edit, libraries


@pytest.fixture
def talks(library):
    """An empty library, closed."""
    library.close()
    return library.path


@pytest.fixture
def other(tmp_path):
    """Another empty library, closed."""
    Library.create(tmp_path / "other.parley", "Other").close()
    return tmp_path / "other.parley"


def tags(path):
    """The names of the tags in a library."""
    with Library(path) as library:
        return [tag.name for tag in library.tags.all(Cancel())]


def test_a_command_runs_and_tells_what_it_changed_on_the_gui_thread(session, open_file, talks, idle):
    open_file(talks)
    told = []
    session.changed.connect(lambda changes: told.append((changes.label, threading.get_ident())))
    session.run(lambda library: library.tags.add(name="peace"))
    idle(session)
    assert told == [("Add tag", threading.get_ident())]


def test_a_command_that_changes_nothing_tells_nothing(session, open_file, talks, idle):
    open_file(talks)
    told = []
    session.changed.connect(told.append)
    session.run(lambda library: library.undo_labels())
    idle(session)
    assert told == []


def test_a_write_that_lands_after_its_library_was_let_go_of_is_told_to_nobody(session, open_file, talks, other, idle):
    for name, let_go in (("one", session.close), ("two", lambda: open_file(other))):
        open_file(talks)
        told = []
        session.changed.connect(told.append)
        session.run(lambda library, name=name: library.tags.add(name=name))
        let_go()
        idle(session)
        assert told == []
    assert tags(talks) == ["one", "two"]


def test_undo_and_redo_are_commands(session, open_file, talks, idle):
    library = open_file(talks)
    session.run(lambda library: library.tags.add(name="peace"))
    edit.undo(session)
    idle(session)
    assert library.tags.all(Cancel()) == []
    done = []
    edit.redo(session, done.append)
    idle(session)
    assert [tag.name for tag in library.tags.all(Cancel())] == ["peace"]
    assert len(done) == 1


def test_nothing_to_undo_is_a_sentence(session, open_file, talks, idle, tasks):
    told = []
    tasks.failed.connect(lambda error: told.append(str(error)))
    open_file(talks)
    edit.undo(session)
    idle(session)
    assert len(told) == 1
    assert told[0].endswith(".")


def test_switching_lets_queued_writes_reach_the_library_they_were_meant_for(session, open_file, talks, other):
    open_file(talks)
    for number in range(20):
        session.run(lambda library, number=number: library.tags.add(name=f"tag {number:02}"))
    open_file(other)
    assert session.library.path == other
    assert tags(talks) == [f"tag {number:02}" for number in range(20)]
    assert tags(other) == []


def test_closing_waits_for_queued_writes(session, open_file, tasks, talks):
    open_file(talks)
    for number in range(20):
        session.run(lambda library, number=number: library.tags.add(name=f"tag {number:02}"))
    session.close()
    tasks.close()
    assert len(tags(talks)) == 20
    assert not session.is_open
    assert [file.name for file in talks.parent.glob(".*")] == []


def test_a_read_of_a_library_that_was_replaced_is_dropped_in_silence(session, open_file, talks, other, tasks, idle):
    failures, handed = [], []
    tasks.failed.connect(failures.append)
    open_file(talks)
    begun = threading.Event()

    def long(library, cancel):
        begun.set()
        while True:
            library.tags.all(cancel)

    session.read(long, handed.append)
    begun.wait()
    open_file(other)
    assert (failures, handed) == ([], [])


def test_going_back_to_a_library_at_once_opens_it_for_writing_again(session, settings, talks, other, idle):
    libraries.open_library(session, settings, talks)
    session.run(lambda library: library.tags.add(name="peace"))
    libraries.open_library(session, settings, other)
    libraries.open_library(session, settings, talks)
    assert session.library.read_only is None
    idle(session)


def test_a_library_that_cannot_be_opened_leaves_the_present_one(session, open_file, talks, tmp_path):
    open_file(talks)
    (tmp_path / "text.parley").write_text("no library")
    with pytest.raises(Exception, match="not a Parley library"):
        open_file(tmp_path / "text.parley")
    assert session.library.path == talks
    session.library.tags.add(name="still open")


def test_the_open_library_is_not_opened_again(session, open_file, talks):
    library = open_file(talks)
    (talks.parent / "link.parley").symlink_to(talks)
    assert open_file(talks) is library
    assert open_file(talks.parent / "link.parley") is library
