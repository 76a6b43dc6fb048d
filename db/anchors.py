"""Where a passage stands in a text that was changed: places with how much each is like it, and what to make of them.

Only texts are looked at here, never a library. A score tells how alike a place is: seven tenths for the words
themselves, three tenths for what stands around them. It is 1 only where words and surroundings are the same to the
character, and the words are whole where they were.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import category

from db import near_words

WORDS, AROUND = 0.7, 0.3
"""What the words and their surroundings count for."""
ALIKE = 0.65
"""The least score of a place that is given at all; its words must be alike by near_words.ALIKE."""
CLOSE = 0.05
"""Two places whose scores differ by no more are look-alikes: which of them is meant is asked."""
MOST = 9
"""Places that are given."""
CONTEXT = 32
"""Characters kept of what stands before and after a passage."""
ENOUGH = 20
"""Characters next to a passage that must be as they were for it to stand where it stood whatever else was changed."""
CROWD = 1000
"""Places with the very same words that are looked at; where there are more, which is meant is always asked."""


class Sought(NamedTuple):
    """A passage as a citation keeps it: its words, and up to 32 characters of what stood before and after them."""

    exact: str
    prefix: str
    suffix: str

    @property
    def whole(self) -> str:
        """The words in their surroundings."""
        return f"{self.prefix}{self.exact}{self.suffix}"


class Candidate(NamedTuple):
    """A place (code points) where a passage may stand, what stands there and around it, and how alike it is."""

    starts: int
    ends: int
    words: str
    before: str
    after: str
    score: float


class Found(NamedTuple):
    """The places for a passage, the likest first, at most MOST; `more` tells that there are others beside them."""

    candidates: tuple[Candidate, ...]
    more: bool = False


class Verdict(NamedTuple):
    """What becomes of a passage: `moved` or `orphan`; without a place where several look alike; a score of 1 only
    where one place alone has the same words in the same surroundings."""

    anchor: str
    starts: int | None = None
    ends: int | None = None
    score: float | None = None


def passage(text: str, starts: int, ends: int) -> dict[str, str]:
    """A passage of a text as a citation keeps it: verbatim, with what stands before and after."""
    return {
        "exact": text[starts:ends],
        "prefix": text[max(0, starts - CONTEXT) : starts],
        "suffix": text[ends : ends + CONTEXT],
    }


def find(text: str, exact: str, prefix: str = "", suffix: str = "") -> Found:
    """The places of a text that are like a passage."""
    return find_all(text, [Sought(exact, prefix, suffix)])[0]


def find_all(text: str, sought: Sequence[Sought]) -> list[Found]:
    """The places for each of some passages; one look through the text serves all of them."""
    found = [_same_words(text, one) for one in sought]
    rest = [at for at, some in enumerate(found) if not some.more and not _stands_in_its_surroundings(some)]
    for at, spans in zip(rest, near_words.places(text, [sought[at] for at in rest]), strict=True):
        near = (_candidate(text, sought[at], *span) for span in spans)
        found[at] = _best([*found[at].candidates, *near])
    return found


def verdict(found: Found, sought: Sought) -> Verdict:
    """What becomes of a passage for which these places were found."""
    if not found.candidates:
        return Verdict("orphan")
    best = found.candidates[0]
    if _is_one_of_several(found, sought):
        return Verdict("moved", score=min(best.score, 0.999))
    return Verdict("moved", best.starts, best.ends, best.score)


def _is_one_of_several(found: Found, sought: Sought) -> bool:
    """Whether another place is as like the passage as the best, or nearly so.

    Beside the same words in the same surroundings only a place with the same words is a look-alike.
    """
    best, *others = found.candidates
    rivals = [other for other in others if best.score < 1 or other.words == sought.exact]
    return found.more or any(other.score >= best.score - CLOSE for other in rivals)


def _stands_in_its_surroundings(found: Found) -> bool:
    """Whether the very words stand somewhere as they did."""
    return bool(found.candidates) and found.candidates[0].score == 1


def _same_words(text: str, sought: Sought) -> Found:
    """The places with the very same words."""
    shift = len(sought.prefix)
    whole = [at + shift for at in _occurrences(text, sought.whole, MOST + 1)]
    if len(whole) > 1:
        return _best([_candidate(text, sought, at, at + len(sought.exact)) for at in whole])
    places = list(_occurrences(text, sought.exact, CROWD + 1))
    if len(places) > CROWD:
        places = [*whole, *(at for at in places[: MOST + 1] if at not in whole)]
        some = _best([_candidate(text, sought, at, at + len(sought.exact)) for at in places])
        return some._replace(more=True)
    return _best([_candidate(text, sought, at, at + len(sought.exact)) for at in places])


def _occurrences(text: str, words: str, most: int) -> Iterator[int]:
    """Where words occur in a text, overlapping ones too; at most so many."""
    at = text.find(words)
    while at >= 0 and most:
        yield at
        most -= 1
        at = text.find(words, at + 1) if most else -1


def _candidate(text: str, sought: Sought, starts: int, ends: int) -> Candidate:
    words = text[starts:ends]
    before, after = text[max(0, starts - CONTEXT) : starts], text[ends : ends + CONTEXT]
    score = _score(sought, words, before, after)
    if score == 1 and cuts(text, starts, ends, sought.prefix[-1:], sought.suffix[:1]):
        score = 0.999
    return Candidate(starts, ends, words, before, after, score)


def _score(sought: Sought, words: str, before: str, after: str) -> float:
    """How alike a place is; of its surroundings as much counts as is known of those of the passage."""
    before = before[max(0, len(before) - len(sought.prefix)) :]
    after = after[: len(sought.suffix)]
    if (before, words, after) == (sought.prefix, sought.exact, sought.suffix):
        return 1.0
    alike = near_words.ratio(sought.exact, words)
    known = len(sought.prefix) + len(sought.suffix)
    around = alike
    if known:
        sides = ((sought.prefix, before), (sought.suffix, after))
        around = sum(len(old) * near_words.ratio(old, new) for old, new in sides) / known
    return min(round(WORDS * alike + AROUND * around, 3), 0.999)


def _best(candidates: Sequence[Candidate]) -> Found:
    """The likest places, each once."""
    kept: list[Candidate] = []
    for one in sorted(set(candidates), key=lambda one: (-one.score, one.starts, one.ends)):
        if one.score < ALIKE or any(_is_the_same_place(one, other) for other in kept):
            continue
        if len(kept) == MOST:
            return Found(tuple(kept), more=True)
        kept.append(one)
    return Found(tuple(kept))


def _is_the_same_place(one: Candidate, other: Candidate) -> bool:
    """Whether two spans are one place, taken somewhat differently; the same words twice are two places."""
    return one.words != other.words and one.starts < other.ends and other.starts < one.ends


class Change:
    """Two versions of a text: what stands in the second as it stood in the first."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self._before = shared(old, new)
        self._after = min(shared(old[::-1], new[::-1]), min(len(old), len(new)) - self._before)

    def leaves(self, starts: int, ends: int, exact: str) -> bool:
        """Whether a passage surely stands where it stood.

        All before it is as it was, or all after it; enough of that stands next to it; no edge of it came to stand
        inside a word; and its words were not put in once more.
        """
        old, new = self._old, self._new
        if old[starts:ends] != exact or new[starts:ends] != exact:
            return False
        if self._before < starts and (len(old) != len(new) or self._after < len(old) - ends):
            return False
        if cuts(new, starts, ends, old[max(0, starts - 1) : starts], old[ends : ends + 1]):
            return False
        before = shared(old[max(0, starts - CONTEXT) : starts][::-1], new[max(0, starts - CONTEXT) : starts][::-1])
        after = shared(old[ends : ends + CONTEXT], new[ends : ends + CONTEXT])
        return before + after >= ENOUGH and not self._puts_in(exact)

    def _puts_in(self, words: str) -> bool:
        """Whether words stand, in part at least, in what came to the text."""
        more = len(words) - 1
        return self._new.find(words, max(0, self._before - more), len(self._new) - self._after + more) >= 0


def cuts(text: str, starts: int, ends: int, before: str, after: str) -> bool:
    """Whether a place of a text begins or ends inside a word where, as the signs beside it tell, it was whole."""
    edges = ((text[max(0, starts - 1) : starts], text[starts], before), (text[ends : ends + 1], text[ends - 1], after))
    return any(_is_letter(outer) and _is_letter(inner) and not _is_letter(known) for outer, inner, known in edges)


def _is_letter(sign: str) -> bool:
    """Whether a sign is one of a word: a letter, a digit, or a mark on one."""
    return bool(sign) and category(sign)[0] in "LNM"


def shared(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
