"""The quote search at 10,000, 100,000 and 1,000,000 quotes, against bare FTS5 in the same run, without a window.

    python -m tests.bench.search [QUOTES …] [--library FILE]

With a FILE only the searches are measured, in the library of that file; it is not changed, and nothing is made but the
bare index beside it.

For each kind of query: from what was typed to the first page with its marks (p50, p95, max), the capped and the full
count, all ids in order, the numbers of all facets, and bare FTS5 over the same texts (newest 50 with snippet; bm25 for
the best match). Before it how long the index takes to make, step by step, the size of the file with it and of the bare
one, and the memory used. One quote in a hundred is in Cyrillic, one in a hundred in Arabic letters; all are made up.
"""

from __future__ import annotations

import argparse
import random
import resource
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate, islice
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from db import Cancel, Library, indexing, quote_facets, quote_index
from db.query_names import Names
from db.quote_query import Query, parse

SIZES = (10_000, 100_000, 1_000_000)
WORDS, SPEAKERS, MEETINGS, PARTIES = 20_000, 300, 60, 12
SEED = 1
RUNS = 41
STEP = 100_000  # quotes written as one step, which is kept in memory until it is committed
PAGE = 32
FORMS = ("direct", "indirect")
LETTERS = "peacef"
NAMES = ("Lavrov", "Лавров", "لافروف", "Lawrow")
FOREIGN = {1: "мир в Астане обсудил Лавров с министром Ирана", 2: "قال لافروف إن السلام في أستانا ممكن"}


class Case(NamedTuple):
    """A kind of query: what is typed, by whom it is narrowed, in which order, and the same for bare FTS5."""

    name: str
    typed: tuple[str, ...]
    bare: tuple[str, ...]
    narrowed: str = ""
    order: str = "date"


def cases(known: list[str]) -> list[Case]:
    """What is measured; `known` are the words, the commonest first."""
    common, rare = known[:3], known[2000:2010]
    two = tuple(f"{common[0]} {word} " for word in known[5:15])
    typed = tuple(f"{word} " for word in common)
    bare = tuple(common)
    letters = [
        Case(f"{size} letter{'s' if size > 1 else ''}", (word := LETTERS[:size],), (f"{word}*",))
        for size in range(1, 7)
    ]
    return [
        *letters,
        Case("common word", typed, bare),
        Case("rare word", tuple(f"{word} " for word in rare), tuple(rare)),
        Case("three words", (f"{' '.join(common)} ",), (" AND ".join(common),)),
        Case("phrase", (f'"{common[0]} {common[1]}" ',), (f'"{common[0]} {common[1]}"',)),
        Case("near", (f"{common[0]} near {common[2]} ",), (f"NEAR({common[0]} {common[2]}, 10)",)),
        Case("two words", two, tuple(word.strip().replace(" ", " AND ") for word in two)),
        Case("common word of a speaker", typed, bare, 'speaker:"Ada Example" '),
        Case("common word, a year", typed, bare, "year:2018 "),
        Case("common word of a party", typed, bare, 'party:"Example League" '),
        Case("cross-script name", tuple(f"{name} " for name in NAMES), NAMES),
        Case(
            "cross-script, typing", ("lav", "lavr", "лав", "laf", "lavro"), ("lav*", "lavr*", "лав*", "laf*", "lavro*")
        ),
        Case("best match, rare word", tuple(f"{word} " for word in rare), tuple(rare), order="best"),
        Case("best match, common word", typed, bare, order="best"),
        Case("by speaker, common word", typed, bare, order="speaker"),
        Case("by length, common word", typed, bare, order="length"),
    ]


def vocabulary() -> list[str]:
    """Made-up words, with some that are searched for; earlier ones are commoner."""
    letters = random.Random(SEED)
    made = ["".join(letters.choices("aeiourstnlmkdpgbfcv", k=letters.randint(3, 9))) for _ in range(WORDS)]
    return list(dict.fromkeys(["the", "of", "peace", "talks", "and", "zones", "ceasefire", *made]))


def texts(quotes: int, known: list[str]) -> Iterator[str]:
    """Texts of thirty words, distributed as in real ones (Zipf); some words are capitalised, some texts name Lavrov."""
    chance = random.Random(SEED)
    weights = list(accumulate(1 / (place + 1) for place in range(len(known))))
    for number in range(quotes):
        some = chance.choices(known, cum_weights=weights, k=30)
        for at in (0, 11, 17):
            some[at] = some[at].title()
        if number % 100 == 0:
            some[5:6] = ["Sergey", "Lavrov"]
        yield FOREIGN.get(number % 100) or " ".join(some)


