"""What is said of a search below its field: other spellings that were searched for, what was not understood."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.quote_query import Query
from desktop.theme import theme
from desktop.widgets.link_row import INDENT, LinkRow
from desktop.widgets.plain_text import plain_label, tooltip

SHOWN = 5
"""Spellings that are named."""
LONGEST = 60
"""Characters of a proposed search that are shown."""


class QueryNotes(QWidget):
    """Up to three notes, each only where there is something to say."""

    spellings_wanted = Signal(bool)
    """Whether other spellings are to be searched for."""
    meant = Signal(str)
    """The search that was proposed is to be made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._also = plain_label(name="hint", parent=self)
        self._switch = LinkRow(self)
        self._remark = plain_label(name="hint", parent=self)
        self._proposal = LinkRow(self, down=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for label in (self._also, self._remark):
            label.setWordWrap(True)
            label.hide()
        for part in (self._remark, self._also, self._switch, self._proposal):
            layout.addWidget(part)

    def show_query(self, query: Query, aliases: bool) -> None:
        """Say what was searched for; without `aliases` other spellings were left out."""
        for label in (self._also, self._remark):
            label.setContentsMargins(theme.px(INDENT), 0, 0, 0)
        self.show_remark(query.remark)
        also = f"Also searched: {', '.join(query.also[:SHOWN])}{_more(len(query.also) - SHOWN)}." if query.also else ""
        also = also if aliases else "Other spellings are left out."
        self._also.setText(also)
        self._also.setToolTip(tooltip(", ".join(query.also)) if len(query.also) > SHOWN else "")
        self._also.setVisible(bool(also))
        words = "Search only as typed" if aliases else "Search other spellings too"
        self._switch.offer([(words, lambda: self.spellings_wanted.emit(not aliases))] if also else ())
        self.propose(None)

    def show_remark(self, remark: str) -> None:
        """Say what was not understood, or nothing."""
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))

    def propose(self, text: str | None) -> None:
        """Offer another search, or none."""
        shown = text if text and len(text) <= LONGEST else f"{(text or '')[:LONGEST]}…"
        self._proposal.offer([(f"Did you mean {shown}?", lambda: self.meant.emit(text))] if text else ())


def _more(number: int) -> str:
    return f" and {number} more" if number > 0 else ""
