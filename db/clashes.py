"""Two rows that contradict each other: what may be there once only, as queries over any rows of a table."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple


class Clash(NamedTuple):
    """A query for what clashes with another of its table; `{rows}` in it stands for the ids that are looked at.

    `would` ends a sentence about what a step would leave, `does` one about what a file holds.
    """

    table: str
    sql: str
    would: str
    does: str


def _same_number(table: str, kind: str) -> Clash:
    sql = f"""
      SELECT t.title FROM {table} t JOIN {table} o ON o.kind = t.kind AND o.number = t.number AND o.id <> t.id
      WHERE t.id IN {{rows}}
    """
    words = f"the same number as another {kind} of its kind"
    return Clash(table, sql, f"“{{}}” would have {words}", f"“{{}}” has {words}.")


def _same_name(table: str, kind: str) -> Clash:
    # By groups: on top there may be thousands, and each compared with all others would take seconds.
    sql = f"SELECT max(name) FROM {table} GROUP BY parent_id, name HAVING count(*) > 1 AND max(id IN {{rows}})"
    words = f"two {kind}s in one place"
    return Clash(table, sql, f"“{{}}” would be the name of {words}", f"“{{}}” is the name of {words}.")


CLASHES = (
    _same_number("meetings", "meeting"),
    _same_number("events", "event"),
    _same_name("topics", "topic"),
    _same_name("tags", "tag"),
    Clash(
        "participations",
        """
        SELECT h.name FROM participations t JOIN participations o
          ON o.meeting_id = t.meeting_id AND o.head_id = t.head_id AND o.party_id <> t.party_id
        JOIN people h ON h.id = t.head_id WHERE t.id IN {rows}
        """,
        "“{}” would lead two delegations of one meeting",
        "“{}” leads two delegations of one meeting.",
    ),
    Clash(
        "readings",
        """
        SELECT t.about FROM readings t JOIN readings o ON o.record_uid = t.record_uid AND o.record_kind = t.record_kind
          AND o.about = t.about AND o.adopted = 1 AND o.id <> t.id
        WHERE t.adopted = 1 AND t.id IN {rows}
        """,
        "two readings would be followed on “{}”",
        "Two readings are followed on “{}” of one record.",
    ),
    Clash(
        "aliases",
        """
        SELECT t.form FROM aliases t JOIN aliases o ON o.form = t.form AND o.record_kind = t.record_kind
          AND o.record_uid IS t.record_uid AND o.language IS t.language AND o.id <> t.id
          AND (t.record_uid IS NOT NULL OR o.canonical = t.canonical)
        WHERE t.id IN {rows}
        """,
        "“{}” would be listed twice among the spellings of one name",
        "“{}” is listed twice among the spellings of one name.",
    ),
)


def broken(conn: sqlite3.Connection, table: str, rows: str, args: dict[str, object]) -> str | None:
    """How the first of some rows of a table would clash with another, as the end of a sentence; None: they do not."""
    for clash in CLASHES:
        if clash.table == table and (row := conn.execute(clash.sql.format(rows=rows) + " LIMIT 1", args).fetchone()):
            return clash.would.format(str(row[0])[:60])
    return None


def all_in(conn: sqlite3.Connection) -> Iterator[str]:
    """What clashes anywhere in a library, one sentence each."""
    for clash in CLASHES:
        sql = clash.sql.format(rows=f"(SELECT id FROM {clash.table})")
        for (found,) in conn.execute(f"SELECT DISTINCT * FROM ({sql})"):
            yield clash.does.format(str(found)[:60])
