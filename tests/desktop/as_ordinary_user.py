"""Opens files in the real window as a user without privileges, and tells as JSON what the window says.

Arguments: a good library to begin with, then the files to try, one after the other.
"""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from desktop.application import Application

NOBODY = 65534


def main():
    """Open each file and tell of it."""
    good, *tried = (Path(argument) for argument in sys.argv[1:])
    app = Application(["parley"])
    app.start(good)
    settle(app)
    app.session.run(lambda library: library.tags.add(name="all modules are loaded now"))
    settle(app)
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    told = []
    for path in tried:
        app.window.banner.hide()
        app.window.open_path(path)
        settle(app)
        opened = app.session.library.path == path
        if opened:
            app.window.quotes.field.setText("ceasefire")
            app.session.run(lambda library: library.tags.add(name="peace"))
        said = app.window.banner.text()
        settle(app)
        told.append({"opened": opened, "said": said, "after": app.window.banner.text()})
    app.stop()
    print(json.dumps(told))


def settle(app):
    """Let the program run until it has nothing to do."""
    loop = QEventLoop()
    look = QTimer(interval=5)
    look.timeout.connect(lambda: None if app.tasks.busy or app.window.windowIcon().isNull() else loop.quit())
    look.start()
    loop.exec()


if __name__ == "__main__":
    main()
