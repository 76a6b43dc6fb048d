"""The history at size, against bare SQL on the same file; each ratio comes from one run.

A record with 10,000 changes, a library of 100,000 steps, an import of 100,000 rows and its undo.
Run as `python -m tests.bench.history`.
"""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from db import Cancel, Library
from db.references import Record
from db.steps import StepIds

CHANGES = 10_000
STEPS = 100_000
ROWS = 100_000
PAGE = 64
RUNS = 7


def median(work: Callable[[], object], runs: int = RUNS) -> float:
    """Seconds that a call takes, the median of some runs."""
    times: list[float] = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def tell(name: str, ours: float, bare: float | None = None) -> None:
    """Print a time in milliseconds, and beside it that of bare SQL and the ratio."""
    ratio = "" if bare is None else f"   bare SQL {bare * 1000:8.1f} ms   ratio {ours / bare:6.1f}"
    print(f"{name:52} {ours * 1000:8.1f} ms{ratio}")


def edit_often(library: Library, changes: int) -> str:
    """A meeting with a few parts, and many edits of its summary, each a step; uid of the meeting."""
    meeting = library.meetings.add(kind="round", title="Round A")
    for number in range(40):
        library.outcomes.add(meeting=meeting, act="agreed", text=f"Outcome {number}")
    write_steps(library, "meetings", meeting, "summary", changes)
    return meeting


def write_steps(library: Library, table: str, uid: str, column: str, steps: int) -> None:
    """Many edits of one value as the triggers log them, each a step, in one transaction for the sake of time."""
    conn = library.writer.conn
    conn.execute("BEGIN IMMEDIATE")
    for number in range(steps):
        revision = conn.execute(
            "INSERT INTO revisions (label, author, made_at, kind) VALUES ('Edit', 'Ada', '2024-05-01T08:00Z', 'edit')"
        ).lastrowid
        conn.execute("INSERT INTO open_revision VALUES (?)", [revision])
        conn.execute(f"UPDATE {table} SET {column} = ? WHERE uid = ?", [f"Value {number} of some words", uid])
        conn.execute("DELETE FROM open_revision")
    conn.execute("COMMIT")


def open_page(library: Library, record: Record | None) -> StepIds:
    """What the page needs when it opens: all ids, the rows in view, and the changes of the newest step."""
    found = library.history.step_ids(record, Cancel())
    (newest, *_) = library.history.page(found.part(0, PAGE))
    assert newest
    for change in library.history.change_page(newest.id, record, Cancel()).changes:
        for field in change.fields:
            field.words()
    return found


def of_one_record(folder: Path) -> None:
    """The history page of a record with many changes."""
    with Library.create(folder / "record.parley", "Record") as library:
        meeting = edit_often(library, CHANGES)
        record = Record("meeting", meeting)
        with sqlite3.connect(library.path) as conn:

            def bare() -> None:
                ids = conn.execute(
                    "SELECT DISTINCT revision_id FROM changes WHERE table_name = 'meetings' AND row_id = 1 "
                    "ORDER BY 1 DESC"
                ).fetchall()
                conn.execute("SELECT * FROM revisions WHERE id BETWEEN ? AND ?", [ids[PAGE][0], ids[0][0]]).fetchall()

            floor = median(bare)
        conn.close()
        found = open_page(library, record)
        print(f"A record with {len(found):,} steps")
        tell("  history page opens", median(lambda: open_page(library, record)), floor)
        tell("  one more page of rows", median(lambda: library.history.page(found.part(5000, PAGE))))
        tell("  as it was in the middle", median(lambda: library.history.then(record, found.ids[5000], Cancel())))


def of_the_library(folder: Path) -> None:
    """The history page of a library with many steps."""
    with Library.create(folder / "library.parley", "Library") as library:
        person = library.people.add(name="A")
        write_steps(library, "people", person, "name", STEPS)
        with sqlite3.connect(library.path) as conn:
            floor = median(lambda: conn.execute("SELECT id FROM revisions ORDER BY id DESC").fetchall())
        conn.close()
        found = open_page(library, None)
        print(f"A library of {len(found):,} steps")
        tell("  history page opens", median(lambda: open_page(library, None)), floor)
        tell("  one more page of rows", median(lambda: library.history.page(found.part(50_000, PAGE))))


def insert(conn: sqlite3.Connection, rows: int) -> None:
    conn.executemany(
        "INSERT INTO people (uid, name) VALUES (?, ?)", ((f"p-{number}", f"Person {number}") for number in range(rows))
    )


def bare_undo(path: Path, rows: int) -> float:
    """Seconds in which bare SQL takes the rows of an import away again, from a copy without our triggers."""
    conn = sqlite3.connect(path, isolation_level=None)
    for (name,) in conn.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        conn.execute(f"DROP TRIGGER {name}")
    conn.execute("PRAGMA foreign_keys = on")
    conn.execute("PRAGMA synchronous = extra")
    conn.execute("BEGIN")
    insert(conn, rows)
    conn.execute("COMMIT")
    start = time.perf_counter()
    conn.execute("BEGIN IMMEDIATE")
    conn.execute("DELETE FROM people")
    conn.execute("COMMIT")
    conn.close()
    return time.perf_counter() - start


def of_an_import(folder: Path) -> None:
    """Undo of an import of many rows, and what the history then shows."""
    with Library.create(folder / "import.parley", "Import") as library:
        copy = folder / "bare.parley"
        copy.write_bytes(library.path.read_bytes())
        floor = bare_undo(copy, ROWS)
        with library.revise("Import") as db:
            insert(db.conn, ROWS)
        print(f"An import of {ROWS:,} rows")
        tell("  undo", median(library.undo, 1), floor)
        tell("  redo", median(library.redo, 1))
        library.undo()
        found = library.history.step_ids(None, Cancel())
        tell("  history page opens on it", median(lambda: open_page(library, None)))
        tell("  its last changes", median(lambda: last_changes(library, found.ids[0])))
        tell("  list of removed records opens", median(lambda: first_removed(library)))


def last_changes(library: Library, revision: int) -> None:
    with library.reading() as conn:
        (last,) = conn.execute("SELECT max(id) FROM changes WHERE revision_id = ?", [revision]).fetchone()
    assert len(library.history.changes(revision, after=last - 100)) == 100


def first_removed(library: Library) -> None:
    found = library.history.removed_ids(None, Cancel())
    assert len(found) == ROWS
    assert len(library.history.removed_page(found[:PAGE])) == PAGE


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        for bench in (of_one_record, of_the_library, of_an_import):
            bench(Path(name))
