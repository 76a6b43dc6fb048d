import shutil
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import Library
from db.cancel import Cancel
from db.query_names import Names
from db.quote_query import MOST_WORDS, parse
from db.quote_search import ORDERS

TEXTS = [
    "alpha beta", "beta gamma", "alpha gamma delta", "delta", "alphabet soup", "de-escalation zones",
    "the Éclair’s café", "Астана, ёлка", "إِعْلَان أستانا", "阿斯塔納 declaration", "🕊 peace 🕊 now", "x AND y",
    "2254 (2015)", "한국 서울", "שָׁלוֹם", "Çavuşoğlu, İzmir",
]  # fmt: skip


@pytest.fixture(scope="module")
def quotes(empty, tmp_path_factory):
    """A library whose quotes are TEXTS, in that order."""
    path = shutil.copy(empty, tmp_path_factory.mktemp("quotes") / "talks.parley")
    with Library(path) as library:
        with library.revise("Add quotes"):
            for text in TEXTS:
                library.quotes.add(form="direct", text=text)
        yield library


def found(library, text, **given):
    return {line.text for line in library.quotes.first(parse(text, **given), Cancel(), 99)}


PIECES = st.sampled_from(
    ["AND", "OR", "NOT", "NEAR", "(", ")", '"', "*", " ", "-", "+", "^", ":", "{", "}", "'", ",", ";", "\\", "alpha",
     "beta*", '"alpha beta"', "text:", "facets", "\0", "\ud83d", "🕊", "إ", "e\u0301", "\u200f", "\ufffe", "%", "_"]
)  # fmt: skip


@settings(max_examples=400)
@given(st.text() | st.lists(PIECES).map("".join) | st.lists(PIECES).map(" ".join), st.booleans())
def test_no_text_makes_a_search_fail(quotes, text, typing):
    query = parse(text, typing=typing)
    quotes.quotes.first(query, Cancel(), 3)
    assert len(quotes.quotes.find(query, Cancel())) <= len(TEXTS)


@pytest.mark.parametrize(
    "text",
    ["(" * 5000, ")" * 5000, '"' * 5001, "(" * 30 + "alpha" + ")" * 30, "a " * 5000, "NOT " * 2500, "(a OR " * 1600,
     "x" * 10_000, "(a NOT " * 60, "a-" * 5000, '"' + "a " * 5000, "\0" * 10_000, "🕊" * 10_000, "ا" * 10_000],
)  # fmt: skip
def test_ten_thousand_characters_of_anything_are_searched_for(quotes, text):
    query = parse(text)
    quotes.quotes.first(query, Cancel(), 3)
    assert len(query.match) < 20_000 + 70 * MOST_WORDS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("alpha beta", {"alpha beta"}),
        ("beta alpha", {"alpha beta"}),
        ("alp", {"alpha beta", "alpha gamma delta", "alphabet soup"}),
        ("alpha ", {"alpha beta", "alpha gamma delta"}),
        ("alph* delta", {"alpha gamma delta"}),
        ('"beta alpha"', set()),
        ('"beta gam', {"beta gamma"}),
        ('"beta gam"', set()),
        ("beta OR delta ", {"alpha beta", "beta gamma", "alpha gamma delta", "delta"}),
        ("gamma NOT alpha ", {"beta gamma"}),
        ("alpha (beta OR gamma) ", {"alpha beta", "alpha gamma delta"}),
        ("beta NOT (alpha OR nothing) ", {"beta gamma"}),
        ("(alpha OR beta) (alpha AND beta) ", {"alpha beta"}),
        ("(gamma beta) OR (gamma OR beta) ", {"beta gamma", "alpha beta", "alpha gamma delta"}),
        ("and ", {"x AND y"}),
        ("eclair cafe ", {"the Éclair’s café"}),
        ("CAFÉ ", {"the Éclair’s café"}),
        ("cafe\u0301 ", {"the Éclair’s café"}),
        ("астана ", {"Астана, ёлка", "إِعْلَان أستانا"}),
        ("astana ", {"Астана, ёлка", "إِعْلَان أستانا"}),
        ("елка ", {"Астана, ёлка"}),
        ("إعلان ", {"إِعْلَان أستانا"}),
        ("اعلان استانا ", {"إِعْلَان أستانا"}),
        ("שלום ", {"שָׁלוֹם"}),
        ("한국 ", {"한국 서울"}),
        ("하 ", set()),
        ("cavusoglu izmir ", {"Çavuşoğlu, İzmir"}),
        ("阿斯", {"阿斯塔納 declaration"}),
        ("de-escalation ", {"de-escalation zones"}),
        ("escalation-de ", set()),
        ("2254 2015 ", {"2254 (2015)"}),
        ("alpha AND ", {"alpha beta", "alpha gamma delta"}),
        ("OR alpha ", {"alpha beta", "alpha gamma delta"}),
        ("alpha ) ( beta ", {"alpha beta"}),
        ("🕊 peace ", {"🕊 peace 🕊 now"}),
        ("text:alpha ", set()),
    ],
)
def test_words_phrases_and_operators_mean_what_people_expect(quotes, text, expected):
    assert found(quotes, text) == expected


