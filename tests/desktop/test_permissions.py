"""Files and folders that an ordinary user may not read or not change; tried in a process without privileges."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("as_ordinary_user.py")

pytestmark = pytest.mark.skipif(not hasattr(os, "setuid"), reason="permissions are other things on this system")


@pytest.fixture
def common():
    """A folder that everybody may enter."""
    folder = Path(tempfile.mkdtemp(prefix="parley-common-"))
    folder.chmod(0o777)
    yield folder
    for path in folder.rglob("*"):
        if path.is_dir():
            path.chmod(0o700)
    shutil.rmtree(folder)


@pytest.fixture
def opened(astana, common):
    """What the window says of files that an ordinary user opens."""
    home = common / "home"
    home.mkdir()
    home.chmod(0o777)
    good = copy(astana, home / "good.parley", 0o666)

    def opened(*paths):
        done = subprocess.run(
            [sys.executable, str(SCRIPT), str(good), *map(str, paths)],
            env={**os.environ, "PYTHONPATH": str(ROOT), "PARLEY_HOME": str(home)},
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert (done.returncode, "Traceback" in done.stderr, "lock" in done.stderr) == (0, False, False), done.stderr
        return json.loads(done.stdout)

    return opened


@pytest.fixture
def as_nobody():
    """The errors of code that an ordinary user runs, with everything imported before."""

    def as_nobody(code, **variables):
        loading = (
            "import db.dataset, db.whole_files, desktop.places, shutil, uuid, os, PySide6.QtCore, traceback, errno"
        )
        drop = "os.geteuid() or (os.setgroups([]), os.setgid(65534), os.setuid(65534))"
        done = subprocess.run(
            [sys.executable, "-c", f"{loading}; {drop}; {code}"], text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT), **variables}, capture_output=True, timeout=60, check=False,
        )  # fmt: skip
        return done.stderr

    return as_nobody


def copy(astana, path, mode):
    """A copy of the library with some permissions."""
    shutil.copy(astana, path)
    path.chmod(mode)
    return path


def copying(astana, common):
    """The code of a first copy, of a library that everybody may read."""
    good = copy(astana, common / "good.parley", 0o444)
    return (
        "from desktop import places; from pathlib import Path; "
        f"places.copy_whole(Path({str(good)!r}), places.data_folder() / places.LIBRARY_NAME)"
    )


def names(folder):
    """What lies in a folder."""
    return sorted(file.name for file in folder.iterdir())


def test_a_file_that_may_not_be_read_is_said_so(opened, astana, common):
    locked = copy(astana, common / "locked.parley", 0)
    (told,) = opened(locked)
    assert not told["opened"]
    assert told["said"].startswith("You are not allowed to read “locked.parley”.")
    assert names(common) == ["home", "locked.parley"]


def test_a_file_in_a_closed_folder_is_said_so(opened, astana, common):
    (common / "closed").mkdir()
    copy(astana, common / "closed" / "a.parley", 0o644)
    (common / "closed").chmod(0)
    (told,) = opened(common / "closed" / "a.parley")
    assert not told["opened"]
    assert told["said"].startswith("You are not allowed to read “a.parley”.")


def test_a_read_only_file_opens_for_reading_and_says_so(opened, astana, common):
    file = copy(astana, common / "a.parley", 0o444)
    (told,) = opened(file)
    assert told["opened"]
    assert told["said"] == "“a.parley” may only be read: its owner does not let you change it."
    assert told["after"] == told["said"]
    assert file.read_bytes() == astana.read_bytes()
    assert names(common) == ["a.parley", "home"]


def test_a_read_only_folder_opens_for_reading_and_says_so(opened, astana, common):
    folder = common / "cd"
    folder.mkdir()
    file = copy(astana, folder / "a.parley", 0o666)
    folder.chmod(0o555)
    (told,) = opened(file)
    assert told["opened"]
    assert told["said"] == "“a.parley” may only be read: its folder does not let you write beside it."
    assert told["after"] == told["said"]
    assert file.read_bytes() == astana.read_bytes()
    assert names(folder) == ["a.parley"]


def test_several_bad_files_one_after_the_other_leave_the_window_at_work(opened, astana, common):
    files = [copy(astana, common / f"{number}.parley", mode) for number, mode in enumerate((0, 0o444, 0, 0o666))]
    told = opened(*files)
    assert [one["opened"] for one in told] == [False, True, False, True]


def test_a_copy_into_a_closed_folder_is_refused_in_a_sentence(as_nobody, astana, common):
    (common / "closed").mkdir()
    (common / "closed").chmod(0)
    told = as_nobody(copying(astana, common), PARLEY_HOME=common / "closed")
    assert "KnownError: “Astana Process.parley” could not be made in" in told
    assert "Permission denied" in told


def test_a_copy_into_a_read_only_folder_is_refused_in_a_sentence(as_nobody, astana, common):
    (common / "cd").mkdir()
    (common / "cd").chmod(0o555)
    told = as_nobody(copying(astana, common), PARLEY_HOME=common / "cd")
    assert "KnownError: “Astana Process.parley” could not be made in" in told
    assert names(common / "cd") == []
