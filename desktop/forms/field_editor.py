"""What every field of a form is: a label, an editor, a word for “not known”, and room to say what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.widgets.link_row import LinkRow
from desktop.widgets.plain_text import HeadLabel, plain_label
from desktop.widgets.tab_order import lead_through, stops_in

Names = Mapping[tuple[str, str], str]
"""Names of other records, by kind and uid."""


class FieldEditor(QWidget):
    """One field; a subclass puts an editor in with `hold` and answers for its value."""

    edited = Signal()
    """The person changed what is in the field."""
    left = Signal()
    """The focus went elsewhere, or something was chosen: what is in the field counts."""
    further = Signal()
    """A further record was wished for, and what is in the field has been looked for since."""
    walks = False
    """Whether keys lead through values that are not meant on the way to another."""

    def __init__(self, label: str, unknown: str = "", parent: QWidget | None = None) -> None:
        """`unknown` is the word for having no value; empty when there must be one."""
        super().__init__(parent)
        self.label = label
        self._inside: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self.none = QToolButton(self)
        self.none.setText(unknown)
        self.none.setCheckable(True)
        self.none.hide()
        self.none.setObjectName("unknown")
        self.none.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.none.setAccessibleName(f"{label}: {unknown}")
        self.none.clicked.connect(self._choose_none)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        self._name = HeadLabel(label, "fieldLabel", self)
        self._marks = LinkRow(self)
        self._origin = plain_label(name="origin", parent=self)
        self._origin.setContentsMargins(8, 0, 0, 0)
        self._origin.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._origin.hide()
        head.addWidget(self._name)
        head.addWidget(self._marks, 100)
        head.addWidget(self._origin, 100)
        head.addStretch(1)
        head.addWidget(self.none)
        self._layout.addLayout(head)
        self._problem = plain_label(name="problem", parent=self)
        self._problem.setWordWrap(True)
        self._problem.hide()

    @property
    def looks_up(self) -> bool:
        """Whether what was typed before the field was left is still looked for."""
        return False

    def hold(self, editor: QWidget, focus: QWidget | None = None) -> None:
        """Take in the widget to edit with; `focus` is the part of it that is typed in, when it is not the whole."""
        self._inside = focus or editor
        self._inside.setAccessibleName(self.label)
        self._inside.installEventFilter(self)
        self.setFocusProxy(self._inside)
        self._name.setBuddy(self._inside)
        self._layout.addWidget(editor)
        self._layout.addWidget(self._problem)
        self._choices = LinkRow(self)  # made after the editor, for the key Tab comes to it after that
        self._layout.addWidget(self._choices)

    def hint(self, words: str) -> None:
        """Say in the field, while it is empty, what goes into it."""
        if isinstance(self._inside, QLineEdit | QPlainTextEdit):
            self._inside.setPlaceholderText(words)

    def show_value(self, value: Any, names: Names, /) -> None:
        """Show a stored value; `names` has those of the records that it may name."""
        raise NotImplementedError

    def value(self) -> Any:
        """What is in the field, as the verbs take it; BadValue in words when it can be no value."""
        raise NotImplementedError

    def text(self) -> str:
        """What is in the field as people read it."""
        raise NotImplementedError

    def show_text(self, text: str) -> None:
        """Put a text into the field, as if it had been typed."""
        raise NotImplementedError

    def draft(self) -> str:
        """What is in the field as it stands, to be kept as a draft."""
        return self.text()

    def show_draft(self, draft: str) -> None:
        """Put a draft back into the field, as if it had been typed."""
        self.show_text(draft)

    def set_read_only(self, read_only: bool) -> None:
        """Let the field be looked at only."""
        raise NotImplementedError

    def set_problem(self, sentence: str, choices: Mapping[str, Callable[[], object]] | None = None) -> None:
        """Say below the field what is wrong, and what can be done about it; an empty sentence takes that away."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._choices.offer((choices or {}).items())
        if self._inside:
            self._inside.setAccessibleDescription(sentence)
            lead_through([self._inside, *stops_in(self._choices)])

    def focus_choice(self) -> None:
        """Put the focus on the first of what can be done about what is wrong, else into the field."""
        shown = (stop for stop in stops_in(self._choices) if not stop.isHidden())
        next(shown, self).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_marks(self, marks: Sequence[tuple[str, Callable[[], object]]], tips: Sequence[str]) -> None:
        """Show small numbers beside the label that lead to the sources of the value; what each says in a tip."""
        self._marks.offer(marks, tips, by_key=False)

    def set_origin(self, words: str) -> None:
        """Say beside the label where the value came from; empty words take that away."""
        self._origin.setText(words)
        self._origin.setVisible(bool(words))
        if self._inside and not self.problem():
            self._inside.setAccessibleDescription(words)

    def origin(self) -> str:
        """The words beside the label."""
        return "" if self._origin.isHidden() else self._origin.text()

    def problem(self) -> str:
        """The sentence below the field; empty when there is none."""
        return "" if self._problem.isHidden() else self._problem.text()

    def holds_focus(self) -> bool:
        """Whether one is typing in the field."""
        return self._inside is not None and self._inside.hasFocus()

    def refresh_none(self) -> None:
        """Show the word for having no value where there is none, and as a choice while the field has the focus."""
        if self.none.text():
            empty = not self.text()
            self.none.setChecked(empty)
            self.none.setVisible(empty or self.holds_focus())

    def _choose_none(self) -> None:
        if self.text():
            self.show_text("")
            self.left.emit()
        self.refresh_none()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inside and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            assert isinstance(event, QFocusEvent)
            self.refresh_none()
            if event.type() == QEvent.Type.FocusOut and event.reason() != Qt.FocusReason.PopupFocusReason:
                self.left.emit()
        return super().eventFilter(watched, event)