def test_not_alone_leaves_the_rest(quotes):
    assert found(quotes, "NOT alpha ") == {text for text in TEXTS if "alpha" not in text.split()}


def test_the_last_word_is_a_beginning_only_while_typing(quotes):
    assert found(quotes, "alph")
    assert not found(quotes, "alph", typing=False)


@pytest.mark.parametrize("text", ["?!", "( )", '""', "🕊", "*", "-"])
def test_nothing_to_search_for_finds_nothing_and_says_so(quotes, text):
    query = parse(text)
    assert query.remark == "There is no letter or digit to search for in this."
    assert len(quotes.quotes.find(query, Cancel())) == 0


def test_an_empty_search_finds_all(quotes):
    for text in ("", "  \t"):
        assert found(quotes, text) == set(TEXTS)
        assert not parse(text).marks


def test_too_many_words_are_told(quotes):
    assert parse("a " * 65).remark == "Only the first 64 words were searched for."
    assert parse("a " * 64).remark == ""


WORDS = st.sampled_from(["alpha", "beta", "gamma", "delta", "soup"])
EXPRESSIONS = st.recursive(
    WORDS.map(lambda word: (word, {text for text in TEXTS if word in text.split()})),
    lambda inner: st.tuples(st.sampled_from(["AND", "OR", "NOT"]), inner, inner).map(
        lambda parts: (
            f"({parts[1][0]} {parts[0]} {parts[2][0]})",
            {"AND": set.__and__, "OR": set.__or__, "NOT": set.__sub__}[parts[0]](parts[1][1], parts[2][1]),
        )
    ),
    max_leaves=8,
)


@given(EXPRESSIONS)
def test_any_expression_finds_what_set_algebra_says(quotes, expression):
    text, expected = expression
    assert found(quotes, f"{text} ") == expected


@given(st.sampled_from(TEXTS), st.data())
def test_a_text_is_found_by_each_of_its_words_in_any_case_and_form(quotes, text, data):
    words = [word for word in text.split() if any(map(str.isalnum, word)) and word != "AND"]
    word = data.draw(st.sampled_from(words))
    form = data.draw(st.sampled_from([str, str.upper, str.lower, lambda s: unicodedata.normalize("NFD", s)]))
    assert text in found(quotes, f"{form(word)} ")
    assert text in found(quotes, f'"{text}"')


@given(st.text(alphabet="abeéё لا阿🕊-’ ", min_size=1, max_size=8))
def test_marks_lie_on_the_words_that_were_found(quotes, text):
    for line in quotes.quotes.first(parse(text), Cancel(), 99):
        assert all(0 <= start < end <= len(line.text) for start, end in line.marks)
        assert all(not line.text[start].isspace() for start, _ in line.marks)
        assert list(line.marks) == sorted(line.marks)


