"""The passage of a text that is most like a quotation, and the two word by word."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from db.quotation_exact import Place, clash, cut_off
from db.quotation_gaps import OMITTED, may_stand_for
from db.quotation_shape import Form, Gap, Piece
from db.quotation_words import Words, is_word
from db.word_diff import Segment, blocks

LEAST = 0.5
"""How much of a quotation must stand in a passage for the two to be compared."""
_SEED = 0.3
"""How much of the words between two dots a stretch of text must have for the words to be looked for in it."""
_STEM = 5
"""Letters by which two words count as forms of one."""
_NEAR = 10
"""Letters between two words that are always taken for words of one passage."""
_ADDED = 3
"""Words at the edge of a quotation that are shown against as many of the text."""
_SENTENCE_ENDS = frozenset(".!?…。؟")


class Pair(NamedTuple):
    """A word of the text, and the piece of the quotation that is the same word or a form of it; both by number."""

    word: int
    piece: int


class Nearest(NamedTuple):
    """The passage most like a quotation, how much is alike (0 to 1), and the two word by word."""

    place: Place
    score: float
    segments: tuple[Segment, ...]


def find(form: Form, words: Words) -> Nearest | None:
    """The passage most like a quotation; None when none has enough of it."""
    comparison = _Comparison(form, words)
    pairs = comparison.pairs()
    if not comparison.are_enough(pairs):
        return None
    place = comparison.edges(pairs)
    score = comparison.score(pairs, place)
    return Nearest(place, score, comparison.segments(pairs, place)) if score >= LEAST else None


def _stem(key: str) -> str:
    return key if key[0].isdigit() else key.casefold()[:_STEM]


def _common(one: str, other: str) -> int:
    """How many letters two words begin with alike, in either case."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a.casefold() != b.casefold()), min(len(one), len(other)))


def _weight(key: str) -> int:
    """What a word counts, which is its length; a mark counts little."""
    return len(key) if is_word(key) else 1


