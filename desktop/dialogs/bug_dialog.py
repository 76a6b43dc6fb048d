"""Tells of a bug, with a report that can be copied."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.widgets.plain_text import plain_label


class BugDialog(QDialog):
    """The report of one bug; further ones are added to it while it is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Something went wrong in Parley")
        self.resize(640, 400)
        said = plain_label(
            "This is a fault of the program, not yours. What was saved is safe. "
            "Please copy the report and send it to the authors."
        )
        said.setWordWrap(True)
        self._report = QPlainTextEdit(self, readOnly=True)
        self._report.setAccessibleName("Report")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton("Copy the report", QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._report.toPlainText()))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(said)
        layout.addWidget(self._report, 1)
        layout.addWidget(buttons)

    def add(self, report: str) -> None:
        """Show a report below those already shown."""
        self._report.appendPlainText(report)
        self.show()
