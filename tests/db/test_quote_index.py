import pytest

from db import quote_index
from db.cancel import Cancel
from db.quote_query import Filters, parse


def wrong(library):
    with library.reading() as conn:
        return quote_index.out_of_step(conn)


def test_a_place_tells_its_quote():
    for day, key in ((0, 1), (20180628, 7), (99991231, 2**32 - 2)):
        place = quote_index.first_place(day) + quote_index.ID_MASK - key
        assert quote_index.quote_of(place) == key


def test_the_index_is_in_step_after_every_kind_of_write(library, talks):
    library.people.edit(talks.lavrov, name="Lawrow")
    assert wrong(library) == 0
    other = library.meetings.add(kind="round", number=2, title="Second")
    library.participations.edit(talks.line, meeting=other)
    assert wrong(library) == 0
    library.quotes.edit(talks.quote, meeting=other)
    assert wrong(library) == 0
    library.parties.merge(talks.turkey, talks.russia)
    assert wrong(library) == 0
    library.meetings.remove(other)
    assert wrong(library) == 0
    while library.undo_labels()[0]:
        library.undo()
        assert wrong(library) == 0
    while library.undo_labels()[1]:
        library.redo()
        assert wrong(library) == 0


def test_a_party_in_two_roles_is_found_by_both(library, talks):
    library.participations.add(meeting=talks.meeting, party=talks.russia, role="host", attendance="reported")
    for role in ("guarantor", "host"):
        assert len(library.quotes.find(parse("", Filters(role=role)), Cancel())) == 1


def test_making_the_index_anew_changes_nothing(library, talks):
    with library.reading() as conn:
        before = conn.execute("SELECT rowid, * FROM quote_index").fetchall()
    library.quotes.rebuild_index()
    with library.reading() as conn:
        assert conn.execute("SELECT rowid, * FROM quote_index").fetchall() == before
    assert wrong(library) == 0


@pytest.mark.parametrize("statement", ["DELETE FROM quote_places", "UPDATE quote_index SET speaker = 'x'"])
def test_an_index_out_of_step_is_counted(library, talks, statement):
    library.writer.conn.execute(statement)
    assert wrong(library) > 0


def test_more_quotes_than_one_batch_are_indexed(library, talks):
    with library.revise("Import"):
        for number in range(1100):
            library.quotes.add(speaker=talks.lavrov, form="indirect", text=f"word{number}")
    library.people.edit(talks.lavrov, name="Lawrow")
    assert wrong(library) == 0
    assert len(library.quotes.find(parse("lawrow"), Cancel())) == 1101
