import threading

import pytest

from db import KnownError
from db.cancel import Cancel, Cancelled
from db.gate import WriterWaits

ENDLESS = "WITH RECURSIVE n (i) AS (SELECT begun() UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


class Reader(threading.Thread):
    """Runs a query that never ends by itself, on its own thread; keeps the error that ended it."""

    def __init__(self, library, cancel=None):
        super().__init__(daemon=True)
        self.library, self.cancel = library, cancel or Cancel()
        self.begun, self.error = threading.Event(), None
        self.start()
        self.begun.wait(10)

    def run(self):
        try:
            with self.library.reading(self.cancel) as conn:
                conn.create_function("begun", 0, lambda: self.begun.set() or 1)
                conn.execute(ENDLESS).fetchall()
        except Exception as error:  # noqa: BLE001 - what it was is what the tests look at
            self.error = error

    def end(self):
        self.join(10)
        assert not self.is_alive()
        return type(self.error)


def test_a_running_query_stops_when_it_is_cancelled(library):
    reader = Reader(library)
    reader.cancel()
    assert reader.end() is Cancelled


def test_a_running_query_gives_way_to_an_edit(library):
    reader = Reader(library)
    library.people.add(name="A")
    assert reader.end() is WriterWaits


def test_a_running_query_ends_when_the_library_is_closed(library):
    reader = Reader(library)
    library.close()
    assert reader.end() is WriterWaits
    with pytest.raises(Cancelled), library.reading(Cancel()):
        pass


def test_a_cancel_raised_before_stops_before_anything_runs(library):
    cancel = Cancel()
    cancel()
    with pytest.raises(Cancelled):
        library.people.all(cancel)


def test_a_read_inside_another_leaves_the_outer_one_to_be_cancelled(library):
    outer = Cancel()

    def read():
        with library.reading(outer) as conn:
            assert library.people.all(Cancel()) == []
            outer()
            conn.create_function("begun", 0, lambda: 1)
            conn.execute(ENDLESS).fetchall()

    with pytest.raises(Cancelled):
        read()


def test_readers_cannot_write(library):
    with pytest.raises(KnownError, match="cannot be written to"), library.reading() as conn:
        conn.execute("DELETE FROM people")


def test_text_that_is_not_utf8_reads_with_marks(library):
    with library.revise("Foreign") as db:
        db.conn.execute("INSERT INTO people (uid, name) VALUES ('x', CAST(x'41ff42' AS TEXT))")
    assert library.people.get("x").name == "A\ufffdB"
    library.people.edit("x", name="AB")
    assert library.people.get("x").name == "AB"


def test_an_error_of_ours_in_a_query_stays_what_it_is(library):
    with pytest.raises(Exception, match="no such table: nowhere") as error, library.reading() as conn:
        conn.execute("SELECT * FROM nowhere")
    assert not isinstance(error.value, KnownError)


def test_every_thread_has_its_own_connection(library):
    with library.reading() as mine, library.reading() as again:
        assert mine is again
    others = []

    def read():
        with library.reading() as conn:
            others.append(conn)

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    assert others[0] is not mine
