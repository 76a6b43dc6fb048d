"""A later start calls the first window, and hands over a path whatever bytes it has."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import first_window
from desktop.first_window import FirstWindow, call_first

ROOT = Path(__file__).resolve().parents[2]
CALL = """
import sys; from pathlib import Path; from desktop.first_window import call_first
folder, file, link = [*sys.argv[1:], "", ""][:3]
sys.exit(0 if call_first(Path(folder), Path(file) if file else None, link) else 1)
"""


@pytest.fixture
def call(tmp_path):
    """A later start in a process of its own."""
    started = []

    def call(*file, cwd=ROOT):
        command = [sys.executable, "-c", CALL, tmp_path, *file]
        started.append(subprocess.Popen(command, cwd=cwd, env={**os.environ, "PYTHONPATH": str(ROOT)}))
        return started[-1]

    yield call
    for process in started:
        process.kill()
        process.wait()


@pytest.fixture
def first(tmp_path, qtbot):
    """The first window's ears."""
    window = FirstWindow(tmp_path)
    yield window
    window.deleteLater()


def test_a_later_start_without_a_file_calls_the_window(first, call, qtbot):
    with qtbot.waitSignal(first.called) as heard:
        later = call()
    assert heard.args == ["", ""]
    assert later.wait(10) == 0


@pytest.mark.parametrize("name", ["a.parley", "Ж & más.parley", "with\nbreak.parley", "%41.parley", " .parley"])
def test_a_path_arrives_as_it_is(first, call, qtbot, tmp_path, name):
    with qtbot.waitSignal(first.called) as heard:
        call(str(tmp_path / name))
    assert heard.args == [str(tmp_path / name), ""]


@pytest.mark.parametrize("file", ["/a\tb.parley", ""])
def test_a_link_arrives_beside_a_file_or_alone(first, call, qtbot, file):
    link = "parley:search?q=лавров%20 \t//x"
    with qtbot.waitSignal(first.called) as heard:
        call(file, link)
    assert heard.args == [file, link]


def test_a_relative_path_is_that_of_the_later_start(first, call, qtbot, tmp_path):
    with qtbot.waitSignal(first.called) as heard:
        call("a.parley", cwd=tmp_path)
    assert heard.args == [str(tmp_path / "a.parley"), ""]


def test_several_later_starts_are_all_heard(first, call, qtbot):
    heard = []
    first.called.connect(lambda file, _: heard.append(file))
    starts = [call(f"/{number}") for number in range(4)]
    qtbot.waitUntil(lambda: len(heard) == 4, timeout=15_000)
    assert sorted(heard) == ["/0", "/1", "/2", "/3"]
    assert [start.wait(10) for start in starts] == [0, 0, 0, 0]


def test_a_later_start_waits_for_a_first_one_that_does_not_listen_yet(call, qtbot, tmp_path):
    later = call("/a.parley")
    window = FirstWindow(tmp_path)
    with qtbot.waitSignal(window.called, timeout=15_000) as heard:
        pass
    assert heard.args == ["/a.parley", ""]
    assert later.wait(10) == 0
    window.deleteLater()


def test_where_nobody_listens_a_start_goes_on_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(first_window, "PATIENCE", 60)
    assert not call_first(tmp_path, None)


def test_windows_of_two_people_do_not_hear_each_other(first, tmp_path, monkeypatch):
    monkeypatch.setattr(first_window, "PATIENCE", 60)
    assert not call_first(tmp_path / "another", None)
