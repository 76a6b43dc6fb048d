"""What reading a search costs in a library of many names: known spellings, fields, ten thousand characters of anything.

    python -m tests.bench.language [PEOPLE]        10,000 by default, half as many meetings and sources, 20,000 quotes

Prints for each kind of search the milliseconds of `parse`, of `parse` and the first page, of `complete` at its end, and
of `proposal`: median and longest of ten; first the time until all names are in memory. At the end what took longest, in
the shipped library, of EXAMPLES texts of ten thousand characters that hypothesis made up, each the least of three.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings, target
from hypothesis import strategies as st

from db import Cancel, Library, dataset
from db.did_you_mean import proposal
from db.query_completion import complete
from db.query_names import Names
from db.query_tokens import FIELDS
from db.quote_query import parse

SEED, TIMES, PAGE, LONG, QUOTES = 1, 10, 64, 10_000, 20_000
EXAMPLES = 500
PREFIXES = st.sampled_from(["", *(f"{name}:" for name in FIELDS), *(f'{name}:"' for name in FIELDS), "-", "near ", "("])


def fill(library: Library, people: int) -> list[str]:
    """Add made-up people, spellings, meetings, sources and quotes; the names of the people."""
    chance = random.Random(SEED)
    stems = ["".join(chance.choices("aeioukrstlmnv", k=chance.randint(4, 8))).capitalize() for _ in range(people)]
    names = [f"{chance.choice(stems)} {stem}" for stem in stems]
    half = people // 2
    with library.revise("Generate names") as db:
        many = db.conn.executemany
        many("INSERT INTO people (uid, name) VALUES (?, ?)", ((f"p{at}", name) for at, name in enumerate(names)))
        many(
            "INSERT INTO aliases (uid, record_kind, record_uid, canonical, form) VALUES (?, 'person', ?, ?, ?)",
            ((f"a{at}", f"p{at}", name, f"{name[::-1]}".title()) for at, name in enumerate(names)),
        )
        many(
            "INSERT INTO meetings (uid, kind, number, title, city, held) VALUES (?, 'round', ?, ?, ?, 'held')",
            ((f"m{at}", at + 1, f"Round {at}", stems[at % 300]) for at in range(half)),
        )
        many(
            "INSERT INTO sources (uid, title, published_basis) VALUES (?, ?, 'none')",
            ((f"s{at}", f"Report of {names[at]}") for at in range(half)),
        )
        quotes = (
            (f"q{at}", at % half + 1, at % people + 1, f"{1950 + at % 80}-01-01", " ".join(chance.choices(stems, k=20)))
            for at in range(QUOTES)
        )
        many(
            "INSERT INTO quotes (uid, meeting_id, speaker_id, said_on, form, text, position) "
            "VALUES (?, ?, ?, ?, 'direct', ?, 1)",
            quotes,
        )
    return names


def timed(act: Callable[[], object]) -> str:
    """Median and longest of some runs, in milliseconds."""
    took = [milliseconds(act) for _ in range(TIMES)]
    return f"{statistics.median(took):8.2f} {max(took):8.2f}"


def hardest(library: Library) -> None:
    """Print what takes longest of anything in which hypothesis looks for what takes long."""
    longest: dict[str, tuple[float, str]] = {}

    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
    @given(PREFIXES, st.text(min_size=1), PREFIXES)
    def look(prefix: str, text: str, other: str) -> None:
        unit = f"{prefix}{text} {other}{text} "
        typed = (unit * (LONG // len(unit) + 1))[:LONG]
        for name, work in {
            "first page": lambda: first_page(library, typed),
            "complete": lambda: complete(library, typed, len(typed), Cancel()),
            "did you mean": lambda: proposal(library, typed, Cancel()),
        }.items():
            took = min(milliseconds(work) for _ in range(3))
            target(took, label=name)
            longest[name] = max(longest.get(name, (0.0, "")), (took, unit))

    look()
    for name, (took, unit) in longest.items():
        print(f"{EXAMPLES} texts of {LONG:,} characters, {name:14} at most {took:6.1f} ms, for {unit[:40]!a}")


def milliseconds(act: Callable[[], object]) -> float:
    """What one run takes."""
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def first_page(library: Library, text: str) -> None:
    """Read a search and look for its first page."""
    library.quotes.first(parse(text, names=Names(library, Cancel())), Cancel(), PAGE)


def main() -> None:
    """Make the library and print the table."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    path = Path(tempfile.mkdtemp()) / "names.parley"
    with Library.create(path, "Names") as library:
        name = fill(library, people)[7]
        begun = time.perf_counter()
        parse(name, names=Names(library, Cancel()))
        print(f"names read in {(time.perf_counter() - begun) * 1000:.0f} ms")
        chance = random.Random(SEED)
        junk = "".join(chance.choices("abc \"()-*:АБвгд'لا🕊", k=LONG))
        first = name.split()[0].lower()
        searches = {
            "a word": first,
            "a known name": name,
            "speaker: by one word": f"speaker:{first}",
            "speaker: by a letter": "speaker:a",
            "speaker: unknown": "speaker:qwertz",
            "source: by a word": "source:report",
            "place: by a letter": "place:a",
            "year and dates": "year:1960-1999 after:1965 before:1990",
            "anything": junk,
            "a letter 5,000 times": "a " * 5000,
            "x 10,000 times": "x" * LONG,
            "speaker: 1,000 times": "speaker:abc " * 1000,
            **{f"{field}: with anything": f"{field}:{junk}"[:LONG] for field in FIELDS},
        }
        print(f"{'':26}{'parse':>17}{'and first page':>18}{'complete':>18}{'did you mean':>18}")
        for label, text in searches.items():
            run(library, label, text)
        run(library, "a misprint", first[:-1] + "q" + first[-1])
    shipped = path.with_name("astana.parley")
    dataset.build(shipped)
    with Library(shipped) as library:
        hardest(library)


def run(library: Library, label: str, text: str) -> None:
    """Print a row."""
    works: tuple[Callable[[], object], ...] = (
        lambda: parse(text, names=Names(library, Cancel())),
        lambda: first_page(library, text),
        lambda: complete(library, text, len(text), Cancel()),
        lambda: proposal(library, text, Cancel()),
    )
    print(f"{label:26}{' '.join(map(timed, works))}", flush=True)


if __name__ == "__main__":
    main()
