"""The share of a meeting in 100,000 values and the list of what lacks evidence, against bare SQL over the same rows.

Run as `python -m tests.bench.coverage`.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from db import Cancel, Library, contested, coverage, evidence_list
from db.evidence_list import EvidenceFilters
from db.references import Record

OUTCOMES = 33_334  # three values each
MEETINGS = 500
POINTS = 2_000
ROUNDS = 7


def fill(library: Library) -> None:
    """Outcomes of which every third cites a source, every third is recalled, and the rest cite nothing."""
    with library.revise("Fill") as db:
        source = library.sources.add(title="The one source")
        for number in range(MEETINGS):
            library.meetings.add(kind="round", title=f"Round {number}", starts=f"{1500 + number}")
        db.conn.executemany(
            "INSERT INTO outcomes (uid, meeting_id, position, act, actor, text) VALUES (?, ?, ?, 'agreed', 'all', ?)",
            ((f"o-{n}", n % MEETINGS + 1, n, f"Outcome {n}") for n in range(OUTCOMES)),
        )
        (key,) = db.conn.execute("SELECT id FROM sources WHERE uid = ?", [source]).fetchone()
        db.conn.executemany(
            "INSERT INTO citations (uid, source_id, record_kind, record_uid, relation, basis) "
            "VALUES (?, ?, 'outcome', ?, 'states', ?)",
            (
                (f"c-{n}", key if n % 3 == 0 else None, f"o-{n}", "seen" if n % 3 == 0 else "recalled")
                for n in range(OUTCOMES)
                if n % 3 < 2
            ),
        )
        db.conn.executemany(
            "INSERT INTO readings (uid, record_kind, record_uid, about, value, adopted) "
            "VALUES (?, 'outcome', ?, 'the act', ?, 0)",
            ((f"r-{n}", f"o-{n // 2}", f"reading {n}") for n in range(2 * POINTS)),
        )


def median(work: Callable[[], object]) -> float:
    """The middle of several times, in seconds."""
    times: list[float] = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def bare(library: Library) -> None:
    """What any answer has to do at least: read every outcome and every citation."""
    with library.reading() as conn:
        conn.execute("SELECT uid, act, actor, text FROM outcomes").fetchall()
        conn.execute("SELECT record_kind, record_uid, field, relation, basis FROM citations").fetchall()


def one(library: Library) -> None:
    with library.reading() as conn:
        coverage.share(conn, Record("meeting", found[0]))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name, Library.create(Path(name, "many.parley"), "Many") as many:
        fill(many)
        with many.reading() as conn:
            found = conn.execute("SELECT uid FROM meetings LIMIT 1").fetchone()
            number = sum(1 for _ in coverage.values(conn))
        keys = evidence_list.find(many, EvidenceFilters(), Cancel()).keys
        floor = median(lambda: bare(many))
        print(f"{number:,} values, {len(keys):,} rows; bare SQL over them {floor * 1000:.1f} ms")
        for what, work in {
            "share of one meeting": lambda: one(many),
            "the list and its filters": lambda: evidence_list.find(many, EvidenceFilters(), Cancel()),
            "a page of the list": lambda: evidence_list.lines(many, keys[:64]),
            f"{POINTS:,} contested points": lambda: contested.contested(many, Cancel()),
        }.items():
            took = median(work)
            print(f"{what:28} {took * 1000:8.1f} ms   ratio {took / floor:6.2f}")
