"""The page Check a quotation: words typed, pasted or taken from elsewhere, looked for in the texts of the library."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from db import Cancel, Changes, Library, quotation_search
from db.quotation_gaps import OMITTED
from db.quotation_search import Checked
from desktop.commands import checking
from desktop.models import check_words
from desktop.pages import checked
from desktop.pages.checked import LOOKING, SHOWN
from desktop.pages.markup import Page
from desktop.session import Session
from desktop.theme import theme
from desktop.trail import Address, place_target
from desktop.views.page_browser import PageBrowser
from desktop.widgets.compound import Compound
from desktop.widgets.flow_layout import flow_row
from desktop.widgets.page_layout import MARGIN
from desktop.widgets.plain_text import plain_label

PURPOSE = (
    f"Dots … leave out up to {OMITTED} words of one speaker; [brackets] add words of your own and replace none. Words "
    "that differ are told, and so is a “not” that either brings in or takes away."
)
HINT = "Paste or type words, or select them in a source and press Ctrl+Shift+K"
STALE = ("sources", "quotes", "citations", "people", "quote_checks")
PAUSE = 300  # milliseconds without typing after which the words are looked for
SLOW = 400  # milliseconds after which it is said that they are
LONGEST = 100_000  # characters that the field takes: Qt would need minutes for some texts that are longer
LINES = (2, 4)  # of the field, where there is little room and where there is more


class CheckPanel(Compound):
    """A field for the words, and below it where they stand; without words, the quotes that are not in their sources."""

    go_requested = Signal(Address)
    said = Signal(str)
    pointed = Signal(str)
    """What the link says on which the mouse or the keyboard is; empty on none."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._target = ""
        self._taken = ("", "")
        """Which quote the words in the field are those of, and these words."""
        self._stale = True
        self._reading: Cancel | None = None
        self._page = Page("", {})
        self.field = _Words(self)
        self.scope = QComboBox(self)
        self.again = QPushButton("Check all quotes again", self)
        self.results = PageBrowser("Where the words stand", self)
        self._quiet = QTimer(self, singleShot=True, interval=PAUSE)
        self._slow = QTimer(self, singleShot=True, interval=SLOW)
        self._lay_out()
        self._connect()
        self._offer({})

    def _lay_out(self) -> None:
        hint = plain_label(PURPOSE, "hint", self)
        hint.setWordWrap(True)
        self.scope.setAccessibleName("Look for the words in")
        self.scope.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.scope.setMinimumContentsLength(16)
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, 16, 16, 8)
        head.setSpacing(8)
        head.addWidget(plain_label("Check a quotation", "pageTitle", self))
        head.addWidget(hint)
        head.addWidget(self.field, 1)
        head.addWidget(flow_row(self, 8, self.scope, self.again))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head, 1)
        layout.addWidget(self.results, 2)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._quiet.start)
        self.field.entered.connect(self._enter)
        self.field.refused.connect(self._refuse)
        self.scope.activated.connect(self._look)
        self.again.clicked.connect(self.check_all)
        self.results.link_pressed.connect(self._follow)
        self.results.pointed.connect(self.pointed)
        self._quiet.timeout.connect(self._look)
        self._slow.timeout.connect(lambda: self._show(Page(f"<p class='quiet'>{LOOKING}</p>", {})))
        self._session.changed.connect(self._changed)
        self._session.opened.connect(self._begin)

    def show_target(self, target: str) -> None:
        """Look for the words of `quote:UID`; without one, or with what was typed over the last one's, all stays."""
        kind, _, uid = target.partition(":")
        typed = self.words().strip() and (self._target, self.words()) != self._taken
        if kind == "quote" and (target != self._target or not typed):
            self._stop()
            self._reading = self._session.read(
                lambda library, cancel: quotation_search.of_quote(library, uid, cancel), self._take_quote
            )
        self._target = target or self._target

    def look_for(self, words: str, sources: Mapping[str, str] | None = None) -> None:
        """Look for some words in all sources; others may be chosen from `sources`, titles by uid."""
        self._target = ""
        self._offer(sources or {})
        if self.field.takes(words):
            self.field.setPlainText(words)
            self._look()

    def look_for_passage(self, source: str, starts: int, ends: int) -> None:
        """Look for the words of a passage of a source."""

        def work(library: Library, _: Cancel) -> tuple[str, str]:
            return (library.sources.text(source) or "")[starts:ends], library.sources.get(source).title

        self._session.read(work, lambda found: self.look_for(found[0], {source: found[1]}))

    def words(self) -> str:
        """What is in the field, to the character."""
        return self.field.document().toRawText().replace("\u2029", "\n")

    def check_all(self) -> None:
        """Compare all quotes with their sources again, and say how they stand."""
        self.again.setEnabled(False)
        self.said.emit("Comparing all quotes with their sources …")
        checking.check_all(self._session, self._checked)

    def view(self) -> QWidget:
        """What takes the focus."""
        return self.field

    def redraw(self) -> None:
        """Show all in the present look."""
        self.field.fit()
        self._look()

    def _checked(self, results: Mapping[str, int]) -> None:
        self.again.setEnabled(True)
        self.said.emit(f"All quotes were compared again. {check_words.of_all(results)}")

    def _begin(self) -> None:
        """Let go of the library before."""
        self._stop()
        self._target = ""
        self._offer({})
        self.again.setEnabled(True)
        self.field.clear()
        self._changed(None)

    def _changed(self, changes: Changes | None) -> None:
        if changes is None or changes.touch(*STALE):
            self._stale = True
            if self.isVisible():
                self._look()

    def _offer(self, sources: Mapping[str, str]) -> None:
        """Offer to look in all sources, or in one of these only."""
        self.scope.clear()
        self.scope.addItem("All sources", None)
        for uid, title in sources.items():
            self.scope.addItem(f"Only “{title}”", uid)
        self.scope.setVisible(bool(sources))

    def _take_quote(self, quote: Checked) -> None:
        target = self._target
        if (target, quote.text) == self._taken and quote.text == self.words():
            self._look()
        else:
            self.look_for(quote.text, {quote.found.source: quote.found.title} if quote.found else None)
        self._target, self._taken = target, (target, quote.text)

    def _stop(self) -> None:
        self._quiet.stop()
        self._slow.stop()
        if self._reading:
            self._reading()

    def _look(self) -> None:
        """Look for the words in the field."""
        self._stop()
        if not self._session.is_open:
            return
        self._stale = False
        words, source = self.words(), self.scope.currentData()
        self._slow.start()
        if words.strip():
            sources = [source] if source else None
            self._reading = self._session.read(
                lambda library, cancel: quotation_search.verify(library, words, sources, cancel),
                lambda verified: self._show(checked.findings(verified)),
            )
        else:
            self._reading = self._session.read(
                lambda library, cancel: library.quotes.amiss(SHOWN, cancel),
                lambda found: self._show(checked.amiss(*found)),
            )

    def _show(self, page: Page) -> None:
        self._slow.stop()
        same = page == self._page
        self._page = page
        self.results.show_page(page, keep_place=same)

    def _refuse(self, length: int) -> None:
        self._stop()
        most = f"a quotation of at most {LONGEST:,} can be looked for. Take a part of it."
        self._show(Page(f"<p>These are {length:,} characters: {most}</p>", {}))

    def _enter(self) -> None:
        """Go on to the first result, from which Enter leads to its passage."""
        self.results.setFocus(Qt.FocusReason.TabFocusReason)
        self.results.focusNextPrevChild(True)

    def _follow(self, link: str) -> None:
        kind, _, key = link.partition(":")
        if kind == "quote":
            self.go_requested.emit(Address("", "check", link))
        elif kind == "passage":
            source, starts, ends = key.rsplit(":", 2)
            target = place_target(f"source:{source}", (int(starts), int(ends)))
            self.go_requested.emit(Address("", "source", target))

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._look()
        super().showEvent(event)


class _Words(QPlainTextEdit):
    """A field of a few lines; Ctrl+Enter leaves it for what was found."""

    entered = Signal()
    refused = Signal(int)
    """So many characters were too many."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("textField")
        self.setAccessibleName("Words to check")
        self.setPlaceholderText(HINT)
        self.setTabChangesFocus(True)
        self.fit()

    def fit(self) -> None:
        """Take the height of a few lines at the present zoom."""
        least, most = (lines * self.fontMetrics().lineSpacing() + theme.px(14) for lines in LINES)
        self.setMinimumHeight(least)
        self.setMaximumHeight(most)

    def takes(self, words: str) -> bool:
        """Whether the field has room for some words; it is said when it has not."""
        if len(words) > LONGEST:
            self.refused.emit(len(words))
        return len(words) <= LONGEST

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.takes(source.text()):
            super().insertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
