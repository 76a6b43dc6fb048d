"""A list as one column of a table: a QListView would lay out every row before it shows the first."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from desktop.views.row_painting import RowDelegate


class RowListView(QTableView):
    """Rows of one height, of which one is chosen, without heads and lines, fit for a hundred thousand of them."""

    def __init__(
        self, model: QAbstractItemModel, delegate: type[RowDelegate], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAccessibleName(name)
        self.setModel(model)
        self._delegate = delegate(self)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setSelectionModel(QItemSelectionModel(model, header))  # else it asks for every row selected
        self.horizontalHeader().setStretchLastSection(True)
        RowListView.fit(self)  # what a list does beside is for later

    def fit(self) -> None:
        """Give the rows the height of the present zoom."""
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height())
