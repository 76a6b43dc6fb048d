"""Whether a quote holds what is searched for exactly as it is spelled: with the same marks, letters and hyphens.

The index has all of these folded, so it is looked for in the quotes that it finds. Case does not matter, nor does the
form of quotation marks, apostrophes and hyphens.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from array import array
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from db.dates import day_key
from db.query_tree import Days, Either, Every, Facet, Near, Node, Term, Without, every, leaves
from db.references import as_json

BATCH = 500
"""Quotes read at a time."""
_SIGNS = str.maketrans(
    dict.fromkeys("‐‑−﹣－", "-") | dict.fromkeys("’‘ʼ′ʻ`", "'") | dict.fromkeys("\u00ad\u200b\u2060\ufeff")
)
_MARKS = "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_LETTER = r"[^\W_]"
_APART = "\n_\n"
"""Between what a quote says and who said it: no letter, and yet nothing that may stand inside a phrase."""
_EDGES = re.compile(rf"^[^{_MARKS}\w]+|[^{_MARKS}\w]+$")
_FACETS = "(SELECT i.facets FROM quote_places l JOIN quote_index i ON i.rowid = l.place WHERE l.quote_id = q.id)"


class _Quote(NamedTuple):
    """What is looked at of a quote: its words, speaker and title as they are compared; its tokens; its day."""

    said: str
    facets: str
    day: int


_Test = Callable[[_Quote], bool]


def sifted(conn: sqlite3.Connection, node: Node | None, ids: Iterable[int]) -> Iterator[tuple[int, bool]]:
    """Each of some quotes, with whether it holds what a tree asks for as it is spelled.

    Words that are to stand near each other need only stand in it so.
    """
    test = _test(node)
    facets = _FACETS if any(isinstance(leaf, Facet) for leaf in leaves(node)) else "''"
    sql = (
        f"SELECT q.id, q.text, p.name, q.speaker_title, {facets}, q.said_on FROM quotes q "
        "LEFT JOIN people p ON p.id = q.speaker_id WHERE q.id IN (SELECT value FROM json_each(?))"
    )
    for some in _batches(ids):
        held = {
            key: test(_Quote(_bare(_APART.join(filter(None, said))), tokens or "", day_key(said_on)))
            for key, *said, tokens, said_on in conn.execute(sql, [as_json(some)])
        }
        yield from ((key, held.get(key, False)) for key in some)


def loosened(node: Node | None) -> Node | None:
    """A tree that finds all that one finds when spelling is exact: words that are not wanted are taken out of it.

    Else Önal would not be found beside -Onal, for the index tells them not apart.
    """
    if isinstance(node, Every):
        return every([part for part in map(loosened, node.parts) if part is not None])
    if isinstance(node, Either):
        parts = [part for part in map(loosened, node.parts) if part is not None]
        return Either(tuple(parts)) if len(parts) == len(node.parts) else None  # one of them may be anything
    if not isinstance(node, Without):
        return node
    unwanted = tuple(part for part in node.unwanted if not any(isinstance(leaf, Term | Near) for leaf in leaves(part)))
    wanted = loosened(node.wanted)
    return Without(wanted, unwanted) if unwanted else wanted


def _batches(ids: Iterable[int]) -> Iterator[array[int]]:
    some = array("q")
    for key in ids:
        some.append(key)
        if len(some) == BATCH:
            yield some
            some = array("q")
    if some:
        yield some


def _bare(text: str) -> str:
    """A text as it is compared."""
    return text.lower() if text.isascii() else unicodedata.normalize("NFC", text.lower()).translate(_SIGNS)


def _test(node: Node | None) -> _Test:
    if isinstance(node, Term):
        return _of_words(node)
    if isinstance(node, Near):
        return _all(map(_of_words, node.terms))
    if isinstance(node, Either):
        return _any(map(_test, node.parts))
    if isinstance(node, Without):
        wanted, unwanted = _test(node.wanted), _any(map(_test, node.unwanted))
        return lambda quote: wanted(quote) and not unwanted(quote)
    if isinstance(node, Facet | Days):
        return _of_facet(node) if isinstance(node, Facet) else lambda quote: node.hold(quote.day)
    return _all(map(_test, node.parts if node else ()))


def _of_facet(facet: Facet) -> _Test:
    found = re.compile("|".join(map(_token, facet.tokens)) or "(?!)")
    return lambda quote: found.search(quote.facets) is not None


def _all(tests: Iterable[_Test]) -> _Test:
    each = tuple(tests)
    return lambda quote: all(test(quote) for test in each)


def _any(tests: Iterable[_Test]) -> _Test:
    some = tuple(tests)
    return lambda quote: any(test(quote) for test in some)


def _token(token: str) -> str:
    """A token of a facet, or the beginning of one."""
    begins = token.removesuffix(" *")
    return rf"(?<!\S){re.escape(begins)}" + (r"(?!\S)" if begins == token else "")


def _of_words(term: Term) -> _Test:
    last = len(term.words) - 1
    found = [_pattern(word, term.beginning and at == last) for at, word in enumerate(term.words)]
    return lambda quote: all(pattern.search(quote.said) for pattern in found)


def _pattern(word: str, beginning: bool) -> re.Pattern[str]:
    """A word or phrase between what are no letters of it."""
    pieces = (_EDGES.sub("", piece) for piece in _bare(word).split())
    said = rf"[^\w{_MARKS}]+".join(re.escape(piece) for piece in pieces if piece)
    return re.compile(rf"(?<!{_LETTER}){said}" + ("" if beginning else rf"(?!{_LETTER}|[{_MARKS}])"))
