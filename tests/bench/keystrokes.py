"""From a keystroke in the quote search to its painted first page, in a window, beside bare FTS5 in the same run.

    python -m tests.bench.keystrokes [QUOTES] [--library FILE] [--steps] [--keys NUMBER]

100,000 quotes by default; 0 takes the shipped library. A FILE that is there is used as it is, else it is made and kept.
The window is of the platform that QT_QPA_PLATFORM names, by default offscreen: all is painted, nothing is shown.

For each kind of query all of its text but the last letter is put into the field; when all has come to rest that letter
is pressed. Printed in milliseconds: from the key to the first page painted; the same query put to bare FTS5, and the
first as a multiple of it; from the key to the exact count, to the facets, of which the first may say that not all
quotes are counted yet, and to those of all. "longest" is the longest time for
which the GUI thread came to nothing else, until all was shown: between two beats of a timer, without its interval; in
brackets the most of its own processor time between two, which other programs do not lengthen. With --steps it is the
longest handling of one event instead, of which several stand between two beats; looking at each event makes all else
slower. NUMBER keys are pressed for each kind, 30 unless told. Then the same while whole
searches are typed without a rest, and while the list is scrolled.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db import dataset
from desktop.application import Application
from tests.bench import search
from tests.bench.search import Case

KEYS = 30
TEXTS = 5  # of a kind of query
TYPED = ("ceasefire zones", "the peace talks of", '"peace talks"', "lavrov", 'speaker:"Ada Example" peace')
KEY = 0.12  # seconds between two keys
BEAT = 2  # milliseconds
FRAME = 16  # milliseconds that a step may take
PAGES, JUMPS = 60, 40
SHOWN = QEvent.Type(QEvent.registerEventType())
WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


class Longest(NamedTuple):
    """The longest time for which a thread came to nothing else, and the most processor time, in milliseconds."""

    wall: float
    processor: float

    def __str__(self) -> str:
        return f"{self.wall:6.1f} ({self.processor:.1f})"


class TimedEvents(QApplication):
    """Notes how long the handling of each event takes; what is handled inside another is a part of it."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.steps: list[Longest] = []
        self._inside = False

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if self._inside:
            return super().notify(receiver, event)
        self._inside = True
        wall, processor = time.perf_counter(), time.thread_time()
        try:
            return super().notify(receiver, event)
        finally:
            self._inside = False
            self.steps.append(Longest((time.perf_counter() - wall) * 1000, (time.thread_time() - processor) * 1000))


