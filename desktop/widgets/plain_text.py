"""Text that is shown as it stands, whatever is in it: Qt would else guess at markup."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

_OWN_WAY, _END = "\u2068", "\u2069"
"""What parts a name, which may be written from the other side, from the sentence around it."""
_ROUNDED = 4
"""Pixels that a label may need beside its letters before it breaks their line."""


def plain_label(text: str = "", name: str = "", parent: QWidget | None = None) -> QLabel:
    """A label of plain text; `name` is its name for styles and tests."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setObjectName(name)
    return label


class HeadLabel(QLabel):
    """Plain text in one line; in several only where there is no room for that."""

    def __init__(self, text: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setObjectName(name)
        self.setText(text)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        width = self.fontMetrics().horizontalAdvance(self.text()) + _ROUNDED
        return QSize(width, self.heightForWidth(width))


def tooltip(text: str) -> str:
    """A text fit for a tooltip: escaped, its line breaks kept."""
    return f"<p style='margin: 0; white-space: pre-wrap'>{escape(text)}</p>" if text else ""


def named(names: Iterable[str]) -> str:
    """Names one after the other from the left, also those that are written from the right."""
    return ", ".join(f"{_OWN_WAY}{name}{_END}" for name in names)
