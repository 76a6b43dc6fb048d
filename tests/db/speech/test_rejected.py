"""What was rejected stays so, as words that people can read."""

import pytest

from db.references import Record
from db.speech import rejected
from db.speech.rejected import HEAD, Passage

NETS = Passage("direct", "No nets were lost")
ICE = Passage("indirect", "Jan Feld noted that the ice had come late this year.")


@pytest.fixture
def keep(library, talks):
    def keep(added=(), taken=()):
        with library.revise("Reject"):
            rejected.keep(library, talks.source, added, taken)

    return keep


@pytest.fixture
def refused(library, talks):
    def refused():
        with library.reading() as conn:
            return rejected.read(conn, talks.source)

    return refused


def bodies(library, talks):
    return [note.body for note in library.notes.of(Record("source", talks.source))]


def test_one_note_on_the_source_lists_them(library, talks, keep, refused):
    keep([NETS])
    keep([ICE, NETS])
    (body,) = bodies(library, talks)
    assert body.split("\n") == [HEAD, "direct speech: No nets were lost", f"reported speech: {ICE.words}"]
    assert NETS in refused()
    assert ICE in refused()
    assert Passage("indirect", NETS.words) not in refused()
    assert Passage("direct", "No nets") not in refused()
    assert "No nets were lost" not in refused()


def test_one_that_is_taken_out_is_suggested_again_and_with_the_last_the_note_goes(library, talks, keep, refused):
    keep([NETS, ICE])
    keep([], [NETS])
    assert NETS not in refused()
    assert ICE in refused()
    keep([], [ICE])
    assert bodies(library, talks) == []


def test_so_it_is_when_a_person_takes_the_line_out_of_the_note(library, talks, keep, refused):
    keep([NETS, ICE])
    (note,) = library.notes.of(Record("source", talks.source))
    library.notes.edit(note.uid, body=note.body.replace("direct speech: No nets were lost\n", ""))
    assert NETS not in refused()
    assert ICE in refused()


def test_long_words_are_known_by_their_beginning_and_spaces_do_not_count(keep, refused):
    words = "No nets were lost and no boats. " * 20
    keep([Passage("direct", words)])
    assert Passage("direct", words.replace(" ", "\n")) in refused()
    assert Passage("direct", "Other words. " * 50) not in refused()
    assert Passage("direct", words[:160]) not in refused()


def test_other_notes_on_the_source_are_left_alone(library, talks, keep):
    library.notes.add(Record("source", talks.source), body="Read twice.")
    keep([NETS])
    keep([], [NETS])
    assert bodies(library, talks) == ["Read twice."]


def test_two_such_notes_become_one(library, talks, keep, refused):
    for passage in (NETS, ICE):
        library.notes.add(Record("source", talks.source), body=f"{HEAD}\n{rejected._line(passage)}")
    assert NETS in refused()
    assert ICE in refused()
    keep([Passage("direct", "The boats are ready")])
    assert len(bodies(library, talks)) == 1
    assert ICE in refused()
