"""Words found in the text that is read: all places in the background, and which of them is the present one."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QObject, Signal

from db import Cancel
from db.text_search import Searchable
from desktop.tasks import Tasks


class TextFinder(QObject):
    """Keeps the text ready to be searched while one types."""

    found = Signal()
    """All places (`places`, in code points) of the words that were looked for last are known."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._text = ""
        self._ready: Searchable | None = None
        self._words = ""
        self._reading: Cancel | None = None
        self.places: list[tuple[int, int]] = []
        self.at = -1

    def read(self, text: str) -> bool:
        """Search this text from now on; whether it is another one than before."""
        other = text is not self._text
        if other:
            self._text, self._ready = text, None
            self.places, self.at = [], -1
        return other

    def look_for(self, words: str) -> None:
        """Find words; a search still running is dropped."""
        self._words = words
        if self._reading:
            self._reading()
        if not words.strip():
            self._landed(None, [])
            return
        text, ready = self._text, self._ready

        def work(cancel: Cancel) -> tuple[Searchable, list[tuple[int, int]]]:
            searchable = ready or Searchable(text, cancel)
            return searchable, searchable.find(words, cancel)

        self._reading = self._tasks.read(work, lambda result: self._landed(*result) if text is self._text else None)

    def near(self, offset: int) -> tuple[int, int] | None:
        """The first place from an offset on, else the first of all; it is the present one from then on."""
        if not self.places:
            return None
        self.at = bisect_left(self.places, (offset, 0)) % len(self.places)
        return self.places[self.at]

    def step(self, by: int) -> tuple[int, int] | None:
        """The next place (1) or the one before (-1), round the end of the text."""
        if not self.places:
            return None
        self.at = (self.at + by) % len(self.places)
        return self.places[self.at]

    def _landed(self, ready: Searchable | None, places: list[tuple[int, int]]) -> None:
        self._ready = ready or self._ready
        self.places, self.at = places, -1
        self.found.emit()
