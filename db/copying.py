"""A copy of an open library in another file, whole or not at all."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from db import opening
from db.cancel import Cancel
from db.errors import KnownError, MissingFromIndex
from db.whole_files import whole_file

if TYPE_CHECKING:
    from db.library import Library

PATIENCE = 5.0  # seconds to wait for an edit that is being written
PAGES = 500  # database pages copied between two looks at the Cancel flag


def save_copy(library: Library, target: Path, cancel: Cancel) -> None:
    """Copy a library to a file, which is replaced only by a finished, sound copy."""
    if opening.identity(target) == opening.identity(library.path):
        raise KnownError("This is the library that is open. Choose another name for the copy.")

    def look(_status: int, _left: int, _all: int) -> None:
        cancel.check()

    try:
        with whole_file(target, replace=True) as begun:
            copy = sqlite3.connect(begun, isolation_level=None)
            # A connection of its own: between two steps it lets edits through, and SQLite begins again after one.
            original = opening.connect(library.path, "ro", PATIENCE)
            try:
                original.backup(copy, pages=PAGES, progress=look)
                problem = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
                if problem != "ok" and not opening.is_of_index(problem):
                    raise KnownError(f"The copy did not turn out sound ({problem}) and was not kept.")
            finally:
                original.close()
                copy.close()
    except sqlite3.Error as error:
        raise opening.known(error, target) from error


def quick_check(library: Library, cancel: Cancel) -> str | None:
    """The first thing that is wrong with the structure of the file, in SQLite's words; None when it is sound."""
    with library.reading(cancel) as conn:
        found: str = conn.execute("PRAGMA quick_check(1)").fetchone()[0]
        if opening.is_of_index(found):
            raise MissingFromIndex(found)
    return None if found == "ok" else found
