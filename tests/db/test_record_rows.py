"""Which rows are or were part of a record."""

from db.record_rows import rows_of
from db.references import Record


def tables(library, kind, uid):
    """How many rows of each table."""
    with library.reading() as conn:
        return {table: len(rows) for table, rows in rows_of(conn, Record(kind, uid)).items()}


def test_a_record_has_its_parts_and_what_stands_on_them(library, talks):
    found = {"meetings": 1, "participations": 1, "outcomes": 2, "quotes": 1, "outcome_topics": 1, "citations": 1}
    assert tables(library, "meeting", talks.meeting) == found
    library.meetings.remove(talks.meeting)
    assert tables(library, "meeting", talks.meeting) == found


def test_what_moved_on_was_a_part_of_both(library, talks):
    other = library.meetings.add(kind="round", title="Second round")
    library.outcomes.edit(talks.ceasefire, meeting=other)
    assert tables(library, "meeting", talks.meeting)["outcomes"] == 2
    assert tables(library, "meeting", other) == {"meetings": 1, "outcomes": 1, "outcome_topics": 1}


def test_what_stood_on_a_merged_record_is_part_of_both(library, talks):
    library.aliases.add_spellings("party", talks.turkey, ["Türkiye"])
    library.notes.add(Record("party", talks.turkey), body="Name")
    library.parties.merge(talks.russia, talks.turkey)
    assert tables(library, "party", talks.turkey)["notes"] == 1
    assert tables(library, "party", talks.russia)["notes"] == 1


def test_a_record_that_was_never_there_has_none(library, talks):
    assert tables(library, "meeting", "none") == {}
