"""What the README says is so: its commands, its examples, its links, its names."""

import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

import dev
from db import __main__ as command_line
from desktop import actions, places

README = (dev.ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
COMMANDS = [line for language, text in BLOCKS if language == "sh" for line in text.splitlines()]
EXAMPLES = [text for language, text in BLOCKS if language == "python"]
PYTHON = ".venv/bin/python -m "
PYTEST_ONLY_COLLECTS = ["--collect-only", "-q", "-p", "no:cacheprovider"]


def starting_with(start):
    """The commands that begin so, each without that beginning."""
    return [command.removeprefix(start) for command in COMMANDS if command.startswith(start)]


def run(*command, **options):
    """Run this Python on something, which must end well; what it printed."""
    environment = os.environ | {"PYTHONPATH": str(dev.ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, *command], env=environment, capture_output=True, encoding="utf-8", check=False, **options
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_first_two_commands_are_run_and_test():
    assert COMMANDS[:2] == ["python3 dev.py run", "python3 dev.py test"]


def test_every_command_is_of_a_kind_that_is_tested_here():
    known = ("python3 dev.py ", PYTHON, "dist/parley/parley ", "uv pip compile pyproject.toml ")
    assert [command for command in COMMANDS if not command.startswith(known)] == []


def test_every_verb_is_there():
    assert {command.split()[0] for command in starting_with("python3 dev.py ")} | {"setup"} == set(dev.VERBS)
    assert "--portable" in (dev.ROOT / "build.spec").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [text for text in starting_with("python3 dev.py test ") if text])
def test_the_ways_to_choose_tests_choose_some(arguments):
    told = run("-m", "pytest", *PYTEST_ONLY_COLLECTS, *shlex.split(arguments), cwd=dev.ROOT)
    assert re.search(r"\d+(/\d+)? tests collected", told)


def test_the_commands_of_the_library_work_one_after_another(tmp_path):
    lines = [shlex.split(text) for text in starting_with(PYTHON + "db ")]
    assert {line[0] for line in lines} == set(command_line.main.commands)
    told = [run("-m", "db", *line, cwd=tmp_path) for line in lines]
    assert "is built: 54 meetings" in told[0]
    assert '"speaker": "Nursultan Nazarbayev"' in told[-1]


def test_the_self_test_leaves_its_picture(tmp_path):
    (line,) = starting_with(PYTHON + "desktop ")
    assert "self-test: all is well" in run("-m", "desktop", *shlex.split(line), cwd=tmp_path)
    assert (tmp_path / "parley.png").exists()


def test_every_measurement_is_there_and_none_is_left_out():
    named = {line.split()[0] for line in starting_with(PYTHON + "tests.bench.")}
    assert named == {file.stem for file in (dev.ROOT / "tests" / "bench").glob("[a-z]*.py")}


def test_the_locks_are_refreshed_from_what_is_there():
    files = {word for line in starting_with("uv pip compile ") for word in line.split() if "." in word} - {"3.11"}
    assert files == {"pyproject.toml", dev.RUN_LOCK, dev.DEV_LOCK}


@pytest.mark.parametrize("example", EXAMPLES, ids=["read", "write"])
def test_the_examples_run(example, tmp_path):
    shutil.copy(places.shipped_library(), tmp_path / places.LIBRARY_NAME)
    told = run("-c", example, cwd=tmp_path)
    if "quote_overview" in example:
        assert "Sergei Lavrov Astana launched the process" in told
    else:
        assert "is sound: 1 meeting," in run("-m", "db", "check", "talks.parley", cwd=tmp_path)


def test_changes_by_other_programs_are_refused(tmp_path):
    copy = shutil.copy(places.shipped_library(), tmp_path)
    with closing(sqlite3.connect(copy)) as conn, pytest.raises(sqlite3.Error):
        conn.execute("UPDATE meetings SET title = 'Other'")


def test_every_link_leads_to_a_file():
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link]
    assert links
    assert [link for link in links if not (dev.ROOT / link).exists()] == []


def test_every_folder_and_variable_is_there():
    for name in re.findall(r"^\| `([\w.]+/?)` \|", README, re.MULTILINE):
        assert (dev.ROOT / name).exists(), name
    source = (dev.ROOT / "desktop" / "places.py").read_text(encoding="utf-8")
    assert "PARLEY_HOME" in source
    assert f"~/.local/share/parley/{places.LIBRARY_NAME}" in README


def test_the_keys_that_are_named_do_what_is_said():
    keys = {action.name: action.keys for action in actions.ACTIONS}
    assert (keys["find_quotes"], keys["copy_quote"]) == ("Ctrl+F", "Ctrl+Shift+C")
    assert (keys["search_help"], keys["next_pane"]) == ("F1", "F6")
    assert keys["edit_meeting"] == "Ctrl+E"
    added = ("new_meeting", "new_event", "add_participant", "add_outcome", "add_quote", "add_reading", "add_note")
    assert [keys[name] for name in added] == [f"Ctrl+Shift+{key}" for key in "MEPOURN"]
    numbered = [keys[name] for name in actions.SHOWN if keys[name][5:].isdigit()]
    assert numbered == [f"Ctrl+{number}" for number in range(1, 10)]
    assert (keys["show_evidence"], keys["show_suggestions"]) == ("Ctrl+Shift+L", "Ctrl+Shift+G")


def test_the_picture_is_small():
    assert (dev.ROOT / ".github" / "parley.png").stat().st_size < 200_000
