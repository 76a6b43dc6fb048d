"""Parties: the states, organisations and sides that take part in meetings."""

from __future__ import annotations

from typing import ClassVar, NamedTuple, TypedDict, Unpack

from db import twins, values
from db.records import Records
from db.vocabulary import PARTY_KINDS


class Party(NamedTuple):
    """One party as it is stored."""

    id: int
    uid: str
    name: str
    short_name: str | None
    kind: str


class PartyValues(TypedDict, total=False):
    """What people edit of a party."""

    name: str
    short_name: str | None
    kind: str


class Parties(Records[Party]):
    """The parties of a library."""

    kind, table, label, row = "party", "parties", "party", Party
    required = ("name", "kind")
    words: ClassVar = {"kind": PARTY_KINDS}

    def add(self, *, uid: str | None = None, **given: Unpack[PartyValues]) -> str:
        """A new party; its uid. Needs a name and a kind."""
        return self._add(given, uid)

    def edit(self, uid: str, **given: Unpack[PartyValues]) -> None:
        """Change fields of a party; the spellings follow a new name."""
        with self._library.revise("Edit party") as db:
            self._edit(uid, given)
            twins.refile_spellings(db.conn, "party", uid)

    def merge(self, keep: str, other: str) -> None:
        """Make two parties one: all that refers to the other refers to the kept one, the other's names are aliases."""
        kept, gone = self.get(keep), self.get(other)
        with self._library.revise(f"Merge {values.quoted(gone.name)} into {values.quoted(kept.name)}") as db:
            twins.check_merge(db.conn, "parties", kept.uid, gone.uid)
            twins.merge(db.conn, "parties", kept.uid, gone.uid)
            twins.refile_spellings(db.conn, "party", kept.uid)
            twins.drop_own_names(db.conn, "party", kept.uid, kept.name)
            names = [name for name in (gone.name, gone.short_name) if name and name != kept.short_name]
            self._library.aliases.add_spellings("party", kept.uid, names)
