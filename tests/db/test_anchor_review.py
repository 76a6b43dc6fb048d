"""Passages that lost their place: what the list tells of each, and the ways to put them right."""

import pytest

from db import anchor_review, source_page
from db.anchor_review import Counts
from db.cancel import Cancel
from db.errors import BadValue, Conflict, Gone, InUse
from db.references import Record
from tests.db.conftest import TEXT

WORDS = "No military solution"
MET = "The ministers met in Nordhaven on the first Monday of spring. "
SAID = f"“{WORDS} is left”, said the envoy of Country A to those who had come. "
DINED = "In the evening all of them dined by the harbour, and then spoke of maps for hours. "
LIST = "A list of names was handed over, which nobody has seen since. "
LONG = f"{MET}{SAID}{DINED}{LIST}"
CHANGED = f"{MET.replace('The ministers', 'At last the ministers')}{SAID}{DINED}{DINED}"


@pytest.fixture
def source(library):
    """A source with a text of four sentences."""
    return library.sources.add(title="Minutes", text=LONG)


@pytest.fixture
def adrift(library, talks, source):
    """Four citations of that source, of which each is in another state after its text was changed; by state."""
    found: dict[str, str] = {}
    for state, words in (
        ("same", WORDS),
        ("near", "The ministers met"),
        ("several", "by the harbour"),
        ("orphan", LIST),
    ):
        starts = LONG.index(words)
        field = None if state == "same" else "text"
        on = Record("quote", talks.quote) if state == "same" else Record("outcome", talks.ceasefire)
        found[state] = library.citations.add(on, source=source, field=field, starts=starts, ends=starts + len(words))
    library.sources.edit(source, text=CHANGED)
    return found


def read(library, source=None, known=None):
    return anchor_review.read(library, source, known or {}, Cancel())


def lines(library, source=None):
    return {line.state: line for line in read(library, source).lines}


def counts(library, source=None):
    return anchor_review.counts(library, source, Cancel())


def test_each_line_tells_behind_which_value_the_words_stand_and_where_they_may_be(library, talks, source, adrift):
    found = lines(library)
    assert {state: line.uid for state, line in found.items()} == adrift
    same = found["same"]
    assert (same.record, same.field, same.title) == (Record("quote", talks.quote), None, WORDS)
    assert (same.meeting, same.meeting_title) == (talks.meeting, "First round")
    assert (same.source, same.source_title) == (source, "Minutes")
    assert same.sought == (WORDS, f"{MET}“"[-32:], SAID.partition(WORDS)[2][:32])
    assert found["near"].field == "text"
    assert found["near"].candidates[0].words == "the ministers met"
    assert [one.words for one in found["several"].candidates] == ["by the harbour", "by the harbour"]
    assert found["orphan"].candidates == ()


def test_they_come_in_the_order_of_the_text_and_those_without_a_place_last(library, adrift):
    assert [line.state for line in read(library).lines] == ["near", "same", "several", "orphan"]


def test_they_are_counted_in_all_and_of_one_source(library, source, adrift):
    assert counts(library) == Counts(1, 1, 1, 1)
    assert counts(library).total == 4
    other = library.sources.add(title="Other", text=TEXT)
    assert counts(library, other) == Counts()
    found = read(library, source)
    assert (found.title, found.counts.total, len(found.lines)) == ("Minutes", 4, 4)
    assert read(library, other).lines == []


def test_what_was_found_before_is_not_sought_again_in_the_same_text(library, source, adrift):
    known = {line.id: line for line in read(library).lines}
    anchor_review.keep_without_passage(library, adrift["orphan"])
    again = read(library, known=known).lines
    assert all(line.found is known[line.id].found for line in again)
    library.sources.edit(source, text=LONG)
    assert all(line.found is not known[line.id].found for line in read(library, known=known).lines)


def test_an_accepted_passage_stands_at_its_new_place_with_the_words_there(library, adrift):
    place = lines(library)["near"].candidates[0]
    anchor_review.accept(library, adrift["near"], place.starts, place.ends, place.words)
    citation = library.citations.get(adrift["near"])
    assert (citation.starts, citation.exact, citation.anchor) == (place.starts, place.words, None)
    assert "near" not in lines(library)
    library.undo()
    assert library.citations.get(adrift["near"]).exact == "The ministers met"


