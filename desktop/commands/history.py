"""Take back a step of the history, and put back what was removed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from db import KnownError
from db.references import Record
from desktop.session import Session

Done = Callable[[Any], None]
Failed = Callable[[KnownError], None]


def take_back(session: Session, revision: int, done: Done | None = None, failed: Failed | None = None) -> None:
    """Take back any step that stands; what came after it stays."""
    session.run(lambda library: library.take_back(revision), done, failed)


def restore(session: Session, record: Record, done: Done | None = None, failed: Failed | None = None) -> None:
    """Put a removed record back, with all that went with it."""
    session.run(lambda library: library.history.restore(record), done, failed)
