"""The three panes of the main window side by side, and the order in which the key Tab goes through them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.theme import theme
from desktop.widgets.tab_order import lead_through, stops_in

LEFT, RIGHT = (300, 26), (380, 31)  # widths of the side panes at 100 %, and their largest share of the window
LEAST = (180, 280, 220)  # pixels below which a pane does not get


class Panes(QSplitter):
    """A pane at the left, and hosts for the page and for what is at the right, whose widths people may change."""

    def __init__(self, left: QWidget, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent, childrenCollapsible=False, handleWidth=1)
        self.centre, self.right = Host("page", self), Host("side", self)
        for at, pane in enumerate((left, self.centre, self.right)):
            pane.setMinimumWidth(LEAST[at])
            self.addWidget(pane)
        self.setStretchFactor(self.indexOf(self.centre), 1)  # not before all stand in their places

    def share_out(self, whole: int) -> None:
        """Give the side panes of a window so wide what goes with the zoom, as far as there is room."""
        left, right = (min(width * theme.zoom, whole * share) // 100 for width, share in (LEFT, RIGHT))
        self.setSizes([left, whole - left - right, right])


class Host(QWidget):
    """A pane with the ground of its place, into which its content comes later."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def hold(self, widget: QWidget, stretch: int = 0) -> None:
        """Show a widget below what is held already."""
        self._layout.addWidget(widget, stretch)


def reach_after(before: QWidget, panel: QWidget) -> None:
    """Have the key Tab lead from a widget into a panel that was built later than those to its right."""
    inside, stop = set(stops_in(panel)), panel.nextInFocusChain()
    stops = [before]
    while stop and stop is not panel:  # in the order of the chain, which is that in which they stand
        if stop in inside:
            stops.append(stop)
        stop = stop.nextInFocusChain()
    lead_through(stops)