def test_a_place_at_which_other_words_stand_by_now_is_not_accepted(library, source, adrift):
    place = lines(library)["same"].candidates[0]
    library.sources.edit(source, text=LONG)
    for verb in (anchor_review.accept, anchor_review.reattach):
        with pytest.raises(Conflict, match="Other words stand at that place by now"):
            verb(library, adrift["same"], place.starts, place.ends, place.words)
    with pytest.raises(BadValue, match="is not inside the text"):
        anchor_review.accept(library, adrift["same"], 0, 5000)


def test_only_what_lost_its_place_is_accepted(library, talks):
    with pytest.raises(BadValue, match="was put right already"):
        anchor_review.accept(library, talks.citation, 0, 3)
    with pytest.raises(BadValue, match="was put right already"):
        anchor_review.keep_without_passage(library, talks.citation)
    with pytest.raises(Gone):
        anchor_review.accept(library, "none", 0, 3)


def test_all_with_the_same_words_and_surroundings_are_accepted_as_one_step(library, talks, source, adrift):
    other = library.sources.add(title="Other", text=TEXT)
    starts = TEXT.index("said")
    cited = library.citations.add(Record("quote", talks.quote), source=other, starts=starts, ends=starts + 4)
    library.sources.edit(other, text=f"So it was. {TEXT}")
    assert anchor_review.accept_all_same(library, source) == 1
    assert counts(library) == Counts(1, 1, 1, 1)
    library.undo()
    assert anchor_review.accept_all_same(library) == 2
    assert counts(library) == Counts(0, 1, 1, 1)
    assert library.citations.get(cited).starts == starts + len("So it was. ")
    assert library.citations.get(cited).prefix == f"So it was. {TEXT}"[starts + 11 - 32 : starts + 11]
    step = library.history.steps(Cancel(), limit=1)[0]
    assert step.label == "Accept 2 passages with the same words and surroundings"
    assert anchor_review.accept_all_same(library) == 0
    assert library.history.steps(Cancel(), limit=1)[0].id == step.id


def test_a_passage_is_attached_by_hand_to_any_words(library, adrift):
    anchor_review.reattach(library, adrift["orphan"], 0, 7, "At last")
    assert library.citations.get(adrift["orphan"]).exact == "At last"
    anchor_review.reattach(library, adrift["orphan"], 3, 7)
    assert library.citations.get(adrift["orphan"]).exact == "last"


def test_a_citation_kept_without_its_passage_cites_the_whole_source_and_keeps_the_old_words(library, source, adrift):
    anchor_review.keep_without_passage(library, adrift["orphan"])
    citation = library.citations.get(adrift["orphan"])
    assert (citation.exact, citation.prefix, citation.suffix, citation.anchor) == (None,) * 4
    assert (citation.as_worded, citation.basis) == (LIST, "seen")
    assert counts(library).orphan == 0
    library.sources.edit(source, text=LONG)
    assert library.citations.get(adrift["orphan"]).anchor is None
    library.citations.edit(adrift["near"], as_worded="in other words")
    anchor_review.keep_without_passage(library, adrift["near"])
    assert library.citations.get(adrift["near"]).as_worded == "in other words"


def noted(library, source):
    """The notes that stand on passages of a source."""
    uses = source_page.read(library, source, Cancel()).uses
    return [use.record.uid for use in uses if use.kind == "note" and use.starts is not None]


def test_a_passage_on_which_a_note_stands_is_put_right_like_any_other(library, talks):
    note = library.notes.add_on_passage(talks.source, TEXT.index(WORDS), TEXT.index(WORDS) + 20, "Really?")
    library.sources.edit(talks.source, text="Nothing of it.")
    line = next(line for line in read(library).lines if line.record == Record("note", note))
    assert line.title == "Really?"
    assert noted(library, talks.source) == []
    with pytest.raises(InUse, match="1 note refers to it"):
        library.citations.remove(line.uid)
    anchor_review.reattach(library, line.uid, 0, 7)
    assert noted(library, talks.source) == [note]


