"""The page Likely twins: parties and people that may be one under two names, sources that may be one document."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from db import Changes
from db.references import Record
from desktop.commands import merging
from desktop.models.twins_list import STALE, TwinsListModel
from desktop.session import Session
from desktop.trail import Address
from desktop.views.row_list import RowListView
from desktop.views.twins_list_delegate import TwinsListDelegate
from desktop.widgets.compound import Compound
from desktop.widgets.empty_note import EmptyNote
from desktop.widgets.flow_layout import flow_row
from desktop.widgets.page_layout import lay_out_page
from desktop.widgets.plain_text import plain_label
from desktop.widgets.rest_stack import RestStack

PURPOSE = (
    "Two records whose names are nearly alike, or two sources with one address, one DOI, or one title and day. Enter "
    "shows what would become of them if you made them one; Delete says that they are two, and takes that back."
)
LOOKING = "Comparing records …"
NONE = (
    "No two parties or people have nearly the same name, and no two sources seem to be one document. To merge others, "
    "also topics and tags, choose Merge in their list."
)
ARE_TWO, MAY_BE_ONE = "They are two", "They may be one"
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TwinsPanel(Compound):
    """A list of pairs; Enter, a double click or a button asks to merge one, Delete or a button keeps it apart."""

    merge_requested = Signal(Record, Record)
    go_requested = Signal(Address)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._stale = True
        self._wanted: Record | None = None
        self._model = TwinsListModel(session, self)
        self.list = TwinsListView(self._model, self)
        self.look = QPushButton("Compare the two", self)
        self.part = QPushButton(ARE_TWO, self)
        self._count = plain_label(name="count", parent=self)
        self._empty = EmptyNote(self)
        self._stack = RestStack(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.list)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        hint = plain_label(PURPOSE, "hint", self)
        hint.setWordWrap(True)
        lay_out_page(
            self,
            plain_label("Likely twins", "pageTitle", self),
            self._count,
            hint,
            flow_row(self, 6, self.look, self.part),
            below=self._stack,
        )

    def _connect(self) -> None:
        self.list.entered_pair.connect(self._ask)
        self.list.doubleClicked.connect(self._ask)
        self.look.clicked.connect(self._ask)
        self.part.clicked.connect(self._part_or_join)
        self.list.parted_pair.connect(self._part_or_join)
        self.list.selectionModel().currentChanged.connect(self._name_part)
        self._model.modelReset.connect(self._name_part)
        self._model.shown.connect(self._shown)
        self._session.changed.connect(self._changed)
        self._session.opened.connect(self._begin)

    def show_target(self, target: str) -> None:
        """Choose the pair in which the record of an address is, now or as soon as it is found."""
        kind, _, rest = target.partition(":")
        self._wanted = Record(*rest.split(":", 1)) if kind == "record" and ":" in rest else None
        self._choose(0)

    def view(self) -> QWidget:
        """What takes the focus."""
        return self.list if self._stack.currentWidget() is self.list else self._empty

    def redraw(self) -> None:
        """Show the list in the present look."""
        self.list.fit()
        self.list.viewport().update()

    def _ask(self) -> None:
        records = self._model.records(self.list.currentIndex())
        if records:
            self.merge_requested.emit(*records)

    def _part_or_join(self) -> None:
        pair, records = self._model.pair(self.list.currentIndex()), self._model.records(self.list.currentIndex())
        if pair and records:
            command = merging.keep_apart_no_more if pair.apart else merging.keep_apart
            command(self._session, *records, lambda _: self._read())

    def _name_part(self) -> None:
        pair = self._model.pair(self.list.currentIndex())
        self.part.setText(MAY_BE_ONE if pair and pair.apart else ARE_TWO)

    def _begin(self) -> None:
        """Let go of the library before."""
        self._model.clear()
        self._say(LOOKING)
        self._stale = True
        if self.isVisible():
            self._read()

    def _changed(self, changes: Changes) -> None:
        if changes.touch(*STALE):
            self._stale = True
            if self.isVisible():
                self._read()

    def _read(self) -> None:
        self._stale = False
        if not self._model.rowCount():
            self._say(LOOKING)
        self._model.reload()

    def _shown(self, likely: int, apart: int) -> None:
        told = [f"{likely:,} {'pair' if likely == 1 else 'pairs'}"] * bool(likely or apart)
        self._count.setText(" · ".join(told + [f"{apart:,} kept apart"] * bool(apart)))
        if not likely + apart:
            self._say(NONE)
            return
        self.look.setEnabled(True)
        self.part.setEnabled(True)
        self._stack.turn_to(self.list)
        self._choose(self.list.row)

    def _choose(self, row: int) -> None:
        """Choose the pair that is wanted, else one at a row; after a merge that is the next."""
        if not self._model.rowCount():
            return
        wanted = self._model.index_of(self._wanted) if self._wanted else QModelIndex()
        self._wanted = None
        self.list.choose(wanted if wanted.isValid() else self._model.index(min(row, self._model.rowCount() - 1)))

    def _say(self, sentence: str) -> None:
        self._empty.say(sentence, "")
        self._stack.turn_to(self._empty)
        if self.window().focusWidget() in (self.look, self.part):
            self.setFocus()
        self.look.setEnabled(False)
        self.part.setEnabled(False)
        self._count.clear()

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._read()
        super().showEvent(event)


class TwinsListView(RowListView):
    """The list itself."""

    entered_pair = Signal()
    """Enter was pressed on a pair."""
    parted_pair = Signal()
    """Delete was pressed on a pair."""

    def __init__(self, model: TwinsListModel, parent: QWidget | None = None) -> None:
        super().__init__(model, TwinsListDelegate, "Likely twins", parent)
        self.row = 0
        self.selectionModel().currentChanged.connect(self._keep)

    def choose(self, index: QModelIndex) -> None:
        """Choose a pair."""
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _keep(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row = index.row()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.choose(self.model().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.entered_pair.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.parted_pair.emit()
        else:
            super().keyPressEvent(event)
