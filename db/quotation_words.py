"""A text as words to compare by: what typography may change without changing the words is the same here.

A word keeps its case, its accents, its apostrophes and the separators of its number. Quotation marks, kinds of space,
soft hyphens, tatweel and signs that are not seen are passed over; every dash is one dash, three full stops are one
ellipsis, a ligature is its letters. All other punctuation counts: each mark stands as a word of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

APOSTROPHES = "'’ʼ‘‛`´′＇"
QUOTES = "\"“”„‟«»‹›‚″「」『』〈〉《》〝〞〟＂״'’‘‛`´′＇"
DASHES = "\\-‐‑‒–—―−⸺⸻־﹘﹣－"
_SOLO = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
"""Scripts that do not part their words: each sign stands alone, and spaces between them say nothing."""
_MARKS = (
    "!-/:-@\\[-`{-~\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u055a-\u055f\u0589\u058a\u05be\u05c0\u05c3"
    "\u05c6\u05f3\u05f4\u0609-\u060d\u061b\u061d-\u061f\u066a-\u066d\u06d4\u0964\u0965\u0970\u10fb\u1360-\u1368"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u23ff\u2500-\u27bf\u2e00-\u2e5d\u3001-\u3004\u3008-\u3020\u3030"
    "\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
LETTER = f"[^\\s{_MARKS}{_SOLO}]"
"""Any sign of a word: neither a space nor punctuation, and not of a script without words."""
ELLIPSIS = r"…+|\.(?:\s?\.){2,}"
_ELISION = re.compile("(?i:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu|dell|nell|sull|dall|all)'")
"""What French and Italian put before a word as a part of it; the word may be quoted without it."""
_NUMBER = r"(?<=\d)[.,:٫٬](?=\d)"
_TOKEN = re.compile(
    f"[\u0300-\u036f]+|({LETTER}+(?:(?:{_NUMBER}|[{APOSTROPHES}](?={LETTER})){LETTER}+)*|[{_SOLO}])"
    f"|({ELLIPSIS})|([{DASHES}]+)|[{QUOTES}]|([{_MARKS}])"
)
_WORD = re.compile(f"{LETTER}|[{_SOLO}]")
_ALONE = re.compile(f"[{_SOLO}]")

_VOWELS = (
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4"
    "\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff"
)
_VOWEL = re.compile(f"[{_VOWELS}]")
"""Points and vowel signs of Hebrew and Arabic, which most writers leave out."""
_VOWELLED = re.compile(f"[^{_VOWELS}]([{_VOWELS}]*)")
_UNSEEN = (
    "\\x00-\\x08\\x0e-\\x1b\\x7f-\\x84\\x86-\\x9f\u00ad\u034f\u061c\u0640\u180b-\u180e\u200b\u200d-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff"
)
_FORMS = "\ufb00-\ufb1c\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefe\uff01-\uff5e"
"""Ligatures, shapes of Arabic letters as PDF files hold them, and letters as wide as Chinese ones."""
_SEAM = r"(?<=[^\W\d_])[-‐" + "\u00ad" + r"]\s*\n\s*(?=[^\W\d_])|" + "\u200c"
_SEAMS = re.compile(_SEAM)
"""A hyphen at the end of a line, hard or soft, which may be no part of the word; and the joiner of Persian words."""
_ODD = re.compile(f"[{_VOWELS}{_UNSEEN}{_FORMS}]|{_SEAM}")
_SHAPED = re.compile(f"[{_FORMS}]")
_DROPPED = re.compile(f"[{_VOWELS}{_UNSEEN}]")
_PIECE = re.compile(r"\S+|\s+")

_HYPHEN, _JOINER, _NOTHING = "\ufdd2", "\ufdd3", "\ufdd4"
"""Stand in a plain text for a seam of either kind, and for one that parts nothing: noncharacters, which texts lack."""
_IN_SEAM = re.compile(f"([^\\W\\d_]+)([{_HYPHEN}{_JOINER}])(?=([^\\W\\d_]+))")
_KEYS = str.maketrans(
    {
        **dict.fromkeys(APOSTROPHES, "'"),
        **dict.fromkeys((_HYPHEN, _JOINER, _NOTHING)),
        "ی": "ي",
        "ک": "ك",
        **{chr(0x6F0 + digit): chr(0x660 + digit) for digit in range(10)},
    }
)
"""Signs that differ only by the keyboard they were typed on."""


class Plain(NamedTuple):
    """A text without what is passed over; `starts` and `ends` say where each character stood, None where it stands."""

    text: str
    starts: Sequence[int] | None
    ends: Sequence[int] | None


class Words(NamedTuple):
    """The words and marks of a text: `keys` to compare by; where each starts and ends in it, in code points.

    `joined` is all keys with a space before and after each.
    """

    text: str
    plain: Plain
    keys: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    joined: str

    def slice(self, first: int, last: int) -> str:
        """The text from the beginning of one word to the end of the one before `last`, as it stands."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""

    def find(self, keys: Sequence[str], most: int = 20_000) -> list[int]:
        """The first places in `keys` at which all of some others begin, one after the other."""
        needle = f" {' '.join(keys)} "
        found: list[int] = []
        at, before, place = self.joined.find(needle), 0, 0
        while at >= 0 and len(found) < most:
            place += self.joined.count(" ", before, at)
            found.append(place)
            before, at = at, self.joined.find(needle, at + 1)
        return found


