import os
import sqlite3
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from db import Cancel, KnownError, Library
from db.errors import BadValue, Damaged, IndexDamaged, NewerFormat, NotALibrary, explain
from db.quote_query import parse

ROOT = Path(__file__).parents[2]


def text(path):
    path.write_text("Dear diary")


def picture(path):
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))


def utf16(path):
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA encoding = 'UTF-16'")
    conn.execute("CREATE TABLE t (a)")
    conn.close()


def other_program(path):
    conn = sqlite3.connect(path)
    conn.execute("CREATE TABLE meetings (a)")
    conn.close()


def begun(path):
    conn = sqlite3.connect(path)
    conn.execute(f"PRAGMA application_id = {0x50524C59}")
    conn.execute("CREATE TABLE meetings (a)")
    conn.close()


def newer(path):
    begun(path)
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA journal_mode = wal")
    conn.execute("PRAGMA user_version = 99")
    conn.close()


def cut_off(path):
    begun(path)
    path.write_bytes(path.read_bytes()[:60])


def loop(path):
    path.symlink_to(path.name)


WRONG = [
    (lambda _: None, NotALibrary, "There is no file"),
    (Path.mkdir, NotALibrary, "is a folder"),
    (Path.touch, NotALibrary, "is empty"),
    (text, NotALibrary, "another kind of file"),
    (picture, NotALibrary, "another kind of file"),
    (os.mkfifo, NotALibrary, "not an ordinary file"),
    (utf16, NotALibrary, "UTF-16"),
    (other_program, NotALibrary, "database of another program"),
    (begun, NotALibrary, "never finished"),
    (newer, NewerFormat, "made by a newer Parley (format 99; this one knows 4)"),
    (cut_off, Damaged, "only its first 60 bytes"),
    (loop, NotALibrary, "cannot be read"),
]


@pytest.mark.parametrize(("make", "kind", "sentence"), WRONG, ids=lambda value: getattr(value, "__name__", None))
def test_what_is_no_library_is_said_in_words_and_left_alone(tmp_path, make, kind, sentence):
    path = tmp_path / "it.parley"
    make(path)
    before = sorted(tmp_path.iterdir()), path.read_bytes() if path.is_file() else None
    with pytest.raises(kind) as refused:
        Library(path)
    assert sentence in str(refused.value)
    assert before == (sorted(tmp_path.iterdir()), path.read_bytes() if path.is_file() else None)


def test_an_existing_file_is_never_made_anew(tmp_path):
    path = tmp_path / "it.parley"
    text(path)
    with pytest.raises(KnownError, match="already"):
        Library.create(path, "Talks")
    assert path.read_text() == "Dear diary"
    assert list(tmp_path.iterdir()) == [path]


def test_a_library_is_made_whole_or_not_at_all(tmp_path):
    with pytest.raises(KnownError, match="could not be made"):
        Library.create(tmp_path / "no" / "it.parley", "Talks")
    assert list(tmp_path.iterdir()) == []


def test_altered_tables_are_read_and_not_written(library, talks):
    library.close()
    conn = sqlite3.connect(library.path)
    conn.execute("CREATE TRIGGER quote_index_sly AFTER INSERT ON people BEGIN DELETE FROM quotes; END")
    conn.close()
    with Library(library.path) as altered:
        assert (altered.read_only or "").endswith("for reading only: its tables were altered by another program.")
        assert altered.people.get(talks.lavrov).name == "Sergey Lavrov"


def test_a_column_that_was_renamed_is_damage_and_no_bug_of_ours(library, talks):
    library.close()
    conn = sqlite3.connect(library.path)
    conn.executescript("""
      PRAGMA writable_schema = on;
      UPDATE sqlite_schema SET sql = replace(sql, 'venue', 'wenue') WHERE name = 'meetings';
    """)
    conn.close()
    with Library(library.path) as altered, pytest.raises(Damaged, match="venue"):
        altered.meetings.get(talks.meeting)


def test_an_index_without_its_version_is_a_damaged_index(library, talks):
    library.close()
    conn = sqlite3.connect(library.path)
    conn.execute("DELETE FROM quote_index_config")
    conn.commit()
    conn.close()
    with Library(library.path) as altered, pytest.raises(IndexDamaged):
        altered.quotes.first(parse("military"), Cancel(), 50)


def test_a_library_left_in_wal_mode_is_taken_over(library, talks):
    library.close()
    conn = sqlite3.connect(library.path)
    conn.execute("PRAGMA journal_mode = wal")
    conn.close()
    with Library(library.path) as taken:
        taken.people.add(name="A")
    assert library.path.read_bytes()[18:20] == b"\1\1"
    assert list(library.path.parent.iterdir()) == [library.path]


