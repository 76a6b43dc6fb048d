"""Merging two records that are one, and keeping their spellings filed under the right name."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from json import dumps
from typing import NamedTuple

from db import trees, values
from db.errors import BadValue, Gone
from db.references import ATTACHED, KINDS, USERS
from db.vocabulary import RECORD_KINDS

_LINKS = {
    "tags": ("taggings", "tag_id", ("record_kind", "record_uid")),
    "topics": ("outcome_topics", "topic_id", ("outcome_id",)),
}
_MORE = {"tags": ("colour", "description"), "topics": ("description",)}
"""Columns that a kept record takes over from the other where it has nothing."""


class _Place(NamedTuple):
    """Where a tag or topic stands."""

    id: int
    parent: int | None
    name: str


def check_two(keep: str, other: str) -> None:
    """Refuse to merge a record with itself."""
    if keep == other:
        raise BadValue("A record cannot be merged with itself: choose two.")


def check_merge(conn: sqlite3.Connection, table: str, keep: str, other: str) -> None:
    """Refuse, in words, to make two records one that cannot be."""
    check_two(keep, other)
    if table == "people":
        _check_delegations(conn, keep, other)
    elif table in _LINKS:
        _check_place(conn, table, keep, other)


def _check_delegations(conn: sqlite3.Connection, keep: str, other: str) -> None:
    """Refuse to merge two people who led different delegations of one meeting."""
    row = conn.execute(
        "SELECT k.name, o.name, m.title FROM people k JOIN people o ON o.uid = ? "
        "JOIN participations a ON a.head_id = k.id "
        "JOIN participations b ON b.meeting_id = a.meeting_id AND b.head_id = o.id AND b.party_id <> a.party_id "
        "JOIN meetings m ON m.id = a.meeting_id WHERE k.uid = ? LIMIT 1",
        [other, keep],
    ).fetchone()
    if row:
        raise BadValue(
            f"{values.short(row[0])} and {values.short(row[1])} led two delegations of {values.quoted(row[2])}, "
            "so they are not the same person."
        )


def merge(conn: sqlite3.Connection, table: str, keep: str, other: str) -> None:
    """Let all that refers to the other record, or stands on it, do so to the kept one; then remove the other."""
    names = {"kind": KINDS[table], "keep": keep, "other": other}
    for link in USERS.get(table, ()):
        conn.execute(
            f"UPDATE {link.table} SET {link.column} = (SELECT id FROM {table} WHERE uid = :keep) "
            f"WHERE {link.column} = (SELECT id FROM {table} WHERE uid = :other)",
            names,
        )
    conn.execute(
        "DELETE FROM taggings WHERE record_kind = :kind AND record_uid = :other AND tag_id IN "
        "(SELECT tag_id FROM taggings WHERE record_kind = :kind AND record_uid = :keep)",
        names,
    )
    conn.execute(
        "UPDATE readings SET adopted = 0 WHERE record_kind = :kind AND record_uid = :other AND about IN "
        "(SELECT about FROM readings WHERE record_kind = :kind AND record_uid = :keep AND adopted)",
        names,
    )
    _join_common_spellings(conn, names)
    for attached in ATTACHED:
        conn.execute(
            f"UPDATE {attached} SET record_uid = :keep WHERE record_kind = :kind AND record_uid = :other", names
        )
    conn.execute(f"DELETE FROM {table} WHERE uid = :other", names)


_SAME_SPELLING = """
  SELECT k.uid, o.uid FROM aliases k JOIN aliases o ON o.record_kind = k.record_kind AND o.form = k.form
    AND (o.language IS k.language OR o.language IS NULL OR k.language IS NULL)
  WHERE k.record_kind = :kind AND k.record_uid = :keep AND o.record_uid = :other
  ORDER BY o.language IS k.language DESC, o.id, k.id LIMIT 1
