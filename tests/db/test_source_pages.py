"""A place of a text is on a page of its original."""

import pytest

from db import source_pages


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
    assert source_pages.words((10, 20, 40), starts, ends) == page


def test_a_source_without_pages_has_none():
    assert source_pages.words((), 3, 9) is None


@pytest.mark.parametrize("stored", [None, "", "{}", "[1", "[2, 1]", '["1"]', "[true]"])
def test_what_is_no_list_of_places_counts_as_none(stored):
    assert source_pages.beginnings(stored) == ()


def test_beginnings_are_read_in_order():
    assert source_pages.beginnings("[0, 12, 12, 40]") == (0, 12, 12, 40)
