"""Asks for a link to a search."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from db import search_links
from db.errors import BadValue
from db.search_links import Linked
from desktop.theme import theme
from desktop.widgets.plain_text import plain_label


class LinkDialog(QDialog):
    """One field, in which a link that was copied stands already; a bad one is told below it."""

    chosen = Signal(Linked)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Open a link")
        self.field = QLineEdit(self)
        self.field.setAccessibleName("Link")
        self.field.setPlaceholderText(search_links.link("") + "…")
        self._problem = plain_label(name="problem", parent=self)
        self._problem.setWordWrap(True)
        self.open_button = QPushButton("Open", self)
        self.open_button.setDefault(True)
        self.cancel_button = QPushButton("Cancel", self)
        hint = plain_label("Paste a link to a search, as Parley copies it.", "hint", self)
        hint.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(10)
        layout.addWidget(plain_label("Open a link", "paneTitle", self))
        layout.addWidget(hint)
        layout.addWidget(self.field)
        layout.addWidget(self._problem)
        layout.addStretch(1)
        layout.addLayout(buttons)
        self.resize(QSize(theme.px(440), theme.px(220)).boundedTo(self.screen().availableSize() * 0.9))
        self.open_button.clicked.connect(self._read)
        self.cancel_button.clicked.connect(self.reject)
        self.field.textChanged.connect(self._problem.clear)
        self.finished.connect(self.deleteLater)
        copied = QGuiApplication.clipboard().text()
        if search_links.is_link(copied):
            self.field.setText(copied.strip())
            self.field.selectAll()

    def _read(self) -> None:
        try:
            linked = search_links.read(self.field.text())
        except BadValue as error:
            self._problem.setText(str(error))
            return
        self.accept()
        self.chosen.emit(linked)
