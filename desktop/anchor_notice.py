"""Says over the page when a step made passages lose their place, with a button that leads to them; pages too."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from db import Cancel, Changes, Library, anchor_review
from db.values import count, quoted
from desktop.session import Session
from desktop.trail import Address
from desktop.widgets.banner import Banner

BUTTON = "Review them"
Made = tuple[int, str | None, str | None, int]
"""How many passages lost their place, the source of all of them, one whose pages are not known any more, and how many
passages are to be looked at in all."""


class AnchorNotice(QObject):
    """Hears of every step; what undo and redo bring back is not told."""

    go_requested = Signal(Address)

    def __init__(self, session: Session, banner: Banner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._banner = session, banner
        self._said = ""
        self._finding: Cancel | None = None

    def look(self, changes: Changes) -> None:
        """Look what a step did to passages, and say it."""
        if not changes.touch("citations", "sources"):
            return
        if self._finding:
            self._finding()
        revision = changes.revision

        def work(library: Library, cancel: Cancel) -> Made:
            made = anchor_review.made(library, revision, cancel)
            pages = anchor_review.lost_pages(library, revision, cancel)
            return *made, pages, anchor_review.counts(library, None, cancel).total

        self._finding = self._session.read(work, self._say)

    def _say(self, made: Made) -> None:
        number, source, unpaged, left = made
        if not left and self._said and self._banner.text() == self._said:
            self._banner.hide()
        pages = f"Where the pages of {quoted(unpaged)} begin is not known any more. " if unpaged else ""
        if not number:
            if pages:
                self._banner.say(f"{pages}Undo brings them back.")
            return
        lost = f"{count(number, 'cited passage', 'cited passages')} lost {'its' if number == 1 else 'their'} place"
        self._said = f"{pages}{lost} when the text was changed. None is attached to other words before you have looked."
        address = Address("", "anchors", f"source:{source}" if source else "")

        def go() -> None:
            self._banner.hide()
            self.go_requested.emit(address)

        self._banner.say(self._said, "Review it" if number == 1 else BUTTON, go)
