"""The way of the key Tab through widgets that were not made in the order in which they stand."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stops_in(whole: QWidget) -> list[QWidget]:
    """What the key Tab stops at inside of a widget, in the order in which it was made."""
    inside = (widget for widget in whole.findChildren(QWidget) if widget.window() is whole.window())
    return [widget for widget in inside if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]


def lead_through(stops: Iterable[QWidget]) -> None:
    """Have the key Tab lead from each of these to the next."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
