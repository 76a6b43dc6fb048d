"""Store documents that were read as sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from db import KnownError, importing
from db.importing import Import
from desktop.session import Session


def store(
    session: Session, imports: Sequence[Import], done: Callable[[Any], None], failed: Callable[[KnownError], None]
) -> None:
    """Make sources of documents, as one step; `done` gets the uid of each, or its twin when it was left out."""
    session.run(lambda library: importing.store(library, imports), done, failed)
