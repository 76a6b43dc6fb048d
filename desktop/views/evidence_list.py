"""The list of what lacks evidence: Enter or a click leads to where it stands, a click on a reading to its passage."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from db.evidence_list import EvidenceLine
from db.record_lines import Link
from desktop.models.evidence_list import EvidenceListModel
from desktop.views.evidence_list_delegate import EvidenceListDelegate
from desktop.views.row_links import RowLinks
from desktop.views.row_list import RowListView

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EvidenceListView(RowListView):
    """One column of rows, fit for a hundred thousand of them."""

    go_requested = Signal(object)
    """The place of an EvidenceLine is to be shown."""
    link_pressed = Signal(str)
    """The target of a link in a row."""

    def __init__(self, model: EvidenceListModel, parent: QWidget | None = None) -> None:
        super().__init__(model, EvidenceListDelegate, "What lacks evidence", parent)
        self._rows = model
        self._kept: int | None = None
        self._links = RowLinks(self)
        self._links.pressed.connect(self._press_link)
        self.clicked.connect(self._go)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)

    def line(self) -> EvidenceLine | None:
        """The row that is chosen."""
        row = self._rows.row(self.currentIndex())
        return row if isinstance(row, EvidenceLine) else None

    def _keep(self) -> None:
        chosen = self._rows.id_at(self.currentIndex().row())
        self._kept = self._kept if chosen is None else chosen

    def _restore(self) -> None:
        index = self._rows.index_of(self._kept) if self._kept is not None else QModelIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _go(self) -> None:
        line = self.line()
        if line:
            self.go_requested.emit(line)

    def _press_link(self, index: QModelIndex, link: Link) -> None:
        self.setCurrentIndex(index)
        self.link_pressed.emit(link.target)

    def _follow_first(self) -> None:
        """Go to the first passage of the row."""
        line = self.line()
        target = next((link.target for link in line.links if link.target), "") if line else ""
        if target:
            self.link_pressed.emit(target)

    def _choose(self, rows: range) -> None:
        """Choose the first of some rows that is no heading."""
        row = next((row for row in rows if (self._rows.id_at(row) or 0) >= 0), None)
        if row is not None and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(row, 0))
            self.scrollTo(self._rows.index(max(0, row - 1), 0))  # its heading comes into sight as well

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self._choose(range(self._rows.rowCount()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._follow_first()
        elif event.key() in ENTER:
            self._go()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):  # Qt would go to the ends of the row
            rows = range(self._rows.rowCount())
            self._choose(rows if event.key() == Qt.Key.Key_Home else rows[::-1])
        else:
            super().keyPressEvent(event)
