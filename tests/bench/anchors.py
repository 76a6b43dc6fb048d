"""What it costs to keep 1,000 cited passages in step with a text of 1 MB that is edited, replaced or repeated.

Run as `python -m tests.bench.anchors`. Each ratio is against the same edit of a source from which nothing is cited.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from db import Cancel, Library, anchor_review
from db.references import Record

SIZE = 1_000_000
PASSAGES = 1_000
LENGTHS = (20, 260)
WORDS = 5_000
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def made_up_text(seed: int) -> str:
    """A text of words that are none."""
    pick = random.Random(seed)
    words = ["".join(pick.choices(LETTERS, k=pick.randint(2, 10))) for _ in range(WORDS)]
    return " ".join(pick.choices(words, k=SIZE // 5))[:SIZE]


def slips(text: str, every: int) -> str:
    """A text in which one letter of so many is another, as a poor recognition of a scan leaves it."""
    letters = list(text)
    for at in range(every // 2, len(letters), every):
        letters[at] = "#"
    return "".join(letters)


def timed(work: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def cite(library: Library, source: str, text: str) -> None:
    """Cite passages all over a text."""
    pick = random.Random(1)
    with library.revise("Cite"):
        for _ in range(PASSAGES):
            length = pick.randint(*LENGTHS)
            starts = pick.randrange(len(text) - length)
            library.citations.add(Record("source", source), source=source, starts=starts, ends=starts + length)


def main() -> None:
    """Print the time of each kind of edit, and what became of the passages."""
    text = made_up_text(0)
    half = len(text) // 2
    edits = {
        "words added at the end": f"{text} The end.",
        "a letter put in at the beginning": f"x{text}",
        "a letter changed at both ends": f"#{text[1:-1]}#",
        "one letter in 25 is wrong": slips(text, 25),
        "one letter in 8 is wrong": slips(text, 8),
        "line ends for blanks": text.replace(" ", "\n"),
        "the first half twice": text[:half] * 2,
        "another text": made_up_text(7),
        "no text": None,
    }
    with tempfile.TemporaryDirectory() as folder, Library.create(Path(folder) / "a.parley", "Passages") as library:
        cited, bare = (library.sources.add(title=title, text=text) for title in ("Cited", "Not cited"))
        cite(library, cited, text)
        print(
            f"{PASSAGES:,} passages of {LENGTHS[0]} to {LENGTHS[1]} characters in {SIZE:,}; look, undo and accept after"
        )
        for name, new in edits.items():
            floor = timed(lambda new=new: library.sources.edit(bare, text=new))
            taken = timed(lambda new=new: library.sources.edit(cited, text=new))
            counts = anchor_review.counts(library, cited, Cancel())
            listed = timed(lambda: anchor_review.read(library, cited, {}, Cancel()))
            accepted = timed(lambda: anchor_review.accept_all_same(library, cited)) if counts.same else 0
            if counts.same:
                library.undo()
            undone = timed(library.undo)
            library.sources.edit(bare, text=text)
            stayed = PASSAGES - counts.total
            print(
                f"{name:34} {taken:5.2f} s  ratio {taken / floor:5.1f}  list {listed:5.2f}  accept {accepted:4.2f}  "
                f"undo {undone:4.2f}   stayed {stayed:5,} same {counts.same:5,} near {counts.near:5,} "
                f"several {counts.several:5,} orphan {counts.orphan:5,}"
            )


if __name__ == "__main__":
    main()
