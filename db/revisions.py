"""The history: what each revision wrote, which of them stand, and how one is put back.

A revision is taken back by another, so nothing in the history is ever rewritten. Two revisions of which the newer
takes back the older, and is itself not taken back, cancel out; the others stand.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from db.changes import Changes
from db.errors import Conflict, NothingToUndo
from db.schema import JOURNALED


class Revision(NamedTuple):
    """One step of work: who did what, when; `reverts` is the revision that it takes back."""

    id: int
    label: str
    author: str | None
    made_at: str
    kind: str
    reverts: int | None


REVERT_LABELS = {"undo": "Undo", "redo": "Redo", "take-back": "Take back"}
_COLUMNS = "id, label, author, made_at, kind, reverts"


def now() -> str:
    """The time as it is stored: ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def get(conn: sqlite3.Connection, revision: int) -> Revision:
    """One revision; NothingToUndo when there is none of that number."""
    row = conn.execute(f"SELECT {_COLUMNS} FROM revisions WHERE id = ?", [revision]).fetchone()
    if row is None:
        raise NothingToUndo(f"The history holds no step {revision}.")
    return Revision(*row)


def begin(
    conn: sqlite3.Connection, label: str, author: str | None, kind: str, reverts: int | None, made_at: str | None
) -> int:
    """Open a revision inside the caller's transaction; its id."""
    revision = conn.execute(
        "INSERT INTO revisions (label, author, made_at, kind, reverts) VALUES (?, ?, ?, ?, ?)",
        [label, author, made_at or now(), kind, reverts],
    ).lastrowid
    assert revision is not None
    conn.execute("INSERT INTO open_revision (revision_id) VALUES (?)", [revision])
    return revision


def resume(conn: sqlite3.Connection, revision: int | None, author: str | None) -> int | None:
    """Open a revision again to write more into it; None unless it is the newest, an edit and of the same author."""
    newest = conn.execute("SELECT id, author, kind FROM revisions ORDER BY id DESC LIMIT 1").fetchone()
    if revision is None or newest != (revision, author, "edit"):
        return None
    conn.execute("INSERT INTO open_revision (revision_id) VALUES (?)", [revision])
    return revision


def end(conn: sqlite3.Connection, revision: int, label: str) -> Changes:
    """Close a revision and say what it touched; without writes it leaves no trace, unless it reverts another."""
    conn.execute("DELETE FROM open_revision")
    rows = dict(
        conn.execute(
            "SELECT table_name, count(*) FROM changes WHERE revision_id = ? GROUP BY table_name", [revision]
        ).fetchall()
    )
    if not rows:
        conn.execute("DELETE FROM revisions WHERE id = ? AND reverts IS NULL", [revision])
    return Changes(revision, label, rows)


def _standing(conn: sqlite3.Connection, above: int = 0) -> Iterator[Revision]:
    """Revisions newer than a given one, newest first, without those that cancel out."""
    cancelled: set[int] = set()
    for row in conn.execute(f"SELECT {_COLUMNS} FROM revisions WHERE id > ? ORDER BY id DESC", [above]):
        revision = Revision(*row)
        if revision.id in cancelled:
            continue
        if revision.reverts is not None:
            cancelled.add(revision.reverts)
        yield revision


def _newest_standing(conn: sqlite3.Connection) -> Iterator[Revision]:
    """Revisions that stand, newest first, down to the first that is no undo or redo.

    An undo or redo leads at once to what comes before the step that it takes back: each takes back the newest that it
    can, so all between the two is cancelled, or is an undo or redo of something between. That holds until something
    between is taken back out of turn; then that take-back is newer, stands, and is the first.
    """
    before = sys.maxsize
    sql = f"SELECT {_COLUMNS} FROM revisions WHERE id < ? ORDER BY id DESC LIMIT 1"
    while row := conn.execute(sql, [before]).fetchone():
        revision = Revision(*row)
        yield revision
        if revision.kind not in ("undo", "redo") or revision.reverts is None:
            return
        before = revision.reverts


def last_undoable(conn: sqlite3.Connection) -> Revision:
    """The newest step of a person that stands; NothingToUndo when there is none."""
    for revision in _newest_standing(conn):
        if revision.kind == "dataset":
            break
        if revision.kind in ("edit", "take-back"):
            return revision
    raise NothingToUndo("There is nothing to undo.")


def last_redoable(conn: sqlite3.Connection) -> Revision:
    """The newest undo that stands and that no step of a person follows; NothingToUndo when there is none."""
    for revision in _newest_standing(conn):
        if revision.kind == "undo":
            return revision
        if revision.kind != "redo":
            break
    raise NothingToUndo("There is nothing to redo.")


def original(conn: sqlite3.Connection, revision: Revision) -> Revision:
    """The step that a chain of undo and redo is about."""
    while revision.kind in ("undo", "redo") and revision.reverts is not None:
        revision = get(conn, revision.reverts)
    return revision


def undo_labels(conn: sqlite3.Connection) -> tuple[str | None, str | None]:
    """What undo would take back and what redo would bring back, in words; None where there is nothing."""

    def label(find: Callable[[sqlite3.Connection], Revision]) -> str | None:
        try:
            return original(conn, find(conn)).label
        except NothingToUndo:
            return None

    return label(last_undoable), label(last_redoable)


