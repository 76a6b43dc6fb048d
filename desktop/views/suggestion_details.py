"""One suggestion: its words in the text around them, and what is to be stored of it, to be changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from db.errors import BadValue
from db.new_names import New
from db.speech.people import Maybe
from db.speech.shapes import Span
from db.vocabulary import FORMS
from desktop.forms.field_editor import FieldEditor, Names
from desktop.forms.name_field import NameField
from desktop.forms.simple_fields import ChoiceField, LineField
from desktop.models import speaker_doubt
from desktop.models.suggestion_choices import ACCEPTED, REJECTED, Choice
from desktop.models.suggestion_list import SuggestionRow
from desktop.offsets import ShownText
from desktop.session import Session
from desktop.theme import theme
from desktop.views.source_text import SourceText
from desktop.widgets.plain_text import plain_label

AROUND = 700  # characters of the text shown before and after a passage
NARROW = 460  # width in pixels at 100 % below which the fields stand in one column
HINT = "To make other words the quote, select them and press Enter."
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PassageText(SourceText):
    """The text around a passage; Enter takes what is selected for the passage."""

    taken = Signal(tuple)
    left = Signal()
    has_signs = False

    def sizeHint(self) -> QSize:
        """As high as there is room, and never so low that the fields below have to give way."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        QPlainTextEdit.contextMenuEvent(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        selected = self.selection()
        if event.key() in ENTER and event.modifiers() == Qt.KeyboardModifier.NoModifier and selected:
            self.taken.emit(selected)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class SuggestionDetails(QScrollArea):
    """Tells each change as a Choice; nothing is stored by it."""

    changed = Signal(object, object)
    """Of what was found, a Choice in place of the present one."""
    span_chosen = Signal(tuple)
    """Other words are to be the quote: a span of the whole text."""
    judged = Signal(str)
    left = Signal()
    """Escape was pressed: back to the list."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row: SuggestionRow | None = None
        self._whole, self._start, self._narrow = "", 0, False
        self._question: tuple[object, ...] = ()
        self._inside = inside = QWidget(self)
        inside.setObjectName("page")
        self.text = PassageText(inside)
        self.text.setAccessibleName("The words and the text around them")
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.speaker = NameField(session, "person", "Speaker", unknown="not known", parent=inside)
        self.title = LineField("Title of the speaker", "not known", inside)
        self.form = ChoiceField("Speech", FORMS, parent=inside)
        self.meeting = NameField(session, "meeting", "Meeting", unknown="none", makes_new=False, parent=inside)
        self.accept = QPushButton("Accept (A)", inside)
        self.reject = QPushButton("Reject (R)", inside)
        self._hint = plain_label(HINT, "hint", inside)
        self._hint.setWordWrap(True)
        self._lay_out(inside)
        self._connect()
        self.setWidget(inside)

    @property
    def fields(self) -> tuple[FieldEditor, ...]:
        """The fields, in order."""
        return self.speaker, self.title, self.form, self.meeting

    def _lay_out(self, inside: QWidget) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._hint, 1)
        buttons.addWidget(self.accept)
        buttons.addWidget(self.reject)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(24, 8, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(self.text, 1)
        layout.addLayout(buttons)
        layout.addLayout(self._grid)
        self._arrange()

    def _connect(self) -> None:
        self.text.taken.connect(self._take_span)
        self.text.left.connect(self.left)
        self.accept.clicked.connect(lambda: self.judged.emit(ACCEPTED))
        self.reject.clicked.connect(lambda: self.judged.emit(REJECTED))
        for field in self.fields:
            field.left.connect(self._take)

    def show_row(self, row: SuggestionRow | None, text: str, *, may_decide: bool) -> None:
        """Show a suggestion of a text, or none; what may not be decided about can be looked at only."""
        before, self._row = self._row, row
        self._inside.setEnabled(row is not None)
        if row is None:
            return
        again = before is not None and before.found.key == row.found.key and text == self._whole
        self._whole = text
        if not again or before is None or before.choice.span != row.choice.span:
            self._show_text(again=again)
        if not again or before is None or before.choice != row.choice:
            self._fill(row.choice)
        self._offer(row, may_decide and row.found.stored is None)

    def _offer(self, row: SuggestionRow, open_still: bool) -> None:
        """Let be changed what may be, and say on the buttons what was decided."""
        self._ask(row if open_still else None)
        for field in self.fields:
            field.set_read_only(not open_still)
        for button in (self.accept, self.reject):
            button.setVisible(open_still)
        self._hint.setVisible(open_still and not self._narrow)
        self.accept.setText("Accepted (A)" if row.state == ACCEPTED else "Accept (A)")
        self.reject.setText("Rejected (R)" if row.state == REJECTED else "Reject (R)")

    def _ask(self, row: SuggestionRow | None) -> None:
        """Ask below the speaker who is meant, or whether the words of the text are a spelling of that person.

        What is asked already is left alone, with the focus that is on it.
        """
        sentence = speaker_doubt.question(row.found, row.choice) if row else ""
        question = (row and row.found.key, row and row.found.match, sentence)
        if question == self._question and self.speaker.problem() == sentence:
            return
        self._question = question
        acts: dict[str, Callable[[], object]] = {}
        if row and sentence and row.choice.settled:
            acts = {"Do not keep it" if row.choice.kept else "Keep it as a spelling": self._keep_or_not}
        elif row and sentence:
            acts = {words: partial(self._answer, one) for words, one in speaker_doubt.answers(row.found)}
        self.speaker.set_problem(sentence, acts)

    def _answer(self, one: Maybe | None) -> None:
        if self._row:
            self._tell(speaker_doubt.answered(self._row.found, self._row.choice, one))

    def _keep_or_not(self) -> None:
        if self._row:
            self._tell(self._row.choice._replace(kept=not self._row.choice.kept))

    def _tell(self, choice: Choice) -> None:
        """Tell what was chosen; the words that were pressed go, and the focus with them to the list."""
        if self._row:
            self.left.emit()
            self.changed.emit(self._row.found, choice)

    def ask_who(self) -> None:
        """Put the focus on the first of those who may be meant, and show them all where there is room."""
        self.speaker.focus_choice()
        self.ensureWidgetVisible(self.speaker)
        self.ensureWidgetVisible(self._inside.focusWidget() or self.speaker)

    def redraw(self) -> None:
        """Show the suggestion in the present look."""
        self._arrange()
        if self._row:
            self._show_text(again=True)

    def focus_first(self) -> None:
        """Put the cursor in the field for the speaker."""
        self.ensureWidgetVisible(self.speaker)
        self.speaker.setFocus(Qt.FocusReason.OtherFocusReason)

    def needed_height(self) -> int:
        """The height at which nothing has to be scrolled to."""
        return self._inside.minimumSizeHint().height() + theme.px(20)

    def flush(self) -> None:
        """Let what is typed count."""
        self._take()

    def _show_text(self, *, again: bool) -> None:
        assert self._row is not None
        starts, ends = self._row.choice.span
        self._start, end = around(self._whole, starts, ends)
        self.text.show_text(ShownText(self._whole[self._start : end]))
        self.text.set_passage((starts - self._start, ends - self._start))
        if not again:
            self.text.bring_into_view(starts - self._start)

    def _fill(self, choice: Choice) -> None:
        names: Names = {
            ("person", str(choice.speaker)): choice.called,
            ("meeting", str(choice.meeting)): choice.held_at,
        }
        for field in self.fields[1:]:
            field.set_problem("")
        self.speaker.show_value(choice.speaker, names)
        self.title.show_value(choice.title, {})
        self.form.show_value(choice.form, {})
        self.meeting.show_value(choice.meeting, names)

    def _take(self) -> None:
        """Tell what is in the fields, as far as it can be anything."""
        row = self._row
        if row is None or row.found.stored:
            return
        choice, wrong = row.choice, False
        for field, name in zip(self.fields, ("speaker", "title", "form", "meeting"), strict=True):
            try:
                value = field.value()
            except BadValue as error:
                field.set_problem(str(error))
                wrong = wrong or field is self.speaker
                continue
            if field is not self.speaker:
                field.set_problem("")
            if value != getattr(row.choice, name):
                if name == "speaker":
                    called = value.name if isinstance(value, New) else self.speaker.text()
                    choice = speaker_doubt.taken_for(row.found, choice, value, called)
                    continue
                choice = choice._replace(**{name: value})
                if name == "meeting":
                    choice = choice._replace(held_at=self.meeting.text())
        if not wrong:
            self._ask(row)
        if choice != row.choice:
            self.changed.emit(row.found, choice)

    def _take_span(self, span: Span) -> None:
        if self._row and self._row.found.stored is None and self.accept.isVisible():
            self.span_chosen.emit((span[0] + self._start, span[1] + self._start))

    def _arrange(self) -> None:
        """The fields side by side, or one below the other where there is little room."""
        columns = 2 if self.viewport().width() >= theme.px(NARROW) else 1
        if self._grid.property("columns") != columns:
            self._grid.setProperty("columns", columns)
            for at, field in enumerate(self.fields):
                self._grid.addWidget(field, at // columns, at % columns, Qt.AlignmentFlag.AlignTop)
            for column in range(2):
                self._grid.setColumnStretch(column, int(column < columns))
        self._narrow = columns == 1
        self._hint.setVisible(not self._narrow and not self.accept.isHidden())
        self.text.setMinimumHeight(theme.px(96))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def around(text: str, starts: int, ends: int) -> Span:
    """The stretch of a text that is shown around a passage: whole paragraphs, as far as they are not too long."""
    first = text.rfind("\n", max(0, starts - AROUND), starts)
    first = text.rfind("\n", max(0, starts - AROUND), max(0, first - 1)) if first > 0 else first
    last = text.find("\n", ends, ends + AROUND)
    last = text.find("\n", last + 2, ends + AROUND) if last >= 0 else last
    start = first + 1 if first >= 0 else 0 if starts <= AROUND else text.find(" ", starts - AROUND, starts) + 1
    end = last if last >= 0 else len(text) if ends + AROUND >= len(text) else text.rfind(" ", ends, ends + AROUND)
    return max(0, min(start, starts)), max(end, ends)
