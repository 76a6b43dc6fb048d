"""Where a record is shown: on the page of its meeting, or in a list of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.references import Record
from desktop.trail import Address, place_target

if TYPE_CHECKING:
    from db.found_text import Finding

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


def address_of_link(target: str) -> Address:
    """The page to which the words of a row lead, see db.record_lines.Link."""
    page, _, shown = target.partition(" ")
    return Address("", page, shown)


def address_of_finding(found: Finding) -> Address | None:
    """The page that shows what was found: a passage in the reader, a quote in its source, a record in its place."""
    record = Record(found.kind, found.uid)
    if found.kind == "source":
        return Address("", "source", place_target(f"source:{found.uid}", found.span))
    if found.kind == "quote":
        return Address(found.meeting or "", "sources" if found.meeting else "source", f"quote:{found.uid}")
    if found.kind == "note" and not found.meeting:
        return Address("", "notes", f"record:note:{found.uid}")
    return address_of(record, found.meeting) or (address_of(found.on, None) if found.on else None)
