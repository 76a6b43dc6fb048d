"""Citations when the text of their source changes: at their place, moved or orphaned, and never at other words."""

import pytest

from db.cancel import Cancel
from db.digest import content_digest
from db.errors import Conflict
from db.record_form import store
from db.references import Record
from tests.db.conftest import TEXT

WORDS = "No military solution"
PARAGRAPH = "The parties agreed to release 12 detainees.\n"


def state(library, citation):
    """What a citation tells of its passage: place, anchor, where it seems to stand."""
    found = library.citations.get(citation)
    return found.starts, found.anchor, found.moved_starts, found.moved_score


def newest(library):
    return library.history.steps(Cancel(), limit=1)[0].id


def digest(library):
    with library.reading() as conn:
        return content_digest(conn)


def cite(library, talks, words, text=TEXT):
    starts = text.index(words)
    on = Record("outcome", talks.ceasefire)
    return library.citations.add(on, source=talks.source, starts=starts, ends=starts + len(words))


# One edit


@pytest.mark.parametrize(
    "text",
    [
        TEXT + " More.",
        TEXT.replace("The end", "The very end"),
        TEXT.replace("The ministers", "The minister5"),
    ],
    ids=["text after it", "words after it", "a letter before it"],
)
def test_a_passage_whose_words_stand_unchanged_at_the_same_place_stays(library, talks, text):
    library.sources.edit(talks.source, text=text)
    assert state(library, talks.citation) == (TEXT.index(WORDS), None, None, None)


def test_so_does_one_between_changes_that_leave_its_surroundings_alone(library, talks):
    far = "Many words stood here, for a long time. "
    source = library.sources.add(title="Long", text=f"{far}{TEXT} {far}")
    starts = len(far) + TEXT.index("said")
    citation = library.citations.add(Record("outcome", talks.ceasefire), source=source, starts=starts, ends=starts + 4)
    library.sources.edit(source, text=f"{far}{TEXT} {far}".replace("Many", "Many,").replace("words ", "words"))
    assert state(library, citation) == (starts, None, None, None)


@pytest.mark.parametrize(
    ("old", "words", "new", "anchor"),
    [
        ("The ministers met in Novograd.", "The ministers", "The ministers of agriculture ate.", "moved"),
        ("We agree", "We agree", "We agreed to nothing.", "moved"),
        ("We agree", "We agree", "We agree to all of it.", None),
        (f"Head.\n{PARAGRAPH}Tail.", "release 12", f"Head.\n{PARAGRAPH}{PARAGRAPH}Tail.", "moved"),
        (f"Head.\n{PARAGRAPH}Tail.", "release 12", f"Head.\n{PARAGRAPH}Tail. They will release 12 more soon.", None),
    ],
)  # fmt: skip
def test_words_in_other_surroundings_or_said_twice_are_looked_at(library, talks, old, words, new, anchor):
    source = library.sources.add(title="Report", text=old)
    starts = old.index(words)
    citation = library.citations.add(
        Record("outcome", talks.ceasefire), source=source, starts=starts, ends=starts + len(words)
    )
    library.sources.edit(source, text=new)
    assert state(library, citation)[:2] == (None if anchor else starts, anchor)


def test_what_is_kept_of_the_surroundings_of_a_passage_that_stays_is_renewed(library, talks):
    library.sources.edit(talks.source, text=TEXT.replace("Mr. Lavrov", "Minister Lavrov"))
    assert library.citations.get(talks.citation).suffix == "”, said Minister Lavrov 🕊 in Ast"


def test_a_passage_that_only_shifted_is_moved_and_not_attached_again_unseen(library, talks):
    library.sources.edit(talks.source, text="Now: " + TEXT)
    assert state(library, talks.citation) == (None, "moved", TEXT.index(WORDS) + 5, 1.0)
    assert library.citations.get(talks.citation).exact == WORDS


def test_a_passage_with_other_words_is_moved_with_a_lower_score(library, talks):
    library.sources.edit(talks.source, text=TEXT.replace("military", "milytary"))
    starts, anchor, moved, score = state(library, talks.citation)
    assert (starts, anchor, moved) == (None, "moved", TEXT.index(WORDS))
    assert 0.65 < score < 1


def test_where_it_stands_twice_no_place_is_chosen(library, talks):
    library.sources.edit(talks.source, text=f"Twice. {TEXT} {TEXT}")
    assert state(library, talks.citation) == (None, "moved", None, 0.999)


def test_the_same_words_at_the_same_place_are_not_enough_between_other_changes(library, talks):
    """Another copy of the words came to stand just where the passage stood."""
    refrain = "They talked. " * 8
    source = library.sources.add(title="Refrain", text=f"A. {refrain}Z.")
    starts = len("A. ") + 4 * len("They talked. ")
    citation = library.citations.add(Record("outcome", talks.ceasefire), source=source, starts=starts, ends=starts + 12)
    library.sources.edit(source, text=f"B. {refrain}Y.")
    assert state(library, citation)[1:3] == ("moved", None)


