"""The full-text index of quotes: kept in step in the transaction of the edit, made anew in steps (`index_steps`).

A quote's rowid in the index is its day × 2^32 + (2^32 − 1 − its id): read backwards, the newest day comes first without
a sort, and within a day the quotes stand in the order in which they were added. Days are numbered so that all of these
stay below 2^56: of higher ones FTS5 of SQLite 3.40 loses some where it goes backwards through the places of two words.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from db import index_state, index_steps, quote_words, word_tables
from db.dates import day_key
from db.errors import is_of_lost_index
from db.index_steps import Index, Taken
from db.references import as_json
from db.rising_ids import onward
from db.search_words import columns
from db.tag_tree import WIDER

SHIFT = 32
"""Bits of a place below its day."""
ID_MASK = (1 << SHIFT) - 1
LONGEST = 1000
"""Words of the longest quotes that are told apart by their length."""
_YEAR, _MONTH = 416, 32
"""Days that are numbered for a year, of 13 months with that of a date which has none, and for a month."""
PLACES = f"""(SELECT (coalesce(CAST(substr(said_on, 1, 4) AS INTEGER) * {_YEAR} + CAST(substr(said_on, 6, 2) AS INTEGER)
  * {_MONTH} + CAST(substr(said_on, 9, 2) AS INTEGER), 0) << {SHIFT}) | ({ID_MASK} - id) AS place FROM quotes)"""
"""SQL: the places at which all quotes are to stand, made from these as `_place` makes each."""

_TOUCHED = """
  SELECT row_id FROM changes WHERE revision_id = :r AND table_name = 'quotes'
  UNION SELECT q.id FROM changes c JOIN quotes q ON q.speaker_id = c.row_id
    WHERE c.revision_id = :r AND c.table_name = 'people' AND c.operation = 'update'
  UNION SELECT q.id FROM changes c JOIN participations l ON l.id = c.row_id JOIN quotes q ON q.meeting_id = l.meeting_id
    WHERE c.revision_id = :r AND c.table_name = 'participations'
  UNION SELECT q.id FROM changes c JOIN quotes q ON q.meeting_id = json_extract(c.before, '$.meeting_id')
    WHERE c.revision_id = :r AND c.table_name = 'participations'
  UNION SELECT q.id FROM changes c JOIN taggings g ON g.id = c.row_id JOIN quotes q ON q.uid = g.record_uid
    WHERE c.revision_id = :r AND c.table_name = 'taggings' AND g.record_kind = 'quote'
  UNION SELECT q.id FROM changes c JOIN quotes q ON q.uid = json_extract(c.before, '$.record_uid')
    WHERE c.revision_id = :r AND c.table_name = 'taggings'
  UNION SELECT q.id FROM changes c JOIN quotes q ON q.meeting_id = c.row_id
    WHERE c.revision_id = :r AND c.table_name = 'meetings' AND json_type(c.before, '$.kind') IS NOT NULL
  UNION SELECT q.id FROM changes c JOIN notes n ON n.id = c.row_id JOIN quotes q ON q.uid = n.record_uid
    WHERE c.revision_id = :r AND c.table_name = 'notes' AND n.record_kind = 'quote'
  UNION SELECT q.id FROM changes c JOIN quotes q ON q.uid = json_extract(c.before, '$.record_uid')
    WHERE c.revision_id = :r AND c.table_name = 'notes'
"""
"""Quotes of which something in the index changed, but for their tags, sources and checks."""
_MOVED_TAGS = """
  WITH RECURSIVE moved (id) AS (
    SELECT row_id FROM changes WHERE revision_id = :r AND table_name = 'tags'
      AND (operation <> 'update' OR json_type(before, '$.parent_id') IS NOT NULL)
    UNION SELECT t.id FROM moved m JOIN tags t ON t.parent_id = m.id)
  SELECT q.id FROM moved m CROSS JOIN taggings g ON g.tag_id = m.id AND g.record_kind = 'quote'
    JOIN quotes q ON q.uid = g.record_uid
"""
"""Quotes that have a tag whose wider ones are no longer the same; CROSS keeps SQLite from reading all taggings."""

_ROWS = """
  SELECT q.id, q.text, s.name, q.speaker_title, q.said_on, q.speaker_id, q.party_id, q.form, q.meeting_id, m.kind,
    (SELECT group_concat(DISTINCT l.role) FROM participations l
      WHERE l.meeting_id = q.meeting_id AND l.party_id = q.party_id),
    (SELECT group_concat(DISTINCT c.source_id) FROM citations c
      WHERE c.record_uid = q.uid AND c.record_kind = 'quote' AND c.source_id IS NOT NULL),
    (SELECT k.result FROM quote_checks k WHERE k.quote_id = q.id),
    EXISTS (SELECT 1 FROM notes n WHERE n.record_uid = q.uid AND n.record_kind = 'quote')
  FROM quotes q LEFT JOIN people s ON s.id = q.speaker_id LEFT JOIN meetings m ON m.id = q.meeting_id
  WHERE q.id IN (SELECT value FROM json_each(?))
