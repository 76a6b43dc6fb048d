"""Going through a table some rows at a time, by ids that rise."""

from __future__ import annotations

import sqlite3


def onward(after: int, last: int) -> int:
    """The id to go on after, once the rows up to `last` were read that follow `after`.

    In a damaged table ids may not rise, and one would go round in it without an end: raises what SQLite does of damage.
    """
    if last <= after:
        error = sqlite3.DatabaseError("the rows of a table are not in order")
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        error.sqlite_errorname = "SQLITE_CORRUPT"
        raise error
    return last
