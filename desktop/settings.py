"""Every setting of the program: its key, default and label, kept in one small file of the user's."""

from __future__ import annotations

import os
from collections.abc import Container
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from db import KnownError, values
from desktop import places


class _Names(Container[Any]):
    """Every text that a library can keep as somebody's name."""

    def __contains__(self, name: object) -> bool:
        try:
            values.clean_text(str(name), "The name")
        except KnownError:
            return False
        return True


class _Orders(Container[Any]):
    """The orders that quotes can have."""

    def __contains__(self, order: object) -> bool:
        from db.quote_search import ORDERS

        return order in ORDERS


class Setting(NamedTuple):
    """One setting; the type of its value is that of its default, and only what is allowed counts."""

    key: str
    default: Any
    label: str
    allowed: Container[Any] | None = None


THEME = Setting("look/theme", "system", "Theme: system, light or dark", ("system", "light", "dark"))
ZOOM = Setting("look/zoom", 100, "Zoom in per cent", range(80, 201))
GEOMETRY = Setting("window/geometry", b"", "Place and size of the window")
PANES = Setting("window/panes", b"", "Widths of the panes")
PLACE = Setting("window/place", "", "The page last shown")
QUOTES_SHOWN = Setting("window/quotes", True, "Whether the quotes pane is shown")
ORDER = Setting("search/order", "date", "Order of the quotes", _Orders())
NARROW = Setting("search/narrow", False, "Whether it is shown what a search can be narrowed to")
RECENT = Setting("files/recent", "", "Libraries opened lately, one a line")
AUTHOR = Setting("person/author", "", "The name recorded with each change", _Names())
AUTHOR_ASKED = Setting("person/asked", False, "Whether that name was asked for")
ALL = (THEME, ZOOM, GEOMETRY, PANES, PLACE, QUOTES_SHOWN, ORDER, NARROW, RECENT, AUTHOR, AUTHOR_ASKED)

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
        try:
            value = _read(self._store.value(setting.key, setting.default), type(setting.default))
        except (TypeError, ValueError):
            return setting.default
        return value if setting.allowed is None or value in setting.allowed else setting.default

    def put(self, setting: Setting, value: Any) -> None:
        """Keep a value."""
        self._store.setValue(setting.key, QByteArray(value) if isinstance(value, bytes) else value)

    def recent(self) -> list[Path]:
        """Libraries opened lately that are still there, newest first."""
        return [path for line in self.get(RECENT).split("\n") if line and places.is_there(path := Path(line))]

    def add_recent(self, path: Path) -> None:
        """Put a library first among those opened lately."""
        lines = [str(path), *(str(other) for other in self.recent() if other != path)]
        self.put(RECENT, "\n".join(lines[:MOST_RECENT]))

    def sync(self) -> None:
        """Write what has not been written yet."""
        self._store.sync()


def _read(value: Any, kind: type) -> Any:
    """A value as it stands in the file, in the type that it must have; TypeError or ValueError when it cannot be."""
    if kind is bool:
        if str(value).lower() not in ("true", "false"):
            raise ValueError(value)
        return str(value).lower() == "true"
    if kind is bytes:
        return QByteArray(value).data()
    if kind is str and not isinstance(value, str):
        raise TypeError(value)
    return kind(value)
