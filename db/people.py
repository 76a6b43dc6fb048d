"""People: those who speak or lead a delegation."""

from __future__ import annotations

from typing import NamedTuple, TypedDict, Unpack

from db import twins, values
from db.records import Records


class Person(NamedTuple):
    """One person as stored."""

    id: int
    uid: str
    name: str


class PersonValues(TypedDict, total=False):
    """What people edit of a person."""

    name: str


class People(Records[Person]):
    """The people of a library."""

    kind, table, label, row = "person", "people", "person", Person
    required = ("name",)

    def add(self, *, uid: str | None = None, **given: Unpack[PersonValues]) -> str:
        """A new person; the uid. Needs a name."""
        return self._add(given, uid)

    def edit(self, uid: str, **given: Unpack[PersonValues]) -> None:
        """Change the name of a person; the spellings follow."""
        with self._library.revise("Edit person") as db:
            self._edit(uid, given)
            twins.refile_spellings(db.conn, "person", uid)

    def merge(self, keep: str, other: str) -> None:
        """Make two people one: all that refers to the other refers to the kept one, the other's name is an alias."""
        kept, gone = self.get(keep), self.get(other)
        with self._library.revise(f"Merge {values.quoted(gone.name)} into {values.quoted(kept.name)}") as db:
            twins.check_merge(db.conn, "people", kept.uid, gone.uid)
            twins.merge(db.conn, "people", kept.uid, gone.uid)
            twins.refile_spellings(db.conn, "person", kept.uid)
            twins.drop_own_names(db.conn, "person", kept.uid, kept.name)
            self._library.aliases.add_spellings("person", kept.uid, [gone.name])