def test_what_a_step_moved_is_told_with_its_source(library, talks, source, adrift):
    def made():
        return anchor_review.made(library, library.history.steps(Cancel(), limit=1)[0].id, Cancel())

    assert made() == (4, source)
    anchor_review.accept_all_same(library)
    assert made() == (0, None)
    library.undo()
    assert made() == (0, None)
    with library.revise("Two texts"):
        other = library.sources.add(title="Other", text=TEXT)
        library.citations.add(Record("quote", talks.quote), source=other, starts=4, ends=13)
        library.sources.edit(other, text="x")
        library.sources.edit(source, text=f"Once more. {LONG}")
    number, source = made()
    assert number >= 2
    assert source is None


def test_a_passage_attached_by_hand_is_cited_with_its_page(library, talks, source):
    library.sources.edit(source, pages=f"[0, {LONG.index('In the evening')}]")
    on = Record("outcome", talks.ceasefire)
    citation = library.citations.add(on, source=source, starts=0, ends=len("The ministers"), page="1")
    other = library.citations.add(Record("source", talks.source), source=talks.source, starts=0, ends=3, page="fol. 2")
    library.sources.edit(source, text=LONG.replace("The ministers met", "They sat"))
    anchor_review.reattach(library, citation, at := LONG.index("by the harbour") - 9, at + 14)
    assert library.citations.get(citation).page == "2"
    library.undo()
    assert library.citations.get(citation).page == "1"
    anchor_review.reattach(library, other, 4, 9)
    assert library.citations.get(other).page == "fol. 2"


def test_an_accepted_passage_is_cited_with_the_page_that_it_is_on_now(library, talks, source):
    on, words = Record("outcome", talks.ceasefire), "by the harbour"
    starts = LONG.index(words)
    cited = [
        library.citations.add(on, source=source, starts=starts, ends=starts + 14, page=page, field=field)
        for page, field in (("2", "text"), ("341", "act"), (None, None))
    ]
    new = f"Now. {LONG}"
    library.sources.edit(source, text=new, pages=f"[0, {len(new) - 3}]")
    there = new.index(words)
    for citation in cited:
        anchor_review.accept(library, citation, there, there + 14)
    assert [library.citations.get(citation).page for citation in cited] == ["1", "341", "1"]
    for _ in cited:
        library.undo()
    assert [library.citations.get(citation).page for citation in cited] == ["2", "341", None]


def test_all_that_are_accepted_together_are_too(library, talks, source):
    starts = LONG.index("In the evening")
    on = Record("outcome", talks.ceasefire)
    citation = library.citations.add(on, source=source, starts=starts, ends=starts + 14, page="2")
    new = f"Now. {LONG}"
    library.sources.edit(source, text=new, pages=f"[0, {len(new) - 3}]")
    assert anchor_review.accept_all_same(library, source) >= 1
    found = library.citations.get(citation)
    assert (found.exact, found.page) == ("In the evening", "1")


def test_a_step_after_which_no_pages_are_known_is_told(library, source):
    def told(**given):
        library.sources.edit(source, **given)
        return anchor_review.lost_pages(library, library.history.steps(Cancel(), limit=1)[0].id, Cancel())

    title = library.sources.get(source).title
    assert told(pages="[0, 20]") is None
    assert told(text=LONG.replace("met", "sat")) is None
    assert told(text="Quite another text.") == title
    library.undo()
    assert told(text=None) is None


def test_a_long_list_is_given_in_part_and_counted_whole(library, talks, monkeypatch):
    monkeypatch.setattr(anchor_review, "MOST", 3)
    with library.revise("Cite"):
        for at in range(5):
            library.citations.add(Record("quote", talks.quote), source=talks.source, starts=at, ends=at + 3)
    library.sources.edit(talks.source, text=f"Now: {TEXT}")
    found = read(library)
    assert (len(found.lines), found.counts.total) == (3, 6)
