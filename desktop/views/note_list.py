"""The list of notes; the one that is chosen is told of, so that its form can be shown beside it."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from db.note_list import NoteLine
from desktop.models.note_list import NoteListModel
from desktop.views.note_list_delegate import NoteListDelegate
from desktop.views.row_list import RowListView

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoteListView(RowListView):
    """One column of notes, fit for a hundred thousand of them."""

    chosen = Signal(NoteLine)
    """A note was chosen, 60 ms after the last move."""
    form_requested = Signal()
    place_requested = Signal(NoteLine)
    """The record that a note is on is to be shown."""

    def __init__(self, model: NoteListModel, parent: QWidget | None = None) -> None:
        super().__init__(model, NoteListDelegate, "Notes", parent)
        self._notes = model
        self._kept: int | None = None
        self._quiet = False
        self._timer = QTimer(self, singleShot=True, interval=60)
        self._timer.timeout.connect(self._tell)
        self._connect()

    def _connect(self) -> None:
        self.selectionModel().selectionChanged.connect(self._selected_otherwise)
        self.doubleClicked.connect(lambda _: self._enter())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self._notes.modelAboutToBeReset.connect(self._keep)
        self._notes.modelReset.connect(self._restore)

    def line(self) -> NoteLine | None:
        """The note that is chosen."""
        index = self.currentIndex()
        return self._notes.row(index) if index.isValid() else None

    def select(self, key: int) -> None:
        """Choose a note by its id without telling of it, now or when it is listed next."""
        self._kept = key
        self._restore()

    def menu(self) -> QMenu:
        """What can be done with the chosen note."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Edit\tEnter", self._enter)
        menu.addAction("Show its place\tCtrl+Enter", self._go)
        return menu

    def _keep(self) -> None:
        chosen = self._notes.id_at(self.currentIndex().row())
        self._kept = self._kept if chosen is None else chosen

    def _restore(self) -> None:
        index = self._notes.index_of(self._kept) if self._kept is not None else QModelIndex()
        if index.isValid():
            self._quiet = True
            self.setCurrentIndex(index)
            self._quiet = False
            self.scrollTo(index)

    def _tell(self) -> None:
        line = self.line()
        if line:
            self.chosen.emit(line)

    def _enter(self) -> None:
        self._timer.stop()
        self._tell()
        if self.line():
            self.form_requested.emit()

    def _go(self) -> None:
        line = self.line()
        if line:
            self.place_requested.emit(line)

    def _show_menu(self, at: QPoint) -> None:
        if self.indexAt(at).isValid():
            self.menu().popup(self.viewport().mapToGlobal(at))

    def _selected_otherwise(self, selected: QItemSelection) -> None:
        if not self._quiet and selected.indexes():
            self._timer.start()

    def stand(self) -> None:
        """Show where the focus is, if it is here: it stands on a note, whose form is not opened by it."""
        first = self._notes.id_at(0)
        if self.hasFocus() and not self.currentIndex().isValid() and first is not None:
            self.select(first)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.stand()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._go()
        elif event.key() in (*ENTER, Qt.Key.Key_F2):
            self._enter()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):  # Qt would go to the ends of the row
            last = self._notes.rowCount() - 1
            self.setCurrentIndex(self._notes.index(0 if event.key() == Qt.Key.Key_Home else last, 0))
        else:
            super().keyPressEvent(event)
