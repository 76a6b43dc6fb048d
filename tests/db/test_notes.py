import pytest

from db.errors import BadValue, Gone
from db.references import Record
from tests.db.conftest import TEXT


def test_a_note_is_signed_and_dated(library, talks):
    uid = library.notes.add(Record("meeting", talks.meeting), field="starts", body="Or the 22nd?")
    note = library.notes.get(uid)
    assert (note.author, note.field, note.body, len(note.made_at)) == ("Ada", "starts", "Or the 22nd?", 20)
    assert library.notes.of(Record("meeting", talks.meeting)) == [note]


def test_a_note_on_a_passage_brings_its_own_citation(library, talks):
    uid = library.notes.add_on_passage(talks.source, 4, 13, "Which ones?")
    (passage,) = library.citations.of(Record("note", uid))
    assert passage.exact == TEXT[4:13] == "ministers"
    assert library.notes.get(uid).citation_id == passage.id
    library.notes.remove(uid)
    assert library.citations.of(Record("note", uid)) == []
    library.undo()
    library.undo()
    assert library.notes.of(Record("source", talks.source)) == []


def test_a_note_stands_on_a_passage_that_its_record_cites(library, talks):
    library.notes.add(Record("quote", talks.quote), citation=talks.citation, body="Verbatim")
    with pytest.raises(BadValue, match="only where its own record cites it"):
        library.notes.add(Record("outcome", talks.ceasefire), citation=talks.citation, body="Not mine")


def test_an_empty_or_homeless_note_is_refused(library, talks):
    with pytest.raises(BadValue, match="A note needs a text"):
        library.notes.add(Record("quote", talks.quote), body="\n")
    with pytest.raises(Gone, match="This tag"):
        library.notes.add(Record("tag", "none"), body="x")


def test_notes_can_be_noted_and_go_together(library, talks):
    first = library.notes.add(Record("quote", talks.quote), body="first")
    second = library.notes.add(Record("note", first), body="second")
    library.quotes.remove(talks.quote)
    with pytest.raises(Gone):
        library.notes.get(second)
    library.undo()
    library.notes.edit(second, body="second thoughts")
