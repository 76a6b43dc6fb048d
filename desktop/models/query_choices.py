"""The list under a search: the names of fields and the values that may be meant where the cursor stands."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal

from db import Cancel, Library, query_completion
from db.name_matches import NameMatch
from db.query_completion import Choice
from desktop.models.name_matches import ROW
from desktop.models.read_list import Index, ReadListModel


class QueryChoicesModel(ReadListModel):
    """Rows of Choice, which are drawn as names with what tells them apart."""

    found = Signal(str)
    """The rows are those of this text."""

    def look_up(self, text: str, cursor: int) -> None:
        """Look for what may be meant at a place, in code points; `found` tells when that is known."""
        self.stop()
        if not self._session.is_open:
            return

        def work(library: Library, cancel: Cancel) -> list[Choice]:
            return query_completion.complete(library, text, cursor, cancel)

        self._read(work, lambda choices: self._show(text, choices))

    def _show(self, text: str, choices: list[Choice]) -> None:
        self._fill(choices)
        self.found.emit(text)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row: Choice | None = self.row(index)
        if row is None:
            return None
        if role == ROW:
            return NameMatch("", row.label, row.detail, None, exact=False, begins=False, colour=None)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (row.label, row.detail)))
        return None
