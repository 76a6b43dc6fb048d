import pytest

from db import Cancel
from db.folding import bare
from db.meeting_list import lines, narrow, words
from db.references import Record


@pytest.fixture
def rows(library, talks):
    def rows():
        return lines(library, Cancel())

    return rows


def test_meetings_and_events_stand_in_order_of_time_and_undated_ones_last(library, rows):
    library.events.add(uid="between", kind="other", title="Between", happened="2017-02")
    library.meetings.add(uid="late", kind="round", number=2, title="Second", starts="2017-02-15")
    library.meetings.add(uid="undated", kind="working-group", title="Group")
    library.meetings.add(uid="early", kind="ministerial", title="Moscow", starts="2016-12-20")
    assert [row.uid for row in rows()] == ["early", "astana-01", "between", "late", "undated"]


def test_a_partial_date_stands_before_the_days_within_it(library, rows):
    library.meetings.add(uid="year", kind="summit", title="Some day", starts="2017")
    library.meetings.add(uid="month", kind="summit", title="Some day", starts="2017-01")
    assert [row.uid for row in rows()] == ["year", "month", "astana-01"]


def test_disputed_points_and_notes_are_counted(library, rows, talks):
    for value in ("one", "two"):
        library.readings.add(Record("meeting", talks.meeting), field="city", about="the city", value=value)
    library.readings.add(Record("outcome", talks.ceasefire), about="the act", value="agreed")
    library.notes.add(Record("meeting", talks.meeting), body="See")
    (row,) = rows()
    assert (row.disputed, row.notes) == (2, 1)


def test_the_notes_of_an_event_are_counted(library, rows):
    uid = library.events.add(kind="other", title="Event", happened="2020")
    library.notes.add(Record("event", uid), body="See")
    assert [(row.record, row.notes, row.held) for row in rows() if row.uid == uid] == [("event", 1, "held")]


def test_words_hold_title_city_parties_heads_and_speakers(library, talks):
    library.meetings.edit(talks.meeting, city="Астана")
    library.parties.edit(talks.russia, short_name="RF")
    found = words(library, Cancel())[talks.meeting].split()
    assert {"first", "round", "russia", "rf", "sergey", "lavrov"} <= set(found)
    assert bare("Астана") in found


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Çavuşoğlu", "cavusoglu"), ("TÜRKİYE", "turkiye"), ("Ерлан", "ерлан"), ("ﬁ", "fi"), ("STRASSE", "strasse"),
     ("Straße", "strasse"), ("e\u0301te", "ete"), ("", "")],
)  # fmt: skip
def test_folding_takes_away_case_and_diacritics(text, folded):
    assert bare(text) == folded


def test_narrowing_wants_every_word_and_one_of_the_kinds(library, rows):
    library.meetings.add(uid="sochi", kind="congress", title="Congress of Sochi", starts="2018")
    all_rows, searched = rows(), words(library, Cancel())

    def found(text, *kinds):
        return [row.uid for row in narrow(all_rows, searched, text, frozenset(kinds))]

    assert found("") == ["astana-01", "sochi"]
    assert found("sochi congress") == ["sochi"]
    assert found("CONG") == ["sochi"]
    assert found("sochi lavrov") == []
    assert found("", "congress", "round") == ["astana-01", "sochi"]
    assert found("lavrov", "congress") == []
