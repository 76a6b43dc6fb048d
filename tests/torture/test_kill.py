"""A writer that is killed at any moment: what it was told is kept is there, and the file is sound."""

import random
import subprocess
import sys

import pytest

from db import Library, integrity

pytestmark = [pytest.mark.torture, pytest.mark.timeout(1800)]

ACKS = 1000
WRITER = """
import sys
from pathlib import Path
from db import Library
with Library(Path(sys.argv[1])) as library:
    meeting = library.meetings.add(kind="round", title="Round")
    number = int(sys.argv[2])
    while True:
        uid = f"outcome-{number}"
        library.outcomes.add(uid=uid, meeting=meeting, act="agreed", text=uid * 200)
        library.quotes.add(uid=f"quote-{number}", meeting=meeting, form="indirect", text=f"word{number} " * 100)
        library.undo() if number % 10 == 0 else library.outcomes.edit(uid, note="kept")
        print(number, flush=True)
        number += 1
"""


def kill_after(path, start, acks):
    """Let a writer work from a number on, kill it after some acknowledged rounds; the last round that it told."""
    with subprocess.Popen([sys.executable, "-c", WRITER, str(path), str(start)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout
        told = [int(writer.stdout.readline()) for _ in range(acks)]
        writer.kill()
        told += [int(line) for line in writer.stdout.read().splitlines()]
    return told


def test_no_acknowledged_edit_is_lost_by_a_kill(library):
    library.close()
    random.seed(1)
    told = []
    kills = 0
    while len(told) < ACKS:
        told += kill_after(library.path, told[-1] + 2 if told else 1, random.randint(1, 30))
        kills += 1
        with Library(library.path) as again, again.reading() as conn:
            kept = dict(conn.execute("SELECT uid, note FROM outcomes"))
            quotes = {row[0] for row in conn.execute("SELECT uid FROM quotes")}
        for number in told:
            assert f"outcome-{number}" in kept
            assert number % 10 == 0 or kept[f"outcome-{number}"] == "kept"
            assert (f"quote-{number}" in quotes) == (number % 10 != 0)
        assert integrity.check(library.path) == []
    print(f"{len(told)} acknowledged rounds, {kills} kills, 0 lost")
