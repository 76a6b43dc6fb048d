"""How the words of a quote stand in their source, below them in its form, with the words that differ."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from db import Cancel, Changes, Library, quotation_search
from db.errors import Gone
from db.quotation_search import Checked
from db.references import Record
from desktop.models import check_words
from desktop.session import Session
from desktop.trail import Address, place_target
from desktop.widgets.link_row import LinkRow
from desktop.widgets.plain_text import plain_label

STALE = ("quotes", "citations", "sources", "quote_checks")
LONGEST_TITLE = 80


class CheckStrip(QFrame):
    """A line in words and signs, and what leads to the passage; hidden for all that is no stored quote."""

    go_requested = Signal(Address)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._record: Record | None = None
        self._reading: Cancel | None = None
        self.label = plain_label(name="count", parent=self)
        self.label.setWordWrap(True)
        self._acts = LinkRow(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.label)
        layout.addWidget(self._acts)
        self.hide()
        self._going = False
        session.changed.connect(self._changed)

    def show_record(self, record: Record | None) -> None:
        """Tell of a record, if it is a quote that is stored."""
        self._record = record if record and record.kind == "quote" else None
        self._read()

    def stop(self) -> None:
        """Read nothing more: the form below whose words it stands is let go of."""
        self._going = True
        if self._reading:
            self._reading()

    def _read(self) -> None:
        if self._reading:
            self._reading()
        if self._going:
            return
        if self._record is None or not self._session.is_open:
            self.hide()
            return
        uid = self._record.uid
        self._reading = self._session.read(lambda library, cancel: _checked(library, uid, cancel), self._show)

    def _changed(self, changes: Changes) -> None:
        if self._record and changes.touch(*STALE):
            self._read()

    def _show(self, quote: Checked | None) -> None:
        if quote is None:
            self.hide()
            return
        amiss = quote.result in check_words.AMISS
        self.label.setObjectName("problem" if amiss else "count")
        self.label.style().unpolish(self.label)  # it looks at the name again
        self.label.style().polish(self.label)
        self.label.setText(sentence(quote))
        acts: list[tuple[str, Callable[[], object]]] = []
        if quote.found:
            finding = quote.found.finding
            target = place_target(f"source:{quote.found.source}", (finding.starts or 0, finding.ends or 0))
            acts.append(("Show the passage", lambda: self.go_requested.emit(Address("", "source", target))))
        if quote.result != "verbatim" and self._record:
            check = Address("", "check", f"quote:{self._record.uid}")
            acts.append(("Look in all sources", lambda: self.go_requested.emit(check)))
        self._acts.offer(acts)
        self.show()


def sentence(quote: Checked) -> str:
    """How a quote stands in its source, in signs and words."""
    if quote.result == "no-text":
        return "Not compared: no text of a source that it cites is held."
    words = check_words.short(quote.result)
    if not quote.found:
        return f"{words}: none that it cites has these words."
    title = quote.found.title
    where = f"“{title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1].rstrip() + '…'}”"
    segments = quote.found.finding.segments
    put_in = check_words.put_in(segments) if quote.result == "marks" else ""
    words = f"{words}, {put_in}" if put_in else words
    differences = check_words.differences(segments) if quote.result == "differs" else ""
    more = " ".join(filter(None, (check_words.left_out(segments), check_words.turned(quote.found.before))))
    end = "." if more and not differences else ""
    return f"{words} ({where}){f': {differences}' if differences else end}{f' {more}' if more else ''}"


def _checked(library: Library, uid: str, cancel: Cancel) -> Checked | None:
    try:
        return quotation_search.of_quote(library, uid, cancel)
    except Gone:
        return None