def test_only_so_many_words_and_signs_are_read():
    query = parse("()" * 5000)
    assert "Only the first 500 words and signs were read." in query.remark
    assert len(query.spans) <= 500
    assert parse("(alpha) " * 60).remark == ""


PARTS = st.sampled_from(
    ["alpha", "OR", "OR", "NOT", "-beta", "AND", "soup near gamma", "year:2018", "-party:none", "after:2017", "delta*"]
)
GROUPS = st.tuples(
    st.lists(PARTS, max_size=6).map(" ".join), st.sampled_from([" (", " -(", " NOT (", " OR (", ") (", ""])
)


@given(st.lists(GROUPS, min_size=1, max_size=12), st.sampled_from(list(ORDERS)))
def test_parentheses_however_deep_make_no_search_fail(quotes, groups, order):
    text = "".join(part for group in groups for part in group) * 40
    for typed in (text, ")" * 50 + text):
        quotes.quotes.first(parse(typed, names=Names(quotes, Cancel())), Cancel(), 9, order)


@pytest.mark.parametrize("unit", ["alpha OR beta (", "alpha OR soup -beta -(", "-(beta -soup OR ", "(alpha OR beta) ("])
def test_parentheses_that_are_too_deep_are_passed_over_and_that_is_said(quotes, unit):
    told = "Parentheses more than 10 deep in each other were passed over."
    assert parse(unit * 10 + "delta").remark == ""
    assert parse(unit * 11 + "delta").remark == told
    assert parse(")" * 9 + unit * 11 + "delta").remark == told
    assert found(quotes, f"{'(' * 30}alpha OR delta{')' * 30} gamma ") == found(quotes, "(alpha OR delta) gamma ")
    assert found(quotes, f"{'(' * 11}alpha) OR delta{')' * 10} gamma ") == found(quotes, "(alpha OR delta) gamma ")


def test_a_beginning_that_is_written_out_is_not_looked_for_by_its_sound():
    assert parse("Lavr").sound_match
    assert parse("Lavr*").sound_match is None


def test_not_twice_takes_nothing_away(quotes):
    for text in ("alpha NOT -beta ", "alpha NOT NOT beta "):
        assert found(quotes, text) == found(quotes, "alpha beta ")
    assert found(quotes, "alpha NOT (NOT beta) ") == found(quotes, "alpha beta ")
    assert found(quotes, "alpha NOT NOT -beta ") == found(quotes, "alpha -beta ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("delta) OR (zones ", {"delta", "alpha gamma delta", "de-escalation zones"}),
        (") alpha ) beta ", {"alpha beta"}),
        ("(gamma)) OR delta ", {"beta gamma", "alpha gamma delta", "delta"}),
        ("gamma | delta ", {"beta gamma", "alpha gamma delta", "delta"}),
        ("gamma || delta ", {"beta gamma", "alpha gamma delta", "delta"}),
        ("gamma & delta ", {"alpha gamma delta"}),
        ("gamma && delta ", {"alpha gamma delta"}),
        ('"alpha bet*" ', {"alpha beta"}),
        ('"alpha b*" ', {"alpha beta"}),
        ('"alpha *" ', {"alpha beta", "alpha gamma delta"}),
        ("*alpha ", {"alpha beta", "alpha gamma delta"}),
    ],
)
def test_what_people_write_elsewhere_is_understood(quotes, text, expected):
    assert found(quotes, text) == expected


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("year:(2017 OR 2018) ", "year: takes one value, so it was passed over: write year:A OR year:B."),
        ("speaker : delta ", "“speaker” was searched for as a word: to narrow by it, write no space before the colon."),
        ("Speaker :delta ", "“Speaker” was searched for as a word: to narrow by it, write no space before the colon."),
        ("al*ha ", "A star stands for the rest of a word only at its end; elsewhere it was passed over."),
        ("alph* ", ""),
        ("speaker delta ", ""),
        ("year: ", "Nothing stands after year: so it was passed over."),
    ],
)
def test_what_is_not_understood_is_said(text, remark):
    assert parse(text).remark == remark
