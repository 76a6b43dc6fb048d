"""Offers what was typed and is not stored, one after the other: at a start, and when its form is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from db import Cancel, Library, record_values
from db.references import Record
from desktop.drafts import Draft
from desktop.forms.record_form import RecordForm
from desktop.forms.record_words import kind_word

if TYPE_CHECKING:
    from desktop.editing import Editing
    from desktop.window import MainWindow


class DraftOffers(QObject):
    """Goes through drafts that are in no form; one whose text is stored by now is let go of unseen."""

    def __init__(self, window: MainWindow, editing: Editing) -> None:
        super().__init__(editing)
        self._window, self._editing, self._drafts = window, editing, editing.drafts
        self._offered: list[Draft] = []
        self._earlier = self._comparing = False
        self._now: Record | None = None
        self._sentence = ""
        self._drafts.found.connect(self._begin)
        self._drafts.dropped.connect(self._dropped)

    def _begin(self, drafts: list[Draft]) -> None:
        self._offered, self._earlier = list(drafts), True
        self._offer_next()

    def add(self, draft: Draft) -> None:
        """Offer what was left in a form that is no longer shown, after those that are waiting."""
        self._offered = [other for other in self._offered if other.record != draft.record] + [draft]
        if not self._is_offering and not self._comparing:
            self._earlier = False
            self._offer_next()

    @property
    def _is_offering(self) -> bool:
        return bool(self._sentence) and self._window.banner.text() == self._sentence

    def _dropped(self, record: Record) -> None:
        if record == self._now:
            self._go_on()

    def _go_on(self) -> None:
        """Take the offer away and make the next one."""
        if self._is_offering:
            self._window.banner.hide()
        self._now = None
        self._offer_next()

    def _offer_next(self) -> None:
        """Offer the next draft that holds something which is not stored and that is in no form."""
        while self._offered and self._drafts.of(self._offered[0].record) is None:
            self._offered.pop(0)
        if not self._offered:
            return
        draft = self._offered.pop(0)
        self._comparing = True
        self._window.session.read(
            lambda library, cancel: _is_there(library, draft.record, cancel),
            lambda there: self._compare(draft, there=there),
        )

    def _compare(self, draft: Draft, *, there: bool) -> None:
        """See whether a draft holds more than is stored: its form tells."""
        if there and draft.new:
            draft = draft._replace(new=False)
            self._drafts.keep(draft)
        if not there:
            self._offer(draft)
            return
        form = RecordForm(self._window.session, self._drafts, draft.record, parent=self._window)
        form.hide()
        form.shown.connect(lambda _: self._compared(draft, form))
        form.begin()

    def _compared(self, draft: Draft, form: RecordForm) -> None:
        form.deleteLater()
        if form.unsaved:
            self._offer(draft)
        else:
            self._comparing = False
            self._offer_next()

    def _offer(self, draft: Draft) -> None:
        self._comparing = False
        if self._editing.is_open and draft.record in self._editing.form.records:
            self._offer_next()
            return
        what = f"form of {kind_word(draft.record.kind, new=False).lower()} “{draft.title[:60]}”"
        if not draft.title:
            what = f"form “{kind_word(draft.record.kind, new=draft.new)}”"
        when = "was not saved when Parley ended" if self._earlier else "is not saved yet and is kept as a draft"
        first = " ".join(draft.said.split())[:60]
        said = f": “{first}”" if first else ""
        self._now = draft.record
        self._window.banner.offer(
            f"What you typed in the {what} {when}{said}.",
            {
                "Go on with it": lambda: self._take_up(draft),
                "Throw it away": lambda: self._drafts.drop(draft.library, draft.record),
            },
        )
        self._sentence = self._window.banner.text()

    def _take_up(self, draft: Draft) -> None:
        self._editing.edit_one(draft.record)
        self._go_on()


def _is_there(library: Library, record: Record, cancel: Cancel) -> bool:
    with library.reading(cancel) as conn:
        return record_values.title_of(conn, record) is not None
