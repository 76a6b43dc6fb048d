"""A person's own copy of the shipped library: whole or not at all, and never in place of a file that is there."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from db import Cancel, KnownError, Library, meeting_list
from db.errors import DiskFull
from desktop import places

ROOT = Path(__file__).resolve().parents[2]
COPY = "import sys; from pathlib import Path; from desktop import places; places.copy_whole(*map(Path, sys.argv[1:3]))"
CUT_OFF = f"import signal; signal.signal(signal.SIGXFSZ, signal.SIG_DFL); {COPY}"  # ends at a byte too many
TINY = 100_000  # bytes of a disk too small for the library


@pytest.fixture
def shipped(monkeypatch, shipped_file):
    """The shipped library of this test session as the one that ships with the program."""
    monkeypatch.setattr(places, "shipped_library", lambda: shipped_file)
    return shipped_file


def run_limited(code, *arguments):
    """Run code in a process whose files may not grow beyond a size."""
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({TINY}, {TINY})); {code}"
    return subprocess.run(
        [sys.executable, "-c", limit, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


def names(folder):
    """What lies in a folder."""
    return sorted(file.name for file in folder.iterdir())


def test_the_first_copy_is_the_shipped_library_to_the_byte(home, shipped):
    copy = places.own_copy()
    assert copy == home / "Astana Process.parley"
    assert copy.read_bytes() == shipped.read_bytes()
    assert names(home) == [copy.name]


def test_the_own_copy_is_made_once(home, shipped):
    places.own_copy().write_bytes(b"mine")
    assert places.own_copy().read_bytes() == b"mine"


def test_fresh_copies_stand_beside_the_own_one(home, shipped):
    own = places.own_copy()
    own.write_bytes(b"mine")
    names = [places.fresh_copy().name for _ in range(3)]
    assert names == [
        "Astana Process, unedited.parley", "Astana Process, unedited 2.parley", "Astana Process, unedited 3.parley",
    ]  # fmt: skip
    assert own.read_bytes() == b"mine"
    with Library(home / names[2]) as library:
        assert len(meeting_list.lines(library, Cancel())) == 60


def test_a_file_that_is_there_is_never_replaced(home, shipped):
    (home / "a.parley").write_bytes(b"mine")
    with pytest.raises(KnownError, match=r"There is a file “a\.parley” already"):
        places.copy_whole(shipped, home / "a.parley")
    assert (home / "a.parley").read_bytes() == b"mine"
    assert names(home) == ["a.parley"]


def test_a_copy_cut_off_by_a_kill_leaves_no_library_and_the_next_start_makes_it(home, shipped):
    target = home / places.LIBRARY_NAME
    killed = run_limited(CUT_OFF, shipped, target)
    assert killed.returncode == -signal.SIGXFSZ
    assert not target.exists()
    assert places.own_copy().read_bytes() == shipped.read_bytes()


def test_a_copy_that_may_not_grow_is_said_and_leaves_nothing(home, shipped):
    done = run_limited(COPY, shipped, home / "a.parley")
    assert done.returncode == 1
    assert "KnownError: “a.parley” could not be made" in done.stderr
    assert names(home) == []


def test_a_full_disk_is_said_and_leaves_nothing(home, shipped):
    mounted = subprocess.run(
        ["unshare", "--mount", "--map-root-user", "sh", "-c", FULL_DISK, "sh", home, sys.executable, COPY, shipped],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if mounted.returncode == 99 or "unshare:" in mounted.stderr:
        pytest.skip("this system lets nobody mount a small disk")
    assert "DiskFull: The disk is full: “a.parley” could not be made" in mounted.stderr
    assert mounted.stdout.splitlines() == ["left:"]


FULL_DISK = f"""
mount -t tmpfs -o size={TINY} none "$1" || exit 99
"$2" -c "$3" "$4" "$1/a.parley"
echo left: $(ls -A "$1")
"""


def test_a_full_disk_at_the_first_start_is_said_in_the_window(start, monkeypatch):
    def full():
        raise DiskFull("The disk is full.")

    monkeypatch.setattr(places, "own_copy", full)
    window = start().window
    assert window.banner.text() == "The disk is full."


def test_the_folder_is_made_when_it_is_missing(tmp_path, monkeypatch):
    monkeypatch.setenv("PARLEY_HOME", str(tmp_path / "a" / "b"))
    assert places.data_folder() == tmp_path / "a" / "b"
    assert (tmp_path / "a" / "b").is_dir()


def test_a_folder_that_cannot_be_made_is_said_and_the_window_works(tmp_path, monkeypatch, start, astana, idle):
    (tmp_path / "file").touch()
    monkeypatch.setenv("PARLEY_HOME", str(tmp_path / "file"))
    with pytest.raises(KnownError, match="Set PARLEY_HOME to a folder where you may write") as error:
        places.data_folder()
    app = start(problem=error.value)
    assert app.window.banner.text() == str(error.value)
    app.window.actions_by_name["open_library"].trigger()
    assert app.window.banner.text() == str(error.value)
    app.window.open_path(astana)
    idle(app)
    assert app.window.meetings.list.model().rowCount() > 60


def test_the_shipped_library_is_built_from_its_texts():
    library = places.shipped_library()
    assert library.read_bytes()[:15] == b"SQLite format 3"
