import pytest

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
    with pytest.raises(BadValue, match="“meeting” is not a record kind"):
        library.aliases.add(record_kind="meeting", canonical="Astana 1", form="A1")
    with pytest.raises((BadValue, Gone)):
        library.aliases.add(record_kind="person", canonical="Nobody", form="No one")


def test_a_spelling_is_edited_and_removed(library, talks):
    uid = library.aliases.add(record_kind="person", record_uid=talks.lavrov, form="Lawrow")
    library.aliases.edit(uid, form="Lawrow, S.", note="misprint")
    library.aliases.remove(uid)
    library.undo()
    assert library.aliases.get(uid).note == "misprint"
