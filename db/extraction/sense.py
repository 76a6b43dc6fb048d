"""Whether a text makes words: in a wrong encoding it has few that its language uses, and letters that do not mix."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from db.extraction import cyrillic, languages

SAMPLE = 20_000  # bytes that are looked at
_OTHERS = ("cp1252", "cp1250", "cp1256", "cp1253", "cp1255", "cp1254")
_SEVERAL_BYTES = ("gb", "big5", "shift", "euc", "iso2022", "hz", "cp9", "johab")
"""How the names of encodings begin that take several bytes for a letter."""

_GOOD = 0.9  # of the words that may be some, from which on a text makes sense
_BETTER = 0.2  # more of them than in another encoding, from which on that is the wrong one
_SHORTEST = 3  # letters of a word that is looked at
_ACCENTS = 0.7  # of the letters of a Latin word, which can have an accent
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    re.compile("[A-Za-z\u00aa-\u02af\u1e00-\u1eff]+"), re.compile("[\u0370-\u03ff\u1f00-\u1fff]+"),
    re.compile("[\u0400-\u052f]+"), re.compile("[\u0590-\u05ff]+"), re.compile("[\u0600-\u06ff]+"),
    re.compile("[\u0700-\u1dff\u2e80-\U000fffff]+"),
)  # fmt: skip


class _Sense(NamedTuple):
    """The share of words with letters beyond ASCII that may be some, and the number of small words of one language."""

    share: float
    small: int


def better(said: str, content: bytes) -> str | None:
    """An encoding in which a text makes words while it makes none in the one that it names; None when that will do."""
    sample = content[:SAMPLE]
    own = _sense(sample, said)
    likely = cyrillic.encoding_of(sample)
    others = [likely] if likely else []
    if not said.startswith(_SEVERAL_BYTES):
        others += _OTHERS
    found = {name: _sense(sample, name) for name in others if name != said}
    best = max(found, key=lambda name: (found[name].share >= _GOOD, found[name].small, found[name].share), default=None)
    name = best if best and _is_better(found[best], own) else said
    if name in ("cp1252", "iso8859_15", "cp1250") and _is_turkish(sample):
        name = "cp1254"
    return None if name == said else name


def _is_better(other: _Sense, own: _Sense) -> bool:
    if other.share < max(_GOOD, own.share):
        return False
    return other.small > own.small or (other.small == own.small and own.share <= other.share - _BETTER)


def _is_turkish(sample: bytes) -> bool:
    """Whether a text has letters that are Turkish or Icelandic, and none that Turkish has not."""
    text = sample.decode("cp1252", "replace").lower()
    return any(sign in text for sign in "þýð") and not any(sign in text for sign in "áéíóúæøåãõñ")


def _sense(sample: bytes, name: str) -> _Sense:
    text = sample.decode(name, "replace")
    words = [word for word in _WORD.findall(text) if len(word) >= _SHORTEST and not word.isascii()]
    good = sum(map(_may_be_word, words))
    return _Sense(good / len(words) if words else 1, languages.small_words(text))


def _may_be_word(word: str) -> bool:
    """Whether letters are of one script, with no capital within, and in Latin not all with accents."""
    script = next((script for script in _SCRIPTS if script.fullmatch(word)), None)
    if script is None or any(one.islower() and two.isupper() for one, two in pairwise(word)):
        return False
    return script is not _SCRIPTS[0] or sum(sign > "\x7f" for sign in word) <= _ACCENTS * len(word)
