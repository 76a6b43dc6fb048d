"""The suggestions of a source as a list shows them, with what was decided about each."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from db.new_names import New
from db.speech.people import SEVERAL
from db.speech.source_speech import Found
from desktop.models import speaker_doubt
from desktop.models.suggestion_choices import REJECTED, STORED, Choice, Choices

ROW = Qt.ItemDataRole.UserRole + 1
ROOT = QModelIndex()
UNSURE = 0.75  # confidence below which a suggestion is to be looked at closely
FORM_WORDS = {"direct": "verbatim", "indirect": "reported"}

Index = QModelIndex | QPersistentModelIndex


class SuggestionRow(NamedTuple):
    """A suggestion and what is chosen for it."""

    found: Found
    choice: Choice

    @property
    def state(self) -> str:
        """What became of it, in one word; empty while it is open."""
        return STORED if self.found.stored else self.choice.verdict

    @property
    def speaker(self) -> str:
        """The speaker by name: as the library has it, else as the text has it; empty where several fit."""
        if isinstance(self.choice.speaker, New):
            return self.choice.speaker.name
        in_text = "" if self.found.match.doubt == SEVERAL else self.found.suggestion.speaker
        return self.choice.called or in_text

    @property
    def is_known(self) -> bool:
        """Whether the speaker is a person of the library."""
        return isinstance(self.choice.speaker, str)


class SuggestionListModel(QAbstractListModel):
    """Rows of SuggestionRow, in the order of the text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices: Choices | None = None
        self._rows: list[Found] = []
        self._form: str | None = None
        self._state: str | None = None

    @property
    def choices(self) -> Choices | None:
        """What is decided about the text that is shown; None when none is."""
        return self._choices

    def show(self, choices: Choices | None) -> None:
        """Show other suggestions, or none."""
        self._choices = choices
        self._fill()

    def narrow(self, form: str | None, state: str | None) -> None:
        """Show only suggestions of a form, and those in a state: open, accepted, rejected or stored."""
        self._form, self._state = form, state
        self._fill()

    def row(self, index: Index) -> SuggestionRow | None:
        """The suggestion of a row."""
        if not index.isValid() or self._choices is None:
            return None
        found = self._rows[index.row()]
        return SuggestionRow(found, self._choices.of(found))

    def index_of(self, found: Found) -> QModelIndex:
        """The row of a suggestion; an invalid index when it is not shown."""
        at = next((at for at, one in enumerate(self._rows) if one.key == found.key), -1)
        return self.index(at) if at >= 0 else QModelIndex()

    def judge(self, index: Index, verdict: str) -> None:
        """Accept or reject the suggestion of a row, or take that back."""
        row = self.row(index)
        if row and self._choices and not row.found.stored:
            self._choices.judge(row.found, verdict)
            self._changed(index)

    def change(self, found: Found, choice: Choice) -> None:
        """Put another choice in the place of the present one."""
        if self._choices:
            self._choices.put(found, choice)
            if found.match.maybe and self._rows:  # who is meant is said for others too
                self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
            else:
                self._changed(self.index_of(found))

    def next_open(self, row: int) -> int:
        """The next row, from one on and round, about which nothing is decided; the row itself when there is none."""
        count = len(self._rows)
        for step in range(1, count + 1):
            at = (row + step) % count
            shown = self.row(self.index(at))
            if shown and not shown.state:
                return at
        return min(row, count - 1)

    def _changed(self, index: Index) -> None:
        if index.isValid():
            self.dataChanged.emit(index, index)

    def _fill(self) -> None:
        self.beginResetModel()
        choices = self._choices
        self._rows = [one for one in choices.speech.found if self._lets_through(one, choices)] if choices else []
        self.endResetModel()

    def _lets_through(self, one: Found, choices: Choices) -> bool:
        row = SuggestionRow(one, choices.of(one))
        if self._form and row.choice.form != self._form:
            return False
        return row.state == self._state if self._state is not None else not (one.rejected and row.state == REJECTED)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            speaker, doubt = row.speaker or "speaker not known", speaker_doubt.remark(row.found, row.choice)
            said = [row.state, speaker, doubt, FORM_WORDS[row.choice.form], row.choice.words[:300]]
            return ", ".join(part for part in said if part)
        return None


def remarks(row: SuggestionRow) -> list[str]:
    """What the last line of a row says: the form, whether to look closely, who the speaker is to the library."""
    said = [FORM_WORDS[row.choice.form]]
    if doubt := speaker_doubt.remark(row.found, row.choice):
        said.append(doubt)
    elif isinstance(row.choice.speaker, New):
        said.append(speaker_doubt.NEW)
    elif row.speaker and not row.is_known:
        said.append("not among the people of this library")
    sure = row.found.suggestion.confidence if row.choice.settled else row.found.confidence
    if sure < UNSURE and not row.state:
        said.append("look closely")
    if row.choice.held_at:
        said.append(row.choice.held_at)
    return said
