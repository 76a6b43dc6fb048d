"""The main job, done once by the program on itself: open, list the rounds, find a quote, read it, edit, undo."""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.application import Application

LIMIT = 120  # seconds after which a run that hangs is ended
QUERY = '"Astana platform" stimulated'
LETTERS = {"NotoSans-Regular": "Aé–“ЖĞ", "NotoSansArabic-Regular": "اکی", "NotoSansHebrew-Regular": "ל"}


class Failed(Exception):
    """A step of the self-test did not come out as it must."""


def selftest(screenshot: Path | None) -> int:
    """Run every step on a copy of the shipped library in a folder of its own; 0 when all came out right."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    threading.Timer(LIMIT, os._exit, [3]).start()
    code = 1
    try:
        with tempfile.TemporaryDirectory(prefix="parley-selftest-") as folder:
            os.environ["PARLEY_HOME"] = folder
            _run(screenshot)
        code = 0
        _print("self-test: all is well")
    except Exception as error:  # noqa: BLE001 - whatever fails is told, and the exit code says so
        _print(f"self-test failed: {type(error).__name__}: {error}")
    finally:
        if sys.stdout:
            sys.stdout.flush()
        os._exit(code)


def _run(screenshot: Path | None) -> None:
    from desktop.application import Application

    app = Application(sys.argv[:1])
    _print_versions()
    app.start(None)
    _wait(app, lambda: app.window.meetings.list.model().rowCount() > 0, "the list of meetings")
    _list_rounds(app)
    _check_fonts()
    _check_letters()
    _find_quote(app)
    _edit_and_undo(app)
    _import_documents(app)
    if screenshot:
        if not app.window.grab().save(str(screenshot.absolute())):
            raise Failed(f"the screenshot could not be written to {screenshot}")
        _print(f"screenshot: {screenshot.absolute()}")
    app.stop()


def _list_rounds(app: Application) -> None:
    from db.meeting_list import MeetingLine
    from desktop.models.meeting_list import LINE, heading, when

    model = app.window.meetings.list.model()
    lines = [model.index(row, 0).data(LINE) for row in range(model.rowCount())]
    rounds = [line for line in lines if isinstance(line, MeetingLine) and line.kind == "round"]
    for line in rounds:
        _print(f"  {heading(line)}, {when(line)}")
    _print(f"{len(rounds)} rounds")
    if len(rounds) != 22:
        raise Failed("the shipped library has 22 rounds")


def _find_quote(app: Application) -> None:
    """Search as a person would, open the quote that is found, and see its words marked in the source."""
    from desktop.models.quote_list import QuoteListModel, attribution

    panel = app.window.quotes
    model = panel.list.model()
    if not isinstance(model, QuoteListModel):
        raise Failed("the quotes pane has no quotes")
    found: list[int] = []
    model.searched.connect(lambda count, _: found.append(count))
    panel.field.setText(QUERY)
    _wait(app, lambda: bool(found) and not app.tasks.busy, "the search")
    line = model.quote(model.index(0, 0))
    if line is None or found[-1] != 1:
        raise Failed(f"the search for {QUERY} found {found[-1]} quotes instead of 1")
    _print(f"{QUERY} finds: {attribution(line)}, {line.said_on}: “{line.text}”")
    panel.list.setCurrentIndex(model.index(0, 0))
    panel.open_requested.emit(line.meeting or "", line.uid)
    reader = app.window.meeting.sources.reader
    _wait(app, lambda: bool(reader.marked_text()), "the passage in its source")
    if reader.marked_text() != line.text:
        raise Failed("the passage marked in the source is not the quote")


def _edit_and_undo(app: Application) -> None:
    """Write a change through the one door, and take it back."""
    from db import Cancel
    from desktop.commands import edit

    library = app.session.library
    tags = len(library.tags.all(Cancel()))
    app.session.run(lambda library: library.tags.add(name="self-test"))
    _wait(app, lambda: not app.tasks.busy, "a change")
    if len(library.tags.all(Cancel())) != tags + 1:
        raise Failed("a change was not kept")
    edit.undo(app.session)
    _wait(app, lambda: not app.tasks.busy, "undo")
    if len(library.tags.all(Cancel())) != tags:
        raise Failed("undo did not take the change back")
    _print("a change was written and taken back")


def _import_documents(app: Application) -> None:
    """Have two documents read in the process for that, store them, and take that back."""
    from typing import cast

    from desktop import places, selftest_documents
    from desktop.commands import edit
    from desktop.trail import Address
    from desktop.views.import_panel import ImportPanel

    files = selftest_documents.write(places.data_folder())
    app.window.take_in(files)
    panel = cast(ImportPanel, app.window.library_pages.in_view())
    _wait(app, lambda: not panel.model.waiting and not app.tasks.busy, "the documents")
    for row in panel.model.rows():
        if not row.found or selftest_documents.WORDS not in row.found.document.text:
            raise Failed(f"{row.name}: {row.words}")
    panel.store_all()
    _wait(app, lambda: app.window.trail.here.tab == "sources" and not app.tasks.busy, "the new sources")
    edit.undo(app.session)
    app.window.trail.go(Address())
    _wait(app, lambda: not app.tasks.busy, "undo")
    _print(f"{len(files)} documents were read and stored")


def _check_fonts() -> None:
    """The bundled fonts must hold real letters of the scripts that we show."""
    from PySide6.QtGui import QRawFont

    from desktop.theme import font_file

    for name, letters in LETTERS.items():
        font = QRawFont(str(font_file(name)), 14)
        missing = [letter for letter in letters if not font.supportsCharacter(ord(letter))]
        if not font.isValid() or missing:
            raise Failed(f"the font {name} is missing or has no {' '.join(missing)}")


def _check_letters() -> None:
    """Names in other letters are read by tables that lie beside the program."""
    from db import sounds

    found = [word.letters for word in sounds.words("Лавров Լավրով")]
    if found != ["lavrov", "lavrov"]:
        raise Failed(f"names in other letters are read as {', '.join(found)}")


def _print_versions() -> None:
    from PySide6.QtCore import qVersion

    from db.versions import versions
    from desktop.about import NAME, VERSION

    parts = {NAME: VERSION, "Qt": qVersion(), **versions()}
    _print(", ".join(f"{part} {word}" for part, word in parts.items()))


def _wait(app: Application, ready: Callable[[], bool], what: str) -> None:
    """Let the program run until something is so; Failed when it does not come."""
    from PySide6.QtCore import QEventLoop, QTimer

    problems: list[str] = []
    app.trouble.known.connect(problems.append)
    app.trouble.bug.connect(problems.append)
    loop = QEventLoop()
    look = QTimer(interval=5)
    look.timeout.connect(lambda: loop.quit() if ready() or problems else None)
    limit = QTimer(singleShot=True, interval=30_000)
    limit.timeout.connect(loop.quit)
    look.start()
    limit.start()
    loop.exec()
    if problems:
        raise Failed(problems[0])
    if not ready():
        raise Failed(f"{what} did not come within 30 seconds")


def _print(text: str) -> None:
    if sys.stdout:
        print(text)
