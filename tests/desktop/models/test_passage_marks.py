"""What rests on a text is found by its place, told in words, and set in lanes where passages lie in each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.references import Record
from db.source_page import Use
from db.tag_tree import TagMark
from desktop.models.passage_marks import LANES, PassageMarks, mark_words, summary
from desktop.offsets import ShownText

TEXT = "Préamble 😀.\r\n\r\nThe parties agreed on zones. The end."


def use(starts, ends, kind="citation", **given):
    made = {
        "kind": kind, "id": 1, "citation": "c", "record": Record("meeting", "m"), "field": None, "relation": "states",
        "basis": "seen", "starts": starts, "ends": ends, "exact": "", "as_worded": None, "page": None, "anchor": None,
        "title": "First round",
    }  # fmt: skip
    return Use(**(made | given))


def test_marks_stand_where_the_document_has_the_words():
    starts = TEXT.index("agreed")
    (mark,) = PassageMarks(ShownText(TEXT), [use(starts, starts + 6)]).all
    document = ShownText(TEXT).shown.replace("\r\n", "\n").encode("utf-16-le")
    assert document[2 * mark.first : 2 * mark.last].decode("utf-16-le") == "agreed"


def test_what_has_no_place_or_lies_beyond_a_text_that_was_cut_is_left_out():
    assert PassageMarks(ShownText(TEXT), [use(None, None), use(3, len(TEXT) + 1)]).all == []


def test_around_a_place_the_shortest_comes_first():
    marks = PassageMarks(ShownText("abcdefghij"), [use(0, 9, title="long"), use(2, 5, title="short")])
    assert [mark.use.title for mark in marks.at(3)] == ["short", "long"]
    assert [mark.use.title for mark in marks.at(5)] == ["long"]
    assert marks.at(9) == []


def test_what_lies_in_each_other_has_lanes_of_its_own_and_what_follows_the_first_again():
    uses = [use(0, 9), use(1, 8), use(2, 7), use(3, 6), use(9, 10)]
    assert [mark.lane for mark in PassageMarks(ShownText("abcdefghij"), uses).all] == [0, 1, 2, LANES - 1, 0]


def test_steps_lead_from_one_mark_to_the_next_and_back():
    marks = PassageMarks(ShownText("abcdefghij"), [use(2, 4), use(6, 8)])
    first, second = marks.all
    assert [marks.beyond(at, 1) for at in (0, 2, 6)] == [first, second, None]
    assert [marks.beyond(at, -1) for at in (9, 6, 2)] == [second, first, None]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=30), st.integers(0, 60), st.integers(1, 20))
def test_what_is_between_two_places_is_all_that_overlaps_them(spans, first, length):
    uses = sorted((use(start, start + size) for start, size in spans), key=lambda one: (one.starts, one.ends))
    found = PassageMarks(ShownText("x" * 80), uses).between(first, first + length)
    assert [mark.use for mark in found] == [one for one in uses if one.starts < first + length and one.ends > first]


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (use(0, 1, "quote", by="Ada, Minister", day="2031-05-03", form="direct", meeting_title="First round"),
         "Quote, direct speech: Ada, Minister, 3 May 2031\nFirst round"),
        (use(0, 1, "quote"), "Quote: Speaker not known"),
        (use(0, 1, field="starts"), "Cited for: first day of “First round”"),
        (use(0, 1, relation="contradicts", meeting="m"), "Contradicts: “First round”"),
        (use(0, 1, relation="inferred", record=Record("outcome", "o"), meeting="m", meeting_title="Round",
             tags=(TagMark(1, "doubt", None),)),
         "Inferred from this: “First round”\nRound\nTags: doubt"),
        (use(0, 1, "note", title="Which?", by="Ada", day="2031-05-03"), "Which?\n— Ada, 3 May 2031"),
        (use(0, 1, "tag", tags=(TagMark(1, "a", None), TagMark(2, "b", None))), "Tags: a, b"),
        (use(0, 1, "tag"), "A passage without tags"),
    ],
)  # fmt: skip
def test_a_tip_says_what_rests_there(one, words):
    assert mark_words(one) == words


def test_how_much_rests_on_a_source_is_said_in_words():
    assert summary({"quote": 1, "citation": 2, "note": 0, "tag": 1}) == "2 citations, 1 quote, 1 tagged passage"
    assert summary({}) == ""
