"""The search in everything, from a key to what is shown, beside bare FTS5 on the same words; ratios come from one run.

Run as `python -m tests.bench.everything`, with a number of megabytes of sources for another size than 200: the shipped
library, then one with that much invented text. Also how long the first indexing takes, how a step of it holds up an
edit, and how long an edit of a text of 5 MB takes with and without the index.
"""

from __future__ import annotations

import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from db import Library, dataset, everything, indexing, record_entries, record_index
from db.cancel import Cancel

MEGABYTES = 200
SOURCE = 250_000  # characters of an invented source
LONG = 5_000_000
RUNS = 15
SEARCHES = (
    "l", "la", "lav", "lavrov", "лавров", "لافروف", "ceasefire", "ceasefire zone", '"joint statement"', "deescalation",
    "nur sultan", "harbour", "word1234", "nothing at all",
)  # fmt: skip

BARE = """
  SELECT rowid, snippet(record_index, 1, '[', ']', '…', 16) FROM record_index WHERE record_index MATCH ? LIMIT 50
"""


def took(work: Callable[[], object]) -> float:
    """Milliseconds that a call takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def text(size: int, rng: random.Random) -> str:
    """Invented sentences: common words, names, and words that are rare."""
    common = [
        "the",
        "of",
        "and",
        "to",
        "in",
        "talks",
        "delegation",
        "agreed",
        "on",
        "zones",
        "that",
        "ceasefire",
        "party",
        "met",
        "with",
        "for",
        "was",
        "observers",
    ]
    names = ["Lavrov", "Astana", "Petrovich", "Qantara", "Önal", "Лавров", "de-escalation"]
    pieces: list[str] = []
    length = 0
    while length < size:
        words = [rng.choice(common) for _ in range(14)] + [
            rng.choice(names),
            f"word{int(rng.paretovariate(0.3)) % 90000}",
        ]
        rng.shuffle(words)
        pieces.append(" ".join(words).capitalize() + ("." if rng.random() < 0.8 else ".\n\n"))
        length += len(pieces[-1]) + 1
    return " ".join(pieces)


def fill(library: Library, megabytes: int) -> None:
    """Sources with so much text, put in as another program of an older format would have: without the index."""
    rng = random.Random(1)
    block = [text(SOURCE, rng) for _ in range(16)]
    refresh, record_index.refresh = record_index.refresh, lambda *_: None
    try:
        with library.revise("Fill"):
            for number in range(megabytes * 1_000_000 // SOURCE):
                body = f"Source {number} of word{number}. {block[number % 16]}"
                library.sources.add(title=f"Invented source {number}", text=body)
    finally:
        record_index.refresh = refresh


def times(library: Library, typed: str) -> tuple[list[float], list[float]]:
    """How long a search takes, and bare FTS5 for its first 50 rows with a snippet."""
    words = typed.replace('"', "").split()
    match = " ".join(f'"{word}"' for word in words[:-1]) + f' "{words[-1]}" *'
    everything.find(library, typed, Cancel())
    whole = [took(lambda: everything.find(library, typed, Cancel())) for _ in range(RUNS)]
    with library.reading() as conn:
        bare = [took(lambda: conn.execute(BARE, [match]).fetchall()) for _ in range(RUNS)]
    return whole, bare


def tell_searches(library: Library) -> None:
    """Print the searches of one library."""
    print(f"  {'typed':18} {'p50':>8} {'max':>8} {'bare FTS5':>10} {'ratio':>7}   ms")
    for typed in SEARCHES:
        whole, bare = times(library, typed)
        middle, other = statistics.median(whole), statistics.median(bare)
        print(f"  {typed:18} {middle:8.1f} {max(whole):8.1f} {other:10.2f} {middle / max(other, 0.01):7.1f}")


def tell_indexing(library: Library, megabytes: int) -> None:
    """Index all in steps, and say how long that took and the longest step."""
    before = library.path.stat().st_size
    steps: list[float] = []
    start = time.perf_counter()
    whole = False
    while not whole:
        begun = time.perf_counter()
        whole = indexing.advance(library).whole
        steps.append((time.perf_counter() - begun) * 1000)
    seconds = time.perf_counter() - start
    size = library.path.stat().st_size
    print(
        f"first indexing of {megabytes} MB: {seconds:.0f} s, {megabytes / seconds:.1f} MB/s, {len(steps)} steps of "
        f"{statistics.median(steps):.0f} ms (longest {max(steps):.0f}); file {before / 1e6:.0f} → {size / 1e6:.0f} MB"
    )


def tell_edits(library: Library) -> None:
    """Print how long an edit of a long text takes with the index and without."""
    body = text(LONG, random.Random(2))
    uid = library.sources.add(title="A long source", text=body)
    middle = len(body) // 2
    edited = body[:middle] + " put right " + body[middle:]
    taken: list[list[float]] = [[], []]
    refresh = record_index.refresh
    for number in range(10):
        words = f"{edited[:100]} {number} {edited[100:]}"
        record_index.refresh = (lambda *_: None) if number % 2 else refresh
        taken[number % 2].append(took(lambda words=words: library.sources.edit(uid, text=words)))
        record_index.refresh = refresh
        if number % 2:
            with library.revise("Bring it in step again") as db:
                record_entries.put_text(db.conn, library.sources.get(uid).id)
    one, other = map(statistics.median, taken)
    print(f"edit of a text of 5 MB: {one:.0f} ms; without the index {other:.0f} ms; ratio {one / other:.2f}")


def main() -> None:
    """Measure and print."""
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else MEGABYTES
    with tempfile.TemporaryDirectory() as folder:
        shipped = Path(folder) / "shipped.parley"
        dataset.build(shipped)
        large = Path(shutil.copy(shipped, Path(folder) / "large.parley"))
        with Library(shipped) as library:
            print("the shipped library")
            tell_searches(library)
        with Library(large) as library:
            fill(library, megabytes)
            tell_indexing(library, megabytes)
            print(f"with {megabytes} MB of sources")
            tell_searches(library)
            tell_edits(library)


if __name__ == "__main__":
    main()
