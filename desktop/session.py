"""The open library as the windows see it: run commands on it, hear what changed, swap it for another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from db import Cancel, Changes, KnownError, Library
from desktop.locking import LibraryLock
from desktop.tasks import Tasks


class Session(QObject):
    """Holds the library and its lock; turns change notices into a signal on the GUI thread."""

    closing = Signal()
    """The library is about to be let go of; what is asked for now is still written to it."""
    opened = Signal()
    changed = Signal(Changes)
    """A write to the open library; one that lands after it was let go of is told to nobody."""
    _told = Signal(Library, Changes)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self._library: Library | None = None
        self._lock: LibraryLock | None = None
        self._told.connect(self._tell)

    @property
    def library(self) -> Library:
        """The open library."""
        assert self._library is not None, "no library is open"
        return self._library

    @property
    def is_open(self) -> bool:
        """Whether a library is open."""
        return self._library is not None

    def open(self, library: Library, lock: LibraryLock | None) -> None:
        """Take over an opened library and the lock on it, in place of the one before."""
        self.close()
        self._library, self._lock = library, lock
        library.on_change(lambda changes: self._told.emit(library, changes))
        self.opened.emit()

    def close(self) -> None:
        """Close the library once what is queued for it is written, and give back its lock."""
        if self._library:
            self.closing.emit()
        library, lock = self._library, self._lock
        self._library = self._lock = None
        if library is None:
            return

        def close() -> None:
            library.close()
            if lock:
                lock.release()

        self.tasks.write(close)

    def _tell(self, library: Library, changes: Changes) -> None:
        if library is self._library:
            self.changed.emit(changes)

    def run(
        self,
        command: Callable[[Library], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[KnownError], None] | None = None,
    ) -> None:
        """Run a command on the writing thread; `failed` is told of a known error, in place of the general place."""
        library = self.library
        self.tasks.write(lambda: command(library), done, failed)

    def read(self, work: Callable[[Library, Cancel], Any], done: Callable[[Any], None]) -> Cancel:
        """Read from the library off the GUI thread; the returned Cancel drops it, and so does another library."""
        library = self.library
        return self.tasks.read(lambda cancel: work(library, cancel), self._while_open(done))

    def after_paint(self, work: Callable[[], None]) -> Cancel:
        """Go on with the library once what is shown now is painted; dropped by the Cancel and by another library."""
        go_on = self._while_open(lambda _: work())
        return self.tasks.after_paint(lambda: go_on(None))

    def _while_open(self, done: Callable[[Any], object]) -> Callable[[Any], None]:
        """What hands over a result unless the library was let go of meanwhile."""
        library = self._library

        def landed(result: Any) -> None:
            if self._library is library:
                done(result)

        return landed
