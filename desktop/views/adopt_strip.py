"""The strip below a page that asks why a reading is to be followed, and says what that means for its field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from db import Cancel, KnownError
from db.values import quoted
from desktop.commands import readings as commands
from desktop.session import Session
from desktop.widgets.plain_text import plain_label, tooltip

if TYPE_CHECKING:
    from db.adopting import Choice, Fit

LONGEST = 10_000  # characters of a reason
BEFORE = "What the field cited before counts as contradicting it from then on. Undo takes all of it back."


class AdoptStrip(QFrame):
    """Hidden until a reading is asked about; Enter follows it, Escape leaves all as it is."""

    asked = Signal(str)
    """It shows what following a reading means; the uid of that."""
    left = Signal()
    """It was closed, with or without a reading being followed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAccessibleName("Follow a reading")
        self._session = session
        self._choice: Choice | None = None
        self._reading: Cancel | None = None
        self._storing = False
        self._about = plain_label(parent=self)
        self._about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.reason = QLineEdit(self, maxLength=LONGEST)
        self.reason.setAccessibleName("Why this reading is followed")
        self.reason.setPlaceholderText("Why this one? It is kept with the reading.")
        self.set_field = QCheckBox(self)
        self._means = plain_label(name="hint", parent=self)
        self._means.setWordWrap(True)
        self._problem = plain_label(name="problem", parent=self)
        self._problem.setWordWrap(True)
        self.follow_button = QPushButton("Follow it", self)
        self.cancel_button = QPushButton("Cancel", self)
        self._lay_out()
        self.reason.returnPressed.connect(self.follow)
        self.follow_button.clicked.connect(self.follow)
        self.cancel_button.clicked.connect(self.close_strip)
        session.opened.connect(self.hide)
        self.hide()

    def _lay_out(self) -> None:
        setting = QHBoxLayout()
        setting.setSpacing(8)
        setting.addWidget(self.set_field, 0, Qt.AlignmentFlag.AlignTop)
        setting.addWidget(self._means, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.follow_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 10, 16, 12)
        layout.setSpacing(6)
        layout.addWidget(self._about)
        layout.addWidget(self.reason)
        layout.addLayout(setting)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)

    def ask(self, uid: str) -> None:
        """Ask why a reading is to be followed, as soon as it is read."""
        from db import adopting  # it can wait until a reading is asked about

        if self._reading:
            self._reading()
        self._reading = self._session.read(lambda library, cancel: adopting.look(library, uid, cancel), self._show)

    def follow(self) -> None:
        """Follow the reading; what forbids it is said here."""
        if not self._choice or self._storing:
            return
        self._storing = True
        self.follow_button.setEnabled(False)
        commands.adopt(
            self._session,
            self._choice.reading.uid,
            self.reason.text().strip() or None,
            set_field=self.set_field.isVisible() and self.set_field.isChecked(),
            done=lambda _: self.close_strip(),
            failed=self._failed,
        )

    def close_strip(self) -> None:
        """Ask no longer."""
        self._settle()
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def _show(self, choice: Choice) -> None:
        self._settle()
        self._choice = choice
        reading, fit = choice.reading, choice.fit
        self._about.setText(f"Follow {quoted(reading.value)}")
        self.reason.setText(reading.reason or "")
        self._problem.hide()
        changes = bool(fit and fit.changes)
        self.set_field.setAccessibleName(meaning(fit))
        self.set_field.setAccessibleDescription(BEFORE if changes else "")
        for part in (self.set_field, self._means):
            part.setToolTip(tooltip(BEFORE if changes else ""))
        self.set_field.setChecked(changes)
        self.set_field.setVisible(changes)
        self._means.setText(meaning(fit))
        self.show()
        self.reason.setFocus()
        self.reason.selectAll()
        self.asked.emit(reading.uid)

    def _settle(self) -> None:
        self._storing = False
        self.follow_button.setEnabled(True)

    def _failed(self, error: KnownError) -> None:
        self._settle()
        self._problem.setText(str(error))
        self._problem.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_strip()
        else:
            super().keyPressEvent(event)


def meaning(fit: Fit | None) -> str:
    """What following a reading means for its field; empty when its point is no single field."""
    if fit is None:
        return ""
    now = quoted(fit.present_told) if fit.present_told else "not known"
    if fit.changes:
        return f"{fit.label}: {now} becomes {quoted(fit.told)}, and cites the same passages."
    if fit.given:
        return "The page says so already."
    return f"This is no single value of the field: {fit.label} stays {now}. Its form can change it."
