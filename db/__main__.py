"""The library from the command line: `python -m db build FILE`, and other commands with a FILE.

These are `check`, `reindex`, `search`, `verify` and `readings`.
"""

from __future__ import annotations

import json
import shlex
import sqlite3
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec

import click

from db.errors import IndexDamaged, KnownError

P = ParamSpec("P")
COUNTED = ("meetings", "participations", "outcomes", "readings", "quotes", "sources", "aliases", "events", "citations")


def tell(command: Callable[P, None]) -> Callable[P, None]:
    """The command, ending with a sentence on stderr and exit code 1 where it raises a KnownError."""

    @wraps(command)
    def told(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except KnownError as error:
            click.echo(str(error), err=True)
            if isinstance(error, IndexDamaged):
                anew = shlex.join(["python", "-m", "db", "reindex", str(kwargs["file"])])
                click.echo(f"This makes it anew: {anew}", err=True)
            sys.exit(1)

    return told


@click.group()
def main() -> None:
    """Build, check and search library files, and verify quotations in them."""


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--from", "folder", type=click.Path(path_type=Path), help="Folder of the dataset; else the shipped one.")
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@tell
def build(file: Path, folder: Path | None, force: bool) -> None:
    """Make the library of the Astana Process in FILE."""
    from db import dataset

    dataset.build(file, folder, force=force)
    click.echo(f"{file} is built: {_counts(file)}.")


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@tell
def check(file: Path) -> None:
    """Verify that FILE is a sound library: integrity, references, offsets, digests."""
    from db import integrity

    problems = integrity.check(file)
    if problems:
        click.echo("\n".join(problems), err=True)
        sys.exit(1)
    click.echo(f"{file} is sound: {_counts(file)}.")


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@tell
def reindex(file: Path) -> None:
    """Make the search index of FILE anew, as is needed where `check` finds it damaged."""
    from db import indexing
    from db.library import Library

    with Library(file) as library:
        indexing.make_anew(library)
    click.echo(f"The search index of {file} was made anew.")


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("query")
@tell
def search(file: Path, query: str) -> None:
    """Print the quotes of FILE that match QUERY, one JSON object a line, newest first.

    Those that only have a name that `sounds` as it was typed come last.
    """
    from db import indexing
    from db.cancel import Cancel
    from db.library import Library
    from db.query_names import Names
    from db.query_tree import NOTHING
    from db.quote_query import parse
    from db.records import PAGE

    with Library(file, read_only="It is only searched.") as library:
        parsed = parse(query, typing=False, names=Names(library, Cancel()))
        if parsed.also:
            click.echo(f"Also searched: {', '.join(parsed.also)}.", err=True)
        if parsed.remark:
            click.echo(parsed.remark, err=True)
        if not indexing.how_far(library, Cancel()).quotes:
            click.echo("Not all quotes are ready for searching: open the library in Parley once.", err=True)
        indexing.check(library, Cancel())
        if parsed.match == NOTHING:
            sys.exit(1)
        found = library.quotes.search(parsed, Cancel())
        for start in range(0, len(found.ids), PAGE):
            page = library.quotes.marked(found.ids[start : start + PAGE], parsed, Cancel())
            for place, line in enumerate(page, start):
                if line is not None:
                    hit = {"uid": line.uid, "text": line.text, "form": line.form, "speaker": line.speaker}
                    hit |= {"title": line.speaker_title, "date": line.said_on, "meeting": line.meeting}
                    hit |= {"source": line.source, "check": line.check, "matches": line.marks}
                    hit |= {"sounds": place >= found.written, "reason": line.reason}
                    click.echo(json.dumps(hit, ensure_ascii=False))


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("quotation")
@tell
def verify(file: Path, quotation: str) -> None:
    """Print where QUOTATION stands in the sources of FILE, or what is most like it, one JSON object a line."""
    from db import quotation_search
    from db.library import Library

    with Library(file, read_only="It is only searched.") as library:
        verified = quotation_search.verify(library, quotation)
        for one in verified.found:
            result, starts, ends, score, _ = one.finding
            hit = {"source": one.source, "title": one.title, "result": result, "starts": starts, "ends": ends}
            click.echo(json.dumps(hit | {"score": round(score, 3)}, ensure_ascii=False))
    if not verified.found:
        click.echo(verified.remark or "No source has these words, or most of them.", err=True)
        sys.exit(1)


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--followed", is_flag=True, help="Only the reading that is followed on each point; open points are left out."
)
@tell
def readings(file: Path, followed: bool) -> None:
    """Print the readings of FILE where sources disagree, with their passages, one JSON object a line."""
    from db import contested
    from db.cancel import Cancel
    from db.library import Library

    with Library(file, read_only="It is only read.") as library:
        for point in contested.contested(library, Cancel(), adopted_only=followed):
            about = {"meeting": point.meeting, "date": point.day, "record": point.record.uid, "title": point.title}
            about |= {"field": point.field, "about": point.about}
            for reading in point.readings:
                passages = [passage._asdict() for passage in reading.passages]
                value = {"reading": reading.value, "followed": reading.adopted, "reason": reading.reason}
                value["record_says"] = reading.instead
                click.echo(json.dumps(about | value | {"passages": passages}, ensure_ascii=False))


def _counts(file: Path) -> str:
    """How much the library holds, in words."""
    from db.library import Library

    with Library(file, read_only="It is only counted.") as library, library.reading() as conn:
        return ", ".join(_count(conn, table) for table in COUNTED)


def _count(conn: sqlite3.Connection, table: str) -> str:
    from db.references import KINDS
    from db.values import count

    return count(conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0], KINDS[table], table)


if __name__ == "__main__":
    main(prog_name="python -m db")
