"""Text that was typed and is not stored yet, in files of its own until it is: it outlives a crash of the program."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from db.errors import KnownError
from db.references import Record
from desktop import places
from desktop.session import Session

FOLDER = "drafts"


class Draft(NamedTuple):
    """What is typed in the form of one record; `known` are the values that a new record has from its place."""

    record: Record
    new: bool
    title: str
    texts: dict[str, str]
    known: dict[str, Any]
    library: str

    def as_json(self) -> str:
        """The draft as it is kept."""
        return json.dumps({**self._asdict(), "record": list(self.record)})

    @classmethod
    def parse(cls, text: str) -> Draft | None:
        """The draft of a file; None when it is none of ours."""
        try:
            found = json.loads(text)
            draft = cls(Record(*found.pop("record")), **found)
        except (ValueError, TypeError, AttributeError, KeyError):
            return None
        return draft if isinstance(draft.texts, dict) and isinstance(draft.known, dict) else None


class Drafts(QObject):
    """The drafts of the open library, one for each record; those of an earlier start are told of by `found`."""

    found = Signal(list)
    dropped = Signal(Record)
    """What was typed for a record is stored, or thrown away."""
    troubled = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._drafts: dict[Record, Draft] = {}
        session.opened.connect(self._drafts.clear)
        self._begun = False

    def of(self, record: Record) -> Draft | None:
        """What is typed for a record and not stored."""
        return self._drafts.get(record)

    def keep(self, draft: Draft) -> None:
        """Keep a draft in place of the one before of its record; it is on the disk soon after."""
        if self._drafts.get(draft.record) != draft:
            self._drafts[draft.record] = draft
            self._later(lambda: _write(_file(draft.library, draft.record), draft.as_json()))

    def drop(self, record: Record) -> None:
        """Let go of the draft of a record: what it held is stored, or thrown away."""
        draft = self._drafts.pop(record, None)
        if draft:
            self._later(lambda: _file(draft.library, record).unlink(missing_ok=True))
            self.dropped.emit(record)

    def begin(self) -> None:
        """Look for drafts from now on, whenever a library is opened."""
        if not self._begun:
            self._begun = True
            self._session.opened.connect(self._load)
            if self._session.is_open:
                self._load()

    def _load(self) -> None:
        """Look, in the background, for drafts of the library that an earlier start left."""
        library = str(self._session.library.path)
        self._session.tasks.read(lambda _: _read(library), lambda drafts: self._take(library, drafts))

    def _take(self, library: str, drafts: list[Draft]) -> None:
        if library == str(self._session.library.path):
            fresh = [draft for draft in drafts if draft.record not in self._drafts]
            self._drafts |= {draft.record: draft for draft in fresh}
            if fresh:
                self.found.emit(fresh)

    def _later(self, work: Callable[[], object]) -> None:
        self._session.tasks.keep(work, lambda error: self.troubled.emit(str(error)))


def _folder(library: str) -> Path:
    """Where the drafts of a library lie; it is known by its path, as two copies of one library are two."""
    return places.data_folder() / FOLDER / sha256(library.encode(errors="surrogateescape")).hexdigest()[:16]


def _file(library: str, record: Record) -> Path:
    return _folder(library) / f"{record.kind}-{sha256(record.uid.encode(errors='replace')).hexdigest()[:32]}.json"


def _write(file: Path, text: str) -> None:
    from db.whole_files import whole_file

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(f"What you type cannot be kept as a draft in “{file.parent}”: {error.strerror}.") from None
    with whole_file(file, replace=True) as begun:
        begun.write_text(text, encoding="ascii")


def _read(library: str) -> list[Draft]:
    """The drafts of a library in the order in which they were kept."""
    folder = _folder(library)
    files = sorted(folder.glob("*.json"), key=lambda file: file.stat().st_mtime) if folder.is_dir() else []
    found = (Draft.parse(file.read_text(encoding="ascii", errors="replace")) for file in files)
    return [draft for draft in found if draft and draft.library == library]
