"""Asks once for the name that is recorded with each change."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from db import KnownError
from desktop.session import Session
from desktop.settings import AUTHOR, AUTHOR_ASKED, Settings
from desktop.widgets.flow_layout import flow_row
from desktop.widgets.link_row import link
from desktop.widgets.plain_text import plain_label


class NameStrip(QFrame):
    """A line for the name; it goes when a name is given or none is wanted."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._session, self._settings = session, settings
        said = plain_label("Your name, kept with every change that you make:", parent=self)
        said.setWordWrap(True)
        self.line = QLineEdit(self)
        self.line.setMaxLength(200)
        self.line.setAccessibleName("Your name")
        self.line.returnPressed.connect(self._take)
        self.problem = plain_label(name="problem", parent=self)
        self.problem.setWordWrap(True)
        self.problem.hide()
        acts = (("Keep", self._take), ("No name", self._decline))
        row = flow_row(self, 14, *(link(words, act, self) for words, act in acts))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(4)
        layout.addWidget(said)
        layout.addWidget(self.line)
        layout.addWidget(self.problem)
        layout.addWidget(row)
        self.hide()

    def ask(self) -> None:
        """Ask, unless that was done before or nothing can be changed."""
        asked = self._settings.get(AUTHOR_ASKED) or self._settings.get(AUTHOR)
        self.setVisible(not asked and not self._session.library.read_only)

    def ask_again(self) -> None:
        """Ask for another name."""
        self._say("")
        self.line.setText(self._settings.get(AUTHOR))
        self.show()
        self.line.setFocus()
        self.line.selectAll()

    def _take(self) -> None:
        name = self.line.text().strip()
        try:
            self._session.library.author = name
        except KnownError as error:
            self._say(str(error))
            self.line.setFocus()
        else:
            self._done(name)

    def _decline(self) -> None:
        self._session.library.author = None
        self._done("")

    def _done(self, name: str) -> None:
        self._say("")
        self._settings.put(AUTHOR, name)
        self._settings.put(AUTHOR_ASKED, True)
        self._settings.sync()
        self.hide()

    def _say(self, problem: str) -> None:
        """Say below the line what is wrong with it."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.line.setAccessibleDescription(problem)
