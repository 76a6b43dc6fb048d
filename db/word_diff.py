"""Which words of a text changed: two texts as one, of segments that stayed, went and came.

Words that stand once in both texts anchor the comparison; between anchors the shortest way from one to the other is
sought, for as long as a budget lasts. So it takes time in proportion to the texts, save for some made to defeat it:
those are told apart more coarsely, never wrongly.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

LONGEST = 4_000_000
"""Characters of both texts together, above which they are not compared."""
BUDGET = 1_000_000
"""Steps that the search between anchors may take in all."""
DEEPEST = 40
"""How often the stretch between two anchors is looked through for further anchors."""
FARTHEST = 600
"""Words that may differ before the way found so far is taken, and the search goes on from its end."""

_LETTER = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # scripts that do not part their words
_MARK = "!-/:-@\\[-`{-~\u00a1-\u00bf\u2010-\u205e\u3001-\u303f"
_TOKEN = re.compile(f"[{_LETTER}]|[^\\s{_MARK}{_LETTER}]+|\\s+|[{_MARK}]")

Block = tuple[int, int, int]
"""Where equal words begin in the old and in the new text, and how many they are."""


class Segment(NamedTuple):
    """A stretch of text that is in both (same), only in the old (gone), or only in the new (new)."""

    kind: str
    text: str


def diff(old: str, new: str) -> tuple[Segment, ...]:
    """The old and the new text as one; without its new segments it is the old one, without those gone the new one."""
    if old == new:
        return _segments([("same", old)])
    if not old or not new or len(old) + len(new) > LONGEST:
        return _segments([("gone", old), ("new", new)])
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    return _segments(_without_crumbs(_pieces(a, b, _Comparison(a, b).blocks())))


def blocks(a: Sequence[str], b: Sequence[str]) -> list[Block]:
    """Where two rows of words are equal, in order and none across another."""
    return _Comparison(a, b).blocks()


def _segments(pieces: list[tuple[str, str]]) -> tuple[Segment, ...]:
    return tuple(Segment(kind, text) for kind, text in pieces if text)


def _is_word(token: str) -> bool:
    return token[0].isalnum() or (ord(token[0]) > 127 and not token.isspace())


class _Comparison:
    """Two lists of words and the search for those that they share."""

    def __init__(self, a: Sequence[str], b: Sequence[str]) -> None:
        self.a, self.b = a, b
        self._budget = BUDGET

    def blocks(self) -> list[Block]:
        """Equal stretches, in order, none of them crossing."""
        found: list[Block] = []
        waiting = [(0, len(self.a), 0, len(self.b), 0)]
        while waiting:
            first, last, start, end, depth = waiting.pop()
            first, last, start, end = self._trim(first, last, start, end, found)
            if first == last or start == end:
                continue
            anchors = self._anchors(first, last, start, end) if depth < DEEPEST else []
            if not anchors:
                reached = self._shortest(first, last, start, end, found)
                if reached:
                    waiting.append((reached[0], last, reached[1], end, depth))
                continue
            # Each anchor is the first equal word of the stretch that it begins.
            corners = [(first, start), *anchors, (last, end)]
            waiting += [(x, z, y, w, depth + 1) for (x, y), (z, w) in pairwise(corners)]
        return sorted(found)

    def _trim(self, first: int, last: int, start: int, end: int, found: list[Block]) -> tuple[int, int, int, int]:
        """The stretch without what is equal at both ends, which is kept."""
        a, b = self.a, self.b
        same = 0
        while first + same < last and start + same < end and a[first + same] == b[start + same]:
            same += 1
        if same:
            found.append((first, start, same))
        first, start, same = first + same, start + same, 0
        while last - same > first and end - same > start and a[last - same - 1] == b[end - same - 1]:
            same += 1
        if same:
            found.append((last - same, end - same, same))
        return first, last - same, start, end - same

    def _anchors(self, first: int, last: int, start: int, end: int) -> list[tuple[int, int]]:
        """The longest row of words that stand once in each stretch and in the same order."""
        olds, news = Counter(self.a[first:last]), Counter(self.b[start:end])
        places = {self.b[at]: at for at in range(start, end)}
        pairs = [
            (at, places[word])
            for at in range(first, last)
            if olds[word := self.a[at]] == 1 and news.get(word) == 1 and _is_word(word)
        ]
        return _rising(pairs)

    def _shortest(self, first: int, last: int, start: int, end: int, found: list[Block]) -> tuple[int, int] | None:
        """Keep the equal words on the shortest way (Myers 1986); where it got to, if not to the end of the stretch.

        When the budget ends nothing is kept, and there is nowhere to go on.
        """
        ways: list[dict[int, int]] = []
        reach = {1: 0}
        width, height = last - first, end - start
        for cost in range(min(width + height, FARTHEST) + 1):
            self._budget -= cost + 1
            if self._budget < 0:
                return None
            ways.append(dict(reach))
            for k in range(-cost, cost + 1, 2):
                x = _step(reach, k, cost)
                y = x - k
                while x < width and y < height and self.a[first + x] == self.b[start + y]:
                    x, y = x + 1, y + 1
                    self._budget -= 1
                reach[k] = x
                if x >= width and y >= height:
                    found += _walk_back(ways, x, y, first, start)
                    return None
        inside = [k for k in range(-FARTHEST, FARTHEST + 1, 2) if reach[k] <= width and reach[k] - k <= height]
        k = max(inside, key=lambda k: 2 * reach[k] - k)
        found += _walk_back(ways, reach[k], reach[k] - k, first, start)
        return first + reach[k], start + reach[k] - k


def _step(reach: dict[int, int], k: int, cost: int) -> int:
    """How far a way gets on a diagonal by one more word that went (to the right) or came (down)."""
    down = k == -cost or (k != cost and reach[k - 1] < reach[k + 1])
    return reach[k + 1] if down else reach[k - 1] + 1


def _walk_back(ways: list[dict[int, int]], x: int, y: int, first: int, start: int) -> Iterator[Block]:
    """The equal stretches on a way, from its end at words x and y of the stretch that begins at first and start."""
    for cost in range(len(ways) - 1, -1, -1):
        reach, k = ways[cost], x - y
        turn = _step(reach, k, cost)
        if x > turn:
            yield first + turn, start + turn - k, x - turn
        down = turn == reach.get(k + 1)
        before = k + 1 if down else k - 1
        x, y = reach[before], reach[before] - before


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs in which the second numbers rise as the first ones do."""
    ends: list[int] = []  # of the best row of each length: its last place, and which pair that is
    at_end: list[int] = []
    before: list[int] = []
    for at, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before.append(at_end[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        at_end[length : length + 1] = [at]
    found: list[tuple[int, int]] = []
    at = at_end[-1] if at_end else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]


def _pieces(a: Sequence[str], b: Sequence[str], blocks: list[Block]) -> list[tuple[str, str]]:
    """The segments between and in the equal stretches: what went stands before what came."""
    pieces: list[tuple[str, str]] = []
    x = y = 0
    for first, start, same in [*blocks, (len(a), len(b), 0)]:
        pieces += [("gone", "".join(a[x:first])), ("new", "".join(b[y:start]))]
        x, y = first + same, start + same
        pieces.append(("same", "".join(a[first:x])))
    return [piece for piece in pieces if piece[1]]


def _without_crumbs(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pieces, where no lone space or comma is called the same between two changes of words."""
    joined: list[tuple[str, str]] = []
    gone = new = same = ""
    for kind, text in pieces:
        if kind == "same":
            same += text
            continue
        if any(map(_is_word, same)) or not (gone or new):
            joined += [("gone", gone), ("new", new), ("same", same)]
            gone = new = ""
        else:
            gone, new = gone + same, new + same
        same = ""
        gone, new = (gone + text, new) if kind == "gone" else (gone, new + text)
    return [*joined, ("gone", gone), ("new", new), ("same", same)]
