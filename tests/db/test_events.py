import pytest

from db.errors import BadValue, InUse


def test_an_event_belongs_to_a_topic(library, talks):
    uid = library.events.add(
        kind="detainee-exchange", number=1, title="Pilot", happened="2018-11-24", topic=talks.topic
    )
    library.outcomes.take_from(talks.ceasefire, talks.topic)
    with pytest.raises(InUse, match="1 event refers"):
        library.topics.remove(talks.topic)
    library.events.edit(uid, topic=None, place="Abu Zindeyn")
    library.topics.remove(talks.topic)
    assert library.events.get(uid)[2:] == ("detainee-exchange", 1, "Pilot", "2018-11-24", "Abu Zindeyn", None, None)


def test_a_wrong_event_is_refused(library):
    library.events.add(kind="detainee-exchange", number=1, title="Pilot")
    with pytest.raises(BadValue, match="Number 1 is taken"):
        library.events.add(kind="detainee-exchange", number=1, title="Again")
    with pytest.raises(BadValue, match="not a date"):
        library.events.add(kind="other", title="Ceasefire", happened="30.12.2016")
    with pytest.raises(BadValue, match="An event needs a title"):
        library.events.add(kind="other")


def test_removing_an_event_is_one_step(library):
    uid = library.events.add(kind="other", title="Ceasefire")
    library.events.remove(uid)
    library.undo()
    assert library.events.get(uid).title == "Ceasefire"
