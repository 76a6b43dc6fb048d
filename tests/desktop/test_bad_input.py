"""Files that cannot be opened, opened in the real window: each gets a sentence, nothing is made, changed or lost."""

import os
import sqlite3
import subprocess
import sys

import pytest

from db import Library
from desktop.locking import LibraryLock

TAKE_LOCK = (
    "import os, sys; from pathlib import Path; from desktop.locking import LibraryLock; "
    "lock = LibraryLock(Path(sys.argv[1]))"
)


@pytest.fixture
def corner(tmp_path):
    """A folder with nothing else in it."""
    folder = tmp_path / "corner"
    folder.mkdir()
    return folder


def contents(folder):
    """All that lies in a folder, with its bytes."""
    return {path.name: path.read_bytes() if path.is_file() else path.is_dir() for path in folder.rglob("*")}


def bad_files(corner, astana):
    """A file of each kind that is no library to open, and what is said of it."""
    (corner / "empty.parley").touch()
    (corner / "text.parley").write_text("Minutes of a meeting, long enough to have a header of a hundred bytes. " * 9)
    (corner / "short.parley").write_bytes(astana.read_bytes()[:50])
    (corner / "folder.parley").mkdir()
    (corner / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    with sqlite3.connect(corner / "other.sqlite") as conn:
        conn.execute("CREATE TABLE t (x)")
    conn.close()
    (corner / "newer.parley").write_bytes(astana.read_bytes())
    with sqlite3.connect(corner / "newer.parley") as conn:
        conn.execute("PRAGMA user_version = 99")
    conn.close()
    (corner / "loop.parley").symlink_to("loop.parley")
    return {
        "missing.parley": "There is no file",
        "empty.parley": "is empty",
        "text.parley": "is not a Parley library",
        "short.parley": "is cut off",
        "folder.parley": "is a folder",
        "picture.png": "is not a Parley library",
        "other.sqlite": "is a database of another program",
        "newer.parley": "was made by a newer Parley (format 99",
        "loop.parley": "cannot be read",
        "x" * 300 + ".parley": "cannot be read",
    }


def test_what_is_no_library_is_said_and_the_present_one_stays(window, idle, corner, astana):
    expected = bad_files(corner, astana)
    before = contents(corner)
    for name, words in expected.items():
        window.open_path(corner / name)
        assert words in window.banner.text(), name
        assert window.session.library.path == astana
    idle(window.session)
    assert contents(corner) == before
    assert window.meetings.list.model().rowCount() > 54


@pytest.mark.parametrize("name", ["empty.parley", "text.parley", "newer.parley", "missing.parley"])
def test_a_start_with_what_is_no_library_says_so_and_the_empty_window_works(start, corner, astana, idle, name):
    expected = bad_files(corner, astana)
    before = contents(corner)
    app = start(corner / name)
    window = app.window
    assert expected[name] in window.banner.text()
    window.quotes.field.setText("ceasefire")
    window.meetings.filter.setText("astana")
    for name in ("undo", "copy_quote", "find_quotes", "zoom_in", "back", "title_page", "next_meeting", "save_copy"):
        window.actions_by_name[name].trigger()
    idle(app)
    assert contents(corner) == before
    window.open_path(astana)
    idle(app)
    assert window.meetings.list.model().rowCount() > 0


def overwrite_page(path, of):
    """Overwrite the first page of a table with rubbish, or the one in the middle of the file."""
    conn = sqlite3.connect(path)
    size, count = (conn.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_size", "page_count"))
    found = conn.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [of]).fetchone()
    conn.close()
    with path.open("r+b") as file:
        file.seek(((found[0] if found else count // 2) - 1) * size)
        file.write(b"\xde\xad\xbe\xef" * (size // 4))


@pytest.mark.parametrize(
    "place", ["quotes", "meetings", "sources", "participations", "revisions", "quote_index_data", "the middle"]
)
def test_a_damaged_page_is_said_in_a_sentence(start, astana, idle, place):
    overwrite_page(astana, place)
    before = astana.read_bytes()
    app = start(astana)
    assert "damaged" in app.window.banner.text()
    app.window.quotes.field.setText("ceasefire")
    app.window.meetings.list.step(1)
    idle(app)
    assert "damaged" in app.window.banner.text()
    assert astana.read_bytes() == before


def test_a_library_that_a_second_parley_holds_opens_for_reading_and_says_who_holds_it(start, astana, idle):
    code = f"{TAKE_LOCK}; print(lock.take(), flush=True); sys.stdin.read()"
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(astana)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdin
        assert holder.stdout
        assert holder.stdout.readline() == "None\n"
        app = start(astana)
        said = app.window.banner.text()
        assert "“astana.parley” is open in another Parley" in said
        assert f"process {holder.pid} on " in said
        assert not app.window.actions_by_name["undo"].isEnabled()
        before = astana.read_bytes()
        app.session.run(lambda library: library.tags.add(name="peace"))
        idle(app)
        assert "may only be read" in app.window.banner.text()
        assert astana.read_bytes() == before
        holder.stdin.close()


def test_the_lock_falls_away_with_a_process_that_is_killed(astana):
    code = f"{TAKE_LOCK}; lock.take(); os.kill(os.getpid(), 9)"
    assert subprocess.run([sys.executable, "-c", code, str(astana)], check=False).returncode == -9
    lock = LibraryLock(astana)
    assert lock.take() is None
    lock.release()


def test_a_library_that_another_program_writes_to_is_still_read(start, astana, idle):
    other = sqlite3.connect(astana, isolation_level=None)
    app = start(astana)
    other.execute("BEGIN IMMEDIATE")
    app.window.quotes.field.setText("ceasefire")
    idle(app)
    assert app.window.quotes.list.model().rowCount() > 0
    other.execute("ROLLBACK")
    other.close()


def test_an_empty_library_says_what_to_do_next(start, tmp_path):
    Library.create(tmp_path / "mine.parley", "Mine").close()
    window = start(tmp_path / "mine.parley").window
    assert "This library is empty." in window.front.toPlainText()
    assert "Open the Astana Process, unedited" in window.front.toPlainText()
    assert window.banner.text() == ""


@pytest.mark.parametrize(
    "name", [b"caf\xe9.parley", "Переговоры 😀.parley".encode(), b"a%20b?c#d.parley", b"two\nlines.parley"]
)
def test_a_library_opens_whatever_bytes_its_name_has(start, tmp_path, astana, idle, name):
    path = tmp_path / os.fsdecode(name)
    path.write_bytes(astana.read_bytes())
    app = start(path)
    assert app.window.meetings.list.model().rowCount() > 60
    app.session.run(lambda library: library.tags.add(name="peace"))
    idle(app)
    assert app.window.statusBar().currentMessage() == "Add tag: saved."
    app.window.menus._recent.aboutToShow.emit()


def test_without_a_library_the_page_says_what_to_do(start, tmp_path):
    window = start(tmp_path / "missing.parley").window
    assert "File › Open" in window.front.toPlainText()
