"""Making the index of records anew, step by step, while the library is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import record_index
from db.cancel import Cancel
from db.record_index import Progress

if TYPE_CHECKING:
    from db.library import Library

__all__ = ["Progress", "advance", "how_far", "make_anew"]

_LABEL = "Take texts into the index"  # the history never shows it, for nothing in it is changed


def how_far(library: Library, cancel: Cancel) -> Progress:
    """How far the index is."""
    with library.reading(cancel) as conn:
        return record_index.progress(conn)


def advance(library: Library) -> Progress:
    """Take in some more, for about a quarter of a second; how far the index is then."""
    with library.revise(_LABEL) as db:
        return record_index.step(db.conn)


def make_anew(library: Library) -> None:
    """Empty the index, also a damaged one, so that it is made anew step by step."""
    with library.revise(_LABEL) as db:
        record_index.begin_anew(db.conn)
