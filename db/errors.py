"""Errors that a person can be told about as they stand; anything else that escapes is a bug."""

from __future__ import annotations

import sqlite3
from pathlib import Path


class KnownError(Exception):
    """A failure whose text says to a person what is wrong and what to do."""


class NotALibrary(KnownError):
    """The file is missing, unreadable, or not a Parley library."""


class NewerFormat(KnownError):
    """The file was written by a newer Parley."""


class Damaged(KnownError):
    """SQLite cannot make sense of the file's content."""


class ReadOnly(KnownError):
    """The library is open for reading only."""


class Busy(KnownError):
    """Another program holds the file."""


class DiskFull(KnownError):
    """There is no room for what was to be written."""


class BadValue(KnownError):
    """A value that a record cannot take."""


class Gone(KnownError):
    """The record is no longer in the library."""


class InUse(KnownError):
    """The record cannot be removed while others stand on it."""


class NothingToUndo(KnownError):
    """No revision is left to take back, or to bring back."""


class Conflict(KnownError):
    """A later change touched the same value."""


def explain(error: sqlite3.Error, path: Path) -> KnownError | None:
    """The sentence for an error of SQLite that a person can do something about; None when it is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    name = path.name
    match code and code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return DiskFull(f"The disk is full: “{name}” was not changed. Free some space and try again.")
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return Busy(f"Another program is using “{name}”. Close it there, then try again; nothing was changed.")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return ReadOnly(f"“{name}” cannot be written to. Save a copy where you may write, and work on that.")
        case sqlite3.SQLITE_IOERR:
            return KnownError(
                f"The disk did not answer while “{name}” was in use ({error}). Check the drive or the network "
                "folder, then open the library again; what was saved before is kept."
            )
        case sqlite3.SQLITE_CANTOPEN:
            return NotALibrary(f"“{name}” can no longer be opened: it was moved, renamed, or its folder is closed to you.")
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return Damaged(
                f"“{name}” is damaged: part of it cannot be read. Keep this file, and open a copy or a backup of it."
            )
        case _:
            return None
