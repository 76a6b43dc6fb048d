"""Days of publication are found as people print them and as machines note them."""

import pytest

from db.extraction import days
from db.extraction.days import of_beginning
from db.extraction.facts import title_of

PRINTED = {
    "Novograd, 4 May 2031": "2031-05-04",
    "May 4, 2031": "2031-05-04",
    "4th of the month; 4 May, 2031": "2031-05-04",
    "Новоград, 4 мая 2031 года": "2031-05-04",
    "Novograd, le 1er août 2031": "2031-08-01",
    "4. März 2031": "2031-03-04",
    "4 Ağustos 2031": "2031-08-04",
    "نوفوغراد، 4 مايو 2031": "2031-05-04",
    "04.05.2031": "2031-05-04",
    "2031-05-04": "2031-05-04",
    "13/05/2031": None,
    "31 February 2031": None,
    "In 2031, or in May": None,
}
NOTED = {
    "2031-05-04T10:00:00+03:00": "2031-05-04", "D:20310504120000Z": "2031-05-04", "2031/05": "2031-05", "2031": "2031",
    "4 May 2031": "2031-05-04", "0000-00-00": None, "9999-99-99": None, "": None, "soon": None,
}  # fmt: skip


@pytest.mark.parametrize("line", PRINTED)
def test_a_full_day_in_a_line_is_found(line):
    assert days.printed(line) == PRINTED[line]


@pytest.mark.parametrize("words", NOTED)
def test_a_day_noted_for_machines_may_be_partial(words):
    assert days.noted(words) == NOTED[words]


def test_the_dateline_is_a_short_line_near_the_beginning():
    assert days.of_beginning("Statement\n\nNovograd, 4 May 2031\n\nOn 1 May 2031 the ministers met.") == "2031-05-04"
    assert days.of_beginning("Novograd, 4 May 2031.\nText") == "2031-05-04"
    long = "The ministers met in the course of the spring, and last on 4 May 2031, and wished to meet again in autumn."
    assert days.of_beginning(long) is None
    assert days.of_beginning("A line\n" * 40 + "4 May 2031") is None


@pytest.mark.parametrize(
    "line",
    [
        "On 1 May 2031 the ministers met.",
        "“They met on 1 May 2031 in Novograd.”",
        "1 мая 2031 года министры встретились снова.",
    ],
)
def test_a_sentence_that_names_a_day_is_no_dateline(line):
    assert days.printed(line) is not None
    assert days.of_beginning(f"Statement\n\n{line}") is None
    assert days.of_beginning(f"{line}\n\n4 May 2031") == "2031-05-04"


def test_the_day_of_publication_counts_before_that_of_something_named():
    assert of_beginning("Treaty of 12 March 1921\nPublished 5 May 2031\nWords") == "2031-05-05"
    assert of_beginning("О договоре от 12 марта 1921\nНовоград, 5 мая 2031\nСлова") == "2031-05-05"
    assert of_beginning("Novograd, 4 May 2031\nPublished: 5 May 2031") == "2031-05-05"
    assert of_beginning("Statement of 4 May 2031\nWords") == "2031-05-04"
    assert of_beginning("4 May 2031\n5 May 2031") == "2031-05-04"


def test_a_line_that_names_something_of_a_day_may_be_a_title():
    assert title_of("Treaty of 12 March 1921\nPublished 5 May 2031\nWords") == "Treaty of 12 March 1921"
    assert title_of("Novograd, 4 May 2031\nWords of a text") == "Words of a text"
