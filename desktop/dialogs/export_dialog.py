"""Asks which readings to export: all of them, or the values that are followed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QPushButton, QRadioButton, QWidget

from desktop.theme import theme
from desktop.widgets.dialog_layout import lay_out_dialog

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
        self.cancel_button = QPushButton("Cancel", self)
        lay_out_dialog(
            self, "Export readings", HINT, self.every, self.followed, self.raw,
            cancel=self.cancel_button, act=self.export_button, size=QSize(theme.px(500), theme.px(250)),
        )  # fmt: skip
        self.export_button.clicked.connect(self._choose)
        self.cancel_button.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)

    def _choose(self) -> None:
        self.accept()
        self.chosen.emit(self.followed.isChecked(), self.raw.isChecked())
