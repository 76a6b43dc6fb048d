"""For what a passage is cited: a record, one of its fields, and whether the passage states it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from db import Cancel, KnownError, Library, cite_targets, source_page
from db.cite_targets import FieldLine
from db.errors import Gone
from db.passages import Passage
from db.record_lines import RecordLine
from db.references import Record
from db.values import count, short
from db.vocabulary import RELATIONS
from desktop.commands import passages as commands
from desktop.models.record_list import RecordListModel
from desktop.pages.field_words import in_words
from desktop.session import Session
from desktop.theme import theme
from desktop.views.pick_list import PickList
from desktop.widgets.plain_text import plain_label
from desktop.widgets.search_field import SearchField

LONGEST = 400  # characters of the passage, and of a value, that are shown
WORDS = {"states": "It states this", "contradicts": "It contradicts this", "inferred": "This is inferred from it"}
NOTHING = "No record has these words. Try a name, a title, or the words of an outcome or quote."


class CiteDialog(QDialog):
    """Down leads from the field to the records, Enter on to the fields, and Enter again cites."""

    def __init__(self, session: Session, passage: Passage, meeting: str, parent: QWidget | None = None) -> None:
        """`meeting` is the uid of the one at hand; it may be empty."""
        super().__init__(parent)
        self._session, self._passage, self._meeting = session, passage, meeting
        self._busy = False
        self.setWindowTitle("Cite the passage")
        self._words = plain_label(name="hint", parent=self)
        self._words.setWordWrap(True)
        self.search = SearchField("Find a record", "Any record, by the words of its title", self)
        self._record_model, self._field_model = RecordListModel(session, self), RecordListModel(session, self)
        self.records = PickList(self._record_model, "Records", self)
        self.fields = PickList(self._field_model, "What of it", self)
        self._relations = QButtonGroup(self)
        self.relations = {name: QRadioButton(WORDS[name], self) for name in RELATIONS}
        self._problem = plain_label(name="problem", parent=self)
        self._problem.setWordWrap(True)
        self.cite_button = QPushButton("Cite", self)
        self.cancel_button = QPushButton("Cancel", self)
        self._lay_out()
        self._connect()
        self._reading = session.read(lambda library, cancel: _words(library, passage, cancel), self._show_words)
        self._find()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(10)
        layout.addWidget(plain_label("For what is this passage cited?", "paneTitle", self))
        layout.addWidget(self._words)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.addWidget(self.search, 0, 0)
        grid.addWidget(plain_label("What of it", "fieldLabel", self), 0, 1)
        grid.addWidget(self.records, 1, 0)
        grid.addWidget(self.fields, 1, 1)
        layout.addLayout(grid, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        for button in self.relations.values():
            self._relations.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self._problem)
        buttons = QHBoxLayout()
        hint = plain_label("It counts as read in the source. One step: Undo takes it back.", "hint", self)
        hint.setWordWrap(True)
        buttons.addWidget(hint, 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.cite_button)
        layout.addLayout(buttons)
        self.relations["states"].setChecked(True)
        self.cite_button.setDefault(True)
        self.resize(QSize(theme.px(820), theme.px(600)).boundedTo(self.screen().availableSize() * 0.9))

    def _connect(self) -> None:
        self.search.searched.connect(self._find)
        self.search.moved_down.connect(self.records.setFocus)
        self.records.chosen.connect(self._read_fields)
        self.records.taken.connect(self.fields.setFocus)
        self.fields.taken.connect(self.cite)
        self._record_model.shown.connect(self._say_nothing)
        self.cite_button.clicked.connect(self.cite)
        self.cancel_button.clicked.connect(self.reject)
        self._session.opened.connect(self.reject)
        self.finished.connect(self._stop)
        self.finished.connect(self.deleteLater)

    @property
    def relation(self) -> str:
        """How the passage bears on the value."""
        return next(name for name, button in self.relations.items() if button.isChecked())

    def cite(self) -> None:
        """Cite the passage for what is chosen; the dialog closes when that is stored."""
        record, field = self.records.line(), self.fields.line()
        if self._busy or not record or not record.record:
            return
        column = field.record.uid if field and field.record else ""
        self._busy = True
        commands.cite(
            self._session, self._passage, record.record, field=column or None, relation=self.relation,
            done=lambda _: self.accept(), failed=self._fail,
        )  # fmt: skip

    def _stop(self) -> None:
        """Read nothing more: what would be filled is about to go."""
        self._reading()
        for model in (self._record_model, self._field_model):
            model.show(None)

    def _fail(self, error: KnownError) -> None:
        self._busy = False
        self._problem.setText(str(error))

    def _find(self) -> None:
        meeting, text = self._meeting, self.search.text()
        self._record_model.show(lambda library, cancel: cite_targets.offered(library, meeting, text, cancel))

    def _say_nothing(self, _count: int, total: int) -> None:
        self._problem.setText("" if total or not self.search.text().strip() else NOTHING)
        self.cite_button.setEnabled(bool(total))
        if not total:
            self._field_model.show(lambda _library, _cancel: [])

    def _read_fields(self, line: RecordLine) -> None:
        if line.record:
            record = line.record
            self._field_model.show(lambda library, cancel: _fields(library, record, cancel))

    def _show_words(self, words: str) -> None:
        self._words.setText(words)


def _words(library: Library, passage: Passage, cancel: Cancel) -> str:
    """The passage as the head of the dialog shows it."""
    try:
        words = source_page.text(library, passage.source, cancel)[passage.starts : passage.ends]
    except Gone as gone:
        return str(gone)
    words = " ".join(words.split())
    return f"“{words if len(words) <= LONGEST else words[: LONGEST - 1] + '…'}”"


def _fields(library: Library, record: Record, cancel: Cancel) -> list[RecordLine]:
    """The fields of a record as lines; none when it is gone."""
    try:
        return [_field_line(record.kind, one) for one in cite_targets.fields(library, record, cancel)]
    except Gone:
        return []


def _field_line(kind: str, one: FieldLine) -> RecordLine:
    value = in_words(kind, one.column or "", one.value) if one.column else one.value
    cited = count(one.cited, "citation", "citations") if one.cited else ""
    shown = "not known" if value is None else short(value)
    return RecordLine(Record("field", one.column or ""), "", 0, "", one.label, shown, tail=cited)
