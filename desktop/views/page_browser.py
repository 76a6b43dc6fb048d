"""Shows a page of rich text from our templates: it opens nothing by itself, and its links tell what they lead to."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QTimer, QUrl, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QToolTip, QWidget

from desktop.pages.markup import Page, style
from desktop.theme import theme
from desktop.widgets.page_layout import MARGIN
from desktop.widgets.plain_text import tooltip

MEASURE = 780  # width of the column of text, in pixels at 100 %
QUIET = ("record:", "page:", "quotes:", "meetings:", "days:")
"""Links that do not look like links until the mouse is on them."""


class PagePlace(NamedTuple):
    """Where one is on a page: how far it is scrolled, and the link on which the keyboard is, as places of its text."""

    scroll: int
    anchor: int
    position: int


class PageBrowser(QTextBrowser):
    """A column of text with links; `link_pressed` has the link as written in the template."""

    link_pressed = Signal(str)
    pointed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tips: dict[str, str] = {}
        self._names: dict[str, int] = {}
        self._mouse = QPoint()
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(lambda url: self.link_pressed.emit(url.toString()))
        self.highlighted.connect(self._point)

    def show_page(self, page: Page, *, keep_place: bool = False) -> None:
        """Show a page from its top, or from where the one before it was scrolled to."""
        place = self.verticalScrollBar().value() if keep_place else 0
        self._tips = page.tips
        self.document().setDefaultStyleSheet(style())
        self.setHtml(f"<body>{page.html}</body>")
        self._take_names()
        self.verticalScrollBar().setValue(place)

    def place(self) -> PagePlace:
        """Where one is on the page."""
        cursor = self.textCursor()
        return PagePlace(self.verticalScrollBar().value(), cursor.anchor(), cursor.position())

    def return_to(self, place: PagePlace) -> None:
        """Go back to where one was."""
        self._select(place.anchor, place.position)
        first = min(place.anchor, place.position)
        if place.anchor != place.position and self._link_at(first) and self._link_at(first - 1) != self._link_at(first):
            self._focus_link(first)
        self.verticalScrollBar().setValue(place.scroll)

    def _select(self, anchor: int, position: int) -> None:
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(max(0, min(anchor, last)))
        cursor.setPosition(min(position, last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _link_at(self, place: int) -> str:
        """The link of which the character at a place is a part; empty when it is part of none."""
        cursor = QTextCursor(self.document())
        if not 0 <= place < self.document().characterCount() - 1:
            return ""
        cursor.setPosition(place + 1)
        return cursor.charFormat().anchorHref()

    def _focus_link(self, first: int) -> None:
        """Put the keyboard on the link that begins at a place, as the key Tab does when it comes there."""
        self._select(max(0, first - 1), first)
        self.focusNextPrevChild(True)

    def names(self) -> Collection[str]:
        """The names to which the page can be scrolled."""
        return self._names.keys()

    def scroll_to(self, name: str) -> None:
        """Bring the line of a name to the top of the view, as far as the page goes on below it."""
        if name in self._names:
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._names[name])
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.cursorRect(cursor).top())

    def bring_into_view(self, name: str) -> None:
        """Show the line of a name, where it is not in view already, at the top; once the page has its size."""
        QTimer.singleShot(0, self, lambda: self._bring_into_view(name))

    def _bring_into_view(self, name: str) -> None:
        if name in self._names:
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._names[name])
            if self.cursorRect(cursor).bottom() > self.viewport().height() - 2 * theme.type.body:
                self.scroll_to(name)

    def go_to(self, name: str) -> None:
        """Bring the line of a name into view, and put the keyboard on the link that has it."""
        self.scroll_to(name)
        if name in self._names:
            scroll = self.verticalScrollBar().value()
            self._focus_link(self._names[name])
            self.verticalScrollBar().setValue(scroll)

    def _take_names(self) -> None:
        """Note where the names of the page stand, and make their links whole.

        WORKAROUND: of a link with a name QTextDocument takes only the first letter for a link that gets the focus; in
        `QTextHtmlImporter::appendNodeText` the rest of it loses QTextFormat.IsAnchor together with the name.
        """
        self._names.clear()
        parted: list[tuple[int, int]] = []
        block = self.document().firstBlock()
        while block.isValid():
            pieces = block.begin()
            while not pieces.atEnd():
                piece, look = pieces.fragment(), pieces.fragment().charFormat()
                for name in look.anchorNames():
                    self._names.setdefault(name, piece.position())
                if look.anchorHref() and (look.anchorNames() or not look.isAnchor()):
                    parted.append((piece.position(), piece.position() + piece.length()))
                pieces += 1
            block = block.next()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()  # as one change: a page in view loses lines when it is laid out piece by piece
        for first, last in parted:
            cursor.setPosition(first)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            look = cursor.charFormat()
            look.clearProperty(QTextCharFormat.Property.AnchorName)
            look.setAnchor(True)
            cursor.setCharFormat(look)
        cursor.endEditBlock()

    def tip_of(self, link: str) -> str:
        """What a link says of where it leads; empty when it says nothing."""
        return self._tips.get(link, "")

    def _point(self, url: QUrl) -> None:
        self.pointed.emit(self.tip_of(url.toString()).split("\n", 1)[0])
        self._underline(url.toString())

    def _underline(self, link: str) -> None:
        """Show by a line that the text under the mouse leads to its record: it does not look like a link else."""
        found: list[QTextEdit.ExtraSelection] = []
        block = self.cursorForPosition(self._mouse).block()
        fragments = block.begin() if link.startswith(QUIET) else None
        while fragments and not fragments.atEnd():
            piece = fragments.fragment()
            if piece.charFormat().anchorHref() == link:
                selection = QTextEdit.ExtraSelection()
                cursor = QTextCursor(block)
                cursor.setPosition(piece.position())
                cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
                look = QTextCharFormat()
                look.setFontUnderline(True)
                selection.cursor, selection.format = cursor, look  # type: ignore[attr-defined]
                found.append(selection)
            fragments += 1
        self.setExtraSelections(found)

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:
        """Nothing is ever loaded, whatever a text names."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = event.position().toPoint()  # before Qt tells which link is there
        super().mouseMoveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            tip = self.tip_of(self.anchorAt(event.pos()))
            if tip:
                QToolTip.showText(event.globalPos(), tooltip(tip), self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setViewportMargins(MARGIN, 12, max(MARGIN, self.width() - MARGIN - theme.px(MEASURE)), 0)
        super().resizeEvent(event)