def fill(path: Path, quotes: int) -> None:
    """Make a library with so many quotes, and print how long that takes, with their index."""
    known = vocabulary()
    chance = random.Random(SEED)
    began = time.perf_counter()
    with Library.create(path, "Quotes") as library:
        with library.revise("Begin") as db:
            names = [f"{chance.choice(known).title()} {chance.choice(known).title()}" for _ in range(SPEAKERS)]
            names[7] = "Ada Example"
            db.conn.executemany("INSERT INTO people (uid, name) VALUES (?, ?)", enumerate(names))
            rows = ((str(n), "round", f"Round {n}", "held") for n in range(MEETINGS))
            db.conn.executemany("INSERT INTO meetings (uid, kind, title, held) VALUES (?, ?, ?, ?)", rows)
            names = [f"{chance.choice(known).title()} Republic" for _ in range(PARTIES)]
            names[5] = "Example League"
            rows = ((f"p{n}", name, "state") for n, name in enumerate(names))
            db.conn.executemany("INSERT INTO parties (uid, name, kind) VALUES (?, ?, ?)", rows)
            rows = (
                (f"a{m}-{p}", m + 1, p + 1, ("guarantor", "observer", "mediator")[p % 3], "reported")
                for m in range(MEETINGS) for p in range(PARTIES)
            )  # fmt: skip
            db.conn.executemany(
                "INSERT INTO participations (uid, meeting_id, party_id, role, attendance) VALUES (?, ?, ?, ?, ?)", rows
            )
        numbered = enumerate(texts(quotes, known))
        for _ in range(0, quotes, STEP):
            rows = (
                (f"made-{n}", n % MEETINGS + 1, who, who % PARTIES + 1, day(chance), FORMS[n % 2], text, n)
                for n, text in islice(numbered, STEP)
                for who in (chance.randint(1, SPEAKERS),)
            )
            with library.revise("Add") as db:
                db.conn.executemany(
                    "INSERT INTO quotes (uid, meeting_id, speaker_id, party_id, said_on, form, text, position) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    rows,
                )
    print(f"{time.perf_counter() - began:.1f} s to write, log and index; {memory():.0f} MB of memory at most")


def day(chance: random.Random) -> str:
    """A day of some year."""
    return f"20{chance.randint(17, 24)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def bare(path: Path, plain: Path) -> None:
    """Put the same texts into FTS5 alone, by date, and print how long that takes and how large it is."""
    conn = sqlite3.connect(plain, isolation_level=None)
    began = time.perf_counter()
    conn.execute("BEGIN")  # an index that was begun is none
    conn.execute("CREATE VIRTUAL TABLE b USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2', prefix='1 2 3')")
    with Library(path, read_only="It is only measured.") as library, library.reading() as read:
        rows = read.execute("SELECT p.place, q.text FROM quote_places p JOIN quotes q ON q.id = p.quote_id ORDER BY 1")
        conn.executemany("INSERT INTO b (rowid, text) VALUES (?, ?)", rows)
    conn.execute("COMMIT")
    conn.close()
    print(f"{time.perf_counter() - began:.1f} s for bare FTS5, {plain.stat().st_size / 1e6:.0f} MB")


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that a call takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def row(times: list[float]) -> str:
    """p50, p95 and max."""
    return f"{statistics.median(times):8.2f} {sorted(times)[int(len(times) * 0.95)]:8.2f} {max(times):8.2f}"


def asked(library: Library, case: Case, typed: str) -> Query:
    """The query of a case; the names of the library are read only where a field needs them."""
    return parse(case.narrowed + typed, names=Names(library, Cancel()) if case.narrowed else None)


