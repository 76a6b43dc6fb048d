import pytest

from db.errors import BadValue, InUse


def test_a_topic_is_called_by_its_name_unless_it_has_a_label(library):
    uid = library.topics.add(name="detainees")
    assert library.topics.get(uid).label == "detainees"


def test_topics_are_a_tree(library, talks):
    below = library.topics.add(name="monitoring", parent=talks.topic)
    lowest = library.topics.add(name="centre", parent=below)
    for parent in (talks.topic, below, lowest):
        with pytest.raises(BadValue, match="cannot be put below itself"):
            library.topics.move(talks.topic, parent)
    library.topics.move(lowest, None)
    library.topics.move(talks.topic, lowest)
    assert library.topics.get(talks.topic).parent_id == library.topics.get(lowest).id


def test_a_topic_with_outcomes_or_narrower_topics_is_not_removed(library, talks):
    library.topics.add(name="monitoring", parent=talks.topic)
    with pytest.raises(InUse, match="1 narrower topic and 1 outcome refer"):
        library.topics.remove(talks.topic)


def test_a_name_is_given_once_under_a_parent(library, talks):
    with pytest.raises(BadValue, match="“ceasefire” is there already"):
        library.topics.add(name="ceasefire")
    library.topics.add(name="ceasefire", parent=talks.topic)
    library.topics.edit(talks.topic, name="ceasefire", description="Any truce")