CUT_OFF_WRITE = """
import os, sqlite3, sys
conn = sqlite3.connect(sys.argv[1], isolation_level=None)
conn.execute("PRAGMA cache_size = 1")
conn.execute("BEGIN IMMEDIATE")
conn.execute("INSERT INTO revisions (label, made_at, kind) VALUES ('cut off', '2020-01-01T00:00:00Z', 'edit')")
conn.execute("INSERT INTO open_revision SELECT max(id) FROM revisions")
conn.executemany("INSERT INTO people (uid, name) VALUES (?, ?)", [(f"cut-{n}", "x" * 500) for n in range(2000)])
os.kill(os.getpid(), 9)
"""


@pytest.fixture
def cut_off_library(library, talks):
    """The path of a library whose last write was killed half way, with its journal beside it."""
    library.close()
    size = library.path.stat().st_size
    subprocess.run([sys.executable, "-c", CUT_OFF_WRITE, str(library.path)], check=False)
    assert library.path.stat().st_size > size
    assert Path(f"{library.path}-journal").stat().st_size > 0
    return library.path


def test_a_write_that_was_cut_off_is_taken_back_on_opening(cut_off_library, talks):
    with Library(cut_off_library) as library:
        assert library.people.get(talks.lavrov).name == "Sergey Lavrov"
        with library.reading() as conn:
            assert conn.execute("SELECT count(*) FROM people").fetchone() == (1,)
        library.people.add(name="A")


def test_a_write_that_was_cut_off_is_named_when_it_cannot_be_taken_back(cut_off_library):
    with pytest.raises(KnownError, match="was cut off and must be taken back"):
        Library(cut_off_library, read_only="Only to look at.")


AS_ORDINARY_USER = """
import importlib, os, pkgutil, sys
sys.path.insert(0, {root!r})
from pathlib import Path
import sqlite_utils
import db
for module in pkgutil.iter_modules(db.__path__):  # later the checkout may be closed to us
    if module.name != "__main__":
        importlib.import_module(f"db.{{module.name}}")
from db import Cancel, KnownError, Library
if os.geteuid() == 0:
    os.setuid(65534)
try:
    with Library(Path(sys.argv[1])) as library:
        print(library.read_only)
        print(len(library.people.all(Cancel())))
        library.people.add(name="A")
except KnownError as error:
    print(error)
"""


def as_ordinary_user(path):
    """What a process without root's powers prints when it opens, reads and writes a library."""
    script = AS_ORDINARY_USER.format(root=str(ROOT))
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


@pytest.fixture
def shared_file(empty):
    """A library in a folder that every user may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        path = Path(folder) / "talks.parley"
        path.write_bytes(empty.read_bytes())
        yield path
        Path(folder).chmod(0o755)


def test_a_read_only_file_opens_for_reading(shared_file):
    shared_file.parent.chmod(0o777)
    shared_file.chmod(0o444)
    reason = "“talks.parley” may only be read: its owner does not let you change it."
    assert as_ordinary_user(shared_file) == [reason, "0", reason]


def test_a_file_in_a_read_only_folder_opens_for_reading(shared_file):
    shared_file.chmod(0o666)
    shared_file.parent.chmod(0o555)
    reason = "“talks.parley” may only be read: its folder does not let you write beside it."
    assert as_ordinary_user(shared_file) == [reason, "0", reason]


def test_a_file_that_may_not_be_read_is_said_to_be_closed(shared_file):
    shared_file.chmod(0)
    assert as_ordinary_user(shared_file) == [
        "You are not allowed to read “talks.parley”. Ask its owner, or choose another file."
    ]


def test_a_damaged_page_is_said_to_be_damaged(library, talks):
    library.close()
    content = bytearray(library.path.read_bytes())
    (size,) = struct.unpack(">H", content[16:18])
    content[100:size] = bytes(size - 100)
    library.path.write_bytes(content)
    with pytest.raises(Damaged, match="is damaged"):
        Library(library.path)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (sqlite3.SQLITE_IOERR_WRITE, "“a.parley” could not be written to (it). Your share of the disk"),
        (sqlite3.SQLITE_IOERR_FSYNC, "The disk did not answer while “a.parley” was in use (it)"),
        (sqlite3.SQLITE_CANTOPEN, "can no longer be opened"),
        (sqlite3.SQLITE_NOTADB, "is damaged"),
        (sqlite3.SQLITE_LOCKED, "Another program"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "cannot be written to"),
        (sqlite3.SQLITE_FULL, "disk is full"),
    ],
)
def test_errors_of_the_system_have_a_sentence(code, sentence):
    error = sqlite3.OperationalError("it")
    error.sqlite_errorcode = code
    assert sentence in str(explain(error, Path("a.parley")))


def test_an_error_of_ours_has_none():
    assert explain(sqlite3.OperationalError("no such column: x"), Path("a.parley")) is None


def test_more_than_a_field_can_hold_is_refused(library):
    library.writer.conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 100_000)
    with pytest.raises(BadValue, match="more than a library can keep in one field"):
        library.sources.add(title="x" * 200_000)
