"""One committed edit through the nouns against bare SQL on the same file; removing 100,000 rows and its undo.

Run as `python -m tests.bench.edit`.
"""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from db import Library

EDITS = 500
MANY = 100_000
MEETINGS = 60
PRAGMAS = ("foreign_keys = on", "synchronous = extra")


def timed(work: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def fill(library: Library, outcomes: int) -> list[str]:
    """A library of a usual size; uids of its outcomes."""
    with library.revise("Fill"):
        meetings = [library.meetings.add(kind="round", title=f"Round {n}") for n in range(MEETINGS)]
        return [
            library.outcomes.add(meeting=meetings[n % MEETINGS], act="agreed", text=f"Outcome {n} " * 20)
            for n in range(outcomes)
        ]


def bare(path: Path, edits: int) -> list[float]:
    """The same update by bare SQL, on a copy without our triggers, each committed."""
    conn = sqlite3.connect(path, isolation_level=None)
    for pragma in PRAGMAS:
        conn.execute(f"PRAGMA {pragma}")
    for (name,) in conn.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        conn.execute(f"DROP TRIGGER {name}")

    def edit(number: int) -> None:
        conn.execute("BEGIN IMMEDIATE")
        conn.execute("UPDATE outcomes SET text = ? WHERE id = ?", [f"Text {number}", number % 200 + 1])
        conn.execute("COMMIT")

    times = [timed(lambda number=number: edit(number)) for number in range(edits)]
    conn.close()
    return times


def tell(name: str, times: list[float]) -> tuple[float, float]:
    """Print the median and the 95th percentile in milliseconds, and return them."""
    middle, high = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    print(f"{name:32} median {middle * 1000:7.2f} ms   95th percentile {high * 1000:7.2f} ms")
    return middle, high


def edits(folder: Path) -> None:
    """An edit, an undo and a quote edit, each committed, against the bare update."""
    with Library.create(folder / "edits.parley", "Edits") as library:
        uids = fill(library, 200)
        copy = folder / "bare.parley"
        copy.write_bytes(library.path.read_bytes())
        person = library.people.add(name="A")
        quote = library.quotes.add(form="direct", speaker=person, text="Words of some length " * 10)
        floor = tell("bare SQL", bare(copy, EDITS))
        number = iter(range(10**6))
        cases: dict[str, Callable[[], object]] = {
            "outcomes.edit": lambda: library.outcomes.edit(uids[(n := next(number)) % 200], text=f"Text {n}"),
            "quotes.edit (with its index)": lambda: library.quotes.edit(quote, text=f"Words {next(number)} " * 10),
            "undo": library.undo,
        }
        for name, work in cases.items():
            found = tell(name, [timed(work) for _ in range(EDITS)])
            print(f"{'':32} ratio  {found[0] / floor[0]:7.2f}        {found[1] / floor[1]:22.2f}")


def many(folder: Path, rows: int) -> None:
    """Removing many rows as one step, and taking it back, against deleting them from a bare table."""
    with Library.create(folder / f"many-{rows}.parley", "Many") as library:
        filled = timed(lambda: fill_fast(library, rows))
        removed = timed(lambda: remove_all(library))
        undone = timed(library.undo)
        redone = timed(library.redo)
    print(f"{rows:9,} rows: fill {filled:5.2f} s, remove {removed:5.2f} s, undo {undone:5.2f} s, redo {redone:5.2f} s")


def fill_fast(library: Library, rows: int) -> None:
    with library.revise("Fill") as db:
        meeting = library.meetings.add(kind="round", title="One")
        (key,) = db.conn.execute("SELECT id FROM meetings WHERE uid = ?", [meeting]).fetchone()
        db.conn.executemany(
            "INSERT INTO outcomes (uid, meeting_id, position, act, text) VALUES (?, ?, ?, 'agreed', ?)",
            ((f"o-{n}", key, n, f"Outcome {n} " * 5) for n in range(1, rows + 1)),
        )


def remove_all(library: Library) -> None:
    with library.reading() as conn:
        (meeting,) = conn.execute("SELECT uid FROM meetings").fetchone()
    library.meetings.remove(meeting)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        edits(Path(name))
        for count in (MANY // 4, MANY // 2, MANY):
            many(Path(name), count)
