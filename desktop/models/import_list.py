"""The documents that are being imported: each with how it stands with it, read two at a time in the background."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from db import Cancel, Changes, KnownError, Library, importing
from db.importing import Found, Import, Twin
from db.sources import SourceValues
from db.values import count
from desktop.session import Session
from desktop.tasks import LOOKERS

ROW = Qt.ItemDataRole.UserRole + 1
ROOT = QModelIndex()
MOST_WAITING = 400 << 20  # bytes of documents that were read and wait to be stored
INTO = "Text and file will be put there; what is known of it stays, and what is not is filled in from the fields below."
UNDECIDED = "Decide below whether text and file are put there."
OVER = (
    "This text will take the place of the one there, which stays in the history. Passages cited from the old text are "
    "looked for in this one; those that do not stand there as they did wait under Go › Passages to review."
)
UNDECIDED_OVER = "Decide below: it may be a new version of that text. Nothing is stored before."
ENOUGH = "Waits until you have stored some of the documents above: they fill the memory set aside for them."

Index = QModelIndex | QPersistentModelIndex
Source = Path | str


class State(Enum):
    """How it stands with a document, in a word."""

    WAITING = "Waiting"
    READING = "Reading …"
    READY = "Ready"
    TWIN = "Known already"
    REFUSED = "Not read"
    STOPPED = "Cancelled before it was read."


OPEN = (State.WAITING, State.READING)


class ImportRow:
    """One document. `source` is its file, or words that were pasted.

    `values` are those of the source to be made, as far as they make sense; `texts` what was typed in fields and makes
    none. `origins` says of fields that nobody changed where their value was found. What is known already is stored
    `again`, beside its twin, or put `into` it, or not at all.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.name = source.name if isinstance(source, Path) else importing.PASTED
        self.state = State.WAITING
        self.sentence = ""
        self.found: Found | None = None
        self.twin: Twin | None = None
        self.again = False
        self.into = False
        self.values: dict[str, Any] = {}
        self.origins: dict[str, str] = {}
        self.texts: dict[str, str] = {}
        self.cancel: Cancel | None = None

    @property
    def is_ready(self) -> bool:
        """Whether it is to be stored."""
        return self.found is not None and (
            self.state is State.READY or (self.state is State.TWIN and (self.again or self.into))
        )

    @property
    def has_room(self) -> bool:
        """Whether its text and file can be put into its twin."""
        return self.twin is not None and self.twin.has_room

    @property
    def has_another(self) -> bool:
        """Whether it may be a new version of the text of its twin."""
        return self.twin is not None and self.twin.has_another

    @property
    def words(self) -> str:
        """How it stands with it, in a sentence."""
        if self.state is State.READY and self.found:
            return self.sentence or _told(self.found)
        if self.state is State.TWIN and self.again:
            own = self.has_room or self.has_another
            return f"{self.sentence} It will be {'a source of its own' if own else 'stored a second time'}."
        if self.state is State.TWIN and self.has_room:
            return f"{self.sentence} {INTO if self.into else UNDECIDED}"
        if self.state is State.TWIN and self.has_another:
            return f"{self.sentence} {OVER if self.into else UNDECIDED_OVER}"
        return self.sentence or self.state.value