def measure(library: Library, conn: sqlite3.Connection, case: Case) -> None:
    """Print a line on a case."""
    never = Cancel()
    sql = bare_sql(case)

    def first(typed: str) -> None:
        library.quotes.first(asked(library, case, typed), never, PAGE, case.order)

    pages = [timed(partial(first, typed)) for _ in range(RUNS) for typed in case.typed]
    plain = [timed(partial(bare_query, conn, sql, match)) for _ in range(RUNS) for match in case.bare]
    query = asked(library, case, case.typed[0])
    counted = [timed(partial(library.quotes.count, query, never, most)) for most in (10_001, -1)]
    everything = timed(lambda: library.quotes.search(query, never, case.order))
    ids, text = library.quotes.search(query, never).ids, case.narrowed + case.typed[0]
    facets = [timed(lambda: quote_facets.read(library, text, ids, never)) for _ in range(2)]
    found = library.quotes.count(query, never, -1)
    print(
        f"{case.name:26} {row(pages)}   bare {row(plain)}   count {counted[0]:7.1f} {counted[1]:7.1f}"
        f"   all ids {everything:8.1f}   facets {facets[1]:7.1f}   {found.written:,} + {found.sounds:,}"
    )


def bare_sql(case: Case) -> str:
    """The same query for bare FTS5."""
    order = "rank" if case.order == "best" else "rowid DESC"
    return f"SELECT rowid, snippet(b, 0, '[', ']', '…', 20) FROM b WHERE b MATCH ? ORDER BY {order} LIMIT 50"


def bare_query(conn: sqlite3.Connection, sql: str, match: str) -> None:
    """Put a query to bare FTS5."""
    conn.execute(sql, [match]).fetchall()


def memory() -> float:
    """The most memory that this process has used, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run(quotes: int) -> None:
    """All figures for one size."""
    print(f"\n{quotes:,} quotes", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "quotes.parley"
        apart(fill, path, quotes)
        for work in (rebuild, bare, search):
            apart(work, path, plain_of(path))


def apart(work: Callable[..., None], *given: object) -> None:
    """Do a part in a process of its own, for its memory."""
    process = get_context("spawn").Process(target=work, args=given)
    process.start()
    process.join()


def plain_of(path: Path) -> Path:
    """Where the bare index of the texts of a library stands."""
    return path.with_suffix(".bare.db")


def rebuild(path: Path, _: Path) -> None:
    """Make the index anew, first in place of one of an older version, and print how long and how large that is."""
    with Library(path) as library:
        for how, begin in (("in place", put_off), ("from nothing", indexing.begin_anew)):
            first = timed(partial(begin, library)) / 1000
            steps = [timed(partial(indexing.advance, library)) / 1000]
            while not indexing.how_far(library, Cancel()).whole:
                steps.append(timed(partial(indexing.advance, library)) / 1000)
            print(
                f"{first + sum(steps):.1f} s to make the index anew {how}, {first:.1f} s to begin, {len(steps)} steps "
                f"of {statistics.median(steps):.2f} s (longest {max(steps):.2f}); {memory():.0f} MB of memory at most; "
                f"file {path.stat().st_size / 1e6:.0f} MB, of which index {size(library):.0f} MB",
                flush=True,
            )


def put_off(library: Library) -> None:
    """Make the index look as if it were of an older version."""
    with library.revise("Put off") as db:
        db.conn.execute(f"DELETE FROM library WHERE key = '{quote_index.INDEX.name}'")


def search(path: Path, plain: Path) -> None:
    """Print how long every kind of query takes."""
    conn = sqlite3.connect(plain)
    with Library(path, read_only="It is only measured.") as library:  # else one of an older format would be converted
        print(f"{'first page':26} {'p50':>8} {'p95':>8} {'max':>8} ms{'to 10,001, all':>57}")
        for case in cases(vocabulary()):
            measure(library, conn, case)
    conn.close()
    print(f"{memory():.0f} MB of memory at most")


def size(library: Library) -> float:
    """MB of the index."""
    with library.reading() as conn:
        total = 0
        for table in ("data", "content", "idx", "docsize"):
            columns = [found[1] for found in conn.execute(f"PRAGMA table_info(quote_index_{table})")]
            length = " + ".join(f"coalesce(length(CAST({name} AS BLOB)), 0)" for name in columns)
            total += conn.execute(f"SELECT sum({length}) FROM quote_index_{table}").fetchone()[0]
    return total / 1e6


def main() -> None:
    """Measure each size, or the library of a file."""
    asked = argparse.ArgumentParser()
    asked.add_argument("quotes", type=int, nargs="*", default=SIZES)
    asked.add_argument("--library", type=Path)
    given = asked.parse_args()
    if given.library:
        plain = plain_of(given.library)
        if not plain.exists():
            apart(bare, given.library, plain)
        apart(search, given.library, plain)
    else:
        for quotes in given.quotes:
            run(quotes)


if __name__ == "__main__":
    main()
