"""Offers what was typed and is not stored, one after the other: at a start, and when its form is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from db import Cancel, Library, record_values
from db.references import Record
from desktop.drafts import Draft
from desktop.forms.record_form import RecordForm
from desktop.forms.record_words import kind_word

if TYPE_CHECKING:
    from desktop.editing import Editing
    from desktop.window import MainWindow


class Offer(NamedTuple):
    """A draft to be offered; `earlier` when it is of an earlier start."""

    draft: Draft
    earlier: bool


class DraftOffers(QObject):
    """Goes through drafts that are in no form; one whose text is stored by now is let go of unseen.

    An offer takes the place of nothing else that the strip over the page says, and comes back when something else took
    its place; closed without an answer, it comes again at the next start.
    """

    def __init__(self, window: MainWindow, editing: Editing) -> None:
        super().__init__(editing)
        self._window, self._editing, self._drafts = window, editing, editing.drafts
        self._waiting: list[Offer] = []
        self._now: Offer | None = None
        self._sentence = ""
        self._reading: Cancel | None = None
        self._compared: RecordForm | None = None
        self._drafts.found.connect(self._begin)
        self._drafts.dropped.connect(self._dropped)
        window.banner.freed.connect(self._freed)
        window.session.opened.connect(self._forget)

    def _begin(self, drafts: list[Draft]) -> None:
        self._waiting += [Offer(draft, earlier=True) for draft in drafts]
        self._offer_next()

    def add(self, draft: Draft) -> None:
        """Offer what was left in a form that is no longer shown, after those that are waiting."""
        rest = [offer for offer in self._waiting if offer.draft.record != draft.record]
        self._waiting = [*rest, Offer(draft, earlier=False)]
        self._offer_next()

    def _forget(self) -> None:
        """Another library is open: its drafts are others."""
        self._waiting, self._now = [], None
        if self._reading:
            self._reading()
        self._stop_looking()

    def _dropped(self, record: Record) -> None:
        if self._now and record == self._now.draft.record:
            self._go_on()

    def _go_on(self) -> None:
        """Take the offer away and make the next one."""
        self._now = None
        if self._window.banner.text() == self._sentence:
            self._window.banner.hide()  # which makes the next
        self._offer_next()

    def _freed(self, said: str) -> None:
        """The strip is free: for the next offer, or again for one whose place something else took."""
        if self._now and said != self._sentence:
            self._waiting.insert(0, self._now)
        self._now = None
        self._offer_next()

    def _offer_next(self) -> None:
        """Look at the next draft, unless one is looked at or offered already."""
        session, waiting = self._window.session, self._waiting
        if self._reading or self._now or not session.is_open or session.library.read_only:
            return
        while waiting and self._drafts.of(waiting[0].draft.record) is None:
            waiting.pop(0)
        if waiting and not self._window.banner.text():
            offer = waiting.pop(0)
            self._reading = session.read(
                lambda library, cancel: _is_there(library, offer.draft.record, cancel),
                lambda there: self._compare(offer, there=there),
            )

    def _compare(self, offer: Offer, *, there: bool) -> None:
        """See whether a draft holds more than is stored: its form tells."""
        if not there:
            self._offer(offer)
            return
        if offer.draft.new:
            offer = offer._replace(draft=offer.draft._replace(new=False))
            self._drafts.keep(offer.draft)
        form = self._compared = RecordForm(self._window.session, self._drafts, offer.draft.record, parent=self._window)
        form.hide()
        form.shown.connect(lambda _: self._offer(offer) if form.unsaved else self._leave_out())
        form.gone.connect(lambda: self._offer(offer))
        form.begin()

    def _stop_looking(self) -> None:
        self._reading = None
        if self._compared:
            self._compared.blockSignals(True)
            self._compared.stop()
            self._compared.deleteLater()
            self._compared = None

    def _leave_out(self) -> None:
        self._stop_looking()
        self._offer_next()

    def _offer(self, offer: Offer) -> None:
        self._stop_looking()
        draft = offer.draft
        if self._editing.is_open and draft.record in self._editing.form.records:
            self._offer_next()
            return
        if self._window.banner.text():
            self._waiting.insert(0, offer)
            return
        what = f"form of {kind_word(draft.record.kind, new=False).lower()} “{draft.title[:60]}”"
        if not draft.title:
            what = f"form “{kind_word(draft.record.kind, new=draft.new)}”"
        when = "was not saved when Parley ended" if offer.earlier else "is not saved yet and is kept as a draft"
        first = " ".join(draft.said.split())[:60]
        said = f": “{first}”" if first else ""
        self._now, self._sentence = offer, f"What you typed in the {what} {when}{said}."
        self._window.banner.offer(
            self._sentence,
            {
                "Go on with it": lambda: self._take_up(draft),
                "Throw it away": lambda: self._drafts.drop(draft.library, draft.record),
            },
        )

    def _take_up(self, draft: Draft) -> None:
        self._editing.edit_one(draft.record)
        self._go_on()


def _is_there(library: Library, record: Record, cancel: Cancel) -> bool:
    with library.reading(cancel) as conn:
        return record_values.title_of(conn, record) is not None
