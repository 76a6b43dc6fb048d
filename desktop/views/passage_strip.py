"""What the reader of a source says of a citation whose passage lost its place, or whose value was changed since."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from db.source_page import Use
from desktop.models.passage_marks import CHANGED
from desktop.models.passage_marks import LONGEST as LONGEST_TIP
from desktop.pages.history import cut
from desktop.theme import theme
from desktop.trail import Address
from desktop.views.reading_text import Span
from desktop.widgets.link_row import LinkRow
from desktop.widgets.page_layout import MARGIN
from desktop.widgets.plain_text import plain_label, tooltip

LONGEST = 60  # characters of the old words that are shown at 100 %
SHOWN = "These may be the words cited: “{words}”"
NOWHERE = "The words cited stand at no known place: “{words}”"
CONFIRM = "It still says so"
WHY_CHANGED = "The value was changed after this was cited for it. Look whether the source says what it says now."
WHY = "The text was changed after it was cited. Nothing is attached to other words before you have looked."


class PassageStrip(QWidget):
    """A sentence over the text, with words to press; hidden while there is nothing to say."""

    attach_requested = Signal(str, object)
    """The citation, and the place that is shown; None stands for what is selected."""
    confirm_requested = Signal(str)
    """The citation, which still says what its value says now."""
    go_requested = Signal(Address)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cite: Use | None = None
        self._place: Span | None = None
        self._may_write = self._selected = False
        frame = QFrame(self)
        frame.setObjectName("banner")
        self._label = plain_label(parent=frame)
        self._label.setWordWrap(True)
        self._acts = LinkRow(frame)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(MARGIN, 6, 8, 4)
        inside.setSpacing(2)
        inside.addWidget(self._label)
        inside.addWidget(self._acts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 10)
        layout.addWidget(frame)
        self.hide()

    def show_cite(self, cite: Use | None, place: Span | None, then: str = "", *, uses: bool, may_write: bool) -> None:
        """Say of a citation what is to be said, for the place of the text that is marked.

        `then` is what its values said when they were cited, if they were changed; `uses` tells that no text is shown.
        """
        self._cite, self._place, self._may_write = cite, place, may_write
        adrift = cite is not None and cite.anchor is not None and not uses
        self.setVisible(adrift or (cite is not None and bool(then)))
        if cite and then and not adrift:
            self._say_changed(cite, then)
        elif cite and adrift:
            words, longest = " ".join((cite.exact or "").split()), LONGEST * 100 // theme.zoom
            shown = words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"
            sentence = (SHOWN if place else NOWHERE).format(words=shown)
            self._label.setText(sentence)
            self._label.setToolTip(tooltip(f"{WHY}\n\n“{cut(cite.exact or '', LONGEST_TIP)}”"))
            self.setAccessibleName(sentence)
            self._selected = False
            self._offer(cite)

    def _say_changed(self, cite: Use, then: str) -> None:
        sentence = CHANGED.format(then=then)
        self._label.setText(sentence)
        self._label.setToolTip(tooltip(WHY_CHANGED))
        self.setAccessibleName(sentence)
        confirm = [(CONFIRM, lambda: self.confirm_requested.emit(cite.citation))]
        self._acts.offer(confirm if self._may_write else [], [WHY_CHANGED])

    def offer_selection(self, selected: bool) -> None:
        """Offer to attach the passage to what is selected, while something is."""
        if self._cite and self._cite.anchor and selected != self._selected:
            self._selected = selected
            self._offer(self._cite)

    def _offer(self, cite: Use) -> None:
        place = self._place
        acts: dict[str, Callable[[], object]] = {}
        if place and self._may_write:
            acts["Accept"] = lambda: self.attach_requested.emit(cite.citation, place)
        if self._may_write and self._selected:
            acts["Attach to what is selected"] = lambda: self.attach_requested.emit(cite.citation, None)
        acts["Review"] = lambda: self.go_requested.emit(Address("", "anchors", f"record:citation:{cite.citation}"))
        self._acts.offer(acts.items())

    def text(self) -> str:
        """The sentence shown; empty when none is."""
        return "" if self.isHidden() else self._label.text()
