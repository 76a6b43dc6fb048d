"""What brackets in a quotation are: words of the quoter, or letters of the word that they touch; and dots."""

from __future__ import annotations

import re
from typing import NamedTuple

from db.quotation_words import APOSTROPHES, ELLIPSIS, LETTER

_SHAPE = re.compile(rf"(?P<dots>[\[(<]\s*(?:{ELLIPSIS})\s*[\])>]|{ELLIPSIS})|\[(?P<own>[^\[\]]*)\]")
_REMARK = re.compile(r"\s*+(?:sic\W*+|[!?]++)?\s*+", re.IGNORECASE)
"""What a quoter says of the words before it: that they stand so, or that one may wonder."""
_LETTER = re.compile(LETTER)
_JOINS = frozenset("-‐‑–/־" + APOSTROPHES)
"""What joins the stretch that it begins or ends to the word beside that."""

Span = tuple[int, int]


class Gap(NamedTuple):
    """What stands between two runs: as it is written, whether there are dots in it, and its brackets.

    `is_own` tells that these have words or marks that the source lacks; `[sic]` is none.
    """

    text: str = ""
    dots: bool = False
    put: str = ""
    is_own: bool = False

    def joined(self, other: Gap) -> Gap:
        """This and the next as one."""
        text, put = f"{self.text} {other.text}".strip(), f"{self.put} {other.put}".strip()
        return Gap(text, self.dots or other.dots, put, self.is_own or other.is_own)


class Signs(NamedTuple):
    """Dots and brackets of a text by where they stand: gaps, letters in brackets, and brackets to be read over."""

    gaps: list[tuple[Span, Gap]]
    letters: list[Span]
    read_over: set[int]


def signs(text: str) -> Signs | None:
    """The dots and brackets of a quotation; None when it has none."""
    found = Signs([], [], set())
    for sign in _SHAPE.finditer(text):
        if sign["dots"]:
            found.gaps.append((sign.span(), Gap(sign[0], dots=True)))
        elif _REMARK.fullmatch(sign["own"]) and sign["own"]:
            found.gaps.append((sign.span(), Gap(sign[0], put=sign[0])))
        else:
            _take(text, sign, found)
    return found if found.gaps or found.read_over else None


def _take(text: str, sign: re.Match[str], found: Signs) -> None:
    """Take a bracket for words of the quoter, for letters of the words that it touches, or for some of each."""
    own = sign["own"]
    first, last = sign.start() + 1, sign.end() - 1
    head, tail = own[: len(own) - len(own.lstrip())] == "", own == own.rstrip()
    before, after = text[first - 2 : first - 1] if first > 1 else "", text[last + 1 : last + 2]
    parts = own.split() or [""]
    is_one = len(parts) == 1 and head and tail
    at_head = head and touches(before, parts[0], parts[0][:1])
    at_tail = tail and touches(after, parts[-1], parts[-1][-1:])
    if is_one and (at_head or at_tail or _is_inside(before, after)):
        found.read_over.update((first - 1, last))
        found.letters.append((first, last))
        return
    starts, ends = first - 1, last + 1
    if at_head:
        starts = first + len(parts[0])
        found.read_over.add(first - 1)
        found.letters.append((first, starts))
    if at_tail:
        ends = last - len(parts[-1])
        found.read_over.add(last)
        found.letters.append((ends, last))
    put = " ".join(text[max(starts, first) : min(ends, last)].split())
    if put or not (at_head or at_tail):
        found.gaps.append(((starts, ends), Gap(f"[{put}]", put=f"[{put}]", is_own=bool(put))))


def touches(outer: str, stretch: str, inner: str) -> bool:
    """Whether a stretch in brackets is a part of the word beside it; of both the signs that stand next to each other.

    Digits behind a word are none of it: that is how notes are numbered.
    """
    if not outer or not _LETTER.match(outer):
        return False
    if outer.isdigit() or not inner:
        return True
    if _LETTER.match(inner):
        return not inner.isdigit()
    return inner in _JOINS and any(map(str.isalnum, stretch))


def _is_inside(before: str, after: str) -> bool:
    """Whether a bracket stands between two letters."""
    return bool(before and after and _LETTER.match(before) and _LETTER.match(after))
