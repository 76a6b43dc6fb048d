"""Tells when a list was painted with content for the first time, so that the rest of a start can follow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView

PATIENCE = 300  # milliseconds after which the rest follows all the same: the list may stay empty


class FirstPaint(QObject):
    """Calls once, right after the first paint of a list that has rows, or after a while."""

    def __init__(self, view: QAbstractItemView, then: Callable[[], None]) -> None:
        super().__init__(view)
        self._view, self._then = view, then
        self._told = False
        view.viewport().installEventFilter(self)
        QTimer.singleShot(PATIENCE, self._tell)

    def _tell(self) -> None:
        if not self._told:
            self._told = True
            self._view.viewport().removeEventFilter(self)
            self._then()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._view.model().rowCount():
            QTimer.singleShot(0, self._tell)
        return super().eventFilter(watched, event)
