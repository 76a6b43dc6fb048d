"""Draws parley.svg in every size and container that the systems want: python resources/icons/render.py."""

import os
import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).resolve().parent
PNG_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_TYPES = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09", 1024: b"ic10"}


def draw(renderer: QSvgRenderer, size: int) -> bytes:
    """The drawing as a square PNG, that many pixels wide."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return data.data()


def windows_icon(pictures: dict[int, bytes]) -> bytes:
    """An .ico that holds the PNGs as they are; 0 stands for 256 pixels."""
    offset = 6 + 16 * len(pictures)
    entries = b""
    for size, png in pictures.items():
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), offset)
        offset += len(png)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures.values())


def macos_icon(pictures: dict[int, bytes]) -> bytes:
    """An .icns that holds the PNGs as they are."""
    blocks = b"".join(
        kind + struct.pack(">I", len(pictures[size]) + 8) + pictures[size] for size, kind in ICNS_TYPES.items()
    )
    return b"icns" + struct.pack(">I", len(blocks) + 8) + blocks


def render(target: Path) -> None:
    """Write all pictures into a folder."""
    renderer = QSvgRenderer(str(HERE / "parley.svg"))
    pictures = {size: draw(renderer, size) for size in sorted({*PNG_SIZES, *ICNS_TYPES})}
    for size in PNG_SIZES:
        (target / f"parley-{size}.png").write_bytes(pictures[size])
    (target / "parley.ico").write_bytes(windows_icon({size: pictures[size] for size in PNG_SIZES}))
    (target / "parley.icns").write_bytes(macos_icon(pictures))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    render(HERE)
