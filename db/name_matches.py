"""Which records a name that is being typed may mean: by any known spelling of a party, person, topic, tag or source."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from db import dates, name_index, values
from db.cancel import Cancel
from db.name_index import NameIndex, key_of
from db.vocabulary import MEETING_KINDS, PARTY_KINDS

if TYPE_CHECKING:
    from db.library import Library

KINDS = tuple(name_index.KINDS)
"""Kinds of records that can be found by name."""

LONGEST = 200  # characters; more are compared as a whole only
SHORTEST = 4  # letters; of fewer everything is nearly alike
FEW = 4  # matches, at which those that are nearly alike are shown too
NEAR, NEAR_WORD = 80, 75  # likeness in per cent, of whole names and of their words
MOST_NEAR = 5
_NUMBER = re.compile(r"\d+")


class NameMatch(NamedTuple):
    """A record that may be meant; `spelling` is what it was found by when that is not its name.

    `exact` says that the whole text is a known spelling of it, `begins` that each of its words begins one there;
    `detail` tells it from others of that name.
    """

    uid: str
    name: str
    detail: str
    spelling: str | None
    exact: bool
    begins: bool
    colour: str | None


class _Hit(NamedTuple):
    """A place in the records of an index, and how it was found."""

    owner: int
    spelling: str | None
    exact: bool
    begins: bool


def find(library: Library, kind: str, text: str, cancel: Cancel, limit: int = 12) -> list[NameMatch]:
    """What a text may mean, likeliest first: the same, begins so, a word begins so, holds it, is nearly alike.

    Among equals what is used most comes first; so it does for an empty text. A spelling is compared without case,
    accents and signs.
    """
    index = name_index.of(library, kind, cancel)
    cancel.check()
    hits = list(islice(_hits(index, text, cancel), limit))
    return _told(library, kind, index, hits, cancel)


def named(library: Library, kind: str, uids: Sequence[str], cancel: Cancel) -> list[NameMatch]:
    """The records of these uids that are in the library, in that order, as `find` gives them."""
    index = name_index.of(library, kind, cancel)
    wanted = dict.fromkeys(uids)
    places = {one.uid: at for at, one in enumerate(index.records) if one.uid in wanted}
    return _told(library, kind, index, [_Hit(places[uid], None, True, True) for uid in wanted if uid in places], cancel)


def _hits(index: NameIndex, text: str, cancel: Cancel) -> Iterator[_Hit]:
    """Each record once, in order."""
    key = key_of(text)
    if not key:
        yield from (_Hit(owner, None, False, False) for owner in range(len(index.records)))
        return
    seen: set[int] = set()
    known = False
    for place in _places(index, key, cancel):
        owner = index.owners[place]
        if owner not in seen:
            seen.add(owner)
            form = index.keys[place]
            exact = form == " " + key
            known = known or exact
            begins = all(f" {word}" in form for word in key.split())
            yield _Hit(owner, _spelling(index, place, key), exact, begins)
    if not known and len(seen) < FEW and SHORTEST <= len(key) <= LONGEST:
        near = (owner for owner in _near(index, key, cancel) if owner not in seen)
        yield from (_Hit(owner, index.shown[_likest(index, owner, key)], False, False) for owner in near)


def _places(index: NameIndex, key: str, cancel: Cancel) -> Iterator[int]:
    """Places of the spellings that fit, class by class; a place may come more than once."""
    keys, spaced = index.keys, " " + key
    if len(key) > LONGEST:
        yield from (place for place, one in enumerate(keys) if one == spaced)
        return
    wanted = (f" {word}" if word.isdigit() else word for word in key.split())  # 3 is no part of 23
    longest, *others = sorted(wanted, key=len, reverse=True)
    places = [place for place, one in enumerate(keys) if longest in one]
    for word in others:
        places = [place for place in places if word in keys[place]]
    cancel.check()
    yield from (place for place in places if keys[place] == spaced)
    yield from (place for place in places if keys[place].startswith(spaced))
    begun = [" " + word.lstrip() for word in (longest, *others)]
    yield from (place for place in places if all(word in keys[place] for word in begun))
    yield from places


def _spelling(index: NameIndex, place: int, key: str) -> str | None:
    """The spelling to show: none when the name itself tells why it was found."""
    own = index.own_keys[index.owners[place]]
    return None if all(word in own for word in key.split()) else index.shown[place]


def _near(index: NameIndex, key: str, cancel: Cancel) -> list[int]:
    """Records with a name nearly alike, the likest first: as a whole, or word by word."""
    from rapidfuzz import fuzz, process

    found: dict[int, float] = {}
    for _, score, place in process.extract(
        " " + key, index.keys, scorer=fuzz.ratio, score_cutoff=NEAR, limit=4 * MOST_NEAR
    ):
        if _same_numbers(key, index.keys[place]):
            owner = index.owners[place]
            found[owner] = max(score, found.get(owner, 0))
    cancel.check()
    for owner, score in _near_by_words(index, key.split()).items():
        found[owner] = max(score, found.get(owner, 0))
    return sorted(found, key=lambda owner: (-found[owner], owner))[:MOST_NEAR]


def _may_be(word: str, other: str) -> bool:
    """Whether a word can be another with a slip of the pen; a short one only itself."""
    return word == other or (min(len(word), len(other)) >= SHORTEST and _same_numbers(word, other))


def _same_numbers(one: str, other: str) -> bool:
    """Whether two spellings hold the same numbers: round 4 is not nearly round 5."""
    return _NUMBER.findall(one) == _NUMBER.findall(other)


def _likest(index: NameIndex, owner: int, key: str) -> int:
    """The place of the spelling of a record that is most like a text."""
    from rapidfuzz import fuzz

    return max(index.spellings(owner), key=lambda place: fuzz.ratio(" " + key, index.keys[place]))


def _near_by_words(index: NameIndex, words: list[str]) -> dict[int, float]:
    """Records that for each word have one nearly alike, with the likeness of the worst."""
    from rapidfuzz import fuzz, process

    worst: dict[int, float] | None = None
    vocabulary = list(index.words)
    for word in words:
        likes: dict[int, float] = {}
        for other, score, _ in process.extract(word, vocabulary, scorer=fuzz.ratio, score_cutoff=NEAR_WORD, limit=50):
            for owner in index.words[other] if _may_be(word, other) else ():
                likes[owner] = max(score, likes.get(owner, 0))
        if worst is None:
            worst = likes
        else:
            worst = {owner: min(score, likes[owner]) for owner, score in worst.items() if owner in likes}
    return worst or {}


def _told(library: Library, kind: str, index: NameIndex, hits: list[_Hit], cancel: Cancel) -> list[NameMatch]:
    """The matches with what tells each from others."""
    records = [index.records[hit.owner] for hit in hits]
    with library.reading(cancel) as conn:
        details = [_DETAILS[kind](conn, record.uid) for record in records]
    return [
        NameMatch(record.uid, record.name, detail, hit.spelling, hit.exact, hit.begins, record.colour)
        for record, detail, hit in zip(records, details, hits, strict=True)
    ]


def _joined(parts: Iterable[object]) -> str:
    return " · ".join(str(part) for part in parts if part)


_ENOUGH = 200
"""Quotes of a person by which a party is told; one may have thousands, and each is looked up."""
_PARTIES_OF_PERSON = f"""
  SELECT p.name FROM (
    SELECT l.party_id AS party FROM participations l JOIN people h ON h.id = l.head_id WHERE h.uid = :uid
    UNION ALL SELECT * FROM (
      SELECT q.party_id FROM people h JOIN quotes q ON q.speaker_id = h.id WHERE h.uid = :uid LIMIT {_ENOUGH}))
  JOIN parties p ON p.id = party GROUP BY p.id ORDER BY count(*) DESC, p.id LIMIT 2
