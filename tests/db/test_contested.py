import sqlite3
from contextlib import closing

import pytest

from db import Cancel
from db.contested import contested
from db.references import Record


@pytest.fixture
def points(library, talks):
    """Two points on a participant line and one on a later meeting; the uids of their readings."""
    line = Record("participation", talks.line)
    later = Record("meeting", library.meetings.add(kind="summit", title="Summit", starts="2018-02"))
    found = [
        library.readings.add(later, about="city", field="city", value="Oslo"),
        library.readings.add(line, about="head", field="head_id", value="Lavrov"),
        library.readings.add(line, about="mood", value="calm"),
        library.readings.add(line, about="head", field="head_id", value="Bogdanov", adopted=True, reason="two papers"),
    ]
    starts = library.sources.text(talks.source).index("Mr. Lavrov")
    library.citations.add(Record("reading", found[1]), source=talks.source, starts=starts, ends=starts + 10, page="iv")
    library.citations.add(Record("reading", found[1]), as_worded="Lavrov led it")
    return found


def told(points):
    return [(point.about, [reading.value for reading in point.readings]) for point in points]


def test_a_library_in_which_all_agree_has_no_points(library, talks):
    assert contested(library, Cancel()) == []


def test_points_stand_in_the_order_of_the_meetings_with_all_their_readings(library, points):
    assert told(contested(library, Cancel())) == [
        ("head", ["Lavrov", "Bogdanov"]), ("mood", ["calm"]), ("city", ["Oslo"])
    ]  # fmt: skip


def test_a_point_tells_what_it_is_about_and_where_it_stands(library, talks, points):
    head = contested(library, Cancel())[0]
    assert (head.record, head.field, head.title) == (Record("participation", talks.line), "head_id", "Russia")
    assert (head.meeting, head.meeting_title, head.day) == (talks.meeting, "First round", "2017-01-23")
    assert head.followed
    assert (head.followed.value, head.followed.reason) == ("Bogdanov", "two papers")
    assert contested(library, Cancel())[1].followed is None


def test_a_reading_has_its_own_passages(library, talks, points):
    passage, recalled = contested(library, Cancel())[0].readings[0].passages
    assert (passage.source, passage.source_title, passage.exact, passage.page) == (
        talks.source, "Joint statement", "Mr. Lavrov", "iv"
    )  # fmt: skip
    assert (recalled.source, recalled.basis, recalled.as_worded) == (None, "recalled", "Lavrov led it")


def test_a_passage_that_lost_its_place_says_so(library, talks, points):
    assert contested(library, Cancel())[0].readings[0].passages[0].anchor is None
    library.sources.edit(talks.source, text="All of it was written anew.")
    assert contested(library, Cancel())[0].readings[0].passages[0].anchor == "orphan"


def test_only_what_is_followed_can_be_told(library, points):
    assert told(contested(library, Cancel(), adopted_only=True)) == [("head", ["Bogdanov"])]


def test_a_point_on_what_is_of_no_meeting_stands_last(library, talks, points):
    library.readings.add(Record("party", talks.turkey), about="name", value="Türkiye")
    last = contested(library, Cancel())[-1]
    assert (last.title, last.meeting, last.day) == ("Turkey", None, None)


def test_a_reading_of_a_record_that_another_program_removed_is_told(library, talks, points):
    library.readings.adopt(points[0], "one paper")
    with closing(sqlite3.connect(library.path)) as other:
        for (name,) in other.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            other.execute(f"DROP TRIGGER {name}")
        other.execute("DELETE FROM meetings WHERE title = 'Summit'")
        other.commit()
    assert ("city", ["Oslo"]) in told(contested(library, Cancel()))
