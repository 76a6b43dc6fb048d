"""How a quotation is taken apart at its dots and brackets."""

import pytest

from db.quotation_shape import LONGEST, parse


def shape(text):
    """Runs as words, the stops at their edges in parentheses, words with brackets with a star; gaps as written."""
    form = parse(text).meant
    rows = []
    for run in form.runs:
        keys = [f"{piece.key}{'' if piece.free is None else '*'}" for piece in run.pieces]
        keys[: run.head] = [f"({key})" for key in keys[: run.head]]
        keys[len(keys) - run.tail :] = [f"({key})" for key in keys[len(keys) - run.tail :]]
        rows.append(" ".join(keys))
    return rows, [gap.text for gap in form.gaps]


@pytest.mark.parametrize(
    ("text", "runs", "gaps"),
    [
        ("we agree", ["we agree"], []),
        ("we … agree", ["we", "agree"], ["…"]),
        ("… we agree …", ["we agree"], []),
        ("we [...] [all] agree", ["we", "agree"], ["[...] [all]"]),
        ("we [all] … agree", ["we", "agree"], ["[all] …"]),
        ("we, … and agree.", ["we (,)", "and agree (.)"], ["…"]),
        ("we, [all], agree", ["we (,)", "(,) agree"], ["[all]"]),
        ("– we agree", ["(-) we agree"], []),
        ("-5 degrees", ["- 5 degrees"], []),
        (", we agree", [", we agree"], []),
        ("[W]e agree", ["We* agree"], []),
        ("[Now w]e agree", ["we* agree"], []),
        ("we agree[d] and sign[] it", ["we agreed* and sign* it"], []),
        ("we [2]5", ["we 25*"], []),
        ("a [non-]military one", ["a non* -* military one"], []),
        ("it [is un]fair", ["it", "unfair*"], ["[is]"]),
        ("accept[able to them] now", ["acceptable*", "now"], ["[to them]"]),
        ("peace[3] now", ["peace", "now"], ["[3]"]),
        ("[all] we", ["we"], []),
        ("[all]", [], []),
        ("a (…) b <...> c", ["a", "b", "c"], ["(…)", "<...>"]),
        ("a [b [c] d", ["a [ b", "d"], ["[c]"]),
    ],
)
def test_dots_part_runs_and_brackets_are_the_quoters(text, runs, gaps):
    assert shape(text)[:2] == (runs, gaps)


@pytest.mark.parametrize(
    ("text", "edges"),
    [
        ("[all] we agree", ["[all]"]),
        ("[Now w]e agree [at last]", ["[Now]", "[at last]"]),
        ("we agree [sic]", ["[sic]"]),
        ("… we agree", []),
    ],
)
def test_words_of_the_quoter_before_and_after_all_are_kept(text, edges):
    assert [gap.put for gap in (parse(text).meant.before, parse(text).meant.after) if gap.put] == edges


@pytest.mark.parametrize(
    ("text", "is_own"),
    [("we [all] agree", True), ("we agree[,] so", True), ("we [sic] agree [!]", False), ("we … agree", False)],
)
def test_a_bracket_says_more_than_the_source_unless_it_only_wonders(text, is_own):
    assert parse(text).meant.has_own_words == is_own


@pytest.mark.parametrize(
    ("word", "fitting", "others"),
    [
        ("[T]he", ["the", "The"], ["tHe", "he", "a", "they"]),
        ("[i]lke", ["ilke", "İlke"], ["Alke"]),
        ("agree[d]", ["agreed", "agreeD"], ["agree", "agrees", "agreement"]),
        ("[un]fair", ["unfair"], ["fair", "infair"]),
        ("minister[]", ["minister"], ["ministers"]),
    ],
)
def test_letters_in_brackets_are_those_of_the_source_but_for_their_case(word, fitting, others):
    (piece,) = (piece for run in parse(word).meant.runs for piece in run.pieces)
    assert all(piece.fits(key) for key in fitting)
    assert not any(piece.fits(key) for key in others)


def test_a_quotation_beyond_measure_is_taken_as_it_stands():
    assert parse("a … b" + " c" * LONGEST).shaped is None
