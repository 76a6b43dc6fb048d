from db import tag_tree
from db.references import Record


def test_choices_stand_below_their_wider_tag_by_name(library):
    tags = {}
    for name, wider in (("zones", None), ("Émigrés", None), ("idlib", "zones"), ("afrin", "zones"), ("unused", None)):
        tags[name] = library.tags.add(name=name, parent=tags.get(wider))
    keys = {library.tags.get(uid).id: 1 for name, uid in tags.items() if name != "unused"}
    with library.reading() as conn:
        found = tag_tree.choices(conn, keys)
    assert [(tag.name, tag.level) for tag in found] == [("Émigrés", 0), ("zones", 0), ("afrin", 1), ("idlib", 1)]


def test_no_counts_mean_no_choices(library):
    library.tags.add(name="a")
    with library.reading() as conn:
        assert tag_tree.choices(conn, {}) == []


def test_marks_come_in_the_order_in_which_they_were_put(library, talks):
    first, second = library.tags.add(name="z", colour="#a03c2e"), library.tags.add(name="a")
    library.tags.put(first, Record("quote", talks.quote))
    library.tags.put(second, Record("quote", talks.quote), Record("meeting", talks.meeting))
    with library.reading() as conn:
        found = tag_tree.marks_on(conn, "quote", [talks.quote, talks.meeting, *map(str, range(1200))])
    assert {uid: [(mark.name, mark.colour) for mark in marks] for uid, marks in found.items()} == {
        talks.quote: [("z", "#a03c2e"), ("a", None)]
    }
