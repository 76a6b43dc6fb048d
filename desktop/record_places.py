"""Where a record is shown: on the page of its meeting, or in a list of the library."""

from __future__ import annotations

from db.references import Record
from desktop.trail import Address

REGISTERS = {
    "party": "parties", "person": "people", "topic": "topics", "source": "sources", "alias": "spellings", "tag": "tags",
}  # fmt: skip
"""The page of the library on which a kind of record is listed."""
TABS = {"quote": "quotes", "note": "notes"}
"""The part of the page of a meeting on which a kind of record stands; others on the overview."""


def address_of(record: Record, meeting: str | None) -> Address | None:
    """The page on which a record is shown, with `meeting` as the one that it belongs to; None where there is none."""
    target = f"record:{record.kind}:{record.uid}"
    if meeting:
        return Address(meeting, TABS.get(record.kind, "overview"), target)
    page = REGISTERS.get(record.kind)
    return Address("", page, target) if page else None