"""
_TAGS = f"""
  WITH RECURSIVE {WIDER}
  SELECT DISTINCT q.id, w.id FROM quotes q JOIN taggings g ON g.record_kind = 'quote' AND g.record_uid = q.uid
    JOIN wider w ON w.tag = g.tag_id WHERE q.id IN (SELECT value FROM json_each(?)) ORDER BY w.id
"""
_AMONG = "(SELECT value FROM json_each(?))"
_BATCH = 500
"""Quotes read and written at a time."""
_MANY = 10_000
"""Places put down at a time."""
_QUOTE, _PLACE = 200, 10  # characters that taking in a quote costs besides its own, and putting down its place
_TEXT = 200  # characters that a quote is taken to have, to say how far the index is
_SAMPLE = 50
"""Quotes of which it is looked whether the index has what they say."""
_COUNTS = ("quote_places", "quote_index_docsize", "quote_index WHERE quote_index MATCH 'facets : all'")
_LAST = (1 << 63) - 1


class _Row(NamedTuple):
    id: int
    text: str
    speaker: str | None
    title: str | None
    said_on: str | None
    speaker_id: int | None
    party_id: int | None
    form: str
    meeting_id: int | None
    kind: str | None
    roles: str | None
    sources: str | None
    check: str | None
    noted: int


class Entry(NamedTuple):
    """A row of the index."""

    place: int
    text: str
    speaker: str
    whole: str
    latin: str
    keys: str
    facets: str


def quote_of(place: int) -> int:
    """The id of the quote that stands at a place of the index."""
    return ID_MASK - (place & ID_MASK)


def first_place(day: int) -> int:
    """The lowest place of quotes said on a day, as `dates.day_key` numbers it."""
    year, month = day // 10000, day // 100 % 100
    return year * _YEAR + month * _MONTH + day % 100 << SHIFT


def year_of(place: int) -> int:
    """The year in which the quote at a place was said; 0 when that is not known."""
    return (place >> SHIFT) // _YEAR


def token(letter: str, word: str) -> str:
    """The token of a facet that is a word, such as a role: r, k, f or v, and the word without dashes."""
    return letter + word.replace("-", "")


def role_token(role: str) -> str:
    """The token under which quotes of a party in this role are indexed."""
    return token("r", role)


def refresh(conn: sqlite3.Connection, revision: int, checked: Iterable[int] = ()) -> None:
    """Bring the index in step with what a revision has written so far, and with the quotes it had checked anew.

    Call inside its transaction.
    """
    if quotes := touched(conn, revision).union(checked):
        put(conn, quotes)
    index_steps.follow(conn, INDEX, revision)


def touched(conn: sqlite3.Connection, revision: int) -> set[int]:
    """The quotes of which a revision changed something in the index, but for their sources and checks."""
    return {row[0] for row in conn.execute(f"{_TOUCHED} UNION SELECT * FROM ({_MOVED_TAGS})", {"r": revision})}


def put(conn: sqlite3.Connection, quotes: Iterable[int]) -> None:
    """Index some quotes anew, also such as are no longer there; call inside a transaction."""
    some = as_json(quotes)

    def write() -> None:
        rows = conn.execute(f"SELECT id, said_on FROM quotes WHERE id IN {_AMONG}", [some])
        places = array("q", sorted(_place(key, said_on) for key, said_on in rows))
        held = conn.execute(f"SELECT place FROM quote_places WHERE quote_id IN {_AMONG}", [some])
        _take_out(conn, {row[0] for row in held}.difference(places))
        for start in range(0, len(places), _BATCH):
            _write(conn, places[start : start + _BATCH])

    index_steps.put(conn, INDEX, write)


def out_of_step(conn: sqlite3.Connection) -> int:
    """In how many places the index is not what the quotes that have had their turn would make it."""
    state, wrong = index_steps.state_of(conn, INDEX), 0
    if not index_state.is_sound(conn, state):
        return 0  # it is made anew
    quotes = [row[0] for row in conn.execute("SELECT id FROM quotes")]
    for start in range(0, len(quotes), _BATCH):
        entries = [
            entry
            for entry in _entries(conn, quotes[start : start + _BATCH])
            if index_steps.has_reached(state, INDEX, "quotes", entry.place)
        ]
        wrong += _differ(conn, entries)
    for table in ("quote_index", "quote_places") if index_steps.is_whole(conn, INDEX) else ():
        wrong += abs(int(conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) - len(quotes))
    return wrong


def has_all_places(conn: sqlite3.Connection) -> bool:
    """Whether it is put down of all quotes where they are to stand; told by the newest one."""
    try:
        newest = conn.execute("SELECT (SELECT max(id) FROM quotes) IS (SELECT max(quote_id) FROM quote_places)")
    except sqlite3.OperationalError as error:
        if not is_of_lost_index(error):
            raise
        return False
    state = index_steps.state_of(conn, INDEX)
    return bool(newest.fetchone()[0]) and index_steps.has_reached(state, INDEX, "places", ID_MASK)


def is_faulty(conn: sqlite3.Connection) -> bool:
    """Whether the index cannot be whole though it says so: it holds too little, or of a few quotes something else.

    Of a million quotes this takes a quarter of a second; `out_of_step` goes through all.
    """
    if not index_steps.is_whole(conn, INDEX):
        return False  # it is made anew
    quotes = int(conn.execute("SELECT count(*) FROM quotes").fetchone()[0])
    if [quotes] * len(_COUNTS) != [
        conn.execute(f"SELECT count(*) FROM {counted}").fetchone()[0] for counted in _COUNTS
    ]:
        return True
    last = int(conn.execute("SELECT coalesce(max(id), 0) FROM quotes").fetchone()[0])
    step = max(1, last // _SAMPLE)
    some = {
        row[0]
        for after in range(0, last, step)
        for row in conn.execute("SELECT id FROM quotes WHERE id > ? ORDER BY id LIMIT 1", [after])
    }
    entries = _entries(conn, sorted(some))
    return _differ(conn, entries) > 0 or not all(_is_found(conn, entry) for entry in entries)


def _differ(conn: sqlite3.Connection, entries: Sequence[Entry]) -> int:
    """In how many places the index is not what some quotes make it."""
    held = conn.execute(
        "SELECT i.rowid, i.text, i.speaker, i.whole, i.latin, i.keys, i.facets FROM json_each(?) j "
        "JOIN quote_places p ON p.quote_id = j.value JOIN quote_index i ON i.rowid = p.place",
        [as_json(quote_of(entry.place) for entry in entries)],
    )
    return len(set(entries) ^ {Entry(*row) for row in held}) + quote_words.missing(conn, _columns(entries))


def _is_found(conn: sqlite3.Connection, entry: Entry) -> bool:
    """Whether a quote is found by its last word."""
    sql = "SELECT 1 FROM quote_index WHERE quote_index MATCH ? AND rowid = ?"
    words = entry.text.split()
    return not words or conn.execute(sql, [f'text : "{words[-1]}"', entry.place]).fetchone() is not None


def _take(conn: sqlite3.Connection, part: str, after: int, most: int) -> Taken:
    """Take in some more when the index is made anew: first where all quotes are to stand, then these in that order."""
    return _take_places(conn, after) if part == "places" else _take_quotes(conn, after, most)


def _size(conn: sqlite3.Connection, part: str, until: int | None) -> int:
    if part == "places":
        return 0  # beside the quotes themselves it is no work
    sql = "SELECT count(*) FROM quotes" if until is None else "SELECT count(*) FROM quote_places WHERE place <= ?"
    (quotes,) = conn.execute(sql, [] if until is None else [until]).fetchone()
    return int(quotes) * (_TEXT + _QUOTE)


def _take_places(conn: sqlite3.Connection, after: int) -> Taken:
    """Put down where the next quotes are to stand, and take out those that stand elsewhere or are no longer there."""
    rows = conn.execute("SELECT id, said_on FROM quotes WHERE id > ? ORDER BY id LIMIT ?", [after, _MANY]).fetchall()
    last = onward(after, rows[-1][0]) if rows else ID_MASK
    wanted = {key: _place(key, said_on) for key, said_on in rows}
    held = dict(
        conn.execute("SELECT quote_id, place FROM quote_places WHERE quote_id > ? AND quote_id <= ?", [after, last])
    )
    _take_out(conn, [place for key, place in held.items() if wanted.get(key) != place])
    fresh = [(key, place) for key, place in wanted.items() if held.get(key) != place]
    conn.executemany("INSERT INTO quote_places (quote_id, place) VALUES (?, ?)", fresh)
    return Taken(last if rows else None, _PLACE * len(rows))


def _take_quotes(conn: sqlite3.Connection, after: int, most: int) -> Taken:
    """Index the quotes that stand next, and take out what else stands there."""
    cost = 0
    while cost < most:
        sql = "SELECT place FROM quote_places WHERE place > ? ORDER BY place LIMIT ?"
        places = [row[0] for row in conn.execute(sql, [after, _BATCH])]
        last = places[-1] if places else _LAST
        held = conn.execute("SELECT rowid FROM quote_index WHERE rowid > ? AND rowid <= ?", [after, last])
        if strays := {row[0] for row in held}.difference(places):
            _take_out(conn, strays)
        if not places:
            return Taken(None, cost)
        cost += _write(conn, places)
        after = onward(after, last)
    return Taken(after, cost)


def _take_out(conn: sqlite3.Connection, places: Iterable[int]) -> None:
    some = as_json(places)
    conn.execute(f"DELETE FROM quote_index WHERE rowid IN {_AMONG}", [some])
    conn.execute(f"DELETE FROM quote_places WHERE place IN {_AMONG}", [some])


def _write(conn: sqlite3.Connection, places: Sequence[int]) -> int:
    """Put quotes where they are to stand, the lowest places first: FTS5 begins anew whenever one is lower."""
    entries = sorted(_entries(conn, [quote_of(place) for place in places]))
    quote_words.keep(conn, _columns(entries))
    texts = conn.execute(f"SELECT text FROM quotes WHERE id IN {_AMONG}", [as_json(map(quote_of, places))])
    quote_words.keep_small(conn, (text for (text,) in texts))
    conn.executemany(
        "REPLACE INTO quote_index (rowid, text, speaker, whole, latin, keys, facets) VALUES (?, ?, ?, ?, ?, ?, ?)",
        entries,
    )
    rows = ((quote_of(entry.place), entry.place) for entry in entries)
    conn.executemany("REPLACE INTO quote_places (quote_id, place) VALUES (?, ?)", rows)
    return sum(len(entry.text) + _QUOTE for entry in entries)


def _entries(conn: sqlite3.Connection, quotes: Sequence[int]) -> list[Entry]:
    """What the index is to hold of some quotes."""
    among = [as_json(quotes)]
    tags: dict[int, list[int]] = {}
    if conn.execute("SELECT 1 FROM taggings LIMIT 1").fetchone():
        for quote, tag in conn.execute(_TAGS, among):
            tags.setdefault(quote, []).append(tag)
    rows = (_Row._make(row) for row in conn.execute(_ROWS, among))
    return [_entry(row, tags.get(row.id, ())) for row in rows]


def _columns(entries: Iterable[Entry]) -> Iterator[str]:
    """What entries hold but facets, and the tokens of their lengths."""
    return chain.from_iterable((*entry[1:-1], entry.facets.removesuffix(" n").rpartition(" ")[2]) for entry in entries)


_of_speaker = lru_cache(maxsize=4096)(columns)


def _entry(row: _Row, tags: Sequence[int]) -> Entry:
    text, speaker = columns(row.text), _of_speaker(row.speaker or "", row.title or "")
    facets = _facets(row, text.text.count(" "), tags)
    place = _place(row.id, row.said_on)
    return Entry(place, text.text, speaker.text, *word_tables.joined(text, speaker), facets)


def _place(key: int, said_on: str | None) -> int:
    return first_place(day_key(said_on)) | (ID_MASK - key)


def _facets(row: _Row, spaces: int, tags: Sequence[int]) -> str:
    """One token for each thing to filter or to put in order by."""
    tokens = ["all", token("f", row.form), f"y{row.said_on[:4]}" if row.said_on else "ynone"]
    tokens += [f"s{row.speaker_id}" if row.speaker_id else "snone"]
    tokens += [f"p{row.party_id}"] if row.party_id else []
    tokens += [role_token(role) for role in sorted(row.roles.split(","))] if row.roles else []
    tokens += [f"m{row.meeting_id}"] if row.meeting_id else []
    tokens += [token("k", row.kind)] if row.kind else []
    tokens += [f"t{tag}" for tag in tags]
    tokens += [f"d{source}" for source in sorted(row.sources.split(","))] if row.sources else []
    tokens += [token("v", row.check or "none"), f"w{min(spaces + 1, LONGEST)}"]
    tokens += ["n"] if row.noted else []
    return " ".join(tokens)


INDEX = Index("quote_index", ("quote_places", quote_words.OF_QUOTES), ("places", "quotes"), _take, _size)
