import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import Library
from db.errors import BadValue, Gone


def texts(library, meeting):
    return [outcome.text for outcome in library.outcomes.of_meeting(meeting)]


def test_a_new_outcome_stands_last(library, talks):
    library.outcomes.add(meeting=talks.meeting, act="discussed", text="Detainees")
    assert texts(library, talks.meeting)[-1] == "Detainees"


def test_an_act_needs_a_text_and_a_text_an_act(library, talks):
    with pytest.raises(BadValue, match="An outcome needs a text"):
        library.outcomes.add(meeting=talks.meeting, act="signed")
    with pytest.raises(BadValue, match="An outcome needs an act"):
        library.outcomes.add(meeting=talks.meeting, text="Something")
    with pytest.raises(BadValue, match="“decided” is not an act: choose one of signed, adopted"):
        library.outcomes.edit(talks.ceasefire, act="decided")


def test_a_move_changes_the_order_and_nothing_else(library, talks):
    library.outcomes.move(talks.ceasefire, 1)
    assert texts(library, talks.meeting) == ["A mechanism for the ceasefire", "Memorandum on zones"]
    library.undo()
    assert texts(library, talks.meeting) == ["Memorandum on zones", "A mechanism for the ceasefire"]
    with pytest.raises(BadValue, match="first place"):
        library.outcomes.move(talks.ceasefire, 0)


def test_an_outcome_given_to_another_meeting_stands_last_there(library, talks):
    other = library.meetings.add(kind="round", number=2, title="Second")
    library.outcomes.add(meeting=other, act="agreed", text="Before")
    library.outcomes.edit(talks.memorandum, meeting=other, note="moved")
    assert texts(library, other) == ["Before", "Memorandum on zones"]


def test_an_outcome_stands_under_topics(library, talks):
    zones = library.topics.add(name="zones")
    library.outcomes.put_under(talks.ceasefire, talks.topic, zones)
    assert [topic.name for topic in library.outcomes.topics(talks.ceasefire)] == ["ceasefire", "zones"]
    library.outcomes.take_from(talks.ceasefire, talks.topic)
    assert [topic.name for topic in library.outcomes.topics(talks.ceasefire)] == ["zones"]
    library.undo()
    library.undo()
    assert [topic.name for topic in library.outcomes.topics(talks.ceasefire)] == ["ceasefire"]
    with pytest.raises(Gone, match="topic"):
        library.outcomes.put_under(talks.ceasefire, "nothing")


@settings(max_examples=25)
@given(moves=st.lists(st.tuples(st.integers(0, 4), st.integers(1, 7)), max_size=6), gone=st.sets(st.integers(0, 4)))
def test_any_moves_and_removals_leave_the_order_of_a_list(tmp_path_factory, moves, gone):
    with Library.create(tmp_path_factory.mktemp("moves") / "a.parley", "Moves") as library:
        meeting = library.meetings.add(kind="round", title="One")
        expected = [library.outcomes.add(meeting=meeting, act="agreed", text=str(n)) for n in range(5)]
        uids = list(expected)
        for which, place in moves:
            expected.remove(uids[which])
            expected.insert(place - 1, uids[which])
            library.outcomes.move(uids[which], place)
        library.outcomes.remove(*(uids[n] for n in gone))
        expected = [uid for uid in expected if uids.index(uid) not in gone]
        assert [outcome.uid for outcome in library.outcomes.of_meeting(meeting)] == expected


def test_an_outcome_that_stays_in_its_meeting_keeps_its_place(library, talks):
    library.outcomes.edit(talks.memorandum, meeting=talks.meeting, note="the same meeting")
    assert [one.uid for one in library.outcomes.of_meeting(talks.meeting)] == [talks.memorandum, talks.ceasefire]
