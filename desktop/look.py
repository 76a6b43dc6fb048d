"""Theme and zoom of a window: kept, and given to everything in it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.settings import THEME, ZOOM
from desktop.theme import theme

if TYPE_CHECKING:
    from desktop.window import MainWindow


class Look(QObject):
    """The look of one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def set_theme(self, scheme: str) -> None:
        """Show everything in light or dark, or as the system does."""
        self._window.settings.put(THEME, scheme)
        self._dress()

    def zoom(self, zoom: int) -> None:
        """Show everything at so many per cent."""
        self._window.settings.put(ZOOM, zoom)
        self._dress()
        self._window.panes.share_out(self._window.width())
        self._window.say(f"Zoom {zoom} %")

    def _dress(self) -> None:
        """Give everything the look of the settings."""
        window = self._window
        theme.apply(window.settings.get(THEME), window.settings.get(ZOOM))
        window.menus.dress()
        window.front.redraw()
        window.meeting.redraw()
        window.meetings.list.scheduleDelayedItemsLayout()
        window.library_pages.redraw()
        window.quotes.fit()
