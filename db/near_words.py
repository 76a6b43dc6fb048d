"""Places of a text whose words are nearly those of a passage, found by the short pieces that they share.

Pieces of the passage and of its surroundings are looked up in the text; where several point at one place, its edges
are set by what stands around it, or by the pieces themselves. The work grows with the text and with the passages, not
with their product. In a short text a passage that shares no piece is compared with every place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol
from unicodedata import category

PIECE = 6
"""Characters of a piece."""
STEP = 2
"""A piece begins at every so many characters of a passage, or further apart in a long one."""
MANY = 120
"""About how many pieces a long passage has."""
PIECES = 24
"""The rarest pieces of a passage, which point at its place."""
COMMON = 48
"""Places of one piece that are looked at."""
FEW = 3000
"""Pieces up to which each is looked up by itself."""
SPOTS = 8
"""Places to which the pieces of a passage point that are compared with it."""
SLACK = 24
"""Characters by which what a piece points at may be off."""
ALIKE = 0.6
"""How much of the words must be alike."""
SHORT = 40_000
"""Characters of a text that is looked through whole where no piece helps."""
LONG = 20_000
"""Characters of which two stretches are compared; of longer ones the first and the last half of that."""
LONGEST_WORD = 30
"""Characters by which an edge may be moved to that of a word."""
EDGES = (32, 16, 8, 4)
"""How much of the surroundings is looked for to set an edge; what is found first counts."""

Span = tuple[int, int]


class Passage(Protocol):
    """What is looked for: words with what stood before and after them."""

    @property
    def exact(self) -> str: ...
    @property
    def prefix(self) -> str: ...
    @property
    def suffix(self) -> str: ...


def ratio(one: str, other: str) -> float:
    """How much of two texts is alike, from 0 to 1; 1 only for the same."""
    from rapidfuzz import fuzz

    if one == other:
        return 1.0
    if len(one) + len(other) > 2 * LONG:
        half = LONG // 2
        one, other = (text if len(text) <= LONG else text[:half] + text[-half:] for text in (one, other))
    return min(fuzz.ratio(one, other) / 100, 0.9999)


def places(text: str, passages: Sequence[Passage]) -> list[list[Span]]:
    """For each passage the places whose words are alike enough, each with its edges."""
    pieces = [_pieces(passage) for passage in passages]
    known = _look_up(text, {piece for some in pieces for _, piece in some})
    return [
        list(_spans(text, passage, some, known)) or _by_comparing(text, passage)
        for passage, some in zip(passages, pieces, strict=True)
    ]


def _pieces(passage: Passage) -> list[tuple[int, str]]:
    """Pieces of a passage in its surroundings, each with how far it is from where the passage starts."""
    whole = f"{passage.prefix}{passage.exact}{passage.suffix}"
    before = len(passage.prefix)
    step = max(STEP, len(whole) // MANY)
    return [(at - before, whole[at : at + PIECE]) for at in range(0, len(whole) - PIECE + 1, step)]


def _look_up(text: str, pieces: set[str]) -> dict[str, list[int]]:
    """Where each piece occurs, at most COMMON places of it."""
    found: dict[str, list[int]] = {piece: [] for piece in pieces}
    if len(pieces) <= FEW:
        for piece, known in found.items():
            at = text.find(piece)
            while at >= 0 and len(known) < COMMON:
                known.append(at)
                at = text.find(piece, at + 1)
        return found
    for at in range(len(text) - PIECE + 1):
        known = found.get(text[at : at + PIECE])
        if known is not None and len(known) < COMMON:
            known.append(at)
    return found


def _spans(
    text: str, passage: Passage, pieces: Sequence[tuple[int, str]], known: dict[str, list[int]]
) -> Iterator[Span]:
    """The places at which the rarest pieces point."""
    rarest = sorted((len(known[piece]), off, piece) for off, piece in pieces if known[piece])[:PIECES]
    pointed = sorted((at - off, off) for _, off, piece in rarest for at in known[piece])
    groups: list[list[Span]] = []
    for one in pointed:
        if groups and one[0] - groups[-1][-1][0] <= SLACK:
            groups[-1].append(one)
        else:
            groups.append([one])
    groups.sort(key=lambda group: (-len({off for _, off in group}), group))
    for group in groups[:SPOTS]:
        span = _with_edges(text, passage, [start for start, _ in group])
        if span:
            yield span


def _with_edges(text: str, passage: Passage, pointed: Sequence[int]) -> Span | None:
    """The stretch around a place that is likest to a passage; None when none is alike enough."""
    length = len(passage.exact)
    low, high = min(pointed), max(pointed)
    starts = {low, high, pointed[len(pointed) // 2]}
    ends = {start + length for start in starts}
    edge = _edge_after(text, passage.prefix, low - SLACK, high + SLACK)
    if edge is not None:
        starts.add(edge)
        ends.add(edge + length)
    edge = _edge_before(text, passage.suffix, low + length - SLACK, high + length + SLACK)
    if edge is not None:
        ends.add(edge)
        starts.add(edge - length)
    spans = {_trimmed(text, passage, max(0, start), min(len(text), end)) for start in starts for end in ends}
    alike = [(ratio(passage.exact, text[start:end]), -start, end) for start, end in spans if start < end]
    best, start, end = max(alike, default=(0.0, 0, 0))
    return _on_words(text, passage, -start, end) if best >= ALIKE else None


def _edge_after(text: str, prefix: str, low: int, high: int) -> int | None:
    """Where what stood before a passage ends, when that is between two places."""
    for size in EDGES:
        tail = prefix[-size:]
        at = text.rfind(tail, max(0, low - len(tail)), max(0, high)) if len(prefix) >= size else -1
        if at >= 0:
            return at + len(tail)
    return None


def _edge_before(text: str, suffix: str, low: int, high: int) -> int | None:
    """Where what stood after a passage begins, when that is between two places."""
    for size in EDGES:
        head = suffix[:size]
        at = text.find(head, max(0, low), max(0, high + len(head))) if len(suffix) >= size else -1
        if at >= 0:
            return at
    return None


def _trimmed(text: str, passage: Passage, start: int, end: int) -> Span:
    """A stretch without blanks at its edges, unless the passage has such too."""
    words = text[start:end]
    if not passage.exact[:1].isspace():
        start += len(words) - len(words.lstrip())
    if not passage.exact[-1:].isspace():
        end -= len(words) - len(words.rstrip())
    return start, max(start, end)


def _on_words(text: str, passage: Passage, start: int, end: int) -> Span:
    """A stretch that begins and ends with whole words where the passage does: a word more, or one less."""
    starts, ends = [start], [end]
    if not _cuts(passage.prefix[-1:], passage.exact[:1]) and _cuts(text[start - 1 : start], text[start]):
        starts = [_word_edge(text, start, -1), _word_edge(text, start, 1)]
    if not _cuts(passage.exact[-1:], passage.suffix[:1]) and _cuts(text[end - 1], text[end : end + 1]):
        ends = [_word_edge(text, end, -1), _word_edge(text, end, 1)]
    spans = [_trimmed(text, passage, one, other) for one in starts for other in ends]
    alike = [(ratio(passage.exact, text[one:other]), -one, other) for one, other in spans if one < other]
    best, one, other = max(alike, default=(0.0, 0, 0))
    return (-one, other) if best >= ALIKE else (start, end)


def _cuts(last: str, first: str) -> bool:
    """Whether a word goes on from one character to the next."""
    return _in_word(last) and _in_word(first)


def _in_word(character: str) -> bool:
    """Whether a character is part of a word: a letter, a digit or a mark on one; nothing is no part."""
    return character.isalnum() or (bool(character) and category(character).startswith("M"))


def _word_edge(text: str, at: int, step: int) -> int:
    """The end of the word in which a place is, to the left or to the right of it."""
    for _ in range(LONGEST_WORD):
        if not 0 < at < len(text) or not _cuts(text[at - 1], text[at]):
            break
        at += step
    return at


def _by_comparing(text: str, passage: Passage) -> list[Span]:
    """The stretch of a short text that is likest to a passage, if any is alike enough."""
    from rapidfuzz import fuzz

    if not text or len(text) > SHORT or len(passage.exact) > SHORT:
        return []
    found = fuzz.partial_ratio_alignment(passage.exact, text, score_cutoff=100 * ALIKE)
    # The shorter of the two slides over the longer: where that is the text, all of it is meant.
    if found is None:
        return []
    span = _with_edges(text, passage, [found.dest_start])
    return [span] if span else []