"""


def _of_person(conn: sqlite3.Connection, uid: str) -> str:
    parties = ", ".join(row[0] for row in conn.execute(_PARTIES_OF_PERSON, {"uid": uid}))
    return parties or _joined(_counted(conn, uid))


def _counted(conn: sqlite3.Connection, uid: str) -> Iterator[str]:
    """What a person without a party is known by."""
    (quotes,) = conn.execute(
        "SELECT count(*) FROM quotes WHERE speaker_id = (SELECT id FROM people WHERE uid = ?)", [uid]
    ).fetchone()
    if quotes:
        yield values.count(quotes, "quote", "quotes")


def _of_party(conn: sqlite3.Connection, uid: str) -> str:
    row = conn.execute("SELECT kind, short_name FROM parties WHERE uid = ?", [uid]).fetchone()
    return _joined((PARTY_KINDS.get(row[0], row[0]), row[1])) if row else ""


def _wider(table: str, title: str) -> Callable[[sqlite3.Connection, str], str]:
    """What a record of a tree stands under, the widest first."""
    sql = f"""
      WITH RECURSIVE above (id, depth) AS (
        SELECT parent_id, 1 FROM {table} WHERE uid = ?
        UNION ALL SELECT t.parent_id, depth + 1 FROM above JOIN {table} t ON t.id = above.id WHERE depth < 20)
      SELECT t.{title} FROM above JOIN {table} t ON t.id = above.id ORDER BY depth DESC
    """
    return lambda conn, uid: " › ".join(str(row[0]) for row in conn.execute(sql, [uid]))


def _of_meeting(conn: sqlite3.Connection, uid: str) -> str:
    row = conn.execute("SELECT kind, number, city, starts, ends FROM meetings WHERE uid = ?", [uid]).fetchone()
    if row is None:
        return ""
    kind, number, city, starts, ends = row
    return _joined((f"{MEETING_KINDS.get(kind, kind)} {number or ''}".strip(), city, dates.span(starts, ends)))


def _of_source(conn: sqlite3.Connection, uid: str) -> str:
    row = conn.execute("SELECT publisher, published FROM sources WHERE uid = ?", [uid]).fetchone()
    return _joined((row[0], row[1] and dates.words(row[1]))) if row else ""


_DETAILS: dict[str, Callable[[sqlite3.Connection, str], str]] = {
    "person": _of_person,
    "party": _of_party,
    "topic": _wider("topics", "label"),
    "tag": _wider("tags", "name"),
    "meeting": _of_meeting,
    "source": _of_source,
}
