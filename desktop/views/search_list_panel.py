"""The searches that are kept, below the list of meetings; there is nothing to be seen while there are none."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QSizePolicy, QVBoxLayout, QWidget

from db.searches import Search
from desktop.models.search_list import SearchListModel
from desktop.theme import theme
from desktop.views.search_list_delegate import MARGIN, SearchListDelegate
from desktop.widgets.plain_text import plain_label

LEAST_ROWS, MOST_ROWS = 2, 6  # that are shown without scrolling, where there are so many
SHARE = 4  # a list of more rows than two takes at most this part of the pane


class SearchListPanel(QWidget):
    """A heading and the list."""

    def __init__(self, model: SearchListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list = SearchListView(model)
        self._heading = plain_label("Saved searches", "savedHeading", self)
        layout = self._layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.addWidget(self._heading)
        layout.addWidget(self.list)
        self._space()
        self.hide()
        if parent:
            parent.installEventFilter(self)
            self._share(parent.height())
        model.shown.connect(lambda count: self.setVisible(bool(count)))

    def _space(self) -> None:
        self._heading.setContentsMargins(theme.px(MARGIN), 0, theme.px(MARGIN), theme.px(4))
        self._layout.setContentsMargins(0, theme.px(10), 0, theme.px(8))

    def _share(self, height: int) -> None:
        """Take a part of a pane so high."""
        self.list.room = height // SHARE
        self.list.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(event, QResizeEvent):
            self._share(event.size().height())
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._space()


class SearchListView(QListView):
    """The list itself; a click or Enter makes a search again."""

    run_requested = Signal(Search)
    copy_requested = Signal(Search)
    remove_requested = Signal(Search)

    def __init__(self, model: SearchListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room = 0
        """Pixels that it may take."""
        self.setObjectName("side")
        self.setAccessibleName("Saved searches")
        self.setModel(model)
        self.delegate = SearchListDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.clicked.connect(self._run)
        model.shown.connect(self.updateGeometry)

    def mark(self, index: QModelIndex) -> None:
        """Show which search is made now; an invalid index when it is none of them."""
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        else:
            self.clearSelection()

    def rename(self, index: QModelIndex) -> None:
        """Write another name, where it stands."""
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.edit(index)

    def search(self, index: QModelIndex) -> Search | None:
        """The search of a row."""
        model = self.model()
        assert isinstance(model, SearchListModel)
        line = model.line(index)
        return line.search if line else None

    def _run(self, index: QModelIndex) -> None:
        if search := self.search(index):
            self.run_requested.emit(search)

    def _show_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        search = self.search(index)
        if search is None:
            return
        writable = bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
        menu = QMenu(self)
        menu.addAction("Search", lambda: self._run(index))
        menu.addAction("Copy a link", lambda: self.copy_requested.emit(search))
        menu.addAction("Rename", lambda: self.rename(index)).setEnabled(writable)
        menu.addAction("Remove", lambda: self.remove_requested.emit(search)).setEnabled(writable)
        menu.exec(self.viewport().mapToGlobal(at))

    def sizeHint(self) -> QSize:
        most = max(LEAST_ROWS, min(MOST_ROWS, self.room // self.delegate.row_height()))
        rows = min(self.model().rowCount(), most)
        return QSize(super().sizeHint().width(), rows * self.delegate.row_height())

    def minimumSizeHint(self) -> QSize:
        """Room for two rows, where the window is low."""
        rows = min(self.model().rowCount(), LEAST_ROWS)
        return QSize(super().minimumSizeHint().width(), rows * self.delegate.row_height())

    def event(self, event: QEvent) -> bool:
        """F2 is for the name here, and not for the form of a record."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.key() == Qt.Key.Key_F2 or event.matches(QKeySequence.StandardKey.Copy))
        ):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus is always seen: it stands on a search, though that is not made by it."""
        super().focusInEvent(event)
        if not self.selectedIndexes() and self.model().rowCount():
            self.setCurrentIndex(self.currentIndex() if self.currentIndex().isValid() else self.model().index(0, 0))
            self.selectionModel().select(self.currentIndex(), self.selectionModel().SelectionFlag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        search = self.search(self.currentIndex())
        if search is None:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.run_requested.emit(search)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit(search)
        elif event.key() == Qt.Key.Key_F2:
            self.rename(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            if self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
                self.remove_requested.emit(search)
        else:
            super().keyPressEvent(event)
