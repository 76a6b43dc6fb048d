"""Saves what is on the screen to the file named, and prints its number of colours."""

import sys

from PySide6.QtGui import QGuiApplication

program = QGuiApplication(sys.argv[:1])
image = program.primaryScreen().grabWindow(0).toImage()
if not image.save(sys.argv[1]):
    sys.exit(f"{sys.argv[1]} could not be written")
print(len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}))
