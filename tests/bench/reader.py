"""A text of 5 MB in the reader, against Qt's own text editor with the same line spacing; ratios come from one run.

Run as `python -m tests.bench.reader`; without a display it runs offscreen.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from db import Library, passages
from db.cancel import Cancel
from db.passages import Passage
from db.references import Record
from db.text_search import Searchable
from desktop.session import Session
from desktop.tasks import Tasks
from desktop.theme import load_fonts, theme
from desktop.views.source_reader import SourceReader

SIZE = 5_000_000
MARKS = 2_000
PARAGRAPH = "The delegations of two invented states met again in the old customs house and agreed on a text. " * 5


def tell(name: str, seconds: float, other: float | None = None) -> None:
    """Print a time in milliseconds, and beside it that of Qt's editor and the ratio."""
    ratio = "" if other is None else f"   QTextEdit {other * 1000:8.1f} ms   ratio {other / max(seconds, 1e-6):6.1f}"
    print(f"{name:58} {seconds * 1000:8.1f} ms{ratio}")


def took(work: Callable[[], object]) -> float:
    """Seconds that a call takes, with the painting that follows."""
    start = time.perf_counter()
    work()
    QApplication.processEvents()
    return time.perf_counter() - start


def pauses(until: Callable[[], bool]) -> tuple[float, float]:
    """How long something takes while the window goes on, and its longest pause."""
    start = last = time.perf_counter()
    worst = 0.0
    while not until():
        QApplication.processEvents()
        time.sleep(0.0005)
        now = time.perf_counter()
        worst, last = max(worst, now - last), now
    return time.perf_counter() - start, worst


def fill(path: Path, text: str) -> Library:
    """A library with the text as a source on which much rests."""
    library = Library.create(path, "Long")
    with library.revise("Fill"):
        meeting = library.meetings.add(kind="round", number=1, title="Round")
        library.sources.add(uid="s", title="Long", text=text)
        for number in range(MARKS):
            starts = number * (SIZE // MARKS)
            outcome = library.outcomes.add(meeting=meeting, act="agreed", text=f"Outcome {number}")
            passages.cite(library, Passage("s", starts, starts + 60), Record("outcome", outcome))
    return library


def editor(text: str) -> tuple[QTextEdit, float]:
    """Qt's own editor with the text, and how long it takes to fill."""
    made = QTextEdit(readOnly=True)
    made.resize(700, 700)
    made.show()

    def fill() -> None:
        spacing = QTextBlockFormat()
        spacing.setLineHeight(120, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(made.document())
        cursor.setBlockFormat(spacing)
        cursor.insertText(text)

    return made, took(fill)


def main() -> None:
    """Measure and print."""
    app = QApplication([])
    load_fonts()
    theme.apply("light", 100)
    text = "\n\n".join(f"{number}. {PARAGRAPH}" for number in range(SIZE // len(PARAGRAPH) + 1))[:SIZE]
    tasks = Tasks()
    session = Session(tasks)
    with tempfile.TemporaryDirectory() as folder:
        session.open(fill(Path(folder) / "long.parley", text), None)
        reader = SourceReader(session)
        reader.resize(700, 700)
        reader.show()
        app.processEvents()
        other, filled = editor(text)
        reader.show_target("source:s")
        whole, worst = pauses(lambda: not tasks.busy)
        tell(f"open {SIZE // 1_000_000} MB with {MARKS:,} marks, all of it", whole)
        tell("  longest pause of the window meanwhile", worst, filled)
        last = QTextCursor(other.document())
        last.setPosition(SIZE - 100)
        there = took(lambda: (other.setTextCursor(last), other.cursorRect(last)))
        tell("  go to the last page", took(lambda: reader.text.bring_into_view(SIZE - 100)), there)
        width = took(lambda: other.resize(500, 700))
        tell("  another width", took(lambda: reader.resize(500, 700)), width)
        bar = reader.text.verticalScrollBar()
        scroll = took(lambda: [(bar.setValue(bar.value() - 3), app.processEvents()) for _ in range(100)])
        tell("  a step of the wheel, painted", scroll / 100)
        session.run(
            lambda library: library.outcomes.add(meeting=library.meetings.all(Cancel())[0].uid, act="agreed", text="x")
        )
        again, worst = pauses(lambda: not tasks.busy)
        tell("  read again after an edit, all of it", again)
        tell("  longest pause of the window meanwhile", worst)
        reader.open_search()
        reader.search.bar.field.setText("customs house")
        searched, worst = pauses(lambda: bool(reader.search.finder.places))
        tell(f"  find {len(reader.search.finder.places):,} places for the first time", searched)
        tell("  longest pause of the window meanwhile", worst)
        ready = Searchable(text, Cancel())
        tell("  find them again", took(lambda: ready.find("customs house", Cancel())))
        session.close()
        tasks.close()


if __name__ == "__main__":
    main()
