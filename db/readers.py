"""Read-only connections, one a thread, whose long queries give way to a cancel or to a commit."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from db import opening
from db.cancel import Cancel, Cancelled
from db.errors import FROM_DAMAGE
from db.gate import Gate, WriterWaits

STEPS = 1000  # SQLite instructions between two looks at the Cancel flag, about 0.1 ms
_PRAGMAS = ("query_only = on", "cell_size_check = on", "mmap_size = 0")


class Readers:
    """The readers of one library file."""

    def __init__(self, path: Path, gate: Gate, patience: float) -> None:
        self._path = path
        self._gate = gate
        self._patience = patience
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._closed = False

    @contextmanager
    def reading(self, cancel: Cancel | None = None) -> Generator[sqlite3.Connection]:
        """A connection to read from; see `Library.reading`."""
        cancel = cancel or getattr(self._local, "cancel", None)
        with self._gate.reading():
            if self._closed:
                raise Cancelled
            try:
                with self._watched(self._connection(), cancel) as conn:
                    yield conn
            except FROM_DAMAGE as error:
                if cancel and cancel.raised:
                    raise Cancelled from error
                if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
                    raise WriterWaits from error
                raise opening.known(error, self._path) from error

    def close(self) -> None:
        """Close every connection; call while nobody reads."""
        self._closed = True
        for conn in self._connections:
            conn.close()

    def _connection(self) -> sqlite3.Connection:
        """The connection of the calling thread."""
        conn: sqlite3.Connection | None = getattr(self._local, "conn", None)
        if conn is None:
            conn = opening.connect(self._path, "ro", self._patience)
            for pragma in _PRAGMAS:
                conn.execute(f"PRAGMA {pragma}")
            self._local.conn = conn
            self._connections.append(conn)
        return conn

    @contextmanager
    def _watched(self, conn: sqlite3.Connection, cancel: Cancel | None) -> Generator[sqlite3.Connection]:
        """Let SQLite look at the cancel while it works; a read inside another keeps the outer one's watch after it."""
        if cancel is None:
            yield conn
            return
        cancel.check()
        outer: Cancel | None = getattr(self._local, "cancel", None)
        self._watch(conn, cancel)
        try:
            yield conn
        finally:
            self._watch(conn, outer)

    def _watch(self, conn: sqlite3.Connection, cancel: Cancel | None) -> None:
        self._local.cancel = cancel
        gate = self._gate
        conn.set_progress_handler(None if cancel is None else lambda: cancel.stops() or gate.closing, STEPS)
