import pytest

from db.errors import BadValue, Gone
from db.references import Record


def readings(library, record):
    return [(reading.value, reading.adopted) for reading in library.readings.of(record)]


def test_one_reading_of_a_point_is_followed(library, talks):
    record = Record("meeting", talks.meeting)
    signed = library.readings.add(record, about="date of the ceasefire", value="30 December", adopted=True)
    agreed = library.readings.add(record, about="date of the ceasefire", value="29 December")
    other = library.readings.add(record, about="direct or indirect", value="indirect", adopted=True)
    library.readings.adopt(agreed, "two sources name both days")
    assert readings(library, record) == [("30 December", 0), ("29 December", 1), ("indirect", 1)]
    assert library.readings.get(agreed).reason == "two sources name both days"
    library.undo()
    assert library.readings.get(signed).adopted == 1
    library.readings.leave_open(signed)
    assert readings(library, record) == [("30 December", 0), ("29 December", 0), ("indirect", 1)]
    assert library.readings.get(other).adopted == 1


def test_a_followed_reading_that_comes_to_another_point_leaves_followed_what_is_so_there(library, talks):
    record = Record("meeting", talks.meeting)
    library.readings.add(record, about="city", value="A", adopted=True)
    moved = library.readings.add(record, about="town", value="B", adopted=True)
    library.readings.edit(moved, about="city")
    assert readings(library, record) == [("A", 1), ("B", 0)]
    library.undo()
    library.readings.edit(moved, about="place")
    assert readings(library, record) == [("A", 1), ("B", 1)]
    library.readings.edit(moved, about="place", value="C")
    assert readings(library, record) == [("A", 1), ("C", 1)]


def test_a_reading_that_is_followed_again_keeps_its_reason(library, talks):
    reading = library.readings.add(
        Record("meeting", talks.meeting), about="city", value="A", reason="two papers say so"
    )
    library.readings.adopt(reading)
    assert library.readings.get(reading).reason == "two papers say so"


def test_a_reading_with_its_adoption_is_one_step(library, talks):
    record = Record("meeting", talks.meeting)
    library.readings.add(record, about="date", value="23", adopted=True)
    library.undo()
    assert readings(library, record) == []


def test_a_reading_stands_on_a_record_and_a_field_that_are_there(library, talks):
    with pytest.raises(Gone, match="This outcome is no longer"):
        library.readings.add(Record("outcome", "none"), about="a", value="b")
    with pytest.raises(BadValue, match="“size” is not a field of meetings"):
        library.readings.add(Record("meeting", talks.meeting), field="size", about="a", value="b")
    with pytest.raises(BadValue, match="“thing” is not a kind of record"):
        library.readings.add(Record("thing", "x"), about="a", value="b")
    library.readings.add(Record("meeting", talks.meeting), field="starts", about="first day", value="22 January")


def test_a_reading_of_the_library_itself(library):
    with library.reading() as conn:
        (uid,) = conn.execute("SELECT value FROM library WHERE key = 'uid'").fetchone()
    library.readings.add(Record("library", uid), about="number of rounds", value="22")
    with pytest.raises(Gone, match="This library"):
        library.readings.add(Record("library", "another"), about="number of rounds", value="21")
