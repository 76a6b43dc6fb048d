"""Make two records one, or say that they are two."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from db import KnownError, kept_apart, merging
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


def keep_apart(session: Session, one: Record, other: Record, done: Callable[[Any], None]) -> None:
    """Say that two records of a kind are two."""
    session.run(lambda library: kept_apart.keep(library, one.kind, one.uid, other.uid), done)


def keep_apart_no_more(session: Session, one: Record, other: Record, done: Callable[[Any], None]) -> None:
    """Take back what was said of two records."""
    session.run(lambda library: kept_apart.forget(library, one.kind, one.uid, other.uid), done)
