"""A small dialog: a title and a hint over what is asked, and its two buttons at the right below."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.widgets.plain_text import plain_label


def lay_out_dialog(
    dialog: QDialog, title: str, hint: str, *parts: QWidget, cancel: QPushButton, act: QPushButton, size: QSize
) -> None:
    """Put all in place and make the dialog of that size, but no larger than its screen; Enter does the act."""
    explained = plain_label(hint, "hint", dialog)
    explained.setWordWrap(True)
    act.setDefault(True)
    buttons = QHBoxLayout()
    buttons.addStretch(1)
    buttons.addWidget(cancel)
    buttons.addWidget(act)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(24, 20, 24, 16)
    layout.setSpacing(10)
    for part in (plain_label(title, "paneTitle", dialog), explained, *parts):
        layout.addWidget(part)
    layout.addStretch(1)
    layout.addLayout(buttons)
    dialog.resize(size.boundedTo(dialog.screen().availableSize() * 0.9))
