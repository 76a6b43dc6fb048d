import pytest

from db.bibliography.bibtex import TYPES
from db.vocabulary import SOURCE_TYPES

ENTRIES = r"""
Words before the first entry are a comment.
@string{press = "Example Press"}
@comment{jabref-meta: nothing}
@article{brandt31,
  author = {Brandt, Ada and Adam Cole and {Lake Council}},
  title = "Who sat at the {T}able",
  journal = {Journal of Made-up Talks}, publisher = press # " " # {House},
  year = 2031, month = mar, day = 4,
  doi = {10.1234/lakes.7},
  abstract = {50\% of all},
  keywords = {lakes, tables}
}
"""


def test_all_types_are_types_of_sources():
    assert set(TYPES.values()) <= set(SOURCE_TYPES)


def test_an_entry_becomes_a_source_and_nothing_is_lost(one):
    assert one(ENTRIES) == {
        "type": "article",
        "title": "Who sat at the Table",
        "authors": "Brandt, Ada; Cole, Adam; Lake Council",
        "publisher": "Journal of Made-up Talks",
        "published": "2031-03-04",
        "published_basis": "shown",
        "url": "https://doi.org/10.1234/lakes.7",
        "note": "Citation key: brandt31\nAbstract: 50% of all\nKeywords: lakes, tables\nPublisher: Example Press House",
    }


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("Ada Brandt", "Brandt, Ada"),
        ("Brandt, Ada", "Brandt, Ada"),
        ("Ludwig van der Lake", "van der Lake, Ludwig"),
        ("van der Lake, Jr, Ludwig", "van der Lake, Ludwig, Jr"),
        ("{The Lake and River Council}", "The Lake and River Council"),
        (r"Zo{\"e} {\v{S}}t{\v e}rba", "Štěrba, Zoë"),
        ("Plato", "Plato"),
        ("Ada Brandt and others", "Brandt, Ada; et al."),
        ("Ada Brandt AND Adam Cole", "Brandt, Ada; Cole, Adam"),
        ("Brandt; Partners, Ada", "Brandt, Partners, Ada"),
    ],
)
def test_names_are_put_family_first(one, given, name):
    assert one(f"@misc{{a, title={{A}}, author={{{given}}}}}")["authors"] == name


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("year=2031", "2031"),
        ("year={2031}, month=jun", "2031-06"),
        ('year=2031, month="06"', "2031-06"),
        ("year=2031, month={June}", "2031-06"),
        ('year=2031, month="28~" # jun', "2031-06-28"),
        ("date={2031-06-28/2031-06-30}", "2031-06-28"),
        ("date={2031-06}", "2031-06"),
    ],
)
def test_dates_are_put_together(one, fields, date):
    assert one(f"@misc{{a, title={{A}}, {fields}}}")["published"] == date


def test_a_date_that_is_not_sure_counts_as_inferred(one):
    assert one("@misc{a, title={A}, date={2031~}}")["published_basis"] == "inferred"


def test_a_span_is_kept_in_words(one):
    assert "Date: 2031-06-28/2031-06-30" in one("@misc{a, title={A}, date={2031-06-28/2031-06-30}}")["note"]


def test_an_entry_may_stand_in_round_brackets_and_have_no_key(one):
    assert one("@book(title={A (b)}, year=2031)")["title"] == "A (b)"


def test_a_missing_comma_loses_nothing(one):
    found = one('@misc{a, title="A" year=2031 note={n}}')
    assert (found["title"], found["published"]) == ("A", "2031")


def test_fields_that_stand_twice_are_both_kept(one):
    assert "Title: B" in one("@misc{a, title={A}, title={B}}")["note"]


def test_entries_of_one_key_are_both_kept_and_told_of(read):
    found = read("@misc{a, title={A}}\n@misc{a, title={B}}")
    assert [one.title for one in found] == ["A", "B"]
    assert all("stands 2 times" in one.problems[0] for one in found)


def test_an_entry_takes_from_the_one_that_it_refers_to(read):
    first, _ = read(
        "@incollection{a, title={Doors}, crossref={b}}\n@book{b, title={The house}, publisher={P}, year=2031}"
    )
    assert first.values["publisher"] == "P"
    assert "In: The house" in first.values["note"]
    assert first.values["published"] == "2031"


@pytest.mark.parametrize("crossref", ["a", "nowhere"])
def test_references_to_itself_or_to_nothing_are_kept_in_words(read, crossref):
    (found,) = read(f"@misc{{a, title={{A}}, crossref={{{crossref}}}}}")
    assert f"Crossref: {crossref}" in found.values["note"]


def test_an_entry_that_is_cut_off_is_told_of_and_the_others_go_on(read):
    found = read("@misc{a, title={A}}\n@misc{b, title={B {c},\n@misc{c, title={C}}\n@misc{d, title={D")
    assert [one.values and one.title for one in found] == ["A", None, "C", None]
    assert "cut off" in found[1].problems[0]
    assert [one.place for one in found] == ["line 1, a", "line 2", "line 3, c", "line 4"]


def test_a_value_may_hold_what_looks_like_an_entry(one):
    found = one("@misc{a, title={A}, note={as in\n@misc{x, y}\nthere}}")
    assert "@miscx, y" in found["note"] or "@misc{x, y}" in found["note"]


def test_what_cannot_be_read_is_kept_as_it_stands(read):
    (found,) = read("@misc{a, title={A}, ??? what}")
    assert "Not read: ??? what" in found.values["note"]
    assert "cannot be read" in found.problems[0]


def test_a_word_that_stands_for_nothing_is_told(read):
    (found,) = read("@misc{a, title=unknown}")
    assert found.title == "unknown"
    assert "stands for nothing" in found.problems[0]


def test_addresses_stay_as_they_are(one):
    assert one(r"@online{a, title={A}, url={https://example.org/a_b~c%20d}}")["url"] == "https://example.org/a_b~c%20d"
    assert one(r"@misc{a, title={A}, howpublished={\url{https://example.org/a}}}")["url"] == "https://example.org/a"
