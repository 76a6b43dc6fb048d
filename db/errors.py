"""Errors that a person can be told about as they stand; anything else that escapes is a bug."""

from __future__ import annotations

import re
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


class IndexDamaged(Damaged):
    """The full-text index is not sound; what it was made from may well be."""


class MissingFromIndex(LookupError):
    """The index says that it is whole and does not hold what it should."""


class ReadOnly(KnownError):
    """The library is open for reading only."""


class Busy(KnownError):
    """Another program holds the file."""


class DiskFull(KnownError):
    """There is no room for what was to be written."""


class BadValue(KnownError):
    """A value that a record cannot take; `field` is the argument it was given for, when it is about one."""

    def __init__(self, sentence: str, field: str | None = None) -> None:
        super().__init__(sentence)
        self.field = field


class ChangedMeanwhile(KnownError):
    """A field no longer holds what it held when typing began; `present` is what it holds."""

    def __init__(self, field: str, label: str, present: object) -> None:
        super().__init__(f"“{label}” was changed meanwhile; what you typed was not stored over it.")
        self.field = field
        self.present = present


class Gone(KnownError):
    """The record is no longer in the library."""


class Broken(KnownError):
    """A step that would leave the library contradicting itself; `why` is the end of a sentence."""

    def __init__(self, label: str, why: str) -> None:
        super().__init__(f"“{label}” was not done: {why}.")
        self.why = why


class InUse(KnownError):
    """The record cannot be removed while others stand on it."""


class NothingToUndo(KnownError):
    """No revision is left to take back, or to bring back."""


class Conflict(KnownError):
    """A later change touched the same value."""


_SENTENCES: dict[int, tuple[type[KnownError], str]] = {
    sqlite3.SQLITE_FULL: (DiskFull, "The disk is full: “{name}” was not changed. Free some space and try again."),
    sqlite3.SQLITE_BUSY: (
        Busy, "Another program is using “{name}”. Close it there, then try again; nothing was changed."
    ),
    sqlite3.SQLITE_READONLY: (
        ReadOnly, "“{name}” cannot be written to. Save a copy where you may write, and work on that."
    ),
    sqlite3.SQLITE_READONLY_ROLLBACK: (
        ReadOnly,
        (
            "The last write to “{name}” was cut off and must be taken back before it can be read, which may not be "
            "done here. Copy it, with the file “{name}-journal” beside it, to a folder of yours and open it there."
        ),
    ),
    sqlite3.SQLITE_IOERR_WRITE: (  # SQLite says so of a full quota and of too large a file too
        KnownError,
        (
            "“{name}” could not be written to ({error}). Your share of the disk may be used up, the file may be larger "
            "than the drive takes, or the drive does not answer. Make room or check the drive, and try again; what was "
            "saved before is kept."
        ),
    ),
    sqlite3.SQLITE_IOERR: (
        KnownError,
        (
            "The disk did not answer while “{name}” was in use ({error}). Check the drive or the network folder, then "
            "open the library again; what was saved before is kept."
        ),
    ),
    sqlite3.SQLITE_CANTOPEN: (
        NotALibrary, "“{name}” can no longer be opened: it was moved, renamed, or its folder is closed to you."
    ),
    sqlite3.SQLITE_CORRUPT: (
        Damaged, "“{name}” is damaged: part of it cannot be read. Keep this file, and open a copy or a backup of it."
    ),
    sqlite3.SQLITE_CORRUPT_VTAB: (
        IndexDamaged,
        (
            "The search index in “{name}” is damaged. The quotes themselves stand elsewhere, and the index can be made "
            "anew from them."
        ),
    ),
    sqlite3.SQLITE_TOOBIG: (BadValue, "This is more than a library can keep in one field; “{name}” was not changed."),
}  # fmt: skip
_SAME = {
    sqlite3.SQLITE_LOCKED: sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_PERM: sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_NOTADB: sqlite3.SQLITE_CORRUPT,
}


_LOST = re.compile(
    "(no such (fts5 )?table: (main[.])?|vtable constructor failed: )"
    "(quote_(index|terms|words|places)|record_(index|words|places))"
)

FROM_SQLITE = (sqlite3.Error, UnicodeDecodeError)
"""What the calls of sqlite3 raise; the second when a message quotes text from a damaged page."""

FROM_DAMAGE = (*FROM_SQLITE, MemoryError, TypeError, ValueError, AttributeError, LookupError)
"""What comes up besides where a damaged file has, say, nothing in place of a text."""


def is_of_lost_index(error: Exception) -> bool:
    """Whether an error says that a table of an index is not there."""
    return isinstance(error, MissingFromIndex) or bool(_LOST.match(str(error)))


def explain(error: Exception, path: Path) -> KnownError | None:
    """The sentence for an error of SQLite that a person can do something about; None when it is a bug of ours."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    if isinstance(error, UnicodeDecodeError) or "malformed JSON" in str(error):  # the only JSON is in our history
        code = sqlite3.SQLITE_CORRUPT
    if "invalid fts5 file format" in str(error) or is_of_lost_index(error):
        code = sqlite3.SQLITE_CORRUPT_VTAB
    if isinstance(error, sqlite3.ProgrammingError) and "closed database" in str(error):
        return KnownError(f"“{path.name}” has been closed; nothing was changed.")
    if isinstance(error, MemoryError):
        return IndexDamaged(
            f"“{path.name}” asks for more memory than there is, as a damaged search index does. The quotes themselves "
            "stand elsewhere, and the index can be made anew from them."
        )
    primary = code & 0xFF
    found = _SENTENCES.get(code) or _SENTENCES.get(_SAME.get(primary, primary))
    return found and found[0](found[1].format(name=path.name, error=error))
