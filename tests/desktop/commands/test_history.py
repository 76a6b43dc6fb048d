"""Taking back and restoring, as functions."""

from db import Cancel, Library
from db.references import Record
from desktop.commands import history


def test_a_step_is_taken_back_once_and_what_is_there_is_not_restored(session, open_file, idle, tmp_path):
    path = tmp_path / "talks.parley"
    with Library.create(path, "Talks", author="Ada") as library:
        library.people.add(uid="p", name="Countess A")
        library.people.remove("p")
    library = open_file(path)
    done, failed = [], []
    newest = library.history.steps(Cancel(), limit=1)[0].id
    history.take_back(session, newest, done.append, failed.append)
    history.take_back(session, newest, done.append, failed.append)
    history.restore(session, Record("person", "p"), done.append, failed.append)
    idle(session)
    assert len(done) == 1
    assert [str(error)[:20] for error in failed] == ["“Remove person” of 2", "The person “Countess"]
    assert library.people.get("p").name == "Countess A"


def test_a_removed_record_is_restored(session, open_file, idle, tmp_path):
    path = tmp_path / "talks.parley"
    with Library.create(path, "Talks", author="Ada") as library:
        library.people.add(uid="p", name="Countess A")
        library.people.remove("p")
    open_file(path)
    done = []
    history.restore(session, Record("person", "p"), done.append)
    idle(session)
    assert done == [None]
    assert session.library.people.get("p").name == "Countess A"
