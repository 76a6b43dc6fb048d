"""What the quotes that a search found can be narrowed to, counted in the background."""

from __future__ import annotations

from array import array

from PySide6.QtCore import QObject, Signal

from db import Cancel, Library, quote_facets
from db.quote_facets import Facet
from desktop.models.quote_list import QuoteListModel
from desktop.session import Session


class FacetCounts(QObject):
    """Counts anew for every search of a list; a search that begins ends the counting for the one before.

    Of many quotes it counts those that are found first, while the list reads them all; where these are not all, it
    counts again once all are known.
    """

    counted = Signal(object)
    """A Facet by field."""

    def __init__(self, session: Session, model: QuoteListModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._model = model
        self._ids: array[int] | None = array("q")
        self._counting: Cancel | None = None
        self._whole = False
        model.began.connect(self._begin)
        model.going_on.connect(self._count)
        model.listed.connect(self._listed)

    def _begin(self) -> None:
        """Count no more for the search before."""
        if self._counting:
            self._counting()
        self._counting, self._ids, self._whole = None, None, False

    def _listed(self, ids: array[int]) -> None:
        self._ids = ids
        if not self._whole and self._counting is None:
            self._count()

    def _count(self) -> None:
        """Count what was found, or what is found first while that is not known."""
        text, ids = self._model.text, self._ids

        def work(library: Library, cancel: Cancel) -> dict[str, Facet]:
            if ids is None:
                return quote_facets.read_as_found(library, text, cancel)
            return quote_facets.read(library, text, ids, cancel)

        self._counting = self._session.read(work, lambda facets: self._land(facets, known=ids is not None))

    def _land(self, facets: dict[str, Facet], *, known: bool) -> None:
        self._counting = None
        self._whole = known or all(facet.whole for facet in facets.values())
        self.counted.emit(facets)
        if not self._whole and self._ids is not None:
            self._count()
