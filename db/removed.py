"""Records that were removed, and how one is put back with all that went with it.

A tag comes back on the records that are there, a record with the tags that are there; where both were removed, the
second to come back brings the tag on the record with it.
"""

from __future__ import annotations

import sqlite3
from array import array
from typing import TYPE_CHECKING, NamedTuple

from db import anchoring, removed_tags
from db.cancel import Cancel
from db.errors import Broken, Conflict, Gone
from db.invariants import EXISTS
from db.past import REFERRED, Names, loaded
from db.record_rows import Rows
from db.records import PAGE
from db.references import ATTACHED, KINDS, PARTS, Record, as_json, called
from db.schema import JOURNALED
from db.step_changes import Owner
from db.values import a
from db.vocabulary import RECORD_KINDS

if TYPE_CHECKING:
    from db.library import Library

_LISTED = tuple(table for table in JOURNALED if table not in ("outcome_topics", "taggings"))
_ABOVE = {link.table: (table, link.column) for table, links in PARTS.items() for link in links}
"""For each table of parts, what they belong to, and the column that says so."""


class Removed(NamedTuple):
    """A record that is no longer there: what it was called, with which step it went, and how much went with it."""

    change: int
    kind: str
    uid: str
    title: str
    owner: Owner | None
    revision: int
    label: str
    author: str | None
    made_at: str


def ids(conn: sqlite3.Connection, rows: Rows | None, cancel: Cancel) -> array[int]:
    """The changes that removed what is not there now, newest first, without what went with another record.

    With `rows` only what was one of them.
    """
    found: list[tuple[int, str, int, str, int]] = []
    for table in _LISTED:
        cancel.check()
        found += _last_deletes(conn, table)
    went = {(table, row_id): revision for _, table, row_id, _, revision in found}
    went_by_uid = {(KINDS[table], uid): revision for _, table, _, uid, revision in found}
    with_another: set[int] = set()
    for table in (*_ABOVE, *ATTACHED):
        cancel.check()
        changes = {change: revision for change, name, _, _, revision in found if name == table}
        with_another |= _with_another(conn, table, changes, went, went_by_uid) if changes else set()
    if rows is not None:
        found = [row for row in found if row[2] in rows.get(row[1], ())]
    return array("q", sorted((row[0] for row in found if row[0] not in with_another), reverse=True))


def _last_deletes(conn: sqlite3.Connection, table: str) -> list[tuple[int, str, int, str, int]]:
    """Change, table, id, uid and revision by which each missing row of a table went: the last that is told of it."""
    return conn.execute(
        f"""
        WITH last (change) AS (
          SELECT max(id) FROM changes c WHERE table_name = :table
            AND NOT EXISTS (SELECT 1 FROM {table} WHERE id = c.row_id) GROUP BY row_id)
        SELECT id, table_name, row_id, row_uid, revision_id FROM last JOIN changes ON id = change
        WHERE operation = 'delete' AND row_uid NOT IN (SELECT uid FROM {table})
        """,
        {"table": table},
    ).fetchall()


def _with_another(
    conn: sqlite3.Connection,
    table: str,
    changes: dict[int, int],
    went: dict[tuple[str, int], int],
    went_by_uid: dict[tuple[str, str], int],
) -> set[int]:
    """Those of a table's removals whose record belonged to one, or stood on one, that went with the same step."""
    found: set[int] = set()
    listed = "(SELECT value FROM json_each(?))"
    if table in _ABOVE:
        above, column = _ABOVE[table]
        sql = f"SELECT id, json_extract(before, '$.{column}') FROM changes WHERE id IN {listed}"
        for change, owner in conn.execute(sql, [as_json(changes)]):
            if went.get((above, owner)) == changes[change]:
                found.add(change)
    if table in ATTACHED:
        sql = (
            "SELECT id, json_extract(before, '$.record_kind'), json_extract(before, '$.record_uid') FROM changes "
            f"WHERE id IN {listed}"
        )
        for change, kind, uid in conn.execute(sql, [as_json(changes)]):
            if went_by_uid.get((kind, uid)) == changes[change]:
                found.add(change)
    return found


def page(conn: sqlite3.Connection, some: array[int]) -> list[Removed]:
    """What a few changes removed, in the order of their ids."""
    assert len(some) <= PAGE
    rows = conn.execute(
        "SELECT c.id, table_name, row_uid, before, r.id, label, author, made_at "
        "FROM changes c JOIN revisions r ON r.id = revision_id WHERE c.id IN (SELECT value FROM json_each(?))",
        [as_json(some)],
    ).fetchall()
    images = {change: loaded(before) for change, _, _, before, *_ in rows}
    names = Names(conn)
    names.learn((row.get("record_kind"), row.get("record_uid")) for row in images.values())
    found: dict[int, Removed] = {}
    for change, table, uid, _, *step in rows:
        row = images[change]
        owner = names.owner(table, row)
        title = names.title_of(table, row)
        found[change] = Removed(change, KINDS[table], uid, title, owner and Owner(*owner), *step)
    return [found[change] for change in some if change in found]


def restore(library: Library, record: Record) -> None:
    """Put a removed record back with all that went with it; Conflict or Gone, in words, when that cannot be.

    Passages of a text that was changed meanwhile come back as any that such a change moved.
    """
    table = RECORD_KINDS[record.kind]
    with library.reading() as conn:
        title = Names(conn).title_by_uid(*record)
    what = f"{library.noun(record.kind).label} “{title if len(title) <= 60 else title[:59] + '…'}”"
    try:
        with library.revise(f"Restore {what}") as db:
            conn = db.conn
            if conn.execute(f"SELECT 1 FROM {table} WHERE uid = ?", [record.uid]).fetchone():
                raise Conflict(f"The {what} is in the library already.")
            revision, change, row_id = _removal(conn, table, record)
            going = _went_with(conn, revision, {table: {row_id: change}})
            tags = going.pop("taggings", {})
            _insert(conn, what, going)
            removed_tags.put_back(conn, [*tags.values(), *removed_tags.left_out(conn, change, going)])
            anchoring.settle_restored(conn, going.get("citations", ()), revision)
    except Broken as error:
        raise Conflict(f"The {what} cannot be restored: {error.why}.") from error
    except sqlite3.IntegrityError as error:
        raise Conflict(
            f"The {what} cannot be restored: it does not go together with what was changed since."
        ) from error


