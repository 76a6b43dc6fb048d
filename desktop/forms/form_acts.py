"""What can be done with the record in the form, as words below it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from db.references import MERGED, Record
from desktop.forms.many_form import ManyForm
from desktop.forms.record_form import RecordForm
from desktop.trail import Address
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.link_row import link


class FormActs(QWidget):
    """Words to press for the record in the form, or for all of several; what is typed is stored before."""

    go_requested = Signal(Address)
    note_requested = Signal(dict)
    """A note on the record, with what is known of it already."""
    merge_requested = Signal(Record)
    duplicate_requested = Signal(list)
    remove_requested = Signal(list)
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form: RecordForm | ManyForm | None = None
        self.buttons: dict[str, QToolButton] = {}
        layout = FlowLayout(self, 14)
        layout.setContentsMargins(0, 0, 0, 0)
        for name, text, act in (
            ("note", "Add note", self.add_note),
            ("history", "History", self._show_history),
            ("merge", "Merge…", lambda: self._ask(self.merge_requested)),
            ("duplicate", "Duplicate", lambda: self._ask_of_all(self.duplicate_requested)),
            ("remove", "Remove", lambda: self._ask_of_all(self.remove_requested)),
        ):
            self.buttons[name] = link(text, act, self)
            layout.addWidget(self.buttons[name])

    def offer(self, form: RecordForm | ManyForm | None, *, may_write: bool) -> None:
        """Show what can be done with what is in a form now; nothing of a record that is not stored yet."""
        self._form = form
        one = isinstance(form, RecordForm)
        stored = form is not None and not (one and form.new)
        fits = {"note": one, "history": one, "merge": one and form.record.kind in MERGED}
        for name, button in self.buttons.items():
            button.setVisible(stored and fits.get(name, True) and (may_write or name == "history"))

    def offer_history(self) -> None:
        """Show nothing but the history: the record is no longer there."""
        for name, button in self.buttons.items():
            button.setVisible(name == "history")

    def add_note(self) -> None:
        """Begin a note on the record, or on the field in which the cursor is; a new record is stored first."""
        form = self._form
        if not isinstance(form, RecordForm):
            self.said.emit("A note stands on one record: choose one alone.")
        elif not form.new:
            known: dict[str, Any] = {"record": tuple(form.record)}
            if field := form.column_in_focus():
                known["field"] = field
            self.note_requested.emit(known)
        else:
            form.leave()
            if form.in_flight:
                once = Qt.ConnectionType.SingleShotConnection
                form.settled.connect(lambda: self._note_on_settled(form), once)
            else:
                self.said.emit("A note stands on a record that is saved: fill in what this one needs first.")

    def _note_on_settled(self, form: RecordForm) -> None:
        if form is self._form and not form.new:
            self.add_note()

    def _show_history(self) -> None:
        if self._form:
            self.go_requested.emit(Address("", "history", "record:{}:{}".format(*self._form.records[0])))

    def _ask(self, wish: Any) -> None:
        if self._form:
            self._form.leave()
            wish.emit(self._form.records[0])

    def _ask_of_all(self, wish: Any) -> None:
        if self._form:
            self._form.leave()
            wish.emit(self._form.records)
