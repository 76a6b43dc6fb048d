"""Several widgets of which one takes the focus that the whole is given."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class Compound(QWidget):
    """Hands the focus on, without a proxy of Qt: the key Tab goes straight to that, and passes over what is before."""

    def view(self) -> QWidget:
        """What takes the focus."""
        raise NotImplementedError

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: N802
        self.view().setFocus(reason)
