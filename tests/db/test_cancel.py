"""Work that is asked to stop, and work that gives way to a thread that must be quick."""

import threading

import pytest

from db.cancel import Cancel, Cancelled, Way

COUNTS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT count(*) FROM n"
NEVER = 600
"""Seconds that no test waits for."""


@pytest.fixture
def way(monkeypatch):
    """A way that only its `leave` frees."""
    monkeypatch.setattr("db.cancel.LONGEST", NEVER)
    return Way()


def done(work):
    """An event that is set when some work, started on a thread of its own, has ended."""
    ended = threading.Event()
    threading.Thread(target=lambda: (work(), ended.set()), daemon=True).start()
    return ended


def test_work_pauses_until_the_quick_thread_has_left_as_often_as_it_entered(way):
    way.enter()
    way.enter()
    ended = done(Cancel(way).check)
    way.leave()
    assert not ended.wait(0.1)
    way.leave()
    assert ended.wait(10)


def test_a_query_pauses_while_it_runs(way, library):
    def count(cancel):
        with library.reading(cancel) as conn:
            conn.execute(COUNTS).fetchall()

    assert done(lambda: count(Cancel(way))).wait(10)
    way.enter()
    ended = done(lambda: count(Cancel(way)))
    assert not ended.wait(0.1)
    way.leave()
    assert ended.wait(10)


def test_work_goes_on_after_a_while_though_the_quick_thread_stays(monkeypatch):
    monkeypatch.setattr("db.cancel.LONGEST", 0.01)
    way = Way()
    way.enter()
    assert done(Cancel(way).check).wait(10)


def test_work_that_paused_stops_if_it_was_called_off_meanwhile(way):
    cancel, stopped = Cancel(way), threading.Event()

    def work():
        try:
            cancel.check()
        except Cancelled:
            stopped.set()

    way.enter()
    ended = done(work)
    cancel()
    way.leave()
    assert ended.wait(10)
    assert stopped.is_set()
