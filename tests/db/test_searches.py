import pytest

from db.cancel import Cancel
from db.errors import BadValue
from db.references import Record
from db.searches import LONGEST, name_of


def test_a_search_is_kept_renamed_and_removed(library):
    uid = library.searches.add(query="ceas* speaker:lavrov")
    assert library.undo_labels()[0] == "Save search “ceas* speaker:lavrov”"
    assert library.searches.get(uid)[2:] == ("ceas* speaker:lavrov", "ceas* speaker:lavrov", "date")
    library.searches.rename(uid, " On  the\tceasefire ")
    assert library.searches.get(uid).name == "On the ceasefire"
    assert library.undo_labels()[0] == "Rename search “ceas* speaker:lavrov”"
    library.searches.edit(uid, query="armistice", ordering="best")
    library.searches.remove(uid)
    assert library.searches.all(Cancel()) == []
    library.undo()
    assert library.searches.get(uid)[3:] == ("armistice", "best")


def test_searches_are_listed_by_name(library):
    for name in ("Zones", "été", "armistice", "Fire"):
        library.searches.add(query="x", name=name)
    assert [one.name for one in library.searches.all(Cancel())] == ["armistice", "été", "Fire", "Zones"]


def test_a_removed_search_is_listed_and_comes_back(library):
    uid = library.searches.add(query="zones", name="Zones")
    library.searches.remove(uid)
    (removed,) = library.history.removed(Cancel())
    assert (removed.kind, removed.title) == ("search", "Zones")
    library.history.restore(Record("search", uid))
    assert library.searches.get(uid).query == "zones"
    assert library.undo_labels()[0] == "Restore search “Zones”"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"query": ""}, "A search needs a name"),
        ({"query": " ", "name": "x"}, "A search needs a search"),
        ({"query": "x", "name": " "}, "A search needs a name"),
        (
            {"query": "x", "ordering": "size"},
            "“size” is not an order: choose one of date, oldest, best, speaker, length.",
        ),
        ({"query": "x" * (LONGEST + 1)}, "A search can be 10,000 characters long at most."),
        ({"query": "\0"}, "NUL"),
        ({"query": "\ud800"}, "half of a character"),
    ],
)
def test_what_is_no_search_is_refused_in_words(library, given, sentence):
    with pytest.raises(BadValue, match=sentence.replace(".", r"\.")):
        library.searches.add(**given)
    assert library.searches.all(Cancel()) == []


def test_line_breaks_in_a_search_become_spaces(library):
    uid = library.searches.add(query="zones\nof\r\npeace")
    assert library.searches.get(uid).query == "zones of peace"


def test_the_name_of_a_long_search_is_its_first_words():
    assert name_of("a  b") == "a b"
    assert name_of("word " * 20) == "word word word word word word word word word word word…"
    assert len(name_of("x" * 200)) == 60


@pytest.mark.parametrize(
    ("query", "number"),
    [("military", 1), ("milit", 1), ("speaker:lavrov", 1), ("speaker:zarif", 0), ("lawrow", 1), ("", 1), ('"(', 0)],
)
def test_a_search_is_counted_as_the_search_field_finds_it(library, talks, query, number):
    assert library.searches.count(query, Cancel()) == number


def test_a_search_is_counted_as_far_as_it_is_shown(library, talks):
    with library.revise("Many"):
        for number in range(12):
            library.quotes.add(meeting=talks.meeting, form="direct", text=f"solution {number}")
    assert library.searches.count("solution", Cancel()) == 13
    assert library.searches.count("solution", Cancel(), most=5) == 5
