import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.citations import passage
from db.errors import BadValue, Gone, InUse
from db.references import Record
from tests.db.conftest import TEXT


def test_the_words_of_a_passage_come_from_the_source(library, talks):
    citation = library.citations.get(talks.citation)
    assert citation.exact == "No military solution"
    assert citation.prefix == "The ministers met. “"
    assert citation.suffix == "”, said Mr. Lavrov 🕊 in Astana. "


def test_a_passage_is_verbatim_or_refused(library, talks):
    record, at = Record("outcome", talks.ceasefire), TEXT.index("🕊")
    library.citations.add(record, source=talks.source, starts=at, ends=at + 1, exact="🕊")
    with pytest.raises(BadValue, match="“Passage” is not what stands in the source"):
        library.citations.add(record, source=talks.source, starts=at, ends=at + 1, exact="!")
    with pytest.raises(BadValue, match="“Words before” is not what"):
        library.citations.add(record, source=talks.source, starts=at, ends=at + 1, prefix="said ")


@pytest.mark.parametrize(("starts", "ends"), [(-1, 4), (5, 5), (5, 4), (0, len(TEXT) + 1), (3, None), (None, 3)])
def test_a_place_outside_the_text_is_refused(library, talks, starts, ends):
    with pytest.raises(BadValue, match="is not inside the text"):
        library.citations.edit(talks.citation, starts=starts, ends=ends)


def test_a_passage_moves_with_its_words(library, talks):
    library.citations.edit(talks.citation, starts=0, ends=3)
    assert library.citations.get(talks.citation).exact == "The"
    with pytest.raises(BadValue, match="not what stands"):
        library.citations.edit(talks.citation, exact="A")
    library.citations.edit(talks.citation, starts=None, ends=None)
    assert library.citations.get(talks.citation)[8:13] == (None,) * 5


def test_another_source_must_hold_the_same_words_at_the_place(library, talks):
    same, other = library.sources.add(title="Reprint", text=TEXT), library.sources.add(title="Other", text="x" * 200)
    library.citations.edit(talks.citation, source=same)
    with pytest.raises(BadValue, match="not what stands"):
        library.citations.edit(talks.citation, source=other)


def test_a_source_without_text_has_words_but_no_place(library, talks):
    book = library.sources.add(title="A book")
    record = Record("outcome", talks.ceasefire)
    uid = library.citations.add(record, source=book, exact="They agreed", as_worded="agreed")
    assert library.citations.get(uid).exact == "They agreed"
    with pytest.raises(BadValue, match="do not have the text"):
        library.citations.edit(uid, starts=0, ends=4)
    with pytest.raises(BadValue, match="point at the passage"):
        library.citations.add(record, source=talks.source, exact="No military solution")


def test_without_a_source_a_value_is_recalled(library, talks):
    uid = library.citations.add(Record("participation", talks.line), field="head_id")
    assert library.citations.get(uid).basis == "recalled"
    with pytest.raises(BadValue, match="needs its source"):
        library.citations.edit(uid, basis="seen")
    library.citations.edit(uid, source=talks.source, basis="seen", relation="inferred")
    assert [citation.uid for citation in library.citations.of(Record("participation", talks.line))] == [uid]


def test_a_citation_stands_on_a_field_of_a_record(library, talks):
    with pytest.raises(BadValue, match="“colour” is not a field of outcomes"):
        library.citations.add(Record("outcome", talks.ceasefire), source=talks.source, field="colour")
    with pytest.raises(Gone, match="This quote"):
        library.citations.add(Record("quote", "none"), source=talks.source)
    with pytest.raises(BadValue, match="“proves” is not a relation"):
        library.citations.edit(talks.citation, relation="proves")


def test_a_passage_on_which_a_note_stands_is_not_removed(library, talks):
    note = library.notes.add(Record("quote", talks.quote), citation=talks.citation, body="Check")
    with pytest.raises(InUse, match="1 note refers"):
        library.citations.remove(talks.citation)
    library.notes.remove(note)
    library.citations.remove(talks.citation)


@given(text=st.text(min_size=1), data=st.data())
def test_a_passage_and_its_surroundings_lie_side_by_side(text, data):
    starts = data.draw(st.integers(0, len(text) - 1))
    ends = data.draw(st.integers(starts + 1, len(text)))
    words = passage(text, starts, ends)
    assert words["exact"] == text[starts:ends]
    assert f"{words['prefix']}{words['exact']}{words['suffix']}" in text
