import pytest

from db import indexing, quote_index
from db.cancel import Cancel
from db.query_names import Names
from db.quote_query import parse
from db.quote_search import ORDERS
from db.references import Record


def wrong(library):
    with library.reading() as conn:
        return quote_index.out_of_step(conn)


def test_a_place_tells_its_quote():
    for day, key in ((0, 1), (20180628, 7), (99991231, 2**32 - 2)):
        place = quote_index.first_place(day) + quote_index.ID_MASK - key
        assert quote_index.quote_of(place) == key


def test_places_rise_with_the_days_and_tell_the_year():
    days = [0, 1, 20180000, 20180100, 20180101, 20180131, 20180200, 20181231, 20190000, 99991231]
    places = [quote_index.first_place(day) for day in days]
    assert places == sorted(set(places))
    assert [quote_index.year_of(place) for place in places] == [day // 10000 for day in days]
    assert quote_index.first_place(100000000) < 1 << 56  # of higher ones FTS5 may lose some


def test_of_many_quotes_none_is_lost_where_the_newest_stand_first(library):
    """Pages as small as these make of 4,000 quotes what else only a million do."""
    said = [(number, "alpha " * (number % 3) + "beta " * (number % 5 > 1)) for number in range(1, 4001)]
    with library.revise("Fill") as db:
        db.conn.execute("INSERT INTO quote_index (quote_index, rank) VALUES ('pgsz', 64)")
        db.conn.executemany(
            "INSERT INTO quotes (uid, form, text, said_on, position) VALUES ('q' || ?1, 'direct', ?2 || 'x', ?3, ?1)",
            ((number, text, f"20{number // 80:02}-0{number % 9 + 1}") for number, text in said),
        )
    wanted = {number for number, text in said if "alpha" in text and "beta" in text}
    for order in ORDERS:
        found = library.quotes.search(parse("alpha beta "), Cancel(), order).ids
        assert (len(found), set(found)) == (len(wanted), wanted), order


def test_the_places_that_are_made_of_quotes_are_those_of_the_index(library):
    for said_on in (None, "2030", "2030-01", "2030-01-05", "1000-12-31", "9999"):
        library.quotes.add(form="direct", text="Words", said_on=said_on)
    with library.reading() as conn:
        made, held = (
            sorted(conn.execute(f"SELECT place FROM {table}")) for table in (quote_index.PLACES, "quote_places")
        )
    assert made == held
    assert len(made) == 6


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
        assert len(library.quotes.find(parse(f"role:{role} "), Cancel())) == 1


def test_making_the_index_anew_changes_nothing(library, talks):
    with library.reading() as conn:
        before = conn.execute("SELECT rowid, * FROM quote_index").fetchall()
    indexing.make_anew(library)
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


@pytest.fixture
def found(library):
    """How many quotes have a tag."""

    def found(tag):
        return len(
            library.quotes.find(parse(f"tag:{library.tags.get(tag).name} ", names=Names(library, Cancel())), Cancel())
        )

    return found


def test_quotes_are_found_by_their_tags_and_wider_ones(library, talks, found):
    wide, other = library.tags.add(name="wide"), library.tags.add(name="other")
    tag = library.tags.add(name="tag", parent=wide)
    low = library.tags.add(name="low", parent=tag)
    library.tags.put(low, Record("quote", talks.quote), Record("meeting", talks.meeting))
    assert [found(each) for each in (wide, tag, low, other)] == [1, 1, 1, 0]
    library.tags.move(tag, other)
    assert [found(each) for each in (wide, tag, low, other)] == [0, 1, 1, 1]
    library.tags.take(low, Record("quote", talks.quote))
    assert [found(each) for each in (wide, tag, low, other)] == [0, 0, 0, 0]


def test_the_index_is_in_step_after_every_write_to_tags(library, talks, found):
    wide, other = library.tags.add(name="wide"), library.tags.add(name="other")
    tag = library.tags.add(name="tag", parent=wide)
    quote = Record("quote", talks.quote)
    for step in (
        lambda: library.tags.put(tag, quote),
        lambda: library.tags.put(other, quote),
        lambda: library.tags.move(wide, other),
        lambda: library.tags.merge(other, tag),
        lambda: library.tags.merge(other, wide),
        lambda: library.quotes.edit(quote.uid, text="Other words"),
        lambda: library.tags.remove(other),
        lambda: library.quotes.remove(quote.uid),
    ):
        step()
        assert wrong(library) == 0
    while library.undo_labels()[0]:
        library.undo()
        assert wrong(library) == 0
    while library.undo_labels()[1]:
        library.redo()
        assert wrong(library) == 0


def test_renaming_a_tag_leaves_the_index_alone(library, talks):
    tag = library.tags.add(name="tag")
    library.tags.put(tag, Record("quote", talks.quote))
    library.writer.conn.execute("UPDATE quote_index SET speaker = 'x'")
    library.tags.edit(tag, name="other", colour="#a03c2e")
    assert wrong(library) > 0


def test_making_the_index_anew_keeps_the_tags(library, talks, found):
    tag = library.tags.add(name="tag", parent=library.tags.add(name="wide"))
    library.tags.put(tag, Record("quote", talks.quote))
    indexing.make_anew(library)
    assert (wrong(library), found(tag)) == (0, 1)
    library.writer.conn.execute("UPDATE quote_index SET facets = 'all fdirect'")
    assert wrong(library) > 0


def tokens(library):
    """The facets of the only quote."""
    with library.reading() as conn:
        return set(conn.execute("SELECT facets FROM quote_index").fetchone()[0].split())


def test_a_quote_has_a_token_for_each_thing_to_filter_by(library, talks):
    (meeting, source) = (library.meetings.get(talks.meeting).id, library.sources.get(talks.source).id)
    speaker, party = library.people.get(talks.lavrov).id, library.parties.get(talks.russia).id
    assert tokens(library) == {
        "all", "fdirect", "y2017", f"s{speaker}", f"p{party}", "rguarantor", f"m{meeting}", "kround", f"d{source}",
        "vverbatim", "w3",
    }  # fmt: skip
    bare = library.quotes.add(form="indirect", text="x")
    library.quotes.remove(talks.quote)
    assert tokens(library) == {"all", "findirect", "ynone", "snone", "vnotext", "w1"}
    library.notes.add(Record("quote", bare), body="Which?")
    assert "n" in tokens(library)


def test_the_tokens_follow_what_they_stand_for_and_its_undo(library, talks):
    quote = Record("quote", talks.quote)
    second = library.sources.add(title="Second", text="Nothing of it")
    for step in (
        lambda: library.meetings.edit(talks.meeting, kind="working-group", number=None),
        lambda: library.citations.add(quote, source=second),
        lambda: library.citations.edit(talks.citation, source=second, starts=None, ends=None),
        lambda: library.citations.remove(talks.citation),
        lambda: library.sources.edit(second, text="There is No military solution here"),
        lambda: library.citations.remove(library.citations.of(quote)[0].uid),
        lambda: library.sources.remove(second),
        lambda: library.notes.add(quote, body="Why?"),
        library.quotes.check_again,
        lambda: library.notes.remove(library.notes.of(quote)[0].uid),
        lambda: library.meetings.remove(talks.meeting),
    ):
        step()
        assert wrong(library) == 0
    while library.undo_labels()[0]:
        library.undo()
        assert wrong(library) == 0
    while library.undo_labels()[1]:
        library.redo()
        assert wrong(library) == 0


def test_checking_again_brings_the_index_in_step(library, talks):
    library.writer.conn.execute("UPDATE quote_checks SET result = 'missing'")
    assert wrong(library) > 0
    library.quotes.check_again([library.quotes.get(talks.quote).id])
    assert wrong(library) == 0
