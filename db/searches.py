"""Searches of quotes that people keep, by name, to make them again."""

from __future__ import annotations

from typing import ClassVar, NamedTuple, TypedDict, Unpack

from db import folding, values
from db.cancel import Cancel
from db.errors import BadValue
from db.query_names import Names
from db.quote_query import parse
from db.quote_search import MOST_COUNTED, ORDERS
from db.records import Draft, Records

LONGEST = 10_000
"""Characters of a search, as many as the search field takes."""
LONGEST_NAME = 60
"""Characters of a name that is made of the search itself."""


class Search(NamedTuple):
    """One search as it is stored."""

    id: int
    uid: str
    name: str
    query: str
    ordering: str


class SearchValues(TypedDict, total=False):
    """What people edit of a search; `query` in the language of the search field, `ordering` one of ORDERS."""

    name: str
    query: str
    ordering: str


class Searches(Records[Search]):
    """The searches of a library."""

    kind, table, label, row = "search", "searches", "search", Search
    required = ("name", "query", "ordering")
    words: ClassVar = {"ordering": ORDERS}

    def add(self, *, uid: str | None = None, **given: Unpack[SearchValues]) -> str:
        """A new search; its uid. Needs a query; its name is else that, and the newest quotes come first."""
        query, name = (values.clean(given.get(field), field, self.kind) for field in ("query", "name"))
        called = name or name_of(str(query or ""))
        row = {"name": called, "ordering": "date"} | given
        return self._add(row, uid, f"Save search {values.quoted(called)}")

    def all(self, cancel: Cancel) -> list[Search]:
        """Every search by its name, whatever the case and the accents of its letters."""
        return sorted(super().all(cancel), key=lambda search: folding.bare(search.name))

    def edit(self, uid: str, **given: Unpack[SearchValues]) -> None:
        """Change fields of a search."""
        self._edit(uid, given)

    def rename(self, uid: str, name: str) -> None:
        """Give a search another name."""
        self._edit(uid, {"name": name}, f"Rename search {values.quoted(self.get(uid).name)}")

    def count(self, query: str, cancel: Cancel, most: int = MOST_COUNTED) -> int:
        """How many quotes a search finds, those that only sound alike too; counted up to `most`."""
        found = self._library.quotes.count(parse(query, names=Names(self._library, cancel)), cancel, most)
        return min(found.written + found.sounds, most)

    def _check(self, draft: Draft) -> None:
        query, name = draft.row.get("query"), draft.row.get("name")
        if isinstance(query, str):
            if len(query) > LONGEST:
                raise BadValue(f"A search can be {LONGEST:,} characters long at most.", "query")
            draft.row["query"] = " ".join(query.splitlines())
        if isinstance(name, str):
            draft.row["name"] = " ".join(name.split())


def kept(query: str) -> str:
    """A search as it is kept: a space after its last word tells that this is a whole one, and no beginning."""
    text = query.strip()
    return f"{text} " if text and query[-1].isspace() else text


def name_of(query: str) -> str:
    """A name for a search: its first words."""
    words = " ".join(query.split())
    return words if len(words) <= LONGEST_NAME else words[: LONGEST_NAME - 1].rsplit(" ", 1)[0] + "…"
