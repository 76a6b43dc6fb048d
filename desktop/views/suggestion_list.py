"""The list of suggested quotes, with keys to accept, reject and change each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.models.suggestion_choices import ACCEPTED, REJECTED
from desktop.models.suggestion_list import SuggestionListModel, SuggestionRow
from desktop.views.row_list import RowListView
from desktop.views.suggestion_list_delegate import SuggestionListDelegate

ACCEPT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_A)
REJECT = (Qt.Key.Key_R,)
CHANGE = (Qt.Key.Key_E, Qt.Key.Key_F2)
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class SuggestionListView(RowListView):
    """Decides in its model; what is to be changed is told."""

    change_requested = Signal()
    refused = Signal()
    """Nothing may be decided here."""
    asked = Signal()
    """Who is meant has to be said before the suggestion at the cursor can be accepted."""
    moved = Signal()
    """The cursor stands on another row, or what is on it was decided about."""

    def __init__(self, model: SuggestionListModel, parent: QWidget | None = None) -> None:
        super().__init__(model, SuggestionListDelegate, "Suggested quotes", parent)
        self._suggestions = model
        self.may_decide = True
        self.selectionModel().currentChanged.connect(self.moved)
        model.dataChanged.connect(self.moved)
        self.fit()

    def fit(self) -> None:
        """Give the rows the height that goes with the type."""
        super().fit()
        self.viewport().update()

    def row(self) -> SuggestionRow | None:
        """The suggestion at which the cursor stands."""
        return self._suggestions.row(self.currentIndex())

    def choose(self, row: int) -> None:
        """Put the cursor on a row."""
        index = self._suggestions.index(row)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def judge(self, verdict: str) -> None:
        """Accept or reject the suggestion at the cursor, and go on to the next one that is open."""
        index = self.currentIndex()
        row = self.row()
        if not self.may_decide:
            self.refused.emit()
            return
        if row is None or row.found.stored:
            return
        if verdict == ACCEPTED and not row.choice.settled:
            self.asked.emit()
            return
        self._suggestions.judge(index, verdict)
        if row.state != verdict:  # else it was taken back, and one looks at it
            self.choose(self._suggestions.next_open(index.row()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.choose(0)

    def event(self, event: QEvent) -> bool:
        """Here the keys of the list count, not those of the window."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in CHANGE and event.modifiers() in PLAIN:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), event.modifiers() in PLAIN
        if plain and key in ACCEPT:
            self.judge(ACCEPTED)
        elif plain and key in REJECT:
            self.judge(REJECTED)
        elif plain and key in CHANGE:
            self.change_requested.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.change_requested.emit()
