"""What has what is left of a pane: a list, or the sentence that stands in its place."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget


class RestStack(QStackedWidget):
    """Shows one of its widgets; what stands above it in a low pane is never pressed together for it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(1)

    def hasHeightForWidth(self) -> bool:
        return False
