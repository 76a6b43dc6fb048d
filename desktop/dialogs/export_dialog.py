"""Asks which readings to export: all of them, or the values that are followed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPushButton, QRadioButton, QVBoxLayout, QWidget

from desktop.theme import theme
from desktop.widgets.plain_text import plain_label

ALL = "All readings, each with its passages"
FOLLOWED = "Only the values that are followed; points left open are left out"
HINT = "Where sources disagree, as a table (CSV) for a spreadsheet, R or pandas."
RAW = "Exactly as stored, for R or pandas"
RAW_TIP = "Else an apostrophe stands before what a spreadsheet would take for a formula."


class ExportDialog(QDialog):
    """Two choices and a way to the file."""

    chosen = Signal(bool, bool)
    """Whether only what is followed is wanted, and whether it is wanted exactly as stored."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export readings")
        self.every, self.followed = QRadioButton(ALL, self), QRadioButton(FOLLOWED, self)
        self.every.setChecked(True)
        self.raw = QCheckBox(RAW, self)
        self.raw.setToolTip(RAW_TIP)
        self.raw.setAccessibleDescription(RAW_TIP)
        self.export_button = QPushButton("Choose the file…", self)
        self.export_button.setDefault(True)
        self.cancel_button = QPushButton("Cancel", self)
        self._lay_out()
        self.export_button.clicked.connect(self._choose)
        self.cancel_button.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)

    def _lay_out(self) -> None:
        hint = plain_label(HINT, "hint", self)
        hint.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.export_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(10)
        for widget in (plain_label("Export readings", "paneTitle", self), hint, self.every, self.followed, self.raw):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addLayout(buttons)
        self.resize(QSize(theme.px(500), theme.px(250)).boundedTo(self.screen().availableSize() * 0.9))

    def _choose(self) -> None:
        self.accept()
        self.chosen.emit(self.followed.isChecked(), self.raw.isChecked())
