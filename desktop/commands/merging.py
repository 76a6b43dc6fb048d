"""Make two records one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from db import KnownError, merging
from db.references import Record
from desktop.session import Session


def merge(
    session: Session,
    keep: Record,
    other: Record,
    done: Callable[[Any], None] | None = None,
    failed: Callable[[KnownError], None] | None = None,
) -> None:
    """Merge two records of a kind, as one step; the first stays."""
    session.run(lambda library: merging.merge(library, keep.kind, keep.uid, other.uid), done, failed)
