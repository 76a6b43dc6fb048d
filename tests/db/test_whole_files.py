import errno
import os

import pytest

from db.errors import DiskFull, KnownError
from db.whole_files import whole_file


def write(target, text, *, replace=False, error=None, meanwhile=None):
    """Write a file whole; the error comes up half-way, `meanwhile` is what another program writes to the target."""
    with whole_file(target, replace=replace) as begun:
        begun.write_text(text)
        if meanwhile:
            target.write_text(meanwhile)
        if error:
            raise error


def names(folder):
    return [path.name for path in folder.iterdir()]


@pytest.fixture
def target(tmp_path):
    return tmp_path / "notes.txt"


def test_a_file_gets_its_name_when_it_is_finished(target):
    with whole_file(target) as begun:
        begun.write_text("whole")
        assert not target.exists()
    assert target.read_text() == "whole"
    assert names(target.parent) == ["notes.txt"]


def test_work_that_fails_leaves_nothing(target):
    with pytest.raises(ValueError, match="half"):
        write(target, "ha", error=ValueError("half"))
    assert names(target.parent) == []


def test_a_file_that_is_there_stays(target):
    target.write_text("mine")
    with pytest.raises(KnownError, match=r"There is a file “notes\.txt” already"):
        write(target, "yours")
    assert target.read_text() == "mine"


def test_a_file_that_appears_meanwhile_stays(target):
    with pytest.raises(KnownError, match="already"):
        write(target, "yours", meanwhile="mine")
    assert target.read_text() == "mine"
    assert names(target.parent) == ["notes.txt"]


def test_a_file_is_replaced_only_by_a_finished_one(target):
    target.write_text("old")
    with pytest.raises(ValueError, match="half"):
        write(target, "ne", replace=True, error=ValueError("half"))
    assert target.read_text() == "old"
    write(target, "new", replace=True)
    assert target.read_text() == "new"


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(KnownError, match=r"could not be made in “.*/no”: No such file"):
        write(tmp_path / "no" / "notes.txt", "text")


def test_what_is_no_file_is_never_replaced(target):
    os.mkfifo(target)
    link = target.with_name("link.txt")
    link.symlink_to(target)
    folder = target.with_name("folder.txt")
    folder.mkdir()
    for one in (target, link, folder):
        with pytest.raises(KnownError, match=rf"“{one.name}” in “.*” is no ordinary file, but a folder, a device"):
            write(one, "text", replace=True)
    assert (target.is_fifo(), link.is_symlink(), folder.is_dir()) == (True, True, True)
    assert sorted(names(target.parent)) == ["folder.txt", "link.txt", "notes.txt"]


def test_a_link_to_a_file_is_replaced_and_the_file_stays(target):
    target.write_text("old")
    link = target.with_name("link.txt")
    link.symlink_to(target)
    write(link, "new", replace=True)
    assert (link.is_symlink(), link.read_text(), target.read_text()) == (False, "new", "old")


def test_a_full_disk_is_said_so(target):
    with pytest.raises(DiskFull, match="The disk is full"):
        write(target, "some", error=OSError(errno.ENOSPC, "No space left on device"))
    assert names(target.parent) == []


def test_a_file_system_without_links_will_do(target, monkeypatch):
    def refuse(*_):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    write(target, "one")
    with pytest.raises(KnownError, match="already"):
        write(target, "two")
    assert target.read_text() == "one"


def test_what_a_killed_program_left_long_ago_is_swept_away(target):
    old, new = (target.with_name(f".{target.name}.{name}.begun") for name in ("old", "new"))
    for left in (old, new):
        left.write_text("ha")
    os.utime(old, (1, 1))
    write(target, "whole")
    assert sorted(names(target.parent)) == sorted((target.name, new.name))
