import pytest

from db import Cancel, merging
from db.errors import BadValue, Gone
from db.references import MERGED, Record


def preview(library, kind, keep, other):
    return merging.preview(library, kind, keep, other, Cancel())


def test_what_moves_is_counted(library, talks):
    twin = library.people.add(name="Lavrov")
    library.participations.edit(talks.line, head=twin)
    library.quotes.edit(talks.quote, speaker=twin)
    library.aliases.add(record_kind="person", record_uid=twin, form="Лавров")
    library.aliases.add(record_kind="person", record_uid=twin, form="Sergey Lavrov")
    library.notes.add(Record("person", twin), body="The same")
    told = preview(library, "person", talks.lavrov, twin)
    assert (told.keep.name, told.other.name) == ("Sergey Lavrov", "Lavrov")
    assert told.moves == ("1 participant line", "1 quote", "2 spellings", "1 note")
    assert told.spellings == ("Lavrov", "Лавров")
    assert (told.warnings, told.refusal) == ((), None)


def test_parties_at_one_meeting_are_a_warning(library, talks):
    twin = library.parties.add(name="Russian Federation", short_name="RF", kind="organisation")
    library.participations.add(meeting=talks.meeting, party=twin, role="observer", attendance="invited")
    told = preview(library, "party", talks.russia, twin)
    assert told.warnings == (
        "Both took part in “First round”: two lines of one party will stand there, as guarantor and observer.",
        "The kind stays “State”; “Organisation”, which the other has, goes.",
    )
    assert told.spellings == ("Russian Federation", "RF")


def test_only_a_few_meetings_are_named(library, talks):
    twin = library.parties.add(name="Russian Federation", kind="state")
    for number in range(2, 10):
        meeting = library.meetings.add(kind="round", number=number, title=f"Round {number}")
        for party in (twin, talks.russia):
            library.participations.add(meeting=meeting, party=party, role="observer", attendance="invited")
    warnings = preview(library, "party", talks.russia, twin).warnings
    assert len(warnings) == merging.SHOWN + 1
    assert warnings[-1] == "The same holds for 3 more meetings."


def test_what_cannot_be_merged_says_why(library, talks):
    other = library.people.add(name="Ada")
    library.participations.add(
        meeting=talks.meeting, party=talks.turkey, role="guarantor", attendance="reported", head=other
    )
    told = preview(library, "person", talks.lavrov, other)
    assert told.refusal == (
        "Sergey Lavrov and Ada led two delegations of “First round”, so they are not the same person."
    )
    with pytest.raises(BadValue) as refused:
        merging.merge(library, "person", talks.lavrov, other)
    assert str(refused.value) == told.refusal
    assert "itself" in (preview(library, "person", other, other).refusal or "")


def test_tags_and_topics_tell_what_comes_along(library, talks):
    keep, other = library.tags.add(name="a", colour="#111111"), library.tags.add(name="b", colour="#222222")
    library.tags.add(name="c", parent=other)
    library.tags.put(other, Record("meeting", talks.meeting), Record("outcome", talks.ceasefire))
    told = preview(library, "tag", keep, other)
    assert told.moves == ("2 tagged records", "1 narrower tag")
    assert told.spellings == ()
    assert told.warnings == ("The colour stays “#111111”; “#222222”, which the other has, goes.",)
    twin = library.topics.add(name="truce", label="Truce")
    library.outcomes.put_under(talks.memorandum, twin)
    told = preview(library, "topic", talks.topic, twin)
    assert (told.moves, told.spellings) == (("1 outcome",), ("Truce", "truce"))


@pytest.mark.parametrize("kind", MERGED)
def test_each_kind_is_merged_in_one_revision(library, kind):
    noun = library.noun(kind)
    values = {"kind": "state"} if kind == "party" else {}
    name_of = noun.title if kind == "source" else "name"
    keep, other = (noun.add(**{name_of: name}, **values) for name in ("Ada", "Eve"))
    merging.merge(library, kind, keep, other)
    with pytest.raises(Gone):
        library.noun(kind).get(other)
    with pytest.raises(Gone):
        preview(library, kind, keep, other)
    library.undo()
    assert getattr(noun.get(other), name_of) == "Eve"
