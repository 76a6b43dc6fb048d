"""The days of a search: a tree is cut into stretches of days, in each of which every after: and before: holds or not.

In the index quotes stand by their days, so each stretch is looked for between two places, exactly and at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from db.query_tree import Days, Either, Every, Node, Without, every, leaves
from db.quote_index import first_place

_BEGIN, _END = 0, 10000_00_00


class Stretch(NamedTuple):
    """What is searched for of the days of a stretch, None for all; `bounds` are its places, None for all days."""

    node: Node | None
    bounds: tuple[int, int] | None


def stretches(node: Node | None) -> list[Stretch]:
    """The stretches that a tree can find anything in, the newest first, with what is left of it in each."""
    edges = sorted({_BEGIN, _END, *(edge for days in leaves(node) if isinstance(days, Days) for edge in _edges(days))})
    found: list[tuple[int, int, Node | bool]] = []
    for first, end in pairwise(edge for edge in edges if _BEGIN <= edge <= _END):
        left = _on(node, first)
        if found and found[-1][2] == left:
            found[-1] = found[-1][0], end, left
        else:
            found.append((first, end, left))
    return [_stretch(first, end, left) for first, end, left in reversed(found) if left is not False]


def _stretch(first: int, end: int, left: Node | bool) -> Stretch:
    whole = end - first == _END
    return Stretch(
        None if isinstance(left, bool) else left, None if whole else (first_place(first), first_place(end) - 1)
    )


def _edges(days: Days) -> tuple[int, ...]:
    """Where a stretch begins at which days hold or no longer do."""
    return (days.first, days.last + 1, *(edge for one in days.without for edge in (one, one + 1)))


def _on(node: Node | None, day: int) -> Node | bool:
    """What is left of a tree on a day; whether it holds where nothing is."""
    if node is None or isinstance(node, Days):
        return node is None or node.hold(day)
    if isinstance(node, Every):
        return _every([_on(part, day) for part in node.parts])
    if isinstance(node, Either):
        return _either([_on(part, day) for part in node.parts])
    if isinstance(node, Without):
        return _without(_on(node.wanted, day), [_on(part, day) for part in node.unwanted])
    return node


def _without(wanted: Node | bool, unwanted: Sequence[Node | bool]) -> Node | bool:
    if wanted is False or True in unwanted:
        return False
    kept = tuple(part for part in unwanted if not isinstance(part, bool))
    return Without(None if wanted is True else wanted, kept) if kept else wanted


def _every(parts: Sequence[Node | bool]) -> Node | bool:
    return False not in parts and (every([part for part in parts if not isinstance(part, bool)]) or True)


def _either(parts: Sequence[Node | bool]) -> Node | bool:
    kept = tuple(part for part in parts if not isinstance(part, bool))
    return True in parts or (Either(kept) if len(kept) > 1 else kept[0] if kept else False)