class _Comparison:
    """A quotation beside a text, as rows of stems."""

    def __init__(self, form: Form, words: Words) -> None:
        self.form, self.words = form, words
        self.pieces: list[Piece] = [piece for run in form.runs for piece in run.pieces]
        self.gaps: dict[int, Gap] = {}
        """What stands before a piece, or after the last, if it is dots or brackets."""
        at = 0
        for run, gap in zip(form.runs, (*form.gaps, form.after), strict=True):
            at += len(run.pieces)
            self.gaps[at] = gap
        self.gaps[0] = form.before
        self.stems = [_stem(key) for key in words.keys]
        self.wanted = [_stem(piece.key) for piece in self.pieces]

    def pairs(self) -> list[Pair]:
        """The words of the passage that are in the quotation too, in order; what is between dots by itself."""
        cuts = [0, *(at for at, gap in self.gaps.items() if gap.dots and 0 < at < len(self.pieces)), len(self.pieces)]
        sections: list[tuple[int, int]] = list(pairwise(cuts))
        anchor = max(sections, key=lambda section: sum(map(len, self.wanted[slice(*section)])))
        found = self._align(anchor, 0, len(self.stems))
        at = sections.index(anchor)
        if not found:
            return []
        for section in sections[at + 1 :]:
            end = found[-1].word + 1
            found += self._align(section, end, end + OMITTED)
        for section in reversed(sections[:at]):
            found = self._align(section, max(0, found[0].word - OMITTED), found[0].word) + found
        return found

    def are_enough(self, pairs: list[Pair]) -> bool:
        """Whether two words are found, or forms of them, or one to the letter."""
        found = [pair for pair in pairs if is_word(self.pieces[pair.piece].key)]
        return len(found) > 1 or any(map(self._is_same, found))

    def _align(self, section: tuple[int, int], first: int, last: int) -> list[Pair]:
        """Pairs for some pieces in the stretch of the text that has most of them; none where it has too few."""
        wanted = self.wanted[slice(*section)]
        window = self._window(Counter(wanted), first, min(last, len(self.stems)), len(wanted))
        if window is None:
            return []
        start, end = window
        pairs = [
            Pair(start + word + at, section[0] + piece + at)
            for word, piece, same in blocks(self.stems[start:end], wanted)
            for at in range(same)
        ]
        return self._without_strays(self._drawn_together(pairs))

    def _drawn_together(self, pairs: list[Pair]) -> list[Pair]:
        """Pairs of which none stands alone whose word stands beside the next pair, or the one before, as well."""
        for step in (-1, 1):
            row = pairs[::step]
            for at in range(len(row) - 1):
                beside, alone = row[at], row[at + 1]
                follows = row[at + 2].word if at + 2 < len(row) else None
                place = beside.word + step
                if (
                    alone.piece == beside.piece + step
                    and alone.word != place
                    and follows != alone.word + step
                    and self.stems[place] == self.wanted[alone.piece]
                ):
                    row[at + 1] = Pair(place, alone.piece)
            pairs = row[::step]
        return pairs

    def _window(self, wanted: Counter[str], first: int, last: int, length: int) -> tuple[int, int] | None:
        """The stretch, about as long as what is wanted, that has most of it by weight."""
        size = length + length // 4 + 2
        weights = {stem: _weight(stem) for stem in wanted}
        have: Counter[str] = Counter()
        total = best = end = 0
        for at in range(first, last):
            stem = self.stems[at]
            if stem in weights:
                have[stem] += 1
                total += weights[stem] if have[stem] <= wanted[stem] else 0
            leaving = self.stems[at - size] if at - size >= first else ""
            if leaving in weights:
                total -= weights[leaving] if have[leaving] <= wanted[leaving] else 0
                have[leaving] -= 1
            if total > best:
                best, end = total, at + 1
        enough = best >= _SEED * sum(weights[stem] * number for stem, number in wanted.items())
        return (max(first, end - size - 2), min(last, end + 2)) if best and enough else None

    def _without_strays(self, pairs: list[Pair]) -> list[Pair]:
        """Pairs without those at the edges that are far from the others for what they weigh."""
        for step in (1, -1):
            row, kept = pairs[::step], 0
            weight = 0
            for at, (one, other) in enumerate(pairwise(row), 1):
                weight += self._weigh(one.word, one.word + 1)
                between = sorted((one.word, other.word))
                if self._weigh(between[0] + 1, between[1]) > 2 * weight + _NEAR:
                    kept, weight = at, 0
            pairs = row[kept:][::step]
        return pairs

    def _weigh(self, first: int, last: int) -> int:
        return sum(_weight(key) for key in self.words.keys[first:last])

    def edges(self, pairs: list[Pair]) -> Place:
        """The place of the passage: with the words at its edges that others stand for, and none cut."""
        first, last = pairs[0].word, pairs[-1].word + 1
        before, after = pairs[0].piece, len(self.pieces) - 1 - pairs[-1].piece
        keys = self.words.keys
        for _ in range(before if before <= _ADDED else 0):
            if first and keys[first - 1] not in _SENTENCE_ENDS:
                first -= 1
        for _ in range(after if after <= _ADDED else 0):
            if last < len(keys) and keys[last - 1] not in _SENTENCE_ENDS:
                last += 1
        cut = cut_off(self.words, first, last)
        return Place(first - cut.first, last + cut.last)

    def score(self, pairs: list[Pair], place: Place) -> float:
        """How much of the passage and the quotation is alike; always less than all of it."""
        alike = sum(self._alike(pair) for pair in pairs)
        out = sum(self._weigh(one.word + 1, other.word) for one, other in pairwise(pairs) if self._left(one, other))
        whole = sum(_weight(piece.key) for piece in self.pieces) + self._weigh(*place) - out
        return min(2 * alike / whole, 0.999)

    def segments(self, pairs: list[Pair], place: Place) -> tuple[Segment, ...]:
        """The passage and the quotation as one."""
        found: list[tuple[str, str]] = []
        one = Pair(place.first - 1, -1)
        for other in (*pairs, Pair(place.last, len(self.pieces))):
            found += self._between(one, other, place)
            if other.word < place.last:
                alike = self._is_same(other)
                found.append(("same" if alike else "gone", self._source(other.word, other.word + 1, place)))
                found += [] if alike else [("new", self._quoted(other.piece, other.piece + 1))]
            one = other
        return joined(found)

    def _between(self, one: Pair, other: Pair, place: Place) -> list[tuple[str, str]]:
        """What is in the one or the other only, between two pairs or at an edge."""
        source = self._source(one.word + 1, other.word, place)
        gap = self._left(one, other) if one.piece >= 0 and other.piece < len(self.pieces) else None
        if gap:
            return between(gap, source)
        found = [("gone", source)]
        for at in range(one.piece + 1, other.piece + 1):
            if at in self.gaps:
                found.append(("put", spaced(self.gaps[at].text if 0 < at < len(self.pieces) else self.gaps[at].put)))
            found.append(("new", self._quoted(at, at + 1) if at < other.piece else ""))
        return found

    def _left(self, one: Pair, other: Pair) -> Gap | None:
        """The gap that accounts for all that stands in the text between two pairs."""
        gap = self.gaps.get(other.piece)
        fits = gap and other.piece == one.piece + 1 and may_stand_for(gap, self.words, one.word + 1, other.word)
        return gap if fits else None

    def _is_same(self, pair: Pair) -> bool:
        piece = self.pieces[pair.piece]
        return piece.fits(self.words.keys[pair.word]) and not clash(self.form.text, piece, self.words, pair.word)

    def _alike(self, pair: Pair) -> int:
        """How much two words weigh that are the same, or begin alike."""
        key = self.words.keys[pair.word]
        return _weight(key) if self._is_same(pair) else _common(key, self.pieces[pair.piece].key)

    def _source(self, first: int, last: int, place: Place) -> str:
        """Words of the text as they stand, with what follows them up to the next one of the passage."""
        if first >= last:
            return ""
        ends = self.words.starts[last] if last < place.last else self.words.ends[last - 1]
        return self.words.text[self.words.starts[first] : ends]

    def _quoted(self, first: int, last: int) -> str:
        """Pieces of the quotation as they are written, likewise."""
        more = last < len(self.pieces) and last not in self.gaps
        ends = self.pieces[last].starts if more else self.pieces[last - 1].ends
        return self.form.text[self.pieces[first].starts : ends] + (" " if last in self.gaps else "")


def between(gap: Gap, source: str) -> list[tuple[str, str]]:
    """What dots or brackets stand for, as pieces of segments: what the text has there, then the words of the quoter."""
    return [("left" if source.strip() else "same", source), ("put", spaced(gap.put))]


def spaced(words: str) -> str:
    """Words of the quoter with a space after them; empty where there are none."""
    return f"{words} " if words else ""


def joined(pieces: list[tuple[str, str]]) -> tuple[Segment, ...]:
    """Segments of pieces, those of one kind that follow each other made one, empty ones left out."""
    found: list[Segment] = []
    for kind, text in pieces:
        if text and found and found[-1].kind == kind:
            found[-1] = Segment(kind, found[-1].text + text)
        elif text:
            found.append(Segment(kind, text))
    return tuple(found)
