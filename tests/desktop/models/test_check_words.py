"""Signs and words for what comparing quotations gave."""

import pytest

from db.quotation import compare
from db.vocabulary import CHECKS
from desktop.models import check_words
from desktop.models.check_words import LONGEST, MOST, differences, of_all, short


def test_every_result_of_comparing_words_has_a_sign_and_words_of_its_own():
    compared = set(CHECKS) - {"no-text"}
    assert set(check_words.SIGNS) == set(check_words.WORDS) == compared
    assert len(set(check_words.SIGNS.values())) == len(compared)
    assert short("differs") == "! differs from its source"
    assert short("no-text") == short(None) == ""


@pytest.mark.parametrize(
    ("quotation", "told"),
    [
        ("we shall not sign the paper", ""),
        ("we shall sign the paper", "“not” is left out."),
        ("we shall not yet sign the paper", "“yet” is put in."),
        ("we shall not burn the paper", "“sign” has become “burn”."),
        ("we shall not [yet] sign the paper", "“[yet]” is put in."),
        ("we shall [happily] sign the paper", "“not” has become “[happily]”."),
        ("we shall […] sign the paper", "dots leave out “not”."),
        ("we shall not [un]sign the paper", "“sign” has become “[un]sign”."),
        ("we shall not … the [yellow] paper", "“[yellow]” is put in."),
        ("we shall sign a paper", "“not” is left out; “the” has become “a”."),
    ],
)
def test_differences_are_told_in_words(quotation, told):
    assert differences(compare(quotation, "They said: we shall not sign the paper.").segments) == told


@pytest.mark.parametrize(
    ("quotation", "told"),
    [
        ("we shall not sign the paper", ""),
        ("we shall not … the paper [sic]", ""),
        ("we shall not [yet] sign the [yellow] paper", "with “[yet]”, “[yellow]” put in"),
    ],
)
def test_what_brackets_put_in_is_named(quotation, told):
    assert check_words.put_in(compare(quotation, "They said: we shall not sign the paper.").segments) == told


def test_what_dots_leave_out_is_counted():
    text = "They said: we shall not, so far as we can see, sign the paper."
    assert (
        check_words.left_out(compare("we shall not … sign the paper", text).segments) == "Its dots leave out 6 words."
    )
    assert (
        check_words.left_out(compare("we shall not, so … as we can see", text).segments) == "Its dots leave out 1 word."
    )
    assert check_words.left_out(compare("we shall not", text).segments) == ""


def test_a_not_among_what_dots_leave_out_is_told_however_far_it_stands():
    text = "We under these circumstances can not in any way agree."
    found = compare("We … agree", text)
    assert found.result == "verbatim"
    assert check_words.left_out(found.segments) == "Its dots leave out 8 words, “not” among them."


def test_of_many_differences_the_first_are_told_and_long_ones_are_cut():
    text = " ".join(f"word{at} and" for at in range(20))
    changed = " ".join(f"word{at} or" for at in range(20))
    told = differences(compare(changed, text).segments)
    assert told.count("has become") == MOST
    assert told.endswith(" more.")
    text = "we shall not sign the paper that the delegations of the river states have sent us"
    long = differences(compare(text.replace("sign", f"sign {'x' * 80}"), text).segments)
    assert long == f"“{'x' * (LONGEST - 1)}…” is put in."


def test_how_all_quotes_stand_is_a_sentence():
    assert of_all({}) == "This library holds no quotes yet."
    assert of_all({"verbatim": 1}) == "1 quote: 1 is verbatim."
    assert of_all({"verbatim": 1200, "marks": 1, "differs": 2, "missing": 1, "no-text": 3}) == (
        "1,207 quotes: 1,200 are verbatim, 1 is verbatim but for marks or brackets, 2 differ from their sources, "
        "1 is not in its source, 3 could not be compared: no text of their sources is held."
    )
