"""A place of a text is on a page of its original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import source_pages
from db.source_pages import Pages


@pytest.mark.parametrize(
    ("starts", "ends", "page"),
    [
        (0, 5, None),
        (10, 12, "1"),
        (5, 15, "1"),
        (19, 20, "1"),
        (19, 21, "1–2"),
        (20, 21, "2"),
        (15, 99, "1–3"),
        (5, 25, "2"),
        (40, 41, "3"),
    ],
)
def test_a_passage_is_on_a_page_or_on_several(starts, ends, page):
    assert Pages((10, 20, 40)).words(starts, ends) == page


def test_what_is_printed_on_a_page_is_its_number():
    pages = Pages((10, 20, 40), ("xii", "341", "342"))
    assert [pages.words(*span) for span in ((0, 5), (10, 12), (20, 25), (25, 41))] == [None, "xii", "341", "341–342"]
    assert pages.named() == [(10, "xii"), (20, "341"), (40, "342")]
    assert [pages.have(page) for page in ("xii", "341–342", "1", "341–343", "fol. 2")] == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert source_pages.read(pages.stored()) == pages


def test_only_numbers_that_are_not_counted_anyway_are_kept():
    assert source_pages.made((0, 9), ("1", "2")) == source_pages.made((0, 9)) == Pages((0, 9))
    assert source_pages.made((0, 9, 20), ("i", "", " A 1 ")).labels == ("i", "2", "A 1")
    assert source_pages.made((0, 9), ("x" * 90,)) == Pages((0, 9))
    assert Pages((0, 9)).stored() == "[0, 9]"
    assert Pages().stored() is None


def test_a_source_without_pages_has_none():
    assert Pages().words(3, 9) is None


@pytest.mark.parametrize(
    "stored",
    [
        None,
        "",
        "{}",
        "[1",
        "[2, 1]",
        '["1"]',
        "[true]",
        "[[]]",
        '[[0, "i"], 4]',
        '[[0, ""]]',
        "[[0, 1]]",
        '[[0, "i", 2]]',
    ],
)
def test_what_is_no_list_of_places_counts_as_none(stored):
    assert source_pages.read(stored) == Pages()


def test_beginnings_are_read_in_order():
    assert source_pages.read("[0, 12, 12, 40]") == Pages((0, 12, 12, 40))


OLD = "The first page.\n\nThe second page.\n\nThe third."
PAGES = (0, 17, 35)


@pytest.mark.parametrize(
    ("new", "begin"),
    [
        (OLD.replace("first", "very first"), ("The very", "The second", "The third")),
        (OLD.replace("second", "2nd"), ("The first", "The 2nd", "The third")),
        (OLD.replace("The second", "Second"), ("The first", "Second", "The third")),
        ("Now: " + OLD, ("Now", "The second", "The third")),
        (OLD.replace("page.\n\nThe ", "", 1), ("The first", "second", "The third")),
        (OLD.replace("\n\nThe third.", ""), ("The first", "The second", "")),
        (OLD + " More.", ("The first", "The second", "The third")),
        (OLD.replace("first", "1st").replace("third", "3rd"), ("The 1st", "The second", "The 3rd")),
        (OLD.replace("page", "leaf").replace("third", "3rd"), ("The first", "The second", "The 3rd")),
        (OLD.replace("page.\n\nThe second", "page the second"), ("The first", "the second", "The third")),
        (OLD.replace("page.\n\nThe second", "and then the"), ("The first", "and then the", "The third")),
    ],
)
def test_pages_begin_where_they_did_when_a_text_is_corrected(new, begin):
    moved = source_pages.moved(PAGES, OLD, new)
    assert [new[place:].startswith(words) for place, words in zip(moved, begin, strict=True)] == [True] * 3


def test_a_page_that_began_within_much_that_was_replaced_is_not_known():
    old, new = f"{'Long. ' * 50}{'Old. ' * 30}{'Long. ' * 50}", f"{'Long. ' * 50}{'Nothing. ' * 9}{'Long. ' * 50}"
    assert source_pages.moved((0, 350), old, new) == ()
    assert source_pages.moved((0, 300), old, new) == (0, 300)


def test_a_long_text_corrected_in_many_places_keeps_its_pages():
    words = [f"word{number * 7919 % 10007}" for number in range(60_000)]
    old = " ".join(words)
    new = " ".join("other" if at % 50 == 7 else word for at, word in enumerate(words))
    pages = [old.index(f" {words[at]} ") + 1 for at in range(100, 9000, 100)]
    begin = [old[place : place + 40].split()[0] for place in pages]
    assert [new[place:].split(maxsplit=1)[0] for place in source_pages.moved(pages, old, new)] == begin


@pytest.mark.parametrize("new", ["", "Quite another text."])
def test_in_another_text_or_where_a_page_was_written_anew_it_is_not_known(new):
    assert source_pages.moved(PAGES, OLD, new) == ()


TEXTS = st.text(alphabet="ab\n", max_size=20)


@given(TEXTS, TEXTS, TEXTS, TEXTS, st.lists(st.integers(0, 60)))
def test_pages_that_are_told_are_in_order_and_within_the_text(one, two, old, new, places):
    before, after = one + old + two, one + new + two
    pages = sorted(min(place, len(before)) for place in places)
    moved = source_pages.moved(pages, before, after)
    assert sorted(moved) == list(moved)
    assert all(0 <= place <= len(after) for place in moved)
    assert source_pages.moved(pages, before, before) == tuple(pages)
