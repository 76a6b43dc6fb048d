"""Where the words of a quotation stand in a text, one after the other, and whether each sign of them does."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from db.quotation_brackets import Gap, touches
from db.quotation_gaps import may_stand_for
from db.quotation_shape import Form, Piece, Run
from db.quotation_words import Words, is_vowelled, is_word, vowels_clash

MOST_LOOKED_AT = 200
"""Places at which it is looked whether each sign is the same, before the first of them is taken."""
_JOINTS = frozenset("-‐‑–/־")
_OPENING, _CLOSING = frozenset("[("), frozenset("])")
_BRACKETED = 8
"""Words and marks, brackets among them, that brackets may hold as a part of a word."""
_BEFORE_NUMBERS = frozenset("-$€£¥₽₺₹₸")
_AFTER_NUMBERS = frozenset("%‰°")


class Place(NamedTuple):
    """First word of the text that is one of the quotation, and the word after the last."""

    first: int
    last: int


class _Way(NamedTuple):
    """The place of a run, where the first run stands, and the place in the list before of the run before it."""

    place: Place
    origin: int
    before: int


def find(form: Form, words: Words, near: tuple[int, int] | None) -> tuple[list[Place], bool] | None:
    """The places of all runs, and whether each sign is the same; None when the words do not stand there so."""
    steps: list[list[_Way]] = []
    for at, run in enumerate(form.runs):
        places = _places(form.text, run, words)
        ways = (
            _follow(places, steps[-1], form.gaps[at - 1], words)
            if at
            else [_Way(each, each.first, -1) for each in places]
        )
        if not ways:
            return None
        steps.append(ways)
    order = sorted(range(len(steps[-1])), key=lambda way: _cost(steps[-1][way], words, near))
    best: list[Place] | None = None
    for way in order[:MOST_LOOKED_AT]:
        places = _walk_back(steps, way)
        if all(_same_signs(form.text, run, words, place) for run, place in zip(form.runs, places, strict=True)):
            return places, True
        best = best or places
    return (best, False) if best else None


def whole(run: Run, words: Words, place: Place) -> Place:
    """The place of a run with the stops at its edges that stand in the text too."""
    first, last = place
    head, tail = run.pieces[: run.head], run.pieces[len(run.pieces) - run.tail :]
    for piece in reversed(head):
        if not first or words.keys[first - 1] != piece.key:
            break
        first -= 1
    for piece in tail:
        if last == len(words.keys) or words.keys[last] != piece.key:
            break
        last += 1
    return Place(first, last)


def cut_off(words: Words, first: int, last: int) -> Place:
    """How many words and marks before a stretch, and after it, are written as one with its first and last word."""
    return Place(_cut_before(words, first), _cut_after(words, last))


def _cut_before(words: Words, at: int) -> int:
    if not at or words.ends[at - 1] != words.starts[at] or not is_word(words.keys[at]):
        return 0
    if words.keys[at - 1] in _CLOSING:
        opening = _first(words, range(at - 2, max(-1, at - _BRACKETED), -1), _OPENING)
        return at - opening if opening is not None and _is_part(words, at, opening, at - 1) else 0
    joint = at > 1 and words.text[words.starts[at - 1] : words.ends[at - 1]] in _JOINTS
    if joint and words.ends[at - 2] == words.starts[at - 1] and is_word(words.keys[at - 2]):
        return 2
    return int(words.keys[at][0].isdigit() and words.keys[at - 1] in _BEFORE_NUMBERS)


def _cut_after(words: Words, last: int) -> int:
    if last >= len(words.keys) or not is_word(words.keys[last - 1]):
        return 0
    space = words.starts[last] - words.ends[last - 1]
    if words.keys[last - 1][-1] == "'":
        return int(not space)
    if not space and words.keys[last] in _OPENING:
        closing = _first(words, range(last + 1, min(len(words.keys), last + _BRACKETED)), _CLOSING)
        return closing + 1 - last if closing is not None and _is_part(words, last - 1, last, closing) else 0
    if words.keys[last - 1][-1].isdigit() and words.keys[last] in _AFTER_NUMBERS:
        return int(space < 2)
    if space or words.text[words.starts[last] : words.ends[last]] not in _JOINTS or last + 1 == len(words.keys):
        return 0
    return 2 * (words.ends[last] == words.starts[last + 1] and is_word(words.keys[last + 1]))


def _first(words: Words, places: range, marks: frozenset[str]) -> int | None:
    """The first of some places at which one of some marks stands."""
    return next((place for place in places if words.keys[place] in marks), None)


def _is_part(words: Words, word: int, opening: int, closing: int) -> bool:
    """Whether letters in brackets of the source are a part of the word beside them, as in `[un]fair` or `agree(s)`."""
    inside = words.text[words.ends[opening] : words.starts[closing]]
    if any(map(str.isspace, inside)):
        return False
    if word < opening:
        return touches(words.text[words.ends[word] - 1], inside, inside[:1])
    return touches(words.text[words.starts[word]], inside, inside[-1:])


def _places(text: str, run: Run, words: Words) -> list[Place]:
    """The places at which a run stands, in order."""
    core = run.core
    first, last = _longest_known(core)
    found: list[Place] = []
    starts = words.find([piece.key for piece in core[first:last]]) if last else range(len(words.keys))
    vowelled = is_vowelled(text) and is_vowelled(words.text)
    for at in starts:
        place = Place(at - first, at - first + len(core))
        if place.first < 0 or place.last > len(words.keys) or any(cut_off(words, *place)):
            continue
        pairs = list(zip(core, range(*place), strict=True)) if vowelled or last - first < len(core) else []
        if all(piece.fits(words.keys[word]) for piece, word in pairs) and not (
            vowelled and any(clash(text, piece, words, word) for piece, word in pairs)
        ):
            found.append(place)
    return found


def clash(text: str, piece: Piece, words: Words, word: int) -> bool:
    """Whether a word of a quotation has other vowel signs than the same word of a text."""
    return vowels_clash(text[piece.starts : piece.ends], words.text[words.starts[word] : words.ends[word]])


def _longest_known(core: Sequence[Piece]) -> Place:
    """The longest stretch of pieces without a changed word; empty when there is none."""
    best, start = Place(0, 0), 0
    for at, piece in enumerate([*core, None]):
        if piece is None or piece.free is not None:
            best = max(best, Place(start, at), key=lambda place: place.last - place.first)
            start = at + 1
    return best


def _follow(places: list[Place], before: list[_Way], gap: Gap, words: Words) -> list[_Way]:
    """The places that come after one of those before, where a gap may stand for what is between; after the nearest."""
    ends = [way.place.last for way in before]
    ways: list[_Way] = []
    for place in places:
        at = bisect_right(ends, place.first) - 1
        if at >= 0 and may_stand_for(gap, words, ends[at], place.first):
            ways.append(_Way(place, before[at].origin, at))
    return ways


def _cost(way: _Way, words: Words, near: tuple[int, int] | None) -> tuple[int, int, int]:
    """What sorts ways, the best first: how far from where it should be, how long, how far down."""
    starts, ends = words.starts[way.origin], words.ends[way.place.last - 1]
    away = max(0, near[0] - ends, starts - near[1]) if near else 0
    return away, ends - starts, starts


def _walk_back(steps: list[list[_Way]], way: int) -> list[Place]:
    places: list[Place] = []
    for ways in reversed(steps):
        places.append(ways[way].place)
        way = ways[way].before
    return places[::-1]


def _same_signs(text: str, run: Run, words: Words, place: Place) -> bool:
    """Whether a run stands in the text to the character, but for changed words and the stops before and after it."""
    wider = whole(run, words, place)
    if wider.last - wider.first < len(run.pieces):
        return False
    row = list(zip(run.pieces, range(*wider), strict=True))
    start = 0
    for at in range(len(row) + 1):
        if at == len(row) or row[at][0].free is not None:
            if start < at and not _equal(
                text[row[start][0].starts : row[at - 1][0].ends], words.slice(row[start][1], row[at - 1][1] + 1)
            ):
                return False
            start = at + 1
    return True


def _equal(one: str, other: str) -> bool:
    return one == other or unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
