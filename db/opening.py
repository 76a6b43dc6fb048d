"""Whether a file is a library that this program can open, said before anything in it is trusted."""

from __future__ import annotations

import os
import re
import sqlite3
import stat
from _blake2 import blake2b  # hashlib would load OpenSSL, which takes 4 ms of every start
from collections.abc import Mapping
from contextlib import closing
from functools import partial
from pathlib import Path
from urllib.parse import quote

from db.errors import FROM_SQLITE, Damaged, KnownError, MissingFromIndex, NewerFormat, NotALibrary, explain
from db.schema import APPLICATION_ID, FORMAT

_MAGIC = b"SQLite format 3\0"
_OWN = """
  name NOT LIKE 'sqlite!_%' ESCAPE '!' AND NOT (type = 'table' AND name IN (
    'quote_index_data', 'quote_index_idx', 'quote_index_content', 'quote_index_docsize', 'quote_index_config',
    'record_index_data', 'record_index_idx', 'record_index_content', 'record_index_docsize', 'record_index_config'))
"""
FINGERPRINTS = {
    1: "46dffa6eae3e3421139ab5f1f35df9c53890ea2cb96b9ec0d8925fcb7e39eed2",
    2: "e457741ac66327fd9a3e84369f3b25ce0462d3b788b326efbf6fea3575379256",
    3: "1c9802bc5d70100dcf30c5f4b4a9bb3931223528ce7ccfae7c34b4bceb68642e",
    4: "8607da2517be9b15b9a2b1fa90ac5b3c157bc1e0b34592b3ece9961e8b4b84c6",
}
"""The fingerprint of the schema of each released format."""


decoded = partial(str, encoding="utf-8", errors="replace")
"""Reads text that another program stored or that was damaged: what is not UTF-8 becomes U+FFFD."""


def uri(path: Path, mode: str) -> str:
    """The SQLite address of a file; mode is ro, rw or rwc."""
    return f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}"  # a name may hold bytes that are no UTF-8


def connect(path: Path, mode: str, patience: float) -> sqlite3.Connection:
    """A connection that waits for other programs as many seconds; text that is not UTF-8 reads with marks in it."""
    conn = sqlite3.connect(uri(path, mode), uri=True, isolation_level=None, check_same_thread=False, timeout=patience)
    conn.text_factory = decoded
    return conn


def check_file(path: Path) -> None:
    """Refuse what cannot be a library, from the outside: missing, a folder, empty, another kind of file."""
    name = path.name or str(path)
    try:
        kind = path.stat()
        if stat.S_ISDIR(kind.st_mode):
            raise NotALibrary(f"“{name}” is a folder. Choose a library file (its name ends in .parley).")
        if not stat.S_ISREG(kind.st_mode):
            raise NotALibrary(f"“{name}” is not an ordinary file. Choose a library file (its name ends in .parley).")
        if kind.st_size == 0:
            raise NotALibrary(f"“{name}” is empty. It holds no library; choose another file or a backup of this one.")
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        raise NotALibrary(f"There is no file “{path}”. It may have been moved or renamed.") from None
    except PermissionError:
        raise NotALibrary(f"You are not allowed to read “{name}”. Ask its owner, or choose another file.") from None
    except OSError as error:
        raise NotALibrary(f"“{name}” cannot be read: {error.strerror or error}.") from None
    _check_header(header, name)


def _check_header(header: bytes, name: str) -> None:
    if not header.startswith(_MAGIC):
        raise NotALibrary(f"“{name}” is not a Parley library: it is another kind of file, or its beginning is damaged.")
    if len(header) < 100:
        raise Damaged(f"“{name}” is cut off: only its first {len(header)} bytes are there. Open a backup of it.")
    encoding, application = (int.from_bytes(header[at : at + 4], "big") for at in (56, 68))
    if encoding > 1:
        raise NotALibrary(f"“{name}” keeps its text as UTF-16, which no Parley library does. Choose another file.")
    if application != APPLICATION_ID:
        raise NotALibrary(f"“{name}” is a database of another program. Parley opens only its own libraries (.parley).")


def check_format(conn: sqlite3.Connection, path: Path) -> int:
    """The format of the file; NewerFormat when this program is too old for it."""
    version: int = conn.execute("PRAGMA user_version").fetchone()[0]
    if version > FORMAT:
        raise NewerFormat(
            f"“{path.name}” was made by a newer Parley (format {version}; this one knows {FORMAT}). "
            "Install the newer Parley to open it; the file was not touched."
        )
    if version < 1:
        raise NotALibrary(f"“{path.name}” was begun but never finished. Choose another file or a backup of this one.")
    return version


