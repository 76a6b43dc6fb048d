"""The pages of a source whose original has pages: which one a place of its text is on, also once that is corrected."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from json import dumps, loads
from typing import Any, NamedTuple, cast

from db.anchors import shared
from db.word_diff import Segment, diff

LONGEST = 20
"""Characters of what is printed on a page as its number."""
FEW = 80
"""Characters of what was replaced within which it is thought to be known where a page begins."""


class Pages(NamedTuple):
    """Where the pages of a source begin in its text, one after the other, and what is printed on each as its number.

    `labels` are empty where nothing else is printed than how they are counted, from 1.
    """

    places: tuple[int, ...] = ()
    labels: tuple[str, ...] = ()

    def named(self) -> list[tuple[int, str]]:
        """Where each page begins, and its number."""
        return [(place, self._name(at)) for at, place in enumerate(self.places)]

    def words(self, starts: int, ends: int) -> str | None:
        """The page of a passage, or its first and last (`3–4`); None where there are no pages."""
        first = bisect_right(self.places, starts)
        last = max(first, bisect_left(self.places, ends))
        if not last:
            return None
        one, other = (self._name(max(1, number) - 1) for number in (first, last))
        return other if first in (0, last) else f"{one}–{other}"

    def have(self, page: str) -> bool:
        """Whether a page, or the first and last of several, as a citation names them are among these."""
        names = {name for _, name in self.named()}
        return page in names or (page.count("–") == 1 and names.issuperset(page.split("–")))

    def stored(self) -> str | None:
        """These as `sources.pages` holds them; None where there are none."""
        return dumps(self.named() if self.labels else self.places, ensure_ascii=False) if self.places else None

    def _name(self, at: int) -> str:
        return self.labels[at] if self.labels else str(at + 1)


def made(places: Sequence[int], labels: Sequence[str] = ()) -> Pages:
    """Pages of a document; what is printed on them counts where that is not how they are counted anyway."""
    counted = [str(at) for at in range(1, len(places) + 1)]
    names = [" ".join(label.split())[:LONGEST] or number for label, number in zip(labels, counted, strict=False)]
    return Pages(tuple(places), tuple(names) if len(names) == len(places) and names != counted else ())


def read(stored: str | None) -> Pages:
    """The pages that `sources.pages` holds; none where that is no list of places, with or without their numbers."""
    try:
        found: Any = loads(stored or "[]")
    except ValueError:
        return Pages()
    pages = [_page(one) for one in cast(list[Any], found)] if isinstance(found, list) else []
    known = [page for page in pages if page]
    places, labels = tuple(place for place, _ in known), tuple(label for _, label in known if label)
    if len(known) < len(pages) or sorted(places) != list(places) or len(labels) not in (0, len(places)):
        return Pages()
    return Pages(places, labels)


def _page(stored: Any) -> tuple[int, str] | None:
    """Where a page begins, with its number or without; None where that is neither."""
    one = cast(list[Any], stored) if isinstance(stored, list) else [stored, ""]
    is_page = len(one) == 2 and type(one[0]) is int and isinstance(one[1], str) and bool(one[1]) == (one is stored)
    return (int(one[0]), str(one[1])) if is_page else None


def moved(pages: Sequence[int], old: str, new: str) -> tuple[int, ...]:
    """Where the pages of a text begin after it was corrected, in one place or in several.

    None do where that cannot be known: a page began within much that was replaced, or less than half of the text
    stayed. Where one began within a few words that were replaced, it begins as far from their end.
    """
    corrections = _corrections(old, new)
    if 2 * sum(one.ends - one.starts for one in corrections) > len(old):
        return ()
    found: list[int] = []
    at = shift = 0
    for place in pages:
        while at < len(corrections) and corrections[at].ends <= place and corrections[at].starts < place:
            shift = corrections[at].new_ends - corrections[at].ends
            at += 1
        if at == len(corrections) or place <= corrections[at].starts:
            found.append(place + shift)
        elif (within := _within(corrections[at], place, new)) is not None:
            found.append(within)
        else:
            return ()
    return tuple(found)


class _Correction(NamedTuple):
    """A stretch of a text that was replaced, and what it was replaced by."""

    starts: int
    ends: int
    new_starts: int
    new_ends: int


def _corrections(old: str, new: str) -> list[_Correction]:
    """What was corrected in a text, in order."""
    first = shared(old, new)
    same = min(shared(old[::-1], new[::-1]), min(len(old), len(new)) - first)
    found: list[_Correction] = []
    one = _Correction(first, first, first, first)
    for kind, text in (*diff(old[first : len(old) - same], new[first : len(new) - same]), Segment("same", "")):
        if kind == "gone":
            one = one._replace(ends=one.ends + len(text))
        elif kind == "new":
            one = one._replace(new_ends=one.new_ends + len(text))
        else:
            found += [one] if one.ends > one.starts or one.new_ends > one.new_starts else []
            starts, new_starts = one.ends + len(text), one.new_ends + len(text)
            one = _Correction(starts, starts, new_starts, new_starts)
    return found


def _within(one: _Correction, place: int, new: str) -> int | None:
    """Where a page begins that began within what was replaced; None where that was much."""
    if one.new_starts == one.new_ends:
        return one.new_starts
    if max(one.ends - one.starts, one.new_ends - one.new_starts) > FEW:
        return None
    at = max(one.new_starts, one.new_ends - (one.ends - place))
    while at > one.new_starts and new[at].isalnum() and new[at - 1].isalnum():
        at -= 1
    return at
