"""The form for several records of one kind: what is chosen in it goes to all of them, as one step."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db import KnownError, vocabulary
from db.references import Record
from db.vocabulary import field_label
from desktop.commands import records as commands
from desktop.forms.field_editor import FieldEditor
from desktop.forms.form_fields import TWO_LETTERS
from desktop.forms.simple_fields import ChoiceField, LineField
from desktop.forms.token_field import TokenField
from desktop.session import Session
from desktop.widgets.plain_text import plain_label

CHOICES = {
    "participation": {"role": vocabulary.ROLE, "attendance": vocabulary.ATTENDANCE},
    "outcome": {"act": vocabulary.ACTS},
    "quote": {"form": vocabulary.FORMS},
    "meeting": {"held": vocabulary.HELD},
    "party": {"kind": vocabulary.PARTY_KINDS},
    "source": {"type": vocabulary.SOURCE_TYPES},
}
"""For each kind the fields that can be set for many at once, to one of a few words."""

LINES = {"source": {"publisher": "The same for all of them", "language": TWO_LETTERS}}
"""Those that can be set to what is typed, each with what its field says while it is empty."""

LEAVE = "leave as they are"


class ManyForm(QWidget):
    """Sets one value for all, and puts topics and tags on all or takes them off."""

    status = Signal(str)
    said = Signal(str)
    settled = Signal()
    """Nothing is on its way to the library any more."""

    def __init__(self, session: Session, records: list[Record], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records = records
        self.in_flight = False
        self._session = session
        self._typed: set[str] = set()
        self.fields: dict[str, FieldEditor] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)

    def begin(self) -> None:
        """Show the fields."""
        hint = plain_label("What you choose goes to all of them, as one step that can be undone.", "hint", self)
        hint.setWordWrap(True)
        self._layout.addWidget(hint)
        kind = self.records[0].kind
        for name, words in CHOICES.get(kind, {}).items():
            self._add(name, ChoiceField(field_label(kind, name), words, LEAVE))
        for name, hint in LINES.get(kind, {}).items():
            line = LineField(field_label(kind, name))
            line.hint(hint)
            self._add(name, line)
        for of in ("topic", "tag") if kind == "outcome" else ("tag",):
            for verb in ("add", "take"):
                label = f"{'Put on all' if verb == 'add' else 'Take off all'}: {of}s"
                self._add(f"{verb}_{of}s", TokenField(self._session, of, label))
        self._layout.addStretch(1)

    def stop(self) -> None:
        """The form is no longer shown; it reads nothing by itself."""

    def focus_first(self) -> None:
        """Put the cursor in the first field."""
        next(iter(self.fields.values())).setFocus()

    def _add(self, name: str, field: FieldEditor) -> None:
        self.fields[name] = field
        field.set_read_only(bool(self._session.library.read_only))
        field.edited.connect(lambda: self._typed.add(name))
        field.left.connect(lambda: self._apply(name))
        self._layout.addWidget(field)

    def _apply(self, name: str) -> None:
        """Do for all what was chosen in a field."""
        try:
            value = self.fields[name].value()
        except KnownError as error:
            self.fields[name].set_problem(str(error))
            return
        if not value or (isinstance(self.fields[name], LineField) and name not in self._typed):
            return
        self._typed.discard(name)
        self.fields[name].set_problem("")
        self.in_flight = True
        self.status.emit("Saving …")
        commands.edit_many(
            self._session,
            self.records,
            {name: value},
            done=lambda _: self._done(name),
            failed=lambda error: self._failed(name, error),
        )

    def _done(self, name: str) -> None:
        self._land()
        self.status.emit("Saved")
        empty: Any = () if isinstance(self.fields[name], TokenField) else None
        if isinstance(self.fields[name], TokenField):
            self.fields[name].show_value(empty, {})

    def _land(self) -> None:
        self.in_flight = False
        self.settled.emit()

    def _failed(self, name: str, error: KnownError) -> None:
        self._land()
        self._typed.add(name)
        self.status.emit("Not saved")
        self.fields[name].set_problem(str(error))
