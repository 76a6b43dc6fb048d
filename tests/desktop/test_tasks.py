"""Work off the GUI thread: writes in order, reads that can be dropped, errors told once, no write lost."""

import threading

import pytest
from PySide6.QtWidgets import QWidget

from db.gate import WriterWaits
from desktop.tasks import LOOKERS, READERS, Tasks


@pytest.fixture
def failures(tasks):
    """The errors that were told."""
    told = []
    tasks.failed.connect(told.append)
    return told


@pytest.fixture
def held_writer(tasks):
    """The writer held back until the returned function is called."""
    go = threading.Event()
    tasks.write(go.wait)
    return go.set


@pytest.fixture
def held_readers(tasks):
    """All readers held back until the returned function is called."""
    go, together = threading.Event(), threading.Barrier(READERS + 1)

    def hold(_):
        together.wait()
        go.wait()

    for _ in range(READERS):
        tasks.read(hold, lambda _: None)
    together.wait()
    yield go.set
    go.set()


def test_writes_run_in_the_order_in_which_they_were_asked_for(tasks, qtbot):
    written, done = [], []
    for number in range(200):
        tasks.write(lambda number=number: written.append(number) or number, done.append)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert written == done == list(range(200))


def test_results_are_handed_over_on_the_gui_thread(tasks, qtbot):
    where = []
    tasks.write(threading.get_ident, lambda worker: where.append((worker, threading.get_ident())))
    tasks.read(lambda _: threading.get_ident(), lambda worker: where.append((worker, threading.get_ident())))
    qtbot.waitUntil(lambda: not tasks.busy)
    here = threading.get_ident()
    assert all(worker != here and handed == here for worker, handed in where)
    assert len(where) == 2


def test_a_dropped_read_that_has_not_begun_is_never_handed_over(tasks, qtbot, held_readers):
    handed = []
    drop = tasks.read(lambda _: "late", handed.append)
    drop()
    held_readers()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert handed == []


def test_a_read_dropped_after_it_ended_is_never_handed_over(tasks, qtbot, finish_reads):
    handed = []
    drop = tasks.read(lambda _: "done already", handed.append)
    finish_reads()
    drop()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert handed == []


def test_the_error_of_a_dropped_read_is_not_told(tasks, qtbot, finish_reads, failures):
    drop = tasks.read(lambda _: 1 / 0, lambda _: None)
    finish_reads()
    drop()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert failures == []


def test_a_running_read_is_asked_to_stop(tasks, qtbot):
    begun = threading.Event()

    def read(cancel):
        begun.set()
        while True:
            cancel.check()

    drop = tasks.read(read, lambda _: None)
    begun.wait()
    drop()
    qtbot.waitUntil(lambda: not tasks.busy)


def test_each_error_is_told_once_and_the_threads_go_on(tasks, qtbot, failures):
    tasks.write(lambda: 1 / 0)
    tasks.read(lambda _: [].pop(), lambda _: None)
    done = []
    tasks.write(lambda: "still here", done.append)
    tasks.read(lambda _: "and here", done.append)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert sorted(type(error).__name__ for error in failures) == ["IndexError", "ZeroDivisionError"]
    assert sorted(done) == ["and here", "still here"]


def test_who_wished_for_a_write_hears_of_a_bug_in_words(tasks, qtbot, failures):
    told = []
    tasks.write(lambda: 1 / 0, None, told.append)
    tasks.keep([].pop, told.append)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert sorted(type(error).__name__ for error in failures) == ["IndexError", "ZeroDivisionError"]
    assert [str(error) for error in told] == ["An error in Parley itself stopped this; nothing was stored."] * 2


def test_the_end_of_the_work_is_told_though_its_result_finds_a_bug(tasks, qtbot):
    told = []
    tasks.written.connect(lambda: told.append("written"))
    tasks.idle.connect(lambda: told.append("idle"))
    with qtbot.capture_exceptions() as bugs:
        tasks.write(lambda: 0, lambda result: 1 / result)
        qtbot.waitUntil(lambda: not tasks.busy)
    assert [kind for kind, *_ in bugs] == [ZeroDivisionError]
    assert told == ["written", "idle"]


