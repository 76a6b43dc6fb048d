"""The search for words in the text of a source: its bar, the places found, and the steps between them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.models.text_finder import TextFinder
from desktop.session import Session
from desktop.views.reading_text import Span
from desktop.views.source_text import SourceText
from desktop.widgets.find_bar import FindBar

LONGEST = 60  # characters of a selection that the search begins with


class TextSearch(QObject):
    """Looks for words in the text that a view shows."""

    said = Signal(str)

    def __init__(self, session: Session, text: SourceText, bar: FindBar) -> None:
        super().__init__(text)
        self._text, self.bar = text, bar
        self._told_end = 0
        self.finder = TextFinder(session.tasks, self)
        self.finder.found.connect(self._show_found)
        bar.searched.connect(self.finder.look_for)
        bar.stepped.connect(self.step)
        bar.closed.connect(self._end)

    def read(self, text: str) -> None:
        """Another text is shown, or the same again: look for the words there."""
        if self.finder.read(text) and not self.bar.isHidden():
            self.finder.look_for(self.bar.field.text())

    def open(self, text: str) -> None:
        """Open the bar to find words in a text, with those that are selected."""
        span = self._text.selection()
        words = self._text.words(span) if span else ""
        self.finder.read(text)
        self.bar.open(" ".join(words.split()) if len(words) <= LONGEST else "")

    def walk(self, by: int) -> bool:
        """Go to the next place (1) of the words that are looked for, or the one before (-1); False to leave the text.

        At the end that is first said: only who goes on then leaves.
        """
        if self.bar.isHidden() or not self.finder.places:
            return False
        if 0 <= self.finder.at + by < len(self.finder.places):
            self._told_end = 0
            self.step(by)
        elif self._told_end == by:
            self._told_end = 0
            return False
        else:
            self._told_end = by
            which, other = ("last", "next") if by > 0 else ("first", "previous")
            self.said.emit(f"This is the {which} place in this text; once more opens the {other} quote found.")
        return True

    def step(self, by: int) -> None:
        """Go to the next place of the words that are looked for (1), or to the one before (-1), round the text."""
        self._show(self.finder.step(by))

    def _show_found(self) -> None:
        if self.bar.isHidden():
            return
        self._text.set_hits(self.finder.places)
        cursor = self._text.selection()
        self._show(self.finder.near(cursor[0] if cursor else self._text.caret()))

    def _show(self, hit: Span | None) -> None:
        if hit:
            self._text.select(hit)
        self.bar.tell(self.finder.at + 1, len(self.finder.places))

    def _end(self) -> None:
        self._text.set_hits([])
        self._text.setFocus()
