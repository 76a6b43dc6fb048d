import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import KnownError
from db.cancel import Cancel
from db.errors import BadValue, Gone
from db.records import PAGE
from db.values import clean, counts


@pytest.fixture(scope="module")
def library_of_module(empty, tmp_path_factory):
    import shutil

    from db import Library

    with Library(shutil.copy(empty, tmp_path_factory.mktemp("values") / "talks.parley")) as library:
        yield library


def fits(value):
    """Whether a text field can keep a value."""
    match value:
        case str():
            return "\0" not in value and not any("\ud800" <= character <= "\udfff" for character in value)
        case int():
            return -(2**63) <= value < 2**63
        case _:
            return value is None


ANY_TEXT = st.text(st.characters(codec=None))


@given(ANY_TEXT | st.integers() | st.none() | st.floats() | st.binary())
def test_a_value_is_kept_as_it_is_or_refused_in_words(library_of_module, value):
    values = {"kind": "round", "title": "t", "summary": value}
    if fits(value):
        kept = library_of_module.meetings.get(library_of_module.meetings.add(**values)).summary
        assert kept == (None if value is None or not str(value).strip() else str(value))
    else:
        with pytest.raises(BadValue, match="“Summary”"):
            library_of_module.meetings.add(**values)


@pytest.mark.parametrize(
    "value",
    ["<img src=file:x>", "<Iran>", "a\nb\r\nc\u2028d", "'; DROP TABLE quotes; --", "🕊\u200f\u0301", "x" * 1_000_000],
)
def test_hostile_text_round_trips_in_every_field(library, talks, value):
    library.outcomes.edit(talks.memorandum, text=value, act_as_worded=value, actor=value, note=value)
    outcome = library.outcomes.get(talks.memorandum)
    assert (outcome.text, outcome.act_as_worded, outcome.actor, outcome.note) == (value,) * 4
    library.people.edit(talks.lavrov, name=value)
    library.undo()
    library.redo()
    assert library.people.get(talks.lavrov).name == value


def test_a_page_keeps_the_order_of_its_ids_and_leaves_gaps(library):
    ids = [library.people.get(library.people.add(name=name)).id for name in "cab"]
    library.people.remove(library.people.page([ids[1]])[0].uid)
    assert [person and person.name for person in library.people.page([ids[2], ids[1], 99, ids[0]])] == [
        "b",
        None,
        None,
        "c",
    ]
    assert library.people.page([]) == []
    assert len(library.people.page([ids[0]] * PAGE)) == PAGE


def test_all_records_come_by_name(library):
    for name in "cab":
        library.people.add(name=name)
    assert [person.name for person in library.people.all(Cancel())] == ["a", "b", "c"]


def test_several_are_removed_or_none(library, talks):
    with pytest.raises(Gone):
        library.outcomes.remove(talks.memorandum, "none")
    assert len(library.outcomes.of_meeting(talks.meeting)) == 2
    library.outcomes.remove(talks.memorandum, talks.ceasefire)
    assert library.undo_labels()[0] == "Remove 2 outcomes"
    library.undo()
    assert len(library.outcomes.of_meeting(talks.meeting)) == 2


def test_a_long_title_is_cut_in_a_sentence(library, talks):
    library.sources.edit(talks.source, title="Long " * 40)
    with pytest.raises(KnownError) as refused:
        library.sources.remove(talks.source)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize("value", [2**63, -(2**63) - 1, 1.5, b"x", float("nan")])
def test_what_a_field_cannot_hold_is_refused(value):
    with pytest.raises(BadValue):
        clean(value, "number")


def test_numbers_agree_with_their_verb():
    assert counts([(1, "quote", "quotes")], "refer") == "1 quote refers"
    assert counts([(1, "quote", "quotes"), (1, "line", "lines")], "refer") == "1 quote and 1 line refer"
    assert counts([(1200, "quote", "quotes")], "refer") == "1,200 quotes refer"
