"""Offers, at a start, what was typed before the last end of the program and is not stored, one after the other."""

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
    """Goes through the drafts of an earlier start; one whose text is stored by now is let go of unseen."""

    def __init__(self, window: MainWindow, editing: Editing) -> None:
        super().__init__(editing)
        self._window, self._editing, self._drafts = window, editing, editing.drafts
        self._offered: list[Draft] = []
        self._drafts.found.connect(self._begin)

    def _begin(self, drafts: list[Draft]) -> None:
        self._offered = list(drafts)
        self._offer_next()

    def _offer_next(self) -> None:
        """Offer the next draft of an earlier start that holds something which is not stored."""
        while self._offered and self._drafts.of(self._offered[0].record) is None:
            self._offered.pop(0)
        if not self._offered:
            return
        draft = self._offered.pop(0)
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
            self._offer_next()

    def _offer(self, draft: Draft) -> None:
        what = kind_word(draft.record.kind, new=draft.new).lower()
        title = f" “{draft.title[:60]}”" if draft.title else ""
        first = next((text.strip()[:60] for text in draft.texts.values() if text.strip()), "")
        self._window.banner.offer(
            f"What you typed in the form of {what}{title} was not saved when Parley ended: “{first}”.",
            {"Go on with it": lambda: self._take_up(draft), "Throw it away": lambda: self._throw_away(draft)},
        )

    def _take_up(self, draft: Draft) -> None:
        self._window.banner.hide()
        self._editing.edit_one(draft.record)
        self._offer_next()

    def _throw_away(self, draft: Draft) -> None:
        self._window.banner.hide()
        self._drafts.drop(draft.record)
        self._offer_next()


def _is_there(library: Library, record: Record, cancel: Cancel) -> bool:
    with library.reading(cancel) as conn:
        return record_values.title_of(conn, record) is not None
