import shutil
import sqlite3
from pathlib import Path

import pytest

from db import Library, digest, integrity, opening
from db.cancel import Cancel
from db.errors import ReadOnly

FORMATS = sorted((Path(__file__).parent / "formats").glob("*.parley"))


def schema(conn):
    return conn.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY type, name"
    ).fetchall()


@pytest.mark.parametrize("released", FORMATS, ids=lambda path: path.stem)
def test_a_file_of_any_released_format_opens_as_a_new_one(library, released, tmp_path):
    path = Path(shutil.copy(released, tmp_path / "old.parley"))
    with Library(path) as old, old.reading() as conn, library.reading() as new:
        assert old.read_only is None
        assert schema(conn) == schema(new)
        assert conn.execute("PRAGMA user_version").fetchone() == new.execute("PRAGMA user_version").fetchone()
    assert integrity.check(path) == []
    with Library(path) as old:
        assert [person.name for person in old.people.all(Cancel())] == ["Sergey Lavrov"]
        old.people.add(name="New")
        old.undo()
        while old.undo_labels()[0]:
            old.undo()


def test_there_is_a_file_of_every_released_format():
    assert [int(path.stem) for path in FORMATS] == list(opening.FINGERPRINTS)


def test_triggers_are_made_anew_after_the_steps(library):
    """The door is rebuilt whenever a file is brought up to date: a step that rebuilds a table drops its triggers."""
    library.close()
    conn = sqlite3.connect(library.path, isolation_level=None)
    conn.execute("DROP TRIGGER people_log_insert")
    opening.upgrade(conn)
    with pytest.raises(sqlite3.IntegrityError, match="outside a revision"):
        conn.execute("INSERT INTO people (uid, name) VALUES ('x', 'x')")
    assert opening.fingerprint(conn) == opening.FINGERPRINTS[opening.FORMAT]
    conn.close()


def test_a_step_that_fails_leaves_the_file_as_it_was(library, monkeypatch):
    library.close()
    before = library.path.read_bytes()
    conn = sqlite3.connect(library.path, isolation_level=None)
    conn.execute("PRAGMA foreign_keys = on")
    monkeypatch.setattr("db.migrations.APPLICATION_ID", "no number")
    with pytest.raises(sqlite3.OperationalError):
        opening.upgrade(conn)
    conn.close()
    assert library.path.read_bytes() == before


def test_an_older_format_that_cannot_be_written_is_said_to_need_a_copy(library, monkeypatch):
    library.close()
    monkeypatch.setattr(opening, "FORMAT", opening.FORMAT + 1)
    with pytest.raises(ReadOnly, match="older format and must be brought up to date first: copy it"):
        Library(library.path, read_only="Only to look at.")


@pytest.mark.parametrize("released", FORMATS[:-1], ids=lambda path: path.stem)
def test_what_a_library_shipped_with_is_still_known_for_it_after_the_steps(released, tmp_path):
    """The digest of it counts columns and tables that there were not yet when it was made."""
    path = Path(shutil.copy(released, tmp_path / "old.parley"))
    conn = sqlite3.connect(path, isolation_level=None)
    conn.execute("UPDATE revisions SET kind = 'dataset', reverts = NULL")
    digest.keep(conn)
    conn.close()
    with Library(path):
        pass
    assert integrity.check(path) == []


def test_content_that_was_changed_unseen_is_still_told_after_the_steps(tmp_path):
    path = Path(shutil.copy(FORMATS[0], tmp_path / "old.parley"))
    conn = sqlite3.connect(path, isolation_level=None)
    conn.execute("UPDATE revisions SET kind = 'dataset', reverts = NULL")
    conn.execute("INSERT INTO library (key, value) VALUES ('content_digest', 'x')")
    conn.close()
    with Library(path):
        pass
    assert integrity.check(path) == ["The content is not what was shipped, although the history shows no change."]


def test_quotes_with_brackets_are_checked_by_the_rules_of_today(tmp_path):
    path = Path(shutil.copy(FORMATS[2], tmp_path / "old.parley"))
    conn = sqlite3.connect(path, isolation_level=None)
    for (name,) in conn.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'quotes'"
    ).fetchall():
        conn.execute(f"DROP TRIGGER {name}")
    conn.execute("UPDATE quotes SET text = text || ' [not]'")
    conn.execute("UPDATE quote_checks SET result = 'verbatim'")
    conn.close()
    with Library(path) as library, library.reading() as conn:
        assert conn.execute("SELECT DISTINCT result FROM quote_checks").fetchall() not in ([], [("verbatim",)])
