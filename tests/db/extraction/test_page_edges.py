"""Lines that recur at the top or foot of most pages are told from those of the text."""

from itertools import count

import pytest

from db.extraction.page_edges import NUMBERS, without_running_lines
from db.extraction.pdf_lines import Line

OWN = count()


def page(*edges):
    """A page with these lines, each as a text and its height on the page, around four of text that no other has."""
    own = str(next(OWN)).translate(str.maketrans("0123456789", "abcdefghij"))
    body = [Line(f"Words of the text {own} {at}", 72, 500, 600 - 14 * at, 11) for at in range(4)]
    top = [Line(text, 72, 500, foot, 11) for text, foot in edges if foot > 600]
    return [*top, *body, *[Line(text, 72, 500, foot, 11) for text, foot in edges if foot < 500]]


def kept(pages):
    """Which lines there are beside the text of each page."""
    return [[line.text for line in lines if not line.text.startswith("Words of")] for lines in pages]


@pytest.mark.parametrize(
    "number", ["{}", "– {} –", "Page {} of 9", "{} | Talks"], ids=["bare", "dashes", "in words", "with a title"]
)
def test_a_head_and_a_number_that_counts_the_pages_are_left_out(number):
    pages = [page(("Talks of 2031", 800), (number.format(at + 7), 40)) for at in range(5)]
    bodies, told = without_running_lines(pages)
    assert kept(bodies) == [[]] * 5
    assert told == ["“Talks of 2031”", NUMBERS if number in ("{}", "– {} –") else f"“{number.format(7)}”"]


def test_heads_of_chapters_that_end_with_the_number_of_the_page_are_left_out():
    chapters = ["Chapter 1: How they met", "Chapter 2: What they said", "Chapter 3: Where they went"]
    pages = [page((f"{chapters[at // 2]} {at + 7}", 800)) for at in range(6)]
    bodies, told = without_running_lines(pages)
    assert kept(bodies) == [[]] * 6
    assert told == [f"“{chapter} {number}”" for chapter, number in zip(chapters, (7, 9, 11), strict=True)]
    pages = [
        page((f"{word} of {year}", 800)) for word, year in zip("abcdef", (1921, 1924, 1919, 1930, 7, 2), strict=True)
    ]
    assert without_running_lines(pages) == (pages, [])


def test_of_many_that_are_left_out_only_some_are_named():
    pages = [page((f"Chapter {'abcdefghij'[at % 10] * 50} {at}", 800)) for at in range(100)]
    assert without_running_lines(pages)[1][5:] == [f"“Chapter {'f' * 50} {5}”", "4 more"]


def test_a_first_page_may_be_without_them_and_left_and_right_pages_may_differ():
    pages = [page(("A title", 700)), *(page((("Left", "Right")[at % 2], 800 + at / 10)) for at in range(7))]
    bodies, told = without_running_lines(pages)
    assert kept(bodies) == [["A title"], *[[]] * 7]
    assert told == ["“Left”", "“Right”"]


@pytest.mark.parametrize(
    "pages",
    [
        [page(("Only here", 800)), page(), page()],
        [page(("Words", 800)), page(("Words", 760)), page()],
        [page((f"Article {number}", 800)) for number in (1, 2)],
        [page((f"{number} dead", 800)) for number in (17, 4, 30, 2)],
        [page((str(number), 40)) for number in (1250, 77, 312)],
        [[Line("Round one", 72, 300, 800, 22), *page()], [Line("Round one", 72, 300, 800, 22), *page()]],
    ],
    ids=["once", "elsewhere", "two articles", "other numbers", "totals", "heading"],
)
def test_what_only_looks_alike_stays(pages):
    assert without_running_lines(pages) == (pages, [])


def test_what_stands_further_in_than_a_line_of_the_text_stays():
    pages = [page((f"{word} of its own", 820), ("Talks", 800)) for word in ("One", "Two", "Three", "Four")]
    assert without_running_lines(pages) == (pages, [])


def test_a_page_without_other_words_keeps_them():
    pages = [[Line("Archive of Novograd", 72, 300, 800, 11)] for _ in range(4)]
    assert without_running_lines(pages) == (pages, [])


def test_ten_thousand_pages_are_no_matter():
    pages = [page(("Talks", 800), (str(at), 40)) for at in range(10_000)]
    bodies, _ = without_running_lines(pages)
    assert kept(bodies) == [[]] * 10_000
    assert sum(map(len, bodies)) == 40_000
