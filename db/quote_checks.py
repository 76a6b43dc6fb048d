"""What comparing each quote with the sources that it cites gave: kept in step with every edit, made anew at will.

The passage that a citation of the quote points at comes first, then the whole text of its source. Reported speech is
compared too: its words are those of the report.
"""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from db.cancel import Cancel
from db.references import as_json

if TYPE_CHECKING:
    from db.quotation import Finding
    from db.quotation_shape import Quotation
    from db.quotation_words import Words

MARGIN = 64
"""Characters around a cited passage that tell whether words at its edges are whole."""
_KEPT = 4
"""Texts whose words are kept while quotes from them follow each other."""
_STRETCH = 500
"""Quotes checked between two looks at a Cancel."""

_TOUCHED = """
  SELECT row_id FROM changes WHERE revision_id = :r AND table_name = 'quotes'
    AND (operation <> 'update' OR json_type(before, '$.text') IS NOT NULL)
  UNION SELECT q.id FROM changes c JOIN citations i ON i.id = c.row_id JOIN quotes q ON q.uid = i.record_uid
    WHERE c.revision_id = :r AND c.table_name = 'citations' AND i.record_kind = 'quote'
  UNION SELECT q.id FROM changes c JOIN quotes q ON q.uid = json_extract(c.before, '$.record_uid')
    WHERE c.revision_id = :r AND c.table_name = 'citations'
  UNION SELECT q.id FROM changes c JOIN citations i ON i.source_id = c.row_id JOIN quotes q ON q.uid = i.record_uid
    WHERE c.revision_id = :r AND c.table_name = 'sources' AND i.record_kind = 'quote'
      AND (c.operation <> 'update' OR json_type(c.before, '$.text') IS NOT NULL)
  UNION SELECT k.quote_id FROM changes c JOIN quote_checks k ON k.source_id = c.row_id
    WHERE c.revision_id = :r AND c.table_name = 'sources' AND c.operation = 'delete'
"""
_AMONG = "q.id IN (SELECT value FROM json_each(?))"
_CITED = """
  SELECT q.id, q.text, c.source_id, c.starts, c.ends FROM quotes q
    JOIN citations c ON c.record_kind = 'quote' AND c.record_uid = q.uid AND (c.field IS NULL OR c.field = 'text')
      AND c.relation <> 'contradicts'
    JOIN sources s ON s.id = c.source_id AND s.text IS NOT NULL
"""
_ORDER = "ORDER BY q.id, c.starts IS NULL, c.id"


class Check(NamedTuple):
    """What comparing a quote with its sources gave, as it is stored."""

    quote_id: int
    result: str
    source_id: int | None = None
    starts: int | None = None
    ends: int | None = None
    score: float | None = None


class _Place(NamedTuple):
    """A source that a quote cites, and the passage in it, if the citation points at one."""

    source: int
    starts: int | None
    ends: int | None


def refresh(conn: sqlite3.Connection, revision: int) -> list[int]:
    """Bring the checks in step with what a revision has written so far; the quotes that were checked anew.

    Call inside its transaction.
    """
    quotes = touched(conn, revision)
    if quotes:
        put(conn, quotes)
    return quotes


def touched(conn: sqlite3.Connection, revision: int) -> list[int]:
    """The quotes that are to be checked anew after a revision."""
    return [row[0] for row in conn.execute(_TOUCHED, {"r": revision})]


def put(conn: sqlite3.Connection, quotes: Sequence[int]) -> None:
    """Check some quotes anew, also such as are no longer there; call inside a transaction."""
    conn.execute("DELETE FROM quote_checks WHERE quote_id IN (SELECT value FROM json_each(?))", [as_json(quotes)])
    for check in _checks(conn, quotes):
        conn.execute("INSERT INTO quote_checks VALUES (?, ?, ?, ?, ?, ?)", check)


def rebuild(conn: sqlite3.Connection) -> list[int]:
    """Check all quotes anew; those of which the check was another. Call inside a transaction."""
    changed = stale(conn)
    put(conn, changed)
    return changed


def complete(conn: sqlite3.Connection) -> None:
    """Check the quotes that were never checked, as in a library from an older format; call inside a transaction."""
    sql = "SELECT id FROM quotes WHERE id NOT IN (SELECT quote_id FROM quote_checks)"
    missing = [row[0] for row in conn.execute(sql)]
    if missing:
        put(conn, missing)


class Again(NamedTuple):
    """What comparing all quotes anew gives: how many of each result, and those whose check was another (ids)."""

    results: dict[str, int]
    changed: list[int]