@pytest.mark.parametrize("text", ["Nothing of it.", "", None])
def test_a_passage_of_which_nothing_is_left_is_an_orphan(library, talks, text):
    library.sources.edit(talks.source, text=text)
    assert state(library, talks.citation) == (None, "orphan", None, None)
    assert library.citations.get(talks.citation).exact == WORDS
    library.undo()
    assert state(library, talks.citation)[:2] == (TEXT.index(WORDS), None)


def test_the_text_and_its_citations_are_one_step(library, talks):
    before = digest(library)
    library.sources.edit(talks.source, text="Now: " + TEXT)
    after = digest(library)
    assert [step.label for step in library.history.steps(Cancel(), limit=1)] == ["Edit source"]
    library.undo()
    assert digest(library) == before
    library.redo()
    assert digest(library) == after


def test_what_lost_its_place_is_sought_again_in_every_later_text(library, talks):
    library.sources.edit(talks.source, text="Nothing of it.")
    library.sources.edit(talks.source, text=TEXT)
    assert state(library, talks.citation) == (None, "moved", TEXT.index(WORDS), 1.0)
    library.sources.edit(talks.source, text=TEXT[:10])
    assert state(library, talks.citation) == (None, "orphan", None, None)


def test_words_that_had_no_place_are_sought_when_there_is_a_text(library, talks):
    book = library.sources.add(title="A book")
    on = Record("outcome", talks.ceasefire)
    there, not_there = (library.citations.add(on, source=book, exact=words) for words in ("three words", "otherwise"))
    library.sources.edit(book, text="Here are three words.")
    assert state(library, there) == (None, "moved", 9, 1.0)
    assert state(library, not_there)[1] == "orphan"
    library.undo()
    assert [state(library, one)[1] for one in (there, not_there)] == [None, None]


def test_other_fields_of_a_source_leave_its_passages_alone(library, talks):
    library.sources.edit(talks.source, title="Other", text=TEXT)
    assert state(library, talks.citation)[:2] == (TEXT.index(WORDS), None)


# While one types


def test_what_is_typed_and_taken_away_again_in_one_sitting_moves_nothing(library, talks):
    source = Record("source", talks.source)
    sitting = store(library, source, {"text": TEXT.replace(WORDS, "No")})
    assert state(library, talks.citation)[1] == "orphan"
    assert store(library, source, {"text": TEXT.replace("The end", "An end")}, into=sitting) == sitting
    assert state(library, talks.citation) == (TEXT.index(WORDS), None, None, None)
    library.undo()
    assert library.sources.text(talks.source) == TEXT
    assert state(library, talks.citation)[:2] == (TEXT.index(WORDS), None)


def test_a_sitting_keeps_the_surroundings_from_before_it(library, talks):
    source = Record("source", talks.source)
    sitting = store(library, source, {"text": TEXT.replace("said", "sxid")})
    sitting = store(library, source, {"text": "A" + TEXT.replace("said", "sxid")}, into=sitting)
    store(library, source, {"text": "As " + TEXT}, into=sitting)
    assert state(library, talks.citation) == (None, "moved", TEXT.index(WORDS) + 3, 1.0)


def test_what_was_accepted_within_a_step_is_not_forgotten_by_it(library, talks):
    twice = f"{TEXT} {TEXT}"
    with library.revise("Some verbs"):
        library.sources.edit(talks.source, text=f"Now: {twice}")
        second = len(f"Now: {TEXT} ") + TEXT.index(WORDS)
        library.citations.edit(talks.citation, starts=second, ends=second + len(WORDS))
        library.sources.edit(talks.source, text=f"Now: {twice} More.")
    assert state(library, talks.citation)[:2] == (second, None)


# Taking back, restoring, copying


def test_a_step_that_moved_passages_is_not_taken_back_over_a_later_acceptance(library, talks):
    library.sources.edit(talks.source, text="Now: " + TEXT)
    edited = newest(library)
    library.citations.edit(talks.citation, starts=0, ends=3)
    with pytest.raises(Conflict, match=r"“Edit citation” .* changed the same value later"):
        library.take_back(edited)
    library.take_back(newest(library))
    library.take_back(edited)
    assert library.sources.text(talks.source) == TEXT
    assert state(library, talks.citation)[:2] == (TEXT.index(WORDS), None)


def test_taking_a_text_back_moves_the_passages_that_were_cited_since(library, talks):
    library.sources.edit(talks.source, text="Now: " + TEXT)
    edited = newest(library)
    fresh = cite(library, talks, "in Astana", "Now: " + TEXT)
    before = digest(library)
    library.take_back(edited)
    assert state(library, talks.citation)[:2] == (TEXT.index(WORDS), None)
    assert state(library, fresh) == (None, "moved", TEXT.index("in Astana"), 1.0)
    library.undo()
    assert digest(library) == before


