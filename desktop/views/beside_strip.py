"""What the reader of a source says where it shows one of several passages: which, and the way to the others."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.beside import Beside
from db.note_list import ON
from desktop.theme import theme
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.link_row import INDENT, link
from desktop.widgets.plain_text import plain_label, tooltip


class BesideStrip(QWidget):
    """One line in the head of the reader, with words to press; hidden where nothing else is cited for the same."""

    turn_requested = Signal(str)
    """The target of another of the passages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beside: Beside | None = None
        self._label = plain_label(name="hint", parent=self)
        self.previous = link("‹ Previous", lambda: self.step(-1), self)
        self.next = link("Next ›", lambda: self.step(1), self)
        self.previous.setToolTip("The one before; after the first comes the last (Ctrl+PgUp)")
        self.next.setToolTip("The next one; after the last comes the first (Ctrl+PgDown)")
        self._row = FlowLayout(self, 10)
        for widget in (self._label, self.previous, self.next):
            self._row.addWidget(widget)
        self.hide()

    def show_beside(self, beside: Beside | None) -> None:
        """Say which of several passages is shown; nothing where it is the only one."""
        self._beside = beside
        self.setVisible(beside is not None)
        if beside:
            one = "Source" if beside.sources == len(beside.targets) else "Passage"
            place = f"{one} {beside.at + 1:,} of {len(beside.targets):,}"
            told = f"{place} for {ON[beside.kind]} “{beside.title}”"
            self._row.setContentsMargins(theme.px(INDENT), 0, 0, 0)
            self._label.setText(place)
            self._label.setToolTip(tooltip(told))
            self.setAccessibleName(told)

    def step(self, by: int) -> None:
        """Ask for the next of the passages (1), or for the one before (-1), where there are others."""
        if self._beside:
            targets = self._beside.targets
            self.turn_requested.emit(targets[(self._beside.at + by) % len(targets)])

    def text(self) -> str:
        """What is said of the place; empty when nothing is."""
        return "" if self.isHidden() else self._label.text()
