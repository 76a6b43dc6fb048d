"""How a quotation is taken apart at its dots and brackets."""

import pytest

from db.quotation_shape import LONGEST, parse


def shape(text):
    """Runs as words, the stops at their edges in parentheses; gaps as they are written; changed words with a star."""
    form = parse(text).meant
    rows = []
    for run in form.runs:
        keys = [f"{piece.key}{'*' if piece.was else ''}" for piece in run.pieces]
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
        ("we [...] [all] agree", ["we", "agree"], ["[...]"]),
        ("we [all] … agree", ["we", "agree"], ["…"]),
        ("we, … and agree.", ["we (,)", "and agree (.)"], ["…"]),
        ("we, [all], agree", ["we (,)", "(,) agree"], ["[all]"]),
        ("– we agree", ["(-) we agree"], []),
        ("-5 degrees", ["- 5 degrees"], []),
        (", we agree", [", we agree"], []),
        ("[W]e agree", ["We* agree"], []),
        ("[Now w]e agree", ["we* agree"], []),
        ("we agree[d] and sign[] it", ["we agreed* and sign* it"], []),
        ("we [2]5", ["we", "5"], ["[2]"]),
        ("[all] we", ["we"], []),
        ("[all]", [], []),
        ("a (…) b <...> c", ["a", "b", "c"], ["(…)", "<...>"]),
        ("a [b [c] d", ["a [ b", "d"], ["[c]"]),
    ],
)
def test_dots_part_runs_and_brackets_are_the_quoters(text, runs, gaps):
    assert shape(text) == (runs, gaps)


@pytest.mark.parametrize(
    ("word", "fitting", "others"),
    [
        ("[T]he", ["the", "The"], ["th", "them", "1he", "bother"]),
        ("agree[d]", ["agree", "agreed", "agrees"], ["agre", "agreement"]),
        ("re[-]sign", [], ["re"]),
        ("don[o]t", ["dont", "donot"], ["don't"]),
    ],
)
def test_letters_in_brackets_stand_for_a_few_letters(word, fitting, others):
    pieces = [piece for run in parse(word).meant.runs for piece in run.pieces if piece.was]
    assert all(piece.fits(key) for piece in pieces for key in fitting)
    assert not any(piece.fits(key) for piece in pieces for key in others)


def test_a_quotation_beyond_measure_is_taken_as_it_stands():
    assert parse("a … b" + " c" * LONGEST).shaped is None