def fingerprint(conn: sqlite3.Connection) -> str:
    """A digest of the schema: type, name and SQL of everything but SQLite's and the index's own tables."""
    rows = conn.execute(f"SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE {_OWN} ORDER BY name, type")
    text = "\n".join(" ".join((kind, name, re.sub(r"\s+", " ", sql))) for kind, name, sql in rows)
    return blake2b(text.encode(), digest_size=32).hexdigest()


def put_index_back(conn: sqlite3.Connection) -> None:
    """Put empty tables in the place of those of the search indexes that are not there, which are filled again later."""
    from db import word_tables

    if not word_tables.missing(conn):
        return
    conn.execute("BEGIN IMMEDIATE")
    try:
        word_tables.put_back(conn)
        conn.execute("COMMIT")
    finally:
        if conn.in_transaction:
            conn.execute("ROLLBACK")


def identity(path: Path) -> tuple[int, int]:
    """What tells a file from any other, also from one put in its place; zeros when it is gone."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_dev, found.st_ino


def why_read_only(path: Path) -> str | None:
    """Why the file can only be read, as a sentence; None when it can be written."""
    if not os.access(path, os.W_OK):
        return f"“{path.name}” may only be read: its owner does not let you change it."
    if not os.access(path.absolute().parent, os.W_OK):
        return f"“{path.name}” may only be read: its folder does not let you write beside it."
    return None


def known(error: Exception, path: Path) -> Exception:
    """What to raise for an error while reading or writing: the sentence for it, or itself when it is a bug of ours."""
    found = explain(error, path)
    if found is None and getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_ERROR and _has_lost_index(path):
        found = explain(MissingFromIndex(str(error)), path)
    if found is None and _is_damaged(path):
        found = Damaged(f"“{path.name}” is damaged ({error}). Keep this file, and open a copy or a backup of it.")
    return found or error


def is_of_index(problem: str) -> bool:
    """Whether what SQLite finds wrong in a file is a search index, which SQLite 3.44 and later look at too."""
    return "FTS5 table" in problem


def _has_lost_index(path: Path) -> bool:
    """Whether a table of an index is not there: of some that FTS5 keeps it says only "SQL logic error"."""
    from db import word_tables

    try:
        with closing(connect(path, "ro", 0)) as conn:
            return check_format(conn, path) == FORMAT and bool(word_tables.missing(conn))
    except (*FROM_SQLITE, KnownError):
        return False


def _is_damaged(path: Path) -> bool:
    """Whether the file or its schema is not as we made it: damage can look like a bug, such as a missing column."""
    try:
        with closing(connect(path, "ro", 0)) as conn:
            found = str(conn.execute("PRAGMA quick_check(1)").fetchone()[0])
            return (found != "ok" and not is_of_index(found)) or fingerprint(conn) not in FINGERPRINTS.values()
    except FROM_SQLITE as error:
        return isinstance(explain(error, path), Damaged)


def create(path: Path, title: str, facts: Mapping[str, str] | None = None) -> None:
    """Make an empty library in a new file, whole or not at all; an existing file is refused.

    `facts` are put into the table library, also in place of the uid and created_at that a new one gets.
    """
    from uuid import uuid4

    from db.revisions import now
    from db.whole_files import whole_file

    try:
        with whole_file(path) as begun:
            conn = sqlite3.connect(begun, isolation_level=None)
            try:
                upgrade(conn)
                about = {"uid": str(uuid4()), "title": title, "created_at": now(), **(facts or {})}
                conn.executemany("INSERT INTO library (key, value) VALUES (?, ?)", about.items())
            finally:
                conn.close()
    except FROM_SQLITE as error:
        raise known(error, path) from error


def upgrade(conn: sqlite3.Connection) -> None:
    """Bring the tables of a file to the present format, in one transaction."""
    from sqlite_utils import Database

    from db.migrations import bring_up_to_date

    db = Database(conn, execute_plugins=False, strict=True)
    conn.execute("BEGIN IMMEDIATE")
    try:
        bring_up_to_date(db)
        conn.execute("COMMIT")
    finally:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
