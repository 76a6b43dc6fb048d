"""Text that is shown as it stands, whatever is in it: Qt would else guess at markup."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def plain_label(text: str = "", name: str = "", parent: QWidget | None = None) -> QLabel:
    """A label of plain text; `name` is its name for styles and tests."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setObjectName(name)
    return label


def tooltip(text: str) -> str:
    """A text fit for a tooltip: escaped, its line breaks kept."""
    return f"<p style='margin: 0; white-space: pre-wrap'>{escape(text)}</p>" if text else ""
