import pytest

from db import record_form
from db.digest import content_digest
from db.errors import BadValue, Gone, InUse
from db.references import Record


def test_a_tag_is_put_on_records_and_taken_off(library, talks):
    tag = library.tags.add(name="verification", colour="#a03c2e")
    meeting, outcome = Record("meeting", talks.meeting), Record("outcome", talks.ceasefire)
    library.tags.put(tag, meeting, outcome)
    assert library.undo_labels()[0] == "Put tag “verification” on 2 records"
    library.tags.put(tag, meeting)
    assert library.tags.records(tag) == [meeting, outcome]
    library.tags.take(tag, meeting)
    assert library.undo_labels()[0] == "Take tag “verification” off 1 record"
    assert library.tags.on(meeting) == []
    assert [found.name for found in library.tags.on(outcome)] == ["verification"]
    with pytest.raises(Gone):
        library.tags.put(tag, Record("event", "none"))


def test_a_tag_is_renamed_moved_and_described(library):
    wide, tag = library.tags.add(name="wide"), library.tags.add(name="x")
    library.tags.rename(tag, "y")
    assert library.undo_labels()[0] == "Rename tag “x”"
    library.tags.move(tag, wide)
    assert library.undo_labels()[0] == "Move tag “y”"
    library.tags.edit(tag, description="What it means", colour=None)
    assert library.tags.get(tag)[2:] == ("y", library.tags.get(wide).id, None, "What it means")


def test_a_colour_is_kept_in_small_letters(library):
    tag = library.tags.add(name="x", colour="#A03C2E")
    assert library.tags.get(tag).colour == "#a03c2e"
    record_form.store(library, Record("tag", tag), {"colour": "#B03C2E"}, base={"colour": "#A03C2E"})
    assert library.tags.get(tag).colour == "#b03c2e"


@pytest.mark.parametrize("colour", ["red", "#fff", "#GG0000", "#a03c2e0", "#a03c2e\n"])
def test_a_colour_is_six_digits(library, colour):
    with pytest.raises(BadValue, match="is not a colour"):
        library.tags.add(name="x", colour=colour)


def test_tags_make_no_rings_and_share_no_names(library):
    top = library.tags.add(name="a")
    below = library.tags.add(name="b", parent=top)
    with pytest.raises(BadValue, match="below itself"):
        library.tags.move(top, below)
    with pytest.raises(BadValue, match="“b” is there already"):
        library.tags.add(name="b", parent=top)
    with pytest.raises(InUse, match="1 narrower tag refers"):
        library.tags.remove(top)


def test_removing_a_tag_takes_it_off_all_records(library, talks):
    tag = library.tags.add(name="x")
    library.tags.put(tag, Record("meeting", talks.meeting))
    library.notes.add(Record("tag", tag), body="A code")
    library.tags.remove(tag)
    assert library.tags.on(Record("meeting", talks.meeting)) == []
    library.undo()
    assert library.tags.records(tag) == [("meeting", talks.meeting)]


def test_merging_tags_joins_records_and_narrower_tags(library, talks):
    keep, other = library.tags.add(name="keep"), library.tags.add(name="other")
    below = library.tags.add(name="below", parent=other)
    meeting, outcome = Record("meeting", talks.meeting), Record("outcome", talks.ceasefire)
    library.tags.put(keep, meeting)
    library.tags.put(other, meeting, outcome)
    with library.reading() as conn:
        before = content_digest(conn)
    library.tags.merge(keep, other)
    assert set(library.tags.records(keep)) == {meeting, outcome}
    assert library.tags.get(below).parent_id == library.tags.get(keep).id
    library.undo()
    with library.reading() as conn:
        assert content_digest(conn) == before


def test_merging_a_tag_into_one_below_it_makes_no_ring(library):
    top = library.tags.add(name="top")
    middle = library.tags.add(name="middle", parent=top)
    low = library.tags.add(name="low", parent=middle)
    library.tags.merge(low, top)
    assert library.tags.get(low).parent_id is None
    assert library.tags.get(middle).parent_id == library.tags.get(low).id
