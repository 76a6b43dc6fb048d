"""A list of records to choose from: one to edit, several to edit together, with keys for all that can be done."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QDrag, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from db.record_lines import Link
from db.references import Record
from desktop.models.record_list import MOVABLE, RecordListModel
from desktop.theme import theme
from desktop.views.record_list_delegate import RecordListDelegate, draw_carried
from desktop.views.record_menu import ADD_NOTE, FOLLOW, SUGGEST, RecordMenu
from desktop.views.row_links import RowLinks
from desktop.views.row_list import RowListView

ONLY_SELECTED = QItemSelectionModel.SelectionFlag.ClearAndSelect
KEPT_SELECTED = QItemSelectionModel.SelectionFlag.NoUpdate
EDITING = (QKeySequence("F2"), QKeySequence(Qt.Key.Key_Return), QKeySequence(Qt.Key.Key_Enter))


class RecordListView(RowListView):
    """Wishes are told as signals; the list does nothing by itself."""

    chosen = Signal(list)
    """Records that are selected, 60 ms after the last move; where lines open, only when their form is asked for."""
    followed = Signal(list)
    """Records that are selected where lines open: a form that is shown follows."""
    open_requested = Signal(Record)
    form_requested = Signal()
    add_requested = Signal(str, dict)
    insert_requested = Signal()
    remove_requested = Signal(list)
    duplicate_requested = Signal(list)
    merge_requested = Signal(Record)
    note_requested = Signal(Record)
    history_requested = Signal(Record)
    suggestions_requested = Signal(Record)
    move_requested = Signal(list, int)
    link_pressed = Signal(str)
    """The target of a link in a row."""

    def __init__(
        self, model: RecordListModel, name: str, parent: QWidget | None = None, *, opens: bool = False
    ) -> None:
        """With `opens` Enter and a double click open what a line stands for; F2 always leads to its form."""
        super().__init__(model, RecordListDelegate, name, parent)
        self._records, self.opens = model, opens
        self._kept: list[Record] = []
        self._told: list[Record] = []
        self._wanted: list[Record] = []
        self._row, self._in_sight = -1, False
        self._typed, self._since = "", QElapsedTimer()
        self._menu = RecordMenu(self)
        self._timer = QTimer(self, singleShot=True, interval=60)
        self._timer.timeout.connect(self._tell)
        self._links = RowLinks(self)
        self._set_up()
        self._connect()

    def _set_up(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _connect(self) -> None:
        self.customContextMenuRequested.connect(self._show_menu)
        self.selectionModel().selectionChanged.connect(self._selected_otherwise)
        self.doubleClicked.connect(self._open)
        self.clicked.connect(self._click)
        self._records.modelAboutToBeReset.connect(self._keep)
        self._records.modelReset.connect(self._restore)
        self._records.move_requested.connect(self.move_requested)
        self._links.pressed.connect(self._press_link)

    def selected(self) -> list[Record]:
        """The records that are selected, from top to bottom."""
        return self._records.records(self._selected_rows())

    def current(self) -> Record | None:
        """The record at which the cursor stands."""
        return self._records.record(self.currentIndex())

    @property
    def is_choosing(self) -> bool:
        """Whether something was chosen of which is not told yet."""
        return self._timer.isActive() and self.selected() != self._told

    def rest(self) -> None:
        """Ask no more for the form of what is chosen: another is shown."""
        self._timer.stop()
        self._told = self.selected()

    def mark(self, *records: Record) -> None:
        """Select the records whose form is shown, now or as soon as they are listed, without asking for their form."""
        self._timer.stop()  # what was chosen before is no longer asked for
        self._told = [*records]
        self.select(*records)

    def select(self, *records: Record) -> None:
        """Select records, now or as soon as they are listed."""
        self._wanted = [*records]
        found = [index for record in records if (index := self._records.index_of(record)).isValid()]
        if found and len(found) == len(records):
            self._wanted = []
            self._set_selected(found)
            self.scrollTo(found[0])

    def _selected_rows(self) -> list[int]:
        spans = self.selectionModel().selection().toList()
        return sorted({row for span in spans for row in range(span.top(), span.bottom() + 1)})

    def _set_selected(self, indexes: list[QModelIndex]) -> None:
        """Select these rows alone; the cursor stands at the last of them."""
        chosen = QItemSelection()
        rows = sorted(index.row() for index in indexes)
        for _, run in groupby(enumerate(rows), lambda placed: placed[1] - placed[0]):
            spanned = [row for _, row in run]
            chosen.select(self._records.index(spanned[0], 0), self._records.index(spanned[-1], 0))
        self.selectionModel().select(chosen, ONLY_SELECTED)
        self.selectionModel().setCurrentIndex(indexes[-1], KEPT_SELECTED)

    def _keep(self) -> None:
        rows = self._selected_rows()
        self._kept = self._records.records(rows) or self._kept
        self._row = rows[0] if rows else self.currentIndex().row()
        self._in_sight = self.viewport().rect().intersects(self.visualRect(self.currentIndex()))

    def _restore(self) -> None:
        """Select what is wanted, else what was selected; where that is gone, the row that took its place."""
        if self._wanted:
            self.select(*self._wanted)
            if not self._wanted:
                return
        found = [index for record in self._kept if (index := self._records.index_of(record)).isValid()]
        if not found and self._kept and not any(map(self._records.holds, self._kept)):
            found, self._wanted = self._nearest(self._row), []
            self._kept = self._records.records(index.row() for index in found)
        if found:
            self.selectionModel().blockSignals(True)
            self._set_selected(found)
            self.selectionModel().blockSignals(False)
            if self._in_sight:
                self.scrollTo(found[-1])
        self.viewport().update()
        if not self._wanted and self.selected() != self._told and self.isVisible():
            self._timer.start()

    def _nearest(self, row: int) -> list[QModelIndex]:
        """The row itself, or the first above it that has a record; none when there was no row."""
        rows = range(min(row, self._records.rowCount() - 1), -1, -1)
        near = (self._records.index(at, 0) for at in rows)
        return next(([index] for index in near if self._records.record(index)), [])

    def _tell(self, *, asked: bool = False) -> None:
        records = self.selected()
        if records and records != self._told:
            self._kept = self._told = records
            (self.followed if self.opens and not asked else self.chosen).emit(records)

    def _click(self, index: QModelIndex) -> None:
        line = self._records.line(index)
        if line and line.add:
            self.add_requested.emit(*line.add)
        elif line:
            self._told = []
            self._timer.start()

    def _open(self, index: QModelIndex) -> None:
        if self._records.record(index):
            self.open_current()

    def open_current(self) -> None:
        """Open the line at which the cursor stands, if lines open; else show its form."""
        record = self.current()
        if self.opens and record:
            self.open_requested.emit(record)
        else:
            self.open_form()

    def links(self) -> tuple[Link, ...]:
        """Where the line at which the cursor stands leads to."""
        line = self._records.line(self.currentIndex())
        return line.links if line else ()

    def follow_first(self) -> None:
        """Go where the first words of the line lead to that lead anywhere."""
        for link in self.links()[:1]:
            self.link_pressed.emit(link.target)

    def _press_link(self, index: QModelIndex, link: Link) -> None:
        self.selectionModel().setCurrentIndex(index, KEPT_SELECTED)
        self.link_pressed.emit(link.target)

    def open_form(self) -> None:
        """Ask for the form of what is selected, and the cursor in it; a row that adds begins a new record."""
        index = self.currentIndex()
        line = self._records.line(index)
        if line and line.add:
            self.add_requested.emit(*line.add)
        elif line:
            if not self.selectionModel().isSelected(index):
                self.selectionModel().select(index, ONLY_SELECTED)
            self._timer.stop()
            self._told = []
            self._tell(asked=True)
            self.form_requested.emit()

    def _go_to_end(self, *, first: bool) -> None:
        """Go to the first or last record; Qt would go to the ends of the row."""
        rows = range(self._records.rowCount())
        indexes = (self._records.index(row, 0) for row in (rows if first else reversed(rows)))
        self.setCurrentIndex(next((index for index in indexes if self._records.line(index)), QModelIndex()))

    def step(self, by: int) -> None:
        """Move what is selected one place up or down."""
        records = self.selected()
        if records and all(record.kind == records[0].kind in MOVABLE for record in records):
            place = self._records.place(records[0]) + by
            if place >= 1:
                self.move_requested.emit(records, place)

    def _show_menu(self, at: QPoint) -> None:
        self._menu.offer(self.selected(), read_only=self._records.read_only)
        self._menu.popup(self.viewport().mapToGlobal(at))

    def _selected_otherwise(self) -> None:
        self._wanted = []
        self._timer.start()

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802
        """Carry a small sign of what is moved, beside the mouse, so that the line where it will stand is seen."""
        indexes = [self._records.index(row, 0) for row in self._selected_rows()]
        moved = [index for index in indexes if self._records.flags(index) & Qt.ItemFlag.ItemIsDragEnabled]
        line = self._records.line(moved[0]) if moved else None
        if line:
            drag = QDrag(self)
            drag.setMimeData(self._records.mimeData(moved))
            words = line.title if len(moved) == 1 else f"{len(moved):,} lines"
            drag.setPixmap(draw_carried(words, self.devicePixelRatioF()))
            drag.setHotSpot(QPoint(-theme.px(12), -theme.px(8)))
            drag.exec(actions)

    def selectAll(self) -> None:  # noqa: N802
        """Select the records of the section in which the cursor is."""
        rows = self._records.section(self.currentIndex())
        if rows:
            first, last = (self._records.index(row, 0) for row in (rows[0], rows[-1]))
            self.selectionModel().select(QItemSelection(first, last), ONLY_SELECTED)

    def keyboardSearch(self, search: str) -> None:
        """Go to the next row with a word that begins as one types."""
        fresh = not self._since.isValid() or self._since.hasExpired(QApplication.keyboardInputInterval())
        self._since.start()
        self._typed = search if fresh else self._typed + search
        index = self._records.row_beginning(self._typed, max(0, self.currentIndex().row() + fresh))
        if index.isValid():
            self.setCurrentIndex(index)

    def stand(self) -> None:
        """Show where the focus is, if it is here: it stands on a record, though that is not chosen by it."""
        if self.hasFocus() and not self.currentIndex().isValid():
            rows = (self._records.index(row, 0) for row in range(self._records.rowCount()))
            first = next((index for index in rows if self._records.record(index)), QModelIndex())
            self.selectionModel().setCurrentIndex(first, KEPT_SELECTED)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.stand()

    def event(self, event: QEvent) -> bool:
        """Here the keys for the form and for notes are about the chosen row, not about what the window shows."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence(event.keyCombination())
            about_one = (keys == ADD_NOTE and len(self.selected()) == 1) or (keys == SUGGEST and self._source())
            if keys in EDITING or about_one:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence(event.keyCombination())
        act = self._acts().get(keys.toString())
        if act:
            act()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def _source(self) -> Record | None:
        """The source at which the cursor stands."""
        one = self.current()
        return one if one and one.kind == "source" else None

    def _acts(self) -> dict[str, Callable[[], object]]:
        """What can be done now, by the keys that do it."""
        records = self.selected()
        acts: dict[str, Callable[[], object]] = {keys.toString(): self.open_current for keys in EDITING}
        acts["F2"] = self.open_form
        acts[FOLLOW] = acts["Ctrl+Enter"] = self.follow_first
        acts["Home"], acts["End"] = lambda: self._go_to_end(first=True), lambda: self._go_to_end(first=False)
        source = self._source()
        if source:
            acts[SUGGEST.toString()] = lambda: self.suggestions_requested.emit(source)
        if self._records.read_only:
            return acts
        acts["Ins"] = self.insert_requested.emit
        acts["Ctrl+Shift+Up"], acts["Ctrl+Shift+Down"] = lambda: self.step(-1), lambda: self.step(1)
        if records:
            acts["Del"] = lambda: self.remove_requested.emit(records)
            acts["Ctrl+D"] = lambda: self.duplicate_requested.emit(records)
        if len(records) == 1:
            acts[ADD_NOTE.toString()] = lambda: self.note_requested.emit(records[0])
        return acts
