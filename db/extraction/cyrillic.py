"""Which of the five old encodings of Cyrillic a text is in, by the letters that it would have in each."""

from __future__ import annotations

import re
from math import log

ENCODINGS = {
    "cp1251": "Windows-1251", "koi8_u": "KOI8", "iso8859_5": "ISO 8859-5", "cp866": "DOS 866",
    "mac_cyrillic": "Macintosh Cyrillic",
}  # fmt: skip
SAMPLE = 20_000  # bytes that are looked at

# How often a letter occurs in a hundred letters of Russian, rounded; the letters of its neighbours at a low figure.
_OFTEN = {
    **dict(zip("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
               (11, 8.5, 8, 7.4, 6.7, 6.3, 5.5, 4.7, 4.5, 4.4, 3.5, 3.2, 3, 2.8, 2.6, 2, 1.9, 1.7, 1.7, 1.6, 1.6, 1.4,
                1.2, 1, 0.9, 0.7, 0.6, 0.5, 0.4, 0.3, 0.3, 0.05, 0.05), strict=True)),
    "і": 1.5, "ї": 0.5, "є": 0.4, "ґ": 0.05, "ў": 0.3, "ј": 0.3,
}  # fmt: skip
_WEIGHTS = {letter: log(share / 100) for letter, share in _OFTEN.items()}
_STRANGE = log(0.0001)
_LIKELY = -3.35  # real texts lie from -3.3 to -2.9
_LIKELIER = -3.1  # what is asked of a text that may be Hebrew
_HEBREW = re.compile(rb"[\x00-\x7f\x84\x91-\x97\xa0\xab\xbb\xe0-\xfa]*")
"""Text of the letters that Hebrew has in its own encoding; in Cyrillic ones all would be small, or all capitals."""
_ODD_CASE = re.compile(r"[а-яё][А-ЯЁ]")


def encoding_of(content: bytes) -> str | None:
    """The likeliest of ENCODINGS; None when the text would be likely in none of them."""
    sample = content[:SAMPLE]
    scores = {name: _score(sample.decode(name, "replace")) for name in ENCODINGS}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= (_LIKELIER if may_be_hebrew(sample) else _LIKELY) else None


def may_be_hebrew(content: bytes) -> bool:
    """Whether a text has only letters that Hebrew has in its own encoding."""
    return bool(_HEBREW.fullmatch(content))


def _score(text: str) -> float:
    """How like Russian the letters beyond ASCII are: the mean of the logarithms of how often each occurs."""
    signs = [sign for sign in text.lower() if sign > "\x7f" and sign not in "«»“”„–—…№ \xa0’‘"]
    if not signs:
        return _STRANGE
    odd = len(_ODD_CASE.findall(text))
    return (sum(_WEIGHTS.get(sign, _STRANGE) for sign in signs) + odd * _STRANGE) / len(signs)
