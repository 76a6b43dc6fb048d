"""What rests on the passages of a text: where it stands in a document of Qt, in lanes, and what it says in a tip."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from db import dates, vocabulary
from db.source_page import Use
from desktop.offsets import ShownText

LANES = 3  # lines under a passage that lies in others
LONGEST = 600  # characters of a text in a tip
CHANGED = "Changed since it was cited. {then}"
"""What is said of a citation whose value said something else when it was cited."""
CITED = {"states": "Cited for", "contradicts": "Contradicts", "inferred": "Inferred from this"}


class Mark(NamedTuple):
    """One passage in a document of Qt; of several that overlap each has a lane of its own, from 0."""

    first: int
    last: int
    lane: int
    use: Use


class PassageMarks:
    """The marks of one text, in its order."""

    def __init__(self, text: ShownText, uses: Iterable[Use]) -> None:
        self.all: list[Mark] = []
        self._reach: list[int] = []
        lanes = [0] * LANES
        for use in uses:
            if use.starts is None or use.ends is None or use.ends > len(text.text):
                continue  # while a text that was cut is read again
            first, last = text.to_document(use.starts), text.to_document(use.ends)
            lane = next((at for at, taken in enumerate(lanes) if taken <= first), LANES - 1)
            lanes[lane] = max(lanes[lane], last)
            self.all.append(Mark(first, last, lane, use))
            self._reach.append(max(last, self._reach[-1] if self._reach else 0))
        self._firsts = [mark.first for mark in self.all]

    def between(self, first: int, last: int) -> list[Mark]:
        """The marks of passages of which something lies between two places."""
        start, end = bisect_right(self._reach, first), bisect_left(self._firsts, last)
        return [mark for mark in self.all[start:end] if mark.last > first]

    def at(self, position: int) -> list[Mark]:
        """The marks of the passages around a place, the shortest first: one means what lies in others."""
        return sorted(self.between(position, position + 1), key=lambda mark: mark.last - mark.first)

    def beyond(self, position: int, step: int) -> Mark | None:
        """The first mark that begins after a place (1) or before it (-1); None when there is none."""
        at = bisect_right(self._firsts, position) if step > 0 else bisect_left(self._firsts, position) - 1
        return self.all[at] if 0 <= at < len(self.all) else None


def mark_words(use: Use) -> str:
    """What rests on a passage, as a tip says it."""
    lines = _WORDS[use.kind](use)
    if use.tags and use.kind != "tag":
        lines.append(f"Tags: {', '.join(tag.name for tag in use.tags)}")
    return "\n".join(line for line in lines if line)


def _quote(use: Use) -> list[str]:
    said = ", ".join(part for part in (use.by or "Speaker not known", use.day and dates.words(use.day)) if part)
    form = ", ".join(word for word in ("Quote", vocabulary.FORMS.get(use.form or "")) if word)
    return [f"{form}: {said}", use.meeting_title or ""]


def _citation(use: Use) -> list[str]:
    field = vocabulary.field_label(use.record.kind, use.field).lower() if use.field else ""
    of = f"{field} of “{_cut(use.title)}”" if field else f"“{_cut(use.title)}”"
    elsewhere = use.meeting_title if use.meeting != use.record.uid else ""
    return [f"{CITED.get(use.relation, use.relation)}: {of}", elsewhere or ""]


def _note(use: Use) -> list[str]:
    return [_cut(use.title), f"— {use.by or 'author not known'}, {dates.words(use.day or '')}"]


def _tag(use: Use) -> list[str]:
    return [f"Tags: {', '.join(tag.name for tag in use.tags)}" if use.tags else "A passage without tags"]


_WORDS = {"quote": _quote, "citation": _citation, "note": _note, "tag": _tag}


def summary(counts: Mapping[str, int]) -> str:
    """How much rests on a source, in words; empty when nothing does."""
    from db.values import count

    named = {"citation": ("citation", "citations"), "quote": ("quote", "quotes"), "note": ("note", "notes"),
             "tag": ("tagged passage", "tagged passages")}  # fmt: skip
    return ", ".join(count(counts[kind], *words) for kind, words in named.items() if counts.get(kind))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
