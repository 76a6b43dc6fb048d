"""The command line: one file at most, options that exist, a sentence without a display."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from db.search_links import SCHEME
from desktop.__main__ import LINK, USAGE, main
from desktop.about import VERSION

ROOT = Path(__file__).resolve().parents[2]


def parley(*arguments, **variables):
    """Run the program to its end."""
    shown = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, "-m", "desktop", *arguments], cwd=ROOT, env={**shown, **variables}, capture_output=True,
        text=True, timeout=120, check=False,
    )  # fmt: skip


def test_the_version_is_told(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"Parley {VERSION}\n"


def test_help_is_no_error(capsys):
    assert main(["--help"]) == 0
    assert capsys.readouterr().out == f"{USAGE}\n"


@pytest.mark.parametrize(
    "arguments",
    [["--bad"], ["-x"], ["a.parley", "b.parley"], ["--screenshot", "a.png"], ["-"], ["parley:a", "parley:b"]],
)
def test_what_is_not_understood_is_answered_with_the_usage(capsys, arguments):
    assert main(arguments) == 2
    assert capsys.readouterr().err == f"{USAGE}\n"


@pytest.mark.parametrize(
    ("arguments", "file", "link"),
    [([], None, ""), (["a.parley"], Path("a.parley"), ""), (["Parley:search?q=a//b"], None, "Parley:search?q=a//b"),
     (["parley:search?q=a", "a.parley"], Path("a.parley"), "parley:search?q=a")],
)  # fmt: skip
def test_a_file_and_a_link_are_told_from_each_other(monkeypatch, arguments, file, link):
    given = []
    monkeypatch.setattr("desktop.application.run", lambda _, *asked: given.append(asked) or 0)
    assert main(arguments) == 0
    assert given == [(file, link)]


def test_a_link_is_known_by_its_scheme():
    assert LINK == SCHEME


def test_without_a_display_a_sentence_says_so():
    done = parley(QT_QPA_PLATFORM="")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Parley found no display to open its window on. Start it from a desktop session.\n"


def test_a_program_without_streams_is_silent(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert (main(["--version"]), main(["--bad"])) == (0, 2)


def test_the_self_test_does_the_main_job_and_leaves_nothing(tmp_path):
    picture = tmp_path / "picture.png"
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    done = parley("--selftest", "--screenshot", str(picture), QT_QPA_PLATFORM="offscreen", TMPDIR=str(temporary))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "22 rounds" in done.stdout
    assert "finds: Sergei Lavrov, Russian Foreign Minister, 2018-03-16: “" in done.stdout
    assert done.stdout.endswith("self-test: all is well\n")
    assert picture.read_bytes()[:4] == b"\x89PNG"
    assert list(temporary.iterdir()) == []


def test_a_self_test_that_cannot_write_its_picture_fails(tmp_path):
    done = parley("--selftest", "--screenshot", str(tmp_path / "no" / "folder.png"), QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    assert "self-test failed: Failed: the screenshot could not be written" in done.stdout
