"""Where a quotation stands, among all texts of a library: word for word, or what is most like it.

A text is read word by word only when it may hold the quotation: when that stands in it letter for letter, or enough of
its longest words do.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import pairwise
from json import dumps
from typing import TYPE_CHECKING, NamedTuple

from db.cancel import Cancel
from db.errors import Gone
from db.quotation import MISSING, Finding, compare, parse
from db.quotation_shape import Quotation
from db.quotation_words import bare, is_solo, is_word
from db.quote_checks import MARGIN

if TYPE_CHECKING:
    from db.library import Library

MOST = 100
"""Passages told; once so many are verbatim no more texts are looked at."""
_READ = 60
"""Texts without the very words that are read for what is most like them."""
_CLOSE = 0.7
"""How much must be alike in a passage with other words for it to be told beside one that has the very words."""
_PROBES = 12
"""Words of a quotation by which a text is judged."""
_ENOUGH = 0.5
"""How much of those words, by length, a text must have to be read."""
_FEW, _STEM = 3, 5
"""Words so few that one changed may be most of them: the first letters of one are enough for a text to be read."""
_COMPILED, _ROW, _LONGEST = 1000, 6, 60
"""Characters of a quotation whose edges are looked at before it is read, words looked for in a row, letters of one."""
_PLACES = 20
"""Places in one text at which letters stand that may be the quotation."""
_AROUND = 90
"""Characters told of what stands before and after a passage."""
_VEILS = "\u00ad\u0300\u0301\u0302\u0303\u0306\u0307\u0308\u030a\u030c\u0327\u0328\u064e\u0650\ufe8d\ufe8e\ufedf"
"""Signs that a text is written with other signs than most are, so that words are not found in it as they are."""
_LETTERS = re.compile(r"[^\W_]+")
_PERSIAN = str.maketrans("يك٠١٢٣٤٥٦٧٨٩", "یک۰۱۲۳۴۵۶۷۸۹")
_ARABIC = str.maketrans("یک۰۱۲۳۴۵۶۷۸۹", "يك٠١٢٣٤٥٦٧٨٩")
"""Signs that Persian and Arabic keyboards write each in a way of its own."""


class Found(NamedTuple):
    """A passage of a source that a quotation was compared with, and what stands before and after it."""

    source: str
    title: str
    publisher: str | None
    published: str | None
    finding: Finding
    before: str
    after: str


class Verified(NamedTuple):
    """What looking for a quotation gave, the best first: in how many texts it was looked for, and whether in all.

    `without` is the number of sources of which no text is held, `remark` says why nothing was looked for.
    """

    found: list[Found]
    texts: int
    all: bool = True
    without: int = 0
    remark: str = ""


class Checked(NamedTuple):
    """The words of a quote, what comparing them gave (a key of CHECKS), and the passage, if there is one."""

    text: str
    result: str
    found: Found | None


class _Candidate(NamedTuple):
    """A text to be read, and how likely it is to have the quotation."""

    likely: tuple[bool, float]
    source: int


def verify(library: Library, text: str, sources: Sequence[str] | None = None, cancel: Cancel | None = None) -> Verified:
    """Look for a quotation in the texts of some sources, by uid, or of all of them."""
    quotation = parse(text)
    if not quotation.literal.has_words:
        return Verified([], 0, remark="There is no word in this that could be looked for.")
    cancel = cancel or Cancel()
    probes = _Probes(quotation)
    found: list[tuple[int, Finding]] = []
    waiting: list[_Candidate] = []
    texts = 0
    with library.reading(cancel) as conn:
        for source, held in _texts(conn, sources):
            texts += 1
            standing = probes.standing(held)
            if standing:
                found.append((source, standing))
                if len(found) == MOST:
                    break
            elif likely := probes.likely(held):
                waiting.append(_Candidate(likely, source))
            cancel.check()
        waiting.sort(reverse=True)
        for _, source in waiting[:_READ]:
            finding = compare(quotation, _text(conn, source))
            if finding.starts is not None:
                found.append((source, finding))
            cancel.check()
        found.sort(key=lambda one: one[1].rank)
        if found and found[0][1].score == 1:
            found = [one for one in found if one[1].score >= _CLOSE]
        held, without = _count(conn, sources)
        return Verified([_told(conn, *one) for one in found[:MOST]], texts, texts == held, without)


def of_quote(library: Library, uid: str, cancel: Cancel) -> Checked:
    """What the check of a quote gave, with its passage compared again; Gone when the quote is."""
    sql = (
        "SELECT q.text, k.result, k.source_id, k.starts, k.ends FROM quotes q "
        "LEFT JOIN quote_checks k ON k.quote_id = q.id WHERE q.uid = ?"
    )
    with library.reading(cancel) as conn:
        row = conn.execute(sql, [uid]).fetchone()
        if row is None:
            raise Gone("This quote is no longer in the library.")
        quote, result, source, starts, ends = row
        finding = compare(quote, _text(conn, source), (starts, ends)) if source is not None else MISSING
        found = _told(conn, source, finding) if source is not None and finding.starts is not None else None
        return Checked(quote, result or "no-text", found)


class _Probes:
    """What is asked of a text before it is read: the very letters of a quotation, and its longest words."""

    def __init__(self, quotation: Quotation) -> None:
        core = [piece for run in quotation.literal.runs for piece in run.core]
        self._quotation = quotation
        letters = quotation.text[core[0].starts : core[-1].ends]
        self._letters = {one: _whole(one) for one in (quotation.text.strip(), letters)}
        """The signs to be looked for: all of them, and those without the stops at the edges."""
        self._words = _longest(quotation)
        self._weight = sum(len(word[0]) for word in self._words)
        self._stems = [word[0][:_STEM].casefold() for word in self._words] if len(self._words) <= _FEW else []
        rows = [_LETTERS.findall(" ".join(piece.key for piece in run.core)) for run in quotation.meant.runs]
        row = max(rows, key=len)[:_ROW] if rows else []
        self._row = re.compile(r"[\W_]{0,12}".join(word[:_LONGEST] for word in row))

    def standing(self, text: str) -> Finding | None:
        """The quotation where its very letters stand in a text as whole words, if possible to the character."""
        best: Finding | None = None
        for letters, whole in self._letters.items() if list(self._letters)[-1] in text else ():
            places = whole.finditer(text) if letters in text else ()
            for place, _ in zip(places, range(_PLACES), strict=False):
                first = max(0, place.start() - MARGIN)
                found = compare(self._quotation, text[first : place.start() + len(letters) + MARGIN], alike=False)
                if found.starts is None or found.ends is None or (best and best.rank <= found.rank):
                    continue
                best = found._replace(starts=found.starts + first, ends=found.ends + first)
                if best.result == "verbatim":
                    return best
        return best

    def likely(self, text: str) -> tuple[bool, float] | None:
        """Whether words stand in a text as in the quotation, and what share of them do; None when too few do."""
        share = self._share(text)
        if not share and not text.isascii() and any(sign in text for sign in _VEILS):
            text = bare(text)
            share = self._share(text)
        if not share and self._stems:
            folded = text.casefold()
            share = sum(stem in folded for stem in self._stems) / len(self._stems)
        return (self._row.search(text) is not None, share) if share else None

    def _share(self, text: str) -> float:
        missing, most = 0, self._weight * (1 - _ENOUGH)
        for word in self._words:
            if word[0] not in text and not any(form in text for form in word[1:]):
                missing += len(word[0])
                if missing > most:
                    return 0
        return 1 - missing / self._weight


def _whole(letters: str) -> re.Pattern[str]:
    """A pattern for letters that stand as whole words; of many, for the first of them."""
    short = letters[:_COMPILED]
    ends = _edge(short[-1], "!") if short == letters else ""
    return re.compile(_edge(short[0], "<!") + re.escape(short) + ends)


def _edge(sign: str, look: str) -> str:
    """A pattern that holds where no letter stands beside a sign, if its script parts words."""
    return "" if is_solo(sign) else rf"(?{look}[^\W_])"


def _longest(quotation: Quotation) -> list[tuple[str, ...]]:
    """The longest words of a quotation, each as it may be typed; of scripts without words two signs at a time."""
    found: dict[str, None] = {}
    for run in quotation.meant.runs or quotation.literal.runs:
        pieces = [piece for piece in run.core if piece.free is None and is_word(piece.key)]
        for piece, after in pairwise([*pieces, None]):
            key = piece.key if piece else ""
            more = after.key if after and is_solo(key) and is_solo(after.key) else ""
            parts = _LETTERS.findall(quotation.text[piece.starts : piece.ends]) if piece and not more else []
            found[max(parts, key=len, default=key + more)[:_LONGEST]] = None
    longest = sorted(found, key=len, reverse=True)[:_PROBES]
    return [tuple({word, word.translate(_PERSIAN), word.translate(_ARABIC)}) for word in longest]


def _texts(conn: sqlite3.Connection, sources: Sequence[str] | None) -> Iterator[tuple[int, str]]:
    where, args = _among(sources)
    return conn.execute(f"SELECT id, text FROM sources WHERE text IS NOT NULL AND {where}", args)


def _count(conn: sqlite3.Connection, sources: Sequence[str] | None) -> tuple[int, int]:
    """How many of the sources have their text here, and how many have not."""
    where, args = _among(sources)
    return conn.execute(f"SELECT count(text), count(*) - count(text) FROM sources WHERE {where}", args).fetchone()


def _among(sources: Sequence[str] | None) -> tuple[str, list[str]]:
    return ("1", []) if sources is None else ("uid IN (SELECT value FROM json_each(?))", [dumps(list(sources))])


def _text(conn: sqlite3.Connection, source: int) -> str:
    return conn.execute("SELECT text FROM sources WHERE id = ?", [source]).fetchone()[0]


def _told(conn: sqlite3.Connection, source: int, finding: Finding) -> Found:
    """A passage with what is around it, cut between words."""
    starts, ends = finding.starts or 0, finding.ends or 0
    uid, title, publisher, published, before, after = conn.execute(
        "SELECT uid, title, publisher, published, substr(text, max(?, 0) + 1, ?), substr(text, ? + 1, ?) FROM sources "
        "WHERE id = ?",
        [starts - _AROUND, min(_AROUND, starts), ends, _AROUND, source],
    ).fetchone()
    if starts > _AROUND:
        before = f"… {before.partition(' ')[2]}"
    if len(after) == _AROUND:
        after = f"{after.rpartition(' ')[0]} …"
    return Found(uid, title, publisher, published, finding, before, after)
