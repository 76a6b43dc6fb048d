"""The list of likely twins at size, against reading all names by bare SQL; each ratio comes from one run.

People with made-up names, a tenth of them with a first name of twenty that many share.
Run as `python -m tests.bench.twins`.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from db import Cancel, Library, likely_twins

SIZES = (1_000, 10_000, 20_000)
SYLLABLES = ("al", "ba", "ko", "me", "ri", "shi", "tor", "van", "lu", "gen", "dra", "zi")
COMMON = tuple("".join(pair).title() for pair in zip(SYLLABLES, SYLLABLES[::-1], strict=True))


def names(number: int) -> list[str]:
    """So many made-up names."""
    dice = random.Random(3)
    firsts = [dice.choice(COMMON) if dice.random() < 0.1 else made_up(dice, 3) for _ in range(number)]
    return [f"{first} {made_up(dice, 4)}" for first in firsts]


def made_up(dice: random.Random, syllables: int) -> str:
    """A word of some syllables."""
    return "".join(dice.choices(SYLLABLES, k=syllables)).title()


def main() -> None:
    """Print for each size the first time, that of a search after it, and the bare reading of the names."""
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder, Library.create(Path(folder) / "names.parley", "Names") as library:
            with library.revise("Fill") as db:
                rows = [(str(number), name) for number, name in enumerate(names(size))]
                db.conn.executemany("INSERT INTO people (uid, name) VALUES (?, ?)", rows)
            first, _ = timed(lambda: likely_twins.find(library, "person", Cancel()))
            again, found = timed(lambda: likely_twins.find(library, "person", Cancel()))
            with library.reading() as conn:
                bare, _ = timed(lambda: conn.execute("SELECT uid, name FROM people").fetchall())
        print(
            f"{size:7,} people: first {first:5.2f} s, again {again:5.2f} s, {len(found)} pairs; "
            f"bare SQL {bare * 1000:.1f} ms, ratio {again / bare:.0f}"
        )


def timed(work: Callable[[], list[Any]]) -> tuple[float, list[Any]]:
    """Seconds that a call takes, and what it gives."""
    start = time.perf_counter()
    found = work()
    return time.perf_counter() - start, found


if __name__ == "__main__":
    main()
