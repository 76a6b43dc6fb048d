"""Whether a library file is sound in every respect, said in words; the file is only read."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from db import anchoring, clashes, dates, digest, opening, quote_checks, quote_index, record_index, revisions, trees
from db.errors import FROM_DAMAGE, BadValue, Damaged, NothingToUndo
from db.invariants import ENDS_EARLY, EXISTS
from db.references import ATTACHED, KINDS
from db.schema import DESCRIPTIONS, JOURNALED
from db.vocabulary import RECORD_KINDS

_DATES = (
    ("meetings", "starts"), ("meetings", "ends"), ("events", "happened"), ("quotes", "said_on"),
    ("sources", "published"),
)  # fmt: skip


def check(path: Path) -> list[str]:
    """What is wrong with a library file, one sentence each; a KnownError when it is no library at all."""
    opening.check_file(path)
    problems: list[str] = []
    # In memory, because the full-text index looks at itself only where it might write.
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as conn:
        conn.text_factory = opening.decoded
        try:
            with closing(opening.connect(path, "ro", 5.0)) as file:
                opening.check_format(file, path)
                file.backup(conn)
            problems += _sqlite(conn)
            if altered := list(_schema(conn)):
                return problems + altered  # the rest would stumble over what is not there
            for find in _CHECKS:
                problems += find(conn)
        except FROM_DAMAGE as error:
            found = opening.known(error, path)
            if not isinstance(found, Damaged):
                raise found from error
            problems.append(str(found))
    return problems


def _sqlite(conn: sqlite3.Connection) -> Iterator[str]:
    for (line,) in conn.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield f"SQLite finds: {line}"


def _schema(conn: sqlite3.Connection) -> Iterator[str]:
    if opening.fingerprint(conn) != opening.FINGERPRINTS[opening.FORMAT]:
        yield "The tables are not those that Parley makes: another program altered them."


def _texts(conn: sqlite3.Connection) -> Iterator[str]:
    """Text that is not UTF-8, or holds a NUL."""
    before = conn.text_factory
    conn.text_factory = bytes
    try:
        for table in JOURNALED:
            for row in conn.execute(f"SELECT * FROM {table}"):
                if not all(_is_text(value) for value in row if isinstance(value, bytes)):
                    yield f"{_named(table, row[1].decode(errors='replace'))} holds text that is not UTF-8, or a NUL."
    finally:
        conn.text_factory = before


def _is_text(value: bytes) -> bool:
    return b"\0" not in value and value.decode(errors="replace").encode() == value


def _references(conn: sqlite3.Connection) -> Iterator[str]:
    for table, row_id, parent, _ in conn.execute("PRAGMA foreign_key_check"):
        yield f"Row {row_id} of {table} refers to a row of {parent} that is not there."
    for table in ATTACHED:
        for uid, kind, record in conn.execute(
            f"SELECT uid, record_kind, record_uid FROM {table} a WHERE NOT coalesce({EXISTS}, 0)"
        ):
            yield f"{_named(table, uid)} stands on the {kind} “{record}”, which is not there."
        yield from _fields(conn, table) if table not in ("aliases", "taggings") else ()


def _fields(conn: sqlite3.Connection, table: str) -> Iterator[str]:
    for kind, field in conn.execute(f"SELECT DISTINCT record_kind, field FROM {table} WHERE field IS NOT NULL"):
        if field not in DESCRIPTIONS.get(RECORD_KINDS.get(kind, ""), ()):
            yield f"In {table}, “{field}” is named as a field of a {kind}, which has none of that name."


def _trees(conn: sqlite3.Connection) -> Iterator[str]:
    for table in ("topics", "tags"):
        if uid := trees.find_ring(conn, table):
            yield f"{_named(table, uid)} stands below itself."


def _passages(conn: sqlite3.Connection) -> Iterator[str]:
    for source, uid in conn.execute("SELECT id, uid FROM sources").fetchall():
        for one in anchoring.misplaced(conn, [source], with_surroundings=True):
            wrong = "is not verbatim at its place in" if one.starts is not None else "is thought to stand outside"
            yield f"{_named('citations', one.uid)} {wrong} the source “{uid}”."


def _digests(conn: sqlite3.Connection) -> Iterator[str]:
    from hashlib import sha256

    for uid, text, stored in conn.execute(
        "SELECT uid, CAST(text AS BLOB), text_sha256 FROM sources WHERE text NOT NULL"
    ):
        if sha256(text).hexdigest() != stored:
            yield f"{_named('sources', uid)} holds a text that does not match its digest."
    for stored, content in conn.execute("SELECT sha256, bytes FROM files"):
        if sha256(content).hexdigest() != stored:
            yield f"The file {stored[:12]}… holds bytes that do not match its digest."
    row = conn.execute("SELECT value FROM library WHERE key = 'content_digest'").fetchone()
    if row and _is_as_shipped(conn) and digest.content_digest(conn) != row[0]:
        yield "The content is not what was shipped, although the history shows no change."


def _is_as_shipped(conn: sqlite3.Connection) -> bool:
    try:
        revisions.last_undoable(conn)
    except NothingToUndo:
        return True
    return False


def _index(conn: sqlite3.Connection) -> Iterator[str]:
    yield from _index_of(conn, "quote", quote_index.out_of_step, "it can be made anew from the quotes")


def _record_index(conn: sqlite3.Connection) -> Iterator[str]:
    yield from _index_of(conn, "record", record_index.out_of_step, "it is made anew when it is next written to")


def _index_of(
    conn: sqlite3.Connection, kind: str, out_of_step: Callable[[sqlite3.Connection], int], mended: str
) -> Iterator[str]:
    """What is wrong with the index of quotes or of records, and how a damaged one is mended."""
    try:
        conn.execute(f"INSERT INTO {kind}_index ({kind}_index) VALUES ('integrity-check')")
        wrong = out_of_step(conn)
    except sqlite3.DatabaseError as error:
        yield f"The index of {kind}s is damaged ({error}): {mended}."
    else:
        if wrong:
            yield f"The index of {kind}s is out of step in {wrong:,} places: it can be made anew from the {kind}s."


def _checks(conn: sqlite3.Connection) -> Iterator[str]:
    if wrong := len(quote_checks.stale(conn)):
        yield f"The checks of {wrong:,} quotes are out of step: check all quotes again."


def _dates(conn: sqlite3.Connection) -> Iterator[str]:
    for table, column in _DATES:
        for uid, text in conn.execute(f"SELECT uid, {column} FROM {table} WHERE {column} IS NOT NULL"):
            try:
                dates.parts(text)
            except BadValue as error:
                yield f"{_named(table, uid)}: {error}"
    for (uid,) in conn.execute(f"SELECT uid FROM meetings WHERE {ENDS_EARLY}"):
        yield f"{_named('meetings', uid)} ends before it starts."


def _history(conn: sqlite3.Connection) -> Iterator[str]:
    if conn.execute("SELECT 1 FROM open_revision").fetchone():
        yield "A step was begun and never ended."
    images = (
        "SELECT count(*) FROM changes WHERE json_valid(coalesce(before, '{}')) + json_valid(coalesce(after, '{}')) < 2"
    )
    if number := conn.execute(images).fetchone()[0]:
        yield f"{number:,} entries of the history cannot be read."


def _named(table: str, uid: str) -> str:
    return f"The {KINDS[table]} “{uid}”"


_CHECKS: tuple[Callable[[sqlite3.Connection], Iterator[str]], ...] = (
    _texts, _references, _trees, clashes.all_in, _passages, _digests, _index, _record_index, _checks, _dates, _history,
)  # fmt: skip