def test_a_draft_that_is_being_kept_counts_as_a_write(tasks, qtbot):
    go = threading.Event()
    tasks.keep(go.wait, lambda _: None)
    assert tasks.writing
    with qtbot.waitSignal(tasks.written):
        go.set()
    assert not tasks.writing


def test_a_read_that_a_write_stopped_starts_again(tasks, qtbot):
    tries, done = [], []

    def read(_):
        tries.append(1)
        if len(tries) < 3:
            raise WriterWaits
        return "read"

    tasks.read(read, done.append)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert (len(tries), done) == (3, ["read"])


def test_a_dropped_read_does_not_start_again(tasks, qtbot, failures):
    tries = []

    def read(cancel):
        tries.append(1)
        cancel()
        raise WriterWaits

    tasks.read(read, lambda _: None)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert (len(tries), failures) == (1, [])


def test_work_counts_as_busy_until_it_is_handed_over(tasks, qtbot, held_writer):
    assert tasks.busy
    held_writer()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert not tasks.busy


def test_closing_lets_queued_writes_finish(qtbot):
    tasks = Tasks()
    go, written = threading.Event(), []
    tasks.write(go.wait)
    for number in range(50):
        tasks.write(lambda number=number: written.append(number))
    threading.Thread(target=go.set).start()
    tasks.close()
    assert written == list(range(50))


def test_closing_drops_reads_that_have_not_begun(qtbot):
    before = threading.enumerate()
    tasks = Tasks()
    writer = next(thread for thread in threading.enumerate() if thread.name == "write" and thread not in before)
    begun, go, read = threading.Barrier(READERS + 1), threading.Event(), []

    def hold(_):
        begun.wait()
        go.wait()

    def let_go_once_the_writer_ended():
        writer.join()
        go.set()

    for _ in range(READERS):
        tasks.read(hold, lambda _: None)
    begun.wait()
    tasks.read(read.append, lambda _: None)
    threading.Thread(target=let_go_once_the_writer_ended).start()
    tasks.close()
    assert read == []


@pytest.mark.parametrize("attempt", range(20))
def test_closing_while_readers_take_their_work_comes_to_an_end(qtbot, attempt):
    tasks = Tasks()
    for _ in range(200):
        tasks.read(lambda _: None, lambda _: None)
    tasks.close()
    assert not [thread for thread in threading.enumerate() if thread.name in ("write", "read")]


def test_looks_run_two_at_a_time_and_end_with_the_tasks(qtbot):
    tasks = Tasks()
    together, begun = threading.Barrier(LOOKERS + 1), []

    def work(cancel):
        begun.append(cancel)
        together.wait()
        while not cancel.raised:
            threading.Event().wait(0.01)
        cancel.check()

    cancels = [tasks.look(work, begun.append) for _ in range(LOOKERS + 2)]
    together.wait()
    assert begun == cancels[:LOOKERS]
    tasks.close()
    assert all(cancel.raised for cancel in cancels)
    assert begun == cancels[:LOOKERS]


def test_a_look_that_was_called_off_before_it_began_is_not_done(tasks, qtbot):
    go, done = threading.Event(), []
    for _ in range(LOOKERS):
        tasks.look(lambda _: go.wait(), lambda _: None)
    tasks.look(lambda _: done.append("begun"), done.append)()
    go.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert done == []


def test_what_waits_for_the_paint_is_done_after_it_and_counts_as_busy_till_then(tasks, qtbot):
    told = []

    class Sheet(QWidget):
        def paintEvent(self, event):
            told.append("painted")

    sheet = Sheet()
    qtbot.addWidget(sheet)
    sheet.show()
    qtbot.waitUntil(lambda: bool(told))
    told.clear()
    tasks.after_paint(lambda: told.append("went on"))
    tasks.after_paint(lambda: told.append("dropped"))()
    sheet.update()
    assert tasks.busy
    qtbot.waitUntil(lambda: not tasks.busy)
    assert told == ["painted", "went on"]
