"""Store, add, copy, move and remove records of any kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from db import KnownError, record_form
from db.references import Record
from desktop.session import Session

Done = Callable[[Any], None]
Failed = Callable[[KnownError], None]


def store(
    session: Session,
    record: Record,
    given: Mapping[str, Any],
    *,
    base: Mapping[str, Any],
    new: bool,
    into: int | None,
    done: Done,
    failed: Failed,
) -> None:
    """Store fields of a record; `done` gets the revision."""
    session.run(lambda library: record_form.store(library, record, given, base=base, new=new, into=into), done, failed)


def edit_many(
    session: Session,
    records: Sequence[Record],
    given: Mapping[str, Any],
    *,
    into: int | None,
    done: Done,
    failed: Failed,
) -> None:
    """Set fields of several records of one kind, as one step; `add_topics` and the like put on and take off.

    `done` gets the revision.
    """
    from db import bulk

    listed = {name: value for name, value in given.items() if name.startswith(("add_", "take_"))}
    values = {name: value for name, value in given.items() if name not in listed}
    uids = [record.uid for record in records]
    session.run(lambda library: bulk.edit(library, records[0].kind, uids, values, **listed, into=into), done, failed)


def restore(session: Session, record: Record, done: Done | None = None, failed: Failed | None = None) -> None:
    """Put a removed record back with all that went with it."""
    session.run(lambda library: library.history.restore(record), done, failed)


def remove(session: Session, records: Sequence[Record], done: Done | None = None) -> None:
    """Remove records, as one step."""
    from db import bulk

    session.run(lambda library: bulk.remove(library, records), done)


def duplicate(session: Session, records: Sequence[Record], done: Done | None = None) -> None:
    """Copy records, as one step; `done` gets the copies."""
    from db import bulk

    session.run(lambda library: bulk.duplicate(library, records), done)


def move(session: Session, records: Sequence[Record], position: int, done: Done | None = None) -> None:
    """Move outcomes or quotes of one meeting to a place in its list, as one step."""
    from db import bulk

    session.run(lambda library: bulk.move(library, records, position), done)
