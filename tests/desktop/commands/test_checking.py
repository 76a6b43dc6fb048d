"""Comparing all quotes again, as a function."""

import pytest

from db import Library
from db.references import Record
from desktop.commands import checking


@pytest.fixture
def path(tmp_path):
    """A library with two quotes of which one is in its source."""
    path = tmp_path / "talks.parley"
    with Library.create(path, "Talks", author="Ada") as library:
        source = library.sources.add(title="Report", text="We shall sign.")
        for uid, text in (("a", "We shall sign"), ("b", "We shall not sign")):
            library.quotes.add(uid=uid, form="direct", text=text)
            library.citations.add(Record("quote", uid), source=source)
    return path


def spoil(library):
    """Have the checks of a library say what is not so."""
    with library.revise("Spoil") as db:
        library.people.add(name="Nobody")
        db.conn.execute("UPDATE quote_checks SET result = 'missing', source_id = NULL, starts = NULL, ends = NULL")


def test_all_quotes_are_compared_and_what_changed_is_kept_and_told(session, open_file, path, idle):
    library = open_file(path)
    spoil(library)
    told, changes = [], []
    session.changed.connect(changes.append)
    checking.check_all(session, told.append)
    idle(session)
    assert told == [{"verbatim": 1, "differs": 1}]
    assert [change.rows for change in changes if change.touch("quote_checks")] == [{"quote_checks": 2}]
    with library.reading() as conn:
        assert [row[0] for row in conn.execute("SELECT result FROM quote_checks ORDER BY quote_id")] == [
            "verbatim",
            "differs",
        ]
    assert library.undo_labels()[0] == "Spoil"


def test_when_nothing_changed_nothing_is_written_or_told(session, open_file, path, idle):
    open_file(path)
    told, changes = [], []
    session.changed.connect(changes.append)
    checking.check_all(session, told.append)
    idle(session)
    assert (told, changes) == ([{"verbatim": 1, "differs": 1}], [])


def test_a_library_that_is_only_read_is_compared_too(session, settings, path, idle):
    with Library(path) as library:
        spoil(library)
    session.open(Library(path, read_only="Only to look at."), None)
    told = []
    checking.check_all(session, told.append)
    idle(session)
    assert told == [{"verbatim": 1, "differs": 1}]
    with session.library.reading() as conn:
        assert {row[0] for row in conn.execute("SELECT result FROM quote_checks")} == {"missing"}