class Watch(QObject):
    """Notes when the quotes change and are painted, when the counts are there, and how long the GUI thread is held."""

    def __init__(self, app: Application) -> None:
        super().__init__()
        self._app, self._loop = app, QEventLoop()
        self.panel = app.window.quotes
        self.model = app.window.quotes._model
        self.landed = self.counted = self.narrowed = self.whole = 0.0
        self._shown = 0.0
        self.gaps: list[Longest] = app.qt.steps if isinstance(app.qt, TimedEvents) else []
        self._last = time.perf_counter(), time.thread_time()
        self.panel.list.viewport().installEventFilter(self)
        self.model.modelReset.connect(self._land)
        self.model.numbered.connect(self._count)
        self.model.searched.connect(self._count)
        self.panel._counts.counted.connect(self._narrow)
        self._timer = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        if not isinstance(app.qt, TimedEvents):
            self._timer.timeout.connect(self._beat)
            self._timer.start()

    def begin(self) -> None:
        """Forget what was noted."""
        self.landed = self.counted = self.narrowed = self.whole = 0.0
        self._shown = 0.0

    def painted(self) -> float:
        """Wait as the program itself does, until the list is painted; when that was."""
        while not (self.landed and (self._shown or not self.model.rowCount())):
            self._loop.processEvents(WAIT)
        return self._shown or time.perf_counter()

    def scrolled(self, scroll: Callable[[], object]) -> float:
        """Milliseconds until the list is painted after it was scrolled."""
        self.begin()
        began = self.landed = time.perf_counter()
        scroll()
        return (self.painted() - began) * 1000

    def settle(self) -> None:
        """Let everything that is under way end, and be painted."""
        while self._app.tasks.busy:
            self._loop.processEvents(WAIT)
        self.go_on(0.02)

    def go_on(self, seconds: float) -> None:
        """Let the program go on for a while."""
        ends = time.perf_counter() + seconds
        while time.perf_counter() < ends:
            self._loop.processEvents(WAIT)

    def longest(self) -> Longest:
        """The longest gaps since this was asked last."""
        if self._timer.isActive():
            self._beat()
        found = most(self.gaps)
        self.gaps.clear()
        return found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self.landed:
            # It is on the screen as soon as the window has done this, and before it does anything else.
            QCoreApplication.postEvent(self, QEvent(SHOWN), Qt.EventPriority.LowEventPriority.value)
        return False

    def customEvent(self, event: QEvent) -> None:
        self._shown = self._shown or time.perf_counter()

    def _beat(self) -> None:
        wall, processor = time.perf_counter(), time.thread_time()
        gap = (wall - self._last[0]) * 1000 - BEAT, (processor - self._last[1]) * 1000
        self.gaps.append(Longest(max(gap[0], 0), gap[1]))
        self._last = wall, processor

    def _land(self) -> None:
        self.landed, self._shown = time.perf_counter(), 0.0

    def _count(self) -> None:
        self.counted = self.counted or time.perf_counter()

    def _narrow(self) -> None:
        self.whole = time.perf_counter()
        self.narrowed = self.narrowed or self.whole


class Pressed(NamedTuple):
    """Milliseconds from a key to the painted page, the exact count, the first facets and those of all quotes."""

    painted: float
    counted: float
    narrowed: float
    whole: float


