"""The rows of a library in the making: numbered as they come, each under a uid that no other has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from uuid import UUID, uuid5

from db.dataset.problems import Problems
from db.dataset.table import Table
from db.values import Value

_ROOT = UUID("6f6c8f52-3a57-5d0b-9d4c-2f6d0f1f7a10")  # never changed: every shipped uid comes from it


def uid_of(parent: str, *name: str) -> str:
    """The lasting uid of a part of a record: equal in every build, and not touched by what stands beside it."""
    return str(uuid5(_ROOT, "/".join((parent, *name))))


class Ref(NamedTuple):
    """A row that others refer to: its number in the table, its uid, and its name for people."""

    id: int
    uid: str
    name: str


class Draft:
    """What is to be written; nothing is, while `problems` holds any."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.facts: dict[str, str] = {}
        self.rows: dict[str, list[Mapping[str, Value]]] = {}
        self.refs: dict[str, dict[str, Ref]] = {}
        self.texts: dict[str, str] = {}
        self._uids: dict[str, str] = {}

    def add(self, name: str, uid: str, values: Mapping[str, Value], at: Table, key: str = "") -> int:
        """Add a row to a table of the library; its number. A uid that stands already is a problem of `at`."""
        if name + uid in self._uids:
            at.problem(key, f"stands twice; first at {self._uids[name + uid]}")
        self._uids[name + uid] = f"{at.file}: {at.where}"
        rows = self.rows.setdefault(name, [])
        rows.append({"id": len(rows) + 1, "uid": uid, **values})
        return len(rows)

    def refer(self, collection: str, at: Table, key: str) -> Ref | None:
        """The row that a key of a table names; None where the key is left out, and after a problem."""
        name = at.maybe_text(key)
        return self.find(collection, name, at, key) if name else None

    def find(self, collection: str, name: str, at: Table, key: str) -> Ref | None:
        """The row of that name, or a problem."""
        ref = self.refs.get(collection, {}).get(name)
        if ref is None:
            at.problem(key, f"“{name}” is not among the {collection}")
        return ref
