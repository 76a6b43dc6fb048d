"""A search narrowed by choices: put in, changed and taken out, whatever else is typed."""

import pytest

from db import query_choice
from db.quote_query import parse


@pytest.mark.parametrize(
    ("text", "narrowed"),
    [
        ("", "year:2018 "),
        ("peace tal", "year:2018 peace tal"),
        ("year:2017 peace", "year:2018 peace"),
        ("peace year: 2017", "peace year:2018"),
        ('year:"2017" ', "year:2018 "),
        ("peace OR war", "year:2018 (peace OR war*)"),
        ("peace OR war ", "year:2018 (peace OR war)"),
        ("-year:2017 peace", "year:2018 -year:2017 peace"),
        ("(year:2017 OR year:2019)", "year:2018 (year:2017 OR year:2019)"),
        ("year:2017 year:2019", "year:2018 year:2017 year:2019"),
        ("year: ", "year:2018 year: "),
    ],
)
def test_a_choice_is_put_in_or_takes_the_place_of_the_one_before(text, narrowed):
    assert query_choice.narrowed(text, "year", "2018") == narrowed


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("year:2018 peace tal", "peace tal"),
        ("peace year:2018 tal", "peace tal"),
        ("peace year:2018", "peace "),
        ("year: 2018", ""),
        ("peace", "peace"),
        ("-year:2018 peace", "-year:2018 peace"),
        ("year:2018 OR peace", "year:2018 OR peace"),
    ],
)
def test_a_choice_is_taken_out_alone(text, rest):
    assert query_choice.without(text, "year") == rest


@pytest.mark.parametrize(
    "text",
    ["", "a", '"a b', "a)(", "((a OR b", "a OR", "OR", "NOT", "near", '"', "-", "a OR b) c", 'a OR "b', "a OR -"],
)
def test_no_text_makes_it_fail_and_what_was_put_in_is_chosen(text):
    narrowed = query_choice.narrowed(text, "form", "direct")
    token = query_choice.chosen(narrowed, "form")
    assert token is not None
    assert token.text == "direct"
    assert "fdirect" in parse(narrowed).match


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [("role", "Conflict party", "conflict-party"), ("form", "indirect", "reported"), ("speaker", "LAVROV", "lavrov"),
     ("check", "no text to compare with", "no-text")],
)  # fmt: skip
def test_values_that_mean_the_same_have_one_key(field, one, other):
    assert query_choice.key(field, one) == query_choice.key(field, other)


@pytest.mark.parametrize(
    ("text", "as_typed"),
    [
        ("", "spellings:typed "),
        ("nur-sul", "spellings:typed nur-sul"),
        (" UN OR geneva ", "spellings:typed UN OR geneva "),
        ("a (b spellings: typed) ", "spellings:typed a (b ) "),
    ],
)
def test_the_switch_of_spellings_is_a_word_of_the_search(text, as_typed):
    assert query_choice.as_typed(text) == as_typed
    assert parse(as_typed).as_typed
    assert query_choice.in_all_spellings(as_typed) == as_typed.removeprefix("spellings:typed ")
    assert not parse(query_choice.in_all_spellings(as_typed)).as_typed
