import errno
import os

import pytest

from db.errors import DiskFull, KnownError
from db.whole_files import whole_file


def test_a_file_gets_its_name_when_it_is_finished(tmp_path):
    target = tmp_path / "notes.txt"
    with whole_file(target) as begun:
        begun.write_text("whole")
        assert not target.exists()
    assert target.read_text() == "whole"
    assert os.listdir(tmp_path) == ["notes.txt"]


def test_work_that_fails_leaves_nothing(tmp_path):
    with pytest.raises(ValueError, match="half"), whole_file(tmp_path / "notes.txt") as begun:
        begun.write_text("ha")
        raise ValueError("half")
    assert os.listdir(tmp_path) == []


def test_a_file_that_is_there_stays(tmp_path):
    target = tmp_path / "notes.txt"
    target.write_text("mine")
    with pytest.raises(KnownError, match="There is a file “notes.txt” already"), whole_file(target) as begun:
        begun.write_text("yours")
    assert target.read_text() == "mine"


def test_a_file_that_appears_meanwhile_stays(tmp_path):
    target = tmp_path / "notes.txt"
    with pytest.raises(KnownError, match="already"), whole_file(target) as begun:
        begun.write_text("yours")
        target.write_text("mine")
    assert target.read_text() == "mine"
    assert os.listdir(tmp_path) == ["notes.txt"]


def test_a_file_is_replaced_only_by_a_finished_one(tmp_path):
    target = tmp_path / "notes.txt"
    target.write_text("old")
    with pytest.raises(ValueError, match="half"), whole_file(target, replace=True) as begun:
        begun.write_text("ne")
        raise ValueError("half")
    assert target.read_text() == "old"
    with whole_file(target, replace=True) as begun:
        begun.write_text("new")
    assert target.read_text() == "new"


def test_a_missing_folder_is_named(tmp_path):
    with (
        pytest.raises(KnownError, match="could not be made in “.*/no”: No such file"),
        whole_file(tmp_path / "no" / "a"),
    ):
        pass


def test_a_full_disk_is_said_so(tmp_path):
    with pytest.raises(DiskFull, match="The disk is full"), whole_file(tmp_path / "a") as begun:
        begun.write_text("some")
        raise OSError(errno.ENOSPC, "No space left on device")
    assert os.listdir(tmp_path) == []


def test_a_file_system_without_links_will_do(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    with whole_file(tmp_path / "a") as begun:
        begun.write_text("one")
    with pytest.raises(KnownError, match="already"), whole_file(tmp_path / "a") as begun:
        begun.write_text("two")
    assert (tmp_path / "a").read_text() == "one"
