"""The rows of the index of records: those of a record or of the paragraphs of a text, put in where they changed.

What was taken in is told by digests, so that an edit costs what it changes, also in a long text.
"""

from __future__ import annotations

import sqlite3
from _blake2 import blake2b
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from db import quote_words, record_texts, word_tables
from db.index_state import VERSION
from db.paragraphs import paragraphs
from db.record_texts import PASSAGE
from db.references import as_json
from db.search_words import Columns, columns

WORDS = "record_words"
"""The table with the words of the index, each once; see `quote_words`."""
BATCH = 200
"""Records read at a time."""
_AMONG = "IN (SELECT value FROM json_each(?))"
_FIELDS = "rowid, name, text, whole, latin, keys, facets"


class _Piece(NamedTuple):
    """A row of the index as it is to be: where it stands in a text, a digest of what it says."""

    starts: int
    ends: int
    digest: int


class _Held(NamedTuple):
    place: int
    starts: int
    ends: int
    digest: int


class _Entry(NamedTuple):
    name: str
    text: str
    whole: str
    latin: str
    keys: str
    facets: str


def put(conn: sqlite3.Connection, kind: str, ids: Iterable[int]) -> None:
    """Index some records of a kind anew, also such as are no longer there."""
    wanted = sorted(ids)
    for start in range(0, len(wanted), BATCH):
        put_records(conn, kind, wanted[start : start + BATCH])


def put_records(conn: sqlite3.Connection, kind: str, ids: Sequence[int]) -> int:
    """Index some records anew where they changed; the number of their characters."""
    said = record_texts.texts(conn, kind, ids)
    sql = f"SELECT record_id, place, digest FROM record_places WHERE kind = ? AND record_id {_AMONG}"
    held = {key: (place, digest) for key, place, digest in conn.execute(sql, [kind, as_json(ids)])}
    digests = {key: _digest("\0".join((text.name, *text.pieces))) for key, text in said.items()}
    _remove(conn, [place for key, (place, digest) in held.items() if digests.get(key) != digest])
    fresh = [key for key in ids if key in said and (key not in held or held[key][1] != digests[key])]
    entries = [_of_record(kind, said[key]) for key in fresh]
    _insert(conn, entries, [(kind, key, None, None, digests[key]) for key in fresh])
    quote_words.keep_small(conn, (text for key in fresh for text in (said[key].name, *said[key].pieces)), WORDS)
    return sum(len(text.name) + len(text.body) for text in said.values())


def put_text(
    conn: sqlite3.Connection, source: int, most: int | None = None, *, in_turn: bool = False
) -> tuple[int, int]:
    """Index the text of a source anew where it changed, about `most` characters of it; how many that were,
    and how many paragraphs are left: `in_turn` these stay as the index has them."""
    row = conn.execute("SELECT text FROM sources WHERE id = ?", [source]).fetchone()
    text: str = (row and row[0]) or ""
    wanted, held = list(_pieces(text)), _held(conn, source)
    first = _same_beginning(wanted, held)
    last = _same_end(wanted, held, first)
    fresh = wanted[first : len(wanted) - last]
    few = fresh if most is None else list(_few(fresh, most))
    ends = few[-1].ends if in_turn and len(few) < len(fresh) else None
    _remove(conn, [one.place for one in held[first : len(held) - last] if ends is None or one.starts < ends])
    moved = wanted[-1].ends - held[-1].ends if last else 0
    if moved:
        conn.execute(
            f"UPDATE record_places SET starts = starts + ?, ends = ends + ? WHERE place {_AMONG}",
            [moved, moved, as_json(one.place for one in held[len(held) - last :])],
        )
    entries = [_of_passage(text[piece.starts : piece.ends]) for piece in few]
    _insert(conn, entries, [(PASSAGE, source, piece.starts, piece.ends, piece.digest) for piece in few])
    quote_words.keep_small(conn, (text[piece.starts : piece.ends] for piece in few), WORDS)
    return sum(piece.ends - piece.starts for piece in few), len(fresh) - len(few)


def _few(pieces: Sequence[_Piece], most: int) -> Iterator[_Piece]:
    """The first pieces that hold so many characters together."""
    taken = 0
    for piece in pieces:
        if taken >= most:
            return
        taken += piece.ends - piece.starts
        yield piece


def _pieces(text: str) -> Iterator[_Piece]:
    for starts, ends in paragraphs(text):
        yield _Piece(starts, ends, _digest(text[starts:ends]))


