"""The found quotes as a list, or as lines with the words found one below the other."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from db.quote_lines import QuoteLine
from desktop.models.context_list import ContextListModel
from desktop.models.quote_list import QuoteListModel
from desktop.views.context_list_delegate import ContextListDelegate
from desktop.views.quote_list_delegate import QuoteListDelegate


class QuoteListView(QTableView):
    """Rows that are quotes, fit for a million of them."""

    open_requested = Signal(object)
    copy_requested = Signal()

    def __init__(
        self,
        model: QuoteListModel | ContextListModel,
        delegate: QuoteListDelegate | ContextListDelegate,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAccessibleName(name)
        self.setModel(model)
        self._rows, self._delegate = model, delegate
        self._headed = -1
        self._kept = False, 0
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setSelectionModel(QItemSelectionModel(model, header))  # else it asks for every row selected
        self.horizontalHeader().setStretchLastSection(True)
        self.fit()
        self.clicked.connect(self._open)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        if isinstance(model, QuoteListModel):
            for fact in (model.modelReset, model.rowsInserted):
                fact.connect(self._set_heading)
            model.reordering.connect(self._keep_place)
            model.reordered.connect(self._return_to_place)

    def line(self) -> QuoteLine | None:
        """The chosen quote."""
        return self._rows.quote(self.currentIndex())

    def step(self, by: int) -> QuoteLine | None:
        """Choose the next quote (1) or the one before (-1), and show it; None when there is no further one."""
        here = self.currentIndex()
        row = (here.row() if here.isValid() else -1 if by > 0 else self._rows.rowCount()) + by
        if row >= self._rows.rowCount() - 1 and self._rows.canFetchMore(QModelIndex()):
            self._rows.fetchMore(QModelIndex())  # before one comes to the end
        while 0 <= row < self._rows.rowCount():
            at = self._rows.index(row, 0)
            if line := self._rows.quote(at):
                self.setCurrentIndex(at)
                return line
            row += by
        return None

    def paint_soon(self) -> None:
        """Lay the rows out now, which Qt would do when nothing else is to be done, so that they are painted next."""
        self.executeDelayedItemsLayout()
        self.viewport().update()

    def fit(self) -> None:
        """Give the rows the height of the present zoom."""
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height())
        self._set_heading()
        self._tell_room()

    def _tell_room(self) -> None:
        """Tell the model how many quotes are seen at once, with those that are cut at both ends."""
        if isinstance(self._rows, QuoteListModel):
            self._rows.in_sight = self.viewport().height() // self._delegate.row_height() + 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_room()

    def _set_heading(self) -> None:
        """Give the row that parts quotes which only sound alike the height of a line, and it alone."""
        if not isinstance(self._rows, QuoteListModel) or not isinstance(self._delegate, QuoteListDelegate):
            return
        sections, heading = self.verticalHeader(), self._rows.heading
        row = heading.written if heading else -1
        if self._headed not in (row, -1) and self._headed < sections.count():
            sections.resizeSection(self._headed, self._delegate.row_height())
        if row >= 0:
            sections.resizeSection(row, self._delegate.heading_height())
        self._headed = row

    def _keep_place(self) -> None:
        """Keep where the chosen quote stands, or the first that is seen of a list that was scrolled."""
        here = self.currentIndex()
        if not here.isValid() and self.verticalScrollBar().value():
            here = self.indexAt(QPoint(1, 1))
        if here.isValid() and isinstance(self._rows, QuoteListModel):
            self._rows.hold(here)
            self._kept = self.currentIndex().isValid(), self.rowViewportPosition(here.row())

    def _return_to_place(self, at: QModelIndex) -> None:
        """Put the kept quote where it stood, chosen if it was: nothing moves under the cursor."""
        chosen, top = self._kept
        if at.isValid():
            if chosen:
                self.setCurrentIndex(at)
            self.verticalScrollBar().setValue(self.verticalHeader().sectionPosition(at.row()) - top)

    def _open(self, index: QModelIndex) -> None:
        line = self._rows.quote(index)
        if line:
            self.open_requested.emit(line)

    def _show_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if self._rows.quote(index):
            menu = QMenu(self)
            menu.addAction("Show in its meeting", lambda: self._open(index))
            menu.addAction("Copy with source", self.copy_requested.emit)
            menu.exec(self.viewport().mapToGlobal(at))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus is always seen: it stands on a quote."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.step(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)
