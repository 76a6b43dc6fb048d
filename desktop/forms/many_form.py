"""The form for several records of one kind: what is chosen in it goes to all of them, as one step."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db import KnownError, vocabulary
from db.errors import BadValue, Gone
from db.references import Record
from db.vocabulary import field_label
from desktop.commands import records as commands
from desktop.forms.field_editor import FieldEditor
from desktop.forms.form_fields import TWO_LETTERS
from desktop.forms.kept_names import KeptNames
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
SHOWN = 100  # characters of what was put on all that the status says


class ManyForm(QWidget):
    """Sets one value for all, and puts topics and tags on all or takes them off.

    Its fields are wishes and show nothing that is stored: boxes and names are empty again once what was chosen is on
    its way, a line keeps what was typed, to be gone on with.
    """

    status = Signal(str)
    said = Signal(str)
    settled = Signal()
    """Nothing is on its way to the library any more."""
    troubled = Signal(Exception)
    """What was chosen could not be stored for a reason that lies outside of it."""

    def __init__(
        self,
        session: Session,
        records: list[Record],
        typed: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """The form for records; `typed` is what was in the fields before and went to nothing yet."""
        super().__init__(parent)
        self.records = records
        self._session = session
        self._before = typed or {}
        self._writes = 0
        self._sitting = ("", 0)
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
        for name, draft in self._before.items():
            self.fields[name].show_draft(draft)

    @property
    def in_flight(self) -> bool:
        """Whether something is on its way to the library."""
        return self._writes > 0

    def leave(self) -> None:
        """Do for all what was chosen and is not done yet; what is no choice stays."""
        for name in sorted(self._typed):
            self._apply(name)

    def typed(self) -> dict[str, str]:
        """What is in the fields and goes to nothing yet, as they take it back."""
        return {name: self.fields[name].draft() for name in sorted(self._typed) if self.fields[name].text().strip()}

    def open_names(self) -> str:
        """The same in words: names that were typed and neither chosen nor made new; empty when there are none."""
        lines = (line.strip() for name in self.typed() for line in self.fields[name].text().split("\n"))
        return ", ".join(f"“{line[:40]}”" for line in lines if line)

    def stop(self) -> None:
        """The form is no longer shown; it reads nothing by itself."""

    def focus_first(self) -> None:
        """Put the cursor in the first field."""
        next(iter(self.fields.values())).setFocus()

    def _add(self, name: str, field: FieldEditor) -> None:
        self.fields[name] = field
        field.set_read_only(bool(self._session.library.read_only))
        field.edited.connect(lambda: self._edited(name))
        field.left.connect(lambda: self._left(name))
        self._layout.addWidget(field)

    def _edited(self, name: str) -> None:
        self._typed.add(name)
        self.fields[name].set_problem("")
        if self._sitting[0] != name:
            self._sitting = (name, 0)

    def _left(self, name: str) -> None:
        self._apply(name)
        if not self.fields[name].holds_focus():
            self._sitting = ("", 0)

    def _apply(self, name: str) -> None:
        """Do for all what was chosen in a field, once."""
        field = self.fields[name]
        if name not in self._typed or self._session.library.read_only:
            return
        try:
            value = field.value()
        except KnownError as error:
            field.set_problem(str(error))
            return
        self._typed.discard(name)
        if not value:
            return
        words, draft = _words(field), field.draft()
        self._empty(name)
        self._writes += 1
        self.status.emit("Saving …")
        commands.edit_many(
            self._session,
            self.records,
            {name: value},
            into=self._sitting[1] if self._sitting[0] == name else None,
            done=lambda revision: self._done(name, revision, words),
            failed=lambda error: self._failed(name, draft, error),
        )

    def _empty(self, name: str) -> None:
        field = self.fields[name]
        field.set_problem("")
        if not isinstance(field, LineField):
            field.show_value(() if isinstance(field, TokenField) else None, {})

    def _done(self, name: str, revision: int, words: str) -> None:
        if self._sitting[0] == name:
            self._sitting = (name, revision)
        self.status.emit(f"Saved for all. {self.fields[name].label}: {' '.join(words.split())[:SHOWN]}")
        self._land()

    def _failed(self, name: str, draft: str, error: KnownError) -> None:
        """Put back what could not be stored, beside what was chosen since."""
        field = self.fields[name]
        if isinstance(field, TokenField):
            before, now = KeptNames.parse(draft), KeptNames.parse(field.draft())
            field.show_draft(KeptNames((*before.names, *now.names), now.typed).as_text())
        elif not field.text():
            field.show_draft(draft)
        self._typed.add(name)
        field.set_problem(str(error))
        self.status.emit("Not saved")
        if not isinstance(error, BadValue | Gone):
            self.troubled.emit(error)
        self._land()

    def _land(self) -> None:
        self._writes -= 1
        if not self._writes:
            self.settled.emit()


def _words(field: FieldEditor) -> str:
    """What is chosen in a field, as people read it."""
    if isinstance(field, TokenField):
        return ", ".join(field.text().split("\n")[:-1])
    return field.box.currentText() if isinstance(field, ChoiceField) else field.text()
