"""The list of documents that are being imported."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.models.import_list import ImportListModel, ImportRow
from desktop.theme import theme
from desktop.views.import_list_delegate import ImportListDelegate
from desktop.views.row_list import RowListView
from desktop.widgets.plain_text import tooltip

SHARE = 0.36  # of the page, which the list takes at most: the rest is for the form
LEAST_ROWS = 2  # that are in sight whatever the page
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ImportListView(RowListView):
    """One document a row; the list is as high as they need, up to its share of the page."""

    chosen = Signal(object)
    """The ImportRow whose form is wanted; None when none is listed."""
    form_requested = Signal()
    remove_requested = Signal()

    def __init__(self, model: ImportListModel, parent: QWidget | None = None) -> None:
        super().__init__(model, ImportListDelegate, "Documents to import", parent)
        self._documents = model
        self._page = 0
        self.selectionModel().currentChanged.connect(self._tell)
        model.rowsInserted.connect(self._fit_rows)
        model.rowsRemoved.connect(self._fit_rows)
        self.fit()

    def fit(self) -> None:
        """Give the rows the height that goes with the type."""
        super().fit()
        self._fit_rows()

    def share(self, height: int) -> None:
        """Be on a page of that height, in pixels."""
        self._page = height
        self._fit_rows()

    def document(self) -> ImportRow | None:
        """The document that is chosen."""
        return self._documents.row(self.currentIndex())

    def choose(self, row: ImportRow | None) -> None:
        """Choose a document; without one, the first."""
        index = self._documents.index_of(row)
        index = index if index.isValid() else self._documents.index(0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _fit_rows(self) -> None:
        high = self._delegate.row_height()
        most = max(LEAST_ROWS, int(SHARE * self._page / high))
        self.setFixedHeight(max(1, min(most, self._documents.rowCount())) * high + theme.px(4))
        if not self.currentIndex().isValid() and self._documents.rowCount():
            self.choose(None)

    def _tell(self, index: QModelIndex) -> None:
        row = self._documents.row(index)
        self.setToolTip(tooltip(f"{row.name}\n{row.words}" if row else ""))
        self.chosen.emit(row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._documents.rowCount():
            self.choose(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.form_requested.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_requested.emit()
        else:
            super().keyPressEvent(event)
