"""Icons of the tool bar, drawn in the colours of the theme."""

from __future__ import annotations

from PySide6.QtGui import QIcon, QPixmap

from desktop.places import RESOURCES
from desktop.theme import theme


def icon(name: str) -> QIcon:
    """An icon by its name, for enabled and disabled actions."""
    drawn = (RESOURCES / "icons" / "actions" / f"{name}.svg").read_text(encoding="utf-8")
    made = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, theme.colours.text), (QIcon.Mode.Disabled, theme.colours.line)):
        for side in (24, 48):
            pixmap = QPixmap()
            sized = drawn.replace('width="24" height="24"', f'width="{side}" height="{side}"', 1)
            pixmap.loadFromData(sized.replace("#000000", colour).encode(), "SVG")
            made.addPixmap(pixmap, mode)
    return made


def app_icon() -> QIcon:
    """The icon of the program."""
    made = QIcon()
    for side in (16, 32, 48, 128):
        made.addFile(str(RESOURCES / "icons" / f"parley-{side}.png"))
    return made
