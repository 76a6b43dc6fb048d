"""after: and before: mean the same alone, after NOT and -, beside OR and in parentheses."""

import pytest

from db import Cancel
from db.quote_query import parse
from db.quote_search import ORDERS

DAYS = (
    "2016",
    "2017-12-31",
    "2018",
    "2018-03",
    "2018-03-01",
    "2018-03-15",
    "2018-03-16",
    "2018-12-31",
    "2019-02",
    None,
)


@pytest.fixture
def dated(library):
    """A quote for each of DAYS, every second one about dams, the others about locks."""
    with library.revise("Add"):
        for number, day in enumerate(DAYS):
            text = f"on {day} we spoke of {'locks' if number % 2 else 'dams'}"
            library.quotes.add(form="direct", said_on=day, text=text)
    return library


def days(library, text, order="date"):
    lines = library.quotes.first(parse(text, typing=False), Cancel(), 99, order)
    return [line.said_on for line in lines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-after:2018-03-15", {"2016", "2017-12-31", "2018", "2018-03", "2018-03-01", "2018-03-15", None}),
        ("after:2018-03-15 OR year:2016", {"2018-03-16", "2018-12-31", "2019-02", "2016"}),
        ("dams OR after:2018-03-15", {"2016", "2018", "2018-03-01", "2018-03-16", "2019-02", "2018-12-31"}),
        ("dams NOT (after:2018-03 locks OR before:2018-03-15)", {"2018", "2018-03-16", "2019-02"}),
        ("NOT before:2018-03-15", {"2018", "2018-03", "2018-03-15", "2018-03-16", "2018-12-31", "2019-02", None}),
        ("(before:2017 OR after:2018-12) locks", set()),
        ("(before:2017 OR after:2018-12) dams", {"2016", "2019-02"}),
        ("(after:2018 (dams OR locks)) OR (-after:2018 dams locks)", {"2019-02"}),
    ],
)
def test_days_count_exactly_in_any_part_of_a_search(dated, text, expected):
    assert set(days(dated, text)) == expected
    assert parse(text, typing=False).remark == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("before:2018", {"2016", "2017-12-31"}),
        ("before:2018-03", {"2016", "2017-12-31"}),
        ("before:2018-03-15", {"2016", "2017-12-31", "2018-03-01"}),
        ("before:2018-04", {"2016", "2017-12-31", "2018-03", "2018-03-01", "2018-03-15", "2018-03-16"}),
        ("before:2019", {*DAYS} - {"2019-02", None}),
        ("after:2018-03-01", {"2018-03-15", "2018-03-16", "2018-12-31", "2019-02"}),
        ("after:2018-02", {"2018-03", "2018-03-01", "2018-03-15", "2018-03-16", "2018-12-31", "2019-02"}),
        ("after:2017", {*DAYS} - {"2016", "2017-12-31", None}),
    ],
)
def test_a_month_or_year_is_before_or_after_a_day_when_all_of_it_is(dated, text, expected):
    assert set(days(dated, text)) == expected


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("text", ["dams OR after:2018-03-15", "before:2018-03-15", "on NOT before:2018-03-15"])
def test_stretches_of_days_stand_in_one_order(dated, text, order):
    query = parse(text, typing=False)
    assert len(query.parts) > 1
    whole = dated.quotes.search(query, Cancel(), order).ids
    assert len(whole) == len(set(whole)) == dated.quotes.count(query, Cancel()).written
    for most in range(1, len(whole) + 1):
        lines = dated.quotes.first(query, Cancel(), most, order)
        assert [line.id for line in lines] == list(whole[:most])
    if order in ("date", "oldest"):
        known = [day for day in days(dated, text, order) if day]
        assert known == sorted(known, reverse=order == "date")
        assert days(dated, text, order)[: len(known)] == known


def test_days_of_which_none_is_left_are_said_so(dated):
    query = parse("after:2019 before:2018", typing=False)
    assert query.remark == "No day is left between after: and before:."
    assert days(dated, "after:2019 before:2018") == []


def test_a_year_of_which_all_is_wanted_is_looked_for_as_one_stretch():
    assert len(parse("dams after:2018", typing=False).parts) == 1
    assert parse("dams", typing=False).parts[0].bounds is None
