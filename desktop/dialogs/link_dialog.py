"""Asks for a link to a search."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QWidget

from db import search_links
from db.errors import BadValue
from db.search_links import Linked
from desktop.theme import theme
from desktop.widgets.dialog_layout import lay_out_dialog
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
        self.cancel_button = QPushButton("Cancel", self)
        lay_out_dialog(
            self, "Open a link", "Paste a link to a search, as Parley copies it.", self.field, self._problem,
            cancel=self.cancel_button, act=self.open_button, size=QSize(theme.px(440), theme.px(220)),
        )  # fmt: skip
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
