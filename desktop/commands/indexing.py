"""Take texts into the index of records, a step at a time."""

from __future__ import annotations

from collections.abc import Callable

from db import KnownError, Library, indexing
from db.indexing import Progress
from desktop.session import Session


def take_step(session: Session, done: Callable[[Progress], None], failed: Callable[[KnownError], None]) -> None:
    """Take in some more; edits that wait go first, and those that come meanwhile right after."""
    session.run(indexing.advance, done, failed)


def make_anew(session: Session, done: Callable[[object], None]) -> None:
    """Empty both indexes; that of quotes is made anew at once, the other one step by step."""

    def anew(library: Library) -> None:
        indexing.make_anew(library)
        library.quotes.rebuild_index()

    session.run(anew, done)
