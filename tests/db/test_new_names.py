import pytest

from db.errors import BadValue
from db.new_names import KINDS, New, settle


def test_a_uid_and_nothing_stay_as_they_are(library):
    assert (settle(library, "x"), settle(library, None)) == ("x", None)
    assert library.undo_labels() == (None, None)


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_name_becomes_a_record(library, kind):
    uid = settle(library, New(kind, " Ada ", "state" if kind == "party" else None))
    noun = library.noun(kind)
    assert getattr(noun.get(uid), noun.title) == "Ada"
    assert library.undo_labels()[0] == f"Add {kind}"


def test_it_is_made_in_the_revision_of_what_names_it(library):
    with library.revise("Edit quote"):
        library.quotes.add(form="direct", text="Words", speaker=settle(library, New("person", "Ada")))
    library.undo()
    with library.reading() as conn:
        assert conn.execute("SELECT count(*) FROM people").fetchone() == (0,)


def test_one_name_is_made_once_in_a_revision(library):
    with library.revise("Edit"):
        assert settle(library, New("person", "Ada")) == settle(library, New("person", "Ada"))
    assert settle(library, New("person", "Ada")) != settle(library, New("person", "Ada"))


def test_a_topic_that_is_there_by_now_is_used(library):
    topic, tag = library.topics.add(name="zones", label="Zones"), library.tags.add(name="x")
    assert settle(library, New("topic", "zones")) == settle(library, New("topic", "Zones")) == topic
    assert settle(library, New("tag", "x")) == tag
    below = library.tags.add(name="y", parent=tag)
    assert settle(library, New("tag", "y")) != below


@pytest.mark.parametrize(
    ("new", "sentence"),
    [
        (New("person", "  "), "needs a name"),
        (New("person", "A\0"), "NUL"),
        (New("tag", "\ud800"), "surrogate"),
        (New("party", "Country A"), "needs a kind"),
        (New("meeting", "Ada"), "by its name alone"),
    ],
)
def test_what_can_be_no_record_is_refused_in_words(library, new, sentence):
    with pytest.raises(BadValue, match=sentence):
        settle(library, new)
    assert library.undo_labels() == (None, None)


def test_case_and_blanks_make_no_other_topic_or_tag(library):
    topic, tag = library.topics.add(name="hotline", label="Hotline  Link"), library.tags.add(name="To Check")
    for text in ("HOTLINE", "hotline link ", "Hotline"):
        assert settle(library, New("topic", text)) == topic
    assert settle(library, New("tag", "to  check")) == tag
    other = library.tags.add(name="to check")
    assert settle(library, New("tag", "to check")) == other


def test_one_name_of_two_kinds_is_of_two_parties(library):
    with library.revise("Edit"):
        state = settle(library, New("party", "Country A", "state"))
        side = settle(library, New("party", "Country A", "opposition"))
        assert settle(library, New("party", "Country A", "state")) == state
    assert [library.parties.get(uid).kind for uid in (state, side)] == ["state", "opposition"]
