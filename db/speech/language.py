"""Which of the known languages a text is in, by its letters and its commonest words."""

from __future__ import annotations

import re

from db.speech.lexicon import LANGUAGES, lexicon

LOOKED_AT = 20_000  # characters
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {"ru": re.compile("[а-яё]", re.IGNORECASE), "ar": re.compile("[ء-ي]")}
_PERSIAN = re.compile("[پچژگکی‌]")
_LATIN = ("en", "de", "fr", "tr")
_LETTERS = {"tr": re.compile("[ğışİĞŞ]"), "de": re.compile("ß"), "fr": re.compile("[èêàùœ]")}
"""Letters that the other languages hardly have."""


def language_of(text: str) -> str:
    """The code of the likeliest language; English where nothing tells."""
    sample = text[:LOOKED_AT]
    letters = {code: len(script.findall(sample)) for code, script in _SCRIPTS.items()}
    script = max(letters, key=lambda code: letters[code])
    if letters[script] * 2 > sum(map(str.isalpha, sample)):
        persian = script == "ar" and len(_PERSIAN.findall(sample)) * 30 > letters["ar"]
        return "fa" if persian else script
    found = [word.lower() for word in _WORD.findall(sample)]
    own = {code: len(letters.findall(sample)) for code, letters in _LETTERS.items()}
    scores = {code: own.get(code, 0) + sum(word in lexicon(code).common for word in found) for code in _LATIN}
    return max(scores, key=lambda code: scores[code])


def known(code: str | None) -> bool:
    """Whether speech is looked for in a language."""
    return code in LANGUAGES