def _removal(conn: sqlite3.Connection, table: str, record: Record) -> tuple[int, int, int]:
    """Revision, change and row id of the last removal of a record."""
    row = conn.execute(
        "SELECT revision_id, id, row_id FROM changes WHERE table_name = ? AND row_uid = ? AND operation = 'delete' "
        "ORDER BY id DESC LIMIT 1",
        [table, record.uid],
    ).fetchone()
    if row is None:
        raise Gone(f"The history knows no such {record.kind} that was removed.")
    return row


_Going = dict[str, dict[int, int]]
"""Changes that removed rows: by table, and by id of the row."""


def _went_with(conn: sqlite3.Connection, revision: int, first: _Going) -> _Going:
    """What a revision removed together with a record: its parts, and what stood on it or on them."""
    from json import dumps

    found: _Going = {}
    waiting = [(table, changes) for table, changes in first.items()]
    while waiting:
        table, changes = waiting.pop()
        known = found.setdefault(table, {})
        fresh = {row_id: change for row_id, change in changes.items() if row_id not in known}
        known |= fresh
        if not fresh:
            continue
        for link in PARTS.get(table, ()):
            where = f"json_extract(before, '$.{link.column}') IN (SELECT value FROM json_each(?))"
            waiting.append((link.table, _deleted(conn, revision, link.table, where, [as_json(fresh)])))
        if table == "citations" and "sources" in first:
            waiting.append(("sources", _cited(conn, revision, fresh)))
        stood_on = [KINDS[table], dumps(_uids(conn, fresh))]
        for attached in ATTACHED:
            where = (
                "json_extract(before, '$.record_kind') = ? "
                "AND json_extract(before, '$.record_uid') IN (SELECT value FROM json_each(?))"
            )
            waiting.append((attached, _deleted(conn, revision, attached, where, stood_on)))
    return found


def _cited(conn: sqlite3.Connection, revision: int, citations: dict[int, int]) -> dict[int, int]:
    """The sources that went with one that cites them: of two that cite each other neither could come back first."""
    named = "SELECT json_extract(before, '$.source_id') FROM changes WHERE id IN (SELECT value FROM json_each(?))"
    return _deleted(conn, revision, "sources", f"row_id IN ({named})", [as_json(citations.values())])


def _uids(conn: sqlite3.Connection, changes: dict[int, int]) -> list[str]:
    sql = "SELECT row_uid FROM changes WHERE id IN (SELECT value FROM json_each(?))"
    return [row[0] for row in conn.execute(sql, [as_json(changes.values())])]


def _deleted(conn: sqlite3.Connection, revision: int, table: str, where: str, args: list[str]) -> dict[int, int]:
    """Rows of a table that a revision removed, that are not there now, and for which something holds."""
    sql = (
        "SELECT row_id, max(id) FROM changes WHERE revision_id = ? AND table_name = ? AND operation = 'delete' "
        f"AND {where} AND row_id NOT IN (SELECT id FROM {table}) GROUP BY row_id"
    )
    return dict(conn.execute(sql, [revision, table, *args]).fetchall())


def _insert(conn: sqlite3.Connection, what: str, going: _Going) -> None:
    """Put the rows back as they were, and refuse if something to which they refer is missing."""
    conn.execute("PRAGMA defer_foreign_keys = on")
    for table, changes in going.items():
        columns = [str(row[1]) for row in conn.execute(f"PRAGMA table_info({table})")]
        values = ", ".join(f"json_extract(before, '$.{name}')" for name in columns)
        conn.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM changes "
            "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY row_id",
            [as_json(changes.values())],
        )
    for table, changes in going.items():
        _check_references(conn, what, table, as_json(changes))


def _check_references(conn: sqlite3.Connection, what: str, table: str, ids: str) -> None:
    """Refuse rows that refer to, or stand on, a record that is not there; the sentence names it."""
    names = Names(conn)
    columns = [str(row[1]) for row in conn.execute(f"PRAGMA table_info({table})")]
    for column in columns:
        referred = table if column == "parent_id" else REFERRED.get(column)
        if referred:
            row = conn.execute(
                f"SELECT {column} FROM {table} WHERE id IN (SELECT value FROM json_each(?)) AND {column} IS NOT NULL "
                f"AND {column} NOT IN (SELECT id FROM {referred}) LIMIT 1",
                [ids],
            ).fetchone()
            if row:
                raise _missing(what, KINDS[referred], names.title(referred, row[0]))
    if table in ATTACHED:
        row = conn.execute(
            f"SELECT record_kind, record_uid FROM {table} a WHERE id IN (SELECT value FROM json_each(?)) "
            f"AND NOT coalesce({EXISTS}, 0) LIMIT 1",
            [ids],
        ).fetchone()
        if row:
            raise _missing(what, row[0], names.title_by_uid(*row))


def _missing(what: str, kind: str, title: str) -> Conflict:
    kind = called(kind)
    return Conflict(
        f"The {what} cannot be restored: {a(kind)} to which it belongs or refers, “{title}”, was removed too. "
        f"Restore that {kind} first."
    )
