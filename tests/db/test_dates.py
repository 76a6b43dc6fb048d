from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import dates
from db.errors import BadValue

DAYS = st.dates(date(dates.OLDEST, 1, 1)).map(str)
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


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2018", "2018"),
        (" 2018-06\n", "2018-06"),
        ("2018-6-3", "2018-06-03"),
        ("2018/06/28", "2018-06-28"),
        ("2018. 06. 28", "2018-06-28"),
        ("16 March 2018", "2018-03-16"),
        ("16th of march 2018", "2018-03-16"),
        ("March 16, 2018", "2018-03-16"),
        ("16 Mar. 2018", "2018-03-16"),
        ("16-SEPT-2018", "2018-09-16"),
        ("2018 March 16", "2018-03-16"),
        ("March, 2018", "2018-03"),
        ("16.03.2018", "2018-03-16"),
        ("3.4.2018", "2018-04-03"),
        ("16. 03. 2018", "2018-03-16"),
        ("03.2018", "2018-03"),
        ("6/2018", "2018-06"),
        ("16/03/2018", "2018-03-16"),
        ("03/16/2018", "2018-03-16"),
        ("4/4/2018", "2018-04-04"),
        ("16–03–2018", "2018-03-16"),
        ("١٦.٠٣.٢٠١٨", "2018-03-16"),
        ("16\u00a0March\u00a02018", "2018-03-16"),
    ],
)
def test_a_date_is_read_as_people_type_it(typed, date):
    assert dates.read(typed) == date


@given(PARTIAL)
def test_a_date_is_read_as_it_is_written_and_as_it_is_shown(text):
    assert dates.read(text) == dates.read(dates.words(text)) == dates.read(dates.words(text).upper()) == text


@given(st.text(max_size=12) | st.from_regex(r"[0-9]{1,4}[./-][0-9]{1,4}([./ -][0-9]{1,4})?"))
def test_whatever_is_typed_is_a_date_or_refused_in_words(text):
    with suppress(BadValue):
        dates.parts(dates.read(text))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "A date is missing"),
        ("date not known", "is not a date: write 2018, 2018-06, 16 March 2018 or 16.03.2018"),
        ("03/04/2018", "can be two days: write 3 April 2018 or 4 March 2018"),
        ("3-4-2018", "can be two days"),
        ("16.03.18", "two digits: write it with all four"),
        ("30 February 2018", "“30 February 2018” is not in the calendar"),
        ("13.2018", "not in the calendar"),
        ("32 March 2018", "not in the calendar"),
        ("13/13/2018", "not in the calendar"),
        ("0000", "not in the calendar"),
        ("16.03.0018", "“16.03.0018” is in the year 18: years before 1000 are not kept. Write it in full, as in 2018."),
        ("0999", "is in the year 999"),
        ("3–4 May 2017", "is not a date"),
        ("Mayday 2018", "is not a date"),
        ("ma 2018", "is not a date"),
        ("16.03/2018", "is not a date"),
        ("2018" + " " * 100 + "or so", "is not a date"),
        ("<b>" * 300_000, "is not a date"),
    ],
)
def test_what_cannot_be_read_as_a_date_is_refused_in_words(typed, sentence):
    with pytest.raises(BadValue) as refused:
        dates.read(typed)
    assert sentence in str(refused.value)
    assert len(str(refused.value)) < 200
