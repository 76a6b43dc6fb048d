"""The head over a source: title, who wrote and published it when, its address, and how much rests on it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from db import dates
from db.source_page import KINDS, SourcePage
from db.sources import Source
from db.vocabulary import LANGUAGES, SOURCE_TYPES
from db.web_addresses import is_link
from desktop.models.passage_marks import summary
from desktop.theme import theme
from desktop.views.beside_strip import BesideStrip
from desktop.views.source_painting import gutter
from desktop.widgets.flow_layout import flow_row
from desktop.widgets.link_row import INDENT, LinkRow, link
from desktop.widgets.page_layout import MARGIN
from desktop.widgets.plain_text import plain_label, tooltip

LONGEST = 36  # characters of an address that its link shows


class SourceHead(QWidget):
    """Says what a source is; tells wishes."""

    left = Signal()
    uses_wanted = Signal()
    text_wanted = Signal()
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = link("", self.left.emit, self)
        self.title = plain_label(name="paneTitle", parent=self)
        self.about = plain_label(name="hint", parent=self)
        self.whole_address = plain_label(name="hint", parent=self)
        for label in (self.title, self.about, self.whole_address):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.address = link("", self._offer_address, self)
        self.uses = link("", self._switch, self)
        self._opening = LinkRow(self)
        self.beside = BesideStrip(self)
        """Which of the passages that are cited for the same is shown."""
        self._source: Source | None = None
        self._sentence = ""
        self._shows_uses = self._is_low = False
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(3)
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addStretch(1)
        for button in (self.address, self.uses):
            button.setMinimumWidth(1)  # a narrow pane cuts the words of a link
        self._layout.addLayout(top)
        self._layout.addWidget(self.title)
        self._layout.addWidget(self.about)
        self._layout.addWidget(flow_row(self, 10, self.address, self.uses))
        self._layout.addWidget(self.whole_address)
        self._layout.addWidget(self._opening)
        self._layout.addWidget(self.beside)
        self.dress()

    def dress(self) -> None:
        """Stand above the column of the text, or of the page with what rests on it."""
        indent = theme.px(INDENT)
        left = MARGIN if self._shows_uses else gutter(self.width())
        self._layout.setContentsMargins(left - indent, 8, 12, 8)
        for label in (self.title, self.about, self.whole_address):
            label.setContentsMargins(indent, 0, 0, 0)
        self._show_title()

    def be_low(self, low: bool) -> None:
        """Leave the room to the text where there is little: the title takes one line, and the rest is its tip."""
        if low != self._is_low:
            self._is_low = low
            self.about.setHidden(low)
            self._show_title()

    def _show_title(self) -> None:
        title, about = (self._source.title, source_facts(self._source)) if self._source else (self._sentence, "")
        self.title.setWordWrap(not self._is_low)
        room = self.width() - self._layout.contentsMargins().left() - self._layout.contentsMargins().right()
        cut = self.title.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room - theme.px(INDENT))
        self.title.setText(cut if self._is_low else title)
        self.title.setToolTip(tooltip(f"{title}\n{about}") if self._is_low else "")
        self.title.setAccessibleName(title)
        self.about.setText(about)

    def lead_back(self, words: str) -> None:
        """Say where the link at the top leads."""
        _name(self.back, words)

    def show_source(self, page: SourcePage, *, uses: bool) -> None:
        """Say what a source is; `uses` tells that what rests on it is shown in place of its text."""
        source = page.source
        self._source, self._shows_uses = source, uses
        self.dress()
        self._close_address()
        self.address.setVisible(is_link(source.url))
        self.whole_address.setVisible(bool(source.url) and not is_link(source.url))
        if source.url and is_link(source.url):
            shown = source.url.partition("://")[2].rstrip("/")
            _name(self.address, shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…")
            self.address.setToolTip(tooltip(f"{source.url}\nPress to open or copy it"))
        else:
            self.whole_address.setText(source.url or "")
        rests = summary({kind: page.count(kind) for kind in KINDS})
        has_text = source.text_sha256 is not None
        _name(self.uses, "Show the text" if uses and has_text else rests or "Nothing rests on it yet")
        self.uses.setEnabled(has_text if uses else bool(rests))
        self.uses.setToolTip("" if uses else "Show what rests on this source")

    def say_none(self, sentence: str) -> None:
        """Say why there is nothing to show."""
        self._source, self._sentence = None, sentence
        self._show_title()
        for widget in (self.address, self.uses, self.whole_address, self._opening, self.beside):
            widget.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.dress()

    def _switch(self) -> None:
        (self.text_wanted if self._shows_uses else self.uses_wanted).emit()

    def _offer_address(self) -> None:
        """Show the whole address before it is opened; a second press puts it away."""
        url = self._source.url if self._source else None
        if not url or not is_link(url) or not self._opening.isHidden():
            self._close_address()
            return
        self.whole_address.setText(url)
        self.whole_address.show()
        acts = (
            ("Open in the browser", lambda: self._open(url)),
            ("Copy", lambda: self._copy(url)),
            ("Close", self._close_address),
        )
        self._opening.offer(acts)

    def _close_address(self) -> None:
        if self._opening.isAncestorOf(QApplication.focusWidget() or self):
            self.address.setFocus()
        self._opening.offer(())
        self.whole_address.setVisible(bool(self._source and self._source.url) and self.address.isHidden())

    def _open(self, url: str) -> None:
        if is_link(url) and not QDesktopServices.openUrl(QUrl(url)):
            self.said.emit("No browser could be started. Copy the address instead.")
        self._close_address()

    def _copy(self, url: str) -> None:
        QGuiApplication.clipboard().setText(url)
        self.said.emit("The address was copied.")
        self._close_address()


def source_facts(source: Source) -> str:
    """Who wrote and published a source when, what it is, and its language."""
    day = dates.words(source.published) if source.published else "undated"
    inferred = " (date inferred)" if source.published and source.published_basis == "inferred" else ""
    kind = SOURCE_TYPES.get(source.type or "", source.type or "")
    language = LANGUAGES.get(source.language or "", source.language or "")
    return " · ".join(part for part in (source.authors, source.publisher, day + inferred, kind, language) if part)


def _name(button: QToolButton, words: str) -> None:
    button.setText(words.replace("&", "&&"))
    button.setAccessibleName(words)
    button.show()
