"""Every known spelling of the records of one kind, folded, in memory: kept from one search to the next.

An index is made anew when the names in the library changed, and put in another order when only their use did.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from db import dates, folding
from db.cancel import Cancel
from db.vocabulary import MEETING_KINDS

if TYPE_CHECKING:
    from db.library import Library

_LAST = "\U0010ffff"
_STROKED = str.maketrans(folding.STROKED)


def key_of(text: str) -> str:
    """A name as it is compared: its words, bare; as it stands, without case, when it has none."""
    return " ".join(folding.bare(text).translate(_STROKED).split()) or text.strip().casefold()


class Named(NamedTuple):
    """A record with the name that people know it by, and its colour if it has one."""

    uid: str
    name: str
    colour: str | None


class Spelling(NamedTuple):
    """Another way to find a record; a silent one is not shown as a spelling of it."""

    record: int
    form: str
    silent: bool


class Where(NamedTuple):
    """Where the names of a kind stand: the tables they depend on, and the queries for them."""

    named: frozenset[str]
    used: frozenset[str]
    names: str
    spellings: str
    uses: str


def _of_record(kind: str, table: str) -> str:
    """SQL: the spellings filed under the records of a table."""
    return (
        f"SELECT t.id, a.form, 0 FROM aliases a JOIN {table} t ON t.uid = a.record_uid WHERE a.record_kind = '{kind}'"
    )


KINDS: Mapping[str, Where] = {
    "person": Where(
        frozenset({"people", "aliases"}),
        frozenset({"participations", "quotes"}),
        "SELECT id, uid, name, NULL FROM people",
        _of_record("person", "people"),
        "SELECT head_id, count(*) FROM participations WHERE head_id IS NOT NULL GROUP BY head_id "
        "UNION ALL SELECT speaker_id, count(*) FROM quotes WHERE speaker_id IS NOT NULL GROUP BY speaker_id",
    ),
    "party": Where(
        frozenset({"parties", "aliases"}),
        frozenset({"participations", "quotes"}),
        "SELECT id, uid, name, NULL FROM parties",
        "SELECT id, short_name, 0 FROM parties WHERE short_name IS NOT NULL "
        f"UNION ALL {_of_record('party', 'parties')}",
        "SELECT party_id, count(*) FROM participations GROUP BY party_id "
        "UNION ALL SELECT party_id, count(*) FROM quotes WHERE party_id IS NOT NULL GROUP BY party_id",
    ),
    "topic": Where(
        frozenset({"topics", "aliases"}),
        frozenset({"outcome_topics"}),
        "SELECT id, uid, label, NULL FROM topics",
        "SELECT id, name, 0 FROM topics WHERE name <> label UNION ALL SELECT t.id, a.form, 0 FROM aliases a "
        "JOIN topics t ON a.canonical IN (t.label, t.name) WHERE a.record_kind = 'term'",
        "SELECT topic_id, count(*) FROM outcome_topics GROUP BY topic_id",
    ),
    "tag": Where(
        frozenset({"tags"}),
        frozenset({"taggings"}),
        "SELECT id, uid, name, colour FROM tags",
        "SELECT t.id, w.name || ' ' || t.name, 1 FROM tags t JOIN tags w ON w.id = t.parent_id",
        "SELECT tag_id, count(*) FROM taggings GROUP BY tag_id",
    ),
    "meeting": Where(
        frozenset({"meetings"}),
        frozenset(),
        "SELECT id, uid, title, NULL FROM meetings",
        "SELECT id, kind, number, city, starts, ends FROM meetings",
        "SELECT id, row_number() OVER (ORDER BY starts IS NOT NULL, starts, ends, id) FROM meetings",
    ),
    "source": Where(
        frozenset({"sources"}),
        frozenset({"citations"}),
        "SELECT id, uid, title, NULL FROM sources",
        "SELECT id, title || ' ' || publisher || ' ' || coalesce(published, ''), 1 FROM sources "
        "WHERE publisher IS NOT NULL",
        "SELECT source_id, count(*) FROM citations WHERE source_id IS NOT NULL GROUP BY source_id",
    ),
}
"""For each kind that has names; the newest meetings come first, of others those that are used most."""


class Rows(NamedTuple):
    """What an index is made of, as it is read."""

    names: list[tuple[int, str, str, str | None]]
    spellings: list[Spelling]
    uses: dict[int, int]


class NameIndex:
    """The spellings of a kind: `keys` with a space before each, the record of each in `owners`, the best first.

    `records` and their `ids` stand in the same order.
    """

    def __init__(self, rows: Rows) -> None:
        named = {key: Named(uid, name, colour) for key, uid, name, colour in rows.names}
        forms: dict[int, list[tuple[str, str | None]]] = {
            key: [(" " + key_of(one.name), None)] for key, one in named.items()
        }
        for spelling in rows.spellings:
            if spelling.record in forms:
                shown = None if spelling.silent else spelling.form
                forms[spelling.record].append((" " + key_of(spelling.form), shown))
        self._named, self._forms = named, forms
        self._put_in_order(rows.uses)

    def reordered(self, uses: dict[int, int]) -> NameIndex:
        """The same names, those that are used most now first."""
        other = NameIndex.__new__(NameIndex)
        other._named, other._forms = self._named, self._forms
        other._put_in_order(uses)
        return other

    def _put_in_order(self, uses: dict[int, int]) -> None:
        forms = self._forms
        order = sorted(forms, key=lambda key: (-uses.get(key, 0), forms[key][0][0]))
        self.ids = order
        self.records = [self._named[key] for key in order]
        self.keys = [key for record in order for key, _ in forms[record]]
        self.shown = [shown for record in order for _, shown in forms[record]]
        self.owners = [at for at, record in enumerate(order) for _ in forms[record]]
        self.own_keys = [forms[record][0][0] for record in order]

    def spellings(self, record: int) -> range:
        """The places of all spellings of a record."""
        return range(bisect_left(self.owners, record), bisect_right(self.owners, record))

    @cached_property
    def words(self) -> dict[str, set[int]]:
        """For each word of a spelling the records that have it."""
        found: dict[str, set[int]] = {}
        for key, owner in zip(self.keys, self.owners, strict=True):
            for word in key.split():
                found.setdefault(word, set()).add(owner)
        return found

    @cached_property
    def _in_order(self) -> list[str]:
        return sorted(self.words)

    def beginning(self, start: str) -> set[int]:
        """The records that have a word with a beginning."""
        first = bisect_left(self._in_order, start)
        last = bisect_left(self._in_order, start + _LAST, first)
        return set[int]().union(*(self.words[word] for word in self._in_order[first:last]))

    @cached_property
    def sounds(self) -> dict[str, list[str]]:
        """The words of all spellings under the keys of how they sound; of two that are written in one, neither."""
        from db import sounds

        found: dict[str, list[str]] = {}
        for word in self.words:
            heard = sounds.words(word)
            for key in sounds.keys(heard[0]) if len(heard) == 1 else ():
                found.setdefault(key, []).append(word)
        return found


class _Kept(NamedTuple):
    """An index and the newest change that it knows of."""

    change: int
    names: NameIndex


_kept: WeakKeyDictionary[Library, dict[str, _Kept]] = WeakKeyDictionary()
_lock = Lock()


def of(library: Library, kind: str, cancel: Cancel) -> NameIndex:
    """The index of a kind as the library is now; quick when no name changed since it was last asked for."""
    where = KINDS[kind]
    with _lock:
        kept = _kept.setdefault(library, {}).get(kind)
    with library.reading(cancel) as conn:
        newest = int(conn.execute("SELECT coalesce(max(id), 0) FROM changes").fetchone()[0])
        if kept and kept.change == newest:
            return kept.names
        touched = _touched(conn, kept.change) if kept else where.named
        uses = _uses(conn, where) if touched & (where.named | where.used) else {}
        rows = (
            Rows(conn.execute(where.names).fetchall(), _spellings(conn, kind, where), uses)
            if (touched & where.named)
            else None
        )
    if rows:
        index = NameIndex(rows)
    else:
        assert kept
        index = kept.names.reordered(uses) if touched & where.used else kept.names
    if not library.writes_here:
        with _lock:
            _kept[library][kind] = _Kept(newest, index)
    return index


def _touched(conn: sqlite3.Connection, change: int) -> set[str]:
    """The tables written since a change."""
    return {row[0] for row in conn.execute("SELECT DISTINCT table_name FROM changes WHERE id > ?", [change])}


def _uses(conn: sqlite3.Connection, where: Where) -> dict[int, int]:
    found: dict[int, int] = {}
    for key, number in conn.execute(where.uses):
        found[key] = found.get(key, 0) + number
    return found


def _spellings(conn: sqlite3.Connection, kind: str, where: Where) -> list[Spelling]:
    rows = conn.execute(where.spellings).fetchall()
    return list(_meeting_spellings(rows)) if kind == "meeting" else [Spelling(*row) for row in rows]


def _meeting_spellings(
    rows: Iterable[tuple[int, str, int | None, str | None, str | None, str | None]],
) -> Iterable[Spelling]:
    """Meetings are also found by kind and number, city and days."""
    for key, kind, number, city, starts, ends in rows:
        short = f"{MEETING_KINDS.get(kind, kind)} {number or ''}".strip()
        if number:
            yield Spelling(key, short, True)
        yield Spelling(key, f"{short} {city or ''} {dates.span(starts, ends)}", True)
