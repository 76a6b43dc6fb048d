"""The search for quotes: what a query finds in an order, what is written so before what only sounds so."""

from __future__ import annotations

import sqlite3
import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, groupby, islice
from typing import NamedTuple

from db import (
    exact_spelling,
    folding,
    index_steps,
    quote_index,
    quote_lines,
    quote_numbers,
    quote_words,
    search_expressions,
)
from db.errors import MissingFromIndex
from db.query_tree import EVERYTHING
from db.quote_index import ID_MASK, LONGEST, PLACES, SHIFT, first_place, quote_of
from db.quote_lines import QuoteLine
from db.quote_marks import Marker
from db.quote_query import Query
from db.references import as_json

ORDERS = {
    "date": "Newest first", "oldest": "Oldest first", "best": "Best match", "speaker": "By speaker",
    "length": "Shortest first",
}  # fmt: skip
"""The orders that results can have, with what people call them."""
STRETCH = 25_000
"""Ids read at a time."""
MOST_COUNTED = 10_001
"""Where counting stops at first."""
MOST_SPELLED, MOST_MARKED = 300, 1000
"""Best matches of which those that are spelled as typed are put first, more where accents or other letters than those
of English are typed: to look at all that are found would take long."""
_SIFTED = 100
"""Quotes that are spelled exactly as is asked for are given so many at a time."""
_MOST_SORTED = 2000
"""Results that are read and sorted; of more the first page is looked for speaker by speaker, length by length."""
_AMONG = "(SELECT value FROM json_each(?))"
_QUICK_SHARE = 100
"""Exact ranks are quick to find while no word stands in more than one of so many quotes."""
_RANK = "bm25(quote_index, 4, 4, 1, 1, 0, 0)"
"""A word that stands so in the text or the name of the speaker counts for more than one joined or in Latin letters."""
_DATED = first_place(1)
"""The place before which quotes stand of which no day is known."""
_EVERYWHERE = (-(1 << 63), (1 << 63) - 1)


class Found(NamedTuple):
    """Ids of all quotes that a query finds: the first `written` as it is written, the rest only by their sound.

    `order` is the one that they have, which is by date where ranks would take long.
    """

    ids: array[int]
    written: int
    order: str


class Counts(NamedTuple):
    """How many quotes a query finds as it is written, and how many more only by their sound."""

    written: int
    sounds: int


class _Stretch(NamedTuple):
    """An expression of the index and the rowids between which it is looked for."""

    match: str
    bounds: tuple[int, int]


class _Rows(NamedTuple):
    """Rows as they are written behind FROM, what is the place in them, and the arguments."""

    sql: str
    place: str
    args: tuple[str, ...]


_Part = Sequence[_Stretch]
"""What is found in one way: stretches that have no rowid in common, the newest first."""


def search(conn: sqlite3.Connection, query: Query, order: str = "date", *, patient: bool = True) -> Found:
    """All that a query finds; the exact rank of common words only when `patient`, else the order is by date."""
    order = _order(conn, query, order, patient)
    ids, ends = array("q"), list[int]()
    for part in _split(conn, query):
        for some in _wanted(conn, part, order, -1, query):
            ids.extend(some)
        ends.append(len(ids))
    return Found(ids, ends[0], order)


def find(conn: sqlite3.Connection, query: Query, limit: int = -1) -> array[int]:
    """Ids of the quotes that a query finds, newest first; at most `limit` of them, all when negative."""
    return _joined(stretches(conn, query, limit))


def stretches(conn: sqlite3.Connection, query: Query, limit: int = -1) -> Iterator[array[int]]:
    """What `find` gives, some ids at a time, for who does not wait for all."""
    found = 0
    for part in _split(conn, query):
        for some in _wanted(conn, part, "date", limit - found if limit >= 0 else -1, query):
            found += len(some)
            yield some
        if found == limit:
            return


def first(
    conn: sqlite3.Connection, query: Query, limit: int, order: str = "date", *, patient: bool = False
) -> list[QuoteLine]:
    """The first quotes that a query finds, with the matched words marked; see `search`."""
    order = _order(conn, query, order, patient)
    lines: list[QuoteLine] = []
    for sounds, part in enumerate(_split(conn, query)):
        ids = list(chain.from_iterable(_wanted(conn, part, order, limit - len(lines), query)))
        found = (line for line in marked(conn, ids, query) if line)
        lines += (line._replace(sounds=True) for line in found) if sounds else found
        if len(lines) >= limit:
            break
    return lines