def test_a_citation_is_taken_back_into_a_text_that_was_changed_meanwhile(library, talks):
    library.citations.remove(talks.citation)
    removed = newest(library)
    library.sources.edit(talks.source, text="Now: " + TEXT)
    library.take_back(removed)
    assert state(library, talks.citation) == (None, "moved", TEXT.index(WORDS) + 5, 1.0)


def test_what_was_moved_and_edited_otherwise_since_stands_again_when_its_text_is_taken_back(library, talks):
    twice = f"{TEXT} {TEXT}"
    source = library.sources.add(title="Twice", text=twice)
    starts = TEXT.index(WORDS)
    on = Record("outcome", talks.ceasefire)
    citation = library.citations.add(on, source=source, starts=starts, ends=starts + len(WORDS))
    library.sources.edit(source, text=f"Now: {twice}")
    edited = newest(library)
    library.citations.edit(citation, as_worded="in other words")
    library.take_back(edited)
    assert state(library, citation) == (starts, None, None, None)


def test_a_place_given_since_is_looked_at_when_only_its_surroundings_are_taken_back(library, talks):
    library.sources.edit(talks.source, text=TEXT.replace("said", "wrote"))
    edited = newest(library)
    library.citations.edit(talks.citation, starts=TEXT.index(WORDS) + 3, ends=TEXT.index(WORDS) + len(WORDS))
    library.take_back(edited)
    assert library.citations.get(talks.citation).suffix == "”, said Mr. Lavrov 🕊 in Astana. "


def test_a_step_that_added_a_source_with_its_citation_is_taken_back_whole(library, talks):
    before = digest(library)
    with library.revise("Cite another"):
        source = library.sources.add(title="Other", text=TEXT)
        library.citations.add(Record("outcome", talks.ceasefire), source=source, starts=0, ends=3)
    library.take_back(newest(library))
    assert digest(library) == before


def test_a_citation_is_not_taken_back_without_its_source(library, talks):
    library.citations.remove(talks.citation)
    removed = newest(library)
    library.sources.remove(talks.source)
    with pytest.raises(Conflict, match="a citation would refer to a source that is not in the library"):
        library.take_back(removed)


def test_a_moved_citation_that_is_taken_back_is_sought_in_the_text_of_today(library, talks):
    library.sources.edit(talks.source, text="Now: " + TEXT)
    library.citations.edit(talks.citation, starts=0, ends=3)
    accepted = newest(library)
    library.sources.edit(talks.source, text=f"And now: {TEXT}")
    again = newest(library)
    with pytest.raises(Conflict, match="“Edit source”"):
        library.take_back(accepted)
    library.take_back(again)
    library.take_back(accepted)
    assert state(library, talks.citation) == (None, "moved", TEXT.index(WORDS) + 5, 1.0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TEXT + " More.", (TEXT.index(WORDS), None, None, None)),
        ("Now: " + TEXT, (None, "moved", TEXT.index(WORDS) + 5, 1.0)),
        ("Nothing of it.", (None, "orphan", None, None)),
    ],
)
def test_a_removed_citation_is_restored_into_a_text_that_was_changed_meanwhile(library, talks, text, expected):
    library.quotes.remove(talks.quote)
    library.sources.edit(talks.source, text=text)
    library.history.restore(Record("quote", talks.quote))
    assert state(library, talks.citation) == expected


def test_another_source_gets_the_words_that_have_no_place_to_be_looked_for(library, talks):
    library.sources.edit(talks.source, text="Now: " + TEXT)
    reprint = library.sources.add(title="Reprint", text="Printed again: " + TEXT)
    library.citations.edit(talks.citation, source=reprint)
    assert state(library, talks.citation) == (None, "moved", TEXT.index(WORDS) + 15, 1.0)
    library.citations.edit(talks.citation, source=library.sources.add(title="A book"))
    assert state(library, talks.citation) == (None, None, None, None)
    assert library.citations.get(talks.citation).exact == WORDS


def test_a_place_or_no_passage_at_all_ends_the_looking(library, talks):
    library.sources.edit(talks.source, text="Now: " + TEXT)
    library.citations.edit(talks.citation, starts=0, ends=3)
    assert state(library, talks.citation) == (0, None, None, None)
    library.undo()
    library.citations.edit(talks.citation, exact=None)
    assert state(library, talks.citation) == (None, None, None, None)


def test_copies_of_what_lost_its_place_have_lost_it_too(library, talks):
    note = library.notes.add_on_passage(talks.source, TEXT.index(WORDS), TEXT.index(WORDS) + 20, "Hm")
    library.sources.edit(talks.source, text="Now: " + TEXT)
    copy = library.citations.duplicate(talks.citation)
    assert state(library, copy) == state(library, talks.citation)
    (passage,) = library.citations.of(Record("note", library.notes.duplicate(note)))
    assert (passage.exact, passage.anchor, passage.moved_score) == (WORDS, "moved", 1.0)
