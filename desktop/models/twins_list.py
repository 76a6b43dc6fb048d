"""Pairs of parties, people and sources that may be one, as a list shows them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from db import Cancel, Library, likely_twins
from db.likely_twins import LikelyTwins
from db.references import Record
from desktop.models.local_time import when
from desktop.models.step_list import UNKNOWN
from desktop.session import Session

PAIR = Qt.ItemDataRole.UserRole + 1
ROOT = QModelIndex()
STALE = ("parties", "people", "aliases", "participations", "quotes", "sources")
KINDS = {"party": "Parties", "person": "People", "source": "Sources"}

Index = QModelIndex | QPersistentModelIndex


class TwinsListModel(QAbstractListModel):
    """Rows of LikelyTwins, the likeliest first and last those that are known to be two."""

    shown = Signal(int, int)
    """How many pairs may be one, and how many are known to be two."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: list[LikelyTwins] = []
        self._reading: Cancel | None = None

    def reload(self) -> None:
        """Look for them again; until they are found the old ones stay."""
        if self._reading:
            self._reading()
        self._reading = self._session.read(_find, self._show)

    def clear(self) -> None:
        """Let go of the library before."""
        if self._reading:
            self._reading()
        self.beginResetModel()
        self._rows = []
        self.endResetModel()

    def pair(self, index: Index) -> LikelyTwins | None:
        """The pair of a row."""
        return self._rows[index.row()] if index.isValid() else None

    def records(self, index: Index) -> tuple[Record, Record] | None:
        """The two records of a row."""
        pair = self.pair(index)
        return (Record(pair.kind, pair.one.uid), Record(pair.kind, pair.other.uid)) if pair else None

    def index_of(self, record: Record) -> QModelIndex:
        """The first pair in which a record is; an invalid index when it is in none."""
        for row, pair in enumerate(self._rows):
            if record.kind == pair.kind and record.uid in (pair.one.uid, pair.other.uid):
                return self.index(row)
        return QModelIndex()

    def _show(self, rows: list[LikelyTwins]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        apart = sum(pair.apart is not None for pair in rows)
        self.shown.emit(len(rows) - apart, apart)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        pair = self.pair(index)
        if pair is None:
            return None
        if role == PAIR:
            return pair
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            named = (", ".join(filter(None, (one.name, one.detail))) for one in (pair.one, pair.other))
            return f"{' and '.join(named)}: {why(pair)}"
        return None


def why(pair: LikelyTwins) -> str:
    """The last line of a row: of what kind the two are, and why they may be one or who said that they are two."""
    if pair.apart:
        return f"{KINDS[pair.kind]} · two, says {pair.apart.author or UNKNOWN}, {when(pair.apart.made_at)}"
    return f"{KINDS[pair.kind]} · {pair.why}"


def _find(library: Library, cancel: Cancel) -> list[LikelyTwins]:
    found = [pair for kind in likely_twins.KINDS for pair in likely_twins.find(library, kind, cancel)]
    return sorted(found, key=lambda pair: (pair.apart is not None, -pair.score))
