import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import dates
from db.errors import BadValue

DAYS = st.dates().map(str)
PARTIAL = st.builds(lambda day, length: day[:length], DAYS, st.sampled_from([4, 7, 10]))


@given(PARTIAL)
def test_every_part_of_a_day_is_a_date_with_words(text):
    dates.check_span(text, text)
    year, month, day = dates.parts(text)
    assert dates.words(text).split()[::-1][0] == f"{year:04}"
    assert dates.words(text).count(" ") == (month is not None) + (day is not None)
    assert dates.span(text, text) == dates.words(text)


@given(st.text(max_size=12) | PARTIAL, st.text(max_size=12) | PARTIAL)
def test_showing_never_fails_whatever_a_file_holds(one, other):
    dates.words(one)
    dates.span(one, other)
    dates.day_key(one)


WRONG = ["", "18", "2018-6", "2018-13", "2018-00", "2018-02-30", "2018-02-00", "0000", "28.06.2018", "२०१८", "2018\n"]


@pytest.mark.parametrize("text", [*WRONG, "2018-06-28T00:00"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(BadValue):
        dates.parts(text)


@given(PARTIAL, PARTIAL)
def test_keys_sort_as_the_dates_do(one, other):
    assert (dates.day_key(one) < dates.day_key(other)) == (one < other)


@given(PARTIAL, PARTIAL)
def test_an_end_is_before_a_start_only_where_both_say_so(starts, ends):
    length = min(len(starts), len(ends))
    if ends[:length] < starts[:length]:
        with pytest.raises(BadValue, match="is before the start"):
            dates.check_span(starts, ends)
    else:
        dates.check_span(starts, ends)
    dates.check_span(None, ends)
    dates.check_span(starts, None)


@pytest.mark.parametrize(
    ("starts", "ends", "words"),
    [
        (None, None, "date not known"),
        ("2017-05-03", "2017-05-04", "3–4 May 2017"),
        ("2018-01-30", "2018-02-02", "30 January – 2 February 2018"),
        ("2016-12-30", "2017-01-02", "30 December 2016 – 2 January 2017"),
        ("2018-06", None, "June 2018"),
        (None, "2018", "2018"),
        ("2018-06", "2018-06-28", "June 2018"),
        ("2018", "2018-06", "2018 – June 2018"),
        ("2018-99-01", "2018-99-02", "1–2018-99-02"),
    ],
)
def test_two_dates_are_one_span(starts, ends, words):
    assert dates.span(starts, ends) == words
