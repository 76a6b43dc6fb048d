import pytest

from db.cancel import Cancel
from db.errors import BadValue, Gone
from db.references import Record


def test_a_meeting_is_kept_as_it_was_given(library):
    uid = library.meetings.add(kind="summit", title="Sochi", starts="2017-11-22", city="Sochi", summary="Three leaders")
    meeting = library.meetings.get(uid)
    assert meeting[2:] == ("summit", None, "Sochi", "2017-11-22", None, "Sochi", None, None, "held", "Three leaders")


def test_an_edit_changes_only_what_is_given(library, talks):
    before = library.meetings.get(talks.meeting)
    library.meetings.edit(talks.meeting, city="Astana")
    assert library.meetings.get(talks.meeting) == before._replace(city="Astana")
    assert library.undo_labels()[0] == "Edit meeting"


def test_blanks_mean_not_known(library, talks):
    library.meetings.edit(talks.meeting, city="Astana", venue="Rixos")
    library.meetings.edit(talks.meeting, city=None, venue=" \n")
    assert library.meetings.get(talks.meeting)[7:10] == (None, None, None)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"title": " "}, "A meeting needs a title"),
        ({"kind": "party"}, "“party” is not a kind: choose one of round, summit"),
        ({"kind": None}, "A meeting needs a kind"),
        ({"held": "perhaps"}, "“perhaps” is not a word for whether it was held"),
        ({"starts": "2017-02-30"}, "not in the calendar"),
        ({"starts": "January"}, "“January” is not a date"),
        ({"starts": "2017-01-23", "ends": "2017-01-22"}, "The end, 22 January 2017, is before the start"),
        ({"ends": "2016"}, "The end, 2016, is before the start, 23 January 2017"),
        ({"number": 0}, "must be 1 or more"),
        ({"number": 2**63}, "too large a number"),
        ({"number": 1.5}, "“Number” must hold a text or a whole number"),
        ({"city": "A\0B"}, "NUL"),
        ({"city": "\ud83d"}, "half of a character"),
    ],
)
def test_a_wrong_value_is_refused_in_words_and_nothing_is_stored(library, talks, given, sentence):
    before = library.meetings.get(talks.meeting), library.undo_labels()
    with pytest.raises(BadValue) as refused:
        library.meetings.edit(talks.meeting, **given)
    assert sentence in str(refused.value)
    assert (library.meetings.get(talks.meeting), library.undo_labels()) == before


def test_a_number_is_taken_once_in_a_kind(library, talks):
    with pytest.raises(BadValue, match=r"Number 1 is taken .* “First round”"):
        library.meetings.add(kind="round", number=1, title="Another")
    library.meetings.add(kind="summit", number=1, title="First summit")
    library.meetings.edit(talks.meeting, number=1, title="Still the first")


def test_an_end_known_only_by_month_may_hold_the_start(library, talks):
    library.meetings.edit(talks.meeting, ends="2017-01")
    library.meetings.edit(talks.meeting, starts=None, ends="2016")


def test_removing_a_meeting_takes_all_that_belongs_only_to_it(library, talks):
    library.notes.add(Record("outcome", talks.memorandum), body="Only this one was signed")
    library.readings.add(Record("meeting", talks.meeting), about="date", value="23 January")
    tag = library.tags.add(name="read")
    library.tags.put(tag, Record("quote", talks.quote), Record("meeting", talks.meeting))
    library.meetings.remove(talks.meeting)
    with library.reading() as conn:
        for table in (
            "participations",
            "outcomes",
            "outcome_topics",
            "quotes",
            "citations",
            "readings",
            "notes",
            "taggings",
        ):
            assert conn.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
    assert [person.name for person in library.people.all(Cancel())] == ["Sergey Lavrov"]
    assert library.undo_labels()[0] == "Remove meeting"
    library.undo()
    assert library.quotes.get(talks.quote).text == "No military solution"
    assert library.tags.records(tag) == [("quote", talks.quote), ("meeting", talks.meeting)]


def test_what_is_gone_is_said_to_be_gone(library, talks):
    library.meetings.remove(talks.meeting)
    for call in (library.meetings.get, library.meetings.edit, library.meetings.remove):
        with pytest.raises(Gone, match="This meeting is no longer in the library"):
            call(talks.meeting)


def test_a_uid_is_given_once(library, talks):
    with pytest.raises(BadValue, match="uid “astana-01” already"):
        library.meetings.add(uid="astana-01", kind="congress", title="Sochi")
