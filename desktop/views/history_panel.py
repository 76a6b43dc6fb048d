"""The history: who changed what and when, of the whole library or of one record; and what was removed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from db import Cancel, Changes, dates
from db.errors import BadValue, KnownError
from db.references import Record
from desktop.commands import history as commands
from desktop.models.local_time import end_of
from desktop.models.step_list import RemovedListModel, StepListModel, kind_word
from desktop.session import Session
from desktop.theme import theme
from desktop.trail import Address
from desktop.views.history_details import HistoryDetails
from desktop.views.step_list import StepListView
from desktop.widgets.compound import Compound
from desktop.widgets.empty_note import EmptyNote
from desktop.widgets.page_layout import MARGIN
from desktop.widgets.plain_text import plain_label
from desktop.widgets.rest_stack import RestStack

NOTHING = (
    "Nothing has been changed yet. What you change, add or remove is listed here, and each step can be taken back."
)
NOTHING_OF = "Nothing of this has been changed yet."
NOTHING_REMOVED = "Nothing is removed. A record that you remove is listed here, and can be put back at any time."


class HistoryPanel(Compound):
    """The steps above, newest first, and below them the details of the one that is chosen."""

    go_requested = Signal(Address)
    edit_requested = Signal(list)
    said = Signal(str)
    pointed = Signal(str)
    """What the link says on which the mouse or the keyboard is; empty on none."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._record: Record | None = None
        self._reading: Cancel | None = None
        self._stale = True
        """Whether all is to be read before it is seen."""
        self._missed = False
        """Whether something changed while this was not seen."""
        self._steps, self._removed = StepListModel(session, self), RemovedListModel(session, self)
        self._kicker = plain_label(name="kicker", parent=self)
        self._title = plain_label("History", "pageTitle", self)
        self._title.setWordWrap(True)
        self.switch = QTabBar(self, drawBase=False, expanding=False)
        self.switch.setAccessibleName("Changes or removed records")
        for label in ("Changes", "Removed records"):
            self.switch.addTab(label)
        self.date = QLineEdit(self)
        self.steps = StepListView(self._steps, "Steps of the history", self)
        self.removed = StepListView(self._removed, "Removed records", self)
        self.details = HistoryDetails(session, self)
        self._empty = EmptyNote(self)
        self._lists = QStackedWidget(self)
        self._whole = RestStack(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._as_it_was = plain_label("As it was on", "hint", self)
        self._as_it_was.setBuddy(self.date)
        self.date.setAccessibleName("Show the record as it was on a date")
        self.date.setPlaceholderText("16 March 2018")
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.switch)
        bar.addStretch(1)
        bar.addWidget(self._as_it_was)
        bar.addWidget(self.date)
        head = self._head = QVBoxLayout()
        head.setContentsMargins(MARGIN, 16, MARGIN, 6)
        head.setSpacing(4)
        for label in (self._kicker, self._title):
            head.addWidget(label)
        head.addLayout(bar)
        for view in (self.steps, self.removed):
            self._lists.addWidget(view)
        split = self._split = QSplitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self._lists)
        split.addWidget(self.details)
        split.setSizes([400, 500])
        for part in (split, self._empty):
            self._whole.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._whole, 1)

    def _connect(self) -> None:
        self._session.opened.connect(self._begin)
        self._session.changed.connect(self._changed)
        self._steps.shown.connect(self._say_if_empty)
        self._removed.shown.connect(self._say_if_empty)
        self.switch.currentChanged.connect(self._switch)
        self.date.returnPressed.connect(self._show_date)
        self.date.textEdited.connect(lambda _: self.details.why.hide())
        self.steps.chosen.connect(self._show_step)
        self.removed.chosen.connect(self._show_removed)
        for view in (self.steps, self.removed):
            view.entered.connect(self.details.page.setFocus)
        self.details.left.connect(self.setFocus)
        self.details.record_pressed.connect(lambda record: self.edit_requested.emit([record]))
        self.details.passage_pressed.connect(lambda link: self.go_requested.emit(Address("", "source", link)))
        self.details.history_requested.connect(self._go_to_history)
        self.details.step_requested.connect(self._go_to_step)
        self.details.take_back_requested.connect(self.take_back)
        self.details.restore_requested.connect(self.restore)
        self.details.said.connect(self.said)
        self.details.page.pointed.connect(self.pointed)

    def show_target(self, target: str) -> None:
        """Show the history of `record:KIND:UID`, with its title above; without a target, that of the library."""
        what, _, rest = target.partition(":")
        record = Record(*rest.split(":", 1)) if what == "record" and ":" in rest else None
        self._title.show()
        self._kicker.setVisible(record is not None)
        self._set_record(record)
        if record:
            self._kicker.setText(f"History of {kind_word(record.kind)}")
            self._read_title()
        else:
            self._title.setText("History")

    def show_record(self, record: Record | None) -> None:
        """Show the history of a record that the page around this names, or of the library."""
        for label in (self._kicker, self._title):
            label.hide()
        self._head.setContentsMargins(MARGIN, 8, MARGIN, 6)
        self._set_record(record)

    def take_back(self, revision: int) -> None:
        """Take back a step; why it cannot be is said beside the button."""
        commands.take_back(self._session, revision, failed=self._refused)

    def restore(self, record: Record) -> None:
        """Put a removed record back; why it cannot be is said beside the button."""
        commands.restore(self._session, record, lambda _: self.setFocus(), self._refused)

    def view(self) -> QWidget:
        """What takes the focus."""
        if self._whole.currentWidget() is self._empty:
            return self._empty
        return self.removed if self.switch.currentIndex() else self.steps

    def redraw(self) -> None:
        """Show everything in the present look."""
        for view in (self.steps, self.removed):
            view.fit()
        self.date.setFixedWidth(theme.px(150))
        self.details.redraw()

    def _set_record(self, record: Record | None) -> None:
        for widget in (self._as_it_was, self.date):
            widget.setVisible(record is not None)
        if record != self._record or self._stale:
            self._record = record
            self.date.clear()
            self._read_all()

    def _read_all(self) -> None:
        """Begin with the history of the record anew; not before it is seen."""
        self._stale = not self.isVisible() or not self._session.is_open
        if not self._stale:
            self._missed = False
            self.details.clear()
            self.redraw()
            for view in (self.steps, self.removed):
                view.choose(None)
            self._steps.show_record(self._record)
            self._removed.show_record(self._record)

    def _begin(self) -> None:
        """Let go of the library before."""
        self._record = None
        self._read_all()

    def _changed(self, _: Changes) -> None:
        if self.isVisible() and not self._stale:
            self._refresh()
        else:
            self._missed = True

    def _refresh(self) -> None:
        """Read again; what is chosen and shown stays."""
        self._missed = False
        self._read_title()
        self._steps.refresh()
        self._removed.refresh()
        self.details.refresh()

    def _read_title(self) -> None:
        """Show what the record is called now, or was called last."""
        if self._reading:
            self._reading()
        if (record := self._record) and not self._title.isHidden():
            self._reading = self._session.read(lambda library, _: library.history.title(record), self._name)

    def _name(self, title: str) -> None:
        self._title.setText(title or "This record was never in the library")

    def _switch(self, at: int) -> None:
        """Show the steps, or the removed records."""
        view = self.removed if at else self.steps
        self._lists.setCurrentWidget(view)
        self._say_if_empty()
        self.details.clear()
        view.tell()

    def _say_if_empty(self) -> None:
        """A sentence in place of an empty list."""
        removed = bool(self.switch.currentIndex())
        empty = not (self._removed if removed else self._steps).rowCount()
        if empty:
            self._empty.say(NOTHING_REMOVED if removed else NOTHING_OF if self._record else NOTHING, "")
            self.details.clear()
        self._whole.turn_to(self._empty if empty else self._split)

    def _show_step(self, revision: int) -> None:
        if not self.switch.currentIndex():
            self.details.show_step(revision, self._record)

    def _show_removed(self, _: int) -> None:
        removed = self._removed.removed(self.removed.currentIndex().row())
        if self.switch.currentIndex() and removed:
            self.details.show_removed(removed)

    def _show_date(self) -> None:
        """Show the record as it was at the end of the date in the field."""
        try:
            date = dates.read(self.date.text())
        except BadValue as error:
            self.details.refuse(str(error))
            return
        if self._record:
            self.details.show_then(self._record, end_of(date), date)

    def _go_to_step(self, revision: int) -> None:
        """Choose another step in the list; one that is not of this record is shown in the library's history."""
        self.switch.setCurrentIndex(0)
        self.steps.choose(revision)
        if self._steps.index_of(revision).isValid():
            return
        self.details.show_step(revision, None)

    def _go_to_history(self, record: Record) -> None:
        self.go_requested.emit(Address("", "history", f"record:{record.kind}:{record.uid}"))

    def _refused(self, error: KnownError) -> None:
        self.details.refuse(str(error))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read_all()
        elif self._missed:
            self._refresh()
