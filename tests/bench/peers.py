"""The texts of `search.py` in Parley and in four programs that people search texts with, in one run: a table of ratios.

    python -m tests.bench.peers [QUOTES] [--recoll PYTHON] [--datasette PYTHON] [--anki PYTHON]

Without QUOTES there are 100,000. Each figure is the program's own way from what is typed to its first results and to
how many there are, without what paints them; each program is asked once before, then every query of a kind RUNS times.

Parley          as its window asks: the query with the names of the library, the first page with what matched marked,
                and, where that page is full, the ids of all, whose number the window shows. The first page alone, and
                both, are measured; nobody waits for the second to read the first.
DB Browser      what Debian's 3.12.2 sends, read off the running program and found so in its src/CondFormat.cpp,
                src/sql/Query.cpp and src/RowLoader.cpp: the filter of a column, for several words the box that filters
                in any column; the count and the first 49,999 rows, which it reads on one connection. Run by Python's
                sqlite3. The 200 ms that it waits after the last key are not counted.
Recoll          each text in a file, the index as it is set at first; a page of its 8 results, and one of as many as
                Parley's, 64, with abstracts in which the words are marked, by its Python module. Of many results its
                number is an estimate. Debian: recollcmd and python3-recoll, for the interpreter of Debian.
Datasette       its page of the table with _search over FTS5, made as sqlite-utils enable-fts does, fetched from this
                machine to the last byte: 100 rows, the count, suggested facets. `pip install datasette`.
Anki            a note for each text, and `find_notes`, which gives the ids of all, without the rows of its browser.
                `pip install anki`.

DB Browser and Anki find parts of words too, so they find more; a beginning is asked of the others with an asterisk.
A program that is not installed is “not here”. Beside p50 and p95 stand how many times Parley's p50 for the page that
is, how many times that for page and number, and the results of all queries of the kind together, those that Parley
finds by their sound apart.
"""

from __future__ import annotations

import argparse
import http.client
import json
import re
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import urlencode

import sqlite_utils

from db import Cancel, Library
from db.query_names import Names
from db.quote_query import parse
from tests.bench.search import LETTERS, NAMES, PAGE, RUNS, fill, texts, vocabulary

QUOTES = 100_000
PREFETCHED = 49_999  # rows that DB Browser reads at first
RESULTS = 8  # results on a page of Recoll, as it is set at first
PATIENCE = 60  # seconds for Datasette to start
ANSWERS = Path(__file__).with_name("_peer_answers.py")

Shape = Literal["word", "words", "phrase", "beginning"]


class Kind(NamedTuple):
    """A kind of query, and what is typed for it."""

    name: str
    shape: Shape
    typed: tuple[str, ...]


class Answer(NamedTuple):
    """Milliseconds to the first page, to this and the number of results, that number, and of those by sound."""

    page: float
    both: float
    found: int
    sounds: int = 0


class Program(NamedTuple):
    """A program, and how it is asked."""

    name: str
    ask: Callable[[Shape, str], Answer]


def kinds(known: list[str]) -> list[Kind]:
    """What is asked; `known` are the words, the commonest first."""
    common = known[:3]
    return [
        Kind("common word", "word", tuple(common)),
        Kind("rare word", "word", tuple(known[2000:2010])),
        Kind("two words", "words", tuple(f"{common[0]} {word}" for word in known[5:15])),
        Kind("three words", "words", (" ".join(common),)),
        Kind("phrase", "phrase", (f"{common[0]} {common[1]}",)),
        Kind("beginning of a word", "beginning", (LETTERS[:2], LETTERS[:4], known[2000][:3])),
        Kind("name in four spellings", "word", NAMES),
    ]


def parley(library: Library) -> Program:
    """Parley, asked as the list of quotes asks it."""
    never = Cancel()
    ends = {"word": "{} ", "words": "{} ", "phrase": '"{}" ', "beginning": "{}"}

    def ask(shape: Shape, text: str) -> Answer:
        began = time.perf_counter()
        query = parse(ends[shape].format(text), names=Names(library, never))
        lines = library.quotes.first(query, never, PAGE)
        first = time.perf_counter()
        found, written = len(lines), sum(not line.sounds for line in lines)
        if found == PAGE:
            ids, written, _ = library.quotes.search(query, never)
            found = len(ids)
        both = time.perf_counter() - began
        return Answer((first - began) * 1000, both * 1000, written, found - written)

    return Program("Parley", ask)


