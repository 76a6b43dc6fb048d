"""A place is not looked for in the name of a person that it stands in."""

import pytest

from db import Cancel
from tests.db.spelled import add, asked, found


@pytest.fixture
def harbours(library):
    """A place with a name that is also the first name of a made-up person, and quotes of both."""
    for form in ("Old Haven", "Nor-Marin", "Normarin"):
        library.aliases.add(record_kind="place", canonical="Old Haven", form=form)
    speaker = library.people.add(name="Normarin Tesk")
    library.aliases.add(record_kind="person", record_uid=speaker, form="Нормарин Теск")
    add(library, "we need peace", "no zone in Old Haven", speaker=speaker)
    add(library, "Normarin Tesk stressed the zones", "Нормарин Теск о зонах", "a meeting in Normarin", "at Nor-Marin")
    add(library, "Normarin Tesk spoke in Old Haven", "Normarin Tesk flew to Nor-Marin")
    return library


def test_a_place_is_not_found_in_the_name_of_a_person(harbours):
    expected = {
        "no zone in Old Haven", "a meeting in Normarin", "at Nor-Marin", "Normarin Tesk spoke in Old Haven",
        "Normarin Tesk flew to Nor-Marin",
    }  # fmt: skip
    for text in ("Old Haven ", "Nor-Marin "):
        assert found(harbours, text) == expected
    assert found(harbours, "Tesk near/3 Old Haven ") <= expected
    assert found(harbours, "normarin ") == expected | {
        "we need peace", "Normarin Tesk stressed the zones", "Нормарин Теск о зонах",
    }  # fmt: skip


def test_a_place_is_found_beside_a_name_in_which_it_stands(harbours):
    speaker = harbours.people.add(name="Normarin Olt")
    add(harbours, "we welcome you in Normarin today", speaker=speaker)
    add(harbours, "Normarin Tesk received us in Normarin", "peace was made in Normarin", "peace to Normarin Tesk")
    expected = {"we welcome you in Normarin today", "Normarin Tesk received us in Normarin"}
    assert found(harbours, "Old Haven ") >= expected
    assert found(harbours, "Old Haven near received ") == {"Normarin Tesk received us in Normarin"}
    for text in ("Old Haven near peace ", "peace near Old Haven ", "peace near Nor-Marin "):
        assert found(harbours, text) == {"peace was made in Normarin"}


def test_a_spelling_of_several_words_is_known_after_near_and_not(harbours):
    assert found(harbours, "zone near Old Haven ") == {"no zone in Old Haven"}
    assert found(harbours, "a -Old Haven ") == found(harbours, "a NOT Old Haven ") == set()


def test_the_name_of_a_person_is_not_marked_for_a_place(harbours):
    lines = harbours.quotes.first(asked(harbours, "Old Haven "), Cancel(), 99)
    marked = {line.text: [line.text[starts:ends] for starts, ends in line.marks] for line in lines}
    assert marked["Normarin Tesk spoke in Old Haven"] == ["Old", "Haven"]
    assert marked["Normarin Tesk flew to Nor-Marin"] == ["Nor-Marin"]
    assert [line.reason for line in lines if line.text == "no zone in Old Haven"] == [""]


def test_the_shipped_library_does_not_take_a_president_for_a_city(shipped):
    assert "Nursultan" in asked(shipped, "astana ").also
    assert not any("Nursultan Nazarbayev stressed" in text for text in found(shipped, "astana "))


def test_the_reason_is_not_the_name_of_a_person_that_a_place_is_in(shipped):
    query = asked(shipped, "Nur-Sultan ")
    lines = shipped.quotes.first(query, Cancel(), 10)
    assert [line.speaker for line in lines].count("Nursultan Nazarbayev") > 1
    assert {line.reason for line in lines} == {"“Astana” is another spelling of “Nur-Sultan”"}
