"""The full-text index of quotes: kept in step in the transaction of the edit, rebuilt from the quotes at will.

A quote's rowid in the index is its day × 2^32 + (2^32 − 1 − its id): read backwards, the newest day comes first without
a sort, and within a day the quotes stand in the order in which they were added.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from db.dates import day_key
from db.folding import fold
from db.tag_tree import WIDER

_SHIFT = 32
ID_MASK = (1 << _SHIFT) - 1

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
"""
_MOVED_TAGS = """
  WITH RECURSIVE moved (id) AS (
    SELECT row_id FROM changes WHERE revision_id = :r AND table_name = 'tags'
      AND (operation <> 'update' OR json_type(before, '$.parent_id') IS NOT NULL)
    UNION SELECT t.id FROM moved m JOIN tags t ON t.parent_id = m.id)
  SELECT q.id FROM moved m CROSS JOIN taggings g ON g.tag_id = m.id AND g.record_kind = 'quote'
    JOIN quotes q ON q.uid = g.record_uid
"""
"""Quotes that have a tag whose wider ones are no longer the same; CROSS keeps SQLite from reading all taggings."""

_WORDS = """
  SELECT q.id, q.text, coalesce(s.name, '') || ' ' || coalesce(q.speaker_title, ''), q.said_on,
    q.speaker_id, q.party_id, q.form,
    (SELECT group_concat(DISTINCT replace(l.role, '-', '')) FROM participations l
      WHERE l.meeting_id = q.meeting_id AND l.party_id = q.party_id)
  FROM quotes q LEFT JOIN people s ON s.id = q.speaker_id
"""
_TAGS = f"""
  WITH RECURSIVE {WIDER}
  SELECT DISTINCT q.id, w.id FROM quotes q JOIN taggings g ON g.record_kind = 'quote' AND g.record_uid = q.uid
    JOIN wider w ON w.tag = g.tag_id
"""
_Words = tuple[int, str, str, str | None, int | None, int | None, str, str | None]
_Tags = dict[int, list[int]]


_DAMAGE = (sqlite3.SQLITE_CORRUPT_VTAB, sqlite3.SQLITE_CONSTRAINT)
"""What FTS5 says when it finds its own tables out of order."""


_EMPTIED = (
    "DELETE FROM quote_index_data",
    "INSERT INTO quote_index_data (id, block) VALUES (1, x''), (10, zeroblob(7))",
)
"""The index as FTS5 makes an empty one: a damaged one can be neither emptied, nor rebuilt, nor dropped."""


def quote_of(place: int) -> int:
    """The id of the quote that stands at a place of the index."""
    return ID_MASK - (place & ID_MASK)


def first_place(day: int) -> int:
    """The lowest place of quotes said on a day, as `dates.day_key` numbers it."""
    return day << _SHIFT


def role_token(role: str) -> str:
    """The token under which quotes of a party in this role are indexed."""
    return "r" + role.replace("-", "")


def refresh(conn: sqlite3.Connection, revision: int) -> None:
    """Bring the index in step with what a revision has written so far; call inside its transaction."""
    quotes = [row[0] for row in conn.execute(f"{_TOUCHED} UNION SELECT * FROM ({_MOVED_TAGS})", {"r": revision})]
    try:
        for start in range(0, len(quotes), 500):
            _replace(conn, quotes[start : start + 500])
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode not in _DAMAGE:
            raise
        rebuild(conn)  # the index is damaged, not what it is made from


def rebuild(conn: sqlite3.Connection) -> None:
    """Make the index anew from all quotes, also when it is damaged; call inside a transaction."""
    (sql,) = conn.execute("SELECT sql FROM sqlite_schema WHERE name = 'quote_index'").fetchone()
    for statement in (*_EMPTIED, "DROP TABLE quote_index", sql, "DELETE FROM quote_places"):
        conn.execute(statement)
    _add(conn, conn.execute(_WORDS).fetchall(), _tags(conn))


def out_of_step(conn: sqlite3.Connection) -> int:
    """In how many places the index is not what the quotes would make it."""
    tags = _tags(conn)
    expected = {(_place(row), row[0], fold(row[1]), fold(row[2]), _facets(row, tags)) for row in conn.execute(_WORDS)}
    found = set(
        conn.execute(
            "SELECT i.rowid, p.quote_id, i.text, i.speaker, i.facets FROM quote_index i "
            "LEFT JOIN quote_places p ON p.place = i.rowid"
        )
    )
    places: int = conn.execute("SELECT count(*) FROM quote_places").fetchone()[0]
    return len(expected ^ found) + abs(places - len(found))


def _replace(conn: sqlite3.Connection, quotes: list[int]) -> None:
    marks = ", ".join("?" * len(quotes))
    places = f"SELECT place FROM quote_places WHERE quote_id IN ({marks})"
    conn.execute(f"DELETE FROM quote_index WHERE rowid IN ({places})", quotes)
    conn.execute(f"DELETE FROM quote_places WHERE quote_id IN ({marks})", quotes)
    rows = conn.execute(f"{_WORDS} WHERE q.id IN ({marks})", quotes).fetchall()
    _add(conn, rows, _tags(conn, f"WHERE q.id IN ({marks})", quotes))


def _tags(conn: sqlite3.Connection, clause: str = "", args: Sequence[int] = ()) -> _Tags:
    """For each quote that has tags, these and all wider ones, lowest first."""
    found: _Tags = {}
    if conn.execute("SELECT 1 FROM taggings LIMIT 1").fetchone():
        for quote, tag in conn.execute(f"{_TAGS} {clause} ORDER BY w.id", args):
            found.setdefault(quote, []).append(tag)
    return found


def _add(conn: sqlite3.Connection, rows: list[_Words], tags: _Tags) -> None:
    places = [(_place(row), row) for row in rows]
    conn.executemany(
        "INSERT INTO quote_index (rowid, text, speaker, facets) VALUES (?, ?, ?, ?)",
        [(place, fold(row[1]), fold(row[2]), _facets(row, tags)) for place, row in places],
    )
    conn.executemany("INSERT INTO quote_places (quote_id, place) VALUES (?, ?)", [(row[0], at) for at, row in places])


def _place(row: _Words) -> int:
    return first_place(day_key(row[3])) | (ID_MASK - row[0])


def _facets(row: _Words, tags: _Tags) -> str:
    """One token for each thing to filter by."""
    key, _, _, said_on, speaker, party, form, roles = row
    tokens = ["all", f"f{form}", f"y{said_on[:4]}" if said_on else "ynone"]
    tokens += [f"s{speaker}"] if speaker else []
    tokens += [f"p{party}"] if party else []
    tokens += [f"r{role}" for role in roles.split(",")] if roles else []
    tokens += [f"t{tag}" for tag in tags.get(key, ())]
    return " ".join(tokens)
