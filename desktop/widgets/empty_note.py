"""What an empty pane says: what is missing, and a button for the next step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from desktop.widgets.compound import Compound
from desktop.widgets.plain_text import plain_label


def _gap(height: int) -> QSpacerItem:
    """Room of a height at most: it gives way where a pane is low."""
    return QSpacerItem(0, height, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)


class EmptyNote(Compound):
    """A sentence and at most one button, in the upper half of the pane.

    Where there is none the sentence takes the focus that would else be nowhere; the key Tab does not stop at it.
    """

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = plain_label(name="nothing", parent=self)
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button = QPushButton(self)
        self._button.clicked.connect(self.pressed)
        self._has_button = True
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(0)
        layout.addSpacerItem(_gap(48))
        layout.addWidget(self._label)
        layout.addSpacerItem(_gap(16))
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacerItem(_gap(24))
        layout.addStretch(1)

    def say(self, sentence: str, button: str) -> None:
        """Show a sentence, and a button unless its text is empty."""
        self._label.setText(sentence)
        self._button.setText(button)
        held = self._label.hasFocus() or self._button.hasFocus()
        self._has_button = bool(button)
        if held:
            self.view().show()  # else it would take the focus only later
            self.setFocus()
        self._button.setVisible(self._has_button)

    def view(self) -> QWidget:
        """What takes the focus."""
        return self._button if self._has_button else self._label
