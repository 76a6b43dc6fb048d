"""The steps of a history: the ids of all of them at once, and a page of them at a time."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from db.past import Names
from db.record_rows import Rows
from db.references import KINDS, as_json

MOST = 1000
"""Rows of one step that are counted; one more stands for any number above."""


class Step(NamedTuple):
    """One revision: `changes` is how many records it wrote (at most MOST + 1), `about` the first of them by its title;
    it `stands` when it has not been taken back."""

    id: int
    label: str
    author: str | None
    made_at: str
    kind: str
    reverts: int | None
    changes: int
    stands: bool
    about: str


@dataclass(frozen=True, slots=True)
class StepIds:
    """Steps, newest first; those of one record with how many changes concern it and which is the first of them."""

    ids: array[int]
    counts: array[int]
    firsts: array[int]

    def __len__(self) -> int:
        return len(self.ids)

    def part(self, start: int, limit: int) -> StepIds:
        """Some of them, from a place on."""
        end = start + limit
        return StepIds(self.ids[start:end], self.counts[start:end], self.firsts[start:end])


def all_ids(conn: sqlite3.Connection) -> StepIds:
    """Every step of the library."""
    ids = array("q", (row[0] for row in conn.execute("SELECT id FROM revisions ORDER BY id DESC")))
    return StepIds(ids, array("q"), array("q"))


def ids_of_rows(conn: sqlite3.Connection, rows: Rows) -> StepIds:
    """The steps that wrote any of the rows."""
    written: list[tuple[int, int, str, int]] = []
    for table, ids in rows.items():
        written += conn.execute(
            "SELECT revision_id, min(id), table_name, row_id FROM changes "
            "WHERE table_name = ? AND row_id IN (SELECT value FROM json_each(?)) GROUP BY revision_id, row_id",
            [table, as_json(ids)],
        )
    written.sort(key=lambda row: (-row[0], row[1]))
    found = StepIds(array("q"), array("q"), array("q"))
    for revision, changes in groupby(written, key=lambda row: row[0]):
        firsts = [change for _, change, _, _ in changes]
        found.ids.append(revision)
        found.counts.append(len(firsts))
        found.firsts.append(firsts[0])
    return found


def page(conn: sqlite3.Connection, some: StepIds) -> list[Step | None]:
    """The steps of a few ids; None for one that is gone, as only a step without changes can be."""
    rows: dict[int, tuple[int, str, str | None, str, str, int | None]] = {
        row[0]: row
        for row in conn.execute(
            "SELECT id, label, author, made_at, kind, reverts FROM revisions "
            "WHERE id IN (SELECT value FROM json_each(?))",
            [as_json(some.ids)],
        )
    }
    taken_back = taken_back_of(conn, some.ids)
    names = Names(conn)
    found: list[Step | None] = []
    for at, revision in enumerate(some.ids):
        written = some.counts[at] if some.counts else count(conn, revision)
        first = some.firsts[at] if some.firsts else _first(conn, revision)
        about = _about(names, first) if revision in rows else ""
        found.append(Step(*rows[revision], written, revision not in taken_back, about) if revision in rows else None)
    return found


def taken_back_of(conn: sqlite3.Connection, ids: Iterable[int]) -> set[int]:
    """Those of the steps that do not stand: a newer one, which stands itself, takes them back."""
    later = conn.execute(
        """
        WITH RECURSIVE later (id, reverts) AS (
          SELECT id, reverts FROM revisions WHERE reverts IN (SELECT value FROM json_each(?))
          UNION SELECT r.id, r.reverts FROM later JOIN revisions r ON r.reverts = later.id)
        SELECT id, reverts FROM later ORDER BY id DESC
        """,
        [as_json(ids)],
    )
    cancelled: set[int] = set()
    for revision, reverts in later:
        if revision not in cancelled:
            cancelled.add(reverts)
    return cancelled


def count(conn: sqlite3.Connection, revision: int) -> int:
    """How many rows a step wrote; MOST + 1 when they are more."""
    return conn.execute(
        "SELECT count(*) FROM (SELECT DISTINCT table_name, row_id FROM changes WHERE revision_id = ? LIMIT ?)",
        [revision, MOST + 1],
    ).fetchone()[0]


def _first(conn: sqlite3.Connection, revision: int) -> int | None:
    """The first change of a step, or, of a long one, the first of those that are at hand."""
    return conn.execute(
        "SELECT min(id) FROM (SELECT id FROM changes WHERE revision_id = ? LIMIT ?)", [revision, MOST]
    ).fetchone()[0]


def _about(names: Names, change: int | None) -> str:
    """What the record of a change is called."""
    row = names.conn.execute("SELECT table_name, row_id FROM changes WHERE id = ?", [change]).fetchone()
    return names.title(*row) if row and row[0] in KINDS else ""