def press(watch: Watch, letter: str) -> float:
    """Press a key; milliseconds until the first page is painted."""
    watch.begin()
    began = time.perf_counter()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):  # QTest knows the keys of ASCII only
        QCoreApplication.sendEvent(watch.panel.field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
    return (watch.painted() - began) * 1000


def last_letter(watch: Watch, text: str) -> Pressed:
    """Press the last letter of a search when all before it has come to rest."""
    watch.panel.field.setText(text[:-1])
    watch.settle()
    watch.longest()
    began = time.perf_counter()
    painted = press(watch, text[-1])
    watch.settle()
    return Pressed(painted, *((when - began) * 1000 for when in (watch.counted, watch.narrowed, watch.whole)))


def put_in_order(watch: Watch, order: str) -> None:
    """Choose an order as a person does."""
    box = watch.panel.order
    at = box.findData(order)
    box.setCurrentIndex(at)
    box.activated.emit(at)  # which a choice by program does not


def measure(watch: Watch, conn: sqlite3.Connection, case: Case, keys: int) -> None:
    """Print a line on a kind of query."""
    put_in_order(watch, case.order)
    watch.panel.field.clear()
    texts = [case.narrowed + text for text in case.typed[:TEXTS]]
    found: list[Pressed] = []
    held: list[Longest] = []
    for _ in range(max(keys // len(texts), 3)):
        for text in texts:
            found.append(last_letter(watch, text))
            held.append(watch.longest())
    shown, counted, narrowed, whole = (list(column) for column in zip(*found, strict=True))
    asked = [search.timed(partial(search.bare_query, conn, search.bare_sql(case), match)) for match in case.bare]
    for _ in range(4):
        for match in case.bare:
            asked.append(search.timed(partial(search.bare_query, conn, search.bare_sql(case), match)))
    bare = statistics.median(asked)
    print(
        f"{case.name:26} {search.row(shown)} {bare:9.2f} {statistics.median(shown) / bare:7.1f}   "
        f"{statistics.median(counted):7.1f} {statistics.median(narrowed):7.1f} {max(narrowed):7.1f} "
        f"{statistics.median(whole):7.1f}   {most(held)}",
        flush=True,
    )


def most(held: Iterable[Longest]) -> Longest:
    """The longest of all."""
    return Longest(*(max(column) for column in zip(Longest(0, 0), *held, strict=True)))


def type_on(watch: Watch) -> None:
    """Type whole searches without a rest, and print a line on it."""
    put_in_order(watch, "date")
    shown: list[float] = []
    watch.longest()
    for text in TYPED:
        watch.panel.field.clear()
        watch.settle()
        for letter in text:
            began = time.perf_counter()
            shown.append(press(watch, letter))
            watch.go_on(began + KEY - time.perf_counter())
        watch.settle()
    print(f"{f'typed, a key in {KEY * 1000:.0f} ms':26} {search.row(shown)} {watch.longest()!s:>65}", flush=True)


def scroll(watch: Watch) -> None:
    """Scroll through what a common word finds, and print lines on it."""
    view = watch.panel.list
    watch.panel.field.setText("the ")
    watch.settle()
    view.setFocus()
    watch.longest()
    shown: list[float] = []
    for _ in range(PAGES):
        shown.append(watch.scrolled(lambda: QTest.keyClick(view, Qt.Key.Key_PageDown)))
        watch.go_on(1 / 30)
    print(f"{'scrolled by pages':26} {search.row(shown)} {watch.longest()!s:>65}", flush=True)
    bar = view.verticalScrollBar()
    shown = []
    for number in range(JUMPS):
        shown.append(watch.scrolled(partial(bar.setValue, bar.maximum() * (number * 7 % JUMPS + 1) // JUMPS)))
        watch.go_on(1 / 30)
    print(f"{'scrolled far':26} {search.row(shown)} {watch.longest()!s:>65}", flush=True)


def run(file: Path, plain: Path, given: argparse.Namespace) -> None:
    """Print all figures for a library."""
    if given.steps:
        TimedEvents(sys.argv[:1])
    app = Application(sys.argv[:1])
    app.start(file)
    watch = Watch(app)
    began = time.perf_counter()
    watch.go_on(0.5)
    app.window.finish()  # does nothing where the first paint has done it
    watch.settle()
    print(f"{watch.model.rowCount():,} quotes, platform {QGuiApplication.platformName()}, {search.memory():.0f} MB")
    print(f"at rest {time.perf_counter() - began:.1f} s after the start; longest {watch.longest()}")
    print(f"{'':26} {'p50':>8} {'p95':>8} {'max':>8}      bare   ratio     count  facets     max     all     longest")
    conn = sqlite3.connect(plain)
    for case in search.cases(search.vocabulary()):
        measure(watch, conn, case, given.keys)
    conn.close()
    type_on(watch)
    scroll(watch)
    print(f"{search.memory():.0f} MB of memory at most, {resident():.0f} MB now", flush=True)
    app.stop()


def resident() -> float:
    """The memory that this process uses now, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def ship(file: Path, _: object) -> None:
    """Put the shipped library into a file."""
    dataset.build(file)


def main() -> None:
    """Make the libraries, each in a process of its own for the memory, and measure."""
    asked = argparse.ArgumentParser()
    asked.add_argument("quotes", type=int, nargs="?", default=100_000)
    asked.add_argument("--library", type=Path)
    asked.add_argument("--steps", action="store_true")
    asked.add_argument("--keys", type=int, default=KEYS)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PARLEY_HOME"] = folder
        file = given.library or Path(folder) / "bench.parley"
        plain = search.plain_of(file)
        if not file.exists():
            search.apart(search.fill if given.quotes else ship, file, given.quotes)
        if not plain.exists():
            search.apart(search.bare, file, plain)
        search.apart(run, file, plain, given)


if __name__ == "__main__":
    main()
