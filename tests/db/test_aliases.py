import pytest

from db import Cancel, name_matches, registers
from db.errors import BadValue, Gone
from db.references import Record


def test_a_spelling_of_a_party_is_filed_under_its_name(library, talks):
    uid = library.aliases.add(record_kind="party", record_uid=talks.turkey, form="Türkiye", language="tr")
    assert library.aliases.get(uid)[2:] == ("party", talks.turkey, "Turkey", "Türkiye", "tr", None)
    assert [alias.form for alias in library.aliases.of(Record("party", talks.turkey))] == ["Türkiye"]


def test_places_and_terms_are_no_records(library):
    library.aliases.add(record_kind="place", canonical="Daraa", form="Deraa")
    with pytest.raises(BadValue, match="A place is no record"):
        library.aliases.add(record_kind="place", record_uid="daraa", canonical="Daraa", form="Dera'a")
    with pytest.raises(BadValue, match="needs a usual spelling"):
        library.aliases.add(record_kind="term", form="de-escalation zone")


def test_a_spelling_is_filed_once(library, talks):
    library.aliases.add(record_kind="party", record_uid=talks.turkey, form="Türkiye", language="tr")
    library.aliases.add(record_kind="party", record_uid=talks.turkey, form="Türkiye", language="en")
    with pytest.raises(BadValue, match="“Türkiye” is among the spellings of “Turkey” already"):
        library.aliases.add(record_kind="party", record_uid=talks.turkey, form="Türkiye", language="tr")


def test_a_person_who_is_not_there_has_no_spelling(library):
    with pytest.raises(Gone, match="This person"):
        library.aliases.add(record_kind="person", record_uid="nobody", canonical="Nobody", form="No one")
    with pytest.raises(BadValue, match="“meeting” is not a kind: choose one of party, person"):
        library.aliases.add(record_kind="meeting", canonical="Astana 1", form="A1")
    with pytest.raises((BadValue, Gone)):
        library.aliases.add(record_kind="person", canonical="Nobody", form="No one")


def test_a_spelling_is_edited_and_removed(library, talks):
    uid = library.aliases.add(record_kind="person", record_uid=talks.lavrov, form="Lawrow")
    library.aliases.edit(uid, form="Lawrow, S.", note="misprint")
    library.aliases.remove(uid)
    library.undo()
    assert library.aliases.get(uid).note == "misprint"


def test_a_spelling_that_comes_to_another_person_finds_that_one_alone(library, talks):
    other = library.people.add(name="Ada Brandt")
    uid = library.aliases.add(record_kind="person", record_uid=talks.lavrov, form="Lawrow", canonical="Anything")
    assert library.aliases.get(uid).canonical == "Sergey Lavrov"
    library.aliases.edit(uid, record_uid=other)
    assert library.aliases.get(uid).canonical == "Ada Brandt"
    assert [found.uid for found in name_matches.find(library, "person", "Lawrow", Cancel())] == [other]
    assert [found.uid for found in name_matches.find(library, "person", "Sergey Lavrov", Cancel())] == [talks.lavrov]


def test_a_spelling_that_comes_back_after_a_new_name_is_shown_under_that_one(library, talks):
    uid = library.aliases.add(record_kind="person", record_uid=talks.lavrov, form="Lawrow")
    library.aliases.remove(uid)
    library.people.edit(talks.lavrov, name="Ada Brandt")
    library.history.restore(Record("alias", uid))
    assert [line.detail for line in registers.lines(library, "spellings", Cancel())] == ["Ada Brandt"]
    assert name_matches.find(library, "person", "Sergey", Cancel()) == []


def test_blanks_make_no_other_spelling(library, talks):
    library.aliases.add(record_kind="person", record_uid=talks.lavrov, form="Lawrow")
    with pytest.raises(BadValue, match="“ Lawrow” is among the spellings"):
        library.aliases.add(record_kind="person", record_uid=talks.lavrov, form=" Lawrow")
