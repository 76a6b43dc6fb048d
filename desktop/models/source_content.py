"""The source that a reader shows: read in the background, and again when anything that it shows was changed."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from db import Cancel, Changes, Library, beside, since_cited, source_page
from db.beside import Beside
from db.errors import Gone
from db.source_page import Place, SourcePage
from desktop.offsets import ShownText
from desktop.session import Session

SLOW = 300  # milliseconds after which it is said that something is read
GONE = "This source is no longer in the library."
STALE = (
    "sources", "citations", "quotes", "notes", "tags", "taggings", "people", "meetings", "events", "participations",
    "parties", "outcomes", "readings", "topics", "aliases",
)  # fmt: skip
"""Tables of which something is shown."""


class _Read(NamedTuple):
    place: Place
    page: SourcePage
    text: ShownText | None
    """None when it is the text that is known already."""
    words: tuple[tuple[int, int], ...]
    beside: Beside | None
    then: str


class SourceContent(QObject):
    """One source at a time; `target` names it as an address does: `source:UID`, `cite:12`, `quote:UID` …"""

    shown = Signal(bool)
    """The source was read; whether only again, for what is shown already."""
    missing = Signal(str)
    """There is no such source (any more), as a sentence."""
    slow = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reading: Cancel | None = None
        self._slow = QTimer(self, singleShot=True, interval=SLOW)
        self._slow.timeout.connect(self.slow)
        self.target = ""
        self._span: tuple[int, int] | None = None
        self.place: Place | None = None
        self.page: SourcePage | None = None
        self.text = ShownText("")
        self.words: tuple[tuple[int, int], ...] = ()
        """Where in the passage of a quote stands what `sought` looks for."""
        self.beside: Beside | None = None
        """Of which passages that are cited for the same the one that is shown is one."""
        self.then = ""
        """What the values for which it is cited said then, and say now, if they were changed since."""
        self.sought = ""
        self.stale = False
        session.changed.connect(self._changed)
        session.opened.connect(self.forget)

    def show(self, target: str, span: tuple[int, int] | None = None, sought: str = "") -> None:
        """Read what a target names; `span` is a place to show unless a passage is known to stand at another.

        `sought` is the search for quotes by which one came here.
        """
        self.target, self._span, self.sought = target, span, sought
        self._read(again=False)

    def refresh(self) -> None:
        """Read the same again, if something of it was changed since."""
        if self.stale and self.target and self._session.is_open:
            self._read(again=True)

    def forget(self) -> None:
        """Let go of what was read, as in another library."""
        if self._reading:
            self._reading()
        self._slow.stop()
        self.target, self.place, self.page, self.text, self.stale = "", None, None, ShownText(""), False

    def _read(self, *, again: bool) -> None:
        if self._reading:
            self._reading()
        self.stale = False
        target, sought, text = self.target, self.sought, self.text
        known = self.page.source.text_sha256 if self.page else None

        def work(library: Library, cancel: Cancel) -> _Read | None:
            place = source_page.place_of(library, target, cancel)
            try:
                page = source_page.read(library, place.source, cancel) if place else None
                if not place or not page:
                    return None
                same = page.source.text_sha256 == known
                new = None if same else ShownText(source_page.text(library, place.source, cancel))
                words = _words(library, place, page, (new or text).text, sought, cancel)
                then = since_cited.words_of(library, place.citation, cancel) if place.citation else ""
                return _Read(place, page, new, words, beside.of(library, target, cancel), then)
            except Gone:
                return None

        self._slow.start()
        self._reading = self._session.read(work, lambda found: self._landed(found, again=again))

    def _landed(self, found: _Read | None, *, again: bool) -> None:
        self._slow.stop()
        if found is None:
            self.place = self.page = None
            self.missing.emit(GONE)
            return
        place, span = found.place, self._span
        fits = span is not None and (place.citation is None or not place.known)
        self.place, self.page = place._replace(span=span) if fits else place, found.page
        if found.text is not None:
            self.text = found.text
        self.words, self.beside, self.then = found.words, found.beside, found.then
        self.shown.emit(again)

    def _changed(self, changes: Changes) -> None:
        if self.target and changes.touch(*STALE):
            self.stale = True


def _words(
    library: Library, place: Place, page: SourcePage, text: str, sought: str, cancel: Cancel
) -> tuple[tuple[int, int], ...]:
    """Where in the passage of a quote stands what was sought."""
    of_quote = any(use.kind == "quote" and use.id == place.citation for use in page.uses)
    if not sought or not of_quote or not place.span or not place.known:
        return ()
    first, last = place.span
    return tuple(
        (first + start, first + end) for start, end in library.quotes.marks_in(text[first:last], sought, cancel)
    )
