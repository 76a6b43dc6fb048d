from db import Cancel, front_page
from db.front_page import Year
from db.references import Record


def test_an_empty_library_has_its_title_and_nothing_else(library):
    page = front_page.read(library, Cancel())
    assert page.title == "Talks"
    assert set(page.counts.values()) == {0}
    assert (page.kinds, page.years, page.first, page.last, page.notes) == ({}, [], None, None, [])


def test_the_page_counts_what_the_library_holds(library, talks):
    library.readings.add(Record("meeting", talks.meeting), about="the day", value="one")
    library.readings.add(Record("meeting", talks.meeting), about="the day", value="two")
    page = front_page.read(library, Cancel())
    assert page.counts == {
        "meetings": 1, "participations": 1, "outcomes": 2, "quotes": 1, "sources": 1, "disputed": 1, "readings": 2,
    }  # fmt: skip
    assert page.kinds == {"round": 1}


def test_it_begins_with_the_first_and_the_latest_round(library, talks):
    summit = library.meetings.add(kind="summit", title="Later summit", starts="2024-01-01")
    last = library.meetings.add(kind="round", number=2, title="Second", starts="2018-03")
    library.meetings.add(kind="round", number=3, title="Not dated")
    page = front_page.read(library, Cancel())
    assert page.first is not None
    assert page.last is not None
    assert (page.first.uid, page.last.uid) == (talks.meeting, last)
    assert page.years == [Year("2017", talks.meeting), Year("2024", summit)]


def test_one_year_is_named_once(library):
    first = library.meetings.add(kind="round", title="First", starts="2018-01-05")
    library.meetings.add(kind="round", title="Second", starts="2018-03")
    assert front_page.read(library, Cancel()).years == [Year("2018", first)]


def test_years_need_a_dated_meeting(library):
    library.meetings.add(kind="round", number=1, title="Not dated")
    assert front_page.read(library, Cancel()).years == []


def test_notes_on_the_library_stand_in_their_order_and_others_do_not(library, talks):
    with library.reading() as conn:
        (uid,) = conn.execute("SELECT value FROM library WHERE key = 'uid'").fetchone()
    library.notes.add(Record("library", uid), body="First")
    library.notes.add(Record("meeting", talks.meeting), body="Not this")
    library.notes.add(Record("library", uid), body="Second")
    assert front_page.read(library, Cancel()).notes == ["First", "Second"]
