"""What was removed is listed, and comes back with all that went with it."""

import pytest

from db import bulk
from db.cancel import Cancel
from db.digest import content_digest
from db.errors import Conflict, Gone, ReadOnly
from db.library import Library
from db.references import Record


def listed(library):
    """Titles of what was removed, last removed first."""
    return [found.title for found in library.history.removed(Cancel())]


def digest(library):
    with library.reading() as conn:
        return content_digest(conn)


def fill(library, talks):
    """Put something of every kind on the meeting and on its parts."""
    tag = library.tags.add(name="Key", colour="#a03c2e")
    for kind, uid in (("meeting", talks.meeting), ("outcome", talks.ceasefire), ("quote", talks.quote)):
        library.notes.add(Record(kind, uid), body=f"On the {kind}")
        library.tags.put(tag, Record(kind, uid))
    library.readings.add(Record("meeting", talks.meeting), about="the day", value="2017-01-24")


def test_what_was_removed_is_listed_with_its_step_last_first(library, talks):
    library.outcomes.remove(talks.memorandum)
    library.author = None
    library.quotes.remove(talks.quote)
    quote, outcome = library.history.removed(Cancel())
    assert (outcome.kind, outcome.uid, outcome.title) == ("outcome", talks.memorandum, "Memorandum on zones")
    assert outcome.owner == ("meeting", talks.meeting, "First round")
    assert (outcome.label, outcome.author, quote.author) == ("Remove outcome", "Ada", None)


def test_what_went_with_another_record_is_not_listed(library, talks):
    fill(library, talks)
    library.quotes.remove(talks.quote)
    library.meetings.remove(talks.meeting)
    assert listed(library) == ["First round", "No military solution"]


def test_several_removed_at_once_are_each_listed(library, talks):
    library.outcomes.remove(talks.memorandum, talks.ceasefire)
    assert set(listed(library)) == {"Memorandum on zones", "A mechanism for the ceasefire"}


def test_what_is_there_again_is_not_listed(library, talks):
    library.quotes.remove(talks.quote)
    library.undo()
    assert listed(library) == []
    library.redo()
    assert listed(library) == ["No military solution"]
    library.history.restore(Record("quote", talks.quote))
    assert listed(library) == []


def test_an_addition_that_was_undone_is_listed(library, talks):
    library.people.add(name="Ada")
    library.undo()
    (found,) = library.history.removed(Cancel())
    assert (found.title, found.label) == ("Ada", "Undo “Add person”")


@pytest.mark.parametrize("later", [False, True])
def test_a_removed_meeting_comes_back_with_all_that_stood_on_it(library, talks, later):
    fill(library, talks)
    before = digest(library)
    library.meetings.remove(talks.meeting)
    if later:
        library.undo()
        library.redo()
    library.history.restore(Record("meeting", talks.meeting))
    assert digest(library) == before
    assert library.history.steps(Cancel(), limit=1)[0].label == "Restore meeting “First round”"
    library.undo()
    library.undo()
    assert digest(library) == before


def test_only_what_went_in_the_same_step_comes_back(library, talks):
    library.quotes.remove(talks.quote)
    library.meetings.remove(talks.meeting)
    library.history.restore(Record("meeting", talks.meeting))
    assert len(library.outcomes.of_meeting(talks.meeting)) == 2
    assert listed(library) == ["No military solution"]
    library.history.restore(Record("quote", talks.quote))
    assert library.citations.get(talks.citation).exact == "No military solution"


def test_of_several_removed_at_once_one_comes_back_alone(library, talks):
    library.outcomes.remove(talks.memorandum, talks.ceasefire)
    library.history.restore(Record("outcome", talks.ceasefire))
    assert [outcome.uid for outcome in library.outcomes.of_meeting(talks.meeting)] == [talks.ceasefire]
    assert [topic.uid for topic in library.outcomes.topics(talks.ceasefire)] == [talks.topic]


def test_a_removed_tag_comes_back_on_all_its_records(library, talks):
    fill(library, talks)
    before = digest(library)
    (tag,) = library.tags.all(Cancel())
    library.tags.remove(tag.uid)
    library.history.restore(Record("tag", tag.uid))
    assert digest(library) == before


def test_a_quote_that_comes_back_is_found_again(library, talks):
    library.quotes.remove(talks.quote)
    library.history.restore(Record("quote", talks.quote))
    from db.quote_query import parse

    assert [line.uid for line in library.quotes.first(parse("military"), Cancel(), 10)] == [talks.quote]


def test_a_record_whose_meeting_went_too_says_to_restore_that_first(library, talks):
    library.outcomes.remove(talks.memorandum)
    library.meetings.remove(talks.meeting)
    before = digest(library)
    with pytest.raises(Conflict) as refusal:
        library.history.restore(Record("outcome", talks.memorandum))
    assert str(refusal.value) == (
        "The outcome “Memorandum on zones” cannot be restored: a meeting to which it belongs or refers, "
        "“First round”, was removed too. Restore that meeting first."
    )
    assert digest(library) == before


