"""From a keystroke in the quote search to the painted results, against the bare FTS5 query in the same run.

    python -m tests.bench.keystrokes [QUOTES]        100,000 by default; 0 takes the shipped library

Prints, for each query typed letter by letter: the time to the first painted results, the time of the same query put to
SQLite directly (newest 50 with snippet), and the longest step of the GUI thread, all in milliseconds.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QEventLoop, QObject
from PySide6.QtTest import QTest

from db import Library, dataset
from db.quote_query import parse
from desktop.application import Application

TYPED = ("ceasefire", "peace talks", '"the guarantor states"', "syr* NOT turkey", "lavrov astana")
SEED = 1
WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
BARE = (
    "SELECT rowid, snippet(quote_index, 0, '[', ']', '…', 20) FROM quote_index WHERE quote_index MATCH ? "
    "ORDER BY rowid DESC LIMIT 50"
)


def words(count: int) -> list[str]:
    """A vocabulary with the words that are searched for, the rest made up; earlier ones are commoner."""
    known = ["the", "peace", "talks", "astana", "ceasefire", "guarantor", "states", "syria", "turkey", "lavrov"]
    letters = random.Random(SEED)
    made = ["".join(letters.choices("aeiourstnlmkdpgb", k=letters.randint(3, 9))) for _ in range(count)]
    return known + made


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
    """Notes when the list of quotes is painted, and how long each step of the GUI thread takes."""

    def __init__(self, app: Application) -> None:
        super().__init__()
        self.painted = 0.0
        self.steps: list[float] = []
        self._awake = time.perf_counter()
        app.window.quotes.list.viewport().installEventFilter(self)
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
    """Let everything that is under way end."""
    loop = QEventLoop()
    while app.tasks.busy:
        loop.processEvents(WAIT)
    app.qt.processEvents()


def type_letters(app: Application, watch: Watch, text: str) -> tuple[list[float], list[float], list[float]]:
    """For each letter the milliseconds to painted results, of the bare query, and of the longest GUI step."""
    field, model = app.window.quotes.field, app.window.quotes.list.model()
    field.clear()
    settle(app)
    shown, bare, longest = [], [], []
    loop = QEventLoop()
    for letter in text:
        landed: list[float] = []
        told = model.modelReset.connect(partial(_note, landed))
        watch.steps.clear()
        began = time.perf_counter()
        QTest.keyClicks(field, letter)
        pressed = time.perf_counter() - began
        while not landed or (watch.painted < landed[-1] and model.rowCount()):
            loop.processEvents(WAIT)  # as the program itself: sleeps until there is something to do
        end = watch.painted if model.rowCount() else landed[-1]
        shown.append((end - began) * 1000)
        settle(app)
        longest.append(max([pressed, *watch.steps]) * 1000)
        model.modelReset.disconnect(told)
        with app.session.library.reading() as conn:
            began = time.perf_counter()
            conn.execute(BARE, [parse(field.text()).match]).fetchall()
            bare.append((time.perf_counter() - began) * 1000)
    return shown, bare, longest


def _note(times: list[float]) -> None:
    times.append(time.perf_counter())


def main() -> None:
    """Type each text and print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PARLEY_HOME"] = folder
        file = Path(folder) / "bench.parley"
        dataset.build(file)
        if count:
            with Library(file) as library:
                began = time.perf_counter()
                fill(library, count)
                print(f"{count:,} quotes written and indexed in {time.perf_counter() - began:.1f} s")
        app = Application(sys.argv[:1])
        app.start(file)
        settle(app)
        watch = Watch(app)
        every: list[tuple[float, float, float]] = []
        print(f"{'typed':>26} {'painted p50':>12} {'p95':>7} {'max':>7} {'bare p50':>9} {'GUI step max':>13}")
        for text in TYPED:
            shown, bare, longest = type_letters(app, watch, text)
            every += zip(shown, bare, longest, strict=True)
            print(
                f"{text:>26} {statistics.median(shown):12.1f} {sorted(shown)[int(len(shown) * 0.95)]:7.1f} "
                f"{max(shown):7.1f} {statistics.median(bare):9.2f} {max(longest):13.1f}"
            )
        kept = sum(shown <= 16 + 1.5 * bare for shown, bare, _ in every)
        print(f"within 16 ms + 1.5 × the bare query: {kept} of {len(every)} keystrokes")
        print(f"GUI thread never over 16 ms in {sum(step <= 16 for _, _, step in every)} of {len(every)} keystrokes")
        app.stop()


if __name__ == "__main__":
    main()
