"""What is said of a search below its field: other spellings that were searched for, what was not understood."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db.quote_query import Query
from desktop.theme import theme
from desktop.widgets.flow_layout import flow_row
from desktop.widgets.link_row import INDENT, LinkRow
from desktop.widgets.plain_text import named, plain_label, tooltip

LEAST = 20
"""Letters of what was also searched for that are shown; where they have no room, what leads to less stands below."""
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
        self._also = _Line(self)
        self._switch = LinkRow(self)
        self._spellings = flow_row(self, 6, self._also, self._switch, wide=self._also)
        self._remark = plain_label(name="hint", parent=self)
        self._proposal = LinkRow(self, down=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self._remark.setWordWrap(True)
        self._remark.hide()
        self._spellings.hide()
        layout.addWidget(self._remark)
        layout.addWidget(self._spellings)
        layout.addWidget(self._proposal)

    def show_query(self, query: Query) -> None:
        """Say what was searched for, and whether other spellings were left out."""
        for label in (self._also, self._remark):
            label.setContentsMargins(theme.px(INDENT), 0, 0, 0)
        self.show_remark(query.remark)
        also = f"Also searched: {named(query.also)}" if query.also else ""
        only = "Searched exactly as spelled" if query.exact else "Searched only as typed"
        also = only if query.as_typed else also
        self._also.setText(also)
        self._also.setToolTip(tooltip(also))
        self._spellings.setVisible(bool(also))
        words = "Search other spellings too" if query.as_typed else "Only as typed"
        wanted = [(words, lambda: self.spellings_wanted.emit(query.as_typed))]
        self._switch.offer(wanted if also else (), [also])
        self.propose(None)

    def show_remark(self, remark: str) -> None:
        """Say what was not understood, or nothing."""
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))

    def propose(self, text: str | None) -> None:
        """Offer another search, or none."""
        shown = text if text and len(text) <= LONGEST else f"{(text or '')[:LONGEST]}…"
        self._proposal.offer([(f"Did you mean {shown.strip()}?", lambda: self.meant.emit(text))] if text else ())


class _Line(QLabel):
    """One line, cut where the pane ends."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName("hint")

    def minimumSizeHint(self) -> QSize:
        width = min(super().sizeHint().width(), LEAST * self.fontMetrics().averageCharWidth())
        return QSize(width, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(1, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
