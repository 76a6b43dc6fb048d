import json

import pytest

from db.bibliography.csl_json import TYPES
from db.vocabulary import SOURCE_TYPES

ITEM = {
    "id": "brandt31",
    "type": "article-newspaper",
    "title": "Talks end <i>early</i>",
    "author": [{"family": "Lake", "given": "Ludwig", "non-dropping-particle": "van der"}, {"literal": "Lake Council"}],
    "editor": [{"family": "Cole", "given": "Adam"}],
    "container-title": "The Lake Post",
    "publisher": "Example Press",
    "issued": {"date-parts": [[2031, 3, 4]]},
    "accessed": {"date-parts": [["2031", "5"]]},
    "URL": "https://example.org/a",
    "language": "en-GB",
    "archive_location": "https://archive.example/a",
    "page": "1-2",
    "custom": {"x": 1},
    "keyword": None,
}


def test_all_types_are_types_of_sources():
    assert set(TYPES.values()) <= set(SOURCE_TYPES)


@pytest.mark.parametrize(
    "wrap", [lambda items: items, lambda items: {"items": items}, lambda items: items[0]], ids=["list", "field", "one"]
)
def test_an_item_becomes_a_source_and_nothing_is_lost(one, wrap):
    assert one(json.dumps(wrap([ITEM]))) == {
        "type": "news",
        "title": "Talks end <i>early</i>",
        "authors": "van der Lake, Ludwig; Lake Council",
        "publisher": "The Lake Post",
        "published": "2031-03-04",
        "published_basis": "shown",
        "accessed": "2031-05",
        "url": "https://example.org/a",
        "archive_url": "https://archive.example/a",
        "language": "en",
        "note": 'Citation key: brandt31\nEditor: Cole, Adam\nPage: 1-2\nCustom: {"x": 1}\nPublisher: Example Press',
    }


@pytest.mark.parametrize(
    ("issued", "published", "basis"),
    [
        ({"date-parts": [[2031]]}, "2031", "shown"),
        ({"date-parts": [[2031, 3, 4], [2031, 3, 6]]}, "2031-03-04", "shown"),
        ({"date-parts": [[2031, 3]], "circa": True}, "2031-03", "inferred"),
        ({"raw": "2031-03-04"}, "2031-03-04", "shown"),
        ({"literal": "4 March 2031"}, "2031-03-04", "shown"),
        ("2031", "2031", "shown"),
    ],
)
def test_dates_are_read_in_all_their_shapes(read, issued, published, basis):
    (found,) = read(json.dumps([{"title": "A", "issued": issued}]))
    values = found.values
    if isinstance(issued, str):
        assert values["note"] == "Issued: 2031"
    else:
        assert (values["published"], values["published_basis"]) == (published, basis)


def test_a_span_of_days_is_kept_in_words(one):
    found = one(json.dumps([{"title": "A", "issued": {"date-parts": [[2031, 3, 4], [2031, 3, 6]]}}]))
    assert found["note"] == "Date: 2031-03-04/2031-03-06"


def test_a_field_that_stands_twice_is_told_and_kept(read):
    (found,) = read('[{"title": "A", "title": "B", "type": "book"}]')
    assert (found.title, found.values["note"], found.values["type"]) == ("A", "Title: B", "book")
    assert "stands twice" in found.problems[0]


def test_what_stands_before_a_break_is_read(read):
    whole = json.dumps([{"title": "A"}, {"title": "B"}, {"title": "C"}], indent=1)
    first, second = read(whole[: whole.index('"B"') + 3])
    assert (first.title, second.values) == ("A", None)
    assert "ends in the middle" in second.problems[0]
    assert second.place.startswith("number 2, line ")


def test_what_is_no_object_is_told_of(read):
    first, second = read('[{"title": "A"}, 5]')
    assert (first.values is not None, second.values) == (True, None)


@pytest.mark.parametrize("issued", [{"date-parts": "x"}, {"date-parts": [None]}, {"date-parts": [[["x"]]]}, 5, [[]]])
def test_dates_of_no_shape_break_nothing(read, issued):
    (found,) = read(json.dumps([{"title": "A", "issued": issued}]))
    assert found.title == "A"


@pytest.mark.parametrize("author", ["Brandt", 5, {"family": "Brandt"}, [[]], [None], [{"family": ["x"]}]])
def test_names_of_no_shape_break_nothing(read, author):
    (found,) = read(json.dumps([{"title": "A", "author": author}]))
    assert found.title == "A"


def test_halves_of_characters_are_replaced_and_told(read):
    (found,) = read('[{"title": "A \\ud800 b\\u0000"}]')
    assert found.title == "A \ufffd b\ufffd"
    assert "no text can keep" in found.problems[0]
