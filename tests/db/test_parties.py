import pytest

from db import Cancel, record_form
from db.digest import content_digest
from db.errors import BadValue, InUse
from db.references import Record


def forms(library, uid):
    return {alias.form: alias.canonical for alias in library.aliases.of(Record("party", uid))}


def test_a_party_in_use_is_not_removed(library, talks):
    with pytest.raises(InUse) as refused:
        library.parties.remove(talks.russia)
    assert str(refused.value) == (
        "The party “Russia” cannot be removed: 1 participant line and 1 quote refer to it. "
        "Change or remove those first."
    )
    library.parties.remove(talks.turkey)


def test_several_parties_go_in_one_step(library, talks):
    other = library.parties.add(name="Jordan", kind="state")
    library.parties.remove(talks.turkey, other)
    assert library.undo_labels()[0] == "Remove 2 parties"
    library.undo()
    with pytest.raises(InUse, match="These parties cannot be removed"):
        library.parties.remove(talks.turkey, talks.russia)


def test_spellings_follow_a_new_name(library, talks):
    library.aliases.add(record_kind="party", record_uid=talks.turkey, form="Türkiye")
    library.parties.edit(talks.turkey, name="Republic of Turkey")
    assert forms(library, talks.turkey) == {"Türkiye": "Republic of Turkey"}
    library.undo()
    assert forms(library, talks.turkey) == {"Türkiye": "Turkey"}


def test_a_joined_spelling_keeps_the_language_and_the_remarks_of_both(library, talks):
    twin = library.parties.add(name="Türkiye", kind="state")
    spelling = {"record_kind": "party", "form": "TUR"}
    kept = library.aliases.add(**spelling, record_uid=talks.turkey, note="on a name plate")
    library.aliases.add(**spelling, record_uid=twin, language="en", note="p. 4")
    library.parties.merge(talks.turkey, twin)
    assert library.aliases.get(kept)[4:] == ("Turkey", "TUR", "en", "on a name plate; p. 4")
    assert set(forms(library, talks.turkey)) == {"TUR", "Türkiye"}


def test_the_name_itself_is_no_spelling_after_a_merge_unless_it_says_more(library, talks):
    twins = [library.parties.add(name=f"Twin {number}", kind="state") for number in (1, 2)]
    library.aliases.add(record_kind="party", record_uid=twins[0], form="Turkey")
    library.aliases.add(record_kind="party", record_uid=twins[1], form="Turkey", note="so until 2022")
    library.parties.merge(talks.turkey, twins[0])
    assert set(forms(library, talks.turkey)) == {"Twin 1"}
    library.parties.merge(talks.turkey, twins[1])
    assert set(forms(library, talks.turkey)) == {"Twin 1", "Turkey", "Twin 2"}
    content = record_form.read(library, Record("party", talks.turkey), Cancel())
    assert content.spellings == ("Twin 1", "Twin 2")


def test_a_name_that_was_a_spelling_is_one_again_when_the_name_changes(library, talks):
    library.aliases.add(record_kind="party", record_uid=talks.turkey, form="Türkiye")
    turkey = Record("party", talks.turkey)
    library.parties.edit(talks.turkey, name="Türkiye")
    assert record_form.read(library, turkey, Cancel()).spellings == ()
    record_form.store(library, turkey, {"spellings": ("Turkey",)}, base={"spellings": ()})
    library.parties.edit(talks.turkey, name="Republic of Türkiye")
    assert record_form.read(library, turkey, Cancel()).spellings == ("Türkiye", "Turkey")


def test_merging_moves_all_that_refers_to_the_other(library, talks):
    twin = library.parties.add(name="Russian Federation", short_name="RF", kind="state")
    line = library.participations.add(meeting=talks.meeting, party=twin, role="observer", attendance="invited")
    library.quotes.edit(talks.quote, party=twin)
    library.aliases.add(record_kind="party", record_uid=twin, form="Россия", language="ru")
    library.notes.add(Record("party", twin), body="The same")
    library.citations.add(Record("party", twin), source=talks.source, field="name")
    tag, other = library.tags.add(name="state"), library.tags.add(name="guarantor")
    library.tags.put(tag, Record("party", twin), Record("party", talks.russia))
    library.tags.put(other, Record("party", twin))
    with library.reading() as conn:
        before = content_digest(conn)
    library.parties.merge(talks.russia, twin)
    assert library.undo_labels()[0] == "Merge “Russian Federation” into “Russia”"
    kept = library.parties.get(talks.russia)
    assert library.participations.get(line).party_id == library.quotes.get(talks.quote).party_id == kept.id
    assert forms(library, talks.russia) == {"Россия": "Russia", "Russian Federation": "Russia", "RF": "Russia"}
    assert [note.body for note in library.notes.of(Record("party", talks.russia))] == ["The same"]
    assert len(library.citations.of(Record("party", talks.russia))) == 1
    assert {found.name for found in library.tags.on(Record("party", talks.russia))} == {"state", "guarantor"}
    library.undo()
    with library.reading() as conn:
        assert content_digest(conn) == before


def test_a_name_that_is_there_already_is_no_new_spelling(library, talks):
    twin = library.parties.add(name="Russia", short_name="RU", kind="state")
    library.aliases.add(record_kind="party", record_uid=talks.russia, form="RU")
    library.parties.merge(talks.russia, twin)
    assert forms(library, talks.russia) == {"RU": "Russia"}


def test_a_party_is_not_merged_with_itself(library, talks):
    with pytest.raises(BadValue, match="merged with itself"):
        library.parties.merge(talks.russia, talks.russia)
