import pytest

from db import Cancel, bibliography
from db.bibliography import Reference
from db.errors import BadValue

TWO = (
    "TY  - NEWS\nTI  - Talks end\nPY  - 2031\nUR  - https://www.example.org/a/\nER  - \n"
    "TY  - BOOK\nTI  - Lakes\nER  - \n"
)


@pytest.fixture
def planned(library, read):
    """What would become of the references of a file."""
    return lambda content: bibliography.plan(library, read(content), Cancel())


def test_references_are_brought_in_as_one_step(library, read):
    uids = bibliography.bring_in(library, read(TWO))
    assert [library.sources.get(uid).title for uid in uids] == ["Talks end", "Lakes"]
    assert library.undo().label == "Import 2 references"
    assert library.sources.all(Cancel()) == []


def test_nothing_to_bring_in_is_no_step(library):
    assert bibliography.bring_in(library, []) == []
    assert library.undo_labels()[0] is None


def test_what_is_new_is_wanted(planned):
    assert [(row.wanted, row.source, row.told) for row in planned(TWO)] == [(True, None, ())] * 2


def test_a_source_of_the_same_address_is_known_again(library, planned):
    uid = library.sources.add(title="Another name", url="http://example.org/A")
    row = planned(TWO)[0]
    assert (row.wanted, row.source) == (False, uid)
    assert row.told == ("It is in the library already, as “Another name”.",)


def test_a_source_of_the_same_title_date_and_authors_is_known_again(library, planned):
    uid = library.sources.add(title="Lakes!")
    assert planned(TWO)[1].source == uid
    library.sources.edit(uid, published="2031")
    assert planned(TWO)[1].source is None


def test_the_same_reference_twice_in_the_files_is_noticed(planned):
    first, _, again, _ = planned(TWO + TWO)
    assert (first.wanted, again.wanted) == (True, False)
    assert again.told == ("It is the same as “Talks end” above (references.txt, line 1).",)


def test_what_cannot_be_a_source_is_not_wanted_and_says_why(planned):
    (row,) = planned("TY  - GEN\nER  - ")
    assert not row.wanted
    assert "nobody would find it again" in row.told[0]


def test_markup_in_titles_stays_plain_text(library, read):
    (uid,) = bibliography.bring_in(library, read("TY  - GEN\nTI  - <img src=x> & {Braces}\nER  - "))
    assert library.sources.get(uid).title == "<img src=x> & {Braces}"


def test_nothing_is_kept_when_one_is_refused(library, read):
    bad = Reference("b.ris", "line 9", {"title": "Bad", "type": "letter"}, ())
    with pytest.raises(BadValue, match=r"“Bad” \(b.ris, line 9\): “letter” is not a type"):
        bibliography.bring_in(library, [*read(TWO), bad])
    with pytest.raises(BadValue, match="line 3: no title"):
        bibliography.bring_in(library, [Reference("b.ris", "line 3", None, ("no title",))])
    assert library.sources.all(Cancel()) == []