def marked(conn: sqlite3.Connection, ids: Sequence[int], query: Query) -> list[QuoteLine | None]:
    """A page of what a query found, with the matched words marked."""
    found = quote_lines.lines(conn, ids)
    if not query.marks:
        return found
    marker = Marker(query.marks, partial(quote_words.heard, conn))
    return [_mark(line, marker) if line else None for line in found]


def count(conn: sqlite3.Connection, query: Query, most: int = MOST_COUNTED) -> Counts:
    """How many quotes a query finds, counted up to `most`; all of them when negative."""
    if query.exact:
        return Counts(sum(map(len, stretches(conn, query, most))), 0)
    written, *sounds = [_count(conn, part, most) for part in _split(conn, query)]
    return Counts(written, sum(sounds))


def ranks_at_once(conn: sqlite3.Connection, query: Query) -> bool:
    """Whether the best matches are found at once: the time grows with the quotes that have any of the words."""
    (quotes,) = conn.execute("SELECT coalesce(max(quote_id), 0) FROM quote_places").fetchone()  # about, and at once
    most = max(quotes // _QUICK_SHARE, 1000)
    return bool(query.marks) and all(
        _count(conn, [_Stretch(quote_words.resolved(conn, expression), _EVERYWHERE)], most + 1) <= most
        for one in query.marks
        if (expression := search_expressions.expression(one.words, one.beginning))
    )


def _order(conn: sqlite3.Connection, query: Query, order: str, patient: bool) -> str:
    if order == "length" and query.match == EVERYTHING and not index_steps.is_whole(conn, quote_index.INDEX):
        return "date"  # the lengths stand in the index: quotes that it has not yet would be left out
    if order != "best":
        return order
    return order if query.marks and (patient or ranks_at_once(conn, query)) else "date"


def _split(conn: sqlite3.Connection, query: Query) -> Iterator[_Part]:
    """What a query finds as it is written, and what it finds beside that by its sound."""
    resolved = {match: quote_words.resolved(conn, match) for match in dict.fromkeys(one.match for one in query.parts)}
    yield [_Stretch(resolved[one.match], one.bounds or _EVERYWHERE) for one in query.parts]
    heard: dict[tuple[str, str | None], str] = {}
    for one in query.parts:
        way = one.match, one.sound_match
        if way not in heard:
            heard[way] = quote_words.only_heard(conn, one.sound_match or "", resolved[one.match])
    if any(heard.values()):
        ways = ((heard[one.match, one.sound_match], one.bounds or _EVERYWHERE) for one in query.parts)
        yield [_Stretch(match, bounds) for match, bounds in ways if match]


def _count(conn: sqlite3.Connection, part: _Part, most: int) -> int:
    found = 0
    for match, bounds in part:
        left = most - found if most >= 0 else most
        rows = _rows(conn, match)
        sql = f"SELECT count(*) FROM (SELECT 1 FROM {rows.sql} AND {rows.place} BETWEEN ? AND ? LIMIT ?)"
        found += int(conn.execute(sql, [*rows.args, *bounds, left]).fetchone()[0])
    return found


def _rows(conn: sqlite3.Connection, match: str) -> _Rows:
    """Where the places stand of what an expression finds; all quotes are listed also where the index is not whole."""
    if match != EVERYTHING:
        return _Rows("quote_index WHERE quote_index MATCH ?", "rowid", (match,))
    return _Rows(f"{'quote_places' if quote_index.has_all_places(conn) else PLACES} WHERE true", "place", ())


def _wanted(conn: sqlite3.Connection, part: _Part, order: str, limit: int, query: Query) -> Iterator[array[int]]:
    """Ids in an order, in stretches; at most `limit` of them, all when negative.

    Of the best matches those of the first MOST_SPELLED that have the words as they are typed, with all accents, stand
    before the others.
    """
    if query.exact:
        every = chain.from_iterable(_ordered(conn, part, order, -1))
        exact = (key for key, held in exact_spelling.sifted(conn, query.tree, every) if held)
        while some := array("q", islice(exact, min(limit, _SIFTED) if limit >= 0 else _SIFTED)):
            yield some
            limit -= len(some) if limit >= 0 else 0
    elif order == "best":
        most = MOST_SPELLED if _is_english(query) else MOST_MARKED
        ids = _best(conn, part, max(limit, most) if limit >= 0 else -1)
        if limit >= 0 and all(held for _, held in exact_spelling.sifted(conn, query.tree, ids[:limit])):
            yield ids[:limit]  # none can come before these
            return
        held = dict(exact_spelling.sifted(conn, query.tree, ids[:most]))
        end = limit if limit >= 0 else len(ids)
        yield array("q", sorted(ids[:most], key=lambda key: not held[key])[:end])
        for start in range(most, end, STRETCH):
            yield ids[start : min(start + STRETCH, end)]
    else:
        yield from _ordered(conn, part, order, limit)


def _is_english(query: Query) -> bool:
    """Whether only letters of English were typed."""
    return all(word.raw.isascii() for one in query.marks if not one.typed for word in one.words)


def _ordered(conn: sqlite3.Connection, part: _Part, order: str, limit: int) -> Iterator[array[int]]:
    """Ids in an order, in stretches; at most `limit` of them, all when negative."""
    if order == "date":
        yield from _by_date(conn, part, limit)
    elif order == "oldest":
        yield from _oldest(conn, part, limit)
    elif order == "best":
        yield _best(conn, part, limit)
    else:
        whole = limit < 0 and order == "speaker"  # speaker by speaker would take longer than all of them at once
        ids = _joined(_by_date(conn, part, -1 if whole else _MOST_SORTED + 1))
        if whole and len(ids) > _MOST_SORTED:
            yield from _of_each(conn, ids)
        elif whole or len(ids) <= _MOST_SORTED:
            yield _sorted(conn, ids, order)[: limit if limit >= 0 else None]
        else:
            yield from _one_by_one(conn, part, order, limit)


def _best(conn: sqlite3.Connection, part: _Part, limit: int) -> array[int]:
    """Ids, the best matches first, the newest of equal ones; at most `limit` of them, all when negative."""
    sql = f"SELECT rowid, {_RANK} FROM quote_index WHERE quote_index MATCH ? AND rowid BETWEEN ? AND ?"
    args = [value for match, bounds in part for value in (match, *bounds)]
    rows = conn.execute(f"{' UNION ALL '.join([sql] * len(part))} ORDER BY 2, 1 DESC LIMIT ?", [*args, limit])
    return array("q", (quote_of(place) for place, _ in rows))


def _one_by_one(conn: sqlite3.Connection, part: _Part, order: str, limit: int) -> Iterator[array[int]]:
    """Ids in an order: those of the first speaker or of the least length, of the next, and so on."""
    speakers = (*(f"s{speaker}" for speaker in _speakers(conn)), "snone")
    left, found = limit, 0
    for token in speakers if order == "speaker" else quote_words.lengths(conn):
        narrowed = [one._replace(match=f"({one.match}) AND facets : {token}") for one in part]
        for some in _by_date(conn, narrowed, left):
            left -= len(some) if limit >= 0 else 0
            found += len(some)
            yield some
        if not left:
            return
    if found < _count(conn, part, -1) and index_steps.is_whole(conn, quote_index.INDEX):
        raise MissingFromIndex("quote_words")


def _sorted(conn: sqlite3.Connection, ids: array[int], order: str) -> array[int]:
    """Ids in an order; those that are alike in it stay as they stand."""
    if order == "speaker":
        ranks = {speaker: rank for rank, speaker in enumerate(_speakers(conn))}
        rows = conn.execute(f"SELECT id, speaker_id FROM quotes WHERE id IN {_AMONG}", [as_json(ids)])
        keys = {key: ranks.get(speaker, len(ranks)) for key, speaker in rows}
    else:
        sql = (
            "SELECT p.quote_id, length(i.text) - length(replace(i.text, ' ', '')) FROM quote_places p "
            f"JOIN quote_index i ON i.rowid = p.place WHERE p.quote_id IN {_AMONG}"
        )
        keys = {key: min(spaces + 1, LONGEST) for key, spaces in conn.execute(sql, [as_json(ids)])}
        if len(keys) < len(ids) and index_steps.is_whole(conn, quote_index.INDEX):
            raise MissingFromIndex("quote_places")
    return array("q", sorted(ids, key=lambda key: keys.get(key, LONGEST)))


def _oldest(conn: sqlite3.Connection, part: _Part, limit: int) -> Iterator[array[int]]:
    """Ids, the oldest day first, within a day as they were added; those of which no day is known stand last."""
    dated = [one._replace(bounds=(max(one.bounds[0], _DATED), one.bounds[1])) for one in reversed(part)]
    others = [one._replace(bounds=(one.bounds[0], min(one.bounds[1], _DATED - 1))) for one in reversed(part)]
    left = limit
    for one in (*dated, *others):
        places = _places(conn, one, left)
        if places and len(places) == left:  # of the last day there may be more: these are looked for from its end
            day = places[-1] >> SHIFT
            whole = array("q", _in_days([place for place in places if place >> SHIFT < day]))
            yield whole
            day_bounds = max(one.bounds[0], day << SHIFT), min(one.bounds[1], (day << SHIFT) + ID_MASK)
            yield from _by_date(conn, [one._replace(bounds=day_bounds)], left - len(whole))
            return
        yield array("q", _in_days(places))
        left -= len(places) if limit >= 0 else 0


def _in_days(places: Sequence[int]) -> list[int]:
    """The quotes of places that rise, those of one day the other way round."""
    days = (list(some) for _, some in groupby(places, lambda place: place >> SHIFT))
    return [quote_of(place) for day in days for place in reversed(day)]


def _by_date(conn: sqlite3.Connection, part: _Part, limit: int) -> Iterator[array[int]]:
    """Ids, newest first."""
    for one in part:
        for some in _listed(conn, one, limit, f"{ID_MASK} - (place & {ID_MASK})", "DESC"):
            yield some
            limit -= len(some) if limit > 0 else 0


def _places(conn: sqlite3.Connection, part: _Stretch, limit: int) -> array[int]:
    """Places, the lowest first."""
    return _joined(_listed(conn, part, limit, "place", "ASC"))


def _listed(conn: sqlite3.Connection, part: _Stretch, limit: int, what: str, way: str) -> Iterator[array[int]]:
    """A number of each row that a part finds, in the order of their places, at most `limit` of them; in stretches."""
    # One text of many: a row for each would cost more, in memory too. The LIMIT keeps the order inside.
    rows = _rows(conn, part.match)
    sql = (
        f"SELECT group_concat(printf('%016x', {what}), ''), min(place), max(place) FROM ("
        f"SELECT {rows.place} AS place FROM {rows.sql} AND {rows.place} BETWEEN ? AND ? "
        f"ORDER BY {rows.place} {way} LIMIT ?)"
    )
    first, last = part.bounds
    while limit:
        asked = min(limit, STRETCH) if limit > 0 else STRETCH
        digits, lowest, highest = conn.execute(sql, [*rows.args, first, last, asked]).fetchone()
        found = array("q", bytes.fromhex(digits or ""))
        if sys.byteorder == "little":
            found.byteswap()
        yield found
        limit -= len(found) if limit > 0 else 0
        if len(found) < asked:
            return
        first, last = (first, lowest - 1) if way == "DESC" else (highest + 1, last)


def _joined(some: Iterable[array[int]]) -> array[int]:
    found = array("q")
    for ids in some:
        found.extend(ids)
    return found


def _of_each(conn: sqlite3.Connection, ids: array[int]) -> list[array[int]]:
    """Ids in the order of the speakers, in a list for each; for very many this takes a tenth of the time of a sort."""
    speakers = _speakers(conn)
    ranks = _ranks(conn, speakers)
    found = [array("q") for _ in range(len(speakers) + 1)]
    try:
        for key in ids:
            found[ranks[key]].append(key)
    except IndexError:
        raise MissingFromIndex("quotes") from None
    return found


def _ranks(conn: sqlite3.Connection, speakers: Sequence[int]) -> array[int] | defaultdict[int, int]:
    """For the id of every quote the place of its speaker among all; read from an index that has nothing else."""
    numbers, none = quote_numbers.of(conn), len(speakers)
    ranks = array("i", [none]) * (numbers.highest + 1) if numbers.have_room else defaultdict[int, int](lambda: none)
    for rank, speaker in enumerate(speakers):
        (quotes,) = conn.execute("SELECT group_concat(id) FROM quotes WHERE speaker_id = ?", [speaker]).fetchone()
        for key in map(int, quotes.split(",")):
            ranks[key] = rank
    return ranks


def _speakers(conn: sqlite3.Connection) -> list[int]:
    """All speakers in the order of their names."""
    rows = conn.execute("SELECT id, name FROM people p WHERE EXISTS (SELECT 1 FROM quotes WHERE speaker_id = p.id)")
    return [key for _, key in sorted((folding.bare(name), key) for key, name in rows)]


def _mark(line: QuoteLine, marker: Marker) -> QuoteLine:
    """A line with the words marked that were found in it."""
    found = marker.marked(line.text, " ".join(filter(None, (line.speaker, line.speaker_title))))
    return line._replace(marks=found.marks, reason=found.reason)
