"""Words are looked for in the background; the places come in order, and one goes round through them."""

import pytest

from desktop.models.text_finder import TextFinder

TEXT = "one two one two ONE"


@pytest.fixture
def finder(tasks):
    finder = TextFinder(tasks)
    finder.read(TEXT)
    return finder


@pytest.fixture
def look_for(finder, idle, session):
    def look_for(words):
        finder.look_for(words)
        idle(session)
        return finder.places

    return look_for


def test_all_places_are_found_and_one_goes_round_through_them(finder, look_for):
    assert look_for("one") == [(0, 3), (8, 11), (16, 19)]
    assert finder.near(4) == (8, 11)
    assert [finder.step(1), finder.step(1), finder.step(-1)] == [(16, 19), (0, 3), (16, 19)]
    assert finder.near(17) == (0, 3)


def test_no_words_and_words_that_are_nowhere_find_nothing(finder, look_for, qtbot):
    for words in ("", "  ", "zzz"):
        with qtbot.waitSignal(finder.found):
            finder.look_for(words)
        assert (finder.places, finder.near(0), finder.step(1)) == ([], None, None)


def test_only_what_was_looked_for_last_lands(finder, session, idle, qtbot):
    found = []
    finder.found.connect(lambda: found.append(list(finder.places)))
    for words in ("one", "two", "one two"):
        finder.look_for(words)
    idle(session)
    assert found == [[(0, 7), (8, 15)]]


def test_another_text_is_searched_from_then_on(finder, look_for):
    look_for("one")
    other = "one more"
    assert finder.read(other)
    assert not finder.read(other)
    assert finder.places == []
    assert look_for("one") == [(0, 3)]
