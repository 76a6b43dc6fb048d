"""The references of some files: what each would become, which are to be brought in, and the step that does it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from db import KnownError
from db.values import count
from desktop.commands import bibliography as commands
from desktop.models.reference_list import ReferenceListModel
from desktop.session import Session
from desktop.theme import theme
from desktop.views.reference_list import ReferenceListView
from desktop.widgets.empty_note import EmptyNote
from desktop.widgets.plain_text import plain_label

READING = "Reading the files …"
HINT = "Space takes the chosen ones or leaves them. One step of the history: Undo takes it back, also later."


class ReferencesDialog(QDialog):
    """Reads the files, lists their references, and brings in those that are ticked."""

    imported = Signal(int)
    """So many references were brought in."""

    def __init__(self, session: Session, paths: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Import references")
        self._session = session
        self._model = ReferenceListModel(session, self)
        self._importing = False
        self.list = ReferenceListView(self._model, self)
        self._empty = EmptyNote(self)
        self._empty.say(READING, "")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.list)
        self._count = plain_label(name="count", parent=self)
        self._problem = plain_label(name="problem", parent=self)
        self._problem.setWordWrap(True)
        self.import_button = QPushButton("Import", self)
        self.cancel_button = QPushButton("Cancel", self)
        self._lay_out()
        self._connect()
        self._model.read(paths)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(plain_label("Import references as sources", "paneTitle", self), 1)
        head.addWidget(self._count)
        hint = plain_label(HINT, "hint", self)
        hint.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addWidget(hint, 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.import_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)
        self.resize(QSize(theme.px(720), theme.px(520)).boundedTo(self.screen().availableSize() * 0.9))

    def _connect(self) -> None:
        self.import_button.setDefault(True)
        self.import_button.setEnabled(False)
        self.import_button.clicked.connect(self.bring_in)
        self.cancel_button.clicked.connect(self.reject)
        self._model.shown.connect(self._show)
        self._model.chosen.connect(self._tell)
        self._session.opened.connect(self.reject)
        self.finished.connect(self._model.stop)
        self.finished.connect(self.deleteLater)

    def bring_in(self) -> None:
        """Bring in what is ticked; the dialog closes when it is done, else it says why not."""
        wanted = self._model.wanted()
        if not wanted or self._importing:
            return
        self._importing = True
        self._problem.clear()
        self.import_button.setEnabled(False)
        self.import_button.setText("Importing …")
        commands.bring_in(self._session, wanted, lambda uids: self._done(len(uids)), self._failed)

    def _show(self) -> None:
        self._stack.setCurrentWidget(self.list)
        self.list.setFocus()

    def _tell(self) -> None:
        """Say how many of how many are to be brought in."""
        wanted, total = len(self._model.wanted()), self._model.rowCount()
        left = total - self._model.can_be_taken()
        cannot = f" · {count(left, 'cannot be read', 'cannot be read')}" if left else ""
        self._count.setText(f"{wanted:,} of {count(total, 'reference', 'references')}{cannot}")
        self.import_button.setText(f"Import {wanted:,}" if wanted else "Import")
        self.import_button.setEnabled(wanted > 0 and not self._importing)

    def _done(self, number: int) -> None:
        self.imported.emit(number)
        self.accept()

    def _failed(self, error: KnownError) -> None:
        self._importing = False
        self._problem.setText(str(error))
        self._tell()