def is_word(key: str) -> bool:
    """Whether a key is one of a word, not of a mark."""
    return _WORD.match(key) is not None


def is_solo(sign: str) -> bool:
    """Whether a sign is one of a script that does not part its words."""
    return _ALONE.match(sign) is not None


def bare(text: str) -> str:
    """A text without what is passed over, its offsets lost: to see quickly whether a word is in it."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text))


def is_odd(text: str) -> bool:
    """Whether words of a text may hold signs that are passed over: a plain search does not find those."""
    return _ODD.search(text) is not None or not unicodedata.is_normalized("NFC", text)


def has_seams(text: str) -> bool:
    """Whether words of a text are parted in a way that another text has to settle."""
    return _SEAMS.search(text) is not None


def is_vowelled(text: str) -> bool:
    """Whether a text has points or vowel signs of Hebrew or Arabic."""
    return not text.isascii() and _VOWEL.search(text) is not None


def vowels_clash(one: str, other: str) -> bool:
    """Whether two words of the same letters have other vowel signs on one of them, where both have some."""
    found = zip(_VOWELLED.findall(one), _VOWELLED.findall(other), strict=False)
    return any(a and b and sorted(a) != sorted(b) for a, b in found)


def read(text: str) -> Words:
    """The words of a text, as long as it may be."""
    return _words(text, _fold(text) if is_odd(text) else Plain(text, None, None))


def settled(words: Words, other: Words) -> Words:
    """The words with each seam read as the other text has it: as nothing, as a hyphen, or as a space."""
    if _HYPHEN not in words.plain.text and _JOINER not in words.plain.text:
        return words
    pairs = set(pairwise(other.keys))
    dashes = [at for at, key in enumerate(other.keys) if key == "-" and 0 < at < len(other.keys) - 1]
    hyphened = {(other.keys[at - 1], other.keys[at + 1]) for at in dashes}
    single = set(other.keys)
    parted = False

    def settle(found: re.Match[str]) -> str:
        nonlocal parted
        left, right = found[1].translate(_KEYS), found[3].translate(_KEYS)
        if found[2] == _JOINER:
            between = " " if (left, right) in pairs else _NOTHING
        else:
            hyphen = (left, right) in hyphened or (right[0].isupper() and left + right not in single)
            between = "-" if hyphen else _NOTHING
        parted = parted or between != _NOTHING
        return found[1] + between

    plain = words.plain._replace(text=_IN_SEAM.sub(settle, words.plain.text))
    return _words(words.text, plain) if parted else words  # a seam that is read as nothing is passed over as it is


def _words(text: str, plain: Plain) -> Words:
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _TOKEN.finditer(plain.text):
        kind = found.lastindex
        if kind is None:
            continue
        key, start = found[0], found.start()
        if kind == 1 and (not key.isascii() or "'" in key or "`" in key):
            key = key.translate(_KEYS)
            if len(key) == len(found[0]) and (elided := _ELISION.match(key)):
                keys.append(elided[0])
                starts.append(start)
                start += elided.end()
                ends.append(start)
                key = key[elided.end() :]
            if not key:  # a joiner that joins nothing
                continue
        elif kind in (2, 3):
            key = "…" if kind == 2 else "-"
        keys.append(key)
        starts.append(start)
        ends.append(found.end())
    if plain.starts is not None and plain.ends is not None:
        starts = [plain.starts[at] for at in starts]
        ends = [plain.ends[at - 1] for at in ends]
    return Words(text, plain, keys, starts, ends, f" {' '.join(keys)} ")


def _fold(text: str) -> Plain:
    """The text without what is passed over, its letters composed, its seams marked."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def put(piece: str, first: int, last: int, *, whole: bool = True) -> None:
        pieces.append(piece)
        starts.extend([first] * len(piece) if whole else range(first, last))
        ends.extend([last] * len(piece) if whole else range(first + 1, last + 1))

    at = 0
    for seam in (*_SEAMS.finditer(text), None):
        for found in _PIECE.finditer(text, at, seam.start() if seam else len(text)):
            piece, start = found[0], found.start()
            if piece.isprintable() and (piece.isascii() or not is_odd(piece)):
                put(piece, start, found.end(), whole=False)
                continue
            for first, last in _clusters(piece):
                folded = _folded(piece[first:last])
                put(folded, start + first, start + last, whole=folded != piece[first:last])
        if seam:
            put(_JOINER if seam[0][0] in "\u200c\u00ad" else _HYPHEN, seam.start(), seam.end())
            at = seam.end()
    return Plain("".join(pieces), starts, ends)


def _clusters(piece: str) -> list[tuple[int, int]]:
    """Where each sign with all that is composed with it begins and ends."""
    starts = [at for at, sign in enumerate(piece) if not at or not _is_joined(sign)]
    return list(zip(starts, [*starts[1:], len(piece)], strict=True))


def _is_joined(sign: str) -> bool:
    """Whether a sign may be composed with the one before it: a mark, or a vowel or ending of a Korean syllable."""
    return unicodedata.category(sign)[0] == "M" or "\u1160" <= sign <= "\u11ff"


@lru_cache(4096)
def _folded(cluster: str) -> str:
    """A sign with its marks as it is compared; nothing where it is passed over."""
    composed = unicodedata.normalize("NFC", cluster)
    shaped = _SHAPED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), composed)
    bare = _DROPPED.sub("", shaped)
    return bare if bare == shaped else bare.replace(" ", "")
