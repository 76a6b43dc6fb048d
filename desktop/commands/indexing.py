"""Take texts into the indexes, a step at a time."""

from __future__ import annotations

from collections.abc import Callable

from db import KnownError, indexing
from db.indexing import Progress
from desktop.session import Session


def take_step(session: Session, done: Callable[[Progress], None], failed: Callable[[KnownError], None]) -> None:
    """Take in some more; edits that wait go first, and those that come meanwhile right after."""
    session.run(indexing.advance, done, failed)


def begin_anew(session: Session, done: Callable[[object], None], failed: Callable[[KnownError], None]) -> None:
    """Empty both indexes, which are then made anew step by step."""
    session.run(indexing.begin_anew, done, failed)
