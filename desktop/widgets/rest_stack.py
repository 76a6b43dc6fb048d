"""What has what is left of a pane: a list, or the sentence that stands in its place."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QWidget


class RestStack(QStackedWidget):
    """Shows one of its widgets; what stands above it in a low pane is never pressed together for it."""

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self._pane = pane
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(1)  # in a low pane this gives way, not what stands above it

    def turn_to(self, part: QWidget) -> None:
        """Show one of the widgets; if the one before has the focus, the pane gives it to another."""
        before, here = self.currentWidget(), QApplication.focusWidget()
        held = before is not part and before is not None and here is not None and before.isAncestorOf(here)
        self.setCurrentWidget(part)
        if held:
            self._pane.setFocus()

    def hasHeightForWidth(self) -> bool:
        return False