def test_a_note_whose_record_went_too_says_to_restore_that_first(library, talks):
    note = library.notes.add(Record("quote", talks.quote), body="Check")
    library.notes.remove(note)
    library.quotes.remove(talks.quote)
    with pytest.raises(Conflict, match="Restore that quote first"):
        library.history.restore(Record("note", note))


def test_what_would_contradict_what_was_changed_since_is_refused(library, talks):
    library.meetings.remove(talks.meeting)
    library.meetings.add(kind="round", number=1, title="Another first round")
    with pytest.raises(Conflict, match="the same number as another meeting of its kind"):
        library.history.restore(Record("meeting", talks.meeting))
    assert listed(library) == ["First round"]


def tags_on(library, kind, uid):
    return [tag.name for tag in library.tags.on(Record(kind, uid))]


@pytest.mark.parametrize("first", ["tag", "meeting"])
@pytest.mark.parametrize("order", ["together", "tag", "meeting", "addition undone"])
def test_a_tag_and_its_record_come_back_in_any_order(library, order, first):
    with library.revise("Add both"):
        meeting = Record("meeting", library.meetings.add(kind="round", title="First round"))
        tag = Record("tag", library.tags.add(name="Key"))
        library.tags.put(tag.uid, meeting)
    before = digest(library)
    if order == "together":
        bulk.remove(library, [tag, meeting])
    elif order == "addition undone":
        library.undo()
    else:
        for one in (tag, meeting) if order == "tag" else (meeting, tag):
            library.noun(one.kind).remove(one.uid)
    for one in (tag, meeting) if first == "tag" else (meeting, tag):
        library.history.restore(one)
    assert tags_on(library, *meeting) == ["Key"]
    assert digest(library) == before


def test_a_tag_comes_back_on_a_quote_that_comes_back_with_its_meeting(library, talks):
    fill(library, talks)
    before = digest(library)
    (tag,) = library.tags.all(Cancel())
    library.tags.remove(tag.uid)
    library.meetings.remove(talks.meeting)
    library.history.restore(Record("tag", tag.uid))
    library.history.restore(Record("meeting", talks.meeting))
    assert tags_on(library, "quote", talks.quote) == ["Key"]
    assert digest(library) == before


def test_a_tag_that_was_taken_off_does_not_come_back(library, talks):
    fill(library, talks)
    (tag,) = library.tags.all(Cancel())
    library.tags.take(tag.uid, Record("quote", talks.quote))
    library.tags.remove(tag.uid)
    library.quotes.remove(talks.quote)
    library.history.restore(Record("quote", talks.quote))
    library.history.restore(Record("tag", tag.uid))
    assert tags_on(library, "quote", talks.quote) == []
    assert tags_on(library, "meeting", talks.meeting) == ["Key"]


def test_a_tag_taken_off_a_record_that_was_entered_anew_stays_off(library):
    tag = library.tags.add(name="Key")
    person = Record("person", library.people.add(uid="ada", name="Ada"))
    library.tags.put(tag, person)
    library.people.remove(person.uid)
    library.people.add(uid="ada", name="Ada")
    library.tags.put(tag, person)
    library.tags.remove(tag)
    library.history.restore(Record("tag", tag))
    assert tags_on(library, *person) == ["Key"]
    library.tags.take(tag, person)
    library.tags.remove(tag)
    library.history.restore(Record("tag", tag))
    assert tags_on(library, *person) == []


def test_sources_that_cite_each_other_come_back_together(library):
    one, other = (library.sources.add(title=title) for title in ("One", "Other"))
    library.citations.add(Record("source", one), source=other)
    library.citations.add(Record("source", other), source=one)
    before = digest(library)
    bulk.remove(library, [Record("source", one), Record("source", other)])
    library.history.restore(Record("source", one))
    assert digest(library) == before


def test_what_is_there_or_was_never_there_is_not_restored(library, talks):
    with pytest.raises(Conflict, match="is in the library already"):
        library.history.restore(Record("quote", talks.quote))
    with pytest.raises(Gone, match="knows no such quote"):
        library.history.restore(Record("quote", "none"))


def test_a_library_open_for_reading_restores_nothing(library, talks):
    library.quotes.remove(talks.quote)
    library.close()
    with Library(library.path, read_only="It is only for reading.") as readonly:
        assert listed(readonly) == ["No military solution"]
        with pytest.raises(ReadOnly):
            readonly.history.restore(Record("quote", talks.quote))


def test_ids_of_what_was_removed_are_paged(library, talks):
    uids = [library.people.add(name=f"Person {number}") for number in range(5)]
    library.people.remove(*uids)
    found = library.history.removed_ids(None, Cancel())
    pages = [library.history.removed_page(found[at : at + 2]) for at in (0, 2, 4)]
    assert [len(page) for page in pages] == [2, 2, 1]
    assert {one.uid for page in pages for one in page} == set(uids)


def test_what_was_removed_from_one_record_is_listed_for_it(library, talks):
    other = library.meetings.add(kind="round", title="Second round")
    elsewhere = library.outcomes.add(meeting=other, act="agreed", text="Elsewhere")
    library.outcomes.remove(talks.ceasefire, elsewhere)
    found = library.history.removed_ids(Record("meeting", talks.meeting), Cancel())
    assert [one.uid for one in library.history.removed_page(found)] == [talks.ceasefire]
