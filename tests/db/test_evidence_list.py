import pytest

from db import Cancel, evidence_list
from db.evidence_list import EvidenceFilters, Heading
from db.references import Record


@pytest.fixture
def rows(library):
    """What is listed, headings by their title and values by their field."""

    def rows(**filters):
        found = evidence_list.find(library, EvidenceFilters(**filters), Cancel())
        lines = [line for line in evidence_list.lines(library, found.keys) if line]
        return [line.title if isinstance(line, Heading) else (line.on, line.field, line.state) for line in lines]

    return rows


@pytest.fixture
def facets(library):
    return lambda: evidence_list.find(library, EvidenceFilters(), Cancel()).facets


def test_an_empty_library_lacks_nothing(library, rows, facets):
    assert rows() == []
    assert facets() == ([], [], [], (0, 0, 0, 0, 0, 0))


def test_what_lacks_evidence_stands_under_its_meeting_in_the_order_of_the_page(library, talks, rows):
    summit = library.meetings.add(kind="summit", title="Summit", starts="2016", city="Oslo")
    library.citations.add(Record("meeting", summit), source=talks.source, field="starts")
    assert rows() == [
        "Summit",
        ("meeting", "city", "unsourced"),
        "First round",
        ("meeting", "number", "unsourced"),
        ("meeting", "starts", "unsourced"),
        ("participation", "attendance", "unsourced"),
        ("participation", "role", "unsourced"),
        ("participation", "head_id", "unsourced"),
        ("outcome", "act", "unsourced"),
        ("outcome", "text", "unsourced"),
        ("outcome", "act", "unsourced"),
        ("outcome", "text", "unsourced"),
    ]


def test_points_stand_after_the_values_whether_they_are_left_open_or_not(library, talks, rows):
    line = Record("participation", talks.line)
    first = library.readings.add(line, about="role", field="role", value="host")
    library.readings.add(line, about="role", field="role", value="guarantor")
    assert rows(state="open") == ["First round", ("participation", "role", "open")]
    assert rows()[-1] == ("participation", "role", "open")
    library.readings.adopt(first)
    assert rows(state="open") == []
    assert rows(state="followed") == ["First round", ("participation", "role", "followed")]


def test_the_list_is_narrowed_by_state_kind_and_meeting(library, talks, rows):
    event = library.events.add(kind="other", title="Exchange", happened="2030")
    library.citations.add(Record("event", event))
    assert rows(state="recalled") == ["Exchange", ("event", "happened", "recalled")]
    assert rows(kind="outcome", state="recalled") == []
    assert len(rows(kind="outcome")) == 5
    assert rows(place=Record("event", event)) == ["Exchange", ("event", "happened", "recalled")]
    assert "Exchange" not in rows(place=Record("meeting", talks.meeting))


def test_facets_count_all_rows_whatever_is_shown(library, talks, facets):
    library.citations.add(Record("participation", talks.line), field="role")
    library.readings.add(Record("meeting", talks.meeting), about="mood", value="calm")
    found = facets()
    assert found.states == [("unsourced", 8), ("recalled", 1), ("open", 1)]
    assert found.kinds == [("meeting", 3), ("participation", 3), ("outcome", 4)]
    assert found.places == [(Record("meeting", talks.meeting), "First round", 10)]
    assert (found.share.seen, found.share.total) == (3, 12)


def test_a_row_tells_the_value_and_what_it_is_of(library, talks):
    found = evidence_list.find(library, EvidenceFilters(kind="participation"), Cancel())
    heading, *rest = evidence_list.lines(library, found.keys)
    assert heading == Heading(Record("meeting", talks.meeting), "First round", "2017-01-23", None)
    head = rest[-1]
    assert head
    assert not isinstance(head, Heading)
    assert (head.record, head.value, head.title) == (Record("participation", talks.line), "Sergey Lavrov", "Russia")
    assert head.place == Record("meeting", talks.meeting)


def test_a_point_tells_its_readings_the_one_that_is_followed_first(library, talks):
    line = Record("participation", talks.line)
    first = library.readings.add(line, about="role", value="host")
    library.readings.add(line, about="role", value="guarantor", adopted=True)
    found = evidence_list.find(library, EvidenceFilters(state="followed"), Cancel())
    point = evidence_list.lines(library, found.keys)[-1]
    assert point
    assert not isinstance(point, Heading)
    assert (point.record, point.value, point.title) == (Record("reading", first), "role", "Russia")
    assert point.readings == ("guarantor", "host")


def test_quotes_of_no_meeting_stand_last_under_a_heading_of_their_own(library, talks):
    library.quotes.add(form="direct", text="We shall see")
    found = evidence_list.find(library, EvidenceFilters(kind="quote"), Cancel())
    heading, line = evidence_list.lines(library, found.keys)
    assert heading == Heading(None, "", None, None)
    assert line
    assert not isinstance(line, Heading)
    assert line.place is None


def test_what_is_gone_since_is_none(library, talks):
    keys = evidence_list.find(library, EvidenceFilters(), Cancel()).keys
    library.quotes.remove(talks.quote)
    library.meetings.remove(talks.meeting)
    assert set(evidence_list.lines(library, keys)) == {None}
