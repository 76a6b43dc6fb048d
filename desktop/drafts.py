"""Text that was typed and is not stored yet, in files of its own until it is: it outlives a crash of the program."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from db import front_page, opening
from db.errors import KnownError
from db.references import Record
from db.vocabulary import RECORD_KINDS
from desktop import places
from desktop.session import Session

FOLDER = "drafts"
FORMLESS = ("citation", "library")  # kinds of records that are edited in no form


class Draft(NamedTuple):
    """What is typed in the form of one record.

    `texts` are the fields as they take them back, `said` the beginning of the first as people read it, `known` the
    values that a new record has from its place. `library` is the path of that with all links followed, `uid` its uid.
    """

    record: Record
    new: bool
    title: str
    texts: dict[str, str]
    known: dict[str, Any]
    library: str
    said: str = ""
    uid: str = ""

    def as_json(self) -> str:
        """The draft as it is kept."""
        return json.dumps({**self._asdict(), "record": list(self.record)})

    @classmethod
    def parse(cls, text: str) -> Draft | None:
        """The draft of a file; None when it is none of ours."""
        try:
            found = json.loads(text)
            draft = cls(Record(*found.pop("record")), **found)
            return draft if draft._makes_sense() else None
        except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
            return None

    def _makes_sense(self) -> bool:
        """Whether a form can take it: a file may have been written by another version, or altered."""
        place = self.known.get("record", ["", ""])
        known = [value for name, value in self.known.items() if name != "record"]
        return (
            self.record.kind in RECORD_KINDS
            and self.record.kind not in FORMLESS
            and _are_texts(self.record.uid, self.title, self.library, self.said, self.uid)
            and isinstance(self.new, bool)
            and _are_texts(*self.texts, *self.texts.values(), *self.known)
            and all(value is None or isinstance(value, str | int) for value in known)
            and isinstance(place, list | tuple)
            and len(place) == len(Record._fields)
            and _are_texts(*place)
        )


class Drafts(QObject):
    """The drafts of the open library, one for each record; those of an earlier start are told of by `found`."""

    found = Signal(list)
    dropped = Signal(Record)
    """What was typed for a record of the open library is stored, or thrown away."""
    troubled = Signal(Exception)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._drafts: dict[tuple[str, Record], Draft] = {}
        self._uids: dict[str, str] = {}
        self.library = ""
        """Where the open library lies, or the one before: what its drafts are known by."""
        self._begun = False
        session.opened.connect(self._begin_library)
        if session.is_open:
            self._begin_library()

    def of(self, record: Record) -> Draft | None:
        """What is typed for a record of the open library and not stored."""
        return self._drafts.get((self.library, record))

    def keep(self, draft: Draft) -> None:
        """Keep a draft in place of the one before of its record; it is on the disk soon after."""
        draft = draft._replace(uid=self._uids.get(draft.library, draft.uid))
        if self._drafts.get((draft.library, draft.record)) != draft:
            self._drafts[draft.library, draft.record] = draft
            self._later(lambda: _write(_file(draft.library, draft.record), draft.as_json()))

    def drop(self, library: str, record: Record) -> None:
        """Let go of the draft of a record of a library: what it held is stored, or thrown away."""
        held = self._drafts.pop((library, record), None)
        if held or library != self.library:
            self._later(lambda: _file(library, record).unlink(missing_ok=True))
        if held and library == self.library:
            self.dropped.emit(record)

    def begin(self) -> None:
        """Look for drafts from now on, whenever a library is opened."""
        self._begun = True
        if self._session.is_open:
            self._load()

    def _begin_library(self) -> None:
        self._drafts.clear()
        self.library = str(self._session.library.path.resolve())
        if self._begun:
            self._load()

    def _load(self) -> None:
        """Look, in the background, for drafts of the library that an earlier start left."""
        library = self.library
        self._session.read(
            lambda opened, cancel: _read(library, front_page.uid_of(opened, cancel)),
            lambda found: self._take(library, found),
        )

    def _take(self, library: str, found: _Found) -> None:
        if library != self.library:
            return
        self._uids[library] = found.uid
        fresh = [draft for draft in found.drafts if (library, draft.record) not in self._drafts]
        self._drafts |= {(library, draft.record): draft for draft in fresh}
        for draft in found.strayed:
            if self.of(draft.record) is None:
                self.keep(moved := draft._replace(library=library))
                fresh.append(moved)
            self.drop(draft.library, draft.record)
        if fresh:
            self.found.emit(fresh)

    def _later(self, work: Callable[[], object]) -> None:
        self._session.tasks.keep(work, self.troubled.emit)


class _Found(NamedTuple):
    """The uid of a library, its drafts, and those that were kept for it where its file lay before."""

    uid: str
    drafts: list[Draft]
    strayed: list[Draft]


def _are_texts(*values: object) -> bool:
    return all(isinstance(value, str) for value in values)


def _root() -> Path:
    return places.data_folder() / FOLDER


def _folder(library: str) -> Path:
    """Where the drafts of a library lie; it is known by its path, as two copies of one library are two."""
    return _root() / sha256(library.encode(errors="surrogateescape")).hexdigest()[:16]


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


def _read(library: str, uid: str) -> _Found:
    """The drafts of a library in the order in which they were kept; of others those of its file under older names."""
    try:
        own = [draft for draft in _drafts_in(_folder(library)) if draft.library == library]
        others = [folder for folder in sorted(_root().glob("*")) if uid and folder != _folder(library)]
        strayed = [
            draft
            for folder in others
            for draft in _drafts_in(folder)
            if draft.uid == uid and opening.identity(Path(draft.library)) == (0, 0)
        ]
    except OSError as error:
        raise KnownError(
            f"What you typed and did not store cannot be read from “{_root()}”: {error.strerror}."
        ) from None
    return _Found(uid, own, strayed)


def _drafts_in(folder: Path) -> Iterator[Draft]:
    """The drafts in a folder; one that is stored at this moment is gone by the time it would be read."""
    found: list[tuple[float, str]] = []
    for file in folder.glob("*.json"):
        try:
            found.append((file.stat().st_mtime, file.read_text(encoding="ascii", errors="replace")))
        except (FileNotFoundError, IsADirectoryError):
            continue
    drafts = (Draft.parse(text) for _, text in sorted(found, key=lambda each: each[0]))
    return (draft for draft in drafts if draft)
