"""One open library file, and the only door for writing to it."""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from db import opening, revisions, values
from db.cancel import Cancel
from db.changes import Changes
from db.errors import FROM_DAMAGE, FROM_SQLITE, Broken, Conflict, KnownError, ReadOnly
from db.gate import Gate
from db.nouns import Nouns
from db.readers import Readers
from db.revisions import Revision

if TYPE_CHECKING:
    from sqlite_utils import Database

_PRAGMAS = (
    "foreign_keys = on", "recursive_triggers = on", "journal_mode = delete", "synchronous = extra",
    "cell_size_check = on", "mmap_size = 0", "temp_store = memory", "cache_spill = off",
    "secure_delete = fast",  # else an index of a million quotes is blanked out when it is emptied, in 1.6 GB of memory
)  # fmt: skip


class Library(Nouns):
    """An open library: reads on any thread, writes one at a time through `revise`, tells listeners what changed."""

    def __init__(
        self, path: Path, *, read_only: str | None = None, author: str | None = None, patience: float = 5.0
    ) -> None:
        """Open an existing file; a KnownError says why it cannot be, and then nothing was touched.

        `read_only` is a reason for not writing, shown to people; a file or folder that cannot be written has its own.
        `patience` is for how many seconds to wait for another program that holds the file.
        """
        opening.check_file(path)
        self.path = path
        self.author = author
        self.read_only = read_only or opening.why_read_only(path)
        self._gate = Gate()
        self._lock = threading.RLock()
        self._readers = Readers(path, self._gate, patience)
        self._listeners: list[Callable[[Changes], None]] = []
        self._open: int | None = None
        self._writing: int | None = None
        self._closed = False
        self._identity = opening.identity(path)
        self._conn = self._connect(patience)
        super().__init__(self)

    def _connect(self, patience: float) -> sqlite3.Connection:
        """The connection of the writer; read-only when nothing may be written. Takes back a write that was cut off."""
        try:
            conn = opening.connect(self.path, "ro" if self.read_only else "rw", patience)
            try:
                self._check(conn)
                for pragma in _PRAGMAS:
                    if not self.read_only or not pragma.startswith("journal_mode"):
                        conn.execute(f"PRAGMA {pragma}")
            except BaseException:
                conn.close()
                raise
        except FROM_SQLITE as error:
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
        elif not self.read_only:
            opening.put_index_back(conn)
        if opening.fingerprint(conn) != opening.FINGERPRINTS[opening.FORMAT]:
            self.read_only = self.read_only or (
                f"“{self.path.name}” is open for reading only: its tables were altered by another program."
            )

    @property
    def author(self) -> str | None:
        """Who makes the changes from now on, as the history keeps it; None when that is not said."""
        return self._author

    @author.setter
    def author(self, name: str | None) -> None:
        """BadValue when it is no text that can be kept."""
        self._author = None if name is None else _name(name)

    @classmethod
    def create(
        cls, path: Path, title: str, *, author: str | None = None, facts: Mapping[str, str] | None = None
    ) -> Library:
        """Make an empty library in a new file and open it; an existing file is refused. `facts` are kept about it."""
        if author is not None:
            _name(author)
        opening.create(path, title, facts)
        return cls(path, author=author)

    @cached_property
    def writer(self) -> Database:
        """The writing connection as sqlite-utils; use it inside `revise` only."""
        from sqlite_utils import Database

        return Database(self._conn, execute_plugins=False, strict=True)

    @property
    def writes_here(self) -> bool:
        """Whether this thread is inside `revise`: what it reads may never come to be."""
        return self._writing == threading.get_ident()

    @contextmanager
    def reading(self, cancel: Cancel | None = None) -> Generator[sqlite3.Connection]:
        """A connection to read from, on any thread; inside `revise` it sees what that has written so far.

        Give a Cancel for all that grows with the library: then SQLite looks at it while a query runs and Cancelled is
        raised; and WriterWaits when an edit wants the file, whereupon the read is to be started again.
        """
        if self.writes_here:
            yield self._conn
            return
        with self._readers.reading(cancel) as conn:
            yield conn

    def on_change(self, listener: Callable[[Changes], None]) -> None:
        """Call the listener, on the writing thread, after every committed revision."""
        self._listeners.append(listener)

    @contextmanager
    def revise(
        self,
        label: str,
        *,
        kind: str = "edit",
        reverts: int | None = None,
        made_at: str | None = None,
        into: int | None = None,
    ) -> Generator[Database]:
        """Write inside one revision: all of it is kept and logged, or none of it. Nested calls join the outer one.

        `into` is a revision to go on with: while it is the newest, an edit and of the same author, the write joins it.
        """
        if self.read_only:
            raise ReadOnly(self.read_only)
        assert not self._gate.inside, "a write inside a read would wait for that read to end"
        with self._lock:
            if self._open is not None:
                with self.writer.atomic():
                    yield self.writer
                return
            conn = self._conn
            try:
                self._check_place()
                conn.execute("BEGIN IMMEDIATE")
                self._writing = threading.get_ident()
                try:
                    self._open = revisions.resume(conn, into, self.author) or revisions.begin(
                        conn, label, self.author, kind, reverts, made_at
                    )
                    yield self.writer
                    changes = self._finish(label)
                finally:
                    self._open = self._writing = None
                    if conn.in_transaction:
                        conn.execute("ROLLBACK")
            except FROM_DAMAGE as error:
                raise opening.known(error, self.path) from error
        if changes.rows:
            self._tell(changes)

    def _check_place(self) -> None:
        """Refuse to write to a file that is no longer at its path: what is written to it would be lost."""
        if not self._closed and opening.identity(self.path) != self._identity:
            raise KnownError(
                f"“{self.path.name}” was moved, renamed or replaced while it was open; nothing was changed. "
                "Open it again from where it is now."
            )

    def _finish(self, label: str) -> Changes:
        """Bring the indexes and the checks of quotes in step, look whether all goes together, and commit."""
        conn = self._conn
        self.quotes.index(conn, self.revision)
        from db import invariants, record_index

        record_index.refresh(conn, self.revision)
        if why := invariants.broken(conn, self.revision):
            raise Broken(label, why)
        changes = revisions.end(conn, self.revision, label)
        try:
            with self._gate.alone():
                conn.execute("COMMIT")
        except sqlite3.IntegrityError as error:
            raise Broken(label, invariants.foreign(conn)) from error
        return changes

    def _tell(self, changes: Changes) -> None:
        """Call every listener; one that fails is a bug to report, not a write that failed."""
        for listener in self._listeners:
            with _Reported():
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
            assert self._open is None, "a revision cannot be taken back inside another"
            try:
                target = find(self._conn)
                label = f"{revisions.REVERT_LABELS[kind]} “{revisions.original(self._conn, target).label}”"
            except FROM_SQLITE as error:
                raise opening.known(error, self.path) from error
            try:
                with self.revise(label, kind=kind, reverts=target.id) as db:
                    revisions.put_back(db.conn, target.id)
                    if kind == "take-back":
                        from db import anchoring

                        anchoring.settle_taken_back(db.conn, self.revision, target.id)
            except Broken as error:
                raise Conflict(f"“{target.label}” cannot be taken back: {error.why}.") from error
            except sqlite3.IntegrityError as error:
                raise Conflict(
                    f"“{target.label}” cannot be taken back: what was there before does not go together with what was "
                    "changed since."
                ) from error
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
                self._readers.close()
                self._conn.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _name(name: str) -> str | None:
    return values.clean_text(name, "Your name", "author")


class _Reported:
    """A block whose bugs go where uncaught ones go, and end there."""

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if kind is None or not isinstance(error, Exception):
            return False
        sys.excepthook(kind, error, trace)
        return True


__all__ = ["KnownError", "Library"]
