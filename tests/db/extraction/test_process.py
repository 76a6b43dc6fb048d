"""The process that reads documents: what becomes of it harms nobody, and its limits hold."""

import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from db.cancel import Cancel, Cancelled
from db.extraction import process
from db.extraction.limits import MEGABYTE, Limits
from db.extraction.process import NotRead, extract
from tests.db.extraction.documents import docx, lines, paragraph, pdf

LINUX = sys.platform.startswith("linux")
SLOW = b"<html><body>" + b"<div><p>a</p></div>" * 2_000_000
"""A page that takes seconds to read."""

SEALED = """
import socket, sys
from db.extraction import limits
limits.hold(limits.USUAL)
limits.seal()
for reach in (
    lambda: open("/etc/hostname"), lambda: socket.socket(), lambda: __import__("subprocess").run(["true"]),
    lambda: __import__("os").fork(),
):
    try:
        reach()
    except OSError:
        continue
    print("reached out")
print("sealed")
"""


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """The folder for temporary files, which must be empty in the end."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    yield tmp_path
    assert list(tmp_path.iterdir()) == []


def children():
    """The processes started by this one that are still there."""
    listed = subprocess.run(
        ["ps", "--ppid", str(os.getpid()), "-o", "args="], capture_output=True, text=True, check=False
    )
    return [line for line in listed.stdout.splitlines() if "db.extraction" in line]


def test_a_document_is_read_and_nothing_is_left_behind(temporary):
    assert extract(pdf(lines("Words")), ".pdf", Cancel()).text == "Words"
    assert extract(docx(paragraph("Words")), ".docx", Cancel()).text == "Words"


def test_nothing_is_started_for_what_was_called_off_before(temporary):
    cancel = Cancel()
    cancel()
    with pytest.raises(Cancelled):
        extract(b"Words", "", cancel)


@pytest.mark.skipif(not LINUX, reason="looks at the processes of Linux")
def test_calling_off_ends_the_process_at_once(temporary):
    cancel = Cancel()
    told = []

    def read():
        try:
            extract(SLOW, ".html", cancel)
        except Cancelled:
            told.append(time.monotonic())

    reading = threading.Thread(target=read)
    reading.start()
    while not children():
        assert reading.is_alive()
    cancel()
    called = time.monotonic()
    reading.join()
    assert told
    assert told[0] - called < 5
    assert children() == []


def test_one_that_takes_too_long_is_ended(temporary):
    with pytest.raises(NotRead, match="took longer than 1 seconds and was stopped"):
        extract(SLOW, ".html", Cancel(), Limits(waiting=1))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limit")
def test_one_that_computes_too_long_is_ended(temporary):
    with pytest.raises(NotRead, match="was stopped"):
        extract(SLOW, ".html", Cancel(), Limits(computing=1))


@pytest.mark.skipif(not LINUX, reason="the memory is held on Linux only")
def test_one_that_takes_too_much_memory_is_refused(temporary):
    with pytest.raises(NotRead, match=r"more memory|break down"):
        extract(b"peace and war " * 1_000_000, "", Cancel(), Limits(memory=70 * MEGABYTE))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limit")
def test_one_whose_answer_has_no_end_is_refused(temporary):
    with pytest.raises(NotRead, match=r"could not be read|break down"):
        extract(b"peace and war " * 100_000, "", Cancel(), Limits(answer=10_000))


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "break down"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "was stopped"),
        ("raise SystemExit(3)", "break down"),
        ("pass", "could not be read"),
        ("import sys; open(sys.argv[2], 'w').write('{')", "could not be read"),
        ("import sys; open(sys.argv[2], 'w').write('[' * 100000)", "could not be read"),
        ("import sys; open(sys.argv[2], 'w').write('{\"text\": 1}')", "could not be read"),
        ("import sys; open(sys.argv[2], 'w').write('{\"failed\": \"KeyError\"}')", r"read \(KeyError\)"),
        ("import sys; open(sys.argv[2], 'wb').write(b'\\xff\\xfe')", "could not be read"),
        ("import sys; sys.exit('words on stderr')", "break down"),
    ],
)
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has other signals")
def test_a_process_that_dies_in_any_way_is_a_sentence(temporary, monkeypatch, code, sentence):
    monkeypatch.setattr(process, "_program", lambda: [sys.executable, "-c", code])
    with pytest.raises(NotRead, match=sentence):
        extract(b"Words", "", Cancel())


@pytest.mark.skipif(not LINUX, reason="macOS and Windows are held by Python's own hook alone")
def test_once_begun_it_opens_no_file_no_connection_and_no_process():
    done = subprocess.run([sys.executable, "-c", SEALED], capture_output=True, text=True, check=False)
    assert done.stdout == "sealed\n", done.stderr


def test_the_built_program_knows_the_word_for_it():
    from desktop.__main__ import READ_DOCUMENT

    assert READ_DOCUMENT == process.SWITCH
