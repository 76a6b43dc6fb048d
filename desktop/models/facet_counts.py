"""What the quotes that a search found can be narrowed to, counted in the background once they are known."""

from __future__ import annotations

from array import array

from PySide6.QtCore import QObject, Signal

from db import Cancel, Changes, quote_facets
from db.quote_facets import Facet
from desktop.models.quote_list import QuoteListModel
from desktop.session import Session

OTHERS = ("parties", "topics", "outcomes", "outcome_topics")
"""Tables that choices are named or counted by, a change to which is not one of the quotes found."""


class FacetCounts(QObject):
    """Counts anew for every search of a list; a search that begins ends the counting for the one before."""

    counted = Signal(object)
    """A Facet by field."""

    def __init__(self, session: Session, model: QuoteListModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._model = model
        self._ids = array("q")
        self._counting: Cancel | None = None
        model.began.connect(self.stop)
        model.listed.connect(self._count)
        session.changed.connect(self._changed)

    def stop(self) -> None:
        """Count no more."""
        if self._counting:
            self._counting()
            self._counting = None

    def _count(self, ids: array[int]) -> None:
        self.stop()
        self._ids = ids
        text, aliases = self._model.text, self._model.aliases
        self._counting = self._session.read(
            lambda library, cancel: quote_facets.read(library, text, ids, cancel, aliases=aliases), self._land
        )

    def _land(self, facets: dict[str, Facet]) -> None:
        self._counting = None
        self.counted.emit(facets)

    def _changed(self, changes: Changes) -> None:
        if changes.touch(*OTHERS) and self._counting is None:
            self._count(self._ids)
