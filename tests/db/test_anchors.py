"""Where a passage stands in a changed text: places with scores, look-alikes, nothing alike enough."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from db import anchors
from db.anchors import CLOSE, MOST, Change, Sought, find, verdict

TEXT = (
    "The envoys met in Nordhaven on Monday. “There is no military solution”, said Ms. Example 🕊. إعلان الأطراف. "
    "The parties agreed to release 1,200 detainees by May. Both sides thanked the host."
)


def sought(text, words):
    starts = text.index(words)
    return Sought(**anchors.passage(text, starts, starts + len(words)))


def found(old, words, new):
    """The places in a new text for words of an old one, and the verdict."""
    one = sought(old, words)
    places = find(new, *one)
    return places, verdict(places, one)


@pytest.mark.parametrize("words", ["no military solution", "🕊", "الأطراف", "1,200", "The envoys met"])
def test_the_same_words_in_the_same_surroundings_score_one(words):
    shift = "Corrected: "
    places, told = found(TEXT, words, shift + TEXT)
    starts = TEXT.index(words) + len(shift)
    assert told == ("moved", starts, starts + len(words), 1.0)
    assert places.candidates[0].words == words


@pytest.mark.parametrize(
    ("words", "old", "new", "there"),
    [
        ("no military solution", "military", "milytary", "no milytary solution"),
        ("release 1,200 detainees", "1,200", "1,300", "release 1,300 detainees"),
        ("1,200 detainees", "1,200", "12,000", "12,000 detainees"),
        ("agreed to release", "agreed to", "agreed at last to", "agreed at last to release"),
        ("There is no military solution", "There is no", "There’s no", "There’s no military solution"),
        ("release 1,200 detainees by May", " ", "\n", "release\n1,200\ndetainees\nby\nMay"),
        ("إعلان الأطراف", "إعلان", "اعلان", "اعلان الأطراف"),
    ],
)
def test_nearly_the_same_words_are_found_with_their_edges_and_score_less(words, old, new, there):
    places, told = found(TEXT, words, TEXT.replace(old, new))
    assert places.candidates[0].words == there
    assert told.anchor == "moved"
    assert told.starts is not None
    assert 0.65 <= (told.score or 0) < 1


def test_marks_on_letters_make_a_difference_that_is_told():
    composed, apart = "Le café de la paix était fermé.", "Le cafe\u0301 de la paix e\u0301tait ferme\u0301."
    places, told = found(composed, "café de la paix", apart)
    assert places.candidates[0].words == "cafe\u0301 de la paix"
    assert 0.8 < (told.score or 0) < 1


def test_two_places_that_look_alike_are_both_given_and_neither_is_chosen():
    places, told = found(TEXT, "no military solution", TEXT + TEXT)
    assert [one.score for one in places.candidates] == [1.0, 1.0]
    assert told == ("moved", None, None, 0.999)


def test_places_in_nearly_the_same_surroundings_look_alike_too():
    other = TEXT.replace("Both sides", "Both teams")
    places, told = found(TEXT, "release 1,200 detainees by May", TEXT + other)
    assert [one.score for one in places.candidates] == [1.0, pytest.approx(0.97, abs=0.03)]
    assert places.candidates[1].score >= 1 - CLOSE
    assert told.starts is None


def test_the_same_words_in_quite_other_surroundings_are_no_look_alike():
    other = "Elsewhere it was repeated by nobody that there is no military solution to be had here."
    places, told = found(TEXT, "no military solution", f"{other} {TEXT}")
    assert len(places.candidates) == 2
    assert told.score == 1
    assert told.starts == len(other) + 1 + TEXT.index("no military solution")


def test_beside_the_very_words_a_place_with_other_words_is_no_look_alike():
    places, told = found(TEXT, "release 1,200 detainees", f"{TEXT} {TEXT.replace('1,200', '1,300')}")
    assert "release 1,300 detainees" not in [one.words for one in places.candidates[:1]]
    assert told.score == 1


def test_words_that_are_gone_are_nowhere():
    assert found(TEXT, "no military solution", TEXT.replace("There is no military solution", ""))[1].anchor == "orphan"
    assert found(TEXT, "no military solution", "Something else was said, of which nobody spoke.")[1].anchor == "orphan"
    assert found(TEXT, "no military solution", "")[1] == ("orphan", None, None, None)


def test_the_surroundings_alone_do_not_make_a_place():
    assert found(TEXT, "1,200", TEXT.replace("1,200", "all"))[1].anchor == "orphan"


def test_words_that_stand_everywhere_are_given_at_a_few_places_and_never_chosen():
    places, told = found(TEXT, "met", "met " * 5000)
    assert (len(places.candidates), places.more, told.starts) == (MOST, True, None)


def test_overlapping_places_of_the_same_words_are_several():
    assert [one.starts for one in find("aaaa", "aaa").candidates] == [0, 1]


def test_a_long_text_and_many_passages_are_looked_through_once():
    text = " ".join(f"word{number * 7919 % 10007}" for number in range(30_000))
    many = [Sought(**anchors.passage(text, at, at + 60)) for at in range(100, 250_000, 5000)]
    changed = text.replace("7", "9")
    assert [verdict(*pair).anchor for pair in zip(anchors.find_all(changed, many), many, strict=True)] == ["moved"] * 50


def test_a_passage_longer_than_can_be_compared_whole_is_found_all_the_same():
    long = "".join(f"Sentence {number} of a long statement. " for number in range(4000))
    text = f"Before it. {long} After it."
    places, told = found(text, long, text.replace("Sentence 2000 ", "Phrase 2000 "))
    assert told.anchor == "moved"
    assert places.candidates[0].words.startswith("Sentence 0 ")
    assert places.candidates[0].score < 1


SAME = "Long enough to stand by. "
LETTERS = st.text(alphabet="abc é\u0301🕊اب\n", max_size=60)


@given(LETTERS, LETTERS, LETTERS.filter(bool))
def test_every_place_is_told_as_it_stands(before, after, words):
    new = f"{before}{words}{after}"
    for one in find(new, words, before[-32:], after[:32]).candidates:
        assert new[one.starts : one.ends] == one.words
        assert new[: one.starts].endswith(one.before)
        assert new[one.ends :].startswith(one.after)
        same = one.before.endswith(before[-32:]) and one.words == words and one.after.startswith(after[:32])
        whole = not anchors.cuts(new, one.starts, one.ends, before[-32:][-1:], after[:1])
        assert (one.score == 1) == (same and whole)


@given(LETTERS, LETTERS, LETTERS)
def test_one_passage_is_found_alone_as_among_others(text, words, other):
    assume(words)
    many = [Sought(words, "", "b"), Sought(other or "x", "a", "")]
    assert anchors.find_all(text, many) == [find(text, *one) for one in many]


@given(LETTERS, LETTERS)
def test_a_passage_stays_only_where_all_before_or_all_after_it_is_as_it_was(old, new):
    old, new = f"{SAME}{old}{SAME}", f"{SAME}{new}{SAME}"
    change = Change(old, new)
    for starts in range(len(old)):
        exact = old[starts : starts + 3]
        ends = starts + len(exact)
        if change.leaves(starts, ends, exact):
            assert new[starts:ends] == exact
            assert new[:starts] == old[:starts] or (len(old) == len(new) and new[ends:] == old[ends:])
            assert not anchors.cuts(new, starts, ends, old[starts - 1 : starts], old[ends : ends + 1])
        elif (
            new[:ends] == old[:ends]
            and starts > anchors.ENOUGH
            and len(re.findall(f"(?={re.escape(exact)})", new)) == 1
        ):
            assert anchors.cuts(new, starts, ends, old[starts - 1 : starts], old[ends : ends + 1])


@pytest.mark.parametrize(
    ("old", "words", "new"),
    [
        ("The ministers met and agreed on peace.", "The ministers", "The ministers of agriculture discussed potatoes."),
        ("Alpha: yes.", "yes.", "Gamma: yes."),
        (
            "The envoys of both states said: We agree. So it was.",
            "We agree",
            "The envoys of both states said: We agreed to it.",
        ),
        ("The envoys of both states met, and the end.", "the end", "The envoys of both states met, andthe end."),
        ("The envoys of both states met. Fin", "Fin", "The envoys of both states met. Fine!"),
        (
            "The envoys of both states said 40 and more words.",
            "40",
            "The envoys of both states said 400 and more words.",
        ),
    ],
)
def test_a_passage_at_other_surroundings_or_inside_a_word_does_not_stay(old, words, new):
    starts = old.index(words)
    assert not Change(old, new).leaves(starts, starts + len(words), words)


def test_a_passage_put_in_once_more_beside_itself_does_not_stay():
    head, paragraph, tail = (
        "The talks of the river states. \n",
        "The parties agreed to release 12 detainees.\n",
        "It ended.",
    )
    old, new = f"{head}{paragraph}{tail}", f"{head}{paragraph}{paragraph}{tail}"
    starts = old.index("release 12")
    assert not Change(old, new).leaves(starts, starts + 10, "release 12")
    assert Change(old, new).leaves(0, 9, "The talks")
