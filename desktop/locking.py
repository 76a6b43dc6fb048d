"""One Parley writes to a library at a time: a lock file beside it, which names who holds it."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QLockFile

PATIENCE = 5000  # milliseconds to wait for this program itself to let go of the library
MOMENT = 200  # milliseconds for a lock file that names nobody: it is just being written, or was taken away


class LibraryLock:
    """A lock on one library; falls away with the process that holds it."""

    def __init__(self, library: Path) -> None:
        self._name = library.name
        place = library.resolve()  # a link to the library leads to the same lock
        self._file = QLockFile(str(place.with_name(f".{place.name}.lock")))
        self._file.setStaleLockTime(0)

    def take(self) -> str | None:
        """Take the lock; else the reason why the library can only be read, as a sentence."""
        if self._file.tryLock(0):
            return None
        if self._file.error() != QLockFile.LockError.LockFailedError:
            return None  # the folder takes no files: the library says itself that it can only be read
        process, host, _ = self._file.getLockInfo()
        patience = {os.getpid(): PATIENCE, 0: MOMENT}.get(process, 0)  # ours may still write what was queued
        if patience and self._file.tryLock(patience):
            return None
        where = f"process {process} on {host}" if process else "a lock file of unknown origin"
        return f"“{self._name}” is open in another Parley ({where}), so here it may only be read."

    def release(self) -> None:
        """Give the lock back."""
        self._file.unlock()
