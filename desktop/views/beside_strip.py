"""What the reader of a source says where it shows one of several passages: which, and the way to the others."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.beside import Beside
from db.note_list import ON
from desktop.pages.history import cut
from desktop.theme import theme
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.link_row import LinkRow
from desktop.widgets.page_layout import MARGIN
from desktop.widgets.plain_text import plain_label, tooltip

LONGEST = 48  # characters of what cites them that are shown at 100 %
TIPS = (
    "The one before; after the first the last (Ctrl+PgUp)",
    "The next one; after the last the first (Ctrl+PgDown)",
)


class BesideStrip(QWidget):
    """One line over the text, with words to press; hidden where nothing else is cited for the same."""

    turn_requested = Signal(str)
    """The target of another of the passages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beside: Beside | None = None
        self._label = plain_label(name="hint", parent=self)
        self._steps = LinkRow(self)
        self._steps.offer([("‹ Previous", lambda: self.step(-1)), ("Next ›", lambda: self.step(1))], TIPS)
        layout = FlowLayout(self, 14)
        layout.setContentsMargins(MARGIN, 0, 16, 8)
        layout.addWidget(self._label)
        layout.addWidget(self._steps)
        self.hide()

    def show_beside(self, beside: Beside | None) -> None:
        """Say which of several passages is shown; nothing where it is the only one."""
        self._beside = beside
        self.setVisible(beside is not None)
        if beside:
            one = "Source" if beside.sources == len(beside.targets) else "Passage"
            place = f"{one} {beside.at + 1:,} of {len(beside.targets):,}"
            told = f"{place}  ·  {ON[beside.kind]}"
            room = LONGEST * 100 // theme.zoom
            self._label.setText(f"{told} “{cut(beside.title, room)}”" if beside.title else told)
            self._label.setToolTip(tooltip(f"{told} “{beside.title}”"))
            self.setAccessibleName(self._label.text())

    def step(self, by: int) -> bool:
        """Ask for the next of the passages (1), or for the one before (-1); whether there is another."""
        if self._beside:
            targets = self._beside.targets
            self.turn_requested.emit(targets[(self._beside.at + by) % len(targets)])
        return self._beside is not None

    def text(self) -> str:
        """The sentence shown; empty when none is."""
        return "" if self.isHidden() else self._label.text()
