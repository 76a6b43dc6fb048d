"""Bring references in as sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from db import KnownError
from db.bibliography import Reference
from desktop.session import Session


def bring_in(
    session: Session,
    references: Sequence[Reference],
    done: Callable[[Any], None],
    failed: Callable[[KnownError], None],
) -> None:
    """Add references as sources, as one step; `done` gets the uids of those."""
    from db import bibliography

    session.run(lambda library: bibliography.bring_in(library, references), done, failed)
