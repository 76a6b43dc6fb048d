import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import BadValue
from db.quote_search import ORDERS
from db.search_links import Linked, is_link, link, read
from db.searches import kept


def test_a_search_becomes_a_link_and_back():
    assert link('"East Guta" лавров') == "parley:search?q=%22East%20Guta%22%20%D0%BB%D0%B0%D0%B2%D1%80%D0%BE%D0%B2"
    assert link("a&b=c", "best") == "parley:search?q=a%26b%3Dc&order=best"
    assert read(" parley:search?q=a%26b%3Dc&order=best\n") == Linked("a&b=c", "best")
    assert read("PARLEY:Search?q=a b") == Linked("a b")
    assert read(link("UN ")) == Linked("UN "), "a whole word, and no beginning"


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=200),
    st.sampled_from([*ORDERS]),
)
def test_every_search_comes_back_from_its_link(query, ordering):
    made = link(query, ordering)
    assert (made.isascii(), is_link(made)) == (True, True)
    if query.strip():
        assert read(made) == Linked(kept(query), ordering)


@given(st.text(max_size=200))
def test_any_text_after_the_beginning_is_a_search_or_a_sentence(rest):
    sentence = "."
    try:
        assert read(f"parley:search?{rest}").query
    except BadValue as error:
        sentence = str(error)
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("http://example.org", "“http://example.org” is no link of Parley: such a link begins with parley:search?q=."),
        ("", "“” is no link of Parley"),
        ("parley:meeting?uid=a", "leads to no search: a link to one begins with parley:search?q=."),
        ("parley:", "leads to no search"),
        ("parley:search?", "The link asks for “”, which this Parley does not know. Nothing was searched."),
        ("parley:search?q=", "The link holds nothing to search for: words must stand after parley:search?q=."),
        ("parley:search?q=%20%00", "holds nothing to search for"),
        ("parley:search?order=best", "holds nothing to search for"),
        ("parley:search?q=a&q=b", "The link says “q” twice"),
        ("parley:search?q=a&limit=3", "The link asks for “limit”, which this Parley does not know."),
        ("parley:search?q=a&order=size", "the order “size”: Parley knows date, oldest, best, speaker, length."),
        ("parley:search?q=%ff", "The link is damaged"),
        ("parley:search?q=\ud800", "The link is damaged"),
        (f"parley:search?q={'a' * 10_001}", "a search of 10,001 characters; at most 10,000 can be searched for."),
    ],
)  # fmt: skip
def test_a_bad_link_gets_a_sentence(text, sentence):
    with pytest.raises(BadValue) as refused:
        read(text)
    assert sentence in str(refused.value)


def test_signs_that_cannot_be_seen_become_spaces():
    assert read("parley:search?q=a%0Ab%00c%7F").query == "a b c "


def test_half_of_a_character_does_not_keep_a_search_from_becoming_a_link():
    assert read(link("lavrov \ud800")).query == "lavrov ?"
