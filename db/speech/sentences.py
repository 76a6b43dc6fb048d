"""Sentences of a paragraph, where what stands in quotation marks counts as one word."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from db.speech.marks import Quoted
from db.speech.shapes import Span

HIDDEN = "\ue000"  # stands for each character in quotation marks
THING = "ء"  # stands for each of the name of a thing, marks included: a letter that no word repeats
_STOP = re.compile(r"(?<![.!?…؟۔])[.!?…؟۔]+[)\]]*(?=\s)|[.!?…؟][”“»\"'’«]*(?=\s)")
_INITIAL = re.compile(r"(?:^|[\s.(]|\.-)[^\W\d_]$")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:mr|mrs|ms|dr|prof|gen|col|lt|sgt|gov|sen|rep|st|no|nos|vs|etc|jr|sr|hon|rev|art|approx|dept|"
    r"u\.s|u\.n|u\.k|h\.e|s\.e|e\.g|i\.e|a\.m|p\.m|m|mm|mme|mlle|mgr|av|bd|n|z\.b|u\.a|d\.h|bzw|ca|hr|fr|nr|str|usw|"
    r"г|гг|им|ул|т\.е|т\.д|т\.п|тыс|млн|млрд|стр|см|др|проф|акад|ген|п|ст|"
    r"sn|dr|prof|av|doç|alb|org|korg|yrd|vb|vs|bkz|د|أ|م|ص)$",
    re.IGNORECASE,
)


def masked(text: str, span: Span, quoted: Sequence[Quoted], things: Collection[Quoted] = ()) -> str:
    """The text of a span with all that stands in quotation marks hidden, marks included; as long as it was."""
    pieces, at = list[str](), span[0]
    for one in quoted:
        pieces += [text[at : one.outer[0]], (THING if one in things else HIDDEN) * (one.outer[1] - one.outer[0])]
        at = one.outer[1]
    return "".join([*pieces, text[at : span[1]]])


def sentences(
    text: str, shown: str, base: int, quoted: Sequence[Quoted], goes_on: Callable[[str, str], bool]
) -> Iterator[Span]:
    """Where the sentences of a block start and end; `shown` is its masked text, which begins at `base`.

    After a quotation that ends a sentence of its own a new one begins, unless `goes_on` says of its last character
    and of what follows that this tells who spoke.
    """
    stops = [stop.end() + base for stop in _STOP.finditer(shown) if _ends(shown, stop.start(), stop.end())]
    stops += [one.outer[1] for one in quoted if _ends_after(text, shown, base, one, goes_on)]
    stops += [base + line.end() for line in re.finditer(r"\n", shown) if _is_verse(shown, line.start())]
    starts = base
    for stop in sorted({*stops, base + len(shown)}):
        piece = text[starts:stop]
        first, last = stop - len(piece.lstrip()), starts + len(piece.rstrip())
        if first < last:
            yield first, last
        starts = stop


def _is_verse(shown: str, at: int) -> bool:
    """Whether a line break inside a block parts sentences: only where a blank line stands."""
    return shown[at : at + 2] == "\n\n"


def _ends(shown: str, at: int, after: int) -> bool:
    """Whether a full stop ends a sentence and does not only shorten a word."""
    rest = shown[after : after + 40].lstrip()
    if rest and rest[0].islower():
        return False
    if shown[at] != "." or after - at > 1:
        return True
    before = shown[max(0, at - 14) : at]
    if _INITIAL.search(before) or _ABBREVIATED.search(before):
        return not rest
    return not (before[-1:].isdigit() and rest[:1].isdigit()) and not _is_ordinal(before, rest)


def _is_ordinal(before: str, rest: str) -> bool:
    """Whether a number with a point counts days, as in German: 4. Mai."""
    return bool(re.search(r"(?:^|\s)\d{1,2}$", before)) and bool(re.match(r"[A-ZÄÖÜ]\w+", rest)) and rest[:3] in _MONTHS


_MONTHS = {"Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"}


def _ends_after(text: str, shown: str, base: int, one: Quoted, goes_on: Callable[[str, str], bool]) -> bool:
    """Whether a sentence ends with the mark that closes a quotation."""
    last = text[slice(*one.parts[-1])].rstrip("’‘›‹'")[-1:] if one.parts else ""
    if last not in ".!?…؟":
        return False
    rest = shown[one.outer[1] - base :]
    word = rest.lstrip(" \u00a0\u202f")
    if not word or word[0] in ",;:—–-،" or word[0].islower():
        return False
    return not goes_on(last, rest[:160])
