"""A draft as a library file, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from db import digest
from db.dataset.draft import Draft
from db.dataset.registers import AUTHOR
from db.errors import KnownError
from db.library import Library
from db.schema import JOURNALED
from db.whole_files import whole_file


def write(draft: Draft, target: Path, *, force: bool = False) -> None:
    """Write the library beside the target and put it in its place; an existing file stays unless `force`."""
    if target.exists() and not force:
        raise KnownError(f"There is a file “{target.name}” already. Choose another name, or add --force to replace it.")
    journal = target.with_name(f"{target.name}-journal")
    if journal.exists():  # SQLite would roll it back into the new file
        raise KnownError(
            f"“{journal.name}” shows that “{target.name}” is being written, or was cut off: open it first."
        )
    with whole_file(target, replace=force) as begun:
        _fill(draft, begun)


def _fill(draft: Draft, path: Path) -> None:
    """All rows of the draft, as one revision of a new library."""
    facts = draft.facts
    label = f"{facts['title']} {facts['dataset_version']}"
    with (
        Library.create(path, facts["title"], author=AUTHOR, facts=facts) as library,
        library.revise(label, kind="dataset", made_at=facts["created_at"]) as db,
    ):
        for table in JOURNALED:
            if rows := draft.rows.get(table):
                columns = list(rows[0])
                marks = ", ".join(f":{column}" for column in columns)
                db.conn.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)
        digest.keep(db.conn)
