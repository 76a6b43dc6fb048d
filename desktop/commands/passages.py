"""Cite a passage of a source, and put tags on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from db import KnownError, passages
from db.new_names import New
from db.passages import Passage
from db.references import Record
from desktop.session import Session

Done = Callable[[Any], None]
Failed = Callable[[KnownError], None]


def cite(
    session: Session,
    passage: Passage,
    record: Record,
    *,
    field: str | None,
    relation: str,
    done: Done | None = None,
    failed: Failed | None = None,
) -> None:
    """Cite a passage for a field of a record, or for the whole of it, as one step."""
    session.run(lambda library: passages.cite(library, passage, record, field=field, relation=relation), done, failed)


def tag(
    session: Session,
    passage: Passage,
    *,
    add: Sequence[str | New],
    take: Sequence[str] = (),
    done: Done | None = None,
    failed: Failed | None = None,
) -> None:
    """Put tags on a passage and take others off, as one step."""
    session.run(lambda library: passages.tag(library, passage, add, take), done, failed)