class ImportListModel(QAbstractListModel):
    """Rows of ImportRow, in the order in which they came."""

    moved_on = Signal()
    """The state of a document changed, or there are more or fewer of them."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: list[ImportRow] = []
        session.opened.connect(self.compare)
        session.changed.connect(self._changed)

    def add(self, sources: Iterable[Source]) -> None:
        """Begin to read documents; a file that is listed already is not listed twice, but read again."""
        sources = list(sources)
        for row in self._rows:
            if row.source in sources and row.state not in OPEN:
                self._put(row, State.WAITING)
        listed = {row.source for row in self._rows}
        new = [ImportRow(source) for source in sources if source not in listed]
        if new:
            self.beginInsertRows(ROOT, len(self._rows), len(self._rows) + len(new) - 1)
            self._rows += new
            self.endInsertRows()
        self._go_on()

    def remove(self, rows: Iterable[ImportRow]) -> None:
        """Take documents off the list; what is being read of them is stopped."""
        for row in rows:
            if row in self._rows:
                if row.cancel:
                    row.cancel()
                at = self._rows.index(row)
                self.beginRemoveRows(ROOT, at, at)
                del self._rows[at]
                self.endRemoveRows()
        self.compare()
        self._go_on()

    def stop(self) -> None:
        """Read nothing more; what was read stays."""
        for row in self._rows:
            if row.state in OPEN:
                if row.cancel:
                    row.cancel()
                row.cancel = None
                self._put(row, State.STOPPED)
        self.moved_on.emit()

    def retry(self, row: ImportRow) -> None:
        """Read a document again."""
        self._put(row, State.WAITING)
        self._go_on()

    def decide(self, row: ImportRow, again: bool, into: bool) -> None:
        """Store a document also beside the source that it is already, or put its text into that, or neither."""
        row.again, row.into = again, into
        self._told_of(row)
        self.moved_on.emit()

    def row(self, index: Index) -> ImportRow | None:
        """The document of a row."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, row: ImportRow | None) -> QModelIndex:
        """Where a document stands; an invalid index when it is not listed."""
        return self.index(self._rows.index(row)) if row in self._rows else QModelIndex()

    def rows(self) -> Iterator[ImportRow]:
        """All documents."""
        return iter(self._rows)

    def ready(self) -> list[ImportRow]:
        """The documents that are to be stored."""
        return [row for row in self._rows if row.is_ready]

    def imports(self) -> list[Import]:
        """What is to be stored, in the order of `ready`."""
        return [_import(row, row.found) for row in self.ready() if row.found]

    @property
    def waiting(self) -> int:
        """How many documents are still to be read."""
        return sum(row.state in OPEN for row in self._rows)

    @property
    def is_reading(self) -> bool:
        """Whether a document is being read."""
        return any(row.state is State.READING for row in self._rows)

    def _go_on(self) -> None:
        """Begin with as many documents as are read at once."""
        room = LOOKERS - sum(row.state is State.READING for row in self._rows)
        full = sum(row.found.size for row in self._rows if row.found and row.state not in OPEN) > MOST_WAITING
        for row in self._rows:
            if row.state is State.WAITING and full:
                self._put(row, State.WAITING, ENOUGH)
            elif row.state is State.WAITING and room > 0:
                room -= 1
                self._put(row, State.READING)
                row.cancel = self._session.tasks.look(
                    _look(row.source), lambda found, row=row: self._looked(row, found)
                )
        self.moved_on.emit()

    def _looked(self, row: ImportRow, found: Found | str) -> None:
        row.cancel = None
        if isinstance(found, str):
            row.found = None
            self._put(row, State.REFUSED, found)
        else:
            if row.found != found:  # what was typed for the same file stays
                row.found, row.values, row.origins = found, dict(found.values), found.origins
                row.texts = {}
            self._put(row, State.READY)
            self.compare()
        self._go_on()

    def _changed(self, changes: Changes) -> None:
        if changes.touch("sources"):
            self.compare()

    def compare(self) -> None:
        """Look which documents are in the library already, or stand in the list twice."""
        read = [row for row in self._rows if row.found]
        if read and self._session.is_open:
            self._session.read(
                lambda library, _: [_twin(library, row) for row in read], lambda twins: self._compared(read, twins)
            )

    def _compared(self, read: list[ImportRow], twins: list[Twin | None]) -> None:
        seen: dict[str, ImportRow] = {}
        for row, twin in zip(read, twins, strict=True):
            if row not in self._rows or row.found is None:
                continue
            before = seen.setdefault(row.found.text_sha256, row)
            if row.state not in (State.READY, State.TWIN):
                continue
            if row.twin != twin:
                row.twin, row.into = twin, False
            if twin or before is not row:
                sentence = str(twin) if twin else f"The same document as “{before.name}” above."
                self._put(row, State.TWIN, sentence)
            elif row.state is State.TWIN:
                row.again = row.into = False
                self._put(row, State.READY)
        self.moved_on.emit()

    def _put(self, row: ImportRow, state: State, sentence: str = "") -> None:
        row.state, row.sentence = state, sentence
        self._told_of(row)

    def _told_of(self, row: ImportRow) -> None:
        index = self.index_of(row)
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.name}: {row.words}"
        return None


def _look(source: Source) -> Callable[[Cancel], Found | str]:
    """The work of reading a document: what was found, or the sentence that says why there is nothing."""

    def work(cancel: Cancel) -> Found | str:
        try:
            return (
                importing.look(source, cancel) if isinstance(source, Path) else importing.look_at_text(source, cancel)
            )
        except KnownError as error:
            return str(error)

    return work


def _twin(library: Library, row: ImportRow) -> Twin | None:
    return importing.twin(library, row.found, SourceValues(**row.values)) if row.found else None


def _import(row: ImportRow, found: Found) -> Import:
    into = row.twin.uid if row.twin and row.into else None
    return Import(found, SourceValues(**row.values), row.again, into, over=row.into and row.has_another)


def _told(found: Found) -> str:
    """What was read, in a few words."""
    document = found.document
    pages = [count(len(document.pages), "page", "pages")] if document.pages else []
    words = [f"{len(document.text):,} characters", *(["see the remarks"] if document.warnings else [])]
    return " · ".join(["Ready to be stored", *pages, *words])
