"""Names in a field as a draft keeps them: exactly which records are meant, and apart from them what is being typed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from db.new_names import KINDS, New


class Named(NamedTuple):
    """What one name stands for: a uid or a New; for a spelling, the spelling itself."""

    value: str | New
    name: str


class KeptNames(NamedTuple):
    """The names in a field, and what is typed beside them and stands for nothing yet."""

    names: tuple[Named, ...]
    typed: str

    def as_text(self) -> str:
        """The names as a draft keeps them."""
        return json.dumps({"names": [[list_or_text(one.value), one.name] for one in self.names], "typed": self.typed})

    @classmethod
    def parse(cls, text: str) -> KeptNames:
        """The names of a draft; where it holds none of ours, all of it counts as typed."""
        try:
            found = json.loads(text)
            return cls(tuple(_named(found["names"])), _text(found["typed"]))
        except (ValueError, TypeError, KeyError, RecursionError):
            return cls((), text)


def list_or_text(value: str | New) -> Any:
    """A value as JSON has it: a uid is a text, a New a list."""
    return [*value] if isinstance(value, New) else value


def _named(found: Iterable[Any]) -> Iterable[Named]:
    for value, name in found:
        yield Named(_new(*value) if isinstance(value, list) else _text(value), _text(name))


def _new(kind: object, name: object, extra: object) -> New:
    if kind not in KINDS:
        raise ValueError(kind)
    return New(_text(kind), _text(name), None if extra is None else _text(extra))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