"""


def join_spellings(conn: sqlite3.Connection, keep: str, other: str) -> None:
    """Make two spellings one that has the remarks of both."""
    conn.execute(
        """
        UPDATE aliases SET language = coalesce(aliases.language, o.language),
          note = CASE WHEN aliases.note <> o.note THEN aliases.note || '; ' || o.note
            ELSE coalesce(aliases.note, o.note) END
        FROM aliases o WHERE aliases.uid = :keep AND o.uid = :other
        """,
        {"keep": keep, "other": other},
    )
    merge(conn, "aliases", keep, other)


def _join_common_spellings(conn: sqlite3.Connection, names: dict[str, str]) -> None:
    """Make one of each spelling that both records have."""
    while pair := conn.execute(_SAME_SPELLING, names).fetchone():
        join_spellings(conn, *pair)


def merge_in_tree(
    conn: sqlite3.Connection, table: str, keep: str, other: str, take_over: Callable[[str, str], None] | None = None
) -> None:
    """Merge two tags or topics: what is below the other comes below the kept one; two of one name become one.

    `take_over` is called with each pair that becomes one, before it does.
    """
    _rise(conn, table, keep, other)
    waiting = [(keep, other)]
    while waiting:
        keep, other = waiting.pop()
        waiting += same_below(conn, table, keep, other)
        if take_over:
            take_over(keep, other)
        _join_links(conn, table, keep, other)
        for column in _MORE[table]:
            conn.execute(
                f"UPDATE {table} SET {column} = o.{column} FROM (SELECT {column} FROM {table} WHERE uid = ?) o "
                f"WHERE uid = ? AND {table}.{column} IS NULL AND o.{column} IS NOT NULL",
                [other, keep],
            )
        merge(conn, table, keep, other)


def same_below(conn: sqlite3.Connection, table: str, keep: str, other: str) -> list[tuple[str, str]]:
    """Pairs of records of one name, one directly below each of two that are neither of these two themselves."""
    sql = f"""
      SELECT k.uid, o.uid FROM {table} k JOIN {table} o ON o.name = k.name AND o.id <> k.id
      WHERE k.parent_id = (SELECT id FROM {table} WHERE uid = :keep) AND k.uid <> :other
        AND o.parent_id = (SELECT id FROM {table} WHERE uid = :other) AND o.uid <> :keep ORDER BY o.id
    """
    return conn.execute(sql, {"keep": keep, "other": other}).fetchall()


def _check_place(conn: sqlite3.Connection, table: str, keep: str, other: str) -> None:
    """Refuse to let the kept record rise to where another has its name."""
    kept, gone = _place(conn, table, keep), _place(conn, table, other)
    if trees.is_below(conn, table, kept.id, gone.id):
        taken = conn.execute(
            f"SELECT 1 FROM {table} WHERE name = ? AND parent_id IS ? AND id NOT IN (?, ?)",
            [kept.name, gone.parent, kept.id, gone.id],
        ).fetchone()
        if taken:
            raise BadValue(
                f"{values.quoted(kept.name)} would come where another of that name is. Rename one of the two first."
            )


def _rise(conn: sqlite3.Connection, table: str, keep: str, other: str) -> None:
    """Put the kept record in the place of the other, when it stands below that."""
    kept, gone = _place(conn, table, keep), _place(conn, table, other)
    if trees.is_below(conn, table, kept.id, gone.id):
        conn.execute(f"UPDATE {table} SET parent_id = ? WHERE id = ?", [gone.parent, kept.id])


def _place(conn: sqlite3.Connection, table: str, uid: str) -> _Place:
    row = conn.execute(f"SELECT id, parent_id, name FROM {table} WHERE uid = ?", [uid]).fetchone()
    if row is None:
        raise Gone(f"This {KINDS[table]} is no longer in the library.")
    return _Place(*row)


def _join_links(conn: sqlite3.Connection, table: str, keep: str, other: str) -> None:
    """Let what stands under the other record stand under the kept one, once."""
    links, column, what = _LINKS[table]
    key = f"(SELECT id FROM {table} WHERE uid = ?)"
    named = ", ".join(what)
    conn.execute(
        f"DELETE FROM {links} WHERE {column} = {key} "
        f"AND ({named}) IN (SELECT {named} FROM {links} WHERE {column} = {key})",
        [other, keep],
    )
    conn.execute(f"UPDATE {links} SET {column} = {key} WHERE {column} = {key}", [keep, other])


def refile_spellings(conn: sqlite3.Connection, kind: str, uid: str) -> None:
    """File the spellings of a party or person under the name that it has."""
    conn.execute(
        f"UPDATE aliases SET canonical = t.name FROM {RECORD_KINDS[kind]} t "
        "WHERE t.uid = :uid AND record_kind = :kind AND record_uid = :uid AND canonical <> t.name",
        {"kind": kind, "uid": uid},
    )


def drop_own_names(conn: sqlite3.Connection, kind: str, of: str, *names: str) -> None:
    """Remove from spellings what is the very name, unless it says more or something stands on it.

    `of` is the uid of the party or person, or the usual spelling of the place or term.
    """
    stood_on = " UNION ALL ".join(f"SELECT record_uid FROM {table} WHERE record_kind = 'alias'" for table in ATTACHED)
    conn.execute(
        "DELETE FROM aliases WHERE record_kind = ? AND coalesce(record_uid, canonical) = ? AND language IS NULL "
        f"AND note IS NULL AND form IN (SELECT value FROM json_each(?)) AND uid NOT IN ({stood_on})",
        [kind, of, dumps(names)],
    )
