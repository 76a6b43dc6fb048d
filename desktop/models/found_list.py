"""What the search in everything finds, as one list: a heading for each kind, what is found, and a way to the rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

from db import Cancel, Library, everything, query_choice
from db.everything import ALL, Everything, Group
from db.found_text import Finding
from desktop.models.read_list import Index, ReadListModel
from desktop.session import Session

ROW = Qt.ItemDataRole.UserRole
HEADINGS = {
    "meeting": "Meetings", "person": "People", "party": "Parties", "topic": "Topics", "event": "Events",
    "quote": "Quotes", "outcome": "Outcomes", "source": "Sources", "note": "Notes", "tag": "Tags",
    "reading": "Readings", "alias": "Spellings",
}  # fmt: skip
_ONE = {"person": "person", "party": "party", "alias": "spelling"}


class Heading(NamedTuple):
    """The name of a kind."""

    text: str


class Way(NamedTuple):
    """A row that leads to all that is found of a kind, back to all kinds when it names none, or to another search."""

    text: str
    kind: str | None
    search: str | None = None


Row = Heading | Finding | Way


class FoundListModel(ReadListModel):
    """Rows of Heading, Finding and Way."""

    found = Signal(str)
    """The rows are those of this text."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self.text = ""
        self.kind: str | None = None
        self.result: Everything | None = None
        session.opened.connect(self.clear)

    def search(self, text: str, kind: str | None = None) -> None:
        """Look for a text, in one kind or in all; `found` tells when that is done. Without a text nothing is found."""
        self.stop()
        if not text.strip() or not self._session.is_open:
            self._show(text, kind, None)
            return

        def work(library: Library, cancel: Cancel) -> Everything:
            return everything.find(library, text, cancel, kind=kind)

        self._read(work, lambda result: self._show(text, kind, result))

    def clear(self) -> None:
        """Let go of what was found."""
        self.stop()
        self._show("", None, None)

    def can_be_chosen(self, row: int) -> bool:
        """Whether a row leads anywhere."""
        return not isinstance(self._rows[row], Heading)

    def first(self) -> int:
        """The first row of what is found; -1 when there is none."""
        return next((at for at, row in enumerate(self._rows) if isinstance(row, Finding)), -1)

    def _show(self, text: str, kind: str | None, result: Everything | None) -> None:
        self.text, self.kind, self.result = text, kind, result
        self._fill([*self._back(), *self._groups(result), *self._switch(text, result)] if result else ())
        self.found.emit(text)

    def _back(self) -> Iterator[Row]:
        if self.kind is not None:
            yield Way("‹ All kinds", None)

    def _groups(self, result: Everything) -> Iterator[Row]:
        for group in result.groups:
            yield from self._group(group)

    def _switch(self, text: str, result: Everything) -> Iterator[Row]:
        """What leads to the same search without other spellings, or with them again."""
        if result.as_typed:
            yield Way("Search other spellings too", None, query_choice.in_all_spellings(text))
        elif result.also:
            yield Way("Search only as typed", None, query_choice.as_typed(text))

    def _group(self, group: Group) -> Iterator[Row]:
        yield Heading(HEADINGS[group.kind])
        yield from group.findings
        if self.kind is None and group.number > len(group.findings):
            number = f"the best {ALL}" if group.number == ALL else f"all {group.number}"
            yield Way(f"Show {number}", group.kind)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self.can_be_chosen(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row: Row | None = self.row(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.name or row.passage) if isinstance(row, Finding) else row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        return None


def spoken(row: Row) -> str:
    """A row in words, as it is read out."""
    if not isinstance(row, Finding):
        return row.text.removeprefix("‹ ")
    said = "; ".join(filter(None, (row.name, row.passage, row.detail, row.reason)))
    return f"{_ONE.get(row.kind, row.kind)}: {said}"
