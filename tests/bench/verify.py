"""How long a quotation takes to be verified: `PYTHONPATH=. python tests/bench/verify.py [SOURCES]`.

One quotation among 10,000 made-up sources of 4 KB, beside a bare scan of the same texts in the same run: reading each
from the file and asking whether the quotation is in it.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from db import Library
from db.cancel import Cancel
from db.quotation_search import verify
from db.sources import digest

SIZE = 4096
RUNS = 3
LETTERS = {
    "Latin": "abcdefghijklmnoprstuvwy",
    "Cyrillic": "абвгдежзиклмнопрстуфхцчшы",
    "Arabic": "ابتجحدرزسشصطعغفقكلمنهوي",
}


def main() -> None:
    """Print times and ratios for each script."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    chance = random.Random(7)
    for script, letters in LETTERS.items():
        words = make_words(chance, letters)
        quoted = chance.choices(words, k=20)
        absent = " ".join(chance.choices(make_words(chance, letters), k=20))
        print(f"{script}: {number:,} sources of {SIZE:,} characters")
        with tempfile.TemporaryDirectory() as folder, Library.create(Path(folder) / "many.parley", "Many") as library:
            text = " ".join(quoted)
            fill(library, chance, words, number, {number // 2: text, number // 3: text.replace(" ", "\u00a0", 3)})
            tell(library, quoted, absent, words[0])


def tell(library: Library, quoted: list[str], absent: str, common: str) -> None:
    """Print how long each kind of quotation takes, and by how much longer than the bare scan that is."""
    text = " ".join(quoted)
    bare = measure(partial(scan, library, text))
    print(f"  bare scan                      {bare * 1000:7.0f} ms")
    for name, wanted, expected in (
        ("verbatim in one, marks in one", text, ["verbatim", "marks"]),
        ("one word changed", " ".join([*quoted[:9], "zzz", *quoted[10:]]), ["differs", "differs"]),
        ("with words left out by dots", " ".join([*quoted[:6], "…", *quoted[12:]]), ["verbatim", "marks"]),
        ("nowhere", absent, []),
        ("one common word", common, None),
    ):
        results = [one.finding.result for one in verify(library, wanted).found]
        assert expected in (None, results), (name, results)
        spent = measure(partial(verify, library, wanted))
        print(f"  {name:30} {spent * 1000:7.0f} ms  {spent / bare:5.1f} × the bare scan")


def make_words(chance: random.Random, letters: str) -> list[str]:
    """Words of a language that is none, short ones oftener than long ones."""
    lengths = (2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 11)
    return ["".join(chance.choices(letters, k=chance.choice(lengths))) for _ in range(4000)]


def fill(library: Library, chance: random.Random, words: list[str], number: int, quoted: dict[int, str]) -> None:
    """Sources of sentences between quotation marks, common words in all of them."""
    weights = [1 / (at + 10) for at in range(len(words))]
    sentences = [f"“{' '.join(chance.choices(words, weights, k=14))}”. " for _ in range(2000)]
    rows: list[tuple[str, str, str]] = []
    for at in range(number):
        text = "".join(chance.choices(sentences, k=100))[:SIZE]
        middle = text[: SIZE // 2].rindex(" ") + 1
        if at in quoted:
            text = f"{text[:middle]}{quoted[at]} {text[middle:]}"
        rows.append((f"source-{at}", text, digest(text)))
    with library.revise("Fill") as db:
        db.conn.executemany(
            "INSERT INTO sources (uid, title, published_basis, text, text_sha256) VALUES (?, 'Source', 'none', ?, ?)",
            rows,
        )


def scan(library: Library, quoted: str) -> int:
    """How many texts hold a quotation, by the plainest way to ask."""
    with library.reading(Cancel()) as conn:
        return sum(quoted in text for (text,) in conn.execute("SELECT text FROM sources WHERE text IS NOT NULL"))


def measure(work: Callable[[], object]) -> float:
    """Seconds of a piece of work, the median of some runs."""
    times: list[float] = []
    for _ in range(RUNS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


if __name__ == "__main__":
    main()
