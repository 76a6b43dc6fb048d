import pytest

from db.cancel import Cancel
from db.errors import BadValue, InUse
from db.quote_query import parse
from db.references import Record


def test_a_person_who_speaks_or_leads_is_not_removed(library, talks):
    with pytest.raises(InUse, match="1 participant line and 1 quote refer"):
        library.people.remove(talks.lavrov)


def test_a_name_is_needed(library, talks):
    with pytest.raises(BadValue, match="A person needs a name"):
        library.people.edit(talks.lavrov, name="")


def test_merging_moves_quotes_lines_and_spellings(library, talks):
    twin = library.people.add(name="S. Lavrov")
    library.aliases.add(record_kind="person", record_uid=twin, form="Лавров")
    library.quotes.edit(talks.quote, speaker=twin)
    library.people.merge(talks.lavrov, twin)
    kept = library.people.get(talks.lavrov)
    assert library.quotes.get(talks.quote).speaker_id == kept.id
    found = {alias.form: alias.canonical for alias in library.aliases.of(Record("person", talks.lavrov))}
    assert found == {"Лавров": "Sergey Lavrov", "S. Lavrov": "Sergey Lavrov"}
    assert len(library.quotes.find(parse("sergey"), Cancel())) == 1


def test_leaders_of_two_delegations_are_two_people(library, talks):
    other = library.people.add(name="Mevlüt Çavuşoğlu")
    library.participations.add(
        meeting=talks.meeting, party=talks.turkey, role="guarantor", attendance="reported", head=other
    )
    with pytest.raises(BadValue, match="led two delegations of “First round”"):
        library.people.merge(talks.lavrov, other)


def test_the_index_follows_a_new_name(library, talks):
    library.people.edit(talks.lavrov, name="Ada Moreau")
    assert len(library.quotes.find(parse("moreau"), Cancel())) == 1
    assert len(library.quotes.find(parse("sergey"), Cancel())) == 0
