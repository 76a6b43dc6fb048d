"""A record is shown on the page of its meeting, or in the list of its kind."""

import pytest

from db.references import Record
from desktop.record_places import address_of
from desktop.trail import PAGES, TABS, Address


@pytest.mark.parametrize(
    ("record", "meeting", "address"),
    [
        (Record("outcome", "o"), "m", Address("m", "overview", "record:outcome:o")),
        (Record("quote", "q"), "m", Address("m", "quotes", "record:quote:q")),
        (Record("note", "n"), "m", Address("m", "notes", "record:note:n")),
        (Record("alias", "a"), None, Address("", "spellings", "record:alias:a")),
        (Record("quote", "q"), None, None),
    ],
)
def test_a_record_has_a_place(record, meeting, address):
    assert address_of(record, meeting) == address
    assert address is None or address.tab in (TABS if address.uid else PAGES)
