"""The values of a form between the library and the fields: read with what looks like a slip, shown, stored."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from db import Cancel, Library, record_form, record_values
from db.errors import Gone
from db.new_names import New
from db.record_form import FormContent, Warned
from db.references import Record
from desktop.trail import Address


class Found(NamedTuple):
    """A record as its form shows it, and what looks like a slip in it."""

    content: FormContent
    warnings: list[Warned]


def find(library: Library, record: Record, cancel: Cancel) -> Found | None:
    """What the form of a record shows; None when the record is no longer there."""
    try:
        content = record_form.read(library, record, cancel)
    except Gone:
        return None
    return Found(content, record_form.warnings(library, record, content.values, cancel))


def shown(name: str, value: Any) -> Any:
    """A value as its field takes it: a mark of yes or no is a choice, a list is never nothing."""
    if name == "adopted":
        return str(value or 0)
    return value if value is not None or name not in record_values.SETS else ()


def stored(name: str, value: Any) -> Any:
    """A value of a field as the library takes it."""
    return int(value) if name == "adopted" else value


def has_new(value: Any) -> bool:
    """Whether a value names a record that was still to be made."""
    return isinstance(value, New) or (isinstance(value, tuple) and any(isinstance(one, New) for one in value))


def ways_on(record: Record, warned: Warned, go: Callable[[Address], object]) -> dict[str, Callable[[], object]]:
    """What can be pressed beside a warning: a way to the page that shows more of it."""
    address = Address("", warned.page, f"{record.kind}:{record.uid}")
    return {"Look at them": lambda: go(address)} if warned.page else {}
