"""A facet of a search: its choices, each with how many of the quotes found have it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.quote_facets import Choice, Facet
from desktop.views.filter_box import FilterBox, dot
from desktop.widgets.plain_text import tooltip

CUT_OFF = "There are more quotes than could be counted at once: at least so many have each."


class FacetBox(FilterBox):
    """Tells what is chosen; it shows as chosen what the search says, however that came to be there."""

    narrowed = Signal(str, str)
    """The search is to be narrowed by a value of a field; by none when it is empty."""

    def __init__(self, field: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self._field = field
        self._facet = Facet([])
        self.setAccessibleName(f"Narrow by {label.lower()}")
        self.activated.connect(self._choose)

    def show_facet(self, facet: Facet) -> None:
        """Offer the choices of a facet; not while one is being chosen."""
        if self.view().isVisible() or facet == self._facet:
            return
        self._facet = facet
        self.blockSignals(True)
        self.clear()
        self.addItems([self._label, *(_words(choice, facet.whole) for choice in facet.choices)])
        chosen = 0
        for at, choice in enumerate(facet.choices, 1):
            if choice.colour or choice.level:
                self.setItemIcon(at, dot(choice.colour))
            if choice.value == facet.chosen:
                chosen = at
        self.setCurrentIndex(chosen)
        self.blockSignals(False)
        self._mark()

    def _choose(self, at: int) -> None:
        self.narrowed.emit(self._field, self._facet.choices[at - 1].value if at else "")

    def _mark(self) -> None:
        super()._mark()
        if not self._facet.whole:
            self.setToolTip(tooltip(CUT_OFF))


def _words(choice: Choice, whole: bool) -> str:
    return f"{'    ' * choice.level}{choice.label} ({choice.number:,}{'' if whole else '+'})"
