"""From a field that is left to every open panel painted with the new value, against the bare SQL update.

    python -m tests.bench.repaint [QUOTES]        100,000 by default; 0 takes the shipped library

Each page is opened beside the form of an outcome; its text is stored as the form does it. Prints for each the
milliseconds to the commit and to the last paint, those of the bare update in the same run, their ratios, and the
longest step of the GUI thread.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QEventLoop, QObject

from db import Library, dataset
from db.references import Record
from desktop.application import Application
from desktop.trail import Address
from tests.bench.edit import bare

MEETING = "astana-04"
WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
SEED = 1
EDITS = 40
PAGES = {
    "overview of the meeting": Address(MEETING, "overview"),
    "its list to edit": Address(MEETING, "edit"),
    "its notes": Address(MEETING, "notes"),
    "its history": Address(MEETING, "history"),
    "list of topics": Address("", "topics"),
    "page of notes": Address("", "notes"),
    "history of the library": Address("", "history"),
}
"""What is open beside the list of meetings and the form."""


def words(count: int) -> list[str]:
    """A made-up vocabulary; earlier words are commoner."""
    letters = random.Random(SEED)
    return ["".join(letters.choices("aeiourstnlmkdpgb", k=letters.randint(3, 9))) for _ in range(count)]


def fill(library: Library, quotes: int) -> None:
    """Add generated quotes whose words are distributed as in real texts (Zipf)."""
    chance = random.Random(SEED)
    vocabulary = words(20_000)
    weights = [1 / (place + 1) for place in range(len(vocabulary))]
    drawn = chance.choices(vocabulary, weights, k=quotes * 30)
    with library.revise("Generate quotes") as db:
        speakers = [row[0] for row in db.execute("SELECT id FROM people")]
        meetings = [row[0] for row in db.execute("SELECT id FROM meetings")]
        db.conn.executemany(
            "INSERT INTO quotes (uid, meeting_id, speaker_id, said_on, form, text, position) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    f"made-{n}", chance.choice(meetings), chance.choice(speakers),
                    f"20{chance.randint(17, 24)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
                    "direct" if n % 2 else "indirect", " ".join(drawn[n * 30 : n * 30 + 30]), n,
                )
                for n in range(quotes)
            ),
        )  # fmt: skip


class Watch(QObject):
    """Notes the last paint of the window, and how long each step of the GUI thread takes."""

    def __init__(self, app: Application) -> None:
        super().__init__()
        self.painted = 0.0
        self.steps: list[float] = []
        self._awake = time.perf_counter()
        app.qt.installEventFilter(self)
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self._wake)
        dispatcher.aboutToBlock.connect(self._block)

    def _wake(self) -> None:
        self._awake = time.perf_counter()

    def _block(self) -> None:
        self.steps.append(time.perf_counter() - self._awake)
        self._awake = time.perf_counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.painted = time.perf_counter()
        return False


def settle(app: Application) -> None:
    """Let everything that is under way end, and be painted."""
    loop = QEventLoop()
    while True:
        while app.session.tasks.busy:
            loop.processEvents(WAIT)
        app.qt.processEvents()
        if not app.session.tasks.busy:
            return


def store(app: Application, watch: Watch, text: str) -> tuple[float, float, float]:
    """Milliseconds from leaving the field to the commit, to the last paint, and of the longest GUI step."""
    form = app.window.editing.form.form
    assert form
    committed: list[float] = []
    app.session.library.on_change(lambda _: committed.append(time.perf_counter()))
    form.fields["text"].show_text(text)
    app.qt.processEvents()
    watch.steps.clear()
    began = time.perf_counter()
    form.fields["text"].left.emit()
    settle(app)
    return (committed[0] - began) * 1000, (watch.painted - began) * 1000, max(watch.steps, default=0) * 1000


def bare_update(file: Path) -> float:
    """Milliseconds of the same update by bare SQL on a copy of the file, the median."""
    copy = Path(shutil.copy(file, file.with_name("bare.parley")))
    with sqlite3.connect(copy) as conn:
        conn.execute("PRAGMA journal_mode = delete")
    conn.close()
    return statistics.median(bare(copy, EDITS)) * 1000


def main() -> None:
    """Open each page, edit, and print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PARLEY_HOME"] = folder
        file = Path(folder) / "bench.parley"
        dataset.build(file)
        if count:
            with Library(file) as library:
                fill(library, count)
        floor = bare_update(file)
        app = Application(sys.argv[:1])
        app.start(file)
        settle(app)
        app.window.finish()  # does nothing where the first paint has done it
        settle(app)
        outcome = Record("outcome", app.session.library.outcomes.of_meeting(MEETING)[0].uid)
        watch = Watch(app)
        print(
            f"{'open beside the form':>26} {'commit':>7} {'painted':>8} {'p95':>6} {'bare':>6} {'ratio':>6} {'GUI':>6}"
        )
        for name, address in PAGES.items():
            app.window.trail.go(address)
            app.window.editing.edit_one(outcome)
            settle(app)
            assert app.window.trail.here == address
            found = [store(app, watch, f"A made-up text {number}") for number in range(EDITS)]
            commit, painted, step = (sorted(column) for column in zip(*found, strict=True))
            print(
                f"{name:>26} {statistics.median(commit):7.1f} {statistics.median(painted):8.1f} "
                f"{painted[int(EDITS * 0.95)]:6.1f} {floor:6.1f} "
                f"{statistics.median(painted) / floor:6.1f} {step[-1]:6.1f}"
            )
        app.stop()


if __name__ == "__main__":
    main()