@contextmanager
def db_browser(folder: Path) -> Iterator[Program]:
    """DB Browser's statements over a table of the texts."""
    file = table(folder / "browser.db")

    def like(text: str) -> str:
        return "LIKE '%" + text.replace("'", "''") + "%' ESCAPE '\\'"

    with closing(sqlite3.connect(file)) as conn:

        def ask(shape: Shape, text: str) -> Answer:
            any_column = (
                "(" + " OR ".join(f'"{column}" {like(word)}' for column in ("_rowid_", "id", "text")) + ")"
                for word in text.split()
            )
            where = " AND ".join(any_column) if shape == "words" else f'"text" {like(text)}'
            began = time.perf_counter()
            (found,) = conn.execute(f'SELECT COUNT(*) FROM "main"."quotes" WHERE {where}').fetchone()
            conn.execute(f'SELECT "_rowid_",* FROM "main"."quotes" WHERE {where} LIMIT 0, {PREFETCHED};').fetchall()
            return whole(began, found)

        yield Program(f"DB Browser (SQLite {sqlite3.sqlite_version})", ask)


@contextmanager
def elsewhere(program: str, python: str, folder: Path) -> Iterator[list[Program]]:
    """Anki or Recoll in an interpreter of its own; Recoll with pages of both sizes."""
    shapes = {"word": "{}", "words": "{}", "phrase": '"{}"', "beginning": "w:{}*" if program == "anki" else "{}*"}
    command = [python, str(ANSWERS), program, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        asked, answers = process.stdin, process.stdout
        name, seconds = json.loads(answers.readline())
        print(f"{seconds:.1f} s for {name}", flush=True)

        def ask(page: int, shape: Shape, text: str) -> Answer:
            asked.write(json.dumps([shapes[shape].format(text), page]) + "\n")
            asked.flush()
            milliseconds, found = json.loads(answers.readline())
            return Answer(milliseconds, milliseconds, found)

        sizes = {f"{name}, {page} results": page for page in (RESULTS, PAGE)} if program == "recoll" else {name: 0}
        yield [Program(title, partial(ask, page)) for title, page in sizes.items()]
        asked.close()


@contextmanager
def datasette(python: str, folder: Path) -> Iterator[list[Program]]:
    """Datasette on a port of this machine."""
    file = table(folder / "datasette.db")
    sqlite_utils.Database(file).table("quotes").enable_fts(["text"])
    named = subprocess.run([python, "-m", "datasette", "--version"], capture_output=True, encoding="utf-8", check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [python, "-m", "datasette", "serve", str(file), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            with closing(connected(port)) as line:
                yield [Program(f"Datasette {named.stdout.split()[-1]}", asking(line))]
        finally:
            process.terminate()


def asking(line: http.client.HTTPConnection) -> Callable[[Shape, str], Answer]:
    """How Datasette is asked."""
    wanted = {
        "word": {"_search": "{}"}, "words": {"_search": "{}"}, "phrase": {"_search": '"{}"'},
        "beginning": {"_search": "{}*", "_searchmode": "raw"},
    }  # fmt: skip

    def ask(shape: Shape, text: str) -> Answer:
        values = {name: value.format(text) for name, value in wanted[shape].items()}
        line.close()  # the server does so by itself after a while
        line.connect()
        began = time.perf_counter()
        line.request("GET", f"/datasette/quotes?{urlencode(values)}")
        response = line.getresponse()
        page = response.read().decode()
        counted = re.search(r"<h3>\s*([\d,]+) row", page)
        assert response.status == http.client.OK, page
        assert counted, page
        return whole(began, int(counted[1].replace(",", "")))

    return ask


def connected(port: int) -> http.client.HTTPConnection:
    """A connection to a server as soon as it answers."""
    until = time.monotonic() + PATIENCE
    while True:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            line.connect()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return line


def table(path: Path) -> Path:
    """A database with the texts in a table, as people import them."""
    rows = json.loads((path.parent / "texts.json").read_text("utf-8"))
    database = sqlite_utils.Database(path)
    made = ({"id": number, "text": text} for number, text in enumerate(rows, 1))
    database.table("quotes").insert_all(made, pk="id")
    database.close()
    return path


def whole(began: float, found: int) -> Answer:
    """The answer of a program that gives all at once."""
    took = (time.perf_counter() - began) * 1000
    return Answer(took, took, found)


def is_here(python: str, module: str) -> bool:
    """Whether an interpreter is there and has a module."""
    try:
        tried = subprocess.run([python, "-c", f"import {module}"], capture_output=True, check=False)
    except OSError:
        return False
    return tried.returncode == 0


def measured(programs: list[Program], kind: Kind) -> list[list[Answer]]:
    """The answers of each program to all queries of a kind, asked RUNS times, in turn: what slows one slows all."""
    answers: list[list[Answer]] = [[] for _ in programs]
    for _ in range(RUNS):
        for program, some in zip(programs, answers, strict=True):
            some += [program.ask(kind.shape, text) for text in kind.typed]
    return answers


def show(name: str, times: list[float], ours: list[Answer], found: str) -> None:
    """Print a line of the table."""
    middle, late = statistics.median(times), sorted(times)[int(len(times) * 0.95)]
    page, both = (middle / statistics.median(other) for other in zip(*(answer[:2] for answer in ours), strict=True))
    print(f"  {name:32} {middle:8.2f} {late:8.2f} {page:10.1f} {both:8.1f} {found:>18}", flush=True)


def total(answers: list[Answer], kind: Kind) -> str:
    """The results of all queries of a kind together."""
    once = answers[: len(kind.typed)]
    sounds = sum(answer.sounds for answer in once)
    return f"{sum(answer.found for answer in once):,}" + (f" + {sounds:,}" if sounds else "")


def show_kind(programs: list[Program], kind: Kind, missing: list[str]) -> None:
    """Ask the queries of a kind and print their part of the table."""
    ours, *theirs = measured(programs, kind)
    print(kind.name)
    show("Parley, page", [answer.page for answer in ours], ours, "")
    show("Parley, page and number", [answer.both for answer in ours], ours, total(ours, kind))
    for program, answers in zip(programs[1:], theirs, strict=True):
        show(program.name, [answer.both for answer in answers], ours, total(answers, kind))
    for name in missing:
        print(f"  {name.title():32} not here")


def compare(quotes: int, given: argparse.Namespace, folder: Path) -> None:
    """Make everything, ask everything, print the table."""
    known = vocabulary()
    (folder / "texts.json").write_text(json.dumps(list(texts(quotes, known))), "utf-8")
    fill(folder / "quotes.parley", quotes)
    peers = [("recoll", "recoll.recoll"), ("datasette", "datasette"), ("anki", "anki.collection")]
    here = {name: getattr(given, name) for name, module in peers if is_here(getattr(given, name), module)}
    with ExitStack() as open_:
        programs = [parley(open_.enter_context(Library(folder / "quotes.parley")))]
        programs.append(open_.enter_context(db_browser(folder)))
        for name, python in here.items():
            opened = datasette(python, folder) if name == "datasette" else elsewhere(name, python, folder)
            programs += open_.enter_context(opened)
        for program in programs:
            program.ask("word", "talks")
        print(f"{'':34} {'p50':>8} {'p95':>8} ms {'× page':>7} {'× both':>8} {'results':>18}")
        for kind in kinds(known):
            show_kind(programs, kind, [name for name, _ in peers if name not in here])


def main() -> None:
    """Compare with what is there."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.peers")
    parser.add_argument("quotes", nargs="?", type=int, default=QUOTES)
    for name, python in (("recoll", "/usr/bin/python3"), ("datasette", sys.executable), ("anki", sys.executable)):
        parser.add_argument(f"--{name}", metavar="PYTHON", default=python, help=f"the interpreter that has {name}")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        compare(given.quotes, given, Path(folder))


if __name__ == "__main__":
    main()
