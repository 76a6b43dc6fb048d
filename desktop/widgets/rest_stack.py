"""What has what is left of a pane: a list, or the sentence that stands in its place."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QWidget


class RestStack(QStackedWidget):
    """Shows one of its widgets, to which the focus goes; what stands above it is never pressed together for it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(1)  # in a low pane this gives way, not what stands above it
        self.currentChanged.connect(lambda _: self.setFocusProxy(self.currentWidget()))

    def turn_to(self, part: QWidget) -> None:
        """Show one of the widgets; what has the focus in the one before hands it over."""
        before, here = self.currentWidget(), QApplication.focusWidget()
        held = part is not before and here is not None and before.isAncestorOf(here)
        self.setCurrentWidget(part)
        if held:
            part.setFocus()

    def hasHeightForWidth(self) -> bool:
        return False
