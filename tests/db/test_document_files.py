"""The bytes of a file to import: plain files only, and a sentence for everything else."""

import os
import subprocess
import sys

import pytest

from db import document_files
from db.cancel import Cancel, Cancelled
from db.extraction.process import NotRead

POSIX = pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")


def refusal(path):
    with pytest.raises(NotRead) as refused:
        document_files.read(path, Cancel())
    return str(refused.value)


def test_a_plain_file_is_read_whole(tmp_path):
    content = bytes(range(256)) * 10_000
    (tmp_path / "x.bin").write_bytes(content)
    assert document_files.read(tmp_path / "x.bin", Cancel()) == content


def test_a_folder_and_a_missing_file_are_refused(tmp_path):
    assert refusal(tmp_path) == "This is a folder. Choose the documents in it."
    assert refusal(tmp_path / "none.txt").startswith("This file is not there any more")
    assert refusal(tmp_path / ("x" * 300)).startswith("This file cannot be read")


@POSIX
def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "real.txt").write_text("Words")
    (tmp_path / "link.txt").symlink_to("real.txt")
    assert refusal(tmp_path / "link.txt") == "This is a link to “real.txt”. Import the file that it leads to."
    (tmp_path / "ring.txt").symlink_to("ring.txt")
    assert refusal(tmp_path / "ring.txt").startswith("This is a link")


@POSIX
def test_a_pipe_and_a_device_are_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert "a device or a pipe" in refusal(tmp_path / "pipe.txt")
    assert "a device or a pipe" in refusal(document_files.Path("/dev/zero"))


@POSIX
def test_a_file_that_may_not_be_read_is_refused(tmp_path):
    path = tmp_path / "closed.txt"
    path.write_text("Words")
    path.chmod(0)
    if os.geteuid():
        assert refusal(path).startswith("You are not allowed to read this file.")
        return
    tmp_path.chmod(0o755)
    code = (
        "import os, sys; from pathlib import Path; from db import Cancel, document_files\n"
        "from db.extraction.process import NotRead\n"
        "os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
        "try: document_files.read(Path(sys.argv[1]), Cancel())\n"
        "except NotRead as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=False)
    assert done.stdout.startswith(("You are not allowed to read this file.", "This file is not there")), done.stderr


def test_a_file_larger_than_one_document_may_be_is_not_read(tmp_path):
    with (tmp_path / "large.pdf").open("wb") as file:
        file.truncate(document_files.LARGEST + 1)
    assert refusal(tmp_path / "large.pdf").startswith("This is larger (100 MB) than the 100 MB")


def test_reading_can_be_called_off(tmp_path):
    (tmp_path / "x.txt").write_text("Words")
    cancel = Cancel()
    cancel()
    with pytest.raises(Cancelled):
        document_files.read(tmp_path / "x.txt", cancel)