def look_again(conn: sqlite3.Connection, cancel: Cancel | None = None) -> Again:
    """Compare all quotes with their sources, and with the checks that are stored."""
    stored = {row[0]: Check(*row) for row in conn.execute("SELECT * FROM quote_checks")}
    again = Again({}, [])
    quotes = _all(conn)
    for start in range(0, len(quotes), _STRETCH):
        for check in _checks(conn, quotes[start : start + _STRETCH]):
            again.results[check.result] = again.results.get(check.result, 0) + 1
            if stored.pop(check.quote_id, None) != check:
                again.changed.append(check.quote_id)
            if cancel:
                cancel.check()
    return again._replace(changed=[*again.changed, *stored])


def stale(conn: sqlite3.Connection) -> list[int]:
    """Quotes whose check is not what comparing them now gives."""
    return look_again(conn).changed


def results(conn: sqlite3.Connection) -> dict[str, int]:
    """How many quotes there are of each result."""
    return dict(conn.execute("SELECT result, count(*) FROM quote_checks GROUP BY result"))


def amiss(conn: sqlite3.Connection, limit: int) -> list[int]:
    """The first quotes that are not in their sources as they are kept, those that are not there at all first."""
    sql = (
        "SELECT quote_id FROM quote_checks WHERE result IN ('missing', 'differs') "
        "ORDER BY result DESC, score, quote_id LIMIT ?"
    )
    return [row[0] for row in conn.execute(sql, [limit])]


def _all(conn: sqlite3.Connection) -> list[int]:
    return [row[0] for row in conn.execute("SELECT id FROM quotes ORDER BY id")]


def _checks(conn: sqlite3.Connection, quotes: Sequence[int]) -> Iterator[Check]:
    """The checks of those of some quotes that are there, those of one source after each other."""
    among = as_json(quotes)
    rows = conn.execute(f"{_CITED} WHERE {_AMONG} {_ORDER}", [among]).fetchall()
    cited = {key: [_Place._make(row[2:]) for row in places] for key, places in groupby(rows, key=itemgetter(0, 1))}
    texts = _Texts(conn)
    for quote, text in sorted(cited, key=lambda key: cited[key][0].source):
        yield _check(quote, text, cited[quote, text], texts)
    checked = as_json(quote for quote, _ in cited)
    others = f"SELECT id FROM quotes q WHERE {_AMONG} AND id NOT IN (SELECT value FROM json_each(?))"
    for (quote,) in conn.execute(others, [among, checked]).fetchall():
        yield Check(quote, "no-text")


def _check(quote: int, text: str, places: Sequence[_Place], texts: _Texts) -> Check:
    """The best of what the sources of a quote give: looked for in the passages that it cites, then in all of each."""
    from db.quotation import MISSING, compare, parse

    quotation = parse(text)
    best, source = MISSING, None
    for found, at in chain(
        ((_in_passage(quotation, texts.text(place.source), place), place.source) for place in places),
        ((compare(quotation, texts.words(at), near), at) for at, near in _nearest(places).items()),
    ):
        if found.rank < best.rank:
            best, source = found, at
        if best.result == "verbatim":
            break
    return Check(quote, best.result, source, best.starts, best.ends, best.score)


def _in_passage(quotation: Quotation, text: str, place: _Place) -> Finding:
    """Where a quotation stands in the passage that is cited, or at its edges."""
    from db.quotation import MISSING, compare

    if place.starts is None or place.ends is None:
        return MISSING
    first = max(0, place.starts - MARGIN)
    found = compare(quotation, text[first : place.ends + MARGIN], alike=False)
    if found.starts is None or found.ends is None:
        return MISSING
    return found._replace(starts=found.starts + first, ends=found.ends + first)


def _nearest(places: Sequence[_Place]) -> dict[int, tuple[int, int] | None]:
    """For each source the first passage that is cited from it."""
    found: dict[int, tuple[int, int] | None] = {}
    for source, starts, ends in places:
        found.setdefault(source, None if starts is None or ends is None else (starts, ends))
    return found


class _Texts:
    """Texts of sources by id, the last few of them kept with their words."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._texts: OrderedDict[int, str] = OrderedDict()
        self._words: dict[int, Words] = {}

    def text(self, source: int) -> str:
        """The text of a source."""
        if source not in self._texts:
            self._texts[source] = self._conn.execute("SELECT text FROM sources WHERE id = ?", [source]).fetchone()[0]
            if len(self._texts) > _KEPT:
                self._words.pop(self._texts.popitem(last=False)[0], None)
        return self._texts[source]

    def words(self, source: int) -> Words:
        """Its words."""
        from db.quotation_words import read

        text = self.text(source)
        if source not in self._words:
            self._words[source] = read(text)
        return self._words[source]
