import pytest

from db import Cancel, merging, name_matches
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


def find(library, text):
    return [match.uid for match in name_matches.find(library, "topic", text, Cancel())]


def terms(library):
    return [(alias.canonical, alias.form, alias.note) for alias in library.aliases.all(Cancel())]


@pytest.mark.parametrize("field", ["label", "name"])
def test_spellings_of_the_term_follow_a_new_name(library, field):
    uid = library.topics.add(name="hotline", label="Hotline")
    canonical = "Hotline" if field == "label" else "hotline"
    library.aliases.add(record_kind="term", canonical=canonical, form="Red phone", note="in the papers")
    library.topics.edit(uid, **{field: "Direct line"})
    label = "Direct line" if field == "label" else "Hotline"
    assert terms(library) == [(label, "Red phone", "in the papers")]
    assert find(library, "red phone") == [uid]
    library.undo()
    assert terms(library) == [(canonical, "Red phone", "in the papers")]


def test_spellings_stay_with_another_topic_of_that_name(library):
    one = library.topics.add(name="a", label="Same")
    other = library.topics.add(name="b", label="Same")
    library.aliases.add(record_kind="term", canonical="Same", form="Alike")
    library.topics.edit(one, label="Other")
    assert find(library, "alike") == [other]


def test_spellings_of_both_terms_are_those_of_the_kept_topic(library):
    kept = library.topics.add(name="phones", label="Phones")
    gone = library.topics.add(name="hotline", label="Hotline")
    for canonical, form, note in (
        ("Phones", "Telephones", "seen"), ("Hotline", "Telephones", "heard"), ("Hotline", "Red phone", None),
        ("hotline", "Direct line", None), ("Hotline", "Phones", None),
    ):  # fmt: skip
        library.aliases.add(record_kind="term", canonical=canonical, form=form, note=note)
    told = merging.preview(library, "topic", kept, gone, Cancel())
    assert told.moves == ("4 spellings",)
    assert told.spellings == ("Hotline", "hotline", "Red phone", "Direct line")
    before = terms(library)
    library.topics.merge(kept, gone)
    assert terms(library) == [
        ("Phones", form, note)
        for form, note in (
            ("Direct line", None), ("Hotline", None), ("Red phone", None), ("Telephones", "seen; heard"),
            ("hotline", None),
        )
    ]  # fmt: skip
    for text in ("red phone", "direct line", "hotline"):
        assert find(library, text) == [kept]
    library.undo()
    assert terms(library) == before


def test_a_narrower_topic_that_is_merged_too_leaves_its_names(library):
    above, other = library.topics.add(name="a"), library.topics.add(name="b")
    kept = library.topics.add(name="x", label="Posts", parent=above)
    gone = library.topics.add(name="x", label="Checkpoints", parent=other)
    library.aliases.add(record_kind="term", canonical="Checkpoints", form="Crossings")
    library.topics.merge(above, other)
    for text in ("checkpoints", "crossings"):
        assert find(library, text) == [kept]
    library.undo()
    assert find(library, "crossings") == [gone]
