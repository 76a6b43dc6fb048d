"""Every setting of the program: its key, default and label, kept in one small file of the user's."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths


class Setting(NamedTuple):
    """One setting; the type of its value is that of its default."""

    key: str
    default: Any
    label: str


THEME = Setting("look/theme", "system", "Theme: system, light or dark")
ZOOM = Setting("look/zoom", 100, "Zoom in per cent")
GEOMETRY = Setting("window/geometry", b"", "Place and size of the window")
PANES = Setting("window/panes", b"", "Widths of the panes")
PLACE = Setting("window/place", "", "The page last shown")
QUOTES_SHOWN = Setting("window/quotes", True, "Whether the quotes pane is shown")
RECENT = Setting("files/recent", "", "Libraries opened lately, one a line")
AUTHOR = Setting("person/author", "", "The name recorded with each change")
ALL = (THEME, ZOOM, GEOMETRY, PANES, PLACE, QUOTES_SHOWN, RECENT, AUTHOR)

MOST_RECENT = 10


class Settings:
    """The settings as they are kept; a value that cannot be read counts as its default."""

    def __init__(self) -> None:
        home = os.environ.get("PARLEY_HOME")
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
        folder = Path(home) if home else Path(place) / "parley"
        self._store = QSettings(str(folder / "parley.ini"), QSettings.Format.IniFormat)

    def get(self, setting: Setting) -> Any:
        """The value of a setting."""
        value: Any = self._store.value(setting.key, setting.default)
        kind = type(setting.default)
        try:
            if kind is bool:
                return value in (True, "true", "True", "1")
            return QByteArray(value).data() if kind is bytes else kind(value)
        except (TypeError, ValueError):
            return setting.default

    def put(self, setting: Setting, value: Any) -> None:
        """Keep a value."""
        self._store.setValue(setting.key, QByteArray(value) if isinstance(value, bytes) else value)

    def recent(self) -> list[Path]:
        """Libraries opened lately that are still there, newest first."""
        return [Path(line) for line in self.get(RECENT).split("\n") if line and Path(line).exists()]

    def add_recent(self, path: Path) -> None:
        """Put a library first among those opened lately."""
        lines = [str(path), *(str(other) for other in self.recent() if other != path)]
        self.put(RECENT, "\n".join(lines[:MOST_RECENT]))

    def sync(self) -> None:
        """Write what has not been written yet."""
        self._store.sync()
