"""A draft as a library file, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from db.dataset.draft import Draft
from db.dataset.registers import AUTHOR
from db.digest import content_digest
from db.errors import KnownError
from db.library import Library
from db.schema import JOURNALED


def write(draft: Draft, target: Path, *, force: bool = False) -> None:
    """Write the library beside the target and put it in its place; an existing file stays unless `force`."""
    if target.exists() and not force:
        raise KnownError(f"There is a file “{target.name}” already. Choose another name, or add --force to replace it.")
    journal = target.with_name(f"{target.name}-journal")
    if journal.exists():  # SQLite would roll it back into the new file
        raise KnownError(
            f"“{journal.name}” shows that “{target.name}” is being written, or was cut off: open it first."
        )
    try:
        with TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.") as folder:
            begun = Path(folder) / target.name
            _fill(draft, begun)
            with begun.open("rb") as file:
                os.fsync(file.fileno())
            begun.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        reason = error.strerror or error
        raise KnownError(f"“{target.name}” cannot be written to “{target.parent}”: {reason}.") from None


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
        digest = content_digest(db.conn)
        db.conn.execute("INSERT INTO library (key, value) VALUES ('content_digest', ?)", [digest])


def _sync_folder(folder: Path) -> None:
    """Make the new name last; only POSIX systems can and need to be told."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
