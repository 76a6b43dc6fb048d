"""A copy stands right after its original, has its fields, topics and tags, and is undone as one step."""

import shutil

import pytest

from db import Cancel, Library, bulk, integrity, source_page
from db.references import Record
from db.vocabulary import RECORD_KINDS
from tests.db.any_work import furnish
from tests.db.first_talks import digest, fill, newest, results


@pytest.fixture
def talks(library):
    fill(library)


@pytest.fixture
def furnished(empty, tmp_path):
    path = shutil.copy(empty, tmp_path / "furnished.parley")
    furnish(path)
    with Library(path, author="Bede") as library:
        yield library


def test_a_copy_stands_right_after_its_original_with_its_topics_and_tags(library, talks):
    library.outcomes.put_under("o2", "t1")
    library.tags.put("g1", Record("outcome", "o2"))
    copy = library.outcomes.duplicate("o2")
    assert results(library) == ["Result 1", "Result 2", "Result 2", "Result 3", "Result 4"]
    assert library.outcomes.of_meeting("m1")[2].uid == copy
    assert [topic.uid for topic in library.outcomes.topics(copy)] == ["t1"]
    assert [tag.uid for tag in library.tags.on(Record("outcome", copy))] == ["g1"]
    assert newest(library) == "Duplicate outcome"


def test_copies_of_several_stand_each_after_its_own(library, talks):
    library.outcomes.move("o4", 1)
    copies = bulk.duplicate(library, [Record("outcome", uid) for uid in ("o3", "o4", "o4")])
    assert results(library) == ["Result 4", "Result 4", "Result 1", "Result 2", "Result 3", "Result 3"]
    assert [library.outcomes.get(copy.uid).text for copy in copies] == ["Result 3", "Result 4"]
    assert newest(library) == "Duplicate 2 outcomes"


def test_a_meeting_is_copied_without_its_number_its_tags_and_what_it_holds(library, talks):
    library.tags.put("g1", Record("meeting", "m1"))
    copy = library.meetings.get(library.meetings.duplicate("m1"))
    assert (copy.title, copy.number, copy.starts) == ("First talks (copy)", None, "2031-03-02")
    assert library.outcomes.of_meeting(copy.uid) == library.tags.on(Record("meeting", copy.uid)) == []


@pytest.mark.parametrize("kind", sorted(set(RECORD_KINDS) - {"library"}))
def test_every_kind_can_be_copied_and_the_copies_undone(furnished, kind):
    before = digest(furnished)
    records = [Record(kind, record.uid) for record in furnished.noun(kind).all(Cancel())]
    for copy in bulk.duplicate(furnished, records):
        assert furnished.noun(kind).get(copy.uid).uid == copy.uid
    assert integrity.check(furnished.path) == []
    furnished.undo()
    assert digest(furnished) == before


def test_a_note_on_a_passage_is_copied_with_the_passage_and_signed_anew(furnished):
    note = next(note for note in furnished.notes.all(Cancel()) if note.body == "Who?")
    copy = furnished.notes.get(furnished.notes.duplicate(note.uid))
    assert copy.author == "Bede"
    source = furnished.sources.get(note.record_uid).uid
    uses = source_page.read(furnished, source, Cancel()).uses
    assert [use.starts for use in uses if use.record == ("note", copy.uid)] == [0]
    furnished.notes.remove(note.uid)
    assert furnished.citations.all(Cancel())[0].exact
    assert furnished.notes.get(copy.uid).citation_id != note.citation_id


def test_a_line_whose_head_leads_already_is_copied_with_that_head(library, talks):
    assert library.participations.get(library.participations.duplicate("l1")).head_id is not None


def test_a_record_is_copied_any_number_of_times_under_names_of_their_own(library):
    library.tags.add(name="read", uid="read")
    topic = library.topics.add(name="zones", label="Zones")
    library.tags.duplicate(library.tags.duplicate("read"))
    library.tags.duplicate("read")
    names = [found.name for found in library.tags.all(Cancel())]
    assert names == ["read", "read (copy 2)", "read (copy 3)", "read (copy)"]
    assert library.topics.get(library.topics.duplicate(topic)).label == "Zones (copy)"


def test_a_long_list_is_copied_in_few_changes(library, talks):
    uids = [library.outcomes.add(meeting="m1", act="agreed", text=str(number)) for number in range(60)]
    bulk.duplicate(library, [Record("outcome", uid) for uid in uids])
    assert results(library)[4:] == [str(number) for number in range(60) for _ in range(2)]
    with library.reading() as conn:
        latest = "SELECT count(*) FROM changes WHERE revision_id = (SELECT max(id) FROM revisions)"
        assert conn.execute(latest).fetchone()[0] <= 3 * len(uids)
