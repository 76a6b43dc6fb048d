"""One open library file, and the only door for writing to it."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from db import opening, revisions
from db.cancel import Cancel, Cancelled
from db.changes import Changes
from db.errors import Conflict, InUse, KnownError, ReadOnly
from db.gate import Gate, WriterWaits
from db.nouns import Nouns
from db.revisions import Revision

if TYPE_CHECKING:
    from sqlite_utils import Database

STEPS = 1000  # SQLite instructions between two looks at the Cancel flag, about 0.1 ms
_PRAGMAS = (
    "foreign_keys = on", "recursive_triggers = on", "journal_mode = delete", "synchronous = extra",
    "cell_size_check = on", "mmap_size = 0", "temp_store = memory", "cache_spill = off", "busy_timeout = 5000",
)  # fmt: skip


class Library(Nouns):
    """An open library: reads on any thread, writes one at a time through `revise`, tells listeners what changed."""

    def __init__(self, path: Path, *, read_only: str | None = None, author: str | None = None) -> None:
        """Open an existing file; a KnownError says why it cannot be, and then nothing was touched.

        `read_only` is a reason for not writing, shown to people; a file or folder that cannot be written has its own.
        """
        opening.check_file(path)
        self.path = path
        self.author = author
        self.read_only = read_only or opening.why_read_only(path)
        self._gate = Gate()
        self._lock = threading.RLock()
        self._local = threading.local()
        self._readers: list[sqlite3.Connection] = []
        self._listeners: list[Callable[[Changes], None]] = []
        self._open: int | None = None
        self._closed = False
        self._conn = self._connect()
        super().__init__(self)

    def _connect(self) -> sqlite3.Connection:
        """The connection of the writer; read-only when nothing may be written. Takes back a write that was cut off."""
        mode = "ro" if self.read_only else "rw"
        try:
            conn = sqlite3.connect(
                opening.uri(self.path, mode), uri=True, isolation_level=None, check_same_thread=False
            )
            try:
                for pragma in _PRAGMAS:
                    if mode == "rw" or not pragma.startswith("journal_mode"):
                        conn.execute(f"PRAGMA {pragma}")
                self._check(conn)
            except BaseException:
                conn.close()
                raise
        except sqlite3.Error as error:
            raise opening.known(error, self.path) from error
        return conn

    def _check(self, conn: sqlite3.Connection) -> None:
        """Refuse an unknown format; bring an older one up to date; do not write to a schema that is not ours."""
        version = opening.check_format(conn, self.path)
        if version < opening.FORMAT:
            if self.read_only:
                raise ReadOnly(
                    f"{self.read_only} It has an older format and must be brought up to date first: copy it."
                )
            opening.upgrade(conn)
        if opening.fingerprint(conn) != opening.FINGERPRINTS[opening.FORMAT]:
            self.read_only = self.read_only or (
                f"“{self.path.name}” is open for reading only: its tables were altered by another program."
            )

    @classmethod
    def create(
        cls, path: Path, title: str, *, author: str | None = None, facts: Mapping[str, str] | None = None
    ) -> Library:
        """Make an empty library in a new file and open it; an existing file is refused. `facts` are kept about it."""
        opening.create(path, title, facts)
        return cls(path, author=author)

    @cached_property
    def writer(self) -> Database:
        """The writing connection as sqlite-utils; use it inside `revise` only."""
        from sqlite_utils import Database

        return Database(self._conn, execute_plugins=False, strict=True)

    def _reader(self) -> sqlite3.Connection:
        """The read-only connection of the calling thread."""
        conn: sqlite3.Connection | None = getattr(self._local, "conn", None)
        if conn is None:
            conn = sqlite3.connect(
                opening.uri(self.path, "ro"), uri=True, isolation_level=None, check_same_thread=False
            )
            for pragma in ("query_only = on", "cell_size_check = on", "mmap_size = 0", "busy_timeout = 5000"):
                conn.execute(f"PRAGMA {pragma}")
            self._local.conn = conn
            self._readers.append(conn)
        return conn

    @contextmanager
    def reading(self, cancel: Cancel | None = None) -> Generator[sqlite3.Connection]:
        """A connection to read from, on any thread.

        Give a Cancel for all that grows with the library: then SQLite looks at it while a query runs and Cancelled is
        raised; and WriterWaits when an edit wants the file, whereupon the read is to be started again.
        """
        with self._gate.reading():
            if self._closed:
                raise Cancelled
            try:
                conn = self._reader()
                if cancel is None:
                    yield conn
                    return
                conn.set_progress_handler(lambda: cancel.raised or self._gate.closing, STEPS)
                try:
                    cancel.check()
                    yield conn
                finally:
                    conn.set_progress_handler(None, STEPS)
            except sqlite3.Error as error:
                if cancel and cancel.raised:
                    raise Cancelled from error
                if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
                    raise WriterWaits from error
                raise opening.known(error, self.path) from error

    def on_change(self, listener: Callable[[Changes], None]) -> None:
        """Call the listener, on the writing thread, after every committed revision."""
        self._listeners.append(listener)

    @contextmanager
    def revise(
        self, label: str, *, kind: str = "edit", reverts: int | None = None, made_at: str | None = None
    ) -> Generator[Database]:
        """Write inside one revision: all of it is kept and logged, or none of it. Nested calls join the outer one."""
        if self.read_only:
            raise ReadOnly(self.read_only)
        with self._lock:
            if self._open is not None:
                with self.writer.atomic():
                    yield self.writer
                return
            conn = self._conn
            try:
                conn.execute("BEGIN IMMEDIATE")
                try:
                    self._open = revisions.begin(conn, label, self.author, kind, reverts, made_at)
                    yield self.writer
                    self.quotes.index(conn, self._open)
                    changes = revisions.end(conn, self._open, label)
                    with self._gate.alone():
                        conn.execute("COMMIT")
                finally:
                    self._open = None
                    if conn.in_transaction:
                        conn.execute("ROLLBACK")
            except sqlite3.IntegrityError as error:
                if error.sqlite_errorcode == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
                    raise InUse(
                        f"“{label}” was not done: other records still refer to what it would remove."
                    ) from error
                raise
            except sqlite3.Error as error:
                raise opening.known(error, self.path) from error
        if changes.rows:
            for listener in self._listeners:
                listener(changes)

    @property
    def revision(self) -> int:
        """The revision being written; only inside `revise`."""
        assert self._open is not None, "outside a revision"
        return self._open

    def undo(self) -> Revision:
        """Take back the newest step that stands; returns it."""
        return self._revert("undo", revisions.last_undoable)

    def redo(self) -> Revision:
        """Bring back the step that the newest undo took; returns that undo."""
        return self._revert("redo", revisions.last_redoable)

    def take_back(self, revision: int) -> Revision:
        """Take back any step that stands, with what came after it left as it is; Conflict when that cannot be."""

        def find(conn: sqlite3.Connection) -> Revision:
            target = revisions.get(conn, revision)
            revisions.check_free(conn, target)
            return target

        return self._revert("take-back", find)

    def _revert(self, kind: str, find: Callable[[sqlite3.Connection], Revision]) -> Revision:
        if self.read_only:
            raise ReadOnly(self.read_only)
        with self._lock:
            target = find(self._conn)
            label = f"{revisions.REVERT_LABELS[kind]} “{revisions.original(self._conn, target).label}”"
            try:
                with self.revise(label, kind=kind, reverts=target.id) as db:
                    revisions.put_back(db.conn, target.id)
                    revisions.check_nothing_hangs(db.conn, target)
            except InUse as error:
                raise Conflict(f"“{target.label}” cannot be taken back: records added later refer to it.") from error
        return target

    def undo_labels(self) -> tuple[str | None, str | None]:
        """What undo would take back and what redo would bring back, in words; None where there is nothing."""
        with self.reading() as conn:
            return revisions.undo_labels(conn)

    def close(self) -> None:
        """Close every connection; reads under way end first, later ones raise Cancelled."""
        with self._lock, self._gate.alone():
            if not self._closed:
                self._closed = True
                for conn in (*self._readers, self._conn):
                    conn.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


__all__ = ["KnownError", "Library"]
