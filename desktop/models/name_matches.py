"""The list under a field for a name: the records that may be meant, and what can be made new."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from db import Cancel, Library, name_matches
from db.name_matches import NameMatch
from db.new_names import KINDS, New
from db.vocabulary import PARTY_KINDS
from desktop.session import Session

ROW = Qt.ItemDataRole.UserRole + 1
ROOT = QModelIndex()
ALIKE = ("party", "person", "source")
"""Kinds of which two may have the same name."""

Index = QModelIndex | QPersistentModelIndex


class NameMatchesModel(QAbstractListModel):
    """Rows of NameMatch, and after them rows of New."""

    found = Signal()
    """The rows are now those of the text that was looked up last."""

    def __init__(self, session: Session, kind: str, *, makes_new: bool = True, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._makes_new = makes_new and kind in KINDS
        self._session = session
        self._text: str | None = None
        self._rows_of: str | None = None
        self._wanted: str | None = None
        self._matches: list[NameMatch] = []
        self._rows: list[NameMatch | New] = []
        self._left_out: frozenset[str] = frozenset()
        self._reading = _Reading()
        self.destroyed.connect(self._reading.stop)
        session.opened.connect(self._forget)
        session.changed.connect(self._forget)

    @property
    def text(self) -> str | None:
        """The text that the rows are for; None while it is looked for."""
        return self._text

    def look_up(self, text: str) -> None:
        """Look for what a text may mean; `found` tells when that is known, for the newest text only."""
        self._wanted, self._text = text, None
        self._reading.stop()
        if not self._session.is_open:
            return
        kind = self.kind

        def work(library: Library, cancel: Cancel) -> list[NameMatch]:
            return name_matches.find(library, kind, text, cancel)

        self._reading.cancel = self._session.read(work, lambda matches: self._show(text, matches))

    def knows(self, text: str) -> bool:
        """Whether the rows are those of a text and nothing newer is looked for."""
        return self._text == self._wanted == text

    def shows(self, text: str) -> bool:
        """Whether the rows are those of a text, be it that the library was changed since they were found."""
        return self._rows_of == text

    def leave_out(self, uids: frozenset[str]) -> None:
        """Show no rows of records that are chosen already."""
        self._left_out = uids

    def exact(self) -> list[NameMatch]:
        """The records of which the text is a known spelling; of several only that which is spelled so to the letter."""
        same = [match for match in self._matches if match.exact]
        to_the_letter = [match for match in same if (self._text or "").strip() in (match.name, match.spelling)]
        return to_the_letter if len(to_the_letter) == 1 else same

    def row(self, index: Index) -> NameMatch | New | None:
        """What a row offers."""
        return self._rows[index.row()] if index.isValid() else None

    def likely(self) -> int:
        """The row to choose beforehand; -1 when none is likely enough."""
        first = self._rows[0] if self._rows and (self._text or "").strip() else None
        if not isinstance(first, NameMatch) or not first.begins or len(self.exact()) > 1:
            return -1
        return 0

    def _forget(self) -> None:
        """What was found may no longer hold; it stays shown until one types on."""
        self._text = None

    def _show(self, text: str, matches: list[NameMatch]) -> None:
        self.beginResetModel()
        self._text = self._rows_of = text
        self._matches = matches
        shown = [match for match in matches if match.uid not in self._left_out]
        self._rows = [*shown, *self._offers(any(match.exact for match in matches))]
        self.endResetModel()
        self.found.emit()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name if isinstance(row, NameMatch) else offer(row, self._is_another())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (row.name, *below(row)) if isinstance(row, NameMatch) else (offer(row, self._is_another()),)
            return ", ".join(parts)
        return None

    def _offers(self, known: bool) -> list[New]:
        """What can be made of the text."""
        name = (self._text or "").strip()
        if not name or not self._makes_new or (known and self.kind not in ALIKE):
            return []
        return [New(self.kind, name, extra) for extra in (PARTY_KINDS if self.kind == "party" else (None,))]

    def _is_another(self) -> bool:
        return any(match.exact for match in self._matches)


class _Reading:
    """The read that is under way; it is stopped with the model, whose rows it would fill."""

    def __init__(self) -> None:
        self.cancel: Cancel | None = None

    def stop(self) -> None:
        """Let its result be dropped."""
        if self.cancel:
            self.cancel()


def below(match: NameMatch) -> list[str]:
    """The second line of a match: what tells it from others, and the spelling by which it was found."""
    return [part for part in (match.detail, f"“{_short(match.spelling)}”" if match.spelling else "") if part]


def offer(new: New, another: bool) -> str:
    """What a row says that makes a record: `New person “Ada”`."""
    kind = f": {PARTY_KINDS[new.extra].lower()}" if new.extra else ""
    name = f"“{_short(new.name)}”"
    return f"Another {new.kind} called {name}{kind}" if another else f"New {new.kind} {name}{kind}"


def _short(text: str) -> str:
    text = " ".join(text[:200].split())
    return text if len(text) <= 60 else text[:59] + "…"
