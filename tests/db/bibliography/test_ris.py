import pytest

from db.bibliography.ris import _LABELS, _SLOTS, TYPES
from db.vocabulary import SOURCE_TYPES

ARTICLE = """\
TY  - JOUR
ID  - brandt2031
AU  - Brandt, Ada
AU  - Cole, Adam
TI  - Who sat at the table of the lakes
T2  - Journal of Made-up Talks
PB  - Example Press
PY  - 2031/03/04/
VL  - 7
IS  - 2
SP  - 11
EP  - 29
DO  - 10.1234/lakes.7
UR  - https://example.org/lakes
AB  - Two lines
of an abstract.
KW  - lakes
LA  - eng
Y2  - 2031/05/06/
N1  - Read in part.
ER  -
"""


def test_all_types_are_types_of_sources():
    assert set(TYPES.values()) <= set(SOURCE_TYPES)
    assert not _SLOTS.keys() & _LABELS.keys()


def test_a_reference_becomes_a_source_and_nothing_is_lost(one):
    assert one(ARTICLE) == {
        "type": "article",
        "title": "Who sat at the table of the lakes",
        "authors": "Brandt, Ada; Cole, Adam",
        "publisher": "Journal of Made-up Talks",
        "published": "2031-03-04",
        "published_basis": "shown",
        "accessed": "2031-05-06",
        "url": "https://doi.org/10.1234/lakes.7",
        "language": "en",
        "note": "Citation key: brandt2031\nVolume: 7\nIssue: 2\nFirst page: 11\nLast page: 29\n"
        "Abstract: Two lines\nof an abstract.\nKeyword: lakes\nRead in part.\nPublisher: Example Press\n"
        "Address: https://example.org/lakes",
    }


def test_a_chapter_is_of_its_publisher_and_names_its_book(one):
    found = one("TY  - CHAP\nTI  - Doors\nT2  - The house\nPB  - Example Press\nER  - ")
    assert (found["type"], found["publisher"], found["note"]) == ("chapter", "Example Press", "In: The house")


def test_a_news_report_is_of_its_paper(one):
    found = one("TY  - NEWS\nTI  - Talks end\nT2  - The Lake Post\nPB  - Example Press\nDA  - 2031/05/\nER  - ")
    assert (found["type"], found["publisher"], found["published"]) == ("news", "The Lake Post", "2031-05")


def test_the_most_exact_of_several_dates_is_taken(one):
    found = one("TY  - RPRT\nTI  - A\nPY  - 2031\nDA  - 2031/05/06/\nER  - ")
    assert (found["published"], found.get("note")) == ("2031-05-06", None)
    found = one("TY  - RPRT\nTI  - A\nPY  - 2030\nDA  - 2031/05/06/spring\nER  - ")
    assert (found["published"], found["note"]) == ("2031-05-06", "Date: 2030\nDate: 2031/05/06/spring")


def test_a_type_that_says_nothing_to_us_is_kept_in_words(one):
    assert one("TY  - XYZ\nTI  - A\nER  - ") == {"title": "A", "note": "Type: XYZ"}
    assert one("TY  - THES\nTI  - A\nER  - ")["note"] == "Type: THES"
    assert "note" not in one("TY  - GEN\nTI  - A\nER  - ")


def test_tags_that_nobody_knows_are_kept(one):
    assert one("TY  - GEN\nTI  - A\nZ9  - strange\nER  - ")["note"] == "Z9: strange"


def test_further_titles_and_addresses_are_kept(one):
    found = one("TY  - GEN\nTI  - A\nT1  - B\nUR  - https://a.example/1;https://b.example/2\nER  - ")
    assert found["url"] == "https://a.example/1"
    assert found["note"] == "Address: https://b.example/2\nTitle: B"


def test_one_blank_and_lines_of_windows_do_as_well(one):
    assert one("\ufeffTY - BOOK\r\nTI - A\r\nPB - P\r\nER -\r\n") == {"type": "book", "title": "A", "publisher": "P"}


def test_a_reference_without_an_end_is_told_of_and_so_is_the_last_one(read):
    first, second, last = read("TY  - GEN\nTI  - A\nTY  - GEN\nTI  - B\nER  - \nTY  - GEN\nTI  - C")
    assert [one.title for one in (first, second, last)] == ["A", "B", "C"]
    assert "no end" in first.problems[0]
    assert second.problems == ()
    assert "ends in the middle" in last.problems[0]
    assert [one.place for one in (first, second, last)] == ["line 1", "line 3", "line 6"]


def test_a_reference_without_title_is_called_by_its_address(read):
    (found,) = read("TY  - ELEC\nUR  - https://example.org/a\nER  - ")
    assert found.title == "https://example.org/a"
    assert found.problems == ("It has no title: its address stands for one.",)


def test_a_reference_that_nobody_would_find_again_cannot_be_brought_in(read):
    (found,) = read("TY  - GEN\nPY  - 2031\nER  - ")
    assert found.values is None
    assert "neither title, address nor publisher" in found.problems[0]


@pytest.mark.parametrize("date", ["spring", "31/31/2031", "9999999"])
def test_what_is_no_date_is_told_and_kept(read, date):
    (found,) = read(f"TY  - GEN\nTI  - A\nPY  - {date}\nER  - ")
    assert found.values["note"] == f"Date: {date}"
    assert "no date that can be kept" in found.problems[0]


def test_what_is_no_address_is_told_and_kept(read):
    (found,) = read("TY  - GEN\nTI  - A\nUR  - javascript:alert(1)\nER  - ")
    assert "url" not in found.values
    assert found.values["note"] == "Address: javascript:alert(1)"
    assert "no address of the web" in found.problems[0]
