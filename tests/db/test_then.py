"""A record as it was: by day, by time, by step, with its parts and what became of them since."""

import pytest

from db.cancel import Cancel
from db.errors import Gone
from db.references import Record


@pytest.fixture
def then(library):
    """Asks for a record as it was."""
    return lambda kind, uid, moment: library.history.then(Record(kind, uid), moment, Cancel())


def newest(library):
    """The id of the newest step."""
    return library.history.steps(Cancel(), limit=1)[0].id


def values(found):
    """Its fields as they were."""
    return {field.field: field.then for field in found.fields}


def parts(found, kind):
    """Titles of its parts of a kind, and what became of them."""
    return [(part.title, part.since) for part in found.parts if part.kind == kind]


def test_a_record_is_shown_with_the_values_of_a_step_beside_those_of_now(library, talks, then):
    step = newest(library)
    library.meetings.edit(talks.meeting, city="Astana", title="Renamed")
    library.meetings.edit(talks.meeting, city="Nur-Sultan")
    found = then("meeting", talks.meeting, step)
    assert (found.title, found.there, found.there_now) == ("First round", True, True)
    assert ("city", None, "Nur-Sultan") in found.fields
    assert ("title", "First round", "Renamed") in found.fields
    assert ("starts", "2017-01-23", "2017-01-23") in found.fields
    assert values(then("meeting", talks.meeting, step + 1))["city"] == "Astana"


def test_other_records_have_the_name_that_they_had(library, talks, then):
    step = newest(library)
    library.people.edit(talks.lavrov, name="S. Lavrov")
    found = then("participation", talks.line, step)
    assert ("head_id", "Sergey Lavrov", "S. Lavrov") in found.fields


def test_parts_tell_what_became_of_them(library, talks, then):
    step = newest(library)
    library.outcomes.edit(talks.memorandum, text="Memorandum on four zones")
    library.outcomes.remove(talks.ceasefire)
    library.quotes.add(meeting=talks.meeting, form="direct", text="Came later")
    found = then("meeting", talks.meeting, step)
    assert parts(found, "outcome") == [
        ("Memorandum on zones", "changed"),
        ("A mechanism for the ceasefire", "removed"),
    ]
    assert parts(found, "quote") == [("No military solution", "same")]
    assert parts(found, "outcome-topic") == [("Ceasefire", "removed")]
    assert parts(found, "citation") == [("Joint statement", "same")]
    assert found.added == 1


def test_parts_stand_under_what_they_belonged_to_in_their_order(library, talks, then):
    library.outcomes.move(talks.ceasefire, 1)
    library.notes.add(Record("outcome", talks.memorandum), body="Signed where?")
    step = newest(library)
    library.outcomes.move(talks.memorandum, 1)
    found = then("meeting", talks.meeting, step)
    assert [(part.level, part.kind, part.title) for part in found.parts] == [
        (1, "participation", "Russia"),
        (1, "outcome", "A mechanism for the ceasefire"),
        (2, "outcome-topic", "Ceasefire"),
        (1, "outcome", "Memorandum on zones"),
        (2, "note", "Signed where?"),
        (1, "quote", "No military solution"),
        (2, "citation", "Joint statement"),
    ]


def test_a_part_is_shown_where_it_was_and_not_where_it_went(library, talks, then):
    step = newest(library)
    other = library.meetings.add(kind="round", title="Second round")
    library.outcomes.edit(talks.memorandum, meeting=other)
    assert ("Memorandum on zones", "changed") in parts(then("meeting", talks.meeting, step), "outcome")
    assert parts(then("meeting", talks.meeting, newest(library)), "outcome") == [
        ("A mechanism for the ceasefire", "same")
    ]
    assert parts(then("meeting", other, newest(library)), "outcome") == [("Memorandum on zones", "same")]
    assert not then("meeting", other, step).there


def test_a_removed_record_is_shown_as_it_was_with_all_that_went_with_it(library, talks, then):
    step = newest(library)
    library.meetings.remove(talks.meeting)
    found = then("meeting", talks.meeting, step)
    assert (found.there, found.there_now, found.title) == (True, False, "First round")
    assert {part.since for part in found.parts} == {"removed"}
    assert len(found.parts) == 6
    gone = then("meeting", talks.meeting, newest(library))
    assert (gone.there, gone.fields, gone.parts, gone.title) == (False, (), (), "First round")


def test_before_it_was_added_a_record_was_not_there(library, talks, then):
    found = then("quote", talks.quote, 0)
    assert (found.there, found.there_now, found.revision, found.made_at) == (False, True, 0, None)
    assert found.title == "No military solution"


def test_a_day_means_its_end_and_a_time_means_itself(library, talks, then):
    for city, made_at in (("A", "2024-05-01T08:00:00Z"), ("B", "2024-05-01T22:59:59Z"), ("C", "2024-06-03T00:00:00Z")):
        with library.revise("Move", made_at=made_at):
            library.meetings.edit(talks.meeting, city=city)
    with library.revise("Rename", made_at="2031-01-01T00:00:00Z"):
        library.meetings.edit(talks.meeting, city="D")
    shown = {
        moment: values(then("meeting", talks.meeting, moment))["city"]
        for moment in ("2024-05-01", "2024-05-01T12:00:00Z", "2024-05", "2024", "2024-06-03T00:00:00Z", "2031-01-01")
    }
    assert shown == {
        "2024-05-01": "B",
        "2024-05-01T12:00:00Z": "A",
        "2024-05": "B",
        "2024": "C",
        "2024-06-03T00:00:00Z": "C",
        "2031-01-01": "D",
    }
    assert not then("meeting", talks.meeting, "1999").there


def test_what_was_undone_counts_as_it_was_in_between(library, talks, then):
    library.meetings.edit(talks.meeting, city="Astana")
    edited = newest(library)
    library.undo()
    assert values(then("meeting", talks.meeting, edited))["city"] == "Astana"
    assert values(then("meeting", talks.meeting, newest(library)))["city"] is None


def test_notes_on_the_library_itself_are_shown_as_they_were(library, talks, then):
    with library.reading() as conn:
        (uid,) = conn.execute("SELECT value FROM library WHERE key = 'uid'").fetchone()
    note = library.notes.add(Record("library", uid), body="Mind the gaps.")
    step = newest(library)
    library.notes.remove(note)
    assert parts(then("library", uid, step), "note") == [("Mind the gaps.", "removed")]


def test_what_was_never_there_is_said_to_be_so(library, talks, then):
    with pytest.raises(Gone, match="never in the library"):
        then("meeting", "none", 1)