def check_free(conn: sqlite3.Connection, target: Revision) -> None:
    """Refuse to take back a revision that does not stand, or of whose values a later one touched any."""
    if target.kind == "dataset":
        raise Conflict(f"“{target.label}” came with the library and cannot be taken back.")
    later = list(_standing(conn, target.id - 1))
    if target not in later:
        raise Conflict(f"“{target.label}” of {target.made_at[:10]} has been taken back already.")
    # Taking back a step newer than the target left things as they were; taking back an older one did not.
    touching = _touching(conn, target.id, [r.id for r in later if r.id != target.id and (r.reverts or 0) < target.id])
    if touching is not None:
        other = get(conn, touching)
        raise Conflict(
            f"“{target.label}” cannot be taken back: “{other.label}” of {other.made_at[:10]}"
            f"{f' by {other.author}' if other.author else ''} changed the same value later. Take that back first."
        )


def _touching(conn: sqlite3.Connection, target: int, later: list[int]) -> int | None:
    """The oldest of the later revisions that wrote a value which the target wrote too."""
    conn.execute("CREATE TEMP TABLE IF NOT EXISTS later_revisions (id INTEGER PRIMARY KEY)")
    conn.execute("DELETE FROM later_revisions")
    conn.executemany("INSERT INTO later_revisions VALUES (?)", [(revision,) for revision in later])
    row = conn.execute(
        """
        SELECT min(l.revision_id) FROM changes t JOIN changes l ON l.table_name = t.table_name AND l.row_id = t.row_id
        WHERE t.revision_id = ? AND l.revision_id IN (SELECT id FROM later_revisions)
          AND (t.operation <> 'update' OR l.operation <> 'update' OR EXISTS (
            SELECT 1 FROM json_each(t.before) a JOIN json_each(l.before) b ON b.key = a.key))
        """,
        [target],
    ).fetchone()
    return row[0]


def put_back(conn: sqlite3.Connection, revision: int) -> None:
    """Give every row that the revision wrote the values it had before, inside the caller's revision."""
    conn.execute("PRAGMA defer_foreign_keys = on")
    for table in JOURNALED:
        args: dict[str, object] = {"r": revision, "t": table}
        if conn.execute("SELECT 1 FROM changes WHERE revision_id = :r AND table_name = :t LIMIT 1", args).fetchone():
            _gather_images(conn, args)
            _put_back_table(conn, table)
    # What was looked at and not changed has nothing to be put back; that it is taken back is told all the same.
    conn.execute(
        "INSERT INTO changes (revision_id, table_name, row_id, row_uid, operation, before, after) "
        "SELECT o.revision_id, table_name, row_id, row_uid, operation, before, after FROM changes c, open_revision o "
        "WHERE c.revision_id = ? AND c.operation = 'update' AND c.before = '{}' ORDER BY c.id",
        [revision],
    )


def _gather_images(conn: sqlite3.Connection, args: dict[str, object]) -> None:
    """Into the table `images`: each row written, whether the revision made it, and the oldest value of each column."""
    conn.execute(
        "CREATE TEMP TABLE IF NOT EXISTS images (row_id INTEGER PRIMARY KEY, born INTEGER, image TEXT, change INTEGER)"
    )
    conn.execute("DELETE FROM images")
    # min() makes SQLite take the other columns from the oldest change of the row, or of the column.
    conn.execute(
        "INSERT INTO images SELECT row_id, operation = 'insert', before, min(id) FROM changes "
        "WHERE revision_id = :r AND table_name = :t GROUP BY row_id",
        args,
    )
    conn.execute(
        """
        UPDATE images SET image = (
          SELECT json_group_object(key, value) FROM (
            SELECT e.key, e.value, min(c.id) FROM changes c, json_each(c.before) e
            WHERE c.revision_id = :r AND c.table_name = :t AND c.row_id = images.row_id GROUP BY e.key))
        WHERE NOT born AND row_id IN (
          SELECT row_id FROM changes WHERE revision_id = :r AND table_name = :t GROUP BY row_id HAVING count(*) > 1)
        """,
        args,
    )


def _put_back_table(conn: sqlite3.Connection, table: str) -> None:
    """Bring one table to its images: remove what was new, set what changed, restore what went."""
    columns = [str(row[1]) for row in conn.execute(f"PRAGMA table_info({table})")]
    conn.execute(f"DELETE FROM {table} WHERE id IN (SELECT row_id FROM images WHERE born)")
    values = ", ".join(
        f"{name} = iif(json_type(image, '$.{name}') IS NULL, {table}.{name}, json_extract(image, '$.{name}'))"
        for name in columns
        if name != "id"
    )
    conn.execute(f"UPDATE {table} SET {values} FROM images WHERE {table}.id = row_id AND NOT born")
    restored = ", ".join(f"json_extract(image, '$.{name}')" for name in columns)
    conn.execute(
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {restored} FROM images "
        f"WHERE NOT born AND row_id NOT IN (SELECT id FROM {table}) ORDER BY row_id"
    )
