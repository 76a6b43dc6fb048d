"""Taking back one step of several that go together only as a whole: refused in words, and nothing changes."""

import pytest

from db.cancel import Cancel
from db.digest import content_digest
from db.errors import Broken, Conflict
from db.references import Record
from tests.db.conftest import TEXT

MOVED = "UPDATE citations SET starts = NULL, ends = NULL, anchor = 'moved',"
NOTE = "INSERT INTO notes (uid, record_kind, record_uid, body, made_at) VALUES"


def refused(library, step):
    """The sentence with which a take-back is refused."""
    with library.reading() as conn:
        before = content_digest(conn)
    with pytest.raises(Conflict) as error:
        library.take_back(step)
    with library.reading() as conn:
        assert content_digest(conn) == before
    return str(error.value)


def not_restored(library, kind, uid):
    """The sentence with which what was removed stays away."""
    with library.reading() as conn:
        before = content_digest(conn)
    with pytest.raises(Conflict) as error:
        library.history.restore(Record(kind, uid))
    with library.reading() as conn:
        assert content_digest(conn) == before
    return str(error.value)


def newest(library):
    return library.history.steps(Cancel(), limit=1)[0].id


def test_trees_stay_trees(library):
    a, b = library.tags.add(name="a"), library.tags.add(name="b")
    library.tags.move(a, b)
    library.tags.move(a, None)
    moved = newest(library)
    library.tags.move(b, a)
    assert "“a” would come below itself" in refused(library, moved)


def test_meetings_end_after_they_start_and_share_no_number(library, talks):
    library.meetings.edit(talks.meeting, ends="2017-01-24")
    library.meetings.edit(talks.meeting, ends="2018-01-24")
    later = newest(library)
    library.meetings.edit(talks.meeting, starts="2018-01-23")
    assert "“First round” would end before it starts" in refused(library, later)
    library.meetings.edit(talks.meeting, number=2)
    numbered = newest(library)
    library.meetings.add(kind="round", number=1, title="Other")
    assert "“First round” would have the same number as another meeting" in refused(library, numbered)


def test_nobody_leads_two_delegations_of_one_meeting(library, talks):
    line = {"meeting": talks.meeting, "role": "observer", "attendance": "reported"}
    library.participations.edit(talks.line, head=None)
    no_head = newest(library)
    other = library.participations.add(**line, party=talks.turkey, head=talks.lavrov)
    sentence = "“Sergey Lavrov” would lead two delegations of one meeting"
    assert sentence in refused(library, no_head)
    library.participations.remove(other)
    library.participations.edit(talks.line, head=talks.lavrov)
    assert sentence in not_restored(library, "participation", other)


def test_a_merge_of_parties_whose_lines_got_one_head_is_not_taken_back(library, talks):
    twin = library.parties.add(name="Türkiye", kind="state")
    line = {"meeting": talks.meeting, "role": "observer", "attendance": "reported"}
    library.participations.add(**line, party=talks.turkey, head=library.people.add(uid="ada", name="Ada"))
    without = library.participations.add(**line, party=twin)
    library.parties.merge(talks.turkey, twin)
    merged = newest(library)
    library.participations.edit(without, head="ada")
    assert "“Ada” would lead two delegations" in refused(library, merged)


def test_events_of_one_kind_share_no_number(library):
    event = library.events.add(kind="other", title="Exchange", number=1)
    library.events.edit(event, number=None)
    bare = newest(library)
    library.events.add(kind="other", title="Other", number=1)
    assert "“Exchange” would have the same number as another event of its kind" in refused(library, bare)


@pytest.mark.parametrize(("noun", "kind"), [("tags", "tag"), ("topics", "topic")])
def test_siblings_have_names_of_their_own(library, noun, kind):
    collection = getattr(library, noun)
    above = collection.add(name="above")
    uid = collection.add(name="x", parent=above)
    collection.edit(uid, name="y")
    renamed = newest(library)
    collection.add(name="x", parent=above)
    sentence = f"“x” would be the name of two {kind}s in one place"
    assert sentence in refused(library, renamed)
    collection.remove(uid)
    collection.add(name="y", parent=above)
    assert "“y” would be the name of two" in not_restored(library, kind, uid)


def test_one_reading_is_followed_on_a_point(library, talks):
    meeting = Record("meeting", talks.meeting)
    first = library.readings.add(meeting, about="city", value="A", adopted=True)
    second = library.readings.add(meeting, about="city", value="B")
    library.readings.remove(first)
    library.readings.adopt(second)
    assert "two readings would be followed on “city”" in not_restored(library, "reading", first)


def test_a_spelling_is_listed_once(library, talks):
    spelling = {"record_kind": "person", "record_uid": talks.lavrov, "form": "Лавров"}
    first = library.aliases.add(**spelling)
    library.aliases.remove(first)
    library.aliases.add(**spelling, language="ru")
    library.aliases.add(**spelling)
    assert "“Лавров” would be listed twice among the spellings" in not_restored(library, "alias", first)


def test_a_citation_keeps_its_order_of_places(library, talks):
    library.citations.edit(talks.citation, starts=20, ends=60)
    library.citations.edit(talks.citation, starts=20, ends=70)
    longer = newest(library)
    library.citations.edit(talks.citation, starts=65, ends=70)
    assert "changed the same value later" in refused(library, longer)


@pytest.mark.parametrize(
    ("sql", "sentence"),
    [
        (f"{NOTE} ('n', 'quote', 'x', 'b', '')", "a note would stand on a quote that is not in the library"),
        (f"{NOTE} ('n', 'thing', 'x', 'b', '')", "a note would stand on a thing that is not in the library"),
        ("DELETE FROM outcome_topics; DELETE FROM outcomes WHERE uid = '{outcome}'", "1 note stands on what it would"),
        ("UPDATE citations SET exact = 'Something else'", "the passage “Something else” would not be at its place"),
        (
            f"{MOVED} moved_starts = 5, moved_ends = 5000",
            "the passage “No military solution” would not be at its place",
        ),
        ("UPDATE sources SET text = 'Short'", "the passage “No military solution” would not be at its place"),
    ],
)
def test_no_write_escapes(library, talks, sql, sentence):
    library.notes.add(Record("outcome", talks.ceasefire), body="x")

    def write():
        with library.revise("By hand") as db:
            for statement in sql.format(outcome=talks.ceasefire).split(";"):
                db.conn.execute(statement)

    with pytest.raises(Broken) as error:
        write()
    assert str(error.value).startswith("“By hand” was not done: ")
    assert sentence in str(error.value)
    assert library.sources.text(talks.source) == TEXT
