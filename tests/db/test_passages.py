"""A passage is cited, quoted or tagged in one step that undo takes back."""

import pytest

from db import passages
from db.cancel import Cancel
from db.errors import BadValue, Gone
from db.new_names import New
from db.passages import Passage
from db.references import Record
from tests.db.conftest import TEXT


@pytest.fixture
def passage(talks):
    """The words “in Astana” of the source."""
    starts = TEXT.index("in Astana")
    return Passage(talks.source, starts, starts + len("in Astana"))


def steps(library):
    return [step.label for step in library.history.steps(Cancel())]


def test_a_passage_is_cited_for_a_field_as_one_step(library, talks, passage):
    before = len(steps(library))
    uid = passages.cite(library, passage, Record("meeting", talks.meeting), field="city", relation="inferred")
    cited = library.citations.get(uid)
    assert (cited.exact, cited.field, cited.relation, cited.basis) == ("in Astana", "city", "inferred", "seen")
    assert len(steps(library)) == before + 1
    library.undo()
    with pytest.raises(Gone):
        library.citations.get(uid)


def test_the_same_passage_is_not_cited_twice_for_the_same(library, talks, passage):
    meeting = Record("meeting", talks.meeting)
    passages.cite(library, passage, meeting, field="city")
    with pytest.raises(BadValue, match="cited for that already"):
        passages.cite(library, passage, meeting, field="city")
    passages.cite(library, passage, meeting, field="city", relation="contradicts")
    passages.cite(library, passage, meeting)
    with pytest.raises(BadValue, match="cited for that already"):
        passages.cite(library, passage, meeting)


def test_the_page_of_the_original_is_kept(library, talks, passage):
    library.sources.edit(talks.source, text=TEXT, pages=f"[0, {passage.starts + 3}]")
    uid = passages.cite(library, passage, Record("meeting", talks.meeting))
    assert library.citations.get(uid).page == "1–2"


def test_a_passage_outside_of_the_text_is_refused_and_nothing_is_left(library, talks):
    before = steps(library)
    with pytest.raises(BadValue, match="not inside the text"):
        passages.quote(library, Passage(talks.source, 5, 5000), form="direct", text="Words")
    assert steps(library) == before


def test_a_quote_cites_the_passage_that_it_was_made_of(library, talks, passage):
    before = len(steps(library))
    uid = passages.quote(library, passage, form="direct", text="in Astana", meeting=talks.meeting)
    (cited,) = library.citations.of(Record("quote", uid))
    assert (cited.exact, cited.starts) == ("in Astana", passage.starts)
    assert len(steps(library)) == before + 1


def test_tags_stand_on_the_passage_which_is_held_once(library, talks, passage):
    tag = library.tags.add(name="place")
    holder = passages.tag(library, passage, [tag, New("tag", "to check")])
    assert [name for _, name in passages.tags_on(library, passage)] == ["place", "to check"]
    assert library.citations.get(holder).field == "text"
    assert passages.tag(library, passage, [], [tag]) == holder
    assert [name for _, name in passages.tags_on(library, passage)] == ["to check"]
    assert library.tags.records(tag) == []


def test_a_passage_without_tags_is_no_longer_held(library, talks, passage):
    tag = library.tags.add(name="place")
    holder = passages.tag(library, passage, [tag])
    assert passages.tag(library, passage, [], [tag]) is None
    with pytest.raises(Gone):
        library.citations.get(holder)
    assert passages.tag(library, passage, []) is None
    assert passages.tags_on(library, passage) == []


def test_a_held_passage_with_a_note_stays(library, talks, passage):
    tag = library.tags.add(name="place")
    holder = passages.tag(library, passage, [tag])
    assert holder
    library.notes.add(Record("citation", holder), body="Which?")
    assert passages.tag(library, passage, [], [tag]) == holder


def test_a_source_whose_text_was_tagged_can_be_removed_with_it(library, passage, talks):
    passages.tag(library, passage, [New("tag", "place")])
    library.quotes.remove(talks.quote)
    library.sources.remove(talks.source)
    with pytest.raises(Gone):
        library.sources.get(talks.source)
