"""Long reads pause while the GUI thread takes in a result and paints, and go on afterwards."""

import threading

import pytest
from PySide6.QtWidgets import QWidget


class LongRead:
    """A read that counts its steps until it is ended."""

    def __init__(self, tasks):
        self.steps, self._stop, begun = 0, threading.Event(), threading.Event()

        def work(cancel):
            while not self._stop.is_set():
                cancel.check()
                self.steps += 1
                begun.set()

        tasks.read(work, lambda _: None)
        assert begun.wait(10)

    def pauses(self):
        """Whether it soon takes no more steps."""
        for _ in range(10):
            before = self.steps
            self._stop.wait(0.02)
            if self.steps == before:
                return True
        return False

    def end(self):
        self._stop.set()


class Sheet(QWidget):
    """Tells when it is painted."""

    def __init__(self, painted, parent=None):
        super().__init__(parent)
        self._painted = painted

    def paintEvent(self, event):
        self._painted()


@pytest.fixture
def long_read(monkeypatch):
    """Starts a long read, which pauses as long as it must."""
    monkeypatch.setattr("db.cancel.LONGEST", 600)
    reads = []

    def start(tasks):
        reads.append(LongRead(tasks))
        return reads[-1]

    yield start
    for read in reads:
        read.end()


def test_a_long_read_pauses_from_a_result_until_what_that_changed_is_painted(tasks, qtbot, long_read):
    read, pauses = long_read(tasks), {}

    def take_in(_):
        pauses["result"] = read.pauses()
        sheet.update()

    sheet = Sheet(lambda: "result" in pauses and pauses.setdefault("paint", read.pauses()))
    qtbot.addWidget(sheet)
    with qtbot.waitExposed(sheet):
        sheet.show()
    qtbot.waitUntil(lambda: not read.pauses())
    tasks.read(lambda _: None, take_in)
    qtbot.waitUntil(lambda: "paint" in pauses)
    assert pauses == {"result": True, "paint": True}
    qtbot.waitUntil(lambda: not read.pauses())


def test_a_long_read_goes_on_though_taking_in_a_result_ends_in_a_bug(tasks, qtbot, long_read):
    read = long_read(tasks)
    with qtbot.captureExceptions() as bugs:
        tasks.read(lambda _: None, lambda _: 1 // 0)
        qtbot.waitUntil(lambda: bool(bugs))
    qtbot.waitUntil(lambda: not read.pauses())


def test_a_long_read_pauses_while_the_window_paints(window, idle, qtbot, long_read):
    idle(window.session)
    read, pauses = long_read(window.session.tasks), []
    sheet = Sheet(lambda: pauses.append(read.pauses()), window.centralWidget())
    sheet.resize(20, 20)
    sheet.show()
    qtbot.waitUntil(lambda: bool(pauses))
    assert all(pauses)
    qtbot.waitUntil(lambda: not read.pauses())
