import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.query_tokens import FIELDS, spans, tokens


def kinds(text, typing=False):
    return [token.kind for token in tokens(text, typing)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("alpha beta", ["word", "word"]),
        ('alpha "beta gamma"', ["word", "phrase"]),
        ("„alpha beta“ «gamma»", ["phrase", "phrase"]),
        ("alpha AND (beta OR gamma)", ["word", "and", "open", "word", "or", "word", "close"]),
        ("-alpha", ["not", "word"]),
        ("--alpha", ["not", "word"]),
        ("-(alpha)", ["not", "open", "word", "close"]),
        ('-"alpha"', ["not", "phrase"]),
        ("-speaker:alpha", ["not", "field"]),
        ("de-escalation", ["word"]),
        ("alpha - beta", ["word", "word"]),
        ("alpha near beta", ["word", "near", "word"]),
        ('alpha NEAR/3 "beta"', ["word", "near", "phrase"]),
        ("near alpha", ["word", "word"]),
        ("alpha near", ["word", "word"]),
        ("alpha near (beta)", ["word", "word", "open", "word", "close"]),
        ("speaker:alpha", ["field"]),
        ("Speaker: alpha beta", ["field", "word"]),
        ('speaker:"alpha beta"', ["field"]),
        ("speaker: OR alpha", ["field", "or", "word"]),
        ("speaker:", ["field"]),
        ("speakers:alpha", ["word"]),
        ("(place:alpha)", ["open", "field", "close"]),
    ],
)
def test_a_text_is_cut_as_people_mean_it(text, expected):
    assert kinds(text) == expected


def test_a_field_has_the_value_that_follows_it():
    for text in ("speaker:alpha", "speaker: alpha", 'speaker:"alpha"', 'SPEAKER: "alpha"'):
        (token,) = tokens(text, False)
        assert (token.name, token.text) == ("speaker", "alpha")
        assert text[token.value : token.end].strip('"') == "alpha"


def test_near_says_how_far():
    assert [token.number for token in tokens("a near b NEAR/3 c near/99999 d") if token.kind == "near"] == [10, 3]


def test_the_last_word_is_a_beginning_only_while_typing():
    assert tokens("alpha")[0].beginning
    assert not tokens("alpha", False)[0].beginning
    assert not tokens("alpha ")[0].beginning
    assert tokens("alpha* ")[0].beginning
    assert tokens("speaker:alpha")[0].beginning
    assert tokens('"alpha')[0].beginning
    assert not tokens('"alpha"')[0].beginning


PIECES = st.sampled_from(
    [*(f"{name}:" for name in FIELDS), '"', "(", ")", "-", " ", "near", "NEAR/3", "AND", "OR", "NOT", "alpha", "*", "“"]
)


@given(st.text() | st.lists(PIECES).map("".join) | st.lists(PIECES).map(" ".join), st.booleans())
def test_spans_follow_each_other_inside_the_text_and_hold_no_space_at_their_ends(text, typing):
    at = 0
    for span in spans(tokens(text, typing)):
        assert at <= span.start < span.end <= len(text)
        at = span.end
        if span.kind in ("word", "operator", "field"):
            assert not text[span.start].isspace()
            assert not text[span.end - 1].isspace()
