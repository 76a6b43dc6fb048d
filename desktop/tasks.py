"""Work off the GUI thread: one writer, two readers, one that keeps drafts, two that wait for documents to be read.

Results come back by signal.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

from db import Cancel, Cancelled, KnownError
from db.cancel import Way
from db.gate import WriterWaits

READERS = 2
LOOKERS = 2
PAINTED, WAY_FREE = (QEvent.Type(QEvent.registerEventType()) for _ in range(2))
AFTER_PAINT = Qt.EventPriority.LowEventPriority.value - 1
"""Behind the event that paints what has changed, which Qt posts with the low priority."""


class Unforeseen(KnownError):
    """A bug, as it is told to whoever wished for the work that it ended."""

    def __init__(self) -> None:
        super().__init__("An error in Parley itself stopped this; nothing was stored.")


class _Landed(NamedTuple):
    """A piece of work that ended: its result or its error, and who wants it."""

    result: Any
    error: BaseException | None
    done: Callable[[Any], None] | None
    failed: Callable[[KnownError], None] | None
    cancel: Cancel | None
    write: bool


class Tasks(QObject):
    """Runs library calls on worker threads and hands each result to the GUI thread."""

    failed = Signal(Exception)
    idle = Signal()
    written = Signal()
    """No write, be it of a draft, is left to do."""
    _landed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.way = Way()
        """Which reads leave free while the GUI thread takes in a result or paints."""
        self._running = self._to_write = 0
        self._writes: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._reads: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._drafts: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._looks: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._looking: set[Cancel] = set()
        self._after_paint: deque[_Landed] = deque()
        self._keeps_way = False
        self._threads = [self._worker("write", self._writes), self._worker("drafts", self._drafts)]
        self._threads += [self._worker("read", self._reads) for _ in range(READERS)]
        self._threads += [self._worker("look", self._looks) for _ in range(LOOKERS)]
        self._landed.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def write(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[KnownError], None] | None = None,
    ) -> None:
        """Queue a write; writes run in the order in which they were asked for.

        `failed` is told of a known error in place of the signal; of a bug, as Unforeseen, beside it.
        """
        self._running += 1
        self._to_write += 1
        self._writes.put(lambda: self._run(work, done, None, failed, write=True))

    def keep(self, work: Callable[[], object], failed: Callable[[KnownError], None]) -> None:
        """Queue a write of a draft, which waits for no other work."""
        self._running += 1
        self._to_write += 1
        self._drafts.put(lambda: self._run(work, None, None, failed, write=True))

    def read(self, work: Callable[[Cancel], Any], done: Callable[[Any], None]) -> Cancel:
        """Start a read; the returned Cancel stops it, and then `done` is never called."""
        cancel = Cancel(self.way)
        self._running += 1
        self._reads.put(lambda: self._run(lambda: _patiently(work, cancel), done, cancel))
        return cancel

    def look(self, work: Callable[[Cancel], Any], done: Callable[[Any], None]) -> Cancel:
        """Start what takes long and needs no library, LOOKERS at a time; the Cancel stops it as that of a read does."""
        cancel = Cancel()
        self._running += 1
        self._looking.add(cancel)
        self._looks.put(lambda: self._run(lambda: _unless_raised(work, cancel), done, cancel))
        return cancel

    def after_paint(self, work: Callable[[], None]) -> Cancel:
        """Do something on the GUI thread once what is shown now is painted; the Cancel drops it."""
        cancel = Cancel()
        self._running += 1
        self._after_paint.append(_Landed(None, None, lambda _: work(), None, cancel, write=False))
        QCoreApplication.postEvent(self, QEvent(PAINTED), AFTER_PAINT)
        return cancel

    @property
    def busy(self) -> bool:
        """Whether any work is under way or waits to be delivered."""
        return self._running > 0

    @property
    def writing(self) -> bool:
        """Whether a write is under way or its end waits to be delivered."""
        return self._to_write > 0

    def close(self) -> None:
        """Let writes that are queued finish, drop reads that have not begun, stop looks, and end the threads."""
        for cancel in self._looking:
            cancel()
        with suppress(Empty):
            while True:
                self._reads.get_nowait()
        self._writes.put(None)
        self._drafts.put(None)
        for _ in range(READERS):
            self._reads.put(None)
        for _ in range(LOOKERS):
            self._looks.put(None)
        for thread in self._threads:
            thread.join()

    def _worker(self, name: str, queue: SimpleQueue[Callable[[], None] | None]) -> threading.Thread:
        def work() -> None:
            while (job := queue.get()) is not None:
                job()

        thread = threading.Thread(target=work, name=name, daemon=True)
        thread.start()
        return thread

    def _run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None,
        cancel: Cancel | None,
        failed: Callable[[KnownError], None] | None = None,
        *,
        write: bool = False,
    ) -> None:
        try:
            landed = _Landed(work(), None, done, failed, cancel, write)
        except BaseException as error:  # noqa: BLE001 - told on the GUI thread, in one place
            landed = _Landed(None, error, done, failed, cancel, write)
        self._landed.emit(landed)

    def customEvent(self, event: QEvent) -> None:
        if event.type() == PAINTED:
            self._deliver(self._after_paint.popleft())
        elif event.type() == WAY_FREE:
            self._keeps_way = False
            self.way.leave()

    def _keep_way(self) -> None:
        """Let reads give way from now until all that is about to change is painted."""
        if not self._keeps_way:
            self._keeps_way = True
            self.way.enter()
            QCoreApplication.postEvent(self, QEvent(WAY_FREE), AFTER_PAINT)

    @Slot(object)
    def _deliver(self, landed: _Landed) -> None:
        self._running -= 1
        self._to_write -= landed.write
        if landed.cancel:
            self._looking.discard(landed.cancel)
        try:
            if landed.cancel is None or not landed.cancel.raised:
                self._keep_way()
                self._hand_over(landed)
        finally:  # what waits for the end must hear of it, whatever became of the result
            if landed.write and not self._to_write:
                self.written.emit()
            if not self._running:
                self.idle.emit()

    def _hand_over(self, landed: _Landed) -> None:
        if landed.error is None:
            if landed.done:
                landed.done(landed.result)
        elif landed.failed and isinstance(landed.error, KnownError):
            landed.failed(landed.error)
        elif not isinstance(landed.error, Cancelled):
            self.failed.emit(landed.error)
            if landed.failed:
                landed.failed(Unforeseen())


def _unless_raised(work: Callable[[Cancel], Any], cancel: Cancel) -> Any:
    """Do a work that nobody called off while it waited."""
    cancel.check()
    return work(cancel)


def _patiently(work: Callable[[Cancel], Any], cancel: Cancel) -> Any:
    """Do a read, again from the start each time that an edit had to go first."""
    while True:
        try:
            return work(cancel)
        except WriterWaits:
            cancel.check()
