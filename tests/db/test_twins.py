"""Merging records that are one: parties, people, tags and topics."""

import pytest

from db import Cancel, Library, merging
from db.digest import content_digest
from db.errors import BadValue
from db.references import Record

RECORD_KINDS_OF = {"tags": "tag", "topics": "topic"}


@pytest.fixture
def digest(library):
    """The digest of the library as it is."""

    def digest():
        with library.reading() as conn:
            return content_digest(conn)

    return digest


def forms(library, kind, uid):
    return [(alias.form, alias.canonical) for alias in library.aliases.of(Record(kind, uid))]


def test_a_spelling_that_both_have_becomes_one_with_what_stands_on_it(library, talks, digest):
    twin = library.people.add(name="Ada")
    kept = library.aliases.add(record_kind="person", record_uid=talks.lavrov, form="Лавров", language="ru")
    same = library.aliases.add(record_kind="person", record_uid=twin, form="Лавров", language="ru")
    library.aliases.add(record_kind="person", record_uid=twin, form="Лавров", language="bg")
    library.notes.add(Record("alias", same), body="As printed")
    before = digest()
    library.people.merge(talks.lavrov, twin)
    assert [alias.language for alias in library.aliases.of(Record("person", talks.lavrov))] == ["ru", "bg", None]
    assert [note.body for note in library.notes.of(Record("alias", kept))] == ["As printed"]
    library.undo()
    assert digest() == before


def test_narrower_tags_of_one_name_become_one_all_the_way_down(library, talks, digest):
    keep, other = library.tags.add(name="keep"), library.tags.add(name="other", colour="#123456", description="Why")
    same, twin = library.tags.add(name="b", parent=keep), library.tags.add(name="b", parent=other)
    low, twin_low = library.tags.add(name="c", parent=same), library.tags.add(name="c", parent=twin)
    only = library.tags.add(name="d", parent=twin)
    meeting = Record("meeting", talks.meeting)
    library.tags.put(low, meeting)
    library.tags.put(twin_low, meeting, Record("outcome", talks.ceasefire))
    before = digest()
    library.tags.merge(keep, other)
    assert len(library.tags.records(low)) == 2
    assert library.tags.get(only).parent_id == library.tags.get(same).id
    assert library.tags.get(keep)[4:] == ("#123456", "Why")
    with library.reading() as conn:
        assert conn.execute("SELECT count(*) FROM tags").fetchone() == (4,)
    library.undo()
    assert digest() == before


def test_a_tag_does_not_rise_to_where_another_has_its_name(library):
    top, low_name = library.tags.add(name="top"), "low"
    library.tags.add(name=low_name)
    low = library.tags.add(name=low_name, parent=top)
    with pytest.raises(BadValue, match="“low” would come where another of that name is"):
        library.tags.merge(low, top)


@pytest.mark.parametrize("noun", ["tags", "topics"])
@pytest.mark.parametrize("keep_upper", [True, False])
def test_one_is_merged_with_one_below_it_that_has_one_of_its_own_name_below(library, talks, digest, noun, keep_upper):
    collection = getattr(library, noun)
    upper = collection.add(name="A")
    lower = collection.add(name="B", parent=upper)
    lowest = collection.add(name="B", parent=lower)
    meeting, kind = Record("meeting", talks.meeting), RECORD_KINDS_OF[noun]
    library.tags.put(library.tags.add(name="seen"), meeting, Record(kind, lowest))
    before = digest()
    keep, other = (upper, lower) if keep_upper else (lower, upper)
    assert merging.preview(library, kind, keep, other, Cancel()).refusal is None
    collection.merge(keep, other)
    assert collection.get(lowest).parent_id == collection.get(keep).id
    assert collection.get(keep).parent_id is None
    assert [tag.name for tag in library.tags.on(Record(kind, lowest))] == ["seen"]
    library.undo()
    assert digest() == before


def test_a_tag_keeps_what_it_says_of_itself(library):
    keep = library.tags.add(name="keep", colour="#123456", description="Mine")
    other = library.tags.add(name="other", colour="#654321", description="Other")
    library.tags.merge(keep, other)
    assert library.tags.get(keep)[4:] == ("#123456", "Mine")


def test_of_two_readings_that_were_followed_that_of_the_kept_one_stays_so(library, talks, digest):
    twin = library.parties.add(name="Türkiye", kind="state")
    for uid, value in ((talks.turkey, "1"), (twin, "2")):
        library.readings.add(Record("party", uid), about="seats", value=value, adopted=True)
    library.readings.add(Record("party", twin), about="flag", value="3", adopted=True)
    before = digest()
    warnings = merging.preview(library, "party", talks.turkey, twin, Cancel()).warnings
    assert warnings == ("On “seats” both follow a reading: that of the kept one stays followed.",)
    library.parties.merge(talks.turkey, twin)
    found = [(reading.value, reading.adopted) for reading in library.readings.of(Record("party", talks.turkey))]
    assert found == [("1", 1), ("2", 0), ("3", 1)]
    library.undo()
    assert digest() == before


def test_merging_topics_joins_outcomes_events_and_narrower_topics(library, talks, digest):
    twin = library.topics.add(name="truce", label="Truce", description="A pause")
    below = library.topics.add(name="local", parent=twin)
    library.outcomes.put_under(talks.ceasefire, twin)
    library.outcomes.put_under(talks.memorandum, twin)
    event = library.events.add(kind="other", title="A pause", topic=twin)
    library.notes.add(Record("topic", twin), body="The same")
    before = digest()
    library.topics.merge(talks.topic, twin)
    assert library.undo_labels()[0] == "Merge topic “Truce” into “Ceasefire”"
    kept = library.topics.get(talks.topic)
    assert [topic.uid for topic in library.outcomes.topics(talks.ceasefire)] == [talks.topic]
    assert [topic.uid for topic in library.outcomes.topics(talks.memorandum)] == [talks.topic]
    assert library.events.get(event).topic_id == library.topics.get(below).parent_id == kept.id
    assert kept.description == "A pause"
    with library.reading() as conn:
        assert conn.execute("SELECT form FROM aliases WHERE canonical = 'Ceasefire' ORDER BY id").fetchall() == [
            ("Truce",),
            ("truce",),
        ]
    library.undo()
    assert digest() == before


def test_a_topic_merged_into_one_below_it_makes_no_ring(library):
    top = library.topics.add(name="top")
    middle = library.topics.add(name="middle", parent=top)
    low = library.topics.add(name="low", parent=middle)
    library.topics.merge(low, top)
    assert library.topics.get(low).parent_id is None
    assert library.topics.get(middle).parent_id == library.topics.get(low).id


@pytest.mark.parametrize("noun", ["parties", "people", "tags", "topics"])
def test_nothing_is_merged_with_itself(library, noun):
    collection = getattr(library, noun)
    uid = collection.add(name="Ada", **({"kind": "state"} if noun == "parties" else {}))
    with pytest.raises(BadValue, match="merged with itself"):
        collection.merge(uid, uid)


def test_a_merge_is_one_revision_that_stands_after_reopening(library, talks):
    path = library.path
    twin = library.people.add(name="Lavrov")
    library.quotes.edit(talks.quote, speaker=twin)
    library.people.merge(talks.lavrov, twin)
    library.close()
    with Library(path, author="Ada") as again:
        assert forms(again, "person", talks.lavrov) == [("Lavrov", "Sergey Lavrov")]
        again.undo()
        assert again.people.get(twin).name == "Lavrov"
        again.redo()
        assert forms(again, "person", talks.lavrov) == [("Lavrov", "Sergey Lavrov")]
