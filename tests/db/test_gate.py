import threading

import pytest

from db.gate import Gate


def in_thread(work):
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def test_alone_waits_for_readers_and_holds_back_new_ones():
    gate, done = Gate(), []
    inside, leave = threading.Event(), threading.Event()

    def read():
        with gate.reading():
            inside.set()
            leave.wait(10)
            with gate.reading():  # a read inside a read goes on although a commit waits
                done.append("reader")

    def write():
        with gate.alone():
            done.append("writer")

    reader = in_thread(read)
    inside.wait(10)
    writer = in_thread(write)
    while not gate.closing:
        pass
    late = in_thread(lambda: gate.reading().__enter__() or done.append("late"))
    leave.set()
    for thread in (reader, writer, late):
        thread.join(10)
    assert done == ["reader", "writer", "late"]


def test_readers_do_not_wait_for_each_other():
    gate = Gate()
    with gate.reading():
        other = in_thread(lambda: gate.reading().__enter__())
        other.join(10)
        assert not other.is_alive()


def test_an_error_inside_leaves_the_gate_open():
    gate = Gate()
    with pytest.raises(ZeroDivisionError), gate.alone():
        divmod(1, 0)
    with pytest.raises(ZeroDivisionError), gate.reading():
        divmod(1, 0)
    with gate.alone():
        pass
    with gate.reading():
        assert gate.inside
        assert not gate.closing


def test_who_reads_cannot_ask_to_be_alone():
    gate = Gate()
    with gate.reading(), pytest.raises(AssertionError), gate.alone():
        pass
    assert not gate.closing
    with gate.alone():
        pass