def _held(conn: sqlite3.Connection, source: int) -> list[_Held]:
    sql = f"SELECT place, starts, ends, digest FROM record_places WHERE kind = '{PASSAGE}' AND record_id = ?"
    return sorted((_Held(*row) for row in conn.execute(sql, [source])), key=lambda one: one.starts)


def _same_beginning(wanted: Sequence[_Piece], held: Sequence[_Held]) -> int:
    """How many pieces at the beginning are the same and stand where they stood."""
    same = 0
    for new, old in zip(wanted, held, strict=False):
        if new != old[1:]:
            break
        same += 1
    return same


def _same_end(wanted: Sequence[_Piece], held: Sequence[_Held], first: int) -> int:
    """How many pieces at the end are the same and stand as far from each other as they stood."""
    same = 0
    for new, old in islice(zip(reversed(wanted), reversed(held), strict=False), min(len(wanted), len(held)) - first):
        moved = wanted[-1].ends - held[-1].ends
        if new != (old.starts + moved, old.ends + moved, old.digest):
            break
        same += 1
    return same


def _digest(text: str) -> int:
    """What tells a text from others, and its words from what an older version made of it."""
    found = blake2b(text.encode(errors="surrogatepass"), digest_size=8, person=VERSION.encode())
    return int.from_bytes(found.digest(), signed=True)


def drop_strays(conn: sqlite3.Connection) -> None:
    """Take out what is of no record."""
    for kind in (*record_texts.KINDS, PASSAGE):
        table = record_texts.table_of(kind)
        sql = f"SELECT place FROM record_places WHERE kind = ? AND record_id NOT IN (SELECT id FROM {table})"
        _remove(conn, [row[0] for row in conn.execute(sql, [kind])])
    sql = "SELECT rowid FROM record_index WHERE rowid NOT IN (SELECT place FROM record_places)"
    _remove(conn, [row[0] for row in conn.execute(sql)])


def _remove(conn: sqlite3.Connection, places: Sequence[int]) -> None:
    if places:
        for table, key in (("record_index", "rowid"), ("record_places", "place")):
            conn.execute(f"DELETE FROM {table} WHERE {key} {_AMONG}", [as_json(places)])


def _insert(
    conn: sqlite3.Connection, entries: Sequence[_Entry], rows: Sequence[tuple[str, int, int | None, int | None, int]]
) -> None:
    """Put in entries after all others: FTS5 begins a new segment whenever a rowid is lower."""
    first = int(conn.execute("SELECT coalesce(max(place), 0) + 1 FROM record_places").fetchone()[0])
    conn.executemany(
        f"INSERT INTO record_index ({_FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((place, *entry) for place, entry in enumerate(entries, first)),
    )
    conn.executemany(
        "INSERT INTO record_places (place, kind, record_id, starts, ends, digest) VALUES (?, ?, ?, ?, ?, ?)",
        ((place, *row) for place, row in enumerate(rows, first)),
    )
    quote_words.keep(conn, (column for entry in entries for column in entry[:-1]), WORDS)


def _of_record(kind: str, said: record_texts.Text) -> _Entry:
    name, text = columns(said.name), columns(*said.pieces)
    return _Entry(name.text, text.text, *word_tables.joined(name, text), f"all k{kind}")


def _of_passage(text: str) -> _Entry:
    found: Columns = columns(text)
    return _Entry("", *found, f"all k{PASSAGE}")


def expected(conn: sqlite3.Connection, kind: str, key: int) -> list[tuple[object, ...]]:
    if kind == PASSAGE:
        text = conn.execute("SELECT coalesce(text, '') FROM sources WHERE id = ?", [key]).fetchone()[0]
        return [(piece.starts, piece.ends, *_of_passage(text[piece.starts : piece.ends])) for piece in _pieces(text)]
    return [(None, None, *_of_record(kind, said)) for said in record_texts.texts(conn, kind, [key]).values()]


def shown(conn: sqlite3.Connection, kind: str, key: int) -> list[tuple[object, ...]]:
    sql = (
        "SELECT p.starts, p.ends, i.name, i.text, i.whole, i.latin, i.keys, i.facets FROM record_places p "
        "JOIN record_index i ON i.rowid = p.place WHERE p.kind = ? AND p.record_id = ?"
    )
    return conn.execute(sql, [kind, key]).fetchall()
